"""Linked: an argument weighs all or nothing, and all only if all its premises are in."""

from argmap.semantics.carneades.weighing._function import Argument, Function, Weighing, stand


def make(_settings: object) -> Function:
    """The function for which all is 1."""
    return whole_or_nothing()


def whole_or_nothing(weight: float | None = None) -> Function:
    """The function that gives this weight, 1 if none is given, or none."""
    whole = 1.0 if weight is None else weight

    def weigh(argument: Argument, weighing: Weighing) -> float:
        return whole if stand(argument, weighing) == len(argument.premises) else 0.0

    return Function(weigh)
