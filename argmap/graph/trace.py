"""Tracing: what bears on a claim, and what it bears on, in the order in which it is told.

Every claim is told in full once, where it is nearest to the root; at its other places there is
only a reference. So a trace is linear in the part of the map that it reaches, and ends on any
map, with cycles or without.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from argmap.graph.ends import Ends
from argmap.graph.walk import opposite
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
    return stance if relation.stance == "for" else opposite(stance)


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
        self._nearest = self._distances()

    def steps(self) -> Iterator[Step]:
        """Depth first, with a stack of what is still to be told."""
        told = set(self._told_before)
        path: list[str] = []
        on_path: dict[str, int] = {}
        waiting: list[Step | _Pending] = [
            Step(0, "", root, "for") for root in reversed(self._roots)
        ]
        while waiting:
            item = waiting.pop()
            if isinstance(item, _Pending):
                waiting += reversed(self._tell(item))
                continue
            while len(path) > item.depth:
                on_path[path.pop()] -= 1
            if on_path.get(item.claim):
                item = item._replace(repeat="cycle")
            elif item.claim in told:
                item = item._replace(repeat="above")
            elif self._nearest[item.claim] != item.depth:
                item = item._replace(repeat="below")
            below = list(self._after(item))
            hidden = self._hidden(item)
            if hidden:
                item = item._replace(hidden=hidden)
            # A path may skip a depth where it goes through an undercut step.
            while len(path) <= item.depth:
                claim = item.claim if len(path) == item.depth else ""
                path.append(claim)
                on_path[claim] = on_path.get(claim, 0) + 1
            if not item.repeat:
                told.add(item.claim)
                below += self._bearing_on(item)
            yield item
            waiting += reversed(below)

    def _followed(self, target: str) -> Sequence[Relation]:
        found = self._map.bearing_on(target)
        if not found:
            return found
        kept = [relation for relation in found if relation.kind in self._kinds]
        if len(kept) > 1:
            kept.sort(key=lambda relation: relation.kind in AGAINST)
        return kept

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
        hidden = 0
        if not step.repeat:
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
        if len(ends) > 1:
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

    def _distances(self) -> dict[str, int]:
        """How far each claim is from the nearest root, in relations."""
        nearest = dict.fromkeys(self._roots, 0)
        seen: set[str] = set()
        waiting: deque[tuple[str, str, int]] = deque((root, "", 0) for root in self._roots)
        while waiting:
            target, via, depth = waiting.popleft()
            if self._limit is not None and depth >= self._limit:
                continue
            for relation in self._followed(target):
                if relation.id == via:
                    continue
                ends = self._map.premises_for(relation, target)
                for claim in ends:
                    if claim not in nearest:
                        nearest[claim] = depth + 1
                        waiting.append((claim, relation.id, depth + 1))
                if ends and relation.id not in seen:
                    seen.add(relation.id)
                    waiting.append((relation.id, relation.id, depth + 1))
        return nearest


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
    upwards = _Upwards(map, kinds)
    nearest = upwards.nearest(root, depth)
    told = {root}
    path: list[str] = [root]
    on_path = {root}
    stack = [Step(1, *found) for found in upwards.onward(root, "for")][::-1]
    while stack:
        step = stack.pop()
        if depth is not None and step.depth > depth:
            continue
        while len(path) > step.depth:
            on_path.discard(path.pop())
        if step.claim in on_path:
            step = step._replace(repeat="cycle")
        elif step.claim in told:
            step = step._replace(repeat="above")
        elif nearest.get(step.claim) != step.depth:
            step = step._replace(repeat="below")
        else:
            told.add(step.claim)
            on_path.add(step.claim)
            onward = [
                Step(step.depth + 1, *found) for found in upwards.onward(step.claim, step.stance)
            ]
            if depth is not None and step.depth >= depth:
                step = step._replace(hidden=len(onward))
            stack += reversed(onward)
        path.append("" if step.repeat else step.claim)
        yield step


class _Upwards:
    """What claims bear on by one relation; symmetric relations lead nowhere."""

    def __init__(self, map: ArgumentMap, kinds: Collection[Kind]) -> None:
        self._map = map
        self._kinds = frozenset(kinds)
        self._ends = Ends(map)

    def onward(self, claim: str, stance: Stance) -> Iterator[tuple[str, str, Stance]]:
        """Each relation drawn from a claim, the claim it comes out at, and the root's stance."""
        for relation in self._map.drawn_from(claim):
            if relation.kind in self._kinds and not relation.symmetric:
                end, own = self._ends.of(relation)
                yield relation.id, end, stance if own == "for" else opposite(stance)

    def nearest(self, root: str, depth: int | None) -> dict[str, int]:
        """How far each claim is from the root."""
        distances = {root: 0}
        waiting = deque([root])
        while waiting:
            claim = waiting.popleft()
            if depth is not None and distances[claim] >= depth:
                continue
            for _, end, _ in self.onward(claim, "for"):
                if end not in distances:
                    distances[end] = distances[claim] + 1
                    waiting.append(end)
        return distances
