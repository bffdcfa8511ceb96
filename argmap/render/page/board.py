"""The picture on the page: the boxes, links and frames of a scene, by number and without colour.

Boxes are in the order of the content's entries and joints after them in theirs, so that a script
can count them; a link names its ends by these numbers.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from argmap.render.layout import Place, Point
from argmap.render.page.marks import GAUGE, Marks
from argmap.render.picture.content import Joint
from argmap.render.picture.font import covers
from argmap.render.picture.scene import DrawnBox, DrawnLink, Frame, Line, Scene
from argmap.render.picture.shapes import head, number, rounded
from argmap.render.picture.svg import escaped

_AROUND = 28
"""The room left around the picture."""
_WIDER = 1.2
"""So much wider than the font that was measured are the widest that browsers may take for it."""
_PAD = 3
"""Between the two lines around an argument."""


class _Numbers(NamedTuple):
    """The numbers of boxes and joints, and of headings."""

    nodes: dict[str, int]
    headings: dict[str, int]


def board(scene: Scene, marks: Marks) -> Iterator[str]:
    """The lines of an SVG element; linear in the scene."""
    content = scene.content
    ids = chain((e.id for e in content.entries), (joint.id for joint in content.joints))
    numbers = _Numbers(
        {id: at for at, id in enumerate(ids)},
        {heading.id: at for at, heading in enumerate(content.headings)},
    )
    parents = {heading.id: heading.parent for heading in content.headings}
    x, y, width, height = (round(each) for each in _bounds(scene))
    yield f'<svg viewBox="{x} {y} {width} {height}" width="{width}" height="{height}"'
    yield ' aria-hidden="true" focusable="false">\n'
    yield from marks.defined(_named(scene))
    yield '<g class="frames">\n'
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
        yield from _box(box, numbers, marks)
    yield '</g>\n<g class="signs">\n'
    for link in scene.links:
        if link.sign is not None:
            yield f"{marks.use(link.link.kind, *link.sign)}\n"
    yield "</g>\n</svg>\n"


def _named(scene: Scene) -> Iterator[str]:
    """The marks that occur."""
    yield from (link.link.kind for link in scene.links)
    yield from (box.entry.standing.verdict or "" for box in scene.boxes)
    yield from ("gauge" for box in scene.boxes if box.bar)


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


def _rect(place: Place) -> str:
    at = f' x="{place.x:.0f}" y="{place.y:.0f}"' if place.x or place.y else ""
    return f'<rect{at} width="{place.width:.0f}" height="{place.height:.0f}"/>'


def _text(line: Line, at: Place, style: str = "") -> str:
    """A line of words, by its distance from the corner of its box.

    It is given the width that was measured where it could leave its box in another font. Letters
    that the measured font lacks have no width that anybody knows; from right to left they are set
    about their middle, as in a picture that is a file.
    """
    style = " ".join(filter(None, ("b" if line.font.bold else "", style)))
    x = line.x + line.width / 2 if line.rtl else line.x
    named = f' class="{style}"' if style else ""
    turned = ' direction="rtl" text-anchor="middle"' if line.rtl else ""
    room = at.x + at.width - line.x
    tight = line.width * _WIDER > room and line.width >= 1 and covers(line.text)
    fitted = f' textLength="{line.width:.0f}"' if tight else ""
    place = f'x="{x - at.x:.0f}" y="{line.y - at.y:.0f}"'
    return f"<text{named} {place}{turned}{fitted}>{escaped(line.text)}</text>"


def _whole(point: Point) -> Point:
    return Point(round(point.x), round(point.y))


def _within(group: str | None, numbers: _Numbers) -> str:
    return f' data-g="{numbers.headings[group]}"' if group in numbers.headings else ""


def _moved(place: Place) -> str:
    return f'transform="translate({place.x:.0f} {place.y:.0f})"'


def _frame(frame: Frame, parent: str | None, numbers: _Numbers) -> Iterator[str]:
    place, around = frame.place, _within(parent, numbers)
    yield f'<g data-s="{numbers.headings[frame.id]}"{around} {_moved(place)}>'
    yield _rect(place._replace(x=0, y=0))
    if frame.line is not None:
        yield _text(frame.line, place)
    yield "</g>\n"


def _link(drawn: DrawnLink, numbers: _Numbers) -> Iterator[str]:
    link = drawn.link
    style = link.kind if link.signed else f"{link.kind} part"
    ends = f'data-e="{numbers.nodes[link.source]} {numbers.nodes[link.target]}"'
    points = [_whole(point) for point in drawn.points]
    yield f'<g class="{style}" {ends}><path d="{rounded(points)}"/>'
    heads = []
    if link.heads in {"end", "both"}:
        heads.append(head(link.kind, points[-1], points[-2]))
    if link.heads in {"start", "both"}:
        heads.append(head(link.kind, points[0], points[1]))
    yield from (f'<path d="{each.path}"/>' for each in heads)
    yield "</g>\n"


def _joint(joint: Joint, place: Place, numbers: _Numbers) -> str:
    at = place._replace(x=place.x + place.width / 2, y=place.y + place.height / 2)
    r = number(place.width / 2 - 1)
    within = _within(joint.group, numbers)
    return f'<circle class="{joint.kind}"{within} r="{r}" {_moved(at)}/>\n'


def _box(box: DrawnBox, numbers: _Numbers, marks: Marks) -> Iterator[str]:
    entry, place = box.entry, box.place
    role = "" if entry.role == "claim" else f' class="{entry.role}"'
    yield f"<g{role}{_within(entry.group, numbers)} {_moved(place)}>"
    if entry.role == "group":  # a pile: there is more in it
        yield _rect(place._replace(x=4, y=4))
    yield _rect(place._replace(x=0, y=0))
    if entry.role == "argument":
        yield _rect(Place(_PAD, _PAD, place.width - 2 * _PAD, place.height - 2 * _PAD))
    yield from (_text(line, place) for line in box.lines)
    yield from (_text(line, place, "s") for line in box.tags)
    if box.verdict is not None:
        yield from _standing(box, box.verdict, marks)
    yield "</g>\n"


def _standing(box: DrawnBox, line: Line, marks: Marks) -> Iterator[str]:
    standing, place = box.entry.standing, box.place
    if standing.verdict:
        yield marks.use(standing.verdict, line.x - 9 - place.x, line.y - 3.5 - place.y)
    yield _text(line, place, "s")
    if box.bar is not None and standing.strength is not None:
        share = min(1.0, max(0.0, standing.strength))
        x, y = box.bar.x - place.x, box.bar.y - place.y
        yield f'<path class="full" d="M{x:.0f} {y + GAUGE / 2:.0f}h{box.bar.width * share:.0f}"/>'
        yield marks.use("gauge", x, y)
