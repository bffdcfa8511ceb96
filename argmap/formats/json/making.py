"""Making the records of a map from plain data, as argmap's own JSON holds them."""

from collections.abc import Mapping
from operator import itemgetter
from sys import intern
from types import MappingProxyType
from typing import Any

from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim, Mark
from argmap.model.relation import KINDS, Kind, Relation, TargetType
from argmap.model.section import Section
from argmap.model.span import Span

_KINDS: Mapping[str, Kind] = MappingProxyType({kind: kind for kind in KINDS})
_PLAIN = frozenset({"id", "title", "text", "tags"})
_STEP = frozenset({"id", "kind", "premises", "target"})
"""What all claims and relations have; most of large maps have nothing else."""
_SPAN = (str, int, int, int, int)
_in_span = itemgetter(*Span._fields)
_MOST = (1 << 53) - 1
"""Larger whole numbers are not the same in every program that reads JSON."""
_TARGETS: Mapping[str, TargetType] = MappingProxyType({"claim": "claim", "relation": "relation"})


def section_of(record: Mapping[str, Any]) -> Section:
    """The section that a record describes; raises an error that says what is wrong with it."""
    return Section(
        id=_text(record, "id"),
        title=_text(record, "title"),
        level=_whole(record, "level", 1, 1),
        parent=_text(record, "parent", None),
        tags=_texts(record, "tags"),
        span=_span(record),
        data=_mapping(record, "data"),
        marks=_marks(record),
    )


def claim_of(record: Mapping[str, Any]) -> Claim:
    """The claim that a record describes; raises an error that says what is wrong with it."""
    has = record.get  # what most records do not have is not looked at: there may be millions
    id, title, text = record["id"], has("title", ""), has("text", "")
    if not type(id) is type(title) is type(text) is str:
        id, title, text = _text(record, "id"), _text(record, "title", ""), _text(record, "text", "")
    tags = _repeated(record, "tags") if has("tags") else ()
    if _PLAIN.issuperset(record):
        return Claim(id, title, text, tags)
    return Claim(
        id,
        title,
        text,
        tags,
        None if has("section") is None else intern(_text(record, "section")),
        None if has("span") is None else _span(record),
        None if has("source") is None else _anchor(record),
        None if has("weight") is None else _weight(record),
        _texts(record, "wordings") if has("wordings") else (),
        _marks(record) if has("marks") else (),
        _mapping(record, "data") if has("data") else NO_DATA,
    )


def relation_of(record: Mapping[str, Any]) -> Relation:
    """The relation that a record describes; raises an error that says what is wrong with it."""
    if record["kind"] not in KINDS:
        raise ValueError(f"has the kind {record['kind']!r}, which is none of {', '.join(KINDS)}")
    target = record["target"]
    target_type = _TARGETS.get(target["type"])
    if target_type is None:
        raise ValueError("bears on something that is neither a claim nor a relation")
    premises = _texts(record, "premises")
    if not premises:
        raise ValueError("has no premises")
    id, to = _text(record, "id"), _text(target, "id")
    if _STEP.issuperset(record):
        return Relation(id, _KINDS[record["kind"]], premises, to, target_type)
    has = record.get
    return Relation(
        id,
        _KINDS[record["kind"]],
        premises,
        to,
        target_type,
        _text(record, "scheme", ""),
        None if has("weight") is None else _weight(record),
        _text(record, "label", ""),
        None if has("span") is None else _span(record),
        _mapping(record, "data") if has("data") else NO_DATA,
    )


def argument_of(record: Mapping[str, Any]) -> Argument:
    """The argument that a record describes; raises an error that says what is wrong with it."""
    return Argument(
        id=_text(record, "id"),
        title=_text(record, "title", ""),
        text=_text(record, "text", ""),
        relations=_texts(record, "relations"),
        gist=_text(record, "gist", None),
        tags=_texts(record, "tags"),
        section=_text(record, "section", None),
        span=_span(record),
        wordings=_texts(record, "wordings"),
        statements=_texts(record, "statements"),
        data=_mapping(record, "data"),
        marks=_marks(record),
    )


