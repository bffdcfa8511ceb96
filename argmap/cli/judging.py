"""From the options of an evaluation to its verdicts."""

from collections.abc import Mapping
from typing import Any

from argmap.cli.errors import UserError
from argmap.cli.input import find_claim
from argmap.cli.options import Judging
from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import Policies
from argmap.semantics.label import Label
from argmap.semantics.reasoning import WhatIf

Labels = Mapping[str, Label]


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


def labels_if(wanted: bool, map: ArgumentMap) -> Labels:
    """The grounded labels of the claims if they are wanted, else none."""
    if not wanted:
        return {}
    from argmap.semantics.evaluation import evaluate

    return evaluate(map).verdicts.claims


def notes_of(labels: Labels) -> dict[str, str]:
    """What to put after each claim in an outline."""
    from argmap.render.verdicts import verdict_notes

    return verdict_notes(labels)


def with_verdicts(record: dict[str, Any], labels: Labels) -> dict[str, Any]:
    """A document with the verdicts of the claims in it, if there are any."""
    if not labels:
        return record
    claims = (claim["id"] for claim in record["claims"])
    judged = [{"claim": id, "label": labels[id]} for id in claims if id in labels]
    return {**record, "verdicts": judged}
