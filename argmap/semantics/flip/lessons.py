"""Clauses that are learned from a solution that no evaluation bears out.

The evaluation is the least labelling in which every label is due, and a solution need not be the
least: it may take sides on a circle. Then some of its labels have no reasons but each other. Each
clause says that the first of them needs a reason from outside.
"""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.semantics.flip.cone import Cone
from argmap.semantics.flip.encoding import Clause, Encoding
from argmap.semantics.grounded import Labelling, Loops
from argmap.semantics.knots import self_supporting
from argmap.semantics.label import IN, OUT, UNDECIDED


class Solution(NamedTuple):
    """The labels of statements and steps in a solution."""

    statements: bytes
    steps: bytes


def lessons(
    cone: Cone, encoding: Encoding, solution: Solution, actual: Labelling, loops: Loops
) -> list[Clause]:
    """Clauses that hold of all evaluations and not of the solution.

    ``actual`` is the evaluation of the same changes, in which the goal has not the label that it
    has in the solution. Linear in the cone.
    """
    clauses = [*_circular(cone, encoding, solution, IN)]
    if loops == "out":
        clauses += _circular(cone, encoding, solution, UNDECIDED)
    # Without circular support the solution agrees with the evaluation as far as that goes, so that
    # it can only decide more.
    return clauses or [_sided(cone, encoding, solution, actual, loops)]


def _circular(cone: Cone, encoding: Encoding, solution: Solution, least: int) -> Iterator[Clause]:
    """What stands, or does not fall, must not do so by way of each other alone."""
    reasoning = cone.reasoning
    good = {IN} if least == IN else {IN, UNDECIDED}
    doubtful = {
        statement
        for statement, label in enumerate(solution.statements)
        if label in good and reasoning.given[statement] not in good
    }
    alone = self_supporting(reasoning, doubtful, lambda step: solution.steps[step] in good)
    if not alone:
        return
    outside = encoding.fresh()
    reasons = [-outside]
    for statement in sorted(alone):
        for step in reasoning.speaking_for[statement]:
            if alone.isdisjoint(reasoning.steps[step].premises):
                holds = encoding.step_ins[step] if least == IN else -encoding.step_outs[step]
                reasons.append(holds)  # it reads better so
    yield reasons
    for statement in sorted(alone):
        held = encoding.ins[statement] if least == IN else -encoding.outs[statement]
        yield [-held, outside]


def _sided(
    cone: Cone, encoding: Encoding, solution: Solution, actual: Labelling, loops: Loops
) -> Clause:
    """The label of the goal needs a reason from outside the circle on which sides are taken."""
    sides = _Sides(cone, solution, actual)
    clause = [-(encoding.ins if solution.statements[cone.goal] == IN else encoding.outs)[cone.goal]]
    founding = _founding(cone, actual) if loops == "out" else {}
    for statement in sides.statements:
        clause += _reasons_from_outside(encoding, sides, statement, founding, loops)
    for step in sides.steps:
        if solution.steps[step] == OUT:
            if step in encoding.step_keeps:
                clause.append(-encoding.step_keeps[step])
            premises = cone.reasoning.steps[step].premises
            clause += (encoding.outs[p] for p in premises if p not in sides.fallen)
    return list(dict.fromkeys(clause))


class _Sides:
    """What is decided in a solution, though not in fact, and the goal's label there hangs on."""

    def __init__(self, cone: Cone, solution: Solution, actual: Labelling) -> None:
        reasoning = self.reasoning = cone.reasoning
        self.solution = solution
        taken = [a != b for a, b in zip(solution.steps, actual.steps, strict=True)]
        self.statements = {cone.goal: None}
        self.steps: dict[int, None] = {}
        waiting = [cone.goal]
        while waiting:
            statement = waiting.pop()
            bearing = (*reasoning.speaking_for[statement], *reasoning.speaking_against[statement])
            for step in (step for step in bearing if taken[step]):
                self.steps[step] = None
                for premise in reasoning.steps[step].premises:
                    label = solution.statements[premise]
                    if label != actual.statements[premise] and premise not in self.statements:
                        self.statements[premise] = None
                        waiting.append(premise)
        self.fallen = {s for s in self.statements if solution.statements[s] == OUT}


def _reasons_from_outside(
    encoding: Encoding, sides: _Sides, statement: int, founding: dict[int, int], loops: Loops
) -> Iterator[int]:
    """The reasons that a statement could have for its label, none of which holds."""
    reasoning, steps = sides.reasoning, sides.solution.steps
    pros, cons = reasoning.speaking_for[statement], reasoning.speaking_against[statement]
    if sides.solution.statements[statement] == IN:
        if not any(step in sides.steps for step in cons):
            yield from (
                encoding.step_ins[s] for s in pros if s not in sides.steps or steps[s] == OUT
            )
        return
    if statement in encoding.keeps:
        yield -encoding.keeps[statement]
    yield from (encoding.step_ins[s] for s in cons if s not in sides.steps or steps[s] == OUT)
    if reasoning.given[statement] != OUT:
        return
    if loops == "out":
        # It can only fall for want of support if the step that upholds it falls.
        needed = [founding[statement]]
    elif any(step in sides.steps and steps[step] == OUT for step in pros):
        return  # what lets it fall lies inside
    else:
        needed = [next(step for step in pros if steps[step] != OUT)]
    yield from (encoding.step_outs[s] for s in needed if s not in sides.steps or steps[s] == IN)


def _founding(cone: Cone, actual: Labelling) -> dict[int, int]:
    """A step for each statement that does not fall but needs support; none goes in a circle."""
    reasoning = cone.reasoning
    founding: dict[int, int] = {}
    missing = [len(step.premises) for step in reasoning.steps]
    founded = [
        statement
        for statement, given in enumerate(reasoning.given)
        if given != OUT and actual.statements[statement] != OUT
    ]
    while founded:
        for step in reasoning.used_in[founded.pop()]:
            missing[step] -= 1
            _, target, speaks_for, _ = reasoning.steps[step]
            if missing[step] or not speaks_for or actual.steps[step] == OUT:
                continue
            needs_it = actual.statements[target] != OUT and reasoning.given[target] == OUT
            if needs_it and target not in founding:
                founding[target] = step
                founded.append(target)
    return founding
