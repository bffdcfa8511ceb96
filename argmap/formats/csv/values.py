"""What a cell says: numbers, kinds, lists and records in one cell, read and spelt."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from argmap.formats._format import Source
from argmap.formats._json_text import NotJsonError, dumped, loaded
from argmap.model.anchor import Anchor
from argmap.model.claim import Mark
from argmap.model.relation import KINDS, Kind

_WORDS: Mapping[Kind, str] = {
    "support": "supports supporting supported pro pros for + sup agree agrees premise inference "
    "positive because evidence",
    "rebuttal": "rebut rebuts rebuttals attack attacks attacking att con cons contra against - "
    "oppose opposes objection objects counter disagree disagrees conflict negative refutes",
    "undercut": "undercuts undercutter undermines",
    "contrary": "contraries",
    "contradiction": "contradicts contradictory contradictories",
    "entailment": "entails implies implication",
    "equivalence": "equivalent rephrase rephrases restatement same =",
}
_KINDS: Mapping[str, Kind] = {
    **{kind: kind for kind in KINDS},
    **{word: kind for kind, words in _WORDS.items() for word in words.split()},
}
_NEEDS_JSON = re.compile("[;,\r\n\0\ud800-\udfff]")
_REFERENCES = frozenset({"section", "parent", "gist"})
Names = Mapping[str, str | None]
"""The ids of claims, by id and by what else they are called; ``None`` where that is unclear."""


def value_of(field: str, cell: str, names: Names) -> Any:  # noqa: ANN401
    """What a cell says; raises :class:`ValueError` with what is wrong with it.

    An empty cell says what a table without the column says.
    """
    read = _READ.get(field)
    if read is not None:
        return read(cell.strip())
    if field == "premises":
        return tuple(_named(item, names) for item in _ends(cell, names))
    if field in _REFERENCES:
        return cell or None
    return _named(cell, names) if field == "target" else cell


def same(field: str, one: str, other: str, names: Names) -> bool:
    """Whether two cells say the same."""
    return one == other or _said(field, one, names) == _said(field, other, names)


def spelt(value: object) -> str:
    """The cell for a value of any field; empty for one that says nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, float):
        short = f"{value:g}"
        return short if float(short) == value else repr(value)
    if isinstance(value, tuple) and not isinstance(value, Anchor):
        return _list(value)
    if isinstance(value, Anchor):
        return as_json({k: v for k, v in value._asdict().items() if v or v == 0})
    if isinstance(value, Mapping):
        return as_json(dict(value)) if value else ""
    return str(value)


def empty_of(field: str) -> Any:  # noqa: ANN401
    """What an empty cell says."""
    return value_of(field, "", {})


def _said(field: str, cell: str, names: Names) -> object:
    try:
        return value_of(field, cell, names)
    except ValueError:
        return empty_of(field)


def _named(cell: str, names: Names) -> str:
    """The id that is meant: the cell itself, unless it is what a claim is called otherwise."""
    return names.get(cell) or names.get(cell.strip()) or cell


def _ends(cell: str, names: Names) -> tuple[str, ...]:
    """The premises; a cell that names one claim is not cut up."""
    return (cell,) if names.get(cell) else _several(cell)


def _several(cell: str) -> tuple[str, ...]:
    return _items(cell, ";" if ";" in cell else ",")


def _items(cell: str, separator: str = ";") -> tuple[str, ...]:
    if cell.lstrip().startswith("["):
        try:
            found = _loaded(cell)
        except ValueError:
            found = None
        if isinstance(found, list) and all(type(item) in {str, int} for item in found):
            return tuple(map(str, found))
    return tuple(item.strip() for item in cell.split(separator) if item.strip())


def _list(items: tuple[Any, ...]) -> str:
    if any(isinstance(item, Mark) for item in items):
        return as_json([mark._asdict() for mark in items])
    plain = not any(
        not item or item != item.strip() or item.startswith("[") or _NEEDS_JSON.search(item)
        for item in items
    )
    return "; ".join(items) if plain else as_json(list(items))


def _weight(cell: str) -> float | None:
    if not cell:
        return None
    try:
        weight = float(cell.replace(",", "."))
    except ValueError:
        raise ValueError(f"{cell[:40]!r} is no number") from None
    if not 0 <= weight <= 1:
        raise ValueError(f"{cell[:40]!r} is not between 0 and 1")
    return weight


def _whole(cell: str, least: int) -> int:
    if not (cell.isascii() and cell.isdecimal() and len(cell) < 16 and int(cell) >= least):  # noqa: PLR2004  # no offset is that long
        raise ValueError(f"{cell[:40]!r} is no whole number from {least}")
    return int(cell)


def _kind(cell: str) -> Kind:
    kind = _KINDS.get(cell.lower()) if cell else "support"
    if kind is None:
        raise ValueError(cell)
    return kind


def _object(cell: str) -> dict[str, Any]:
    found = _loaded(cell) if cell else {}
    if not isinstance(found, dict):
        raise ValueError("is no JSON object")
    return found


def _marks(cell: str) -> tuple[Mark, ...]:
    found = _loaded(cell) if cell else []
    try:
        marks = tuple(Mark(**mark) for mark in found) if isinstance(found, list) else None
    except TypeError:
        marks = None
    if marks is None:
        raise ValueError("is no JSON array of marks")
    for mark in marks:
        texts = {type(mark.kind), type(mark.target)} == {str}
        if not texts or {type(mark.start), type(mark.end)} != {int} or min(mark[1:3]) < 0:
            raise ValueError("is no JSON array of marks")
    return marks


def _anchor(cell: str) -> Anchor | None:
    if not cell:
        return None
    try:
        anchor = Anchor(**_object(cell))
    except TypeError:
        raise ValueError("is no JSON object with place, start, end, hash or quote") from None
    texts = (anchor.place, anchor.hash, anchor.quote, anchor.prefix, anchor.suffix)
    offsets = (anchor.start, anchor.end)
    whole = all(at is None or (type(at) is int and at >= 0) for at in offsets)
    if not whole or not all(isinstance(text, str) for text in texts):
        raise ValueError("is no JSON object with place, start, end, hash or quote")
    return anchor


def _loaded(cell: str) -> object:
    try:
        return loaded(Source(cell))
    except NotJsonError:
        raise ValueError("is not JSON") from None


def as_json(value: object) -> str:
    """A value as JSON."""
    return dumped(value)


_READ: Mapping[str, Callable[[str], object]] = {
    "weight": _weight,
    "level": lambda cell: _whole(cell, 1) if cell else 1,
    "start": lambda cell: _whole(cell, 0) if cell else None,
    "end": lambda cell: _whole(cell, 0) if cell else None,
    "kind": _kind,
    "tags": _several,
    "relations": _several,
    "statements": _several,
    "wordings": _items,
    "data": _object,
    "marks": _marks,
    "source": _anchor,
}
