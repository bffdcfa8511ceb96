"""Sections: the headings that a map is written under."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.claim import NO_DATA, Mark
from argmap.model.span import Span


class Section(NamedTuple):
    """A heading; ``level`` counts from 1, ``parent`` is the id of the section around it.

    ``marks`` are offsets into the title.
    """

    id: str
    title: str
    level: int = 1
    parent: str | None = None
    tags: tuple[str, ...] = ()
    span: Span | None = None
    data: Mapping[str, object] = NO_DATA
    marks: tuple[Mark, ...] = ()
