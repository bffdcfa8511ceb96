"""Guards: comparisons that a scheme asks for before it derives an argument."""

import re
from collections.abc import Callable, Mapping

from argmap.semantics.carneades.terms import Term, is_bound, parsed, substituted

_OPERATOR = re.compile(r"\s*(=\\=|=:=|\\==|==|\\=|=<|>=|<|>|=)\s*")


def _as_numbers(compare: Callable[[float, float], bool]) -> Callable[[Term, Term], bool | None]:
    def check(one: Term, other: Term) -> bool | None:
        try:
            return compare(float(str(one)), float(str(other)))
        except ValueError:
            return None

    return check


_CHECKS: dict[str, Callable[[Term, Term], bool | None]] = {
    "=": lambda one, other: one == other,
    "==": lambda one, other: one == other,
    "\\=": lambda one, other: one != other,
    "\\==": lambda one, other: one != other,
    "=:=": _as_numbers(lambda one, other: one == other),
    "=\\=": _as_numbers(lambda one, other: one != other),
    "<": _as_numbers(lambda one, other: one < other),
    "=<": _as_numbers(lambda one, other: one <= other),
    ">": _as_numbers(lambda one, other: one > other),
    ">=": _as_numbers(lambda one, other: one >= other),
}


def holds(guard: str, bound: Mapping[str, Term]) -> bool | None:
    """Whether a comparison of two terms holds; none if it is no such thing, or not all is bound.

    Arithmetic is not done; numbers are compared, and all else by being the same.
    """
    one, operator, other = [*_OPERATOR.split(guard.strip(), maxsplit=1), "", ""][:3]
    left, right = parsed(one), parsed(other)
    if left is None or right is None or operator not in _CHECKS:
        return None
    if not (is_bound(left, bound) and is_bound(right, bound)):
        return None
    return _CHECKS[operator](substituted(left, bound), substituted(right, bound))
