"""JSON lines: argmap's own records, one on a line, for maps that other programs write bit by bit.

Claims, relations, arguments and sections come in any order, and are told apart by what they have:
relations a kind, premises and a target, arguments relations or a gist, sections a level or a
parent, claims a text or a title. A line ``{"schema": "argmap/lines/1"}`` may tell the name and the
data of the map.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from argmap.formats._format import Format, Reading, Source, Written
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.section import Section

if TYPE_CHECKING:
    from argmap.formats.json.collecting import Collected

_SCHEMA = "argmap/lines/1"
_HEADING = re.compile(r'\s*\{[^\n]*(?<!\\)"schema"\s*:\s*"argmap/lines/')
_BLANK = re.compile(r"[ \t\r\n]*")
_LONGEST = 1_000_000
"""Characters at the beginning that are looked at."""
_BROKEN = 10
"""So many lines at the beginning may be no records."""
_HINT = "a line is a claim, relation, argument or section as `argmap schema map` describes them"
_TOLD_BY: Mapping[str, tuple[frozenset[str], frozenset[str]]] = MappingProxyType(
    {
        array: (frozenset(fields), frozenset(record._fields))
        for array, record, fields in (
            ("relations", Relation, ("kind", "premises", "target")),
            ("arguments", Argument, ("relations", "gist", "statements")),
            ("sections", Section, ("level", "parent")),
            ("claims", Claim, ("text", "title")),
        )
    }
)
"""By array: what only its records have, if they are of none before it; and all they can have."""
_DOCUMENTS = frozenset({"schema", "claims", "nodes", "edges"})
"""What no record has."""


def _looks_like(text: str) -> bool:
    """Whether the first line says so, or is a record; broken lines and comments may come before."""
    start = text[:_LONGEST].lstrip("\ufeff")
    if _HEADING.match(start):
        return True
    lines = (line for line in map(str.strip, start.split("\n")) if line)
    for line in islice(lines, _BROKEN):
        value = _first_value(line)
        if value is not None:
            return _is_record(value)
        if not line.startswith(("{", "#", "//")) or line[-1] in "{[:,":
            return False  # a document that goes on, or no JSON at all
    return False


def _first_value(line: str) -> object:
    """What a line begins with, if that is an object; else nothing."""
    from json import JSONDecoder

    if not line.startswith("{"):
        return None
    try:
        return JSONDecoder().raw_decode(line)[0]
    except (ValueError, RecursionError):
        return None


def _is_record(value: object) -> bool:
    """Whether it is surely a record, and not a document of any format."""
    array = _array_of(value)
    if array is None or not isinstance(value, dict) or not value.keys().isdisjoint(_DOCUMENTS):
        return False
    if (
        array == "claims"
        and isinstance(value.get("id"), str)
        and isinstance(value.get("text"), str)
    ):
        return True
    return "premises" in value or _TOLD_BY[array][1].issuperset(value)


def _array_of(record: object) -> str | None:
    """The array of a map that a record belongs to, or ``None`` if it is no record of a map."""
    if isinstance(record, dict):
        for array, (fields, _) in _TOLD_BY.items():
            if not fields.isdisjoint(record):
                return array
    return None


def read(source: Source) -> Reading:
    """The map whose records the lines are.

    A line that is not as it should be is reported and left out; the others are read, each as the
    text goes by: it needs no more memory than the text and the map do.
    """
    from argmap.formats.json.collecting import Collected

    collected = Collected(source)
    for array in _TOLD_BY:
        collected.begin(array)
    return collected.reading(collect(source.text, collected))


def collect(text: str, collected: "Collected") -> Mapping[str, Any]:
    """Collect the records of the lines, and give what the map says of itself."""
    said: Mapping[str, Any] = {}
    for offset, record in _values(text, collected):
        array = _array_of(record)
        if isinstance(record, dict) and "schema" in record:
            if record["schema"] == _SCHEMA:
                said = record
            else:
                message = f"this is {record['schema']!r}, and no record of a map"
                collected.report("claims", message, offset, f"{_SCHEMA} is what is read here")
        elif array is None:
            collected.report("claims", "this is no record of a map", offset, _HINT)
        else:
            collected.take(array, record, offset)
    return said


def _values(text: str, collected: "Collected") -> Iterator[tuple[int, object]]:
    """Each value and where it begins; what is not JSON ends with its line."""
    from argmap.formats._json_text import decoder, why_not

    decode, blank = decoder().raw_decode, _BLANK.match
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin) + 1 or len(text)
        line = text[begin:end]  # errors count the lines before them, and would count all of them
        at = 0
        while (space := blank(line, at)) and (at := space.end()) < len(line):
            try:
                value, after = decode(line, at)
            except (ValueError, RecursionError) as error:
                place = min(getattr(error, "pos", at), len(line.rstrip("\n")))
                collected.report("claims", why_not(error), begin + place, _HINT, "JS03")
                break
            yield begin + at, value
            at = after
        begin = end


def write(map: ArgumentMap) -> Written:
    """The records of the map, one on a line, after a line with its name and data."""
    from argmap.formats._json_text import on_lines
    from argmap.formats.json.records import map_arrays, map_heading

    return Written(on_lines(chain([map_heading(map, _SCHEMA)], *map_arrays(map).values())), [])


FORMAT = Format(
    name="json-lines",
    title="argmap JSON lines",
    suffixes=(".jsonl", ".ndjson"),
    looks_like=_looks_like,
    read=read,
    write=write,
)
