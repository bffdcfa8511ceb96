"""Argdown: argmap's written language."""

from argmap.formats._format import Format, Reading, Source, Written
from argmap.model.map import ArgumentMap


def _looks_like(text: str) -> bool:
    """Nearly any text is Argdown, so it is what a text is when it is nothing else."""
    return bool(text)


def read(source: Source) -> Reading:
    """The map that an Argdown text describes, and what was wrong with the text."""
    from argmap.formats.argdown.parser import parse
    from argmap.formats.argdown.settle import settle

    document, diagnostics = parse(source)
    drawn = settle(document, source.name)
    found = diagnostics + drawn.diagnostics
    return Reading(drawn.map, sorted(found, key=lambda each: each.span or ()))


def comments(source: Source) -> int:
    """How many comments there are in a text and in what it includes."""
    from argmap.formats.argdown.lines import Lines

    return Lines(source).comments


def write(map: ArgumentMap) -> Written:
    """The map in Argdown, such that it is read as the same map."""
    from argmap.formats.argdown.writer import write as written

    return written(map)


FORMAT = Format(
    name="argdown",
    title="Argdown",
    suffixes=(".argdown", ".ad", ".adown"),
    looks_like=_looks_like,
    read=read,
    write=write,
    comments=comments,
)
