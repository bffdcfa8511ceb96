"""Searching claims by words, ranked; and what is nearest if nothing has the words."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol, runtime_checkable

from argmap.model.claim import Claim
from argmap.model.collection import own_id
from argmap.model.map import ArgumentMap
from argmap.model.names import fold

_NEAR = 60.0
"""Likeness, of 100, below which two texts have nothing to do with each other."""

_MISSPELT = 85.0
"""Likeness of whole texts from which one is the other with typing errors."""


class Hit(NamedTuple):
    """A claim that was found, and how well the words fit, up to 100."""

    claim: str
    score: float
    near: bool = False


@runtime_checkable
class Searchable(Protocol):
    """A map that finds for itself, without being looked through, what is found in it.

    It answers as the functions of the same names do of any map.
    """

    def search(self, words: str, limit: int | None) -> list[Hit]:
        """See :func:`search`."""

    def count(self, words: str) -> int:
        """See :func:`count`."""

    def nearest(self, words: str, limit: int) -> list[Hit]:
        """See :func:`nearest`."""

    def called(self, words: str) -> ArgumentMap:
        """A part of the map with all that the words may be the whole name of."""


def search(map: ArgumentMap, words: str, limit: int | None = None) -> list[Hit]:
    """The claims that have every one of the words, best first, at most so many.

    A word is found at the start of a word of the claim's id, title, text, other wordings or tags,
    irrespective of case and punctuation; words in quotes are found as they are, one after the
    other. The words as one phrase count for more than scattered ones, and the title for more than
    the text; last come the claims that have other forms of the words, like *attack* of *attacks*.
    Equal hits stay in the order written. Linear in the size of the map.
    """
    if isinstance(map, Searchable):
        return map.search(words, limit)
    query = Query.of(words)
    if not query.phrase:
        return []
    scores = ((claim.id, query.score(claim, own(map, claim))) for claim in map.claims.values())
    hits = [Hit(claim, score) for claim, score in scores if score]
    return sorted(hits, key=lambda hit: -hit.score)[:limit]


def count(map: ArgumentMap, words: str) -> int:
    """How many claims have every one of the words."""
    return map.count(words) if isinstance(map, Searchable) else len(search(map, words))


def own(map: ArgumentMap, claim: Claim) -> str:
    """The id of a claim in the map that it is of, where several are as one."""
    return own_id(map, claim.id, claim.section)


class Query(NamedTuple):
    """What is searched for: all words as one phrase, the single words, and those in quotes."""

    phrase: str
    words: tuple[str, ...]
    quoted: tuple[str, ...]

    @classmethod
    def of(cls, words: str) -> "Query":
        """The words that are not in quotes one by one, and those in quotes together."""
        parts = words.split('"')
        if len(parts) % 2 == 0:  # the last quotation mark opens nothing
            parts[-2:] = [" ".join(parts[-2:])]
        single = fold(" ".join(parts[::2])).split()
        return cls(fold(words), tuple(single), tuple(filter(None, map(fold, parts[1::2]))))

    def score(self, claim: Claim, id: str) -> float:
        """How well the words fit a claim with that id, up to 100; 0 if it has not all of them."""
        title = f" {fold(claim.title)}"
        texts = [f" {fold(text)}" for text in (claim.text, *claim.wordings)]
        others = [f" {fold(other)}" for other in (id, *claim.tags)]
        everything = " ".join([title, *texts, *others])
        for quoted in self.quoted:
            if not any(f" {quoted} " in f"{text} " for text in (title, *texts, *others)):
                return 0.0
        if not all(f" {word}" in everything for word in self.words):
            return STEMMED if all(has_form(everything, word) for word in self.words) else 0.0
        return self._rank(title, texts)

    def _rank(self, title: str, texts: list[str]) -> float:
        if title[1:] == self.phrase or self.phrase in {text[1:] for text in texts}:
            return 100.0
        if f" {self.phrase}" in title:
            return 90.0
        if any(f" {self.phrase}" in text for text in texts):
            return 80.0
        words = [f" {word}" for word in (*self.words, *self.quoted)]
        if all(word in title for word in words):
            return 70.0
        return 60.0 if any(all(word in text for word in words) for text in texts) else 50.0


_SHORTEST_STEM = 3
STEMMED = 40.0
"""The score of claims that have other forms of the words."""


def has_form(text: str, word: str) -> bool:
    """Whether a text, folded and with a blank before it, has a word or another form of it."""
    if f" {word}" in text:
        return True
    from argmap.query.stemming import stem

    wanted = stem(word)
    if len(wanted) < _SHORTEST_STEM:
        return False
    start = f" {wanted[:-1]}"
    return start in text and any(
        stem(other) == wanted for other in text.split() if other.startswith(start[1:])
    )


def nearest(map: ArgumentMap, words: str, limit: int = 3) -> list[Hit]:
    """The claims whose title or text is most like the words, best first.

    Likeness is rapidfuzz's weighted ratio, which forgives typing errors, word order and length.
    """
    if isinstance(map, Searchable):
        return map.nearest(words, limit)
    return nearest_of(map.claims.values(), words, limit)


def nearest_of(claims: Iterable[Claim], words: str, limit: int = 3) -> list[Hit]:
    """Those of the claims, given in their order, that :func:`nearest` names."""
    from rapidfuzz import fuzz, process

    wanted = fold(words)
    names: dict[tuple[str, str], str] = {}
    order: dict[str, int] = {}
    for claim in claims:
        order[claim.id] = len(order)
        for name in {fold(claim.title), fold(claim.text)} - {""}:
            names[claim.id, name] = name
    found = process.extract(wanted, names, scorer=fuzz.WRatio, limit=limit * 2, score_cutoff=_NEAR)
    best: dict[str, float] = {}
    for _, score, (claim_id, _) in found:
        best.setdefault(claim_id, round(score, 1))
    ranked = sorted(best.items(), key=lambda item: (-item[1], order[item[0]]))
    return [Hit(claim, score, near=True) for claim, score in ranked[:limit]]


def is_misspelt(map: ArgumentMap, claim: str, words: str) -> bool:
    """Whether the words are the claim's id, title or text with a letter or two wrong."""
    from rapidfuzz import fuzz

    record, wanted = map.claims[claim], fold(words)
    names = (fold(record.id), fold(record.title), fold(record.text))
    return any(fuzz.ratio(wanted, name) >= _MISSPELT for name in names if name)


def nearest_names(wanted: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """Those of the names that are most like what was wanted, best first."""
    from rapidfuzz import fuzz, process

    folded = {name: fold(name) for name in names}
    found = process.extract(
        fold(wanted), folded, scorer=fuzz.WRatio, limit=limit, score_cutoff=_NEAR
    )
    return [name for _, _, name in found]
