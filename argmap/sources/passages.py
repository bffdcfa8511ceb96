"""A source text, cut into paragraphs and sentences that can be named."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from argmap.sources.sentences import sentences
from argmap.sources.wording import Wording

_PLACE = re.compile(r"\s*¶?\s*(\d{1,9})(?:\.(\d{1,9}))?\s*(?P<more>[-–—,].*)?", re.DOTALL)
_CLOSERS = "\"'”’»›)]}」』】）"
_NO_TITLE_ENDS_IN = tuple(".?!…。！？｡।॥؟۔:;,：；，")
_LONGEST_TITLE = 300


class Passage(NamedTuple):
    """A stretch of a source text: ``text`` is what stands from ``start`` to ``end``, exclusive.

    ``place`` names where it begins: ``¶11.1`` is a sentence, ``¶11`` a paragraph, ``¶0`` the
    title, and it is empty outside all of them.
    """

    place: str
    start: int
    end: int
    text: str


def parse_place(place: str) -> tuple[int, int | None] | None:
    """Paragraph and sentence that a place names; of a range, the first.

    None if it is no such place: ``p. 12`` is somebody else's.
    """
    match = _PLACE.fullmatch(place)
    if not match:
        return None
    return int(match[1]), int(match[2]) if match[2] else None


class SourceText:
    r"""A text with its paragraphs and sentences, in order.

    Line ends are made ``\n`` and a byte-order mark is dropped; all offsets count the characters
    of the ``text`` that results. A paragraph is a run of lines that are not blank. The title is
    the first paragraph if it is one line of at most 300 characters without a stop at its end and
    another paragraph follows; it is not counted. Made in linear time.
    """

    __slots__ = ("_first", "_starts", "_wording", "name", "paragraphs", "sentences", "text")

    def __init__(self, text: str, name: str = "") -> None:
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.name = name
        blocks = list(_blocks(self.text))
        counted = 0 if len(blocks) > 1 and _is_title(self.at(*blocks[0])) else 1
        paragraphs = []
        parts: list[Passage] = []
        self._first: list[int] = []
        for number, (start, end) in enumerate(blocks, counted):
            paragraph = Passage(f"¶{number}", start, end, self.text[start:end])
            paragraphs.append(paragraph)
            self._first.append(len(parts))
            parts += [paragraph] if number == 0 else _parts(paragraph)
        self.paragraphs: tuple[Passage, ...] = tuple(paragraphs)
        self.sentences: tuple[Passage, ...] = tuple(parts)
        self._starts = [part.start for part in parts]
        self._wording: Wording | None = None

    def __repr__(self) -> str:
        return f"<SourceText {self.name!r}: {len(self.paragraphs)} paragraphs>"

    @property
    def title(self) -> Passage | None:
        """The title, if the text has one."""
        first = self.paragraphs[0] if self.paragraphs else None
        return first if first and first.place == "¶0" else None

    @property
    def wording(self) -> Wording:
        """The text as its words alone, for looking them up; made when first asked for."""
        if self._wording is None:
            self._wording = Wording(self.text)
        return self._wording

    def at(self, start: int, end: int) -> str:
        """What stands between two offsets; offsets outside the text are moved to its ends."""
        return self.text[max(start, 0) : max(end, 0)]

    def place_of(self, start: int) -> str:
        """The place of the sentence at an offset; between two, of the one that follows."""
        within = self.sentences_in(start, start + 1)
        if within:
            return self.sentences[within[0]].place
        return self.sentences[within.start].place if within.start < len(self.sentences) else ""

    def sentences_in(self, start: int, end: int) -> range:
        """The indices of the sentences that overlap a stretch of the text; logarithmic."""
        first = bisect_right(self._starts, start)
        if first and self.sentences[first - 1].end > start:
            first -= 1
        last = bisect_right(self._starts, end - 1)
        return range(first, max(first, last))

    def between(self, start: int, end: int) -> Passage:
        """The passage from one offset to another, without white space at its ends."""
        text = self.at(start, end)
        start = max(start, 0) + len(text) - len(text.lstrip())
        text = text.strip()
        return Passage(self.place_of(start), start, start + len(text), text)

    def find(self, words: str) -> Passage | None:
        """The first passage with these words, whatever their spacing and, failing that, case."""
        found = self.wording.occurrences(words)
        return self.between(*found[0]) if found else None

    def passage(self, place: str) -> Passage | None:
        """The sentence or paragraph that ``¶11.1``, ``11.1`` or ``¶11`` names."""
        match = _PLACE.fullmatch(place)
        named = None if match is None or match["more"] else parse_place(place)
        if not named or not self.paragraphs:
            return None
        number, sentence = named
        index = number - (0 if self.title else 1)
        if not 0 <= index < len(self.paragraphs):
            return None
        if sentence is None:
            return self.paragraphs[index]
        first, *after = self._first[index : index + 2]
        last = after[0] if after else len(self.sentences)
        return self.sentences[first + sentence - 1] if 1 <= sentence <= last - first else None


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of lines that are not blank, without white space at its ends."""
    position = 0
    start = end = -1
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = position + len(line) - len(line.lstrip())
            start = begin if start < 0 else start
            end = begin + len(words)
        elif start >= 0:
            yield start, end
            start = -1
        position += len(line) + 1
    if start >= 0:
        yield start, end


def _is_title(paragraph: str) -> bool:
    ending = paragraph[-_LONGEST_TITLE:].rstrip(_CLOSERS)
    return (
        len(paragraph) <= _LONGEST_TITLE
        and "\n" not in paragraph
        and not ending.endswith(_NO_TITLE_ENDS_IN)
    )


def _parts(paragraph: Passage) -> Iterator[Passage]:
    """The sentences of a paragraph, each with its place."""
    for number, (start, end) in enumerate(sentences(paragraph.text), 1):
        yield Passage(
            f"{paragraph.place}.{number}",
            paragraph.start + start,
            paragraph.start + end,
            paragraph.text[start:end],
        )
