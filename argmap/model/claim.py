"""Claims: what can be true or false."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from argmap.model.anchor import Anchor
from argmap.model.span import Span

NO_DATA: Mapping[str, object] = MappingProxyType({})


class Mark(NamedTuple):
    """Emphasis, a link, a tag or a mention inside a text.

    ``start`` and ``end`` are offsets into the text, ``end`` exclusive; ``target`` is the address
    of a link, the name of a tag, or the title that a mention names.
    """

    kind: str
    start: int
    end: int
    target: str = ""


class Claim(NamedTuple):
    """One proposition.

    ``id`` is unique in its map and does not change when other claims come or go. ``title`` is
    empty for a claim that its author did not name, ``text`` for one that is only referred to.
    ``wordings`` are further texts given for the same claim, in the order written. ``section`` is
    the id of a section of the map; ``weight`` lies in [0, 1].
    """

    id: str
    title: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    section: str | None = None
    span: Span | None = None
    source: Anchor | None = None
    weight: float | None = None
    wordings: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    data: Mapping[str, object] = NO_DATA

    @property
    def words(self) -> str:
        """What to print for this claim: its text, else its title, else its id."""
        return self.text or self.title or self.id
