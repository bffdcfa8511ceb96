"""What a weighing function is to the rest."""

from collections.abc import Callable

from argmap.semantics.carneades.graph import Argument, Function, Weighing
from argmap.semantics.label import IN

__all__ = ["Argument", "Function", "Make", "Weighing", "number", "stand"]

Make = Callable[[object], Function | None]
"""Makes a function of the settings that a file gives it; none if they make no sense."""
_GREATEST = 1e100


def stand(argument: Argument, weighing: Weighing) -> int:
    """How many of the premises of an argument are in."""
    return sum(weighing.labels[premise] == IN for premise in argument.premises)


def number(value: object) -> float | None:
    """A number that is not too large to reckon with, if the value is one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) <= _GREATEST else None
