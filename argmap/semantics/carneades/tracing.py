"""What decided a claim, and what decided that: the reasons of Carneades as an outline."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.carneades.verdict import Carneades
from argmap.semantics.label import Label


class Decided(NamedTuple):
    """One line: a claim, its label, and the rule that gives it, which is empty if it has none yet.

    But for the first line the claim is a premise of ``relation``, which weighs ``weight``;
    ``issue`` is where the claim was weighed. ``repeat``: what decided it is told above.
    """

    depth: int
    claim: str
    label: Label
    rule: str
    issue: str = ""
    relation: str = ""
    weight: float | None = None
    repeat: bool = False


def decided(map: ArgumentMap, found: Carneades, claim: str) -> Iterator[Decided]:
    """The claim, and below each claim the premises of the relations that decided it.

    Every claim is told in full once. Linear in what is told.
    """
    told: set[str] = set()
    waiting = [(0, claim, "")]
    while waiting:
        depth, id, relation = waiting.pop()
        reason = found.reasons[id]
        weight = found.weights.get(relation)
        label = found.claims[id]
        yield Decided(depth, id, label, reason.rule, reason.issue, relation, weight, id in told)
        if id not in told:
            told.add(id)
            below = ((by, p) for by in reason.by for p in map.relations[by].premises)
            waiting += reversed([(depth + 1, premise, by) for by, premise in below])
