"""What one statement, argument or heading says: title, text, tags and metadata.

    statement = "[" title "]:" text | "[" title "]" | text       then tags, then metadata
    argument  = "<" title ">:" text | "<" title ">"
    metadata  = "{" YAML "}"                                     at the very end
"""  # fmt: skip

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.formats.argdown.inline import read_inline
from argmap.formats.argdown.lines import METADATA_BEGINS, Line, Lines
from argmap.formats.argdown.metadata import read_metadata
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.scan import without_blanked
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
_DEFINED_WITHIN = r"(?<![\\@\w])(?:\[[^\[\]\n]+\]|<[^<>\n]+>):"
_OPEN_BRACE = r"(?:^|(?<=\s))\{\s*(\w[\w -]*):\s"
_UNCLOSED = r"[\[<][^\W\d][^\]>\n]*(?:\n|$)"
_ONLY_REFERENCE = r"\[[^\]]+\]|<[^>]+>"
_ONLY_TAGS = r"(?:\s*\#(?:\([^)\n]+\)|[\w-]+))*\s*"


class Piece(NamedTuple):
    """Part of a line that belongs to an element.

    ``number`` and ``last`` are its lines, ``column`` where it begins in the first, ``offset``
    where it begins in the whole text, all from 0.
    """

    number: int
    last: int
    column: int
    offset: int
    text: str


def piece_of(line: Line, skip: int = 0) -> Piece:
    """What a line says after its first ``skip`` characters and the blanks after them."""
    text = line.text[skip:].lstrip(" \t")
    before = len(line.text) - len(text)
    return Piece(line.number, line.last, line.column + before, line.offset + before, text)


class ContentReader:
    """Reads what elements say, and collects what is wrong with it."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.keep_tags = True
        self.diagnostics: list[Diagnostic] = []

    def node(self, pieces: list[Piece]) -> Node:
        """The statement or argument that the pieces spell."""
        raw, data = self._read(pieces)
        span = self.span(pieces)
        match = NAMED.match(raw)
        title = "" if match is None else " ".join((match["statement"] or match["argument"]).split())
        if match is None or not title or raw[1] == "-":
            if raw[:1] in {"[", "<"} and re.match(_UNCLOSED, raw):
                closer = "]" if raw[0] == "[" else ">"
                self.report("AD09", span, opener=raw[0], closer=closer)
            self._warn_of_text(raw, span)
            return Node("", "text", self._content(raw, data), span, argument=False)
        named = match.group().removesuffix(":")
        self._warn_of_text(raw[match.end() :], span)
        content = self._content(raw[match.end() :], data)
        form: Form = "reference"
        if match["colon"] and (content.text or data):
            form = "definition" if content.text else "reference"
            said = raw[match.end() :].lstrip()
            if said[:1] in {"[", "<"} and re.fullmatch(_ONLY_REFERENCE, content.text):
                self.report("AD26", span, named=named, text=content.text)
        elif match["colon"]:
            self.report("AD10", span, named=named)
        elif not content.text or re.fullmatch(_ONLY_TAGS, content.text):
            content = content._replace(text="", marks=())
        else:
            self.report("AD08", span, named=named, opener=named[0])
            return Node("", "text", self._content(raw, data), span, argument=False)
        return Node(title, form, content, span, argument=match["argument"] is not None)

    def content(self, pieces: list[Piece]) -> Content:
        """Running text and the metadata after it."""
        return self._content(*self._read(pieces))

    def _warn_of_text(self, raw: str, span: Span) -> None:
        """Warn of what is read as text, and was probably meant to be something else."""
        if ("]:" in raw or ">:" in raw) and (within := re.search(_DEFINED_WITHIN, raw)):
            self.report("AD27", span, named=within.group().removesuffix(":"))
        if "{" in raw and raw.count("{") > raw.count("}") and (key := re.search(_OPEN_BRACE, raw)):
            self.report("AD28", span, key=key[1])

    def _content(self, raw: str, data: Mapping[str, object]) -> Content:
        inline = read_inline(raw, keep_tags=self.keep_tags)
        return Content(inline.text, inline.marks, inline.tags, data)

    def _read(self, pieces: list[Piece]) -> tuple[str, Mapping[str, object]]:
        """The text of the pieces without comments, and the metadata that they end with."""
        raw = "\n".join([piece.text for piece in pieces])
        start = self._metadata_start(pieces) if raw.endswith("}") else None
        if start is None:
            return without_blanked(raw), NO_DATA
        read = read_metadata(raw[start:])
        if read.problem:
            number, column = self._position(pieces, start, read.line, read.column)
            span = self._lines.span(number, column, number, column)
            self.report("AD02", span, why=read.problem)
        return without_blanked(raw[:start]), read.data

    def _metadata_start(self, pieces: list[Piece]) -> int | None:
        """Where in the joined pieces the brace opens that closes at their end."""
        end = pieces[-1].offset + len(pieces[-1].text) - 1
        at = 0
        for piece in pieces:
            for opener in METADATA_BEGINS.finditer(piece.text):
                if self._lines.braces.get(piece.offset + opener.start()) == end:
                    return at + opener.start()
            at += len(piece.text) + 1
        return None

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
