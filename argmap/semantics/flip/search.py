"""Searching for the cheapest changes, and trying out each."""

from collections.abc import Iterator
from typing import Any

from argmap.semantics.flip.cone import Cone
from argmap.semantics.flip.elements import Element
from argmap.semantics.flip.encoding import Encoding
from argmap.semantics.flip.lessons import Solution, lessons
from argmap.semantics.flip.question import Question
from argmap.semantics.frameworks.solver import SolverMissing
from argmap.semantics.grounded import Loops, grounded
from argmap.semantics.label import LABEL_OF, Label

_TRIALS = 2_000
"""So many proposals may turn out wrong before the search is given up."""


class Search:
    """The sets of elements that change a verdict, cheapest first; each has been tried out.

    ``complete`` turns false if the search is given up before its end. Raises
    :class:`~argmap.semantics.frameworks.solver.SolverMissing` if python-sat is not installed.
    """

    def __init__(
        self, cone: Cone, elements: list[Element], question: Question, loops: Loops
    ) -> None:
        self.complete = True
        self._cone = cone
        self._elements = elements
        self._question = question
        self._loops: Loops = loops
        self._encoding = Encoding(cone, elements, question.wanted)

    def sets(self) -> Iterator[tuple[tuple[Element, ...], Label]]:
        """Each set with what the claim comes to; no set is part of another."""
        wrong = 0
        with self._solver() as solver:
            while (model := solver.compute()) is not None:
                limit = self._question.limit
                if limit is not None and solver.cost > limit:
                    return
                holding = {literal for literal in model if literal > 0}
                pairs = zip(self._encoding.kept, self._elements, strict=True)
                given_up = {kept: element for kept, element in pairs if kept not in holding}
                changed = tuple(given_up.values())
                clauses = self._try(changed, holding)
                if clauses is None:
                    yield changed, self.label
                    clauses = [list(given_up)]
                else:
                    wrong += 1
                    if wrong > _TRIALS:
                        self.complete = False
                        return
                for clause in clauses:
                    if not clause:
                        return
                    solver.add_clause(clause)

    def _try(self, changed: tuple[Element, ...], holding: set[int]) -> list[list[int]] | None:
        """None if the changes do change the verdict, else clauses that rule the proposal out."""
        statements = [statement for element in changed for statement in element.statements]
        steps = [step for element in changed for step in element.steps]
        actual = grounded(self._cone.supposing(statements, steps), self._loops)
        self.label = LABEL_OF[actual.statements[self._cone.goal]]
        if self.label in self._question.wanted:
            return None
        solution = Solution(*self._encoding.labels(holding))
        return lessons(self._cone, self._encoding, solution, actual, self._loops)

    def _solver(self) -> Any:  # noqa: ANN401  # python-sat has no types
        try:
            from pysat.examples.rc2 import RC2
            from pysat.formula import WCNF
        except ImportError:
            raise SolverMissing from None
        encoding = self._encoding
        formula = WCNF()
        # All at once: `append` looks at every literal again, which is as slow as the search.
        formula.nv = encoding.variables
        formula.hard = encoding.clauses
        formula.soft = [[variable] for variable in encoding.kept]
        formula.wght = [1] * len(encoding.kept)
        formula.topw += len(encoding.kept)
        return RC2(formula, solver="g4")
