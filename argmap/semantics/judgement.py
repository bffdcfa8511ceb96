"""Judgements: what a map comes to by any semantics there is, by its name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import PLAIN, Policies, evaluate
from argmap.semantics.frameworks.deadline import NEVER, Deadline
from argmap.semantics.label import Label

GROUNDED = "grounded"
CARNEADES = "carneades"
HALF = 0.5
"""A strength above which a claim is rather held than not."""


class Wanted(NamedTuple):
    """By which semantics, and how it is meant where it leaves a choice."""

    semantics: str = GROUNDED
    policies: Policies = PLAIN
    mode: str = "skeptical"
    deadline: Deadline = NEVER
    linked: str = "weakest"
    weights: Mapping[str, float] = {}


class Judgement(NamedTuple):
    """What claims come to: a label, or by a gradual semantics a strength from 0 to 1.

    A label is ``None`` where it was not found in time, a strength where there is none. Labels of
    relations and arguments are there where a semantics has one labelling. ``remarks`` are what
    has to be known to understand all this, in sentences.
    """

    claims: Mapping[str, Label | None] = {}
    relations: Mapping[str, Label] = {}
    arguments: Mapping[str, Label] = {}
    strengths: Mapping[str, float | None] = {}
    remarks: tuple[str, ...] = ()


def names() -> list[str]:
    """The names of all semantics: those of labels first, then those of strengths."""
    return [*label_names(), *strength_names()]


def label_names() -> list[str]:
    """The names of the semantics that label claims."""
    from argmap.semantics.frameworks import names as framework_names

    return [*framework_names(), CARNEADES]


def strength_names() -> list[str]:
    """The names of the semantics that give claims strengths."""
    from argmap.semantics.strengths.influences import names as influence_names

    return influence_names()


def judge(map: ArgumentMap, wanted: Wanted, claims: Sequence[str]) -> Judgement:
    """What these claims of a map come to.

    Raises :class:`KeyError` if there is no such semantics, and
    :class:`~argmap.semantics.frameworks.solver.SolverMissing` if it needs a solver that is absent.
    """
    if wanted.semantics == GROUNDED:
        _, _, labels = evaluate(map, wanted.policies)
        kept = {id: labels.claims[id] for id in claims}
        remarks = tuple(assumed_in_vain(wanted.policies, labels.claims))
        return Judgement(kept, labels.relations, labels.arguments, remarks=remarks)
    if wanted.semantics == CARNEADES:
        return _as_carneades(map, claims)
    if wanted.semantics in strength_names():
        return _strengths(map, wanted, claims)
    return _labels(map, wanted, claims)


def assumed_in_vain(policies: Policies, labels: Mapping[str, Label]) -> Iterator[str]:
    """What has to be said of claims that are supposed to need no reason, and do not stand."""
    for id in dict.fromkeys(policies.what_if.assumed):
        if labels[id] != "in":
            verdict = "falls" if labels[id] == "out" else "is undecided"
            why = "what is assumed needs no reason, but can be rebutted"
            yield f"{id} {verdict} all the same: {why}"


def _as_carneades(map: ArgumentMap, claims: Sequence[str]) -> Judgement:
    from argmap.semantics.carneades import carneades
    from argmap.semantics.verdicts import arguments_of

    found = carneades(map)
    remarks = tuple(f"the {each.sort} {each.name!r} {each.why}" for each in found.not_done)
    arguments = arguments_of(map, found.claims, found.relations)
    kept = {id: found.claims[id] for id in claims}
    return Judgement(kept, found.relations, arguments, remarks=remarks)


def _strengths(map: ArgumentMap, wanted: Wanted, claims: Sequence[str]) -> Judgement:
    from argmap.semantics.strengths import strengths

    what_if = wanted.policies.what_if
    found = strengths(
        map,
        wanted.semantics,
        linked="product" if wanted.linked == "product" else "weakest",
        overrides={**dict.fromkeys(what_if.assumed, 1.0), **wanted.weights},
        withdrawn=frozenset(what_if.withdrawn),
    )
    kept = {id: found.of_claim[id] for id in claims}
    if found.converged:
        return Judgement(strengths=kept)
    remark = f"the strengths of {len(found.unsettled)} claims do not settle, and have no number"
    return Judgement(strengths=kept, remarks=(remark,))


def _labels(map: ArgumentMap, wanted: Wanted, claims: Sequence[str]) -> Judgement:
    from argmap.semantics.labellings import Search

    search = Search(map, wanted.semantics, wanted.policies, wanted.deadline)
    found = search.labels(claims, "credulous" if wanted.mode == "credulous" else "skeptical")
    remarks = []
    if found.vacuous:
        remarks.append(f"no {wanted.semantics} labelling exists")
    late = sum(label is None for label in found.claims.values())
    if late and not found.vacuous:
        remarks.append(f"{late} of {len(claims)} claims were not decided in time")
    return Judgement(found.claims, remarks=tuple(remarks))
