"""Records as the cells of a row, without regard to how they were written before."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from argmap.formats.csv.columns import ANCHOR, FIELDS, RIDING
from argmap.formats.csv.values import Names, as_json, spelt
from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.relation import Relation
from argmap.model.section import Section

Record = Claim | Relation | Argument | Section

_RECORDS: Mapping[str, type[Record]] = {
    "claims": Claim,
    "relations": Relation,
    "arguments": Argument,
    "sections": Section,
}

UNFIT = re.compile("\\r\\n?|[\\0\\ud800-\\udfff]")
"""What a cell cannot hold."""
_REFERENCES = frozenset(
    {"id", "premises", "target", "section", "parent", "gist", "relations", "statements"}
)
_GENERATED = re.compile(r"r[0-9]+(?:-[0-9]+)*")
NO_CHANGE: Mapping[str, str] = {}
_USUAL = {"kind": "support", "level": "1"}


class Cells:
    """The cells of one table's records.

    ``keys`` are the keys of data that have columns of their own. ``whole`` says that an anchor
    is written in one cell, called ``source``. ``used`` are the columns that say something.
    """

    def __init__(self, table: str, keys: Collection[str], *, whole: bool, names: Names) -> None:
        self.used: set[str] = set()
        self._fields = [field for field in FIELDS[table] if field in _RECORDS[table]._fields]
        self._keys = keys
        self._whole = whole
        self._names = names

    def of(self, record: Record, called: Mapping[str, str] = NO_CHANGE) -> dict[str, str]:
        """The cells that are not empty, by field or by key of data; a key has a ``:`` before it.

        ``called`` is what records are called in the tables whose ids no cell can hold.
        """
        values: dict[str, Any] = {field: getattr(record, field) for field in self._fields}
        data = {key: value for key, value in record.data.items() if key != RIDING}
        if not riding_of(record) and RIDING in record.data:
            data[RIDING] = record.data[RIDING]
        if isinstance(record, Claim):
            values |= self._anchor(record, data)
        cells = {}
        for key in self._keys:
            value = data.get(key)
            if isinstance(value, str) and value and not UNFIT.search(value):
                cells[f":{key}"] = value
                del data[key]
        values["data"] = data
        for field, value in values.items():
            if not value and value != 0:
                continue
            if called and field in _REFERENCES:
                value = _called(value, called)  # noqa: PLW2901  # the same, by its other name
            cell = spelt(value)
            if field == "premises" and len(value) > 1 and self._names.get(cell):
                cell = as_json(list(value))  # else it would be read as the claim called so
            cells[field] = cell
        self.used.update(field for field, cell in cells.items() if _USUAL.get(field) != cell)
        return cells

    def _anchor(self, claim: Claim, data: dict[str, object]) -> dict[str, object]:
        """The anchor of a claim, in one cell or in several; an empty one says nothing."""
        anchor = claim.source if claim.source != Anchor() else None
        if not self._whole:
            return {"source": None, **(anchor._asdict() if anchor else {})}
        if anchor:
            return {"source": anchor}
        named = data.get("source")
        if not isinstance(named, str) or named.lstrip().startswith("{") or UNFIT.search(named):
            return {"source": None}
        del data["source"]
        return {"source": named}


def _called(value: str | tuple[str, ...], called: Mapping[str, str]) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(called.get(id, id) for id in value)
    return called.get(value, value)


def riding_of(record: Record) -> Mapping[str, str]:
    """The cells that a record came with, where it would be written otherwise."""
    found = record.data.get(RIDING)
    if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
        return {}
    return found


def anchor_of(values: dict[str, object]) -> Anchor | None:
    """The anchor that the cells of a row make; its parts are taken out of the values."""
    parts = {field: values.pop(field) for field in ANCHOR if field in values}
    anchor = Anchor(**parts)  # type: ignore[arg-type]  # each cell was read as its field's type
    return anchor if anchor != Anchor() else None


def names_of(claims: Iterable[Claim], relations: Collection[str]) -> dict[str, str | None]:
    """The ids of claims by what they are called: their ids, else titles and texts.

    What two are called is the name of neither, and so is the id of a relation.
    """
    claims = list(claims)
    names: dict[str, str | None] = {}
    for claim in claims:
        for name in {claim.title, claim.text} - {""}:
            clear = name not in names and name not in relations and not _GENERATED.fullmatch(name)
            names[name] = claim.id if clear else None
    return names | {claim.id: claim.id for claim in claims}
