"""Pairs: two claims that are set against each other, like the edges of a double-edged sword."""

from typing import NamedTuple

from argmap.graph.trace import turned
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation, Stance


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
    found = (_turned_to_pro(map, *ends) for ends in mutual)
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


def _turned_to_pro(map: ArgumentMap, first: str, second: str) -> Pair | None:
    """The pair with the claim first that speaks for what the other speaks against, if any."""
    speaks = {target: stance for target, stance in _speaks(map, first) if target != second}
    for target, stance in _speaks(map, second):
        if target in speaks and speaks[target] != stance:
            pro, con = (first, second) if speaks[target] == "for" else (second, first)
            return Pair(pro, con, target)
    return None


def _speaks(map: ArgumentMap, claim: str) -> list[tuple[str, Stance]]:
    """What a claim bears on by one relation, and which way."""
    found: list[tuple[str, Stance]] = []
    for relation in map.drawn_from(claim):
        stance: Stance = relation.stance
        end: Relation = relation
        while end.target_type == "relation":
            end = map.relations[end.target]
            stance = turned(stance, end)
        if end.target != claim:
            found.append((end.target, stance))
    return found
