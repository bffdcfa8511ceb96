"""The measures of a map in numbers: what `argmap.graph.measure` says, in a quarter of its time."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.graph.measure import Measures, measure
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, SYMMETRIC
from argmap.store.index.layering import Ends, Layering

_EFFORT = 1_000_000
_TURNED = (0, 2, 1, 3)
"""What ways for (1), against (2) or both (3) become by one more step against."""


class Figures(NamedTuple):
    """The measures of a map, claims and relations by their places in the order written, from 0.

    ``balance`` has the place of each thesis with how many of its grounds speak for it, against it,
    and both.
    """

    depth: int
    components: int
    theses: list[int]
    leaves: list[int]
    isolated: list[int]
    unsupported: list[int]
    unanswered: list[int]
    balance: list[tuple[int, int, int, int]]
    cycles: list[list[int]]


def figures(map: ArgumentMap) -> Figures:
    """The measures of a map.

    Symmetric relations are rare, and the cases that they make many: a map that has any is measured
    in the general way.
    """
    if any(relation.kind in SYMMETRIC for relation in map.relations.values()):
        return _placed(map, measure(map))
    return _Counts(map).figures()


def _placed(map: ArgumentMap, found: Measures) -> Figures:
    claims = {id: place for place, id in enumerate(map.claims)}
    relations = {id: place for place, id in enumerate(map.relations)}

    def places(ids: Iterable[str]) -> list[int]:
        return [claims[id] for id in ids]

    return Figures(
        found.depth,
        found.components,
        places(found.theses),
        places(found.leaves),
        places(found.isolated),
        places(found.unsupported),
        [relations[id] for id in found.unanswered],
        [(claims[thesis], pro, con, both) for thesis, pro, con, both in found.balance],
        [places(circle) for circle in found.cycles],
    )


class _Counts:
    """What is counted of a map without symmetric relations.

    ``_reasons`` are the links that lead to each claim: twice the place of the premise, and one more
    if it speaks against the claim; ``_ends`` are the claims that each claim bears on.
    """

    def __init__(self, map: ArgumentMap) -> None:
        number = len(map.claims)
        self._claims = {id: place for place, id in enumerate(map.claims)}
        self._relations = map.relations
        self._reasons: list[list[int]] = [[] for _ in range(number)]
        self._ends = Ends(number)
        self._hit = bytearray(number)
        self._supported = bytearray(number)
        self._attacks: dict[str, int] = {}
        self._joined = 0
        self._take()

    def _take(self) -> None:
        """Go through the relations once."""
        claims, ends, steps = self._claims, self._ends, self._steps()
        parent = list(range(len(claims)))
        for id, kind, premises, target, target_type, *_ in self._relations.values():
            against = kind in AGAINST
            if against:
                self._attacks[target] = self._attacks.get(target, 0) + 1
            if target_type == "claim":
                end, way = claims[target], against
                self._hit[end] = 1
                if not against:
                    self._supported[end] = 1
            else:
                end, way = steps[id]
            reasons = self._reasons[end]
            for premise in premises:
                place = claims[premise]
                reasons.append(2 * place + way)
                ends.add(place, end)
                self._join(parent, place, end)

    def _steps(self) -> dict[str, tuple[int, bool]]:
        """The claim that each step on a step leads to, and whether it speaks against it."""
        found: dict[str, tuple[int, bool]] = {}
        for relation in self._relations.values():
            way, step = [], relation
            while step.target_type == "relation" and step.id not in found:
                way.append(step)
                step = self._relations[step.target]
            if not way:
                continue
            known = found.get(step.id)
            end, against = known or (self._claims[step.target], step.kind in AGAINST)
            for step in reversed(way):
                against ^= step.kind in AGAINST
                found[step.id] = end, against
        return found

    def _join(self, parent: list[int], one: int, other: int) -> None:
        """Join the parts that two claims are in; with path halving."""
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        while parent[other] != other:
            parent[other] = other = parent[parent[other]]
        if one != other:
            parent[one] = other
            self._joined += 1

    def figures(self) -> Figures:
        """All of them."""
        places = range(len(self._claims))
        hit, supported, first = self._hit, self._supported, self._ends.first
        layering = Layering(self._reasons, self._ends)
        theses = layering.theses()
        final = set(theses)
        touched = [place for place in theses if hit[place] or first[place] >= 0]
        return Figures(
            max(layering.layer, default=0),
            len(places) - self._joined,
            theses,
            [place for place in places if not hit[place]],
            [place for place in places if not hit[place] and first[place] < 0],
            [
                place
                for place in places
                if not supported[place] and (hit[place] or (first[place] >= 0 and place in final))
            ],
            self._unanswered(),
            list(self._balances(touched)),
            layering.circles(),
        )

    def _unanswered(self) -> list[int]:
        """The relations that speak against something while nothing speaks against them."""
        attacks = self._attacks
        return [
            place
            for place, (id, kind, premises, target, *_) in enumerate(self._relations.values())
            if kind in AGAINST
            and id not in attacks
            and all(attacks.get(each, 0) == (each == target) for each in premises)
        ]

    def _balances(self, theses: Iterable[int]) -> Iterable[tuple[int, int, int, int]]:
        """The balance of each thesis, as far as the effort goes (`argmap.graph.measure`)."""
        effort = _EFFORT
        for thesis in theses:
            if effort < 0:
                return
            ways = {thesis: 1}
            level = ways
            effort -= 1
            while level:
                below: dict[int, int] = {}
                for place, way in level.items():
                    reasons = self._reasons[place]
                    effort -= len(reasons)
                    turned = way, _TURNED[way]
                    for link in reasons:
                        reason = link >> 1
                        if reason not in ways:
                            below[reason] = below.get(reason, 0) | turned[link & 1]
                ways.update(below)
                level = below
            number = [0, 0, 0, 0]
            for way in ways.values():
                number[way] += 1
            yield thesis, number[1] - 1, number[2], number[3]
