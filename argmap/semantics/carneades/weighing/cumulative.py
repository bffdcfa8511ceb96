"""Cumulative: an argument weighs as much as the share of its premises that are in."""

from argmap.semantics.carneades.weighing._function import Argument, Function, Weighing, stand


def make(_settings: object) -> Function:
    """The function that counts premises; an argument without any weighs nothing."""

    def weigh(argument: Argument, weighing: Weighing) -> float:
        return stand(argument, weighing) / max(1, len(argument.premises))

    return Function(weigh)
