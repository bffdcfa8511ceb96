"""Layout without any library: plain layers, so that there is always a picture.

A layer for each step away from what all leads to. Edges to the next layer run in the gap between
the two, each on a track of its own; longer ones run around all boxes. Groups are not framed. Linear
but for the sorting of boxes and edges.
"""

from collections.abc import Mapping

from argmap.render.layout._records import (
    Direction,
    Edge,
    Graph,
    Laid,
    Place,
    Point,
    framed,
)  # fmt: skip

NEEDS = ""
_GAP = 24
_TRACK = 10
_MARGIN = 22


def arrange(graph: Graph, direction: Direction) -> Laid:
    """The graph in layers from left to right, turned by a mirror along the diagonal for down."""
    if direction == "down":
        boxes = tuple(b._replace(width=b.height, height=b.width) for b in graph.boxes)
        laid = arrange(graph._replace(boxes=boxes), "right")
        places = {id: Place(p.y, p.x, p.height, p.width) for id, p in laid.places.items()}
        routes = {id: tuple(Point(y, x) for x, y in r) for id, r in laid.routes.items()}
        return framed(places, routes, {})
    layers = _layers(graph)
    return _Columns(graph, layers).laid()


def _layers(graph: Graph) -> dict[str, int]:
    """How many edges each box is away from what nothing follows from, along the longest way.

    In the order in which depth-first search reaches them; edges that close a circle do not count.
    """
    bearing: dict[str, list[str]] = {box.id: [] for box in graph.boxes}
    leads = set()
    for edge in graph.edges:
        if edge.source != edge.target:
            bearing[edge.target].append(edge.source)
            leads.add(edge.source)
    order: list[str] = []
    finished: list[str] = []
    state: dict[str, int] = {}
    kept: list[tuple[str, str]] = []
    roots = sorted(bearing, key=leads.__contains__)
    for root in roots:
        waiting = [(root, iter(bearing[root]))] if root not in state else []
        if waiting:
            state[root] = 1
            order.append(root)
        while waiting:
            at, rest = waiting[-1]
            for source in rest:
                if state.get(source) != 1:
                    kept.append((at, source))
                if source not in state:
                    state[source] = 1
                    order.append(source)
                    waiting.append((source, iter(bearing[source])))
                    break
            else:
                state[at] = 2
                finished.append(at)
                waiting.pop()
    onward: dict[str, list[str]] = {}
    for at, source in kept:
        onward.setdefault(at, []).append(source)
    layer = dict.fromkeys(order, 0)
    for at in reversed(finished):
        for source in onward.get(at, ()):
            layer[source] = max(layer[source], layer[at] + 1)
    return layer


class _Columns:
    def __init__(self, graph: Graph, layers: Mapping[str, int]) -> None:
        self._edges = graph.edges
        self._layers = layers
        self._boxes = {box.id: box for box in graph.boxes}
        self._count = max(layers.values(), default=-1) + 1
        self._tracks = [0] * (self._count + 1)
        self._track: dict[tuple[str, str], int] = {}
        self._ports: dict[tuple[str, bool], dict[tuple[str, str], int]] = {}
        for edge in graph.edges:
            self._reserve(edge)
        self._lefts, self._widths = self._placed_columns()
        self._places = self._placed()

    def _gaps(self, edge: Edge) -> tuple[int, int]:
        """The gaps left of a layer that an edge leaves into, and comes from.

        It leaves its source towards the lower layer, unless it has to go round.
        """
        source, target = self._layers[edge.source], self._layers[edge.target]
        return (source, target + 1) if source > target else (source + 1, target + 1)

    def _reserve(self, edge: Edge) -> None:
        out, into = self._gaps(edge)
        for name, end, gap in (("out", edge.source, out), ("in", edge.target, into)):
            ports = self._ports.setdefault((end, gap > self._layers[end]), {})
            ports[edge.id, name] = len(ports) + 1
            if name == "in" and out == into and not self._goes_round(edge):
                self._track[edge.id, name] = self._track[edge.id, "out"]
                continue
            self._track[edge.id, name] = self._tracks[gap]
            self._tracks[gap] += 1

    def _goes_round(self, edge: Edge) -> bool:
        return self._layers[edge.source] != self._layers[edge.target] + 1

    def _placed_columns(self) -> tuple[list[float], list[float]]:
        widths = [0.0] * self._count
        for id, layer in self._layers.items():
            widths[layer] = max(widths[layer], self._boxes[id].width)
        lefts, x = [], 0.0
        for layer in range(self._count):
            x += 2 * _MARGIN + self._tracks[layer] * _TRACK
            lefts.append(x)
            x += widths[layer]
        return [*lefts, x + 2 * _MARGIN + self._tracks[-1] * _TRACK], widths

    def _placed(self) -> dict[str, Place]:
        """Each box beside what it was reached from, or as far up as there is room."""
        under = [0.0] * self._count
        level = 0.0
        places = {}
        for id, layer in self._layers.items():
            box = self._boxes[id]
            if layer == 0:
                level = max(under)
            y = max(under[layer], level)
            places[id] = Place(self._lefts[layer], y, box.width, box.height)
            under[layer] = y + places[id].height + _GAP
        return places

    def _port(self, id: str, edge: str, name: str, *, right: bool) -> Point:
        place, ports = self._places[id], self._ports[id, right]
        y = place.y + place.height * ports[edge, name] / (len(ports) + 1)
        return Point(place.x + place.width if right else place.x, y)

    def _x(self, gap: int, track: int) -> float:
        start = self._lefts[gap] - _MARGIN - self._tracks[gap] * _TRACK
        return start + track * _TRACK

    def laid(self) -> Laid:
        """The boxes where they are placed, and a route for each edge."""
        routes = {}
        lane = -float(_GAP)
        for edge in self._edges:
            out, into = self._gaps(edge)
            start = self._port(edge.source, edge.id, "out", right=out > self._layers[edge.source])
            end = self._port(edge.target, edge.id, "in", right=True)
            first = self._x(out, self._track[edge.id, "out"])
            last = self._x(into, self._track[edge.id, "in"])
            if self._goes_round(edge):
                turns = [Point(first, start.y), Point(first, lane), Point(last, lane)]
                lane -= _TRACK
            else:
                turns = [Point(first, start.y)]
            routes[edge.id] = (start, *turns, Point(last, end.y), end)
        return framed(self._places, routes, {})
