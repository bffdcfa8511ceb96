"""What a format is."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span


def _nothing_included(path: str) -> str | None:
    del path
    return None


def _like_nothing(text: str) -> bool:
    del text
    return False


class Source(NamedTuple):
    """A text to read, and the name it goes by in messages.

    ``include`` gives the text of a file named in it, by a path relative to it, or ``None`` if
    there is no such file.
    """

    text: str
    name: str = "<text>"
    include: Callable[[str], str | None] = _nothing_included


class Reading(NamedTuple):
    """What was read: as much of the map as could be, and all that was wrong with the text."""

    map: ArgumentMap
    diagnostics: list[Diagnostic]


class Written(NamedTuple):
    """What was written: the text in pieces, and what of the map the format could not express.

    All losses are known before the first piece is asked for.
    """

    pieces: Iterable[str]
    losses: list[Diagnostic]

    @property
    def text(self) -> str:
        """The whole text; the pieces can be asked for only once."""
        return "".join(self.pieces)


class Format(NamedTuple):
    """A way of writing maps down.

    ``looks_like`` says whether a text seems to be in the format; ``read`` never raises on any
    text: what cannot be read becomes a diagnostic. ``read`` or ``write`` is ``None`` where maps
    cannot be read or written. ``loses`` are the things, in the plural, that it cannot express.
    ``comments`` counts those of a text, which no map keeps; ``None`` if the format has none.
    ``direct`` are conversions from texts of other formats, by their names, that keep what a map has
    no room for; like ``read`` they never raise. ``attacks`` reads a framework without making a map
    of it, in the formats that hold nothing else.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    looks_like: Callable[[str], bool] = _like_nothing
    read: Callable[[Source], Reading] | None = None
    write: Callable[[ArgumentMap], Written] | None = None
    loses: tuple[str, ...] = ()
    comments: Callable[[Source], int] | None = None
    direct: Mapping[str, Callable[[Source], "Converted"]] = MappingProxyType({})
    attacks: Callable[[Source], "AttackGraph"] | None = None


class Converted(NamedTuple):
    """A text made of another text, and all that was wrong with that one."""

    written: Written
    diagnostics: list[Diagnostic]


class AttackGraph(NamedTuple):
    """The arguments as the text names them, and for each the numbers of those that attack it.

    ``support`` is the place of the first edge that is no attack; such edges are left out.
    """

    names: list[str]
    attackers: list[list[int]]
    diagnostics: list[Diagnostic]
    support: Span | None = None
