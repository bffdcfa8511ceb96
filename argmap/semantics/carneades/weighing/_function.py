"""What a weighing function is to the rest."""

from collections.abc import Callable
from typing import NamedTuple

from argmap.semantics.carneades.graph import Argument, Weigh, Weighing
from argmap.semantics.label import IN

__all__ = ["Argument", "Function", "Make", "Weigh", "Weighing", "number", "stand"]


class Function(NamedTuple):
    """A weighing function.

    One that ``awaits_rivals`` asks not only for the labels of the premises, but also for those of
    all positions of their issues.
    """

    weigh: Weigh
    awaits_rivals: bool = False


Make = Callable[[object], Function | None]
"""Makes a function of the settings that a file gives it; none if they make no sense."""


def stand(argument: Argument, weighing: Weighing) -> int:
    """How many of the premises of an argument are in."""
    return sum(weighing.labels[premise] == IN for premise in argument.premises)


def number(value: object) -> float | None:
    """A finite number, if the value is one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) <= _GREATEST else None


_GREATEST = 1e100
