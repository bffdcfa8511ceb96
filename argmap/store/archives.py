"""Files that hold many maps: JSON lines, a document a line."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.formats import named
from argmap.model.diagnostic import Diagnostic
from argmap.store.files import Text, legible

SUFFIXES = (".jsonl", ".ndjson")
_LONGEST = 1_000_000
"""Bytes at the beginning of a file that are looked at."""
_LINES = "json-lines"


class Held(NamedTuple):
    """One of the texts in a file; ``number`` is the line that it begins on, 0 for the only one."""

    text: Text
    number: int = 0

    def placed(self, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """The diagnostics of the text with the lines of the file."""
        if self.number < 2:  # noqa: PLR2004  # the first line of a text is the first of the file
            return diagnostics
        return [
            each._replace(
                span=each.span._replace(
                    line=each.span.line + self.number - 1,
                    end_line=each.span.end_line + self.number - 1,
                )
            )
            if each.span
            else each
            for each in diagnostics
        ]


def is_archive(path: str, format: str | None = None) -> bool:
    """Whether a file holds many maps: it is called so, and its lines are not the records of one.

    In the ``format`` JSON lines, if it is said to be in that, they are.
    """
    return _can_be_archive(path, format) and not is_on_lines(path)


def is_on_lines(path: str) -> bool:
    """Whether a file seems to hold the records of one map on its lines."""
    try:
        with open(path, "rb") as file:
            return named(_LINES).looks_like(legible(file.read(_LONGEST)))
    except OSError:
        return False  # what is wrong with it is told where it is read


def _can_be_archive(name: str, format: str | None) -> bool:
    return name.lower().endswith(SUFFIXES) and format != _LINES


def held(text: Text, name: str, format: str | None = None) -> Iterator[Held]:
    """The maps in a file: one for each line that is not blank in JSON lines, else the file.

    Lines that are the records of one map are one map.
    """
    many = text.problem is None and _can_be_archive(name, format)
    if not many or named(_LINES).looks_like(text.text):
        yield Held(text)
        return
    for number, line in enumerate(text.text.split("\n"), 1):
        if line.strip():
            yield Held(Text(line), number)
