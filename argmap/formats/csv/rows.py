"""Delimited text, cut into rows and cells, and where each stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.model.span import Span

_INSIDE = re.compile(r'[^"]*+(?:""[^"]*+)*+')
DELIMITERS = (",", ";", "\t")


class Row(NamedTuple):
    """The cells of a row, where each begins, and what is wrong with it.

    ``end`` is the offset after its last character; ``faults`` are codes with offsets. A row is
    ``blank`` if nothing is in it, not even quotation marks.
    """

    cells: list[str]
    starts: list[int]
    end: int
    blank: bool
    faults: list[tuple[str, int]]


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows of a text, in time linear in its length.

    A cell that begins with a quotation mark ends with one, and holds what it likes.
    """
    plain = re.compile(f"[^{re.escape(delimiter)}\n]*+").match
    at = 0
    while at < len(text):
        row = Row([], [], 0, True, [])
        quoted = False
        while True:
            row.starts.append(at)
            if text.startswith('"', at):
                quoted = True
                cell, at = _quoted(text, at, row.faults)
            else:
                cell = ""
            rest = plain(text, at)[0]  # type: ignore[index]  # it fits anything
            if cell and rest:
                if rest.strip():
                    row.faults.append(("CS03", at))
                    row.cells.append(cell + rest)
                else:
                    row.cells.append(cell)
            else:
                row.cells.append(cell or rest)
            at += len(rest)
            if at >= len(text) or text[at] == "\n":
                break
            at += 1
        yield row._replace(end=at, blank=not quoted and not any(map(str.strip, row.cells)))
        at += 1


def _quoted(text: str, start: int, faults: list[tuple[str, int]]) -> tuple[str, int]:
    """What stands between quotation marks, and the offset after it."""
    inside = _INSIDE.match(text, start + 1)[0]  # type: ignore[index]  # it fits anything
    end = start + 1 + len(inside)
    if end == len(text):
        faults.append(("CS02", start))
        end -= 1
    return inside.replace('""', '"'), end + 1


def line(cells: Iterable[str], delimiter: str) -> str:
    """A row as text; one of nothing but empty cells is told from an empty line."""
    spelt = [_spelt(cell, delimiter) for cell in cells]
    if not any(spelt):
        spelt[:1] = ['""']
    return delimiter.join(spelt) + "\n"


def _spelt(cell: str, delimiter: str) -> str:
    if delimiter in cell or '"' in cell or "\n" in cell or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell


class Places:
    """The lines and columns of a file."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def span(self, start: int, end: int) -> Span:
        """The stretch from one offset up to another."""
        line, column = self._place(start)
        return Span(self._file, line, column, *self._place(max(start, end - 1)))

    def _place(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self._lines, offset)
        return number, offset - self._lines[number - 1] + 1
