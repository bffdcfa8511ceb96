"""The layers and the circles of claims that go by numbers and bear on each other one way."""

from array import array
from collections.abc import Sequence

from argmap.graph.cycles import components


class Ends:
    """The claims that each claim bears on, once for each link.

    ``first`` is one of them, or -1; ``number`` is how many there are.
    """

    def __init__(self, claims: int) -> None:
        self.first = array("q", [-1]) * claims
        self.number = [0] * claims
        self._more: dict[int, list[int]] = {}

    def add(self, claim: int, end: int) -> None:
        """Let a claim bear on another."""
        if self.number[claim]:
            self._more.setdefault(claim, []).append(end)
        else:
            self.first[claim] = end
        self.number[claim] += 1

    def of(self, claim: int) -> list[int]:
        """The claims that a claim bears on."""
        return [self.first[claim], *self._more.get(claim, ())] if self.number[claim] else []


class Layering:
    """Claims in layers, as `argmap.graph.order.condensed` has them; linear but for sorting.

    ``reasons`` are the links that lead to each claim: twice a claim, and one more or not. Most
    claims are on no circle and on no way from one to another: only what is left is looked at as a
    graph with components.
    """

    def __init__(self, reasons: Sequence[Sequence[int]], ends: Ends) -> None:
        self._reasons = reasons
        self._ends = ends
        self.layer = [0] * len(reasons)
        self._final = [place for place, end in enumerate(ends.first) if end < 0]
        self._within: dict[int, list[int]] = {}
        self._knots = self._find_knots(self._peel(list(self._final)))

    def theses(self) -> list[int]:
        """What all reasoning leads to (`argmap.graph.order.theses`)."""
        return sorted([*self._final, *(knot[0] for knot in self._knots if not self.layer[knot[0]])])

    def _peel(self, waiting: list[int]) -> list[int]:
        """Give a layer to the claims from which no way leads to a circle; the other claims."""
        layer, onward = self.layer, list(self._ends.number)
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

    def _find_knots(self, rest: Sequence[int]) -> list[list[int]]:
        """The knots among the claims that are left, and all of these get their layers."""
        before = self._led_up(rest)
        among = set(rest).difference(before)
        self._within = {
            place: sorted(end for end in self._ends.of(place) if end in among)
            for place in rest
            if place in among
        }
        knots = []
        for component in components(self._within, self._within.__getitem__):
            self._lay(component)
            if len(component) > 1 or component[0] in self._within[component[0]]:
                knots.append(sorted(component))
        for place in reversed(before):
            self._lay([place])
        return sorted(knots)

    def _led_up(self, rest: Sequence[int]) -> list[int]:
        """Those of the claims that are on no circle, nor between two: leaves first."""
        left = {place: len(self._reasons[place]) for place in rest}
        waiting = [place for place in rest if not left[place]]
        for place in waiting:  # grows under way
            for end in self._ends.of(place):
                if end in left:
                    left[end] -= 1
                    if not left[end]:
                        waiting.append(end)
        return waiting

    def _lay(self, component: Sequence[int]) -> None:
        """Give claims of one layer theirs: beyond that of all others that they bear on."""
        among = set(component)
        layer = max(
            (
                self.layer[end] + 1
                for place in component
                for end in self._ends.of(place)
                if end not in among
            ),
            default=0,
        )
        for place in component:
            self.layer[place] = layer

    def circles(self) -> list[list[int]]:
        """One circle for each knot, and each claim that bears on itself."""
        found = []
        for knot in self._knots:
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
