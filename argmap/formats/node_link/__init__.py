"""Node-link JSON: graphs as networkx and D3 have them, an array of nodes and one of links.

What argmap writes is laid out like ``networkx.node_link_data(map.to_networkx())``: claims and
relations are nodes, edges lead from premises to relations and from relations to targets. In the
graphs of others a node is a claim, and a link between claims is a relation.
"""

import re

from argmap.formats._format import Format, Reading, Source, Written
from argmap.model.map import ArgumentMap

_NODES = re.compile(r'"nodes"\s*:\s*\[\s*(?:\]|\{)')
_LINKS = re.compile(r'"(?:edges|links)"\s*:\s*\[\s*(?:\]|\{)')
_SAID = re.compile(r'"(?:directed|multigraph|links)"\s*:')
_ENDS = (re.compile(r'"source"\s*:'), re.compile(r'"target"\s*:'), re.compile(r'"id"\s*:'))


def _looks_like(text: str) -> bool:
    """Whether it is an object with nodes and links, and with ends or a flag as only these have."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return False
    if not _NODES.search(text) or not _LINKS.search(text):
        return False
    return _SAID.search(text) is not None or all(each.search(text) for each in _ENDS)


def read(source: Source) -> Reading:
    """The map in a graph; what is not as it should be is reported."""
    from argmap.formats.node_link.reading import read as read_document

    return read_document(source)


def write(map: ArgumentMap) -> Written:
    """The map as a graph, which has room for all of it."""
    from argmap.formats._json_text import in_pieces
    from argmap.formats.node_link.writing import document_of

    return Written(in_pieces(document_of(map)), [])


FORMAT = Format(
    name="node-link",
    title="node-link JSON",
    suffixes=(".node-link.json", ".json"),
    looks_like=_looks_like,
    read=read,
    write=write,
)
