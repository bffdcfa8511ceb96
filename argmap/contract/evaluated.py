"""The documents about verdicts as plain data; ``evaluations`` are their models."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.formats.json.records import Record, map_records

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.semantics.carneades.tracing import Decided
    from argmap.semantics.comparing import Comparison
    from argmap.semantics.evaluation import Policies
    from argmap.semantics.flip import Flips, Question
    from argmap.semantics.frameworks.problems import Problem, Solution
    from argmap.semantics.judgement import Judgement, Wanted
    from argmap.semantics.label import Label
    from argmap.semantics.open_questions import Settled
    from argmap.semantics.strengths.making import Made
    from argmap.semantics.strengths.shapley import Shapley
    from argmap.semantics.why import Reason
    from argmap.semantics.witnesses import Witness


def evaluate_record(
    map: "ArgumentMap", judgement: "Judgement", wanted: "Wanted", told: Sequence[str]
) -> Record:
    """The labels or strengths of claims, and the labels of relations and arguments among them."""
    part = map.keep(set(told))
    gradual = bool(judgement.strengths)
    strengths, labels = judgement.strengths, judgement.claims
    return {
        **policies_record(wanted.policies, wanted.semantics),
        "mode": wanted.mode,
        "verdicts": [
            {"claim": id, "strength": strengths[id]}
            if gradual
            else {"claim": id, "label": labels[id]}
            for id in told
        ],
        "relation_labels": _among(part.relations, judgement.relations),
        "argument_labels": _among(part.arguments, judgement.arguments),
        "remarks": list(judgement.remarks),
        **map_records(part),
    }


def _among(ids: Iterable[str], labels: "Mapping[str, Label]") -> Record:
    return {id: labels[id] for id in ids if id in labels}


def labellings_record(
    map: "ArgumentMap",
    labellings: "Sequence[Mapping[str, Label]]",
    wanted: "Wanted",
    claims: Sequence[str],
) -> Record:
    """Labellings, each by the claims that are in, out and undecided."""
    return {
        **policies_record(wanted.policies, wanted.semantics),
        "labellings": [
            {
                label: [id for id in claims if labels[id] == label]
                for label in ("in", "out", "undecided")
            }
            for labels in labellings
        ],
        **map_records(map.keep(set(claims))),
    }


def compare_record(map: "ArgumentMap", found: "Comparison") -> Record:
    """The claims that semantics disagree about."""
    differing = [each._asdict() | {"causes": list(each.causes)} for each in found.disagreements]
    return {
        "compared": found.claims,
        "disagreements": differing,
        "remarks": list(found.remarks),
        **map_records(map.keep({each.claim for each in found.disagreements})),
    }


def why_record(
    map: "ArgumentMap",
    policies: "Policies",
    reasons: "Sequence[Reason]",
    settling: "Sequence[Settled]",
) -> Record:
    """An explanation, and the part of the map that it tells of."""
    relations = {reason.relation for reason in reasons if reason.relation}
    claims = {*(reason.claim for reason in reasons), *(each.unsure for each in settling)}
    part = map.keep(_with_ends(map, relations, claims), relations)
    return {
        **policies_record(policies),
        "claim": reasons[0].claim,
        "label": reasons[0].label,
        "reasons": [_reason_record(reason) for reason in reasons],
        "settled_by": [each._asdict() for each in settling],
        **map_records(part),
    }


def policies_record(policies: "Policies", semantics: str = "grounded") -> Record:
    """How a map was evaluated."""
    return {
        "semantics": semantics,
        "ties": policies.ties,
        "loops": policies.loops,
        "assumed": list(policies.what_if.assumed),
        "withdrawn": list(policies.what_if.withdrawn),
    }


def _reason_record(reason: "Reason") -> Record:
    record = {**reason._asdict(), "rule": reason.rule or None, "relation": reason.relation or None}
    return record if reason.relation else {**record, "stance": None, "step": None}


def _with_ends(map: "ArgumentMap", relations: set[str], claims: set[str]) -> set[str]:
    """The claims, and all ends of the relations."""
    found = set(claims)
    for id in relations:
        found.update(map.relations[id].premises)
        if map.relations[id].target_type == "claim":
            found.add(map.relations[id].target)
    return found


def witness_record(map: "ArgumentMap", wanted: "Wanted", found: "Witness") -> Record:
    """How far a claim's label depends on the labelling."""
    return {
        **policies_record(wanted.policies, wanted.semantics),
        "claim": found.claim,
        "label": found.label,
        "one": dict(found.one),
        "other": None if found.other is None else dict(found.other),
        **map_records(map.keep({found.claim, *found.one})),
    }


def contributions_record(map: "ArgumentMap", wanted: "Wanted", found: "Made") -> Record:
    """What the strength of a claim is made of."""
    ids = [id for id, _ in found.contributions]
    relations = {*(id for id in ids if id in map.relations), *(r for r, _ in found.removals)}
    shares = found.shapley.shares if found.shapley else ()
    claims = {found.claim, *(id for id in ids if id in map.claims), *(s.claim for s in shares)}
    return {
        **policies_record(wanted.policies, wanted.semantics),
        "claim": found.claim,
        "strength": found.strength,
        "contributions": [
            {"id": id, "type": "claim" if id in map.claims else "relation", "slope": slope}
            for id, slope in found.contributions
        ],
        "removals": [removal._asdict() for removal in found.removals],
        "shapley": _shapley_record(found.shapley),
        **map_records(map.keep(_with_ends(map, relations, claims))),
    }


def _shapley_record(found: "Shapley | None") -> Record | None:
    if found is None:
        return None
    shares = [each._asdict() for each in found.shares]
    return {"alone": found.alone, "orders": found.orders, "shares": shares}


def weighed_record(map: "ArgumentMap", told: "Sequence[Decided]") -> Record:
    """What decided a claim as Carneades weighs reasons."""
    relations = {each.relation for each in told if each.relation}
    return {
        "claim": told[0].claim,
        "label": told[0].label,
        "reasons": [each._asdict() for each in told],
        **map_records(map.keep(_with_ends(map, relations, {each.claim for each in told}))),
    }


def flip_record(
    map: "ArgumentMap", policies: "Policies", question: "Question", label: "Label", found: "Flips"
) -> Record:
    """The sets of changes that overturn a verdict."""
    ids = {id for flip in found.sets for id in flip.elements}
    relations = {id for id in ids if id in map.relations}
    claims = {question.claim, *(id for id in ids if id in map.claims)}
    return {
        **policies_record(policies),
        "claim": question.claim,
        "label": label,
        "wanted": sorted(question.wanted),
        "by": question.by,
        "sets": [{"elements": list(flip.elements), "label": flip.label} for flip in found.sets],
        "more": found.more,
        "searched": found.searched,
        **map_records(map.keep(_with_ends(map, relations, claims))),
    }


def solve_record(
    names: Sequence[str], problem: "Problem", argument: str | None, found: "Solution"
) -> Record:
    """The solution of a problem, by the names of arguments."""

    def named(extension: Iterable[int]) -> list[str]:
        return [names[argument] for argument in extension]

    return {
        "problem": problem.name,
        "semantics": problem.semantics,
        "argument": argument,
        "decided": found.decided,
        "answer": found.answer,
        "witness": None if found.witness is None else named(found.witness),
        "extensions": None if found.extensions is None else [*map(named, found.extensions)],
        "count": found.number,
    }
