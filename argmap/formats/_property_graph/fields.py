"""The fields of records as attributes: values of JSON, named tuples as arrays."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from argmap.formats._property_graph import Attributes
from argmap.model.anchor import Anchor
from argmap.model.claim import Claim, Mark
from argmap.model.relation import Relation
from argmap.model.span import Span

CLAIM = (
    "title", "text", "tags", "section", "span", "source", "weight", "wordings", "marks", "data",
)  # fmt: skip
RELATION = ("scheme", "weight", "label", "span", "data")
_ANCHOR = ("text", "count?", "count?", "text", "text", "text", "text")
_SPAN = ("text", "number", "number", "number", "number")
_MARK = ("text", "count", "count", "text")
_Convert = Callable[[Any], Any]
_SIZED = (str, list, dict)
_PLAIN = frozenset({str, float, type(None)})


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _texts(value: object) -> tuple[str, ...] | None:
    fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return tuple(value) if fits and isinstance(value, list) else None


def _weight(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return float(value) if 0 <= value <= 1 else None


def _is(value: object, kind: str) -> bool:
    if kind == "text":
        return isinstance(value, str)
    if kind == "count?" and value is None:
        return True
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return value >= (1 if kind == "number" else 0)


def _parts(value: object, kinds: tuple[str, ...]) -> bool:
    if not isinstance(value, list) or len(value) != len(kinds):
        return False
    return all(_is(each, kind) for each, kind in zip(value, kinds, strict=True))


def _marks(value: object) -> tuple[Mark, ...] | None:
    if not isinstance(value, list) or not all(_parts(each, _MARK) for each in value):
        return None
    return tuple(Mark(*each) for each in value)


_CONVERTERS: Mapping[str, _Convert] = {
    "tags": _texts,
    "wordings": _texts,
    "weight": _weight,
    "span": lambda value: Span(*value) if _parts(value, _SPAN) else None,
    "source": lambda value: Anchor(*value) if _parts(value, _ANCHOR) else None,
    "marks": _marks,
    "data": lambda value: value if isinstance(value, dict) else None,
}


def is_empty(value: object) -> bool:
    """Whether an attribute says nothing; a number always says something."""
    return value is None or (not value and isinstance(value, _SIZED))


def taken(item: Attributes, names: Mapping[str, str], format: str) -> tuple[Attributes, list[str]]:
    """The fields that attributes of these names say, and the names of those that suit none."""
    fields: Attributes = {}
    unfit = []
    for field, name in names.items():
        value = item.get(name)
        if is_empty(value):
            continue
        found = _CONVERTERS.get(field, _text)(value)
        if found is None or (field == "data" and format in found):
            unfit.append(name)
        else:
            fields[field] = found
    return fields, unfit


def attribute_of(value: object) -> object:
    """A field as an attribute, a value of JSON."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [attribute_of(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value


def fields_of(record: Claim | Relation, format: str) -> Attributes:
    """The fields of a record as attributes, empty ones as well; what rides is not among them."""
    names = CLAIM if isinstance(record, Claim) else RELATION
    fields = {name: attribute_of(getattr(record, name)) for name in names if name != "data"}
    data = record.data
    fields["data"] = {
        key: value for key, value in data.items() if key != format or not isinstance(value, dict)
    }
    return fields


EXPLICIT = frozenset({"node-link"})
"""The formats that have values for what is empty, and write it."""


def native(record: Claim | Relation, argument: str | None, format: str) -> Attributes:
    """All attributes of the node of a record, as argmap's graphs have them."""
    if isinstance(record, Claim):
        item: Attributes = {"type": "claim", **fields_of(record, format)}
    else:
        item = {
            "type": "relation",
            "stance": record.stance,
            "symmetric": record.symmetric,
            "argument": argument,
            "kind": record.kind,
            **fields_of(record, format),
        }
    if format in EXPLICIT:
        return item
    return {key: each for key, each in item.items() if not is_empty(each)}


def bare(record: Claim | Relation, riding: Attributes, format: str) -> Attributes:
    """The attributes that a record has in a graph of someone else: what says something."""
    item = {}
    for field, value in fields_of(record, format).items():
        if field == "text" and value == riding.get("shown"):
            continue
        name = riding.get(field)
        if not is_empty(value):
            item[name if isinstance(name, str) and field in {"text", "title"} else field] = value
    return item
