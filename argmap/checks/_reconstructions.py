"""Arguments that are worked out step by step, as checks ask for them."""

from argmap.model.argument import Argument
from argmap.model.map import ArgumentMap


def reconstruction_of(map: ArgumentMap, step: str) -> Argument | None:
    """The reconstructed argument that a relation is a step of, if it is one of such an argument."""
    argument = map.argument_of(step)
    return argument if argument is not None and argument.gist is None else None


def conclusion_of(map: ArgumentMap, argument: Argument) -> str | None:
    """The claim that a reconstructed argument leads to; none if it is only sketched."""
    if argument.gist is not None or not argument.relations:
        return None
    last = map.relations[argument.relations[-1]]
    return last.target if last.target_type == "claim" else None