MALFORMED = (KeyError, TypeError, ValueError, AttributeError)
"""What is raised by records that are not as they should be."""


def reason(error: Exception) -> str:
    """What is wrong with a record that raised an error."""
    if isinstance(error, KeyError):
        return f"has no {error.args[0]!r}"
    return str(error) if isinstance(error, ValueError) else "is not a record of the right shape"


_REQUIRED: Any = object()


def _text(record: Mapping[str, Any], field: str, default: Any = _REQUIRED) -> Any:  # noqa: ANN401
    """A text field; a missing one is the default, if there is one."""
    value = record.get(field, default)
    if isinstance(value, str):
        return value
    if value is _REQUIRED:
        raise KeyError(field)
    if value is not default:
        raise ValueError(f"has a {field!r} that is not text")
    return value


def _texts(record: Mapping[str, Any], field: str) -> tuple[str, ...]:
    values = record.get(field) or []
    if not isinstance(values, list):
        raise ValueError(f"has a {field!r} that is not an array of texts")
    for value in values:
        if not isinstance(value, str):
            raise ValueError(f"has a {field!r} that is not an array of texts")
    return tuple(values)


def _repeated(record: Mapping[str, Any], field: str) -> tuple[str, ...]:
    """Texts that are likely to be those of other records, too, and are kept only once."""
    return tuple(map(intern, _texts(record, field)))


def _whole(record: Mapping[str, Any], field: str, least: int, default: Any = _REQUIRED) -> Any:  # noqa: ANN401
    """A whole number that is not less than the least; a missing one is the default, if any."""
    value = record.get(field, default)
    if value is _REQUIRED:
        raise KeyError(field)
    if value is default:
        return value
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ValueError(f"has a {field!r} that is not a whole number from {least}")
    if value > _MOST:
        raise ValueError(f"has a {field!r} that is larger than {_MOST}")
    return value


def _weight(record: Mapping[str, Any]) -> float | None:
    value = record.get("weight")
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ValueError("has a weight that is not a number from 0 to 1")
    return float(value)


def _mapping(record: Mapping[str, Any], field: str) -> Mapping[str, object]:
    value = record.get(field) or {}
    if not isinstance(value, dict):
        raise ValueError(f"has a {field!r} that is not an object")
    return value


def _only(record: Mapping[str, Any], what: str, fields: tuple[str, ...]) -> None:
    for field in record:
        if field not in fields:
            raise ValueError(f"has a {what} with {field!r}, which means nothing")


def _span(record: Mapping[str, Any]) -> Span | None:
    span = record.get("span")
    if span is None:
        return None
    if len(span) != len(_SPAN):
        _only(span, "span", Span._fields)
    values = _in_span(span)
    if tuple(map(type, values)) != _SPAN or not 1 <= min(values[1:]) <= max(values[1:]) <= _MOST:
        values = _text(span, "file"), *(_whole(span, field, 1) for field in Span._fields[1:])
    return Span(intern(values[0]), *values[1:])


def _anchor(record: Mapping[str, Any]) -> Anchor | None:
    source = record.get("source")
    if source is None:
        return None
    _only(source, "source", Anchor._fields)
    texts = {
        name: _text(source, name, "") for name in ("place", "hash", "quote", "prefix", "suffix")
    }
    start, end = (_whole(source, field, 0, None) for field in ("start", "end"))
    return Anchor(start=start, end=end, **texts)


def _marks(record: Mapping[str, Any]) -> tuple[Mark, ...]:
    return tuple(_mark(mark) for mark in record.get("marks") or ())


def _mark(mark: Mapping[str, Any]) -> Mark:
    _only(mark, "mark", Mark._fields)
    start, end = (_whole(mark, field, 0) for field in ("start", "end"))
    return Mark(_text(mark, "kind"), start, end, _text(mark, "target", ""))
