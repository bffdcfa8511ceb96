"""GraphML: graphs with typed attributes, as networkx, yEd and Gephi have them.

Claims and relations are nodes, edges lead from premises to relations and from relations to targets.
In the graphs of others a node is a claim, and an edge between claims is a relation. Texts, numbers
and truth values are attributes of their type; lists and objects are JSON in texts. Elements inside
an attribute, as editors draw with, are kept as text, and their label is the text of a claim that
has no other.
"""

from argmap.formats._format import Format, Reading, Source, Written
from argmap.formats._unsaid import DEEP
from argmap.model.map import ArgumentMap

_ARGUNET = "http://www.argunet.org/xml/argml"


def _looks_like(text: str) -> bool:
    """Whether it is GraphML, but not Argunet's."""
    start = text[:20_000]
    if "<graphml" not in start or _ARGUNET in start:
        return False
    from argmap.formats._xml_text import root_name

    return root_name(text) == "graphml"


def read(source: Source) -> Reading:
    """The map in a graph; what is not as it should be is reported."""
    from argmap.formats.graphml.reading import read as read_document

    return read_document(source)


def write(map: ArgumentMap) -> Written:
    """The map as a graph, which has room for all of it but some characters."""
    from argmap.formats.graphml.writing import write as write_document

    return write_document(map)


FORMAT = Format(
    name="graphml",
    title="GraphML",
    suffixes=(".graphml", ".xml"),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=(DEEP,),
)
