"""The lines of a text that is to be written, before they are put in words."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.formats.argdown.writer.items import Item
from argmap.model.claim import NO_DATA
from argmap.model.relation import Relation
from argmap.model.section import Section


class Gap(NamedTuple):
    """An empty line between blocks."""


class Titled(NamedTuple):
    """A heading."""

    section: Section


class Mention(NamedTuple):
    """A statement or an argument behind a sign.

    ``form`` says what of it is written: ``whole`` with all that is known of it, ``wording`` as a
    definition with another wording, ``tags`` with tags that stand nowhere else, or ``name`` only.
    ``about`` is what has to be said of the relation.
    """

    depth: int
    sign: str
    item: Item
    form: str
    about: Mapping[str, object] = NO_DATA
    wording: str = ""


class Step(NamedTuple):
    """The line of an inference, with what has to be said of it."""

    relation: Relation
    about: Mapping[str, object]


Line = Gap | Titled | Mention | Step
