"""The shapes of lines between boxes: their strokes, their heads, and the signs on them."""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.model.relation import Kind
from argmap.render.layout import Point

RADIUS = 7
"""Of the disc that a sign stands on."""
_CORNER = 7
_HEAD = 10
_HALF = 4.5

WIDTHS: dict[Kind, float] = {"entailment": 2.6, "equivalence": 2.6}
"""The widths of lines that differ from the others."""
DASHES: dict[Kind, str] = {
    "rebuttal": "7 4",
    "undercut": "2 4",
    "contrary": "10 3 2 3",
    "contradiction": "10 3 2 3 2 3",
}
"""The dashes of lines that are not whole."""
SIGNS: dict[Kind, str] = {
    "support": "M-3.5 0H3.5M0-3.5V3.5",
    "rebuttal": "M-3.5 0H3.5",
    "undercut": "M-3-3L3 3M-3 3L3-3",
    "contrary": "M-3.5-1.5H3.5M-3.5 1.5H3.5M-2 3.8L2-3.8",
    "contradiction": "M-3.5 3H3.5M0 3V-3.5",
    "entailment": "M-3.5-1.5H1M-3.5 1.5H1M.5-3.5L4 0L.5 3.5",
    "equivalence": "M-3.5-2.6H3.5M-3.5 0H3.5M-3.5 2.6H3.5",
}
"""Plus, minus, a cross, and the signs of logic, as paths about the origin."""


class Head(NamedTuple):
    """The end of a line: its outline, and whether it is filled, hollow or only a stroke."""

    path: str
    fill: str


def rounded(points: Sequence[Point], radius: float = _CORNER) -> str:
    """The path along the points, with round corners."""
    path = [f"M{number(points[0].x)} {number(points[0].y)}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _distance(before, at), _distance(at, after)
        cut = min(radius, into / 2, out / 2)
        if cut < 1:
            path.append(f"L{number(at.x)} {number(at.y)}")
            continue
        start, end = _towards(at, before, cut / into), _towards(at, after, cut / out)
        path.append(
            f"L{number(start.x)} {number(start.y)}"
            f"Q{number(at.x)} {number(at.y)} {number(end.x)} {number(end.y)}"
        )
    last = points[-1]
    return "".join([*path, f"L{number(last.x)} {number(last.y)}"])


def head(kind: Kind, tip: Point, before: Point) -> Head:
    """The head of a line that ends at ``tip`` and comes from ``before``."""
    length = _distance(tip, before) or 1
    along = Point((tip.x - before.x) / length, (tip.y - before.y) / length)

    def at(back: float, aside: float) -> str:
        x = tip.x - along.x * back - along.y * aside
        y = tip.y - along.y * back + along.x * aside
        return f"{number(x)} {number(y)}"

    tip_at, left, right = at(0.5, 0), at(_HEAD, _HALF), at(_HEAD, -_HALF)
    if kind == "support":
        return Head(f"M{tip_at}L{left}L{right}Z", "full")
    if kind == "rebuttal":
        return Head(f"M{tip_at}L{left}L{right}Z", "hollow")
    if kind == "undercut":
        side, other = at(_HEAD / 2, _HALF), at(_HEAD / 2, -_HALF)
        return Head(f"M{tip_at}L{side}L{at(_HEAD, 0)}L{other}Z", "full")
    if kind in {"contrary", "contradiction"}:
        return Head(f"M{at(2, 6)}L{at(2, -6)}", "stroke")
    return Head(f"M{left}L{tip_at}L{right}", "stroke")


def number(value: float) -> str:
    """A number with at most one decimal."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def _distance(one: Point, other: Point) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)


def _towards(one: Point, other: Point, share: float) -> Point:
    return Point(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share)
