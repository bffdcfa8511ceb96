"""Constant: an argument weighs the same whatever its premises are.

This is so in Carneades also where premises are out: the argument only has to be applicable.
"""

from argmap.semantics.carneades.weighing._function import Argument, Function, Weighing, number


def make(settings: object) -> Function | None:
    """The function that always gives this number."""
    same = number(settings)
    if same is None:
        return None

    def weigh(_argument: Argument, _weighing: Weighing) -> float:
        return same

    return Function(weigh)
