"""LKIF: the Legal Knowledge Interchange Format's argument graphs, as Carneades 2 wrote them.

Statements are claims, arguments are relations with linked premises. An exception is an undercut
of its argument; a premise that is denied is a claim of its own that contradicts the statement.
What Carneades made of a statement (its value, its proof standard) is kept among the data.
"""

from argmap.formats._format import Format, Reading, Source


def _looks_like(text: str) -> bool:
    """Whether it is XML whose outermost element is that of LKIF."""
    if "<lkif" not in text[:20_000]:
        return False
    from argmap.formats._xml_text import root_name

    return root_name(text) == "lkif"


def read(source: Source) -> Reading:
    """The map of all argument graphs in the file; what is not as it should be is reported."""
    from argmap.formats.lkif.reading import read as read_graphs

    return read_graphs(source)


FORMAT = Format(
    name="lkif",
    title="LKIF",
    suffixes=(".lkif.xml", ".lkif", ".xml"),
    looks_like=_looks_like,
    read=read,
)
