"""The words of a text, whatever their spacing and encoding, and where they stand in it."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

_SPACING = re.compile(r"\s{2,}|[^\S ]")
_IRREGULAR = re.compile(r"\s{2,}|[^\S ]|[!-~]?[^\x00-\x7f\s]+")
_JAMO = range(0x1160, 0x1200)
_PILE = re.compile(r"([^\w\s\x00-\x7f]{65,})")


def compose(words: str) -> str:
    """The words in Unicode's form NFC, except for piles of more than 64 marks; linear."""
    if words.isascii():
        return words
    # To sort the marks on one letter takes CPython the square of their number.
    parts = _PILE.split(words)
    parts[::2] = [unicodedata.normalize("NFC", part) for part in parts[::2]]
    return "".join(parts)


def collapse(words: str) -> str:
    """The words in Unicode's form NFC, each run of white space one blank, none at the ends."""
    return " ".join(compose(words).split())


class Wording:
    """A text with NFC characters and single blanks, that knows its offsets in the original.

    Made in linear time; ``raw`` costs one binary search.
    """

    __slots__ = ("_low", "_raw", "_tidy", "text")

    def __init__(self, original: str) -> None:
        parts: list[str] = []
        self._tidy = [0]
        self._raw = [0]
        self._low: str | None = None
        done = length = 0
        for start, end, instead in _edits(original):
            parts += (original[done:start], instead)
            length += start - done + len(instead)
            if len(instead) != end - start:
                self._tidy.append(length)
                self._raw.append(end)
            done = end
        parts.append(original[done:])
        self.text = "".join(parts)

    def raw(self, offset: int) -> int:
        """The offset in the original of a character of this text."""
        nearest = bisect_right(self._tidy, offset) - 1
        return self._raw[nearest] + offset - self._tidy[nearest]

    def occurrences(self, words: str, prefix: str = "", suffix: str = "") -> list[tuple[int, int]]:
        """Start and end in the original of each place where the words stand.

        Case counts unless they stand nowhere with their own; whole words are preferred.
        With a prefix or suffix, only the places that it adjoins. Linear in the text.
        """
        for lower in (False, True):
            parts = [collapse(part) for part in (words, prefix, suffix)]
            if lower:
                parts = [_lower(part) for part in parts]
            found = list(_adjoining(self._lowered() if lower else self.text, *parts))
            if found:
                return [(self.raw(start), self.raw(end)) for start, end in found]
        return []

    def _lowered(self) -> str:
        if self._low is None:
            self._low = _lower(self.text)
        return self._low


def _adjoining(text: str, words: str, prefix: str, suffix: str) -> Iterator[tuple[int, int]]:
    """Where the words stand between prefix and suffix; only as whole words if ever so."""
    found = [
        start
        for start in _starts(text, words)
        if _precedes(text, prefix, start) and _follows(text, suffix, start + len(words))
    ]
    whole = [start for start in found if is_whole(text, start, start + len(words))]
    return ((start, start + len(words)) for start in whole or found)


def _starts(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))


def _precedes(text: str, prefix: str, start: int) -> bool:
    end = start - 1 if text[start - 1 : start] == " " else start
    return text.endswith(prefix, 0, end)


def _follows(text: str, suffix: str, end: int) -> bool:
    return text.startswith(suffix, end + 1 if text[end : end + 1] == " " else end)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether this stretch neither begins nor ends inside a word of an alphabet with blanks."""
    return not (_inside_word(text, start) or _inside_word(text, end))


def _inside_word(text: str, offset: int) -> bool:
    pair = text[offset - 1 : offset + 1] if offset else ""
    # Chinese and Japanese set no blanks between words: from U+2E80 on, any character begins one.
    return len(pair) > 1 and pair.isalnum() and pair < "\u2e80" and pair[1] < "\u2e80"


def _lower(text: str) -> str:
    """Lower case of the same length: a letter whose small form is longer stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := c.lower()) == 1 else c for c in text)


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    """What to replace, and by what, to make the text NFC with single blanks."""
    composed = compose(text) == text
    for match in (_SPACING if composed else _IRREGULAR).finditer(text):
        if match[0].isspace():
            yield match.start(), match.end(), " "
        elif compose(match[0]) != match[0]:
            for start, end in _clusters(match[0]):
                instead = compose(match[0][start:end])
                yield match.start() + start, match.start() + end, instead


def _clusters(run: str) -> Iterator[tuple[int, int]]:
    """The shortest stretches across whose borders NFC never composes."""
    start = 0
    for offset, character in enumerate(run):
        joins = unicodedata.category(character)[0] == "M" or ord(character) in _JAMO
        if offset and not joins:
            yield start, offset
            start = offset
    yield start, len(run)
