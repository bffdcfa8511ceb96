"""Lines of segments: what is said, and what each part of it is, before anybody asks for colour."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

Style = Literal[
    "", "root", "heading", "for", "against", "undercut", "id", "tag", "dim", "reference", "code",
    "error", "warning", "note",
]  # fmt: skip


_LONGEST_ORIGIN = 30
_WHOLE: frozenset[Style] = frozenset({"id", "tag", "dim"})
TAB = "\t"
"""The only text that is printed as it is though it is not visible: it parts columns on a pipe."""


class Segment(NamedTuple):
    """A piece of a line."""

    text: str
    style: Style = ""


Line = list[Segment]

_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


class Layout(NamedTuple):
    """How lines are laid out: ``width`` in cells, or ``None`` for lines that are never wrapped.

    ``drawn`` lines have guides and brackets drawn with box characters, or with ASCII ones where
    ``ascii``; the others are made for grep, with blanks for indentation.
    """

    width: int | None = None
    drawn: bool = False
    ascii: bool = False


def cells(text: str) -> int:
    """The width of a text in terminal cells: wide letters take two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    wide = sum(east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(_stands_nowhere(letter, category(letter)) for letter in text)


def _stands_nowhere(letter: str, category: str) -> bool:
    """Whether a character takes no cell: marks, and what joins letters of Korean or emoji."""
    return category in {"Mn", "Me"} or letter == "\u200d" or "\u1160" <= letter <= "\u11ff"


def width_of(line: Line) -> int:
    """The width of a line in terminal cells."""
    return sum(cells(segment.text) for segment in line)


def visible(text: str) -> str:
    """The text on one line, with control and direction characters spelt out.

    Nothing that a map contains can move the cursor, change colours or reorder a line.
    """
    return text if text.isprintable() else re.sub(_UNSAFE, _spelt, text)


def _spelt(match: re.Match[str]) -> str:
    letter = match.group()
    if letter in "\t\n\v\f\r\u2028\u2029":
        return " "
    if letter == "\u200d":  # joins emoji and letters of some scripts, and does no harm
        return letter
    number = ord(letter)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"  # noqa: PLR2004


def plain(lines: Iterable[Line]) -> Iterator[str]:
    """The lines as text, without any style and without blanks at their ends.

    This and :func:`~argmap.render.styled.styled` are the only ways to a screen, and both make
    everything visible.
    """
    for line in lines:
        said = (text if text == TAB else visible(text) for text, _ in line)
        yield "".join(said).rstrip()


def shortened(text: str, room: int, dots: str = "…") -> str:
    """The text if it fits, else as many of its words as do, and dots."""
    if cells(text) <= room:
        return text
    kept = wrap([Segment(text)], max(1, room - len(dots)), room)[0]
    return "".join(segment.text for segment in kept) + dots


def origin(title: str) -> str:
    """The remark that something comes from a section, of whose title it names the beginning."""
    return f"(from {shortened(title, _LONGEST_ORIGIN)})"


def wrap(segments: Iterable[Segment], first: int, rest: int) -> list[Line]:
    """The words of the segments in lines of at most ``first`` cells, then ``rest``.

    Words are put one blank apart, and only broken where they are longer than a line; ids and
    remarks stay whole.
    """
    lines: list[Line] = [[]]
    room = first
    for segment in segments:
        text = visible(segment.text)
        for given in [text] if segment.style in _WHOLE and text else text.split():
            word = given
            needed = cells(word) + bool(lines[-1])
            if needed > room and lines[-1]:
                lines.append([])
                room = rest
                needed -= 1
            if needed > room:
                *whole, word = _broken(word, room, rest)
                for part in whole:
                    lines[-1].append(Segment(part, segment.style))
                    lines.append([])
                room = rest
                needed = cells(word)
            _append(lines[-1], word, segment.style)
            room -= needed
    return lines


def _append(line: Line, word: str, style: Style) -> None:
    """Put a word at the end of a line, a blank before it."""
    if line and line[-1].style == style:
        line[-1] = Segment(f"{line[-1].text} {word}", style)
    elif line:
        line += Segment(" "), Segment(word, style)
    else:
        line.append(Segment(word, style))


def _broken(word: str, first: int, rest: int) -> list[str]:
    """A word in parts that fit on lines, each with at least one letter."""
    parts: list[str] = []
    start, used, room = 0, 0, first
    for place, letter in enumerate(word):
        width = cells(letter)
        if used + width > room and place > start:
            parts.append(word[start:place])
            start, used, room = place, 0, rest
        used += width
    return [*parts, word[start:]]
