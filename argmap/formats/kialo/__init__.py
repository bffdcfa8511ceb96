"""Kialo's text export, in the dialect of before 2025 and in the one since.

A thesis and the pros and cons under it are claims, called by their numbers; a question over
several theses is the section that they are in. ``-> See 1.2.`` is one more step from the claim
that stands there.
"""

import re

from argmap.formats._format import Format, Reading, Source, Written
from argmap.formats._unsaid import UNSAID
from argmap.model.map import ArgumentMap

_BEGINNING = re.compile(r"\s*Discussion (?:Title|Name):[^\n]*\n(?:[^\n]*\n){0,20}?[ \t]*1\. ")


def _looks_like(text: str) -> bool:
    """Whether it begins with the name of a discussion, and its first entry follows."""
    return _BEGINNING.match(text[:50_000].removeprefix("\ufeff")) is not None


def read(source: Source) -> Reading:
    """The map of a discussion; what is not as it should be is reported."""
    from argmap.formats.kialo.reading import read as read_discussion

    return read_discussion(source)


def write(map: ArgumentMap) -> Written:
    """The map as a discussion, in the dialect that it came in, else in the one since 2025.

    A claim that bears on several others stands under the first, and is referred to elsewhere.
    """
    from argmap.formats.kialo.writing import write as write_discussion

    return write_discussion(map)


FORMAT = Format(
    name="kialo",
    title="Kialo text",
    suffixes=(".kialo.txt",),
    looks_like=_looks_like,
    read=read,
    write=write,
    loses=(*UNSAID, "undercuts", "other relations to steps"),
)
