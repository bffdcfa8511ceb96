"""The picture on the page: the boxes, links and frames of a scene, by number and without colour.

Boxes are in the order of the content's entries and joints after them in theirs, so that a script
can count them; a link names its ends by these numbers.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from argmap.render.layout import Place
from argmap.render.picture.content import Joint
from argmap.render.picture.font import covers
from argmap.render.picture.scene import DrawnBox, DrawnLink, Frame, Line, Scene
from argmap.render.picture.shapes import RADIUS, SIGNS, head, number, rounded
from argmap.render.picture.svg import escaped

_AROUND = 28
"""The room left around the picture."""
TICKS = {
    "in": "M-4 0L-1 3.5L4-3.5",
    "out": "M-3.5-3.5L3.5 3.5M-3.5 3.5L3.5-3.5",
    "undecided": "M-4 1C-2-3 1 4 4-1",
}
"""For each verdict its sign, as a path about the origin."""


class _Numbers(NamedTuple):
    """The numbers of boxes and joints, and of headings."""

    nodes: dict[str, int]
    headings: dict[str, int]


def board(scene: Scene) -> Iterator[str]:
    """The lines of an SVG element; linear in the scene."""
    content = scene.content
    ids = chain((e.id for e in content.entries), (joint.id for joint in content.joints))
    numbers = _Numbers(
        {id: at for at, id in enumerate(ids)},
        {heading.id: at for at, heading in enumerate(content.headings)},
    )
    parents = {heading.id: heading.parent for heading in content.headings}
    x, y, width, height = map(number, _bounds(scene))
    yield f'<svg viewBox="{x} {y} {width} {height}" width="{width}" height="{height}"'
    yield ' aria-hidden="true" focusable="false">\n<g class="frames">\n'
    for frame in scene.frames:
        yield from _frame(frame, parents[frame.id], numbers)
    yield '</g>\n<g class="links">\n'
    for link in scene.links:
        yield from _link(link, numbers)
    yield '</g>\n<g class="joints">\n'
    for joint, place in scene.joints:
        yield _joint(joint, place, numbers)
    yield '</g>\n<g class="boxes">\n'
    for box in scene.boxes:
        yield from _box(box, numbers)
    yield '</g>\n<g class="signs">\n'
    for link in scene.links:
        if link.sign is not None:
            yield sign(link.link.kind, number(link.sign.x), number(link.sign.y))
    yield "</g>\n</svg>\n"


def _bounds(scene: Scene) -> Place:
    places = [box.place for box in scene.boxes]
    places += (place for _, place in scene.joints)
    places += (frame.place for frame in scene.frames)
    points = [point for link in scene.links for point in link.points]
    left = min([p.x for p in places] + [p.x for p in points], default=0.0)
    top = min([p.y for p in places] + [p.y for p in points], default=0.0)
    right = max([p.x + p.width for p in places] + [p.x for p in points], default=0.0)
    bottom = max([p.y + p.height for p in places] + [p.y for p in points], default=0.0)
    return Place(
        left - _AROUND, top - _AROUND, right - left + 2 * _AROUND, bottom - top + 2 * _AROUND
    )


def sign(kind: str, x: str, y: str) -> str:
    """The disc with the sign of a kind at a place."""
    path = next(path for each, path in SIGNS.items() if each == kind)
    return (
        f'<g class="{kind}" transform="translate({x} {y})">'
        f'<circle r="{RADIUS}"/><path d="{path}"/></g>\n'
    )


def _rect(place: Place, radius: float, style: str = "") -> str:
    named = f' class="{style}"' if style else ""
    return (
        f'<rect{named} x="{number(place.x)}" y="{number(place.y)}" '
        f'width="{number(place.width)}" height="{number(place.height)}" rx="{number(radius)}"/>'
    )


def _text(line: Line, style: str = "") -> str:
    """A line of words, as wide as it was measured; see the same in a picture that is a file."""
    style = " ".join(filter(None, ("b" if line.font.bold else "", style)))
    x = line.x + line.width / 2 if line.rtl else line.x
    named = f' class="{style}"' if style else ""
    turned = ' direction="rtl" text-anchor="middle"' if line.rtl else ""
    fitted = ""
    if covers(line.text) and line.text:
        fitted = f' textLength="{number(line.width)}" lengthAdjust="spacingAndGlyphs"'
    at = f'x="{number(x)}" y="{number(line.y)}"'
    return f"<text{named} {at}{turned}{fitted}>{escaped(line.text)}</text>"


def _frame(frame: Frame, parent: str | None, numbers: _Numbers) -> Iterator[str]:
    around = _within(parent, numbers)
    yield f'<g data-s="{numbers.headings[frame.id]}"{around}>{_rect(frame.place, 12)}'
    if frame.line is not None:
        yield _text(frame.line)
    yield "</g>\n"


def _link(drawn: DrawnLink, numbers: _Numbers) -> Iterator[str]:
    link = drawn.link
    style = link.kind if link.signed else f"{link.kind} part"
    ends = f'data-a="{numbers.nodes[link.source]}" data-b="{numbers.nodes[link.target]}"'
    yield f'<g class="{style}" {ends}><path d="{rounded(drawn.points)}"/>'
    points = drawn.points
    heads = []
    if link.heads in {"end", "both"}:
        heads.append(head(link.kind, points[-1], points[-2]))
    if link.heads in {"start", "both"}:
        heads.append(head(link.kind, points[0], points[1]))
    yield from (f'<path class="{each.fill}" d="{each.path}"/>' for each in heads)
    yield "</g>\n"


def _within(group: str | None, numbers: _Numbers) -> str:
    return f' data-g="{numbers.headings[group]}"' if group in numbers.headings else ""


def _joint(joint: Joint, place: Place, numbers: _Numbers) -> str:
    within = _within(joint.group, numbers)
    x, y = number(place.x + place.width / 2), number(place.y + place.height / 2)
    r = number(place.width / 2 - 1)
    return f'<circle class="{joint.kind}"{within} cx="{x}" cy="{y}" r="{r}"/>\n'


def _box(box: DrawnBox, numbers: _Numbers) -> Iterator[str]:
    entry, place = box.entry, box.place
    yield f'<g class="{entry.role}"{_within(entry.group, numbers)}>'
    if entry.role == "group":  # a pile: there is more in it
        yield _rect(place._replace(x=place.x + 4, y=place.y + 4), 8)
    yield _rect(place, 2 if entry.role == "argument" else 8)
    if entry.role == "argument":
        inner = Place(place.x + 3, place.y + 3, place.width - 6, place.height - 6)
        yield _rect(inner, 0)
    yield from _texts(box.lines)
    yield from (_text(line, "s") for line in box.tags)
    if box.verdict is not None:
        yield from _standing(box, box.verdict)
    yield "</g>\n"


def _texts(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield _text(line)


def _standing(box: DrawnBox, line: Line) -> Iterator[str]:
    standing = box.entry.standing
    if standing.verdict:
        at = f"{number(line.x - 9)} {number(line.y - 3.5)}"
        yield (
            f'<path class="tick {standing.verdict}" d="{TICKS[standing.verdict]}" '
            f'transform="translate({at})"/>'
        )
    yield _text(line, "s")
    if box.bar is not None and standing.strength is not None:
        share = min(1.0, max(0.0, standing.strength))
        yield _rect(box.bar._replace(width=box.bar.width * share), 2, "full")
        yield _rect(box.bar, 2, "gauge")
