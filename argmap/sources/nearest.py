"""The sentence of a text that is most like given words."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from argmap.sources.passages import Passage, SourceText

_WORD = re.compile(r"\w+")
_SHORTLIST = 40
_COMMON = 1000
_LONGEST = 2000


def likeness(words: str, text: str) -> float:
    """How like two texts are in their words, whatever the order, from 0 to 100.

    Only their first 2,000 characters are compared.
    """
    from rapidfuzz import fuzz

    one, other = words[:_LONGEST].lower(), text[:_LONGEST].lower()
    return (fuzz.token_set_ratio(one, other) + fuzz.token_sort_ratio(one, other)) / 2


def nearest(source: SourceText, words: str) -> Passage | None:
    """The sentence most like the words, or None if none is like them at all."""
    return Nearest(source).passage(words)


class Nearest:
    """Looks for the sentence nearest to some words, again and again.

    Made in linear time from a text. Each question then costs one look at no more than 1,000
    sentences for each of its words; where no word is shared, the first 1,000 sentences are
    compared letter by letter.
    """

    def __init__(self, source: SourceText) -> None:
        self._sentences = [part for part in source.sentences if part.place != "¶0"]
        self._with: dict[str, list[int]] = {}
        for index, part in enumerate(self._sentences):
            for word in dict.fromkeys(_words(part.text)):
                self._with.setdefault(word, []).append(index)

    def passage(self, words: str) -> Passage | None:
        """The sentence most like the words; the earlier of two that are equally like."""
        weight = self._weigh(dict.fromkeys(_words(words[:_LONGEST])))
        shortlist: Iterable[int] = sorted(weight, key=lambda index: (-weight[index], index))
        shortlist = list(shortlist)[:_SHORTLIST] or range(min(len(self._sentences), _COMMON))
        return self._best(words, shortlist, weight)

    def _weigh(self, words: Iterable[str]) -> dict[int, float]:
        """For each sentence that shares words, how much they tell: rare ones more."""
        weight: dict[int, float] = {}
        for word in words:
            found: Sequence[int] = self._with.get(word, ())
            worth = math.log1p(len(self._sentences) / max(len(found), 1))
            for index in found[:_COMMON]:
                weight[index] = weight.get(index, 0) + worth
        return weight

    def _best(
        self, words: str, shortlist: Iterable[int], weight: Mapping[int, float]
    ) -> Passage | None:
        best, best_score = None, (0.0, 0.0)
        for index in shortlist:
            score = likeness(words, self._sentences[index].text), weight.get(index, 0.0)
            if score > best_score:
                best, best_score = self._sentences[index], score
        return best if best_score[0] > 0 else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
