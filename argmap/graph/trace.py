"""Tracing: what bears on a claim, and what it bears on, in the order in which it is told.

Every claim is told in full once, where it is nearest to the root; at its other places there is
only a reference. So a trace is linear in the part of the map that it reaches, and ends on any
map, with cycles or without.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, KINDS, Kind, Relation, Stance

Repeat = Literal["", "above", "below", "cycle"]


class Step(NamedTuple):
    """One claim as it is reached through one relation.

    ``depth`` counts relations from the root (depth 0, and there without relation). ``stance`` is
    whether the claim speaks for or against the root, or, upwards, the root for or against the
    claim. ``premise`` of ``premises`` linked ones is its place in the relation. ``repeat`` is
    empty where the claim is told in full; otherwise it is told elsewhere, above or below, or
    stands above on the same chain (``cycle``). ``hidden`` counts the relations at this claim, and
    at the step that it completes, that are not followed because of a limit on depth.
    """

    depth: int
    relation: str
    claim: str
    stance: Stance
    premise: int = 1
    premises: int = 1
    repeat: Repeat = ""
    hidden: int = 0


class _Pending(NamedTuple):
    """A relation whose premises are to be told at some depth, seen from a claim or a relation."""

    relation: Relation
    seen_from: str
    depth: int
    stance: Stance


def kinds_on(side: Literal["support", "rebuttal"] | None) -> Collection[Kind]:
    """The kinds of relation that speak for a target, or against it; all without a side."""
    if side is None:
        return KINDS
    return [kind for kind in KINDS if (kind in AGAINST) == (side == "rebuttal")]


def turned(stance: Stance, relation: Relation) -> Stance:
    """The stance after one more relation: two rebuttals in a row speak for."""
    if relation.stance == "for":
        return stance
    return "against" if stance == "for" else "for"


def reasons(
    map: ArgumentMap,
    roots: Iterable[str],
    *,
    depth: int | None = None,
    kinds: Collection[Kind] = KINDS,
    told: Iterable[str] = (),
) -> Iterator[Step]:
    """What bears on the roots, as the steps of an outline: each root, then all under it.

    Supports come before rebuttals, otherwise the order is as written; what undercuts a step
    comes with that step. Claims ``told`` before are only referred to.
    """
    first = tuple(dict.fromkeys(roots))
    return _Downwards(map, first, depth, frozenset(kinds), frozenset(told)).steps()


class _Downwards:
    def __init__(
        self,
        map: ArgumentMap,
        roots: tuple[str, ...],
        depth: int | None,
        kinds: frozenset[Kind],
        told: frozenset[str],
    ) -> None:
        self._map = map
        self._roots = roots
        self._limit = depth
        self._kinds = kinds
        self._told_before = told
        self._homes = self._find_homes()

    def steps(self) -> Iterator[Step]:
        """Depth first, with a stack of what is still to be told."""
        told = set(self._told_before)
        path: list[str] = []
        on_path: set[str] = set()
        waiting: list[Step | _Pending] = [
            Step(0, "", root, "for") for root in reversed(self._roots)
        ]
        while waiting:
            item = waiting.pop()
            if isinstance(item, _Pending):
                waiting += reversed(self._tell(item))
                continue
            while len(path) > item.depth:
                on_path.discard(path.pop())
            home = self._homes.get(item.claim) == (item.relation, item.premise)
            home = home and item.claim not in self._told_before
            if item.claim in on_path:
                item = item._replace(repeat="cycle")
            elif not home:
                item = item._replace(repeat="above" if item.claim in told else "below")
            below = list(self._after(item))
            if not item.repeat:
                told.add(item.claim)
                item = item._replace(hidden=self._hidden(item))
                below += self._bearing_on(item)
            # A path may skip a depth where it goes through an undercut step.
            path += [item.claim] * (item.depth + 1 - len(path))
            on_path.add(item.claim)
            yield item
            waiting += reversed(below)

    def _followed(self, target: str) -> list[Relation]:
        found = [r for r in self._map.bearing_on(target) if r.kind in self._kinds]
        return sorted(found, key=lambda relation: relation.stance == "against")

    def _bearing_on(self, step: Step) -> Iterator[_Pending]:
        """The relations to tell under a claim, except the one that led to it."""
        if self._limit is not None and step.depth >= self._limit:
            return
        for relation in self._followed(step.claim):
            if relation.id != step.relation:
                stance = turned(step.stance, relation)
                yield _Pending(relation, step.claim, step.depth + 1, stance)

    def _hidden(self, step: Step) -> int:
        if self._limit is None or step.depth < self._limit:
            return 0
        hidden = sum(relation.id != step.relation for relation in self._followed(step.claim))
        if step.relation and step.premise == step.premises:
            hidden += len(self._followed(step.relation))
        return hidden

    def _tell(self, pending: _Pending) -> list[Step | _Pending]:
        """The premises of a relation; what undercuts linked ones comes after them all."""
        relation, seen_from, depth, stance = pending
        ends = self._map.premises_for(relation, seen_from)
        told: list[Step | _Pending] = [
            Step(depth, relation.id, claim, stance, place, len(ends))
            for place, claim in enumerate(ends, 1)
        ]
        if len(ends) != 1:
            told += self._on_step(relation, depth, stance)
        return told

    def _after(self, step: Step) -> Iterator[_Pending]:
        """What undercuts the step that a single premise makes."""
        if step.relation and step.premises == 1:
            relation = self._map.relations[step.relation]
            yield from self._on_step(relation, step.depth, step.stance)

    def _on_step(self, relation: Relation, depth: int, stance: Stance) -> Iterator[_Pending]:
        if self._limit is not None and depth >= self._limit:
            return
        for on_it in self._followed(relation.id):
            yield _Pending(on_it, relation.id, depth + 1, turned(stance, on_it))

    def _find_homes(self) -> dict[str, tuple[str, int]]:
        """For each claim, the relation and place through which it is nearest to a root."""
        homes = dict.fromkeys(self._roots, ("", 1))
        waiting = deque((root, "", 0) for root in self._roots)
        while waiting:
            target, via, depth = waiting.popleft()
            if self._limit is not None and depth >= self._limit:
                continue
            for relation in self._followed(target):
                if relation.id == via:
                    continue
                for place, claim in enumerate(self._map.premises_for(relation, target), 1):
                    if claim not in homes:
                        homes[claim] = (relation.id, place)
                        waiting.append((claim, relation.id, depth + 1))
                if self._map.bearing_on(relation.id):
                    waiting.append((relation.id, relation.id, depth + 1))
        return homes


def conclusions(
    map: ArgumentMap,
    root: str,
    *,
    depth: int | None = None,
    kinds: Collection[Kind] = KINDS,
) -> Iterator[Step]:
    """What a claim bears on, and what that bears on in turn, nearest first; without the root.

    A step that bears on another step is told with the claim that the other one leads to.
    """
    nearest = _nearest_conclusions(map, root, depth, kinds)
    told = {root}
    path: list[str] = [root]
    on_path = {root}
    stack = [Step(1, *found) for found in _up(map, root, "for", kinds)][::-1]
    while stack:
        step = stack.pop()
        if depth is not None and step.depth > depth:
            continue
        while len(path) > step.depth:
            on_path.discard(path.pop())
        if step.claim in on_path:
            step = step._replace(repeat="cycle")
        elif nearest.get(step.claim) != step.relation:
            step = step._replace(repeat="above" if step.claim in told else "below")
        else:
            told.add(step.claim)
            onward = [
                Step(step.depth + 1, *found)
                for found in _up(map, step.claim, step.stance, kinds)
                if found[0] != step.relation
            ]
            if depth is not None and step.depth >= depth:
                step = step._replace(hidden=len(onward))
            stack += reversed(onward)
        path.append(step.claim)
        on_path.add(step.claim)
        yield step


def _nearest_conclusions(
    map: ArgumentMap, root: str, depth: int | None, kinds: Collection[Kind]
) -> dict[str, str]:
    """For each claim that the root bears on, the relation through which it is nearest."""
    nearest = {root: ""}
    waiting = deque([(root, 0)])
    while waiting:
        claim, at = waiting.popleft()
        for relation, onward, _ in _onward(map, claim, kinds):
            if onward not in nearest and (depth is None or at < depth):
                nearest[onward] = relation.id
                waiting.append((onward, at + 1))
    return nearest


def _up(
    map: ArgumentMap, claim: str, stance: Stance, kinds: Collection[Kind]
) -> Iterator[tuple[str, str, Stance]]:
    for relation, onward, own in _onward(map, claim, kinds):
        turned_stance: Stance = stance if own == "for" else _other(stance)
        yield relation.id, onward, turned_stance


def _other(stance: Stance) -> Stance:
    return "against" if stance == "for" else "for"


def _onward(
    map: ArgumentMap, claim: str, kinds: Collection[Kind]
) -> Iterator[tuple[Relation, str, Stance]]:
    """Each relation drawn from a claim, the claim it comes out at, and its stance towards that.

    Symmetric relations lead nowhere: they are among what bears on a claim.
    """
    for relation in map.drawn_from(claim):
        if relation.kind in kinds and not relation.symmetric:
            stance: Stance = relation.stance
            end = relation
            while end.target_type == "relation":
                end = map.relations[end.target]
                stance = turned(stance, end)
            yield relation, end.target, stance
