"""JSON lines: argmap's own records, one on a line, for maps that other programs write bit by bit.

Claims, relations, arguments and sections come in any order; a line ``{"schema": "argmap/lines/1"}``
may tell the name and the data of the map.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
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
_FIRST = re.compile(r'\s*\{[ \t]*"(?:schema|id|kind|premises|target|text|title)"[ \t]*:')
_BLANK = re.compile(r"[ \t\r\n]*")
_LONGEST = 1_000_000
"""Characters of a first line that is looked at."""
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
_HINT = "a line is a claim, relation, argument or section as `argmap schema map` describes them"
"""By array: what only its records have, if they are of none before it; and all they can have."""


def _looks_like(text: str) -> bool:
    """Whether the first line is a record and nothing else, or says what it is."""
    text = text.removeprefix("\ufeff")
    if not _FIRST.match(text):
        return False
    from json import loads

    try:
        record = loads(text.lstrip()[:_LONGEST].partition("\n")[0])
    except (ValueError, RecursionError):
        return False
    if not isinstance(record, dict) or "schema" in record:
        return isinstance(record, dict) and record["schema"] == _SCHEMA
    array = _array_of(record)
    return array is not None and _TOLD_BY[array][1].issuperset(record)


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
        if array is not None:
            collected.take(array, record, offset)
        elif isinstance(record, dict) and record.get("schema") == _SCHEMA:
            said = record
        else:
            collected.report("claims", "this is no record of a map", offset, _HINT)
    return said


def _values(text: str, collected: "Collected") -> Iterator[tuple[int, object]]:
    """Each value and where it begins; after what is not JSON it goes on with the next line."""
    from argmap.formats._json_text import decoder, why_not

    decode, blank = decoder().raw_decode, _BLANK.match
    at = 0
    while (space := blank(text, at)) and (at := space.end()) < len(text):
        try:
            value, end = decode(text, at)
        except (ValueError, RecursionError) as error:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            place = min(getattr(error, "pos", at), end)
            collected.report("claims", why_not(error), place, _HINT, "JS03")
            at = end
        else:
            yield at, value
            at = end


def write(map: ArgumentMap) -> Written:
    """The records of the map, one on a line, after a line with its name and data."""
    from argmap.formats._json_text import on_lines
    from argmap.formats.json.records import map_arrays, map_heading

    return Written(on_lines(chain([map_heading(map, _SCHEMA)], *map_arrays(map).values())), [])


FORMAT = Format(
    name="json-lines",
    title="argmap JSON lines",
    suffixes=(".jsonl",),
    looks_like=_looks_like,
    read=read,
    write=write,
)
