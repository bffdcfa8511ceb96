"""CAF: the Carneades Argument Format, the XML of Carneades 3.

Statements are claims, arguments are relations with linked premises. An argument for a statement
that denies another argument is an undercut of that one. Descriptions in other languages are further
wordings; metadata are kept as ``note`` and among the data.
"""

from argmap.formats._format import Format, Reading, Source


def _looks_like(text: str) -> bool:
    """Whether it is XML whose outermost element is that of CAF."""
    if "<caf" not in text[:20_000]:
        return False
    from argmap.formats._xml_text import root_name

    return root_name(text) == "caf"


def read(source: Source) -> Reading:
    """The map of an argument graph; what is not as it should be is reported."""
    from argmap.formats.caf.reading import read as read_graph

    return read_graph(source)


FORMAT = Format(
    name="caf",
    title="Carneades Argument Format",
    suffixes=(".caf.xml", ".caf", ".xml"),
    looks_like=_looks_like,
    read=read,
)
