"""A map in JSON lines, read piece by piece: nobody has to hold all of it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.formats import Source
from argmap.formats._uncollected import Uncollected
from argmap.formats.json.collecting import MAKERS, Collected
from argmap.formats.json.places import Lines
from argmap.formats.json_lines import collect
from argmap.graph.shares import dealt
from argmap.model.diagnostic import Diagnostic
from argmap.store.archives import Held, is_on_lines
from argmap.store.files import Text, decode, marked

_NODES = ("claims", "relations")
_SIZE = 1 << 20
"""Bytes of a piece, more or less."""


class Piece(NamedTuple):
    """Whole lines of a file: the offset and the number of the first one."""

    file: str
    raw: bytes
    offset: int
    line: int


class Dealt(NamedTuple):
    """What each share is to add of a piece, and what is wrong with it.

    ``fatal`` says why the piece cannot be understood without those around it.
    """

    rows: list[str]
    problems: list[Diagnostic]
    fatal: Diagnostic | None = None


def in_pieces(file: str, encoding: str | None) -> bool:
    """Whether a file holds the records of one map on lines, in UTF-8 as far as anybody says."""
    from codecs import lookup

    try:
        with open(file, "rb") as lines:
            said = marked(lines.read(4)) or encoding
    except OSError:
        return False  # what is wrong with it is told where it is read
    return (said is None or lookup(said).name == "utf-8") and is_on_lines(file)


def pieces(file: str) -> Iterator[Piece]:
    """All lines of a file; raises :class:`OSError` if it cannot be read."""
    offset, line = 0, 1
    with open(file, "rb") as lines:
        while raw := lines.read(_SIZE):
            raw += lines.readline()
            yield Piece(file, raw, offset, line)
            offset += len(raw)
            line += raw.count(b"\n")


def deal(piece: Piece, of: int) -> Dealt:
    """What so many shares are to add of a piece; it is read as with the whole map."""
    # Only at the beginning of a file does a byte-order mark stand for something.
    before = b"\n" if piece.offset else b""
    text, problem = decode(before + piece.raw, piece.file)
    collected = _Records(Source(text, piece.file))
    with Uncollected():
        if problem is None:
            collect(text, collected)
        rows = dealt(collected.records(_NODES), piece.offset, of)
    fatal = problem or collected.fatal
    placed = Held(Text(text), piece.line - len(before)).placed
    return Dealt(rows, placed(collected.problems()), placed([fatal])[0] if fatal else None)


class _Records(Collected):
    """The records of a piece, and what of it only the whole map tells."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.fatal: Diagnostic | None = None
        self._text = source.text
        for array in MAKERS:
            self.begin(array)

    def take(self, array: str, record: Any, offset: int, number: int | None = None) -> None:  # noqa: ANN401  # as there
        """Make a record; its id has to be its own, and not one that depends on those before it."""
        super().take(array, record, offset, number)
        if array in _NODES and record.get("id") == "":
            self._stop(f"this is one of the {array} that have no id", offset)

    def _stop(self, why: str, offset: int) -> None:
        if self.fatal is None:
            self.fatal = Diagnostic(
                "JS03", "error", why, Lines(self._text, self._name).span(offset)
            )
