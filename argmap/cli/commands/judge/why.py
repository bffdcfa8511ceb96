"""Why a claim stands, falls, or is undecided."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_claims
from argmap.cli.input import find_claim, open_map
from argmap.cli.options import Judging, MapChoice, Output, Semantics


def run(
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="A claim: its id, its title, or words of it.",
            autocompletion=complete_claims,
        ),
    ],
    *,
    judging: Judging,
    semantics: Semantics,
    choice: MapChoice,
    output: Output,
) -> int:
    """Why a claim stands, falls, or is undecided.

    The shortest reason is told: one reason for the claim that stands and the
    answers to all that speaks against it, or what brings it down. Of a claim
    that is undecided, the circle or the open question on which it hangs. By a
    semantics with several labellings: two that disagree, if any do. Of a
    strength: what each reason makes of it, and how much each claim counts.

    \b
    Examples:
      argmap why "cyber diplomacy is here to stay"
      argmap why worth-having --withdraw new-security-risks
      argmap why gain-from-espionage --semantics preferred
      argmap why worth-having --strength
      argmap why here-to-stay --json | jq -r '.reasons[].claim'
    """
    from argmap.cli.explaining import explain
    from argmap.cli.judging import wanted_of

    opened = open_map(choice)
    id = find_claim(opened.map, claim)
    opened = opened.about(id)
    return explain(opened, id, wanted_of(judging, semantics, opened.map), output)
