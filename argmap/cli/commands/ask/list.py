"""All claims, groups, arguments, relations, maps or formats."""

from typing import Annotated, Literal

import typer

from argmap.cli.input import ask_map, maps_asked, open_map
from argmap.cli.options import MapChoice, Output
from argmap.model.map import ArgumentMap


def run(
    what: Annotated[
        Literal["claims", "groups", "arguments", "relations", "maps", "formats"],
        typer.Argument(help="What to list."),
    ] = "claims",
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """All claims, groups, arguments or relations of a map; maps; the formats.

    The maps are those of -m, which can be a folder, else those that are shipped.

    One a line: the id first, so that it can be cut, chosen with fzf, and passed
    on.

    \b
    Examples:
      argmap list
      argmap list groups
      argmap list maps -m maps/
      argmap trace "$(argmap list | fzf | cut -f1)"
    """
    from argmap.cli.output import answer, answers
    from argmap.render.list import listed, listing_lines, maps_listed

    exit_code = 0
    map = None
    maps: list[tuple[str, ArgumentMap]] = []
    if what == "maps" and maps_asked(choice.map):
        opened = open_map(choice)
        maps, exit_code = opened.named(), opened.exit_code
    elif what not in {"maps", "formats"}:
        opened = ask_map(choice)
        map, exit_code = opened.map, opened.exit_code
    items = maps_listed(maps) if maps else listed(map, what)
    answer(
        output,
        "list",
        lambda: answers().maps_record(maps) if maps else answers().list_record(map, what),
        lambda layout: listing_lines(items, layout),
        items=what,
        ids=lambda: [item[0] for item in items],
    )
    return exit_code
