"""What is true of every picture, as tests look at it."""

from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

from argmap.render.layout import Place, Point
from argmap.render.picture.scene import Line, Scene

_SLACK = 0.75


def crowded(places: list[Place]) -> list[tuple[Place, Place]]:
    """The pairs of rectangles that overlap."""
    return [(a, b) for a, b in combinations(places, 2) if a.overlaps(b, _SLACK)]


def crosses(start: Point, end: Point, place: Place) -> bool:
    """Whether a straight line runs through a rectangle, and not only along its border."""
    low, high = 0.0, 1.0
    for at, step, least, most in (
        (start.x, end.x - start.x, place.x + _SLACK, place.x + place.width - _SLACK),
        (start.y, end.y - start.y, place.y + _SLACK, place.y + place.height - _SLACK),
    ):
        if abs(step) < 1e-9:
            if not least < at < most:
                return False
            continue
        near, far = sorted(((least - at) / step, (most - at) / step))
        low, high = max(low, near), min(high, far)
    return low < high


def run_over(scene: Scene) -> list[tuple[str, str]]:
    """The links that run through boxes that they do not belong to."""
    return [
        (drawn.link.id, box.entry.id)
        for drawn in scene.links
        for box in scene.boxes
        if box.entry.id not in {drawn.link.source, drawn.link.target}
        and any(crosses(start, end, box.place) for start, end in pairwise(drawn.points))
    ]


def spilt(scene: Scene) -> list[Line]:
    """The lines of words that leave their boxes, or are wider than the letters in them say."""
    return [
        line
        for box in scene.boxes
        for line in (*box.lines, *box.tags, *([box.verdict] if box.verdict else ()))
        if not (
            box.place.x <= line.x
            and line.x + line.width <= box.place.x + box.place.width
            and box.place.y <= line.y - line.font.size * 0.75
            and line.y + line.font.size * 0.25 <= box.place.y + box.place.height
            and line.font.width(line.text) == line.width
        )
    ]


def parsed(svg: str) -> ET.Element:
    """The elements of a picture; fails unless it is well-formed."""
    return ET.fromstring(svg.encode())  # noqa: S314  # we have written it ourselves


def named(svg: str, attribute: str) -> list[str]:
    """The values of an attribute, in the order of the picture."""
    return [value for each in parsed(svg).iter() if (value := each.get(attribute)) is not None]
