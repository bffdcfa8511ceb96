"""A picture of boxes for a terminal: from what it shows to its lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.render.boxes.canvas import Canvas, steps, towards
from argmap.render.boxes.cells import UNIT, Cell, Settled, Spot, settle
from argmap.render.boxes.glyphs import ASCII, BORDERS, BOX, LEFT, PENS, TONES, Glyphs
from argmap.render.boxes.words import Words, words_of
from argmap.render.layout import Box, Direction, Edge, Graph, Group, arrange, runs_over
from argmap.render.lines import Line, Segment, cells, shortened, visible
from argmap.render.picture.content import Content, Link, kinds_of
from argmap.render.picture.scene import MEANINGS

_TRIES: tuple[tuple[Direction, int], ...] = (
    ("right", 32), ("down", 32), ("right", 25), ("down", 25), ("right", 19), ("down", 19),
)  # fmt: skip
"""Where reasons lie, and how wide the words in a box may be, in the order they are tried."""
_PAD = 2
_HEADER = 6


class Drawn(NamedTuple):
    """A picture in lines, and how wide it is."""

    lines: list[Line]
    width: int


class Drawing(NamedTuple):
    """A picture before anything is put on the canvas."""

    content: Content
    words: Mapping[str, Words]
    settled: Settled
    glyphs: Glyphs


def draw_boxes(content: Content, width: int | None, *, ascii: bool = False) -> Drawn:
    """The picture that is no wider than ``width``, else the narrowest that was found.

    Reasons are to the right of what they are for, or below it, in boxes as wide as they can be.
    The cost is that of the layouts that are tried.
    """
    glyphs = ASCII if ascii else BOX
    best: Drawing | None = None
    for direction, room in _TRIES:
        drawing = place_boxes(content, direction, room, glyphs)
        if width is None or drawing.settled.width <= width:
            best = drawing
            break
        if best is None or drawing.settled.width < best.settled.width:
            best = drawing
    assert best is not None  # noqa: S101  # there are tries
    return Drawn([*_painted(best), *_legend(best, width)], best.settled.width)


def place_boxes(content: Content, direction: Direction, room: int, glyphs: Glyphs) -> Drawing:
    """Where everything is, with words at most ``room`` wide."""
    ports = _ports(content)
    words = {
        entry.id: words_of(entry, room, ports.get(entry.id, 0), direction, glyphs)
        for entry in content.entries
    }
    graph = _graph(content, words, ports, direction)
    laid = arrange(graph, direction)
    if graph.groups and runs_over(graph, laid):
        boxes = tuple(box._replace(group=None) for box in graph.boxes)
        graph = graph._replace(boxes=boxes, groups=())
        laid = arrange(graph, direction)
    joints = [joint.id for joint in content.joints]
    headed = {
        link.id: (link.heads in {"start", "both"}, link.heads in {"end", "both"})
        for link in content.links
    }
    return Drawing(content, words, settle(graph, laid, joints, headed), glyphs)


def _ports(content: Content) -> dict[str, int]:
    """For each box, how many lines there are at most on one of its sides."""
    into: dict[str, int] = {}
    out: dict[str, int] = {}
    for link in content.links:
        out[link.source] = out.get(link.source, 0) + 1
        into[link.target] = into.get(link.target, 0) + 1
    return {id: max(into.get(id, 0), out.get(id, 0)) for id in {**into, **out}}


def _graph(
    content: Content, words: Mapping[str, Words], ports: Mapping[str, int], direction: Direction
) -> Graph:
    boxes = [
        Box(e.id, words[e.id].width * UNIT.x, words[e.id].height * UNIT.y, e.group)
        for e in content.entries
    ]
    for joint in content.joints:
        most = max(1, ports.get(joint.id, 1))
        width, height = (1, most) if direction == "right" else (2 * most - 1, 1)
        boxes.append(Box(joint.id, width * UNIT.x, height * UNIT.y, joint.group))
    return Graph(
        tuple(boxes),
        tuple(Edge(link.id, link.source, link.target) for link in content.links),
        tuple(Group(heading.id, heading.parent) for heading in content.headings),
        _HEADER,
    )


def _painted(drawing: Drawing) -> Iterator[Line]:
    content, settled, glyphs = drawing.content, drawing.settled, drawing.glyphs
    canvas = Canvas(settled.width, settled.height, glyphs)
    for spot in settled.frames.values():
        canvas.border(spot, "light", "dim")
    bars = _bars(drawing)
    for joint in content.joints:
        canvas.border(bars[joint.id], "heavy", TONES[joint.kind])
    for entry in content.entries:
        canvas.border(settled.boxes[entry.id], BORDERS[entry.role], "")
    for link in content.links:
        _paint_line(canvas, link, settled.routes[link.id])
    for link in content.links:
        _paint_signs(canvas, link, settled.routes[link.id])
    for entry in content.entries:
        _paint_words(canvas, drawing.words[entry.id], settled.boxes[entry.id])
    for heading in content.headings:
        if heading.id in settled.frames:
            _paint_title(canvas, visible(heading.title), settled.frames[heading.id])
    yield from canvas.lines()


def _bars(drawing: Drawing) -> dict[str, Spot]:
    """The joints, each from the first line that ends on it to the last."""
    cells: dict[str, list[Cell]] = {joint.id: [] for joint in drawing.content.joints}
    for link in drawing.content.links:
        corners = drawing.settled.routes[link.id]
        for end, at in ((link.source, corners[0]), (link.target, corners[-1])):
            if end in cells:
                cells[end].append(at)
    return {
        id: Spot(min(x for x, _ in at), min(y for _, y in at),
                 max(x for x, _ in at), max(y for _, y in at))
        for id, at in cells.items()
    }  # fmt: skip


def _paint_line(canvas: Canvas, link: Link, corners: tuple[Cell, ...]) -> None:
    path = list(steps(corners))
    canvas.line(corners, PENS[link.kind], TONES[link.kind])
    if link.heads in {"none", "end"}:
        canvas.join(path[0], towards(path[0], path[1]))
    if link.heads in {"none", "start"}:
        canvas.join(path[-1], towards(path[-1], path[-2]))


def _paint_signs(canvas: Canvas, link: Link, corners: tuple[Cell, ...]) -> None:
    """The heads of a line, and the sign of its kind in the first cell where nothing else is."""
    path = list(steps(corners))
    style = TONES[link.kind]
    heads = canvas.glyphs.heads[link.kind]
    if link.heads in {"start", "both"}:
        canvas.mark(*path[1], heads[towards(path[1], path[0])], style)
    if link.heads in {"end", "both"}:
        canvas.mark(*path[-2], heads[towards(path[-2], path[-1])], style)
    if link.signed:
        along = path[-3:0:-1]
        if path[-1].y == path[-2].y:
            # On a level line there is room for a stroke between the head and the sign.
            along[:2] = along[1::-1]
        free = next((at for at in along if canvas.is_free(*at)), path[-2])
        canvas.mark(*free, canvas.glyphs.signs[link.kind], style)


def _paint_words(canvas: Canvas, words: Words, spot: Spot) -> None:
    if words.label:
        canvas.write(spot.left + _PAD, spot.top, [Segment(f" {words.label} ", "id")])
    for number, line in enumerate(words.lines):
        canvas.write(spot.left + _PAD, spot.top + 1 + number, line)


def _paint_title(canvas: Canvas, title: str, spot: Spot) -> None:
    """The title of a frame on its upper border, where no line crosses it."""
    runs: list[tuple[int, int]] = []
    for x in range(spot.left + 2, spot.right - 1):
        if not canvas.is_free(x, spot.top):
            continue
        if runs and runs[-1][1] == x:
            runs[-1] = runs[-1][0], x + 1
        else:
            runs.append((x, x + 1))
    needed = cells(title) + 2
    fitting = (run for run in runs if run[1] - run[0] >= needed)
    longest = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
    start, end = next(fitting, longest)
    dots = canvas.glyphs.dots
    if end - start > len(dots) + 2:
        words = shortened(title, end - start - 2, dots)
        canvas.write(start, spot.top, [Segment(f" {words} ", "root")])


def _legend(drawing: Drawing, width: int | None) -> Iterator[Line]:
    """What the lines mean that occur, and that linked premises only work together."""
    glyphs = drawing.glyphs
    keys = []
    for kind in kinds_of(drawing.content):
        stroke = glyphs.stroke(PENS[kind], LEFT)
        sample = f"{glyphs.heads[kind][LEFT]}{stroke}{glyphs.signs[kind]}{stroke * 2}"
        keys.append((Segment(sample, TONES[kind]), MEANINGS[kind]))
    if _linked(drawing.content.links):
        keys.append((Segment(f"{glyphs.stroke('heavy', 1)}", "for"), MEANINGS["joint"]))
    if not keys:
        return
    yield []
    line: Line = []
    used = 0
    for key, meaning in keys:
        needed = cells(key.text) + 1 + len(meaning)
        if line and width is not None and used + 3 + needed > width:
            yield line
            line, used = [], 0
        if line:
            line.append(Segment("   "))
            used += 3
        line += [key, Segment(f" {meaning}", "dim")]
        used += needed
    yield line


def _linked(links: Sequence[Link]) -> bool:
    """Whether some premises only work together."""
    into: dict[str, int] = {}
    for link in links:
        if link.heads == "none":
            into[link.target] = into.get(link.target, 0) + 1
    return max(into.values(), default=0) > 1
