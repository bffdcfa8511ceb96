"""Why a claim stands, falls, or is undecided."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_claims
from argmap.cli.input import find_claim, open_map
from argmap.cli.options import Judging, MapChoice, Output


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
    choice: MapChoice,
    output: Output,
) -> int:
    """Why a claim stands, falls, or is undecided.

    The shortest reason is told: one reason for the claim that stands and the
    answers to all that speaks against it, or what brings it down. Of a claim
    that is undecided, the circle or the open question on which it hangs.

    \b
    Examples:
      argmap why "cyber diplomacy is here to stay"
      argmap why worth-having --withdraw new-security-risks
      argmap why here-to-stay --json | jq -r '.reasons[].claim'
    """
    from argmap.cli.judging import policies_of
    from argmap.cli.output import answer, evaluated
    from argmap.render.why import why_lines
    from argmap.semantics.evaluation import evaluate
    from argmap.semantics.why import why

    opened = open_map(choice)
    id = find_claim(opened.map, claim)
    policies = policies_of(judging, opened.map)
    evaluation = evaluate(opened.map, policies)
    reasons = list(why(evaluation.reasoning, evaluation.labelling, id))
    answer(
        output,
        "why",
        lambda: evaluated().why_record(opened.map, policies, reasons),
        lambda layout: why_lines(opened.map, reasons, layout),
        items="reasons",
        ids=lambda: dict.fromkeys(reason.claim for reason in reasons[1:]),
    )
    return opened.exit_code
