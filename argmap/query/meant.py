"""Which claim is meant by a few words."""

from typing import NamedTuple

from argmap.model.argument import Argument
from argmap.model.collection import own_id
from argmap.model.map import ArgumentMap
from argmap.model.names import fold
from argmap.query.search import Searchable, count, is_misspelt, nearest, search

_AHEAD = 8.0
_ENOUGH = 100
"""So many candidates are more than anybody chooses from."""


class Meant(NamedTuple):
    """The claim that is meant, or the claims that may be.

    ``claim`` is empty if none or more than one can be meant; then ``candidates`` are those that
    fit (``fits``), or else those that are nearest. ``guessed`` if the claim was not named in full,
    so that the user should be told which one was taken. ``more`` fit than the candidates.
    """

    claim: str = ""
    guessed: bool = False
    candidates: tuple[str, ...] = ()
    fits: bool = False
    more: int = 0


def claim_meant(map: ArgumentMap, words: str) -> Meant:
    """The claim that the words name.

    By its id, its title, its id in the map that it is of, the whole title or text without case and
    punctuation, an argument's title, or by being the only one that has all the words, or the only
    one that is much like them.
    """
    exact = _named(map, words)
    if exact:
        return Meant(exact[0]) if len(exact) == 1 else Meant(candidates=exact, fits=True)
    hits = search(map, words, _ENOUGH)
    if hits:
        best = [hit for hit in hits if hit.score == hits[0].score]
        if len(best) == 1 and (len(hits) == 1 or best[0].score > hits[1].score + _AHEAD):
            return Meant(best[0].claim, guessed=True)
        more = count(map, words) - len(hits) if len(hits) == _ENOUGH else 0
        return Meant(candidates=tuple(hit.claim for hit in hits), fits=True, more=more)
    near = nearest(map, words)
    alike = [hit for hit in near if is_misspelt(map, hit.claim, words)]
    if len(alike) == 1:
        return Meant(alike[0].claim, guessed=True)
    return Meant(candidates=tuple(hit.claim for hit in near))


def argument_meant(map: ArgumentMap, words: str) -> Argument | None:
    """The first of the arguments that are meant."""
    return next(iter(arguments_meant(map, words)), None)


def arguments_meant(map: ArgumentMap, words: str) -> list[Argument]:
    """The reconstructed arguments with that id or title; a sketched one is its gist, a claim."""
    map = _named_in(map, words)
    wanted = fold(words.strip("<>"))
    known = [each for each in map.arguments.values() if each.gist is None]
    return [each for each in known if each.id == words] or [
        each
        for each in known
        if own_id(map, each.id, each.section) == words or fold(each.title) == wanted != ""
    ]


def _named_in(map: ArgumentMap, words: str) -> ArgumentMap:
    """The part of a map in which that is which the words name in full."""
    return map.called(words) if isinstance(map, Searchable) else map


def _named(map: ArgumentMap, words: str) -> tuple[str, ...]:
    """The claims that the words name in full, the strictest reading first."""
    map = _named_in(map, words)
    if words in map.claims:
        return (words,)
    titled = tuple(claim.id for claim in map.claims.values() if claim.title == words != "")
    if titled:
        return titled
    called = tuple(c.id for c in map.claims.values() if own_id(map, c.id, c.section) == words)
    if called:
        return called
    wanted = fold(words)
    if not wanted:
        return ()
    folded = tuple(
        claim.id
        for claim in map.claims.values()
        if wanted in {fold(name) for name in (claim.id, claim.title, claim.text, *claim.wordings)}
    )
    if folded:
        return folded
    steps = (each.relations[-1] for each in arguments_meant(map, words) if each.relations)
    return tuple(dict.fromkeys(map.relations[step].target for step in steps))
