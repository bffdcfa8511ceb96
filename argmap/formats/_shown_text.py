"""Texts of a map as people see them: in lines that fit a box, with nothing hidden in them."""

import re
from collections.abc import Iterator

_LINE_ENDS = re.compile("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
"""What controls a device, turns the direction of a line, or stands in no document."""
_SHORT = 0xFF
_BASIC = 0xFFFF


def has_hidden(text: str) -> bool:
    """Whether something in a text has no look of its own, blanks and line ends apart."""
    return _HIDDEN.search(text) is not None


def spelt(text: str) -> str:
    """The text with all that is hidden in it spelt out; its lines end with ``\\n``."""
    if text.isprintable():
        return text
    return _HIDDEN.sub(_code, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The words of a text, a blank between them, with all that is hidden spelt out."""
    return " ".join(spelt(text).split())


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text, none wider than ``width`` cells; words are broken only if they must."""
    for paragraph in spelt(text).strip().split("\n"):
        line, room = "", width
        for word in paragraph.split():
            for part in _parts(word, width):
                size = cells(part)
                if line and size + 1 > room:
                    yield line
                    line, room = "", width
                line = f"{line} {part}" if line else part
                room -= size + (line != part)
        yield line


def _code(match: re.Match[str]) -> str:
    number = ord(match.group())
    if number <= _SHORT:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= _BASIC else f"\\U{number:08x}"


def cells(text: str) -> int:
    """How wide a text is, in letters of the Latin alphabet."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(2 if east_asian_width(letter) in "WF" else not combining(letter) for letter in text)


def _parts(word: str, width: int) -> Iterator[str]:
    """A word in parts that each fit on a line."""
    if len(word) * 2 <= width:
        yield word
        return
    start, used = 0, 0
    for place, letter in enumerate(word):
        size = cells(letter)
        if used + size > width and place > start:
            yield word[start:place]
            start, used = place, 0
        used += size
    yield word[start:]
