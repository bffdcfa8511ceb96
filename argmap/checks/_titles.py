"""Titles that can be mistaken for each other: spelt in two ways, or a slip of the pen apart."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from argmap.model.names import fold

_LIGHT = re.compile(r"""[\s_.,:;!?"“”„‘«»()\[\]\-\u2010-\u2015]+|['’](?=\w)""")
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlcdm]+")
_SHORTEST_TITLE = 4
_SHORTEST_WORD = 5
_LONGEST_WORD = 40
_MOST_WORDS = 40
_SHORTEST_SINGULAR = 3
_MOST_ALIKE = 50


class Titles:
    """Finds which of some titles can be mistaken for a given one.

    Those are titles that differ from it in nothing but case, spacing or light punctuation, and
    those that differ in one word, which is in the singular for the plural or has a letter left
    out, doubled or mistaken, or two exchanged. Numbers have to be equal, and words of few letters
    and first and last letters, for those tell things apart on purpose: P1 and P2, Moral and
    Amoral, Employer and Employee.

    Linear: words are found by what is left of them when one letter is taken out, titles by their
    words; slips are looked for in words and titles of a usual length. Of many words that differ in
    the same letter none is a slip, and of many spellings of one title the first ones are found.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self._by_letters: dict[str, list[str]] = {}
        self._by_words: dict[str, list[str]] = {}
        self._vocabulary: dict[str, None] = {}
        self._by_key: dict[str, list[str]] | None = None
        self._near: dict[str, tuple[str, ...]] = {}
        for title in dict.fromkeys(titles):
            words = fold(title)
            for index, key in ((self._by_letters, _letters(title)), (self._by_words, words)):
                alike = index.setdefault(key, [])
                if len(alike) < _MOST_ALIKE:
                    alike.append(title)
            self._vocabulary.update(dict.fromkeys(words.split()))

    def respelt(self, title: str) -> list[str]:
        """The titles that differ in case, spacing or light punctuation alone."""
        letters = _letters(title)
        if len(letters) < _SHORTEST_TITLE:
            return []
        numbers = _NUMBER.findall(title)
        found = self._by_letters.get(letters, ())
        return [other for other in found if other != title and _NUMBER.findall(other) == numbers]

    def slips(self, title: str) -> Iterator[tuple[str, str, str]]:
        """The titles that differ in one word, each with this title's word and its own."""
        words = fold(title).split()
        for place, word in enumerate(words if len(words) <= _MOST_WORDS else ()):
            for near in self._near_words(word):
                other = " ".join([*words[:place], near, *words[place + 1 :]])
                for found in self._by_words.get(other, ()):
                    yield found, word, near

    def nearest(self, title: str) -> str:
        """The title that was most likely meant by one that is not among them, else nothing."""
        found = self.respelt(title) or [other for other, _, _ in self.slips(title)]
        return found[0] if found else ""

    def _near_words(self, word: str) -> tuple[str, ...]:
        known = self._near.get(word)
        if known is None:
            near = dict.fromkeys(n for n in other_number(word) if n in self._vocabulary)
            if _can_slip(word):
                near.update(dict.fromkeys(self._slipped(word)))
            known = self._near[word] = tuple(near)
        return known

    def _slipped(self, word: str) -> Iterator[str]:
        if self._by_key is None:
            self._by_key = {}
            for known in filter(_can_slip, self._vocabulary):
                for key in _keys(known):
                    self._by_key.setdefault(key, []).append(known)
        for key in _keys(word):
            alike = self._by_key.get(key, ())
            if len(alike) <= _MOST_ALIKE:
                yield from (other for other in alike if is_slip(word, other))


def other_number(word: str) -> list[str]:
    """The English plurals that a word could have, and the words that it could be a plural of."""
    found = [word + "es"]
    if not word.endswith("s"):
        found.append(word + "s")
    elif not word.endswith("ss"):
        found.append(word[:-1])
    if word.endswith("es"):
        found.append(word[:-2])
    if word.endswith("y"):
        found.append(word[:-1] + "ies")
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    return [other for other in found if min(len(word), len(other)) >= _SHORTEST_SINGULAR]


def is_slip(word: str, other: str) -> bool:
    """Whether one of two words is probably the other, with one letter wrong or two exchanged."""
    from rapidfuzz.distance import OSA

    if word[0] != other[0]:
        return False
    distance = OSA.distance(word, other, score_cutoff=2)
    if len(word) == len(other) and sorted(word) == sorted(other):
        return distance == 1 or (distance == 2 and word[-1] == other[-1])  # noqa: PLR2004
    # A letter for another, in a word of five, far more often makes another word.
    may_be = len(word) != len(other) or len(word) > _SHORTEST_WORD
    return distance == 1 and word[-1] == other[-1] and may_be


def _can_slip(word: str) -> bool:
    usual = _SHORTEST_WORD <= len(word) <= _LONGEST_WORD
    return usual and not _NUMBER.search(word) and not _ROMAN.fullmatch(word)


def _keys(word: str) -> Iterable[str]:
    """What words share if one can be a slip for the other: its letters, and all but one of them."""
    rest = (word[:place] + word[place + 1 :] for place in range(len(word)))
    return dict.fromkeys((word, " " + "".join(sorted(word)), *rest))


def _letters(title: str) -> str:
    return _LIGHT.sub("", unicodedata.normalize("NFKC", title).casefold())
