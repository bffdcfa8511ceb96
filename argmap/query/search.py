"""Searching claims by words, ranked; and what is nearest if nothing has the words."""

from collections.abc import Iterable
from typing import NamedTuple

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


def search(map: ArgumentMap, words: str) -> list[Hit]:
    """The claims that have every one of the words, best first.

    A word is found at the start of a word of the claim's id, title, text, other wordings or tags,
    irrespective of case and punctuation. The words as one phrase count for more than scattered
    ones, and the title for more than the text; equal hits stay in the order written. Linear in
    the size of the map.
    """
    wanted = fold(words)
    if not wanted:
        return []
    tokens = [f" {token}" for token in wanted.split()]
    hits = []
    for claim in map.claims.values():
        id = own_id(map, claim.id, claim.section)
        score = _score(claim, id, wanted, tokens)
        if score:
            hits.append(Hit(claim.id, score))
    return sorted(hits, key=lambda hit: -hit.score)


def _score(claim: Claim, id: str, phrase: str, tokens: list[str]) -> float:
    title = f" {fold(claim.title)}"
    texts = [f" {fold(text)}" for text in (claim.text, *claim.wordings)]
    everything = " ".join([f" {fold(id)}", title, *texts, *(f" {fold(t)}" for t in claim.tags)])
    if not all(token in everything for token in tokens):
        return 0.0
    if title[1:] == phrase or phrase in {text[1:] for text in texts}:
        return 100.0
    if f" {phrase}" in title:
        return 90.0
    if any(f" {phrase}" in text for text in texts):
        return 80.0
    if all(token in title for token in tokens):
        return 70.0
    return 60.0 if any(all(token in text for token in tokens) for text in texts) else 50.0


def nearest(map: ArgumentMap, words: str, limit: int = 3) -> list[Hit]:
    """The claims whose title or text is most like the words, best first.

    Likeness is rapidfuzz's weighted ratio, which forgives typing errors, word order and length.
    """
    from rapidfuzz import fuzz, process

    wanted = fold(words)
    names = {}
    for claim in map.claims.values():
        for name in {fold(claim.title), fold(claim.text)} - {""}:
            names[claim.id, name] = name
    found = process.extract(wanted, names, scorer=fuzz.WRatio, limit=limit * 2, score_cutoff=_NEAR)
    best: dict[str, float] = {}
    for _, score, (claim_id, _) in found:
        best.setdefault(claim_id, round(score, 1))
    order = {claim: place for place, claim in enumerate(map.claims)}
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
