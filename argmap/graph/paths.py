"""The chains of reasoning from one claim to another."""

from collections.abc import Mapping
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from argmap.graph.walk import bearings, opposite
from argmap.model.map import ArgumentMap
from argmap.model.relation import Stance

_EFFORT = 1_000_000


class Link(NamedTuple):
    """One step of a chain: the relation taken, the claim arrived at, and what it says of it.

    An undercut arrives at the claim that the attacked step leads to, and its stance is what it
    comes to for that claim: against it if the step was for it, for it if the step was against.
    """

    relation: str
    claim: str
    stance: Stance


class Chain(NamedTuple):
    """Links that follow on each other from a claim, and what they come to for the last one.

    ``stance`` is "for" if an even number of the links is against.
    """

    start: str
    links: tuple[Link, ...]
    stance: Stance


class Chains(NamedTuple):
    """The chains found, shortest first.

    ``truncated``: there are more than these, or there may be. ``gave_up``: it is not known
    whether there are, and some may be no longer than these, as the search grew too long.
    """

    chains: tuple[Chain, ...]
    truncated: bool = False
    gave_up: bool = False


class _Trail(NamedTuple):
    """A chain in the making, held by its last claim and link.

    ``nearest`` is the least distance from the goal of any claim on it.
    """

    claim: str
    length: int
    nearest: int
    link: Link | None = None
    before: "_Trail | None" = None


def chains(
    map: ArgumentMap, start: str, goal: str, limit: int = 10, *, effort: int = _EFFORT
) -> Chains:
    """The simple chains of reasoning from a claim up to another, shortest first, at most `limit`.

    No claim comes twice in a chain, and no relation twice in a row. Parallel relations between
    two claims make different chains. From a claim to itself there is none: the ways on which it
    comes back to itself are circles (`argmap.graph.cycles`).

    The grounds of the goal are walked once, which is linear. Then, each chain costs its length
    times the relations drawn from its claims where reasoning runs in no circles; in dense circles
    the search for the next chain may try exponentially many ways that come to nothing. It ends
    after `effort` links looked at (a million: a few seconds at most), and says so.
    """
    distance, onward = _towards(map, goal)
    if start == goal or start not in distance:
        return Chains(())
    search = _Search(distance, onward, effort)
    found = search.run(start, goal, limit + 1)
    more = len(found) > limit
    gave_up = search.spent and not more
    return Chains(tuple(_chain(start, trail) for trail in found[:limit]), more or gave_up, gave_up)


class _Search:
    """A best-first search in which a chain's claims known so far bound its length from below.

    The distance to the goal is exact, so chains are found in order of length (A*, Hart, Nilsson
    and Raphael 1968). Among trails of equal bound the newest is followed first: thus what is held
    stays small and the first chains come quickly, however many there are.
    """

    def __init__(
        self, distance: Mapping[str, int], onward: Mapping[str, list[Link]], effort: int
    ) -> None:
        self._distance = distance
        self._onward = onward
        self._effort = effort

    @property
    def spent(self) -> bool:
        """Whether the search ended for having taken too long."""
        return self._effort < 0

    def run(self, start: str, goal: str, limit: int) -> list[_Trail]:
        """At most so many trails that have reached the goal, shortest first."""
        found: list[_Trail] = []
        newest = count(0, -1)
        waiting = [(self._distance[start], next(newest), _Trail(start, 0, self._distance[start]))]
        while waiting and len(found) < limit and not self.spent:
            _, _, trail = heappop(waiting)
            if trail.claim == goal:
                found.append(trail)
                continue
            for longer in reversed(self._longer(trail)):
                bound = longer.length + self._distance[longer.claim]
                heappush(waiting, (bound, next(newest), longer))
        return found

    def _longer(self, trail: _Trail) -> list[_Trail]:
        """The trails that go one link further, in the order of the relations in the map."""
        found = []
        last = trail.link.relation if trail.link else None
        for link in self._onward.get(trail.claim, ()):
            self._effort -= 1
            distance = self._distance[link.claim]
            # A claim nearer to the goal than any on the trail cannot be on it.
            if distance >= trail.nearest and self._on(trail, link.claim):
                continue
            if link.relation != last:
                nearest = min(trail.nearest, distance)
                found.append(_Trail(link.claim, trail.length + 1, nearest, link, trail))
        return found

    def _on(self, trail: _Trail, claim: str) -> bool:
        step: _Trail | None = trail
        while step:
            self._effort -= 1
            if step.claim == claim:
                return True
            step = step.before
        return False


def _towards(map: ArgumentMap, goal: str) -> tuple[dict[str, int], dict[str, list[Link]]]:
    """Each claim's distance to the goal, and the links drawn from each, as written in the map."""
    distance = {goal: 0}
    onward: dict[str, list[Link]] = {}
    waiting = [goal]
    for claim in waiting:  # grows under way
        for bearing in bearings(map, claim):
            link = Link(bearing.relation.id, claim, bearing.stance)
            for premise in dict.fromkeys(bearing.premises):
                onward.setdefault(premise, []).append(link)
                if premise not in distance:
                    distance[premise] = distance[claim] + 1
                    waiting.append(premise)
    position = map.positions({link.relation for links in onward.values() for link in links})
    ordered = {
        claim: sorted(dict.fromkeys(links), key=lambda link: position[link.relation])
        for claim, links in onward.items()
    }
    return distance, ordered


def _chain(start: str, trail: _Trail) -> Chain:
    links = []
    stance: Stance = "for"
    step = trail
    while step.link and step.before:
        links.append(step.link)
        stance = stance if step.link.stance == "for" else opposite(stance)
        step = step.before
    return Chain(start, tuple(reversed(links)), stance)
