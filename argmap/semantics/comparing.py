"""Where semantics disagree about a map, and what makes them."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.judgement import CARNEADES, GROUNDED, HALF, Wanted, judge
from argmap.semantics.label import Label

Cause = Literal["tie", "loop", "choice", "standard", "weight"]
"""What makes a difference. ``tie``: claims that contradict each other with nothing to choose;
``loop``: claims that only support each other; ``choice``: whoever may choose a side of a conflict
comes to the same on all of them, or cannot; ``standard``: the proof standards or weights of
Carneades; ``weight``: strengths weigh reasons against each other, and labels do not."""
_CAUSES: Mapping[str, Cause] = {
    "ties lost": "tie",
    "loops open": "loop",
    "preferred": "choice",
    "stable": "choice",
    CARNEADES: "standard",
    "strength": "weight",
}


class Disagreement(NamedTuple):
    """A claim, what each semantics says of it, and why they differ from the grounded one."""

    claim: str
    labels: Mapping[str, Label | None]
    causes: tuple[Cause, ...]


class Comparison(NamedTuple):
    """The claims that the semantics disagree about, of so many."""

    claims: int
    disagreements: list[Disagreement]
    remarks: tuple[str, ...]


def compare(map: ArgumentMap, wanted: Wanted, claims: Sequence[str]) -> Comparison:
    """What each of the semantics says of the claims, where they do not agree.

    Policies and suppositions are those wanted, but that Carneades knows none. A strength above one
    half counts as in, one below as out, and one half as neither; strengths are asked for where
    there are weights.
    """
    policies = wanted.policies
    questions = {
        "grounded": wanted._replace(semantics=GROUNDED),
        "ties lost": wanted._replace(semantics=GROUNDED, policies=policies._replace(ties="out")),
        "loops open": wanted._replace(
            semantics=GROUNDED, policies=policies._replace(loops="undecided")
        ),
        "preferred": wanted._replace(semantics="preferred", mode="skeptical"),
        "stable": wanted._replace(semantics="stable", mode="skeptical"),
        CARNEADES: Wanted(CARNEADES),
        "strength": wanted._replace(semantics="quadratic-energy"),
    }
    weights = [claim.weight for claim in map.claims.values()]
    weights += [relation.weight for relation in map.relations.values()]
    if all(weight is None for weight in weights) and not wanted.weights:
        del questions["strength"]  # there is nothing to weigh
    remarks = []
    said: dict[str, Mapping[str, Label | None]] = {}
    for name, question in questions.items():
        found = judge(map, question, claims)
        remarks += [f"{name}: {remark}" for remark in found.remarks]
        said[name] = found.claims or {id: _side(found.strengths[id]) for id in claims}
    differing = []
    for id in claims:
        labels = {name: labels[id] for name, labels in said.items()}
        known = {label for label in labels.values() if label is not None}
        if len(known) > 1:
            first = labels["grounded"]
            causes = dict.fromkeys(
                _CAUSES[name] for name, label in labels.items() if label not in {None, first}
            )
            differing.append(Disagreement(id, labels, tuple(causes)))
    return Comparison(len(claims), differing, tuple(remarks))


def _side(strength: float | None) -> Label | None:
    """On which side of one half a strength is, if it takes any.

    A claim that nothing has been said about has a strength of one half, and is no less granted.
    """
    if strength is None or strength == HALF:
        return None
    return "in" if strength > HALF else "out"
