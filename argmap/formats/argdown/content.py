"""What one statement, argument or heading says: title, text, tags and metadata.

    statement = "[" title "]:" text | "[" title "]" | text       then tags, then metadata
    argument  = "<" title ">:" text | "<" title ">"
    metadata  = "{" YAML "}"                                     at the very end
"""  # fmt: skip

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.formats.argdown.inline import read_inline
from argmap.formats.argdown.lines import Line, Lines
from argmap.formats.argdown.metadata import read_metadata
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.scan import scan, without_blanked
from argmap.formats.argdown.syntax import Content, Form, Node
from argmap.model.claim import NO_DATA
from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span

NAMED = re.compile(
    r"""(?: \[ (?P<statement> (?: [^\[\]\n] | \[[^\[\]\n]*\] )+ ) \] (?!\()
        |   < (?P<argument> [^<>\n]+ ) > )
        (?P<colon> :? )""",
    re.VERBOSE,
)
# These are rarely needed, and are compiled where they are.
_UNCLOSED = r"[\[<][^\W\d][^\]>\n]*(?:\n|$)"
_ONLY_REFERENCE = r"\[[^\]]+\]|<[^>]+>"
_ONLY_TAGS = r"(?:\s*\#(?:\([^)\n]+\)|[\w-]+))*\s*"


class Piece(NamedTuple):
    """Part of a line that belongs to an element: where it begins (from 0), and its text."""

    number: int
    last: int
    column: int
    text: str


def piece_of(line: Line, skip: int = 0) -> Piece:
    """What a line says after its first ``skip`` characters and the blanks after them."""
    text = line.text[skip:].lstrip(" \t")
    return Piece(line.number, line.last, line.column + len(line.text) - len(text), text)


class ContentReader:
    """Reads what elements say, and collects what is wrong with it."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.keep_tags = True
        self.diagnostics: list[Diagnostic] = []

    def node(self, pieces: list[Piece]) -> Node:
        """The statement or argument that the pieces spell."""
        raw = without_blanked("\n".join(piece.text for piece in pieces))
        span = self.span(pieces)
        match = NAMED.match(raw)
        title = "" if match is None else " ".join((match["statement"] or match["argument"]).split())
        if match is None or not title or raw[1] == "-":
            if raw[:1] in {"[", "<"} and re.match(_UNCLOSED, raw):
                closer = "]" if raw[0] == "[" else ">"
                self.report("AD09", span, opener=raw[0], closer=closer)
            return Node("", "text", self.content(raw, pieces), span, argument=False)
        argument = match["argument"] is not None
        content = self.content(raw[match.end() :], pieces, match.end())
        if match["colon"]:
            form: Form = "definition" if content.text else "reference"
            if not content.text and not content.data:
                self.report("AD10", span, named=f"<{title}>" if argument else f"[{title}]")
            elif content.text[:1] in {"[", "<"} and re.fullmatch(_ONLY_REFERENCE, content.text):
                self.report("AD26", span, named=match.group().removesuffix(":"), text=content.text)
            return Node(title, form, content, span, argument=argument)
        if not content.text or re.fullmatch(_ONLY_TAGS, content.text):
            content = content._replace(text="", marks=())
            return Node(title, "reference", content, span, argument=argument)
        self.report("AD08", span, named=match.group(), opener=match.group()[0])
        return Node("", "text", self.content(raw, pieces), span, argument=False)

    def content(self, raw: str, pieces: list[Piece], skipped: int = 0) -> Content:
        """Running text and the metadata after it; ``skipped`` characters stood before ``raw``."""
        data = NO_DATA
        if raw.endswith("}"):
            start = _metadata_start(raw)
            if start is not None:
                data = self.metadata(raw[start:], pieces, skipped + start)
                raw = raw[:start]
        inline = read_inline(raw, keep_tags=self.keep_tags)
        return Content(inline.text, inline.marks, inline.tags, data)

    def metadata(self, text: str, pieces: list[Piece], skipped: int) -> Mapping[str, object]:
        """The data between braces; empty and reported if they cannot be read."""
        read = read_metadata(text)
        if read.problem:
            number, column = self._position(pieces, skipped, read.line, read.column)
            span = self._lines.span(number, column, number, column)
            self.report("AD02", span, why=read.problem)
        return read.data

    def span(self, pieces: list[Piece]) -> Span:
        """From the first to the last character of the pieces."""
        first, last = pieces[0], pieces[-1]
        end = last.column + len(last.text)
        if last.last != last.number:
            end = len(self._lines.raw(last.last).rstrip())
        return self._lines.span(first.number, first.column + 1, last.last, end)

    def report(self, code: str, span: Span, **words: object) -> None:
        """Note a problem."""
        self.diagnostics.append(problem(code, span, **words))

    def _position(
        self, pieces: list[Piece], skipped: int, line: int, column: int
    ) -> tuple[int, int]:
        """The line (from 0) and column (from 1) of a place in metadata."""
        before = "\n".join(piece.text for piece in pieces)[:skipped]
        lines = before.count("\n") + line
        places = [
            (piece.number + extra, piece.column if extra == 0 else 0)
            for piece in pieces
            for extra in range(piece.last - piece.number + 1)
        ]
        number, offset = places[min(lines, len(places) - 1)]
        if line == 0:
            column += len(before) - before.rfind("\n") - 1
        return number, offset + column + 1


def _metadata_start(raw: str) -> int | None:
    """Where the metadata begins that ends the text, if it ends with any."""
    for start, end in sorted(scan(raw).braces.items()):
        if end == len(raw) - 1 and (start == 0 or raw[start - 1] in " \t\n]>:"):
            return start
    return None
