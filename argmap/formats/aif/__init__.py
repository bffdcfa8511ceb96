"""AIF, the Argument Interchange Format, in JSON: what AIFdb and OVA export."""

from argmap.formats._format import Format, Reading, Source, Written
from argmap.formats.aif.sniffing import looks_like_aif
from argmap.model.map import ArgumentMap


def read(source: Source) -> Reading:
    """The map of an AIF document; what is odd about it is reported, and kept for writing."""
    from argmap.formats.aif.reading import read as read_graph

    return read_graph(source)


def write(map: ArgumentMap) -> Written:
    """The map as an AIF document; what AIF has no words for goes under the key ``argmap``."""
    from argmap.formats.aif.writing import write as write_graph

    return write_graph(map)


FORMAT = Format(
    name="aif",
    title="AIF",
    suffixes=(".aif.json", ".aif"),
    looks_like=looks_like_aif,
    read=read,
    write=write,
)
