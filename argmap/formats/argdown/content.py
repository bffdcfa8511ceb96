"""What one statement, argument or heading says: title, text, tags and metadata.

    statement = "[" title "]:" text | "[" title "]" | text       then tags, then metadata
    argument  = "<" title ">:" text | "<" title ">"
    metadata  = "{" YAML "}"                                     at the very end
"""  # fmt: skip

import re
from collections.abc import Mapping
from itertools import chain

from argmap.formats.argdown.inline import read_inline
from argmap.formats.argdown.lines import BLANK, METADATA_BEGINS, Line, Lines
from argmap.formats.argdown.metadata import Metadata, read_metadata
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.scan import without_blanked
from argmap.formats.argdown.syntax import Content, Extent, Form, Node
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
_BLANKS = frozenset(" \t")
_ONLY_TAGS = r"(?:\s*\#(?:\([^)\n]+\)|[\w-]+))*\s*"


def begins_at(line: Line, skip: int = 0) -> int:
    """Where in the whole text a line says something after its first ``skip`` characters."""
    return line.offset + len(line.text) - len(line.text[skip:].lstrip(" \t"))


def ends_at(line: Line) -> int:
    """Where in the whole text a line ends, without the blanks and comments there."""
    return line.offset + len(line.text.rstrip(BLANK))


class ContentReader:
    """Reads what elements say, and collects what is wrong with it."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.keep_tags = True
        self.diagnostics: list[Diagnostic] = []

    def node(self, start: int, end: int) -> Node:
        """The statement or argument that a stretch of the text spells."""
        at, data = self._metadata(start, end)
        raw = self._lines.text[start:at]
        span, extent = self._lines.stretch(start, end), Extent(start, end)
        match = NAMED.match(raw)
        title = "" if match is None else " ".join((match["statement"] or match["argument"]).split())
        if match is None or not title or raw[1] == "-":
            if raw[:1] in {"[", "<"} and re.match(_UNCLOSED, raw):
                closer = "]" if raw[0] == "[" else ">"
                self.report("AD09", span, opener=raw[0], closer=closer)
            self._warn_of_text(raw, span)
            return self._text_node(start, at, data, span, extent)
        named = match.group().removesuffix(":")
        self._warn_of_text(raw[match.end() :], span)
        content = self._content(start + match.end(), at, data)
        form: Form = "reference"
        if match["colon"] and (content.text or data):
            form = "definition" if content.text else "reference"
            first = raw[match.end() :].lstrip()[:1]
            if first in {"[", "<"} and re.fullmatch(_ONLY_REFERENCE, content.text):
                self.report("AD26", span, named=named, text=content.text)
        elif match["colon"]:
            self.report("AD10", span, named=named)
        elif not content.text or re.fullmatch(_ONLY_TAGS, content.text):
            content = content._replace(text="", marks=())
        else:
            self.report("AD08", span, named=named, opener=named[0])
            return self._text_node(start, at, data, span, extent)
        said, argument = Extent(start + match.end(), at), match["argument"] is not None
        return Node(title, form, content, span, extent, said, argument=argument)

    def _text_node(
        self, start: int, at: int, data: Mapping[str, object], span: Span, extent: Extent
    ) -> Node:
        content = self._content(start, at, data)
        return Node("", "text", content, span, extent, Extent(start, at), argument=False)

    def content(self, start: int, end: int) -> Content:
        """Running text and the metadata after it."""
        return self._content(start, *self._metadata(start, end))

    def _warn_of_text(self, raw: str, span: Span) -> None:
        """Warn of what is read as text, and was probably meant to be something else."""
        if ("]:" in raw or ">:" in raw) and (within := re.search(_DEFINED_WITHIN, raw)):
            self.report("AD27", span, named=within.group().removesuffix(":"))
        if "{" in raw and raw.count("{") > raw.count("}") and (key := re.search(_OPEN_BRACE, raw)):
            self.report("AD28", span, key=key[1])

    def _content(self, start: int, end: int, data: Mapping[str, object]) -> Content:
        text = self._lines.text
        while text[end : end + 1] in _BLANKS:  # blanks at the end of a line are told apart
            end += 1
        inline = read_inline(without_blanked(text[start:end]), keep_tags=self.keep_tags)
        return Content(inline.text, inline.marks, inline.tags, data, inline.tail)

    def _metadata(self, start: int, end: int) -> tuple[int, Mapping[str, object]]:
        """Where the metadata begins that a stretch ends with, or its end; and what it says."""
        text = self._lines.text
        if text[end - 1 : end] != "}":
            return end, NO_DATA
        openers = (opener.start() for opener in METADATA_BEGINS.finditer(text, start, end))
        for at in chain((start,), openers):
            if self._lines.braces.get(at) != end - 1:
                continue
            read = read_metadata(text[at:end])
            if read.problem:
                self._report_metadata(at, read)
            return at, read.data
        return end, NO_DATA

    def _report_metadata(self, start: int, read: Metadata) -> None:
        """Note what is wrong with the metadata that begins at an offset."""
        number, column = self._lines.position(start)
        number, column = number + read.line, read.column + (1 if read.line else column)
        span = self._lines.span(number, column, number, column)
        self.report("AD02", span, why=read.problem)

    def report(self, code: str, span: Span, **words: object) -> None:
        """Note a problem."""
        self.diagnostics.append(problem(code, span, **words))
