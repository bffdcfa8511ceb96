"""What metadata says of records that Argdown's own signs cannot say.

A key that is called like a record holds fields of that record, in the form that they have in
argmap's JSON. They win over what is written.

``claim``     on a statement or argument: ``title``, ``text``, ``marks``, ``tags``, ``wordings``,
              ``section`` (its id, or null), ``data``
``argument``  on an argument: the same, and ``relations``, ``statements``, and ``gist``: the id of
              the claim that stands for it. An argument that says so is none itself; with null
              there is none
``relation``  on what stands after the sign of a relation: ``id``, ``kind``, ``weight``, ``label``,
              ``scheme``, ``with`` (ids or titles of further premises, linked with the written one),
              ``target`` (the id of the relation or claim that it bears on), ``data``; anything
              else is free data too
``section``   on a heading: ``id``, ``title``, ``level``, ``parent``, ``tags``, ``marks``,
              ``data``
``map``       in the front matter: ``data``, and ``without``: the keys that are not data of the map

An inference is a relation, so what ``relation`` holds stands in its metadata directly, beside
``uses`` (or ``from``): the numbers of its premises. With ``argument: false`` a premise–conclusion
structure without a title is no argument, only relations.

``data`` is for free data whose keys have a meaning here. What is not as it should be is reported
and kept as free data.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from argmap.model.claim import NO_DATA, Mark
from argmap.model.relation import KINDS

Check = Callable[[object], object]


class Described(NamedTuple):
    """The fields that are described, the data that is left, and what was wrong."""

    fields: Mapping[str, Any] = NO_DATA
    data: Mapping[str, object] = NO_DATA
    problems: tuple[str, ...] = ()


def take_fields(data: Mapping[str, object], record: str) -> Described:
    """Take what the key of a record says out of metadata; what is left of it stays in."""
    written = data.get(record)
    if not isinstance(written, Mapping):
        return Described(NO_DATA, data)
    fields, left, problems = _read(written, record)
    rest = {key: value for key, value in data.items() if key != record}
    if left or not written:
        rest[record] = left
    return Described(fields, rest, problems)


def take_relation(data: Mapping[str, object]) -> Described:
    """What metadata says of the relation that it describes; whatever is not known is its data."""
    if not data:
        return Described()
    fields, left, problems = _read(data, "relation")
    misspelt = tuple(
        f"{word!r} means nothing of a relation: did you mean {key!r}?"
        for word in left
        for key in _SHAPES["relation"]
        if key not in data and is_misspelt(word, key)
    )
    left |= fields.pop("data", NO_DATA)
    return Described(fields, left, problems + misspelt)


def is_misspelt(word: str, key: str) -> bool:
    """Whether a word is a key in other capitals, or with one typing error.

    Two letters may have changed places; and in a key of five or more, one be wrong, missing or too
    much. Shorter ones are too near to other words: a date is no misspelt ``data``.
    """
    word = word.lower()
    if word == key:
        return True
    start = 0
    while word[start : start + 1] == key[start : start + 1]:
        start += 1
    word, key, size = word[start:], key[start:], len(key)
    if word[2:] == key[2:] and word[:2] == key[1::-1] and len(word) > 1:
        return True
    return size > 4 and (word[1:] == key[1:] or word == key[1:] or word[1:] == key)  # noqa: PLR2004


def _read(
    written: Mapping[str, object], record: str
) -> tuple[dict[str, Any], dict[str, object], tuple[str, ...]]:
    fields: dict[str, Any] = {}
    left: dict[str, object] = {}
    problems: list[str] = []
    shape = _SHAPES[record]
    for key, value in written.items():
        check = shape.get(key)
        if check is None:
            left[key] = value
            continue
        try:
            fields[key] = check(value)
        except (ValueError, TypeError, KeyError) as error:
            left[key] = value
            why = error.args[0] if isinstance(error, ValueError) else "is not of the right shape"
            problems.append(f"{key!r} of this {record} {why}: {value!r}")
    return fields, left, tuple(problems)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("is not text")


def _id(value: object) -> str:
    """A word; a number is one too."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _text(value)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(map(_text, value))
    raise ValueError("is not a list of texts")


def _ids(value: object) -> tuple[str, ...]:
    return tuple(map(_id, value)) if isinstance(value, list) else (_id(value),)


def _id_or_none(value: object) -> str | None:
    return None if value is None else _id(value)


def _mapping(value: object) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    raise ValueError("is not a mapping of keys to values")


def _kind(value: object) -> str:
    if value in KINDS:
        return str(value)
    raise ValueError(f"is none of {', '.join(KINDS)}")


def read_weight(value: object) -> float:
    """A weight; raises :class:`ValueError` if it is none."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ValueError("is not a number from 0 to 1")


def _level(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise ValueError("is not a whole number from 1")


def _marks(value: object) -> tuple[Mark, ...]:
    if not isinstance(value, list):
        raise ValueError("is not a list of marks")
    return tuple(_mark(**mark) for mark in value)


def _mark(*, kind: object, start: object, end: object, target: object = "") -> Mark:
    if not (isinstance(start, int) and isinstance(end, int)):
        raise ValueError("is not a list of marks with kind, start and end")
    return Mark(_text(kind), start, end, _text(target))


_NODE: dict[str, Check] = {
    "title": _text, "text": _text, "marks": _marks, "tags": _texts, "wordings": _texts,
    "section": _id_or_none, "data": _mapping,
}  # fmt: skip
_SHAPES: dict[str, dict[str, Check]] = {
    "claim": _NODE,
    "argument": {**_NODE, "gist": _id_or_none, "relations": _ids, "statements": _ids},
    "relation": {
        "id": _id, "kind": _kind, "weight": read_weight, "label": _text, "scheme": _text,
        "with": _ids, "target": _id, "data": _mapping,
    },
    "section": {
        "id": _id, "title": _text, "level": _level, "parent": _id_or_none, "tags": _texts,
        "marks": _marks, "data": _mapping,
    },
    "map": {"data": _mapping, "without": _texts},
}  # fmt: skip
RELATION_KEYS = frozenset(_SHAPES["relation"])
"""The keys that mean something of a relation."""
