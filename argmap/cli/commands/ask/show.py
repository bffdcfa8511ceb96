"""A group, a claim, an argument, or the whole map."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_shown
from argmap.cli.input import Opened, find_claim, open_map
from argmap.cli.options import MapChoice, Output
from argmap.model.map import ArgumentMap


def run(
    what: Annotated[
        str | None,
        typer.Argument(
            help="A tag or section, a claim, or an argument; everything if left out.",
            autocompletion=complete_shown,
        ),
    ] = None,
    depth: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Follow at most N relations in a row.")
    ] = None,
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """A group, a claim, an argument, or the whole map as an outline.

    Under each claim stands what bears on it. Claims of a group that are set against each other
    are shown as pairs first, side by side where there is room.

    \b
    Examples:
      argmap show
      argmap show advantages
      argmap show double-edged-sword
      argmap show here-to-stay --json | jq '.claims[0].source'
    """
    from argmap.query.groups import group

    opened = open_map(choice)
    if what is None:
        return _show_part(opened, opened.map, "map", "", opened.map.title, depth, output)
    found = group(opened.whole, what)
    if found is not None:
        members = opened.map.keep(set(found.claims))
        return _show_part(opened, members, "group", found.id, found.title, depth, output)
    from argmap.query.meant import argument_meant

    argument = argument_meant(opened.whole, what)
    if argument is not None:
        return _show_argument(opened, argument.id, output)
    return _show_claim(opened, find_claim(opened.whole, what), depth or 1, output)


def _show_part(
    opened: Opened, part: ArgumentMap, what: str, id: str, title: str, depth: int | None,
    output: Output,
) -> int:  # fmt: skip
    from argmap.cli.output import answer, answers
    from argmap.graph.order import theses
    from argmap.graph.pairs import pairs
    from argmap.render.show import group_lines

    found = pairs(part) if what == "group" else []
    answer(
        output,
        "show",
        lambda: answers().show_record(part, opened.whole, what, id, found),
        lambda layout: group_lines(part, title, theses(part), found, opened.whole, layout, depth),
        items="claims",
        ids=lambda: part.claims,
    )
    return opened.exit_code if part.claims else 1


def _show_argument(opened: Opened, id: str, output: Output) -> int:
    from argmap.cli.output import answer, answers
    from argmap.render.show import argument_lines

    whole = opened.whole
    argument = whole.arguments[id]
    steps = [whole.relations[step] for step in argument.relations]
    part = whole.keep({claim for step in steps for claim in (*step.premises, step.target)})
    answer(
        output,
        "show",
        lambda: answers().show_record(part, whole, "argument", id, []),
        lambda _: argument_lines(whole, argument),
        items="claims",
        ids=lambda: part.claims,
    )
    return opened.exit_code


def _show_claim(opened: Opened, id: str, depth: int, output: Output) -> int:
    from argmap.cli.output import answer, answers
    from argmap.graph.trace import conclusions, reasons
    from argmap.render.show import claim_lines

    map = opened.including(id)
    above = list(conclusions(map, id, depth=depth))
    below = list(reasons(map, [id], depth=depth))
    answer(
        output,
        "show",
        lambda: answers().show_record(map.keep({id}), map, "claim", id, []),
        lambda layout: claim_lines(map, map.claims[id], above, below, layout),
        items="claims",
        ids=lambda: [id],
    )
    return opened.exit_code
