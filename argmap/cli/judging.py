"""From the options of an evaluation to its verdicts."""

from argmap.cli.errors import UserError
from argmap.cli.input import find_claim
from argmap.cli.options import Judging
from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import Policies
from argmap.semantics.reasoning import WhatIf


def policies_of(judging: Judging, map: ArgumentMap) -> Policies:
    """The policies that are asked for.

    Raises :class:`UserError` if they name nothing in the map.
    """
    assumed = [find_claim(map, words) for words in judging.assume or ()]
    withdrawn = [withdrawable(map, words) for words in judging.withdraw or ()]
    both = [claim for claim in assumed if claim in withdrawn]
    if both:
        raise UserError(f"{both[0]} cannot be assumed and withdrawn at once", "choose one of them")
    return Policies(judging.ties, judging.loops, WhatIf(assumed, withdrawn))


def withdrawable(map: ArgumentMap, words: str) -> str:
    """The id of the relation, or of the claim, that the words name."""
    return words if words in map.relations else find_claim(map, words)
