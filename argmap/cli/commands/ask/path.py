"""The chains of reasoning from one claim to another."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_claims
from argmap.cli.input import ask_map, find_claim
from argmap.cli.options import MapChoice, Output


def run(
    start: Annotated[
        str,
        typer.Argument(
            metavar="FROM", help="The claim to begin with.", autocompletion=complete_claims
        ),
    ],
    goal: Annotated[
        str,
        typer.Argument(
            metavar="TO", help="The claim to arrive at.", autocompletion=complete_claims
        ),
    ],
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=1, metavar="N", help="At most N chains.")
    ] = 10,
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """The chains of reasoning from one claim to another, shortest first.

    Each line says which way its claim is borne on; each chain, what it comes to
    in the end.

    \b
    Examples:
      argmap path growing-interconnectedness here-to-stay
      argmap path "propaganda" "worth having" -n 1
    """
    from argmap.cli.errors import tell
    from argmap.cli.output import answer, answers
    from argmap.graph.paths import chains
    from argmap.render.path import path_lines

    opened = ask_map(choice)
    ends = find_claim(opened.whole, start), find_claim(opened.whole, goal)
    map = opened.including(*ends)
    found = chains(map, *ends, limit)
    answer(
        output,
        "path",
        lambda: answers().path_record(map, *ends, found),
        lambda layout: path_lines(map, ends[0], found, layout),
        items="chains",
        ids=lambda: dict.fromkeys(
            claim for chain in found.chains for claim in (ends[0], *(x.claim for x in chain.links))
        ),
    )
    if found.truncated:
        tell(f"these are the {limit} shortest chains; -n N prints more")
    if not found.chains:
        back = chains(map, *ends[::-1], 1).chains
        tell(f"no chain of reasoning leads from {ends[0]} to {ends[1]}")
        if back:
            tell(f"  but from {ends[1]} to {ends[0]} there is one")
    return opened.exit_code or int(not found.chains)
