"""Boxes on a terminal: which part of a map is drawn, and what is said where room is short."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.cli.errors import UserError, tell
from argmap.cli.input import Opened
from argmap.cli.options import MapChoice, NodeChoice, Output
from argmap.cli.output import print_lines
from argmap.cli.parts import of_steps, part_shown, title_of
from argmap.graph.trace import Step
from argmap.model.map import ArgumentMap
from argmap.render.boxes.drawing import draw_boxes
from argmap.render.lines import Layout, Line
from argmap.render.parts import heading
from argmap.render.picture.content import Content, Standing, of_claims, of_nodes
from argmap.semantics.label import Label

_MOST = 300
"""More boxes than this nobody finds the way through on a terminal."""


def show_boxes(
    opened: Opened,
    what: str | None,
    depth: int | None,
    labels: Mapping[str, Label],
    output: Output,
) -> None:
    """Print a map, or a part of it, as boxes."""
    part = part_shown(opened, what, depth)
    _print(of_claims(part.map, part.title, _standings(labels)), output)


def show_node_boxes(
    opened: Opened, what: str | None, nodes: NodeChoice, choice: MapChoice, output: Output
) -> None:
    """Print arguments and statements as boxes; raises :class:`UserError` if nothing is selected."""
    from argmap.cli.input import find_group
    from argmap.cli.selecting import select_nodes

    group = find_group(opened.whole, what) if what is not None else None
    found = select_nodes(opened, group, nodes, choice)
    _print(of_nodes(found, group.title if group else title_of(opened.whole)), output)


def show_trace(
    map: ArgumentMap,
    root: str,
    steps: Iterable[Step],
    labels: Mapping[str, Label],
    output: Output,
) -> None:
    """Print what a trace goes through as boxes."""
    part = of_steps(map, steps)
    _print(of_claims(part, f"Trace: {map.claims[root].words}", _standings(labels)), output)


def _standings(labels: Mapping[str, Label]) -> dict[str, Standing]:
    return {id: Standing(label) for id, label in labels.items()}


def _print(content: Content, output: Output) -> None:
    if output.json or output.ndjson or output.ids:
        raise UserError("--boxes is for reading, and goes with none of --json, --ndjson and --ids")
    count = len(content.entries)
    if count > _MOST:
        raise UserError(
            f"{count} boxes are too many for a terminal, where {_MOST} are the most",
            "show a part of them: a group, a claim, or with --depth N",
            "or draw them all into a file: argmap draw -o map.svg",
        )
    print_lines(output, lambda layout: _lines(_unframed(content), layout), wide=True)


def _unframed(content: Content) -> Content:
    """The content without a frame around everything that says no more than the title does."""
    outer = [heading for heading in content.headings if heading.parent is None]
    homes = {*(each.group for each in content.entries), *(each.group for each in content.joints)}
    if len(outer) != 1 or outer[0].title != content.title or None in homes:
        return content
    id = outer[0].id

    def inner(group: str | None) -> str | None:
        return None if group == id else group

    return content._replace(
        entries=tuple(each._replace(group=inner(each.group)) for each in content.entries),
        joints=tuple(each._replace(group=inner(each.group)) for each in content.joints),
        headings=tuple(each._replace(parent=inner(each.parent)) for each in content.headings[1:]),
    )


def _lines(content: Content, layout: Layout) -> Iterator[Line]:
    drawn = draw_boxes(content, layout.width, ascii=layout.ascii)
    if layout.width is not None and drawn.width > layout.width:
        tell(
            f"the picture is {drawn.width} columns wide, and the terminal {layout.width}: "
            "`less -RS` scrolls it sideways,\n"
            "and a group, a claim, or --depth N shows less of it"
        )
    yield from heading(f"{content.title} ({content.note})", layout)
    yield []
    yield from drawn.lines
