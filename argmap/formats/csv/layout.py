"""How tables are laid out: the delimiter, and the columns of each table in order."""

from collections.abc import Container, Mapping
from typing import NamedTuple

from argmap.formats.csv.columns import ALWAYS, FIELDS, RIDING, Column, columns, known, table_of
from argmap.formats.csv.rows import DELIMITERS, rows
from argmap.model.map import ArgumentMap

SPEAKER = "speaker"
"""The key of data that has a column of its own."""
_ENOUGH = 2
"""So many columns known make a header of a line in the midst of a file."""
_MOST_COLUMNS = 1000
"""Nobody's table has more, and each costs a cell in every row."""


class Layout(NamedTuple):
    """The delimiter of a text, and the headers of its tables."""

    delimiter: str
    tables: list[list[str]]


def delimiter_of(text: str) -> tuple[str, int]:
    """The delimiter with which the first row names the most columns, and how many these are."""
    found = [(_known(text, delimiter), -n) for n, delimiter in enumerate(DELIMITERS)]
    count, number = max(found)
    return DELIMITERS[-number], count


def _known(text: str, delimiter: str) -> int:
    first = next((row.cells for row in rows(text, delimiter) if not row.blank), [])
    return known(first)


def riding(map: ArgumentMap) -> Layout | None:
    """The layout that a map came with, if it did and it can be used."""
    found = map.data.get(RIDING)
    if not isinstance(found, dict) or set(found) != set(Layout._fields):
        return None
    delimiter, tables = found["delimiter"], found["tables"]
    if delimiter not in DELIMITERS or not isinstance(tables, list) or not tables:
        return None
    for headers in tables:
        texts = isinstance(headers, list) and all(isinstance(header, str) for header in headers)
        if not texts or len(headers) > _MOST_COLUMNS:
            return None
    names = [table_of(headers) for headers in tables]
    return Layout(delimiter, tables) if all(names) and len(set(names)) == len(names) else None


def usual(used: Mapping[str, Container[str]]) -> Layout:
    """The layout of a map that came from elsewhere; ``used`` are the columns that say something."""
    tables = []
    for table, fields in FIELDS.items():
        said = used.get(table, ())
        if table not in used and table != "claims":
            continue
        headers = [f for f in fields if f in ALWAYS[table] or (f in said and f != "source")]
        if f":{SPEAKER}" in said:
            headers.insert(headers.index("text") + 1, SPEAKER)
        tables.append(headers)
    return Layout(DELIMITERS[0], tables)


def completed(headers: list[str], used: Container[str], *, first: bool) -> list[str]:
    """The headers, and those of the used fields that they lack.

    All but the first of a file have as many known ones as it takes to be a header.
    """
    table = table_of(headers)
    there = {place(column) for column in columns(table, headers)}
    wanted = (*FIELDS[table], f":{SPEAKER}")
    few = not first and known(headers) < _ENOUGH
    needed = {field for field in wanted if field in used or (few and field in ALWAYS[table])}
    lacking = [field for field in wanted if field in needed and field not in there]
    return [*headers, *(field.removeprefix(":") for field in lacking)]


def place(column: Column) -> str:
    """What the cells of a column go by: its field, or its key of data after a ``:``."""
    return column.field or f":{column.key}"
