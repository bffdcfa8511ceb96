"""What tables and columns are called: a table is known by its header, not by its position."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

FIELDS: Mapping[str, tuple[str, ...]] = {
    "claims": (
        "id", "title", "text", "tags", "section", "weight", "wordings", "place", "start", "end",
        "hash", "quote", "prefix", "suffix", "source", "marks", "data",
    ),
    "relations": ("id", "premises", "target", "kind", "scheme", "weight", "label", "data"),
    "arguments": (
        "id", "title", "text", "relations", "gist", "tags", "section", "wordings", "statements",
        "marks", "data",
    ),
    "sections": ("id", "title", "level", "parent", "tags", "marks", "data"),
    "map": ("name", "data"),
}  # fmt: skip
"""The columns of each table, in the order in which they are written."""
ALWAYS: Mapping[str, tuple[str, ...]] = {
    "claims": ("id", "text"),
    "relations": ("id", "premises", "target", "kind"),
    "arguments": ("id", "title", "relations"),
    "sections": ("id", "title", "level"),
    "map": ("name", "data"),
}
"""The columns that are written even if they are empty."""
ANCHOR = ("place", "start", "end", "hash", "quote", "prefix", "suffix")
RIDING = "csv"
"""The key of data that says how a file was written."""

_COMMON = {
    **dict.fromkeys(("key", "identifier"), ("id",)),
    **dict.fromkeys(("name", "heading"), ("title",)),
    "tag": ("tags",),
}
_SYNONYMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "claims": {
        **_COMMON,
        **dict.fromkeys(("claimid", "nodeid", "node"), ("id",)),
        **dict.fromkeys(("claim", "claimtext", "statement", "content", "sentence"), ("text",)),
        "proposition": ("text",),
        "label": ("text", "title"),
        "probability": ("weight",),
        "strength": ("weight",),
    },
    "relations": {
        **dict.fromkeys(("premise", "premiseid", "source", "sources", "sourceid"), ("premises",)),
        **dict.fromkeys(("from", "fromid", "src"), ("premises",)),
        **dict.fromkeys(("to", "toid", "conclusion", "targetid", "dst"), ("target",)),
        **dict.fromkeys(("type", "relation", "relationtype", "relationkind"), ("kind",)),
        **dict.fromkeys(("edgetype", "stance"), ("kind",)),
        **dict.fromkeys(("relationid", "edgeid", "key", "identifier"), ("id",)),
        "strength": ("weight",),
    },
    "arguments": {**_COMMON, "steps": ("relations",)},
    "sections": _COMMON,
    "map": {},
}
_APART = re.compile(r"[\s_.\-]+")
_TARGETS = frozenset(word for word, to in _SYNONYMS["relations"].items() if to == ("target",))
_PREMISES = frozenset(word for word, to in _SYNONYMS["relations"].items() if to == ("premises",))


class Column(NamedTuple):
    """A column: the field that it is of, or the key of data that its cells are under."""

    header: str
    field: str
    key: str


def table_of(headers: Sequence[str]) -> str:
    """The table that has these headers; empty if none has."""
    names = [_plain(header) for header in headers]
    words = set(names)
    if names == ["name", "data"]:
        return "map"
    if "target" in words or (words & _TARGETS and words & (_PREMISES | {"premises"})):
        return "relations"
    if words & {"gist", "relations"}:
        return "arguments"
    if "level" in words or ("parent" in words and "text" not in words):
        return "sections"
    found = {column.field for column in columns("claims", headers)}
    return "claims" if found & {"id", "title", "text"} else ""


def columns(table: str, headers: Sequence[str]) -> list[Column]:
    """What each column of a table is; the table's own names go before others for the same."""
    fields: dict[int, str] = {}
    free = set(FIELDS[table])
    names = [_plain(header) for header in headers]
    for number, name in enumerate(names):
        if name in free:
            fields[number] = name
            free.discard(name)
    for number, name in enumerate(names):
        for field in _SYNONYMS[table].get(name, ()) if number not in fields else ():
            if field in free:
                fields[number] = field
                free.discard(field)
                break
    keys = _keys(headers, fields)
    return [Column(header, fields.get(n, ""), keys[n]) for n, header in enumerate(headers)]


def known(headers: Sequence[str]) -> int:
    """How many of the headers are columns of the table that they make."""
    table = table_of(headers)
    return sum(bool(column.field) for column in columns(table, headers)) if table else 0


def meant(table: str, header: str) -> str:
    """The field that a header would be of if it stood alone; empty if none."""
    return columns(table, [header])[0].field


def _keys(headers: Sequence[str], fields: Mapping[int, str]) -> list[str]:
    """The key of data for each column that is of no field; no two are the same."""
    taken = {"", RIDING}
    keys = []
    for number, header in enumerate(headers):
        key = header.strip()
        if number in fields:
            key = ""
        elif key in taken:
            key = f"column {number + 1}"
            while key in taken:
                key += "'"
        taken.add(key)
        keys.append(key)
    return keys


def _plain(header: str) -> str:
    return _APART.sub("", header).lower()
