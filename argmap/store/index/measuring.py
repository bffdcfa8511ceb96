"""The measures of a map as numbers: what `argmap.graph.measure` says, in a sixth of its time."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from argmap.graph.cycles import components
from argmap.graph.measure import Measures, measure
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, SYMMETRIC

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
    if it speaks against the claim. ``_cost`` is how many links a walk looks at there.
    """

    def __init__(self, map: ArgumentMap) -> None:
        number = len(map.claims)
        self._claims = {id: place for place, id in enumerate(map.claims)}
        self._relations = map.relations
        self._reasons: list[list[int]] = [[] for _ in range(number)]
        self._onward = [0] * number
        self._leads_to = array("q", [-1]) * number
        self._more_ends: dict[int, list[int]] = {}
        self._cost = [0] * number
        self._used = bytearray(number)
        self._hit = bytearray(number)
        self._supported = bytearray(number)
        self._attacks: dict[str, int] = {}
        self._layer = [0] * number
        self._joined = 0
        self._take()

    def _take(self) -> None:
        """Go through the relations once."""
        claims, ends = self._claims, self._ends()
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
                end, way = ends[id]
            self._cost[end] += 1 + len(premises)
            reasons = self._reasons[end]
            for premise in premises:
                place = claims[premise]
                reasons.append(2 * place + way)
                self._used[place] = 1
                self._onward[place] += 1
                if self._leads_to[place] < 0:
                    self._leads_to[place] = end
                else:
                    self._more_ends.setdefault(place, []).append(end)
                self._join(parent, place, end)

    def _ends(self) -> dict[str, tuple[int, bool]]:
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
        hit, used, supported = self._hit, self._used, self._supported
        final = {place for place in places if not used[place]}
        knots = self._knots(self._peel(sorted(final)))
        final.update(knot[0] for knot in knots if self._layer[knot[0]] == 0)
        theses = sorted(final)
        touched = [place for place in theses if hit[place] or used[place]]
        return Figures(
            max(self._layer, default=0),
            len(places) - self._joined,
            theses,
            [place for place in places if not hit[place]],
            [place for place in places if not (hit[place] or used[place])],
            [
                place
                for place in places
                if not supported[place] and (hit[place] or (used[place] and place in final))
            ],
            self._unanswered(),
            list(self._balances(touched)),
            self._circles(knots),
        )

    def _peel(self, waiting: list[int]) -> list[int]:
        """Give a layer to the claims from which no way leads to a circle; the other claims."""
        layer, onward = self._layer, self._onward
        for place in waiting:  # grows under way
            beyond = layer[place] + 1
            for link in self._reasons[place]:
                reason = link >> 1
                layer[reason] = max(layer[reason], beyond)
                onward[reason] -= 1
                if not onward[reason]:
                    waiting.append(reason)
        if len(waiting) == len(layer):
            return []
        peeled = set(waiting)
        return [place for place in range(len(layer)) if place not in peeled]

    def _ends_of(self, place: int) -> list[int]:
        """The claims that a claim bears on."""
        first = self._leads_to[place]
        return [first, *self._more_ends.get(place, ())] if first >= 0 else []

    def _knots(self, rest: Sequence[int]) -> list[list[int]]:
        """The knots among the claims that are left, and all of these get their layers."""
        before = self._led_up(rest)
        among = set(rest).difference(before)
        self._within = {
            place: sorted(end for end in self._ends_of(place) if end in among)
            for place in rest
            if place in among
        }
        knots = []
        for component in components(self._within, self._within.__getitem__):
            self._layer_out(component)
            if len(component) > 1 or component[0] in self._within[component[0]]:
                knots.append(sorted(component))
        for place in reversed(before):
            self._layer_out([place])
        return sorted(knots)

    def _led_up(self, rest: Sequence[int]) -> list[int]:
        """Those of the claims that are on no circle, nor between two: leaves first."""
        left = {place: len(self._reasons[place]) for place in rest}
        waiting = [place for place in rest if not left[place]]
        for place in waiting:  # grows under way
            for end in self._ends_of(place):
                if end in left:
                    left[end] -= 1
                    if not left[end]:
                        waiting.append(end)
        return waiting

    def _layer_out(self, component: Sequence[int]) -> None:
        """Give claims of one layer theirs: beyond that of all others that they bear on."""
        among = set(component)
        layer = max(
            (
                self._layer[end] + 1
                for place in component
                for end in self._ends_of(place)
                if end not in among
            ),
            default=0,
        )
        for place in component:
            self._layer[place] = layer

    def _circles(self, knots: Iterable[Sequence[int]]) -> list[list[int]]:
        """One circle for each knot, and each claim that bears on itself."""
        found = []
        for knot in knots:
            found += [[place] for place in knot if place in self._within[place]]
            if len(knot) > 1:
                found.append(self._shortest(knot[0], set(knot)))
        return sorted(found, key=lambda circle: (circle[0], len(circle)))

    def _shortest(self, first: int, knot: set[int]) -> list[int]:
        """The shortest circle through the first claim of a knot."""
        before: dict[int, int] = {}
        waiting = [first]
        for place in waiting:  # grows under way
            for other in self._within[place]:
                if other == first != place:
                    way = [place]
                    while way[-1] != first:
                        way.append(before[way[-1]])
                    return way[::-1]
                if other in knot and other != first and other not in before:
                    before[other] = place
                    waiting.append(other)
        raise AssertionError(first)  # it is in a knot with others

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
                    effort -= self._cost[place]
                    turned = way, _TURNED[way]
                    for link in self._reasons[place]:
                        reason = link >> 1
                        if reason not in ways:
                            below[reason] = below.get(reason, 0) | turned[link & 1]
                ways.update(below)
                level = below
            number = [0, 0, 0, 0]
            for way in ways.values():
                number[way] += 1
            yield thesis, number[1] - 1, number[2], number[3]
