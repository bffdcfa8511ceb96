"""What shows that a claim has a label in all labellings of a semantics, or only in some."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.semantics.label import Label
from argmap.semantics.labellings import Search


class Witness(NamedTuple):
    """A labelling, and one in which a claim has another label, if there is any.

    Both hold the claims that they label differently, the claim itself first; without another
    labelling ``one`` holds the claim alone. Without any labelling both are empty.
    """

    claim: str
    label: Label | None
    one: Mapping[str, Label] = {}
    other: Mapping[str, Label] | None = None


def witness(search: Search, claim: str) -> Witness:
    """What shows how far a claim's label depends on the labelling.

    Raises :class:`~argmap.semantics.frameworks.deadline.OutOfTimeError`.
    """
    first = next(search.all(1), None)
    if first is None:
        return Witness(claim, None)
    one = search.named(first)
    other = search.counterexample(claim, one[claim])
    if other is None:
        return Witness(claim, one[claim], {claim: one[claim]})
    differing = [claim, *(id for id in one if one[id] != other[id] and id != claim)]
    return Witness(
        claim, None, {id: one[id] for id in differing}, {id: other[id] for id in differing}
    )
