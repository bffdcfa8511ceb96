"""The tree that a map is written as: each claim in one place, referred to from the others."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.formats.kialo.reading import step
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind

_NUMBER = re.compile(r"\d{1,9}")
_DEEPEST = 200


class Step(NamedTuple):
    """One premise of a relation to a claim; ``id`` is that of the relation if it has no other."""

    id: str
    kind: Kind
    premise: str
    target: str


class Place(NamedTuple):
    """A place in the tree: what stands there; a reference if the claim stands elsewhere."""

    number: str
    depth: int
    claim: str
    kind: Kind | None
    is_reference: bool


class Tree:
    """The places of claims, numbered as their ids and those of relations ask for.

    The theses are numbered upwards if they are to be ``ascending``, whatever their ids say.
    A claim stands where its id says, else under the first claim that it bears on; what bears on
    nothing is a thesis, and so is what would stand deeper than two hundred steps, unless its id is
    the number of such a place: numbers grow with depth. Linear.
    """

    def __init__(
        self, map: ArgumentMap, steps: Iterable[Step], *, asked: bool, ascending: bool
    ) -> None:
        self._map = map
        self._ascending = ascending
        self._on: dict[str, list[Step]] = {}
        self._homes: dict[str, Step] = {}
        premises = set()
        for each in steps:
            self._on.setdefault(each.target, []).append(each)
            premises.add(each.premise)
            if each.id == step(each.premise):
                self._homes[each.premise] = each
        self._leave_circles()
        self._numbers: dict[str, str] = {}
        self._children: dict[str, list[Place]] = {}
        self._roots = [id for id in map.claims if id not in premises]
        self._claimed = set(self._roots)
        self._place_all(asked=asked)

    def number_of(self, claim: str) -> str:
        """The number of the place where a claim stands."""
        return self._numbers[claim]

    def places(self) -> Iterator[Place]:
        """All places, each before those under it."""
        waiting = [*reversed(self._tops)]
        while waiting:
            place = waiting.pop()
            yield place
            if not place.is_reference:
                waiting += reversed(self._children.get(place.claim, ()))

    @property
    def is_asked(self) -> bool:
        """Whether the theses stand under a question."""
        return self._asked

    def _leave_circles(self) -> None:
        """Forget homes that lead round in a circle."""
        checked: set[str] = set()
        for first in list(self._homes):
            way: dict[str, None] = {}
            at = first
            while at in self._homes and at not in checked and at not in way:
                way[at] = None
                at = self._homes[at].target
            if at in way:
                del self._homes[at]
            checked.update(way)

    def _place_all(self, *, asked: bool) -> None:
        """Find out under which claim each stands, and then its number."""
        depths = dict.fromkeys(self._roots, 0)
        children: dict[str, list[tuple[Step, bool]]] = {}
        waiting = [*reversed(self._roots)]
        others = iter(self._map.claims)
        while True:
            if not waiting:
                rest = next((id for id in others if id not in self._claimed), None)
                if rest is None:
                    break
                self._claimed.add(rest)
                self._roots.append(rest)
                depths[rest] = 0
                waiting.append(rest)
            claim = waiting.pop()
            here = children[claim] = []
            for each in self._on.get(claim, ()):
                premise = each.premise
                at_home = self._homes.get(premise, each) is each
                new = premise not in self._claimed and at_home
                if new:
                    self._claimed.add(premise)
                    deep = depths[claim] + 1 > max(_DEEPEST, premise.count("."))
                    depths[premise] = 0 if deep else depths[claim] + 1
                    waiting.append(premise)
                    if deep:
                        self._roots.append(premise)
                        new = False
                here.append((each, new))
        self._asked = asked or len(self._roots) != 1
        self._number_all(children)

    def _number_all(self, children: dict[str, list[tuple[Step, bool]]]) -> None:
        parent = "1" if self._asked else ""
        depth = 1 if self._asked else 0
        numbers = _numbered(parent, self._roots) if self._asked else ["1"]
        if self._ascending and numbers != sorted(numbers, key=_last):
            numbers = [f"1.{number}" for number in range(1, len(self._roots) + 1)]
        self._tops = [
            Place(number, depth, claim, None, is_reference=False)
            for number, claim in zip(numbers, self._roots, strict=True)
        ]
        waiting = [*self._tops]
        while waiting:
            place = waiting.pop()
            self._numbers[place.claim] = place.number
            here = children[place.claim]
            wanted = [each.premise if new else each.id.removeprefix("r") for each, new in here]
            under = [
                Place(number, place.depth + 1, each.premise, each.kind, is_reference=not new)
                for number, (each, new) in zip(_numbered(place.number, wanted), here, strict=True)
            ]
            self._children[place.claim] = under
            waiting += (each for each in under if not each.is_reference)


def _last(number: str) -> int:
    return int(number.rpartition(".")[2])


def _numbered(parent: str, wanted: list[str]) -> list[str]:
    """Numbers under a parent: those that are wanted and possible, and the next ones after them."""
    given: dict[str, int] = {}
    for id in wanted:
        above, _, last = id.rpartition(".")
        if above == parent and _NUMBER.fullmatch(last) and last == str(int(last)):
            given.setdefault(id, int(last))
    following = max(given.values(), default=0) + 1
    numbers = []
    for id in wanted:
        if given.pop(id, None) is not None:
            numbers.append(id)
        else:
            numbers.append(f"{parent}.{following}" if parent else str(following))
            following += 1
    return numbers
