"""The grounded labelling of a map: what must be granted, and nothing else.

It is the least labelling in which every statement and step is labelled as the module `reasoning`
says (Dung 1995; for steps with several premises Nouioua and Risch 2011). Every label has a level:
it follows from labels of lower levels alone, so that the reasons for it never go in a circle.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from argmap.semantics.knots import self_supporting, support_knots
from argmap.semantics.label import IN, OUT, UNDECIDED
from argmap.semantics.reasoning import Reasoning

Loops = Literal["out", "undecided"]


class Labelling(NamedTuple):
    """Labels of all statements and steps, by number, and the level of each.

    The level of what is undecided is -1. ``unfounded`` are the statements that fall since all that
    speaks for them is each other.
    """

    statements: bytes
    steps: bytes
    statement_levels: Sequence[int]
    step_levels: Sequence[int]
    unfounded: frozenset[int] = frozenset()


def grounded(reasoning: Reasoning, loops: Loops = "out") -> Labelling:
    """The grounded labelling of a map.

    Statements that are held up by each other alone fall with ``loops="out"``, as arguments are
    finite (the well-founded semantics of Van Gelder, Ross and Schlipf 1991), and stay undecided
    with ``loops="undecided"``. Linear, but that a knot of statements that support each other is
    looked at again each time that it loses a support.
    """
    spread = _Spread(reasoning)
    spread.run()
    unfounded = _drop_unfounded(reasoning, spread) if loops == "out" else frozenset()
    return Labelling(
        bytes(spread.statements),
        bytes(spread.steps),
        spread.statement_levels,
        spread.step_levels,
        unfounded,
    )


def _drop_unfounded(reasoning: Reasoning, spread: "_Spread") -> frozenset[int]:
    """Let fall what is held up by itself alone, until nothing is; what has fallen so."""
    if UNDECIDED not in spread.statements:
        return frozenset()
    knots = support_knots(reasoning)
    knot_of = {statement: number for number, knot in enumerate(knots) for statement in knot}
    waiting = dict.fromkeys(range(len(knots)))
    unfounded: set[int] = set()
    while waiting:
        number = next(iter(waiting))
        del waiting[number]
        doubtful = {
            statement
            for statement in knots[number]
            if spread.statements[statement] == UNDECIDED and reasoning.given[statement] == OUT
        }
        fallen = self_supporting(reasoning, doubtful, lambda step: spread.steps[step] != OUT)
        if fallen:
            unfounded |= fallen
            spread.lost.clear()
            spread.drop(fallen)
            waiting |= dict.fromkeys(knot_of[s] for s in spread.lost if s in knot_of)
    return frozenset(unfounded)


class _Spread:
    """Labels as they spread from what is given, level by level."""

    def __init__(self, reasoning: Reasoning) -> None:
        self._reasoning = reasoning
        count, steps = len(reasoning.statements), len(reasoning.steps)
        self.statements = bytearray(count)
        self.steps = bytearray(steps)
        self.statement_levels = [-1] * count
        self.step_levels = [-1] * steps
        self.lost: list[int] = []
        """The statements that have lost a step that spoke for them."""
        self._to_stand = [len(step.premises) for step in reasoning.steps]
        self._for = reasoning.speaking_for.lengths()
        self._against = reasoning.speaking_against.lengths()
        self._has_ground = [given == IN for given in reasoning.given]
        self._new: list[int] = []
        """Statements that have been labelled, in the order of their levels."""
        self._done = 0
        self._highest = 0

    def run(self) -> None:
        """Label all that follows from what is given, and what is taken away."""
        reasoning = self._reasoning
        for statement in sorted(reasoning.refused):
            self._label(statement, OUT, 0)
        for step in sorted(reasoning.broken):
            self._label_step(step, OUT, 0)
        for statement, given in enumerate(reasoning.given):
            if given == OUT and not self._for[statement]:
                self._label(statement, OUT, 0)
            self._ask(statement, 0)
        self._follow()

    def drop(self, statements: Iterable[int]) -> None:
        """Let statements fall, and label all that follows."""
        level = self._highest + 1
        for statement in sorted(statements):
            self._label(statement, OUT, level)
        self._follow()

    def _follow(self) -> None:
        while self._done < len(self._new):
            statement = self._new[self._done]
            self._done += 1
            level = self.statement_levels[statement] + 1
            for step in self._reasoning.used_in[statement]:
                if self.statements[statement] == OUT:
                    self._label_step(step, OUT, level)
                else:
                    self._to_stand[step] -= 1
                    if not self._to_stand[step]:
                        self._label_step(step, IN, level)

    def _label_step(self, number: int, label: int, level: int) -> None:
        if self.steps[number]:
            return
        self.steps[number] = label
        self.step_levels[number] = level
        _, target, speaks_for, _ = self._reasoning.steps[number]
        if label == IN and not speaks_for:
            self._label(target, OUT, level)
        elif label == IN:
            self._has_ground[target] = True
        elif speaks_for:
            self._for[target] -= 1
            self.lost.append(target)
            if not self._for[target] and self._reasoning.given[target] == OUT:
                self._label(target, OUT, level)
        else:
            self._against[target] -= 1
        self._ask(target, level)

    def _ask(self, statement: int, level: int) -> None:
        if self._has_ground[statement] and not self._against[statement]:
            self._label(statement, IN, level)

    def _label(self, statement: int, label: int, level: int) -> None:
        if not self.statements[statement]:
            self.statements[statement] = label
            self.statement_levels[statement] = level
            self._highest = max(self._highest, level)
            self._new.append(statement)
