"""What a box says: its lines, and the room that they and its ports take."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.render.boxes.glyphs import Glyphs
from argmap.render.layout import Direction
from argmap.render.lines import Line, Segment, Style, cells, shortened, visible, width_of, wrap
from argmap.render.picture.content import Entry

_TONES: dict[str, Style] = {"in": "for", "out": "against", "undecided": "note"}
_LEAST = 6


class Words(NamedTuple):
    """The lines of a box, and what is on its border; the size is that with the borders."""

    lines: tuple[Line, ...]
    label: str
    width: int
    height: int


def words_of(entry: Entry, room: int, ports: int, direction: Direction, glyphs: Glyphs) -> Words:
    """What a box says in lines of at most ``room`` cells.

    Its id is on its border if no lines end there, else in its last line.
    """
    id = "" if entry.role == "group" else visible(entry.id)
    label = id if direction == "right" else ""
    lines = _balanced(list(_said(entry)), room)
    if entry.standing.verdict:
        verdict = entry.standing.verdict
        lines.append([Segment(glyphs.stands[verdict], _TONES[verdict])])
    if direction == "down" and id:
        lines.append([Segment(shortened(id, room, glyphs.dots), "id")])
    label = shortened(label, room - 2, glyphs.dots)
    width = max([_LEAST, cells(label) + 2, *map(width_of, lines)]) + 4
    height = len(lines) + 2
    if direction == "right":
        height = max(height, ports + 2)
    else:
        width = max(width, 2 * ports + 3)
    return Words(tuple(lines), label, width, height)


def _said(entry: Entry) -> Iterator[list[Segment]]:
    """Title, text and tags, each of which begins a line."""
    title, text = entry.title.strip(), entry.text.strip()
    tone: Style = "root" if entry.role == "thesis" else ""
    if entry.role in {"argument", "group"}:
        yield [Segment(title, "root")]
        yield [Segment(text)]
    else:
        yield [Segment(text or title or entry.id, tone)]
    tags = (tag for tag in entry.tags if f"#{tag}" not in text and f"#({tag})" not in text)
    yield [Segment(f"#{tag}", "tag") for tag in tags]


def _balanced(paragraphs: list[list[Segment]], room: int) -> list[Line]:
    """The paragraphs in lines of lengths that differ as little as they may."""
    found: list[Line] = []
    for paragraph in paragraphs:
        if not any(segment.text for segment in paragraph):
            continue
        lines = _whole(paragraph, room)
        low, high = max(1, room // 2), room
        while low < high:
            middle = (low + high) // 2
            if len(_whole(paragraph, middle)) <= len(lines):
                high = middle
            else:
                low = middle + 1
        found += _whole(paragraph, high)
    return found


def _whole(paragraph: list[Segment], room: int) -> list[Line]:
    """The lines of a paragraph, none wider than the room but for a single wide letter."""
    return [line for line in wrap(paragraph, room, room) if line]
