"""argmap's own JSON: any of its answers that holds a part of a map can be read as a map."""

from argmap.formats._format import Format, Reading, Source, Written
from argmap.model.map import ArgumentMap


def _looks_like(text: str) -> bool:
    """Whether it begins as JSON does, which no Argdown that can be read does."""
    start = text.lstrip("\ufeff \t\r\n")[:200]
    return start[:1] == "{" and start[1:].lstrip()[:1] in {'"', "}", ""}


def read(source: Source) -> Reading:
    """The map that a JSON document holds.

    A record that is not as it should be is reported and left out; the others are read.
    """
    from argmap.formats.json.reading import read as read_records

    return read_records(source)


def write(map: ArgumentMap) -> Written:
    """The map as ``argmap/map/1``, which has room for all of it."""
    from argmap.formats._json_text import in_pieces
    from argmap.formats.json.records import map_arrays, map_heading

    return Written(in_pieces({**map_heading(map, "argmap/map/1"), **map_arrays(map)}), [])


FORMAT = Format(
    name="json",
    title="argmap JSON",
    suffixes=(".json",),
    looks_like=_looks_like,
    read=read,
    write=write,
)
