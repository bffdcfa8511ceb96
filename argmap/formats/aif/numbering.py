"""The ids that nodes have, or get, for the claims and relations that they stand for."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from argmap.formats.aif.extension import of_relation
from argmap.formats.aif.order import fresh_numbers
from argmap.formats.aif.schemes import Node, type_of
from argmap.model.claim import Claim
from argmap.model.relation import Relation

_OF_OVA = re.compile(r"[0-9]+_[0-9]+")


def is_own(id: object) -> bool:
    """Whether an id is one that AIFdb or OVA would give to a node; in a map it is a text."""
    return isinstance(id, str) and (id.isdecimal() or _OF_OVA.fullmatch(id) is not None)


def are_own(ids: Collection[str]) -> bool:
    """Whether all of these ids are such."""
    return all(map(str.isdecimal, ids)) or all(map(is_own, ids))


def remembered(data: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """What the data of a record or map have of AIF, if anything."""
    found = data.get("aif")
    return found if isinstance(found, dict) else None


def node_ids(
    claims: Sequence[Claim], relations: Sequence[Relation], odd: Iterable[Node]
) -> dict[str, object]:
    """The id of the node of each claim and relation, by theirs.

    It is the one it had, else its own if that looks like one, else a fresh number. Relations from
    the same premises that had one node have it again. ``odd`` are the other nodes of the graph.
    """
    used: dict[str, object] = {str(node.get("nodeID")): node.get("nodeID") for node in odd}
    records: list[Claim | Relation] = [*claims, *relations]
    own = [record.id for record in records]
    if are_own(own) and used.keys().isdisjoint(own) and not any(map(_names_node, records)):
        return dict(zip(own, own, strict=True))
    stands_for: dict[str, list[Relation]] = {}
    ids: dict[str, object] = {}
    waiting = []
    for record in records:
        id: object = record.id
        data = record.data.get("aif") if record.data else None
        if isinstance(data, dict) and "nodeID" in data and _is_id(data["nodeID"]):
            id = data["nodeID"]
        elif not is_own(id):
            waiting.append(record.id)
            continue
        key = str(id)
        if key not in used:
            used[key] = ids[record.id] = id
            if isinstance(record, Relation):
                stands_for[key] = [record]
        elif isinstance(record, Relation) and _is_another(record, stands_for.get(key)):
            ids[record.id] = id
            stands_for[key].append(record)
        else:
            waiting.append(record.id)
    if waiting:
        ids.update(zip(waiting, fresh_numbers(used.values()), strict=False))
    return ids


def _names_node(record: Claim | Relation) -> bool:
    """Whether a record remembers the id of its node."""
    data = record.data
    node = data.get("aif") if data else None
    return isinstance(node, dict) and "nodeID" in node


def _is_id(id: object) -> bool:
    return isinstance(id, str | int) and not isinstance(id, bool)


def _is_another(relation: Relation, others: Sequence[Relation] | None) -> bool:
    """Whether a relation is the same step as others, only to another conclusion."""
    if not others or of_relation(relation):
        return False
    first = others[0]
    return (
        relation.premises == first.premises
        and relation.scheme == first.scheme
        and type_of(relation.kind) == type_of(first.kind)
        and all(relation.target != other.target for other in others)
    )
