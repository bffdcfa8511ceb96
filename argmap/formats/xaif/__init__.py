"""xAIF: an AIF graph with its text, its participants and whatever programs add to it."""

from argmap.formats._format import Format, Reading, Source, Written
from argmap.formats.aif.sniffing import looks_like_xaif
from argmap.model.map import ArgumentMap


def read(source: Source) -> Reading:
    """The map of an xAIF document; what is odd about it is reported, and kept for writing."""
    from argmap.formats.xaif.reading import read as read_document

    return read_document(source)


def write(map: ArgumentMap) -> Written:
    """The map as an xAIF document; what it has no words for goes under the key ``argmap``."""
    from argmap.formats.xaif.writing import write as write_document

    return write_document(map)


FORMAT = Format(
    name="xaif",
    title="xAIF",
    suffixes=(".xaif.json", ".xaif"),
    looks_like=looks_like_xaif,
    read=read,
    write=write,
)
