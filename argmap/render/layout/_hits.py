"""Whether edges run through boxes that they do not belong to."""

from collections.abc import Iterator
from itertools import pairwise

from argmap.render.layout._records import Graph, Laid, Place, Point

_CELL = 200.0
_SLACK = 0.75


def runs_over(graph: Graph, laid: Laid) -> bool:
    """Whether an edge runs through a foreign box.

    Each piece of a route is only compared with the boxes near it: in a picture that is not too
    crowded that is linear in the length of the routes.
    """
    near: dict[tuple[int, int], list[str]] = {}
    for id, place in laid.places.items():
        for cell in _cells(place):
            near.setdefault(cell, []).append(id)
    for edge in graph.edges:
        own = {edge.source, edge.target}
        for start, end in pairwise(laid.routes[edge.id]):
            along = _around(start, end)
            for cell in _cells(along):
                for id in near.get(cell, ()):
                    if id not in own and _hits(start, end, laid.places[id]):
                        return True
    return False


def _around(start: Point, end: Point) -> Place:
    x, y = min(start.x, end.x), min(start.y, end.y)
    return Place(x, y, abs(start.x - end.x), abs(start.y - end.y))


def _cells(place: Place) -> Iterator[tuple[int, int]]:
    for x in range(int(place.x // _CELL), int((place.x + place.width) // _CELL) + 1):
        for y in range(int(place.y // _CELL), int((place.y + place.height) // _CELL) + 1):
            yield x, y


def _hits(start: Point, end: Point, place: Place) -> bool:
    """Whether a line along an axis has a part inside a rectangle."""
    line = _around(start, end)
    return (
        line.x < place.x + place.width - _SLACK
        and line.x + line.width > place.x + _SLACK
        and line.y < place.y + place.height - _SLACK
        and line.y + line.height > place.y + _SLACK
    )
