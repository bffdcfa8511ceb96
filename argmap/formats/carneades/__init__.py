"""Carneades: the YAML of Carneades 4, with statements, issues, arguments and tests.

A statement is a claim, an argument a support from its premises to its conclusion, its undercutter
an undercut of that. A ``convergent`` argument is one support for each premise, grouped by an
argument; an argument without premises is a sketched one, whose gist is assumed. ``meta`` is the
data of the map, claim or relation that has it, and the ``title`` in it the title of a claim.
Assumptions have ``assumed: true`` in their data, what ``tests`` say is ``expect``.

The positions of an issue, up to eight, are contraries of each other. All that is said of issues
and weighing is in the map's data under ``carneades``, as in the file: ``issues`` (by id, with
``positions`` and ``standard``: ``PE``, ``CCE`` or ``BRD``), ``issue_schemes``, ``argument_schemes``
(a list of mappings with ``id`` and ``weight``, which ``Relation.scheme`` names), ``language``,
``weighing_functions``, and what else stands there. A map that has this key, even an empty one,
assumes nothing but what it says that it assumes.
"""

import re

from argmap.formats._format import Format, Reading, Source, Written
from argmap.model.map import ArgumentMap

_FIRST = re.compile(
    r"\A\ufeff?(?:\s*(?:#.*|%YAML.*|---[ \t]*)?\n)*(?:---[ \t]+)?"
    r"(?:meta|language|statements|issues|issue_schemes|arguments|argument_schemes|assumptions"
    r"|tests|weighing_functions|references|labels)[ \t]*:(?:\s|$)"
)
_ALSO = re.compile(
    r"^(?:statements|arguments|argument_schemes|issues|assumptions)[ \t]*:[ \t]*"
    r"(?:[{\[#].*)?$",
    re.MULTILINE,
)


def _looks_like(text: str) -> bool:
    """Whether it begins with a section of such a file, and has one of those that matter."""
    return _FIRST.match(text) is not None and _ALSO.search(text) is not None


def read(source: Source) -> Reading:
    """The map of a Carneades file; what is wrong with it is reported."""
    from argmap.formats.carneades.reading import read as read_map

    return read_map(source)


def write(map: ArgumentMap) -> Written:
    """The map as a Carneades file; leaves of a map of another kind are assumed, as they are there.

    A rebuttal is written as an argument for a statement that is contrary to its target.
    """
    from argmap.formats.carneades.writing import write as write_map

    return write_map(map)


FORMAT = Format(
    name="carneades",
    title="Carneades",
    suffixes=(".carneades.yml", ".carneades.yaml", ".yml", ".yaml"),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=(
        "tags",
        "places in sections",
        "anchors",
        "weights",
        "further wordings",
        "marks in texts",
        "deeply nested metadata entries",
        "arguments",
        "sections",
        "undercuts",
        "other relations to steps",
        "conflicts of a claim with itself",
        "schemes",
        "labels",
        "roles of premises",
        "expectations",
    ),
)
