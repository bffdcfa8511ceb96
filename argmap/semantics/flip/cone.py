"""The part of a map's reasoning that bears on a claim."""

from collections.abc import Iterable
from copy import copy
from typing import NamedTuple

from argmap.graph.components import components
from argmap.semantics.label import UNDECIDED
from argmap.semantics.reasoning import Reasoning


class Cone(NamedTuple):
    """The statements and steps that bear on the goal, with numbers of their own.

    ``claims`` are for each set of equivalent claims, by the first of them, the statements that
    fall if it is given up; the first is the one that says whether it is given. ``relations`` are
    the steps of each relation.
    """

    reasoning: Reasoning
    goal: int
    claims: dict[str, tuple[int, ...]]
    relations: dict[str, tuple[int, ...]]

    def supposing(self, statements: Iterable[int], steps: Iterable[int]) -> Reasoning:
        """The reasoning with these taken away as well."""
        changed = copy(self.reasoning)
        changed.refused = changed.refused.union(statements)
        changed.broken = changed.broken.union(steps)
        return changed


def cone_of(reasoning: Reasoning, claim: str) -> Cone:
    """What bears on a claim. Linear in the map."""
    goal = reasoning.statement_of[claim]
    kept = _reached(reasoning, goal)
    number = {statement: new for new, statement in enumerate(kept)}
    step_number: dict[int, int] = {}
    for step, (_, target, _, _) in enumerate(reasoning.steps):
        if target in number:
            step_number[step] = len(step_number)
    part = _restricted(reasoning, number, step_number)
    claims = {}
    for own, statement in enumerate(reasoning.statements):
        if statement.claims and not statement.apart_from_ties:
            both = dict.fromkeys((reasoning.apart.get(own, own), own))
            fallen = tuple(number[s] for s in both if s in number)
            if fallen:
                claims[statement.claims[0]] = fallen
    relations = {}
    for id in reasoning.map.relations:
        steps = reasoning.steps_of(id)
        broken = tuple(step_number[step] for step in steps if step in step_number)
        if broken:
            relations[id] = broken
    return Cone(part, number[goal], claims, relations)


def _reached(reasoning: Reasoning, goal: int) -> list[int]:
    """The statements that bear on one, and that one, in their order."""
    reached = {goal}
    waiting = [goal]
    while waiting:
        for premise in _below(reasoning, waiting.pop()):
            if premise not in reached:
                reached.add(premise)
                waiting.append(premise)
    return sorted(reached)


def _below(reasoning: Reasoning, statement: int) -> list[int]:
    """The premises of all that bears on a statement."""
    steps = (*reasoning.speaking_for[statement], *reasoning.speaking_against[statement])
    return [premise for step in steps for premise in reasoning.steps[step].premises]


def _restricted(
    reasoning: Reasoning, number: dict[int, int], step_number: dict[int, int]
) -> Reasoning:
    """The reasoning about these statements and steps alone, by their new numbers."""
    part = copy(reasoning)
    part.statements = [reasoning.statements[s] for s in number]
    part.steps = [
        step._replace(premises=tuple(number[p] for p in step.premises), target=number[step.target])
        for step in map(reasoning.steps.__getitem__, step_number)
    ]
    part.given = bytearray(reasoning.given[s] for s in number)
    part.index()
    part.refused = {number[s] for s in reasoning.refused if s in number}
    part.broken = {step_number[step] for step in reasoning.broken if step in step_number}
    return part


def doubtful(reasoning: Reasoning) -> bytearray:
    """For each statement whether it could be undecided, or have a label in more than one way.

    It could if it lies on a circle, if the map leaves it open, or if anything below it could.
    """
    found = bytearray(len(reasoning.statements))
    for knot in components(range(len(found)), lambda statement: _below(reasoning, statement)):
        below = {premise for statement in knot for premise in _below(reasoning, statement)}
        if (
            len(knot) > 1
            or knot[0] in below
            or reasoning.given[knot[0]] == UNDECIDED
            or any(found[premise] for premise in below)
        ):
            for statement in knot:
                found[statement] = 1
    return found
