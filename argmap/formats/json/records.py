"""The records of a map as plain data, as they appear in every JSON answer."""

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import Claim, Mark
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.section import Section
from argmap.model.span import Span

Record = dict[str, Any]


def map_arrays(map: ArgumentMap) -> dict[str, Iterator[Record]]:
    """The ``claims``, ``relations``, ``arguments`` and ``sections`` of a map, made one by one."""
    return {
        "claims": (claim_record(claim) for claim in map.claims.values()),
        "relations": (relation_record(relation) for relation in map.relations.values()),
        "arguments": (argument_record(argument) for argument in map.arguments.values()),
        "sections": (section_record(section) for section in map.sections.values()),
    }


def map_records(map: ArgumentMap) -> Record:
    """All records of a map, by array."""
    return {array: list(records) for array, records in map_arrays(map).items()}


def map_heading(map: ArgumentMap, schema: str) -> Record:
    """What a document says of the map beside its records."""
    return {"schema": schema, "name": map.name, "data": dict(map.data)}


def claim_record(claim: Claim) -> Record:
    """A claim; keys after ``source`` are there only if they say something."""
    return {
        "id": claim.id,
        "title": claim.title,
        "text": claim.text,
        "tags": list(claim.tags),
        "section": claim.section,
        "span": span_record(claim.span),
        "source": _anchor_record(claim.source),
        **_present(
            weight=claim.weight,
            wordings=list(claim.wordings),
            marks=_mark_records(claim.marks),
            data=dict(claim.data),
        ),
    }


def relation_record(relation: Relation) -> Record:
    """A relation; keys after ``span`` are there only if they say something."""
    return {
        "id": relation.id,
        "kind": relation.kind,
        "premises": list(relation.premises),
        "target": {"type": relation.target_type, "id": relation.target},
        "span": span_record(relation.span),
        **_present(
            scheme=relation.scheme,
            weight=relation.weight,
            label=relation.label,
            data=dict(relation.data),
        ),
    }


def argument_record(argument: Argument) -> Record:
    """An argument; keys after ``span`` are there only if they say something."""
    return {
        "id": argument.id,
        "title": argument.title,
        "text": argument.text,
        "relations": list(argument.relations),
        "gist": argument.gist,
        "tags": list(argument.tags),
        "section": argument.section,
        "span": span_record(argument.span),
        **_present(
            wordings=list(argument.wordings),
            statements=list(argument.statements),
            marks=_mark_records(argument.marks),
            data=dict(argument.data),
        ),
    }


def section_record(section: Section) -> Record:
    """A section; keys after ``span`` are there only if they say something."""
    return {
        "id": section.id,
        "title": section.title,
        "level": section.level,
        "parent": section.parent,
        "tags": list(section.tags),
        "span": span_record(section.span),
        **_present(marks=_mark_records(section.marks), data=dict(section.data)),
    }


def span_record(span: Span | None) -> Record | None:
    """Where a thing was written."""
    return None if span is None else span._asdict()


def _mark_records(marks: Iterable[Mark]) -> list[Record]:
    return [mark._asdict() for mark in marks]


def _anchor_record(anchor: Anchor | None) -> Record | None:
    if anchor is None:
        return None
    return {
        "place": anchor.place,
        "start": anchor.start,
        "end": anchor.end,
        "hash": anchor.hash,
        **_present(quote=anchor.quote, prefix=anchor.prefix, suffix=anchor.suffix),
    }


def _present(**fields: object) -> Record:
    return {name: value for name, value in fields.items() if value or value == 0.0}
