"""Files that hold many maps: JSON lines, a document a line."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.formats import named
from argmap.model.diagnostic import Diagnostic
from argmap.store.files import Text, legible

SUFFIXES = (".jsonl", ".ndjson")
_LONGEST = 1_000_000
"""Bytes of a first line that is looked at."""


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


def is_archive(path: str) -> bool:
    """Whether a file holds many maps: it is called so, and its lines are not the records of one."""
    if not path.lower().endswith(SUFFIXES):
        return False
    try:
        with open(path, "rb") as file:
            first = file.readline(_LONGEST)
    except OSError:
        return True  # what is wrong with it is told where it is opened
    return not named("json-lines").looks_like(legible(first))


def held(text: Text, name: str) -> Iterator[Held]:
    """The maps in a file: one for each line that is not blank in JSON lines, else the file.

    Lines that are the records of one map are one map.
    """
    many = text.problem is None and name.lower().endswith(SUFFIXES)
    if not many or named("json-lines").looks_like(text.text):
        yield Held(text)
        return
    for number, line in enumerate(text.text.split("\n"), 1):
        if line.strip():
            yield Held(Text(line), number)
