"""The lines of an Argdown source: included files put in place, comments blanked, positions kept."""

import os
import re
from bisect import bisect_right
from typing import NamedTuple

from argmap.formats._format import Source
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.scan import BLANKED, scan
from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span

TAB = 4
"""A tab reaches to the next multiple of four columns."""

_INCLUDE = re.compile(r"^[ \t]*@include\(([^)\n]+)\)[ \t]*$", re.MULTILINE)
METADATA_BEGINS = re.compile(r"(?:^|(?<=[\s\]>]))\{")
BLANK = " \t" + BLANKED
"""What says nothing on a line: blanks and comments."""


class Line(NamedTuple):
    """A line, or several where metadata runs on over line breaks.

    ``number`` and ``last`` count lines from 0; ``indent`` is the width of the white space before
    the text and ``column`` its length; ``text`` is what follows, comments blanked, and ``offset``
    where that begins in the whole text.
    """

    number: int
    last: int
    indent: int
    column: int
    offset: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether the line is empty, and ends whatever stands before it."""
        return not self.text

    @property
    def comment(self) -> bool:
        """Whether the line holds nothing but comment, and is passed over."""
        return not self.text.strip(BLANK)


class Lines:
    """The lines of a source and of all that it includes.

    ``text`` is the whole of it, each character of a comment blanked, ``comments`` how many there
    are, ``braces`` its pairs of braces by offset.
    """

    def __init__(self, source: Source) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._file = source.name
        text, self._origin = _put_together(source, self.diagnostics)
        scanned = scan(text)
        self.text = scanned.text
        self.braces = scanned.braces
        self.comments = len(scanned.comments)
        self._lines = self.text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        for start, end in scanned.comments:
            if "\n\n" in self.text[start:end]:
                self._fill(start, end)
        for offset in scanned.unclosed:
            self._report_unclosed(offset)

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, number: int) -> Line:
        """The line of that number, with the lines that its metadata runs on to."""
        text = self._lines[number]
        content = text.lstrip(" \t")
        column = len(text) - len(content)
        last = number
        if "{" in content and self.braces:
            last = self._end_of_metadata(number, column)
            if last != number:
                start, end = self._starts[number] + column, self._starts[last + 1] - 1
                content = self.text[start:end]
        indent = len(text[:column].expandtabs(TAB)) if "\t" in text[:column] else column
        offset = self._starts[number] + column
        return Line(number, last, indent, column, offset, content.rstrip(" \t"))

    def _fill(self, start: int, end: int) -> None:
        """Let the empty lines of a comment be lines of comment, which end nothing."""
        first, last = self._number(start), self._number(end - 1)
        for number in range(first + 1, last):
            self._lines[number] = self._lines[number] or BLANKED

    def _number(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def raw(self, number: int) -> str:
        """The characters of one line, comments blanked."""
        return self._lines[number]

    def where(self, number: int) -> tuple[str, int]:
        """The file that a line comes from, and its number there from 1."""
        return self._origin[number] if self._origin else (self._file, number + 1)

    def span(self, first: int, column: int, last: int, end_column: int) -> Span:
        """The span between two lines (from 0) and columns (from 1)."""
        file, line = self.where(first)
        end_file, end_line = self.where(last)
        if end_file != file:
            end_line, end_column = line, column
        return Span(file, line, column, end_line, max(1, end_column))

    def position(self, offset: int) -> tuple[int, int]:
        """The line (from 0) and the column (from 1) of an offset in the whole text."""
        number = self._number(offset)
        return number, offset - self._starts[number] + 1

    def stretch(self, start: int, end: int) -> Span:
        """The span between two offsets in the whole text, the end excluded."""
        first, column = self.position(start)
        last, end_column = self.position(max(start, end - 1))
        return self.span(first, column, last, end_column)

    def _end_of_metadata(self, number: int, column: int) -> int:
        """The line on which the metadata that opens on a line closes."""
        line = self._lines[number]
        last = number
        for opener in METADATA_BEGINS.finditer(line, column):
            closer = self.braces.get(self._starts[number] + opener.start())
            if closer is None:
                continue
            end = self._number(closer)
            # A brace that closes in the middle of running text is text.
            if end == number:
                continue
            if not self.text[closer + 1 : self._starts[end + 1] - 1].strip(BLANK):
                last = max(last, end)
        return last

    def _report_unclosed(self, offset: int) -> None:
        self.diagnostics.append(problem("AD01", self.stretch(offset, offset + 2)))


def _put_together(
    source: Source, diagnostics: list[Diagnostic]
) -> tuple[str, list[tuple[str, int]] | None]:
    """The text with each included file in place of the line that names it.

    Each file is included once, as in Argdown. The second value tells for each line where it
    comes from, or is ``None`` if nothing is included.
    """
    if "@include(" not in source.text:
        return source.text, None
    lines: list[str] = []
    origin: list[tuple[str, int]] = []
    seen = {source.name}
    stack = [(source.name, enumerate(source.text.split("\n"), 1))]
    while stack:
        file, numbered = stack[-1]
        step = next(numbered, None)
        if step is None:
            stack.pop()
            continue
        number, line = step
        match = _INCLUDE.match(line)
        path = match[1].strip() if match else ""
        if path and path not in seen:
            seen.add(path)
            text = source.include(path)
            if text is not None:
                beside = os.path.join(os.path.dirname(source.name), path)
                stack.append((beside, enumerate(text.split("\n"), 1)))
                continue
            span = Span(file, number, 1, number, len(line))
            diagnostics.append(problem("AD15", span, path=path))
        lines.append("" if match else line)
        origin.append((file, number))
    return "\n".join(lines), origin
