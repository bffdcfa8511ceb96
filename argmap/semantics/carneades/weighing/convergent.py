"""Convergent: an argument weighs 1 if any premise is in."""

from argmap.semantics.carneades.weighing._function import Argument, Function, Weighing, stand


def make(_settings: object) -> Function:
    """The function that asks for one premise."""

    def weigh(argument: Argument, weighing: Weighing) -> float:
        return 1.0 if stand(argument, weighing) else 0.0

    return Function(weigh)
