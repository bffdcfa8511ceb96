"""The documents about verdicts as plain data; ``evaluations`` are their models."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.formats.json.records import Record, map_records

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.semantics.evaluation import Evaluation, Policies
    from argmap.semantics.why import Reason


def evaluate_record(
    map: "ArgumentMap", evaluation: "Evaluation", policies: "Policies", told: Sequence[str]
) -> Record:
    """The labels of claims, and of the relations and arguments among them."""
    part = map.keep(set(told))
    labels = evaluation.verdicts
    return {
        **policies_record(policies),
        "verdicts": [{"claim": id, "label": labels.claims[id]} for id in told],
        "relation_labels": {id: labels.relations[id] for id in part.relations},
        "argument_labels": {id: labels.arguments[id] for id in part.arguments},
        **map_records(part),
    }


def why_record(map: "ArgumentMap", policies: "Policies", reasons: "Sequence[Reason]") -> Record:
    """An explanation, and the part of the map that it tells of."""
    relations = {reason.relation for reason in reasons if reason.relation}
    part = map.keep(_with_ends(map, relations, {reason.claim for reason in reasons}), relations)
    return {
        **policies_record(policies),
        "claim": reasons[0].claim,
        "label": reasons[0].label,
        "reasons": [_reason_record(reason) for reason in reasons],
        **map_records(part),
    }


def policies_record(policies: "Policies") -> Record:
    """How a map was evaluated."""
    return {
        "semantics": "grounded",
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
