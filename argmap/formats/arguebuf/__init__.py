"""Arguebuf, in JSON: nodes, edges, resources and participants, each by its id.

An atom is a claim, a scheme between atoms a relation, one on another scheme an undercut (or a
support of that step); an edge from atom to atom is a support without a scheme. Schemes of Walton
go by their names in words (``Expert Opinion``). ``userdata`` are the data of the map, claim or
relation that has them, the participant is who says it, the reference the anchor, and the major
claim the claim with the tag ``MajorClaim``. What is left lies in the data under ``arguebuf``.
"""

import re

from argmap.formats._format import Format, Reading, Source, Written
from argmap.model.map import ArgumentMap

_BEGINNING = re.compile(
    r'\s*\{\s*"(?:nodes|edges|resources|participants|analysts|majorClaim|major_claim'
    r'|schemaVersion|schema_version|libraryVersion|library_version|metadata|userdata)"\s*:'
)
_NODES = re.compile(r'"nodes"\s*:\s*\{')
_NODE = re.compile(r'"(?:atom|scheme)"\s*:\s*\{|"schema_?[vV]ersion"\s*:')


def _looks_like(text: str) -> bool:
    """Whether it has nodes by their ids, of the kinds that Arguebuf has."""
    return all(
        found is not None
        for found in (_BEGINNING.match(text), _NODES.search(text), _NODE.search(text))
    )


def read(source: Source) -> Reading:
    """The map of an Arguebuf graph; what is odd about it is reported, and kept for writing."""
    from argmap.formats.arguebuf.reading import read as read_graph

    return read_graph(source)


def write(map: ArgumentMap) -> Written:
    """The map as an Arguebuf graph."""
    from argmap.formats.arguebuf.writing import write as write_graph

    return write_graph(map)


FORMAT = Format(
    name="arguebuf",
    title="Arguebuf",
    suffixes=(".arguebuf.json", ".arguebuf"),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=(
        "titles",
        "tags",
        "places in sections",
        "details of anchors",
        "weights",
        "further wordings",
        "marks in texts",
        "arguments",
        "sections",
        "schemes",
        "labels",
    ),
)
