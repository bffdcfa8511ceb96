"""A picture worked out: every rectangle, line of words and line between boxes in its place.

Nothing here knows SVG: whatever draws a scene, on a page or on a screen, draws the same.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from argmap.render.layout import Box, Direction, Edge, Graph, Group, Laid, Place, Point, arrange
from argmap.render.picture.content import Content, Entry, Joint, Link, kinds_of
from argmap.render.picture.text import Font, clean, is_rtl, shortened, wrap

NAME = Font(13, 17, bold=True)
WORDS = Font(13, 17)
SMALL = Font(10.5, 14)
HEADING = Font(12, 16, bold=True)
TITLE = Font(20, 26, bold=True)
NOTE = Font(12, 16)
JOINT = 12
"""The width and height of a joint."""
MARGIN = 28
_PAD_X, _PAD_Y = 13, 10
_HEADER = 14
_ROOMS = ((60, 170), (140, 240), (320, 310), (700, 380))
"""So many letters of a claim are set in so much room."""
_WIDEST = 442
_LEAST = 420
BAR = 60
"""The width of a gauge."""


class Line(NamedTuple):
    """One line of words: ``x`` is its left end, ``y`` its base line."""

    text: str
    x: float
    y: float
    font: Font
    width: float
    rtl: bool = False


class DrawnBox(NamedTuple):
    """A box with its lines; ``verdict`` is the line that tells its standing, ``bar`` a gauge."""

    entry: Entry
    place: Place
    lines: tuple[Line, ...]
    tags: tuple[Line, ...] = ()
    verdict: Line | None = None
    bar: Place | None = None


class DrawnLink(NamedTuple):
    """A line between boxes or joints, and where its sign is."""

    link: Link
    points: tuple[Point, ...]
    sign: Point | None


class Frame(NamedTuple):
    """A rectangle around boxes, with a heading."""

    id: str
    title: str
    place: Place
    line: Line | None


class Scene(NamedTuple):
    """All that is drawn, on a ground that goes from the origin to ``width``, ``height``."""

    content: Content
    width: float
    height: float
    title: tuple[Line, ...]
    note: tuple[Line, ...]
    boxes: tuple[DrawnBox, ...]
    joints: tuple[tuple[Joint, Place], ...]
    links: tuple[DrawnLink, ...]
    frames: tuple[Frame, ...]
    legend: tuple["Key", ...] = ()


class Key(NamedTuple):
    """An entry of the legend: a kind of link, or ``joint``, at a place, and what it means."""

    name: str
    at: Point
    line: Line


MEANINGS = {
    "support": "supports",
    "rebuttal": "speaks against",
    "undercut": "undercuts the step",
    "contrary": "not both true",
    "contradiction": "one true, one false",
    "entailment": "entails",
    "equivalence": "same as",
    "joint": "only together",
}
"""What the legend says."""
SAMPLE = 46
"""The length of a sample in the legend."""
VERDICTS = {"in": "stands", "out": "falls", "undecided": "undecided"}


class _Said(NamedTuple):
    """The words of a box in lines, before it has a place."""

    name: list[str]
    words: list[str]
    tags: list[str]
    verdict: str
    width: float
    height: float


def compose(content: Content, direction: Direction = "right", engine: str = "") -> Scene:
    """The picture of a content; what it costs is what the layout costs."""
    said = {entry.id: _said(entry) for entry in content.entries}
    laid = arrange(_graph(content, said), direction, engine)
    width = max(laid.width, _LEAST)
    title = _block(wrap(content.title, width, TITLE), Point(MARGIN, MARGIN), TITLE)
    below = MARGIN + len(title) * TITLE.line
    note = _block(wrap(content.note, width, NOTE), Point(MARGIN, below + 2), NOTE)
    top = below + len(note) * NOTE.line + 20
    laid = _moved(laid, MARGIN, top)
    joints = {joint.id: laid.places[joint.id] for joint in content.joints}
    legend, bottom = _legend(content, width, top + laid.height + 24)
    return Scene(
        content,
        width + 2 * MARGIN,
        bottom + MARGIN,
        title,
        note,
        tuple(_box(entry, said[entry.id], laid.places[entry.id]) for entry in content.entries),
        tuple((joint, laid.places[joint.id]) for joint in content.joints),
        tuple(_drawn(link, _joined(link, laid, joints)) for link in content.links),
        tuple(_frames(content, laid.frames)),
        legend,
    )


def _graph(content: Content, said: Mapping[str, _Said]) -> Graph:
    boxes = [Box(e.id, said[e.id].width, said[e.id].height, e.group) for e in content.entries]
    boxes += (Box(joint.id, JOINT, JOINT, joint.group) for joint in content.joints)
    return Graph(
        tuple(boxes),
        tuple(Edge(link.id, link.source, link.target) for link in content.links),
        tuple(Group(heading.id, heading.parent) for heading in content.headings),
        _HEADER,
    )


def _said(entry: Entry) -> _Said:
    title, text = clean(entry.title), clean(entry.text)
    if not (title or text):
        title = clean(entry.id) or "…"
    title = "" if title == text else title
    length = max(len(title), len(text))
    room = next((room for letters, room in _ROOMS if length <= letters), _WIDEST)
    name, words = wrap(title, room, NAME), wrap(text, room, WORDS)
    tags = wrap("  ".join(f"#{clean(tag)}" for tag in entry.tags), room, SMALL)
    standing = entry.standing
    verdict = VERDICTS[standing.verdict] if standing.verdict else ""
    if standing.strength is not None:
        verdict = f"{verdict} {standing.strength:.2f}".strip()
    gauge = BAR + 8 if standing.strength is not None else 0
    width = max(
        *map(NAME.width, name), *map(WORDS.width, words), *map(SMALL.width, tags),
        SMALL.width(verdict) + 16 + gauge if verdict else 0, 40,
    )  # fmt: skip
    height = len(name) * NAME.line + len(words) * WORDS.line
    height += 3 * bool(name and words) + len(tags) * SMALL.line + 3 * bool(tags)
    height += (SMALL.line + 4) * bool(verdict)
    return _Said(name, words, tags, verdict, width + 2 * _PAD_X, height + 2 * _PAD_Y)


def _box(entry: Entry, said: _Said, place: Place) -> DrawnBox:
    x, y, room = place.x + _PAD_X, place.y + _PAD_Y, place.width - 2 * _PAD_X
    lines = _block(said.name, Point(x, y), NAME, room)
    y += len(said.name) * NAME.line + 3 * bool(said.name and said.words)
    lines += _block(said.words, Point(x, y), WORDS, room)
    y += len(said.words) * WORDS.line + 3 * bool(said.tags)
    tags = _block(said.tags, Point(x, y), SMALL, room)
    y += len(said.tags) * SMALL.line + 4
    if not said.verdict:
        return DrawnBox(entry, place, lines, tags)
    (verdict,) = _block([said.verdict], Point(x + 16, y), SMALL)
    bar = None
    if entry.standing.strength is not None:
        bar = Place(x + room - BAR, y + 4, BAR, 6)
    return DrawnBox(entry, place, lines, tags, verdict, bar)


def _block(
    lines: Sequence[str], at: Point, font: Font, room: float | None = None
) -> tuple[Line, ...]:
    """Lines under each other; those of scripts from right to left are set at the right."""
    found = []
    for number, text in enumerate(lines):
        width = font.width(text)
        rtl = is_rtl(text)
        x = at.x + room - width if rtl and room is not None else at.x
        y = at.y + number * font.line + font.line * 0.76
        found.append(Line(text, x, y, font, width, rtl))
    return tuple(found)


def _moved(laid: Laid, x: float, y: float) -> Laid:
    def moved(place: Place) -> Place:
        return place._replace(x=place.x + x, y=place.y + y)

    return laid._replace(
        places={id: moved(place) for id, place in laid.places.items()},
        routes={id: tuple(Point(p.x + x, p.y + y) for p in r) for id, r in laid.routes.items()},
        frames={id: moved(place) for id, place in laid.frames.items()},
    )


def _joined(link: Link, laid: Laid, joints: Mapping[str, Place]) -> tuple[Point, ...]:
    """The route of a link, up to the middle of joints where it has no head."""
    route = laid.routes[link.id]
    if link.source in joints:
        route = (_middle(joints[link.source]), *route)
    if link.target in joints and link.heads in {"none", "start"}:
        route = (*route, _middle(joints[link.target]))
    return route


def _middle(place: Place) -> Point:
    return Point(place.x + place.width / 2, place.y + place.height / 2)


def _drawn(link: Link, points: tuple[Point, ...]) -> DrawnLink:
    if not link.signed or len(points) < 2:  # noqa: PLR2004  # a line has two ends
        return DrawnLink(link, points, None)
    longest = max(
        pairwise(points),
        key=lambda each: abs(each[0].x - each[1].x) + abs(each[0].y - each[1].y),
    )
    (x0, y0), (x1, y1) = longest
    return DrawnLink(link, points, Point((x0 + x1) / 2, (y0 + y1) / 2))


def _frames(content: Content, frames: Mapping[str, Place]) -> list[Frame]:
    found = []
    for heading in content.headings:
        place = frames.get(heading.id)
        if place is None:
            continue
        words = shortened(heading.title, place.width - 24, HEADING)
        lines = _block([words], Point(place.x + 12, place.y + 6), HEADING, place.width - 24)
        found.append(Frame(heading.id, heading.title, place, lines[0]))
    return found


def _legend(content: Content, width: float, top: float) -> tuple[tuple[Key, ...], float]:
    """What the signs mean that occur, in rows; and where the last row ends."""
    names: list[str] = list(kinds_of(content))
    linked: dict[str, int] = {}
    for link in content.links:
        linked[link.target] = linked.get(link.target, 0) + (link.heads == "none")
    names += ["joint"] if max(linked.values(), default=0) > 1 else []
    keys = []
    x, y = float(MARGIN), top
    for name in names:
        needed = SAMPLE + 8 + NOTE.width(MEANINGS[name])
        if x > MARGIN and x + needed > MARGIN + width:
            x, y = float(MARGIN), y + 24
        (line,) = _block([MEANINGS[name]], Point(x + SAMPLE + 8, y), NOTE)
        keys.append(Key(name, Point(x, y + NOTE.line / 2), line))
        x += needed + 26
    return tuple(keys), y + NOTE.line if keys else top - 24
