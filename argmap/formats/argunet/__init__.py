"""Argunet's GraphML: theses, arguments and their premise–conclusion structures, in groups.

A thesis is a claim and a group is a section. An argument with propositions is a reconstructed
argument whose steps are relations; one without is a sketched argument. An edge between propositions
is a relation of claims; a sketched attack on a reconstructed argument is an undercut of its last
step. The ids are Argunet's own; how the map is drawn is not read.
"""

from argmap.formats._format import Format, Reading, Source

_NAMESPACE = "http://www.argunet.org/xml/argml"


def _looks_like(text: str) -> bool:
    """Whether it is GraphML that knows of Argunet's elements."""
    start = text[:20_000]
    if "<graphml" not in start or _NAMESPACE not in start:
        return False
    from argmap.formats._xml_text import root_name

    return root_name(text) == "graphml"


def read(source: Source) -> Reading:
    """The map of a debate; what is not as it should be is reported."""
    from argmap.formats.argunet.reading import read as read_debate

    return read_debate(source)


FORMAT = Format(
    name="argunet",
    title="Argunet GraphML",
    suffixes=(".argunet.graphml", ".graphml"),
    looks_like=_looks_like,
    read=read,
)
