"""brat standoff: annotations of a text that lies beside them, as in the persuasive essays.

Text-bound annotations are claims, with what they are (``MajorClaim``, ``Claim``, ``Premise``) as
a tag and the passage as an anchor. A stance is a relation to every major claim.
"""

import re
from itertools import islice

from argmap.formats._format import Format, Reading, Source, Written
from argmap.formats._unsaid import UNSAID
from argmap.model.map import ArgumentMap

_BOUND = re.compile(r"T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*(?:\t|$)")
_OTHER = re.compile(r"[AMRE]\d+\t\S|\*\t\S+ |N\d+\t\S|#\d*\t\S")
_ENOUGH = 20


def _looks_like(text: str) -> bool:
    """Whether its first lines are annotations, and one of them of a passage."""
    lines = (line for line in text[:20_000].removeprefix("\ufeff").split("\n") if line.strip())
    first = list(islice(lines, _ENOUGH))
    bound = [line for line in first if _BOUND.match(line)]
    return bool(bound) and all(_BOUND.match(line) or _OTHER.match(line) for line in first[:-1])


def read(source: Source) -> Reading:
    """The map that annotations make; what is not as it should be is reported."""
    from argmap.formats.brat.reading import read as read_annotations

    return read_annotations(source)


def write(map: ArgumentMap) -> Written:
    """The map as annotations of its text.

    Claims that have no place in a text are taken to stand in one that holds them line by line.
    """
    from argmap.formats.brat.writing import write as write_annotations

    return write_annotations(map)


FORMAT = Format(
    name="brat",
    title="brat standoff",
    suffixes=(".ann",),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=(*UNSAID, "undercuts", "other relations to steps"),
)
