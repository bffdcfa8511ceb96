"""CSV: tables of claims and relations in one text, divided by empty lines, or in two files.

Each table is known by its header: ``id,text`` are claims, ``source,target,kind`` relations.
Arguments, sections and the map itself have tables where there are any. Columns of other names are
data. ``x.claims.csv`` is read together with ``x.relations.csv`` beside it.
"""

import re

from argmap.formats._format import Format, Reading, Source, Written
from argmap.formats._unsaid import DEEP
from argmap.model.map import ArgumentMap

_HEADER = re.compile(r'\s*((?:"[^"\n]*"|[^"\n])*)(?:\n|$)')
_LONGEST_HEADER = 4000
_ENOUGH = 2


def _looks_like(text: str) -> bool:
    """Whether the first line is a header, at least two of whose names are known."""
    first = _HEADER.match(text.removeprefix("\ufeff")[:_LONGEST_HEADER])
    if first is None or first[1].startswith("{") or not re.search("[,;\t]", first[1]):
        return False
    from argmap.formats.csv.layout import delimiter_of

    return delimiter_of(first[1])[1] >= _ENOUGH


def read(source: Source) -> Reading:
    """The map that the tables make; what is not as it should be is reported."""
    from argmap.formats.csv.reading import read as read_tables

    return read_tables(source)


def write(map: ArgumentMap) -> Written:
    """The map as tables, with the columns and the delimiter that it came with, if any."""
    from argmap.formats.csv.writing import write as write_tables

    return write_tables(map)


FORMAT = Format(
    name="csv",
    title="CSV tables",
    suffixes=(".csv", ".tsv"),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=(DEEP,),
)
