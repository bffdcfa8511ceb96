"""What is wrong with the items of a JSON file, with the places where they stand."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.formats._format import Reading, Source
from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.map import ArgumentMap
from argmap.model.span import Span

if TYPE_CHECKING:
    from argmap.formats.json.places import Places

Table = Mapping[str, tuple[Severity, str, str]]
"""By code: how bad it is, the message, and what to do about it."""


class JsonProblems:
    """The diagnostics of a file, as they turn up."""

    def __init__(self, source: Source, table: Table) -> None:
        self.found: list[Diagnostic] = []
        self._source = source
        self._table = table
        self._places: Places | None = None

    def at(
        self, array: str, number: int | None, code: str, /, *about: str, **words: object
    ) -> None:
        """Report a problem of an item of an array or object, or of the whole of it."""
        severity, message, hint = self._table[code]
        # To find the place of an item takes as long as to read the file: a note is not worth it.
        start = Span(self._source.name, 1, 1, 1, 1)
        span = start if severity == "note" else self._place(array, number)
        self.found.append(Diagnostic(code, severity, message.format(**words), span, hint, about))

    def nothing(self, code: str, why: str, span: Span | None = None) -> Reading:
        """Report that there is nothing to read."""
        severity, message, hint = self._table[code]
        span = span or Span(self._source.name, 1, 1, 1, 1)
        self.found.append(Diagnostic(code, severity, message.format(why=why), span, hint))
        return Reading(ArgumentMap((), name=self._source.name), self.found)

    def _place(self, array: str, number: int | None) -> Span:
        from argmap.formats.json.places import Places

        if self._places is None:
            self._places = Places(self._source.text, self._source.name)
        return self._places.span(array, number)
