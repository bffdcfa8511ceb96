"""Pairs: two claims that are set against each other, like the edges of a double-edged sword."""

from typing import NamedTuple

from argmap.graph.ends import Ends
from argmap.graph.walk import opposite
from argmap.model.map import ArgumentMap
from argmap.model.relation import Stance


class Pair(NamedTuple):
    """Two claims each of which speaks against the other.

    ``over`` is the claim that ``pro`` speaks for and ``con`` against.
    """

    pro: str
    con: str
    over: str


def pairs(map: ArgumentMap) -> list[Pair]:
    """The pairs of claims that speak against each other, and for and against a third.

    In the order of the claim written first; linear in the number of relations.
    """
    place = {claim: number for number, claim in enumerate(map.claims)}
    against: dict[tuple[str, str], None] = {}
    for relation in map.relations.values():
        if relation.stance == "against" and relation.target_type == "claim":
            for premise in relation.premises:
                against[premise, relation.target] = None
                if relation.symmetric:
                    against[relation.target, premise] = None
    mutual = [ends for ends in against if ends[::-1] in against and place[ends[0]] < place[ends[1]]]
    mutual.sort(key=lambda ends: (place[ends[0]], place[ends[1]]))
    speaks = _Speaks(map)
    found = (speaks.turned_to_pro(*ends) for ends in mutual)
    return [pair for pair in found if pair is not None]


def told_with(map: ArgumentMap, pair: Pair) -> list[str]:
    """The two claims of a pair, each followed by what directly speaks for it."""
    return [
        claim
        for side in (pair.pro, pair.con)
        for claim in (
            side,
            *(p for r in map.bearing_on(side) if r.stance == "for" for p in r.premises),
        )
    ]


class _Speaks:
    """What claims speak for and against."""

    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self._ends = Ends(map)

    def turned_to_pro(self, first: str, second: str) -> Pair | None:
        """The pair with the claim first that speaks for what the other speaks against, if any."""
        one, other = self._of(first), self._of(second)
        for target, stance in other:
            if target not in {first, second} and (target, opposite(stance)) in one:
                pro, con = (first, second) if stance == "against" else (second, first)
                return Pair(pro, con, target)
        return None

    def _of(self, claim: str) -> dict[tuple[str, Stance], None]:
        """The claims that one relation leads to, each with what it comes to there."""
        found: dict[tuple[str, Stance], None] = {}
        for relation in self._map.drawn_from(claim):
            if relation.symmetric:
                ends = self._map.premises_for(relation, claim)
                found |= dict.fromkeys((end, relation.stance) for end in ends)
            else:
                found[self._ends.of(relation)] = None
        return found
