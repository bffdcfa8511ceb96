"""SADFace, in both its dialects: version 0.2, with schemes, and 0.5, with inferences and conflicts.

An atom is a claim, a scheme between atoms a relation, one on another scheme an undercut. The name
of a scheme is that of the relation's scheme, unless it only says what kind of relation it is. The
first source of an atom is the anchor of its claim. Metadata, resources, the ids of edges and the
order of nodes lie in the data under ``sadface``, and so do nodes and edges that are no argument.

SADFace's own tool writes the edges of attacks of version 0.5 from the target to the attackers;
``reversed`` says of an attack whether its edges run so, where that is not what its dialect does.
"""

import re

from argmap.formats._format import Format, Reading, Source, Written
from argmap.model.map import ArgumentMap

_BEGINNING = re.compile(r'\s*\{\s*"(?:edges|metadata|nodes|resources)"\s*:')
_ENDS = (re.compile(r'"source_id"\s*:'), re.compile(r'"target_id"\s*:'))
_PARTS = (
    re.compile(r'"nodes"\s*:\s*\['),
    re.compile(r'"edges"\s*:\s*\[\s*\]'),
    re.compile(r'"metadata"\s*:\s*\{\s*"core"\s*:'),
)


def _looks_like(text: str) -> bool:
    """Whether it has edges with the ends that SADFace gives them, or all parts but edges."""
    if _BEGINNING.match(text) is None or '"nodes"' not in text or '"edges"' not in text:
        return False
    return any(all(each.search(text) for each in expected) for expected in (_ENDS, _PARTS))


def read(source: Source) -> Reading:
    """The map of a SADFace document; what is odd about it is reported, and kept for writing."""
    from argmap.formats.sadface.reading import read as read_document

    return read_document(source)


def write(map: ArgumentMap) -> Written:
    """The map as a SADFace document: in the dialect that it came in, else of version 0.5."""
    from argmap.formats.sadface.writing import write as write_document

    return write_document(map)


FORMAT = Format(
    name="sadface",
    title="SADFace",
    suffixes=(".sadface.json", ".sadface"),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=(
        "titles",
        "tags",
        "places in sections",
        "anchors",
        "details of anchors",
        "weights",
        "further wordings",
        "marks in texts",
        "speakers",
        "metadata entries",
        "arguments",
        "sections",
        "labels",
    ),
)
