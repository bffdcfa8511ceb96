"""All claims, groups, arguments, relations, maps or formats."""

from typing import Annotated, Literal

import typer

from argmap.cli.input import ask_map
from argmap.cli.options import MapChoice, Output


def run(
    what: Annotated[
        Literal["claims", "groups", "arguments", "relations", "maps", "formats"],
        typer.Argument(help="What to list."),
    ] = "claims",
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """All claims, groups, arguments or relations of a map; the shipped maps; the formats.

    One a line: the id first, so that it can be cut, chosen with fzf, and passed
    on.

    \b
    Examples:
      argmap list
      argmap list groups
      argmap trace "$(argmap list | fzf | cut -f1)"
    """
    from argmap.cli.output import answer, answers
    from argmap.render.list import listed, listing_lines

    exit_code = 0
    map = None
    if what not in {"maps", "formats"}:
        opened = ask_map(choice)
        map, exit_code = opened.map, opened.exit_code
    items = listed(map, what)
    answer(
        output,
        "list",
        lambda: answers().list_record(map, what),
        lambda layout: listing_lines(items, layout),
        items=what,
        ids=lambda: [item[0] for item in items],
    )
    return exit_code
