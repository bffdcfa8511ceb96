"""What AIF has no room for, under the one key ``argmap`` of nodes and of the whole graph.

It holds the fields of argmap's own JSON that the node does not tell: of a claim its id, title,
tags, section, span, source, weight, wordings, marks and data; of a relation its id, kind, weight,
label, span and data, and premises that are named twice; of the graph its arguments, sections and
data. Other readers of AIF pass over it.
"""

from collections.abc import Mapping
from typing import Any

from argmap.formats._losses import Losses
from argmap.formats.aif.schemes import Node, plain_kind
from argmap.formats.json.making import claim_of, relation_of
from argmap.formats.json.records import claim_record, relation_record
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation

KEY = "argmap"
_BARE = Claim("")
_NOTHING_MORE = _BARE[3:-1]
_OF_CLAIMS = frozenset(Claim._fields)
_OF_RELATIONS = frozenset(Relation._fields) - {"target", "target_type", "scheme"}
_HIDDEN_OF_CLAIMS = {
    "title": "titles",
    "tags": "tags",
    "section": "places in sections",
    "source": "anchors",
    "weight": "weights",
    "wordings": "further wordings",
    "marks": "marks in texts",
}
_HIDDEN_OF_RELATIONS = {"weight": "weights", "label": "labels"}


def of_claim(claim: Claim, known: Mapping[str, object]) -> Node:
    """The fields of a claim that its node does not tell; ``known`` are those that are told."""
    if not claim.title and claim[3:-1] == _NOTHING_MORE and _tells_nothing(claim.data, known):
        return {}
    record = _telling(claim_record(claim), known)
    if claim.text:
        record.pop("text", None)
    elif claim.title:
        record["text"] = ""
    return record


def of_relation(relation: Relation) -> Node:
    """The fields of a relation that its node and its edges do not tell."""
    kind = plain_kind(relation.kind, relation.target_type)
    premises = relation.premises
    repeated = len(premises) > 1 and len(set(premises)) < len(premises)
    if (
        relation.kind == kind
        and not (repeated or relation.weight is not None or relation.label or relation.span)
        and _tells_nothing(relation.data, {})
    ):
        return {}
    record = _telling(relation_record(relation), {"kind": kind})
    for told in ("target", "scheme", *(() if repeated else ("premises",))):
        record.pop(told, None)
    return record


def _tells_nothing(data: Mapping[str, object], known: Mapping[str, object]) -> bool:
    """Whether data are only those of AIF, and a speaker who is known."""
    return (len(data) == 1 and "aif" in data) or all(
        key == "aif" or (key == "speaker" and key in known and data[key] == known[key])
        for key in data
    )


def of_map(map: ArgumentMap, formats: tuple[str, ...]) -> Node:
    """What a map has besides claims and relations; not the data of the formats named."""
    from argmap.formats.json.records import argument_record, section_record

    data = {key: value for key, value in map.data.items() if key not in formats}
    arguments = [argument_record(argument) for argument in map.arguments.values()]
    sections = [section_record(section) for section in map.sections.values()]
    fields = {"data": data, "arguments": arguments, "sections": sections}
    return {key: value for key, value in fields.items() if value}


def _telling(record: Node, known: Mapping[str, object]) -> Node:
    """The fields that say something, and not what is known."""
    data = {key: value for key, value in record.pop("data", {}).items() if key != "aif"}
    if "speaker" in known and data.get("speaker") == known["speaker"]:
        del data["speaker"]
    fields = {**record, "data": data}
    return {
        key: value
        for key, value in fields.items()
        if key != "id" and (value or value == 0.0) and (key not in known or known[key] != value)
    }


def note_hidden(losses: Losses, id: str, fields: Mapping[str, object], *, claim: bool) -> None:
    """Note what only argmap will see of a record that is written with these fields."""
    for field, what in (_HIDDEN_OF_CLAIMS if claim else _HIDDEN_OF_RELATIONS).items():
        if field in fields:
            losses.hide(what, id)
    kind = fields.get("kind")
    if kind and not claim:
        losses.hide("kinds of relations", id)


def claim_with(claim: Claim, fields: Mapping[str, Any]) -> Claim:
    """A claim with these fields; raises an error that says what is wrong with them."""
    _only(fields, _OF_CLAIMS)
    data = {**_mapping(fields.get("data")), **claim.data}
    record = {"text": claim.text, **fields, "id": claim.id, "data": data}
    return claim_of(record)


def relation_with(relation: Relation, fields: Mapping[str, Any]) -> Relation:
    """A relation with these fields; raises an error that says what is wrong with them."""
    _only(fields, _OF_RELATIONS)
    data = {**_mapping(fields.get("data")), **relation.data}
    record = {"kind": relation.kind, **fields, "id": relation.id, "data": data}
    record |= {
        "target": {"type": relation.target_type, "id": relation.target},
        "scheme": relation.scheme,
    }
    premises = record.get("premises")
    if not isinstance(premises, list) or set(premises) != set(relation.premises):
        record["premises"] = list(relation.premises)
    return relation_of(record)


def _only(fields: Mapping[str, Any], known: frozenset[str]) -> None:
    unknown = fields.keys() - known
    if unknown:
        raise ValueError(f"has {min(unknown)!r}, which means nothing")


def _mapping(value: object) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise ValueError("has a 'data' that is not an object")
    return value
