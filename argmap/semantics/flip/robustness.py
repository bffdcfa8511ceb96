"""How much has to be given up before a claim falls, and what it cannot do without."""

from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import PLAIN, Policies, evaluate
from argmap.semantics.flip.answer import flips
from argmap.semantics.flip.question import Question, wanted_of

_MOST = 100


class Robustness(NamedTuple):
    """The size of the smallest set whose withdrawal changes a claim's verdict, 0 if there is none.

    ``load_bearing`` are the claims and relations that are in every set of that size, of the first
    hundred.
    """

    claim: str
    size: int
    load_bearing: tuple[str, ...]


def robustness(map: ArgumentMap, claim: str, policies: Policies = PLAIN) -> Robustness:
    """How robust the verdict of a claim is; the cost is that of `flips`."""
    label = evaluate(map, policies).verdicts.claims[claim]
    first = flips(map, Question(claim, wanted_of(label), ways=1), policies)
    if not first.sets:
        return Robustness(claim, 0, ())
    size = len(first.sets[0].elements)
    asked = Question(claim, wanted_of(label), ways=_MOST, limit=size)
    sets = [flip.elements for flip in flips(map, asked, policies).sets]
    shared = set(sets[0]).intersection(*sets)
    return Robustness(claim, size, tuple(id for id in sets[0] if id in shared))
