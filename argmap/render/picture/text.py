"""Words in lines that fit: in any script, and never broken inside a character."""

import re
from functools import cache
from typing import NamedTuple
from unicodedata import bidirectional, category, east_asian_width

from argmap.render.picture.font import width

_GONE = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_JOINERS = "\u200c\u200d"
_CLOSING = "、。，．！？；：」』）】〉》”’)]}!?,.;:…ーっッゃゅょャュョ々"
_OPENING = "「『（【〈《“‘([{"


class Font(NamedTuple):
    """A size in pixels, the height of a line in it, and whether it is bold."""

    size: float
    line: float
    bold: bool = False

    def width(self, text: str) -> float:
        """How wide a text is in this font."""
        return width(text, self.size, bold=self.bold)


def clean(text: str) -> str:
    """The text on one line, without characters that steer instead of being seen."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (
        letter if category(letter) not in _GONE or letter in _JOINERS else " " if _parts(letter)
        else "" for letter in text
    )  # fmt: skip
    return " ".join("".join(kept).split())


def _parts(letter: str) -> bool:
    return letter.isspace() or letter == "\ufeff"


def is_rtl(text: str) -> bool:
    """Whether a text begins in a script that runs from right to left."""
    directions = (bidirectional(letter) for letter in text)
    return next((d for d in directions if d in {"L", "R", "AL"}), "L") != "L"


def clusters(text: str) -> list[str]:
    """The characters as people see them: letters with their marks, joined emoji, flags."""
    found: list[str] = []
    for letter in text:
        if found and _sticks(found[-1], letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _sticks(before: str, letter: str) -> bool:
    if category(letter)[0] == "M" or letter in _JOINERS or "\U0001f3fb" <= letter <= "\U0001f3ff":
        return True
    if before[-1] == "\u200d":
        return True
    flags = "\U0001f1e6", "\U0001f1ff"
    return len(before) == 1 and flags[0] <= before <= flags[1] and flags[0] <= letter <= flags[1]


def wrap(text: str, room: float, font: Font) -> list[str]:
    """The text in lines no wider than ``room``, of lengths that differ as little as they may.

    A single character that is wider than that stands on a line of its own.
    """
    pieces = _pieces(clean(text))
    lines = _filled(pieces, room, font)
    if len(lines) < 2:  # noqa: PLR2004  # nothing to balance
        return lines
    low, high = room / 2, room
    for _ in range(5):
        middle = (low + high) / 2
        if len(_filled(pieces, middle, font)) == len(lines):
            high = middle
        else:
            low = middle
    return _filled(pieces, high, font)


def shortened(text: str, room: float, font: Font) -> str:
    """The text if it fits, else its beginning and dots."""
    text = clean(text)
    if font.width(text) <= room:
        return text
    kept = ""
    for cluster in clusters(text):
        if font.width(kept + cluster + "…") > room:
            break
        kept += cluster
    return kept.rstrip() + "…"


class _Piece(NamedTuple):
    """What is not broken if it can be helped, and whether a blank stands before it."""

    text: str
    spaced: bool


def _pieces(text: str) -> list[_Piece]:
    found = []
    for word in text.split(" "):
        parts = [word] if word.isascii() else _parts_of(word)
        found += [_Piece(part, number == 0) for number, part in enumerate(parts)]
    return found


def _parts_of(word: str) -> list[str]:
    """A word where it may be broken: between letters of scripts that write without blanks."""
    parts: list[str] = []
    for cluster in clusters(word):
        last = parts[-1][-1] if parts else ""
        loose = _is_wide(cluster[0]) or (bool(last) and _is_wide(last))
        if parts and (not loose or cluster[0] in _CLOSING or last in _OPENING):
            parts[-1] += cluster
        else:
            parts.append(cluster)
    return parts


@cache
def _is_wide(letter: str) -> bool:
    return east_asian_width(letter) in "WF"


def _filled(pieces: list[_Piece], room: float, font: Font) -> list[str]:
    """As many pieces on each line as fit."""
    lines: list[str] = []
    line, used = "", 0.0
    blank = font.width(" ")
    for piece in pieces:
        needed = font.width(piece.text)
        gap = blank if piece.spaced and line else 0.0
        if used + gap + needed <= room:
            line += (" " if gap else "") + piece.text
            used += gap + needed
            continue
        if line:
            lines.append(line)
        *whole, line = [piece.text] if needed <= room else _broken(piece.text, room, font)
        lines += whole
        used = font.width(line)
    return [*lines, line] if line else lines


def _broken(word: str, room: float, font: Font) -> list[str]:
    """A word that is longer than a line, after a stroke or dot of an address if there is one."""
    parts = [""]
    for piece in re.findall(r"[^/._-]+[/._-]*|[/._-]+", word):
        if font.width(parts[-1] + piece) <= room:
            parts[-1] += piece
            continue
        if font.width(piece) <= room:
            parts.append(piece)
            continue
        for cluster in clusters(piece):
            if parts[-1] and font.width(parts[-1] + cluster) > room:
                parts.append("")
            parts[-1] += cluster
    return parts
