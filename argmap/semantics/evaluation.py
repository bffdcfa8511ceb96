"""The evaluation of a map: its verdicts, and what they were worked out from."""

from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.grounded import Labelling, Loops, grounded
from argmap.semantics.reasoning import AS_IT_IS, Reasoning, Ties, WhatIf
from argmap.semantics.verdicts import Verdicts, verdicts


class Policies(NamedTuple):
    """What is decided by nobody but the user: ties, circular support, and what is supposed."""

    ties: Ties = "undecided"
    loops: Loops = "out"
    what_if: WhatIf = AS_IT_IS


PLAIN = Policies()


class Evaluation(NamedTuple):
    """What a map comes to by its grounded labelling."""

    reasoning: Reasoning
    labelling: Labelling
    verdicts: Verdicts


def evaluate(map: ArgumentMap, policies: Policies = PLAIN) -> Evaluation:
    """The grounded evaluation of a map."""
    reasoning = Reasoning(map, policies.ties, policies.what_if)
    labelling = grounded(reasoning, policies.loops)
    labels = verdicts(reasoning, labelling.statements, labelling.steps)
    return Evaluation(reasoning, labelling, labels)
