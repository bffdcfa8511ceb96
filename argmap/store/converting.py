"""From a text in one format to the text in another."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.formats import Format, Source, Written, detect, reader_of
from argmap.formats._losses import comments_left_out
from argmap.model.diagnostic import Diagnostic, failures
from argmap.store.files import Text
from argmap.store.reading import source_of


class Conversion(NamedTuple):
    """What came of a conversion.

    ``written`` is the text and what the format could not express, ``None`` if nothing could be
    read; ``diagnostics`` are what is wrong with the text that was read in the format ``read_as``.
    """

    read_as: str
    written: Written | None
    diagnostics: list[Diagnostic]


class Done(NamedTuple):
    """What came of one map: where it went, if anywhere, and all that is to be told of it."""

    file: str
    output: str
    read_as: str
    written: bool
    findings: list[Diagnostic]
    losses: list[Diagnostic]

    @property
    def exit_code(self) -> int:
        """2 if it could not be read or written, 1 if too much would have been lost."""
        if self.written:
            return 0
        return 2 if failures(self.findings) else 1


def convert(
    text: Text,
    name: str,
    read_as: Format | None,
    target: Format,
    encoding: str | None = None,
    included: dict[str, str | None] | None = None,
) -> Conversion:
    """The text in the target format; never raises for what the text holds.

    Where the target can take the text itself it does, for then nothing gets lost on the way
    through a map. Raises :class:`ValueError` if maps cannot be read from the one format or written
    in the other.
    """
    if target.write is None:
        raise ValueError(target.name)
    if text.problem is not None:
        return Conversion(read_as.name if read_as else "", None, [text.problem])
    format = read_as or detect(text.text, name)
    source = source_of(text, name, encoding, included)
    if format.name in target.direct:
        written, diagnostics = target.direct[format.name](source)
    else:
        reading = reader_of(format)(source)
        written, diagnostics = target.write(reading.map), reading.diagnostics
    losses = [*written.losses, *_comments(source, format, target)]
    return Conversion(format.name, written._replace(losses=losses), diagnostics)


def _comments(source: Source, format: Format, target: Format) -> Iterator[Diagnostic]:
    """That comments of the source are left out, if it has any."""
    count = format.comments(source) if format.comments is not None else 0
    if count:
        keeps = "`argmap fmt` lays a text out anew and keeps them"
        hint = keeps if target is format else "they are in the file that was read, and stay there"
        yield comments_left_out(count, hint)
