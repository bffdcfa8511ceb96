"""From a layout to the cells of a terminal, so that nothing in it touches what it should not.

A layout is finer than a terminal. Everything keeps the row and the column that its place comes to,
unless it would then lie on something else: then it moves down or to the right, just as far as it
must. What lay above, or left of, something else still does, and so no two lines fall into one, and
none gets into a box. First the rows are settled, then the columns of what shares rows. The cost is
the area of the picture, in cells and in different coordinates.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from argmap.render.layout import Edge, Graph, Laid, Place, Point

UNIT = Point(10, 16)
"""What a cell measures in the units of a layout."""
_SLIGHT = 1.5
_INSIDE = 0.001
_EDGE = 0.8
"""How far within a box a line may run in a layout that still runs along it, and is put outside."""

Axis = Literal[0, 1]
ACROSS: Axis = 0
"""Where columns are settled."""
DOWN: Axis = 1
"""Where rows are settled."""
_ROOM = {ACROSS: 4, DOWN: 3}
"""How far the first corner is from a box, so that a head and a sign have room before it."""
_APART = {ACROSS: 2, DOWN: 1}
"""How far lines are apart: uprights side by side would look like a double line."""


class Cell(NamedTuple):
    """A cell by its column and its row."""

    x: int
    y: int


class Spot(NamedTuple):
    """A rectangle of cells, its borders among them."""

    left: int
    top: int
    right: int
    bottom: int


class Settled(NamedTuple):
    """Where everything is; the routes are corners, from the border of a box to that of another."""

    boxes: Mapping[str, Spot]
    frames: Mapping[str, Spot]
    routes: Mapping[str, tuple[Cell, ...]]
    width: int
    height: int


class _Name(NamedTuple):
    """What is settled: the border of a box or frame before (-1) or after (1) it, or a piece."""

    kind: Literal["box", "frame", "line"]
    id: str
    number: int


class _Item(NamedTuple):
    """A border or a piece of a route: where it is in the layout, and how far it reaches sideways.

    ``ends`` are the boxes that it belongs to. Of items at one place borders before boxes (0) come
    after pieces (-1), and borders after boxes (1) come last. ``wish`` is the
    row or column that its place comes to.
    """

    at: float
    wish: int
    extent: tuple[float, float]
    ends: tuple[str, ...] = ()
    side: Literal[-1, 0, 1] = -1

    @property
    def order(self) -> tuple[float, int]:
        """What lies before what."""
        return self.at, self.side


class _Gap(NamedTuple):
    """Two items that are at least so far apart."""

    one: _Name
    other: _Name
    size: int


def settle(
    graph: Graph,
    laid: Laid,
    joints: Collection[str] = (),
    headed: Mapping[str, tuple[bool, bool]] | None = None,
) -> Settled:
    """Cells for everything in a layout.

    ``joints`` are boxes without an inside, whose lines may leave them at their corners; ``headed``
    says of an edge whether something is drawn where it begins, and where it ends.
    """
    routes = {edge.id: _straightened(laid.routes[edge.id]) for edge in graph.edges}
    return _Settling(graph.edges, laid, routes, frozenset(joints), headed or {}).settled()


def _straightened(route: Sequence[Point]) -> list[Point]:
    """The route in pieces that are upright and level in turn; it has at least two points."""
    points = [route[0]]
    for x, y in route[1:]:
        last = points[-1]
        if abs(x - last.x) < _SLIGHT:
            steps = [Point(last.x, y)]
        elif abs(y - last.y) < _SLIGHT:
            steps = [Point(x, last.y)]
        else:
            steps = [Point(last.x, y), Point(x, y)]
        for step in steps:
            if step == points[-1]:
                continue
            if len(points) > 1 and _is_level(points[-2], points[-1]) == _is_level(points[-1], step):
                points.pop()
            points.append(step)
    return points if len(points) > 1 else [*points, route[0]._replace(x=route[0].x + UNIT.x)]


def _is_level(one: Point, other: Point) -> bool:
    return one.y == other.y


class _Settling:
    def __init__(
        self,
        edges: Sequence[Edge],
        laid: Laid,
        routes: Mapping[str, list[Point]],
        joints: frozenset[str],
        headed: Mapping[str, tuple[bool, bool]],
    ) -> None:
        self._edges = edges
        self._laid = laid
        self._routes = routes
        self._joints = joints
        self._headed = headed
        self._found: dict[Axis, dict[_Name, int]] = {ACROSS: {}, DOWN: {}}

    def settled(self) -> Settled:
        """Rows first, then columns."""
        for axis in (DOWN, ACROSS):
            items = dict(self._items(axis))
            self._found[axis] = self._placed(axis, items, self._gaps(axis))
        boxes = {id: self._spot("box", id) for id in self._laid.places}
        frames = {id: self._spot("frame", id) for id in self._laid.frames}
        routes = {edge.id: tuple(self._corners(edge)) for edge in self._edges}
        spots = (*boxes.values(), *frames.values())
        corners = [corner for route in routes.values() for corner in route]
        width = max([spot.right for spot in spots] + [x for x, _ in corners], default=-1) + 1
        height = max([spot.bottom for spot in spots] + [y for _, y in corners], default=-1) + 1
        return Settled(boxes, frames, routes, width, height)

    def _spot(self, kind: Literal["box", "frame"], id: str) -> Spot:
        before, after = _Name(kind, id, -1), _Name(kind, id, 1)
        across, down = self._found[ACROSS], self._found[DOWN]
        return Spot(across[before], down[before], across[after], down[after])

    def _corners(self, edge: Edge) -> Iterator[Cell]:
        for number in range(len(self._routes[edge.id])):
            x, y = (self._settled_at(edge, number, axis) for axis in (ACROSS, DOWN))
            yield Cell(x, y)

    def _settled_at(self, edge: Edge, number: int, axis: Axis) -> int:
        """The column or row of a point: that of a piece which it is on, or of a border."""
        found = self._found[axis]
        for piece in (number - 1, number):
            name = _Name("line", edge.id, piece)
            if name in found:
                return found[name]
        return found[self._border(edge, axis, start=number == 0)]

    def _border(self, edge: Edge, axis: Axis, *, start: bool) -> _Name:
        """The border that a route begins, or ends, on."""
        box = edge.source if start else edge.target
        place = self._laid.places[box]
        point = self._routes[edge.id][0 if start else -1]
        before = point[axis] < place[axis] + place[axis + 2] / 2
        return _Name("box", box, -1 if before else 1)

    def _items(self, axis: Axis) -> Iterator[tuple[_Name, _Item]]:
        for id, place in self._laid.places.items():
            yield from self._borders(axis, "box", id, place)
        for id, place in self._laid.frames.items():
            yield from self._borders(axis, "frame", id, place)
        for edge in self._edges:
            for piece, (start, end) in enumerate(pairwise(self._routes[edge.id])):
                if _is_level(start, end) == (axis == DOWN):
                    yield _Name("line", edge.id, piece), self._piece(axis, edge, piece)

    def _borders(
        self, axis: Axis, kind: Literal["box", "frame"], id: str, place: Place
    ) -> Iterator[tuple[_Name, _Item]]:
        before, after = _Name(kind, id, -1), _Name(kind, id, 1)
        extent: tuple[float, float] = place.x, place.x + place.width
        if axis == ACROSS:
            extent = self._found[DOWN][before], self._found[DOWN][after]
        owner = (id,) if kind == "box" else ()
        wish = int(place[axis] // UNIT[axis])
        yield before, _Item(_near(place, axis), wish, extent, owner, 0)
        wish += max(1, round(place[axis + 2] / UNIT[axis])) - 1
        yield after, _Item(_far(place, axis), wish, extent, owner, 1)

    def _piece(self, axis: Axis, edge: Edge, piece: int) -> _Item:
        """A piece of a route; where it ends on a box, it keeps to the side of it."""
        route = self._routes[edge.id]
        at = route[piece][axis]
        wish = int(at // UNIT[axis])
        ends = []
        for box, number in ((edge.source, 0), (edge.target, len(route) - 2)):
            if piece == number:
                place = self._laid.places[box]
                at = min(max(at, _near(place, axis) + _INSIDE), _far(place, axis) - _INSIDE)
                last = int(place[axis] // UNIT[axis]) + round(place[axis + 2] / UNIT[axis]) - 1
                wish = min(wish, last - (box not in self._joints))
                ends.append(box)
        sides: tuple[float, float] = route[piece].x, route[piece + 1].x
        if axis == ACROSS:
            sides = (
                self._settled_at(edge, piece, DOWN),
                self._settled_at(edge, piece + 1, DOWN),
            )
        return _Item(at, wish, (min(sides), max(sides)), tuple(ends))

    def _gaps(self, axis: Axis) -> Iterator[_Gap]:
        """Boxes are as large as they are, and the ends of routes have room for what is on them."""
        for id, place in self._laid.places.items():
            size = max(1, round(place[axis + 2] / UNIT[axis]))
            yield _Gap(_Name("box", id, -1), _Name("box", id, 1), size - 1)
        for edge in self._edges:
            route = self._routes[edge.id]
            begins, ends = self._headed.get(edge.id, (False, False))
            source = self._border(edge, axis, start=True)
            target = self._border(edge, axis, start=False)
            along = [_is_level(*points) == (axis == ACROSS) for points in pairwise(route)]
            if len(along) == 1:
                if along[0]:
                    yield _Gap(source, target, _ROOM[axis] + (begins and ends))
                continue
            if along[0] and begins:
                yield _Gap(source, _Name("line", edge.id, 1), _ROOM[axis])
            if along[-1] and ends:
                yield _Gap(_Name("line", edge.id, len(along) - 2), target, _ROOM[axis])

    def _placed(
        self, axis: Axis, items: Mapping[_Name, _Item], gaps: Iterator[_Gap]
    ) -> dict[_Name, int]:
        """Each item as near to its place as what lies before it lets it."""
        earlier: dict[_Name, list[tuple[_Name, int]]] = {}
        for one, other, size in gaps:
            low, high = sorted((one, other), key=lambda name: items[name].order)
            earlier.setdefault(high, []).append((low, size))
        marks = sorted({mark for item in items.values() for mark in item.extent})
        last: list[_Name | None] = [None] * len(marks)
        found: dict[_Name, int] = {}
        for name in sorted(items, key=lambda name: items[name].order):
            item = items[name]
            at = item.wish
            begin, end = (bisect_left(marks, mark) for mark in item.extent)
            for other in filter(None, dict.fromkeys(last[begin : end + 1])):
                at = max(at, found[other] + self._gap(axis, other, items[other], name, item))
            at = max([at, *(found[low] + size for low, size in earlier.get(name, ()))])
            last[begin : end + 1] = [name] * (end + 1 - begin)
            found[name] = at
        return found

    def _gap(self, axis: Axis, other: _Name, before: _Item, name: _Name, item: _Item) -> int:
        """How far an item has to be from one that lies before it."""
        both_boxes = other.kind == name.kind == "box"
        if both_boxes:
            return 0 if other.id == name.id else 2
        at_joint = self._joints.intersection(before.ends, item.ends)
        return 0 if at_joint and other.kind != name.kind else _APART[axis]


def _near(place: Place, axis: Axis) -> float:
    """Before what a line lies that passes before a rectangle."""
    return place[axis] + _EDGE


def _far(place: Place, axis: Axis) -> float:
    """After what a line lies that passes behind a rectangle."""
    return place[axis] + place[axis + 2] - _EDGE
