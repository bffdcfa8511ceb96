"""The SAT solver: python-sat's CaDiCaL, loaded when it is needed, with an end to its patience."""

from collections.abc import Iterable, Sequence
from time import monotonic
from typing import Any

from argmap.semantics.frameworks.deadline import Deadline

_FIRST = 1_000
_LEAST = 50
_GLANCE = 0.2
"""Seconds between two looks at the clock; CaDiCaL cannot be interrupted, only given budgets."""


class SolverMissing(Exception):  # noqa: N818  # it is not wrong to do without one
    """The question needs a SAT solver, and python-sat is not installed."""


class Solver:
    """Clauses, and whether all of them can hold; a clause is a list of non-zero integers."""

    def __init__(self, clauses: Iterable[Sequence[int]], deadline: Deadline) -> None:
        try:
            from pysat.solvers import Cadical195
        except ImportError:
            raise SolverMissing from None
        deadline.left()
        self._solver: Any = Cadical195(bootstrap_with=clauses)
        self._deadline = deadline
        self._budget = _FIRST

    def add(self, clause: Sequence[int]) -> None:
        """Let one more clause hold."""
        self._solver.add_clause(clause)

    def prefer(self, literals: Sequence[int]) -> None:
        """Let these literals hold where nothing speaks against it."""
        self._solver.set_phases(literals)

    def model(self, assumptions: Sequence[int]) -> list[int] | None:
        """The literals that hold in some way to let everything hold, by variable, if there is one.

        Raises :class:`OutOfTimeError` if that cannot be told before the deadline.
        """
        while True:
            left = self._deadline.left()
            if left is None:
                possible = self._solver.solve(assumptions=assumptions)
            else:
                possible = self._limited(assumptions, min(left, _GLANCE))
            if possible is not None:
                break
        return self._solver.get_model() if possible else None

    def _limited(self, assumptions: Sequence[int], seconds: float) -> bool | None:
        begun = monotonic()
        self._solver.conf_budget(self._budget)
        possible: bool | None = self._solver.solve_limited(assumptions=assumptions)
        if possible is None:
            taken = max(monotonic() - begun, 1e-4)
            self._budget = max(_LEAST, min(2 * self._budget, int(self._budget * seconds / taken)))
        return possible
