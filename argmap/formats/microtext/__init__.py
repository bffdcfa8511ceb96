"""Microtext XML: argument graphs over short texts, as in the arg-microtexts corpora.

Argumentative discourse units (ADUs) are claims, edges are relations. The opponent's units have
``speaker: opponent`` among their data, the proponent's ``speaker: proponent``. An ``add`` edge
makes a further premise of the step that it leads to, ``und`` is an undercut, ``exa`` a support
with the scheme Example. A claim that its text only implies has the tag ``implicit``.
"""

from argmap.formats._format import Format, Reading, Source, Written
from argmap.formats._unsaid import UNSAID
from argmap.model.map import ArgumentMap


def _looks_like(text: str) -> bool:
    """Whether it is XML whose outermost element is that of an argument graph."""
    if "<arggraph" not in text[:20_000]:
        return False
    from argmap.formats._xml_text import root_name

    return root_name(text) == "arggraph"


def read(source: Source) -> Reading:
    """The map of an argument graph; what is not as it should be is reported."""
    from argmap.formats.microtext.reading import read as read_graph

    return read_graph(source)


def write(map: ArgumentMap) -> Written:
    """The map as an argument graph, in which every claim is a unit with a text of its own."""
    from argmap.formats.microtext.writing import write as write_graph

    return write_graph(map)


FORMAT = Format(
    name="microtext",
    title="Microtext XML",
    suffixes=(".arggraph.xml", ".xml"),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=UNSAID,
)
