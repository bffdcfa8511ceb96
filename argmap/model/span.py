"""Where a thing was written."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a file, from its first character to its last.

    Lines and columns count from 1, columns in Unicode characters; ``end_column`` is the column
    of the last character, as in Argdown's own export.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
