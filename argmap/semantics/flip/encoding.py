"""A claim's reasoning as clauses, with a variable for everything that may be kept or changed."""

from collections.abc import Iterable, Sequence

from argmap.semantics.flip.cone import Cone, doubtful
from argmap.semantics.flip.elements import Element
from argmap.semantics.label import IN, OUT, UNDECIDED, Label

Clause = list[int]


class Encoding:
    """Clauses that hold of every evaluation in which the goal has one of the wanted labels.

    ``kept`` are the variables of the elements. ``ins`` and ``outs`` are literals that say that a
    statement stands or falls, ``step_ins`` and ``step_outs`` the same of steps. What cannot be
    undecided has one variable for both. Linear in the cone.
    """

    def __init__(self, cone: Cone, elements: Sequence[Element], wanted: Iterable[Label]) -> None:
        self.clauses: list[Clause] = []
        self.variables = 0
        self.kept = [self.fresh() for _ in elements]
        self._true = self.fresh()
        self.clauses.append([self._true])
        self.keeps: dict[int, int] = {}
        """The variables of what keeps a statement from being given up."""
        self.step_keeps: dict[int, int] = {}
        for variable, element in zip(self.kept, elements, strict=True):
            self.keeps |= dict.fromkeys(element.statements, variable)
            self.step_keeps |= dict.fromkeys(element.steps, variable)
        self._reasoning = cone.reasoning
        self._doubtful = doubtful(cone.reasoning)
        self.unique = not any(self._doubtful)
        """Whether there is one solution for every change."""
        self._name_statements()
        self.step_ins: list[int] = []
        self.step_outs: list[int] = []
        for step in range(len(cone.reasoning.steps)):
            self._add_step(step)
        for statement in range(len(cone.reasoning.statements)):
            self._define(statement)
        self._want(cone.goal, set(wanted))

    def fresh(self) -> int:
        """A variable that nothing has been said of."""
        self.variables += 1
        return self.variables

    def _name_statements(self) -> None:
        self.ins: list[int] = []
        self.outs: list[int] = []
        for statement, doubt in enumerate(self._doubtful):
            refused = statement in self._reasoning.refused
            stands = -self._true if refused else self.fresh()
            falls = self.fresh() if doubt and not refused else -stands
            self.ins.append(stands)
            self.outs.append(falls)

    def _add_step(self, number: int) -> None:
        step = self._reasoning.steps[number]
        if number in self._reasoning.broken:
            stands, falls = -self._true, self._true
        else:
            keep = self.step_keeps.get(number, self._true)
            stands = self._all([keep, *(self.ins[p] for p in step.premises)])
            if any(self._doubtful[premise] for premise in step.premises):
                falls = self._any([-keep, *(self.outs[p] for p in step.premises)])
            else:
                falls = -stands
        self.step_ins.append(stands)
        self.step_outs.append(falls)

    def _define(self, statement: int) -> None:
        reasoning = self._reasoning
        if statement in reasoning.refused:
            return
        stands, falls = self.ins[statement], self.outs[statement]
        given, keep = reasoning.given[statement], self.keeps.get(statement, self._true)
        pros, cons = reasoning.speaking_for[statement], reasoning.speaking_against[statement]
        ground = self._true if given == IN else self._any([self.step_ins[s] for s in pros])
        self._equate(stands, [keep, ground, *(self.step_outs[s] for s in cons)])
        if falls == -stands:
            return
        lost = -self._true
        if given == OUT:
            lost = self._all([self.step_outs[step] for step in pros])
        reasons = [-keep, lost, *(self.step_ins[step] for step in cons)]
        self._equate(-falls, [-reason for reason in reasons])
        self.clauses.append([-stands, -falls])

    def _want(self, goal: int, wanted: set[Label]) -> None:
        stands, falls = self.ins[goal], self.outs[goal]
        unwanted: dict[Label, Clause] = {
            "in": [-stands], "out": [-falls], "undecided": [stands, falls]
        }  # fmt: skip
        self.clauses += (clause for label, clause in unwanted.items() if label not in wanted)

    def _all(self, literals: Iterable[int]) -> int:
        """A literal that holds if all of these do."""
        needed = [literal for literal in dict.fromkeys(literals) if literal != self._true]
        if -self._true in needed:
            return -self._true
        if len(needed) <= 1:
            return needed[0] if needed else self._true
        variable = self.fresh()
        self._equate(variable, needed)
        return variable

    def _any(self, literals: Iterable[int]) -> int:
        """A literal that holds if one of these does."""
        return -self._all([-literal for literal in literals])

    def _equate(self, literal: int, needed: Sequence[int]) -> None:
        """Say that a literal holds if and only if all of the others do."""
        self.clauses += ([-literal, each] for each in needed if each != self._true)
        self.clauses.append([literal, *(-each for each in needed if each != self._true)])

    def labels(self, holding: set[int]) -> tuple[bytes, bytes]:
        """The labels of statements and steps in a solution, given the variables that hold in it."""

        def holds(literal: int) -> bool:
            return (literal in holding) if literal > 0 else (-literal not in holding)

        def label(stands: int, falls: int) -> int:
            return IN if holds(stands) else OUT if holds(falls) else UNDECIDED

        return (
            bytes(map(label, self.ins, self.outs)),
            bytes(map(label, self.step_ins, self.step_outs)),
        )
