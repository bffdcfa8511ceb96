"""What goes into a layout, and what comes out."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

Direction = Literal["right", "down"]
"""Where what bears on a box lies: to the right of it, or below it."""


class Box(NamedTuple):
    """Something that takes room; ``group`` is the innermost group that it lies in."""

    id: str
    width: float
    height: float
    group: str | None = None


class Group(NamedTuple):
    """A frame around boxes and groups, after the group around it; ``parent`` is that group."""

    id: str
    parent: str | None = None


class Edge(NamedTuple):
    """A line from what bears on something to what it bears on."""

    id: str
    source: str
    target: str


class Graph(NamedTuple):
    """What is to be laid out; every group has a box in it or in a group of it."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...] = ()
    groups: tuple[Group, ...] = ()
    header: float = 22
    """The room above the content of a group."""


class Point(NamedTuple):
    """A point; x grows to the right, y downwards."""

    x: float
    y: float


class Place(NamedTuple):
    """A rectangle by its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: "Place", slack: float = 0.0) -> bool:
        """Whether the two have more in common than ``slack`` in both directions."""
        return (
            min(self.x + self.width, other.x + other.width) - max(self.x, other.x) > slack
            and min(self.y + self.height, other.y + other.height) - max(self.y, other.y) > slack
        )


class Laid(NamedTuple):
    """Where everything is, by id; all of it lies between the origin and ``width``, ``height``.

    Routes run from the border of the source to that of the target. An engine that knows no groups
    has no ``frames``.
    """

    places: Mapping[str, Place]
    routes: Mapping[str, tuple[Point, ...]]
    frames: Mapping[str, Place]
    width: float
    height: float


Arrange = Callable[[Graph, Direction], Laid]


def framed(
    places: Mapping[str, Place],
    routes: Mapping[str, tuple[Point, ...]],
    frames: Mapping[str, Place],
) -> Laid:
    """The same, moved to the origin."""
    rectangles = (*places.values(), *frames.values())
    points = [point for route in routes.values() for point in route]
    left = min([r.x for r in rectangles] + [p.x for p in points], default=0.0)
    top = min([r.y for r in rectangles] + [p.y for p in points], default=0.0)
    right = max([r.x + r.width for r in rectangles] + [p.x for p in points], default=0.0)
    bottom = max([r.y + r.height for r in rectangles] + [p.y for p in points], default=0.0)

    def moved(rectangle: Place) -> Place:
        return rectangle._replace(x=rectangle.x - left, y=rectangle.y - top)

    return Laid(
        {id: moved(each) for id, each in places.items()},
        {id: tuple(Point(p.x - left, p.y - top) for p in each) for id, each in routes.items()},
        {id: moved(each) for id, each in frames.items()},
        right - left,
        bottom - top,
    )
