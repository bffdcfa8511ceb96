"""Arguments: relations that their author treats as one piece."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.claim import NO_DATA, Mark
from argmap.model.span import Span


class Argument(NamedTuple):
    """A named bundle of relations.

    A *reconstructed* argument has its inference steps in ``relations``, in order; the last one
    leads to its conclusion. ``statements`` are the claims that its author lists for it, premises
    and conclusions, in order; some of them may be used in no step. A *sketched* argument has no
    steps of its own: ``gist`` is the id of the claim that stands for it, which shares the
    argument's id, and ``relations`` are the relations that claim is a premise of.
    """

    id: str
    title: str = ""
    text: str = ""
    relations: tuple[str, ...] = ()
    gist: str | None = None
    tags: tuple[str, ...] = ()
    section: str | None = None
    span: Span | None = None
    wordings: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    data: Mapping[str, object] = NO_DATA
    marks: tuple[Mark, ...] = ()
