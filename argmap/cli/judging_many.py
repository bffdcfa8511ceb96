"""Judging several maps, each by itself, under the names that it has among the others."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from argmap.model.collection import Part, bare, qualified
from argmap.semantics.comparing import Comparison, Disagreement, compare
from argmap.semantics.evaluation import Policies
from argmap.semantics.judgement import Judgement, Wanted, judge
from argmap.semantics.label import Label
from argmap.semantics.reasoning import WhatIf

T = TypeVar("T")


def judge_parts(parts: Sequence[Part], wanted: Wanted, claims: Sequence[str]) -> Judgement:
    """What these claims come to: each what it comes to in its own map."""
    labels: dict[str, Label | None] = {}
    relations: dict[str, Label] = {}
    arguments: dict[str, Label] = {}
    strengths: dict[str, float | None] = {}
    remarks: list[str] = []
    for part, asked in _asked(parts, claims):
        found = judge(part.own, _own(part, wanted), asked)
        labels |= _named(part, found.claims)
        relations |= _named(part, found.relations)
        arguments |= _named(part, found.arguments)
        strengths |= _named(part, found.strengths)
        remarks += (f"{part.name}: {remark}" for remark in found.remarks)
    return Judgement(labels, relations, arguments, strengths, tuple(remarks))


def compare_parts(parts: Sequence[Part], wanted: Wanted, claims: Sequence[str]) -> Comparison:
    """Where the semantics disagree about these claims, each in its own map."""
    compared = 0
    disagreements: list[Disagreement] = []
    remarks: list[str] = []
    for part, asked in _asked(parts, claims):
        found = compare(part.own, _own(part, wanted), asked)
        compared += found.claims
        disagreements += (
            each._replace(claim=qualified(part.name, each.claim)) for each in found.disagreements
        )
        remarks += (f"{part.name}: {remark}" for remark in found.remarks)
    return Comparison(compared, disagreements, tuple(remarks))


def _asked(parts: Sequence[Part], claims: Sequence[str]) -> Iterator[tuple[Part, list[str]]]:
    """The maps that have some of the claims, and which, by their ids there."""
    among = dict.fromkeys(claims)
    for part in parts:
        asked = [id for id in part.own.claims if qualified(part.name, id) in among]
        if asked:
            yield part, asked


def _own(part: Part, wanted: Wanted) -> Wanted:
    """What is wanted of one map, by its own ids."""
    ties, loops, (assumed, withdrawn) = wanted.policies
    what_if = WhatIf(*(_ids(part, supposed) for supposed in (assumed, withdrawn)))
    weights = {own: n for id, n in wanted.weights.items() if (own := bare(part.name, id))}
    return wanted._replace(policies=Policies(ties, loops, what_if), weights=weights)


def _ids(part: Part, ids: Collection[str]) -> list[str]:
    return [own for id in ids if (own := bare(part.name, id)) is not None]


def _named(part: Part, by_id: Mapping[str, T]) -> dict[str, T]:
    return {qualified(part.name, id): value for id, value in by_id.items()}
