"""From the text of an Argdown document to its syntax tree, block by block.

    document       = [ front-matter ] { block blank-line }
    block          = heading | tree { tree } | reconstruction
    heading        = "#" { "#" } " " text
    tree           = [ list-marker ] element { indented-line: symbol element }
    reconstruction = { "(" number ")" statement | inference }
    inference      = "----" | "--" [ rules ] [ metadata ] "--"

Nothing recurses and every line is looked at once. What cannot be read is reported where it
stands, and reading goes on with the next line that can be.
"""  # fmt: skip

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.formats._format import Source
from argmap.formats.argdown.content import NAMED, ContentReader, begins_at, ends_at
from argmap.formats.argdown.lines import BLANK, Line, Lines
from argmap.formats.argdown.metadata import read_yaml
from argmap.formats.argdown.syntax import (
    Branch,
    Document,
    Extent,
    Heading,
    Inference,
    Node,
    Numbered,
    Reconstruction,
)
from argmap.model.claim import NO_DATA
from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span

SYMBOL = re.compile(r"<\+|<-(?!-)|\+>|->|><|_>|<_(?=\s|[\[<]|$)|\+|-(?!-)|_(?=\s|$)")
_AFTER_SYMBOL = frozenset(("", " ", "\t", "[", "<"))
_LIST = re.compile(r"(?:\*|\d+\.)\s+(?=\S)")
_NUMBERED = re.compile(r"\((\d+)\)")
_INFERENCE = re.compile(r"--+")


class _Open(NamedTuple):
    """An element whose lines are still being gathered: it began at ``start`` and ends with a line.

    ``first`` is the line it began on.
    """

    symbol: str
    indent: int
    number: int | None
    start: int
    first: Line
    last: Line
    listed: bool


def parse(source: Source) -> tuple[Document, list[Diagnostic]]:
    """The syntax tree of a document, and everything that is wrong with how it is written."""
    parser = _Parser(Lines(source))
    document = parser.document()
    return document, parser.lines.diagnostics + parser.reader.diagnostics


class _Parser:
    """Walks the lines once; the current block is in ``_roots``, ``_stack`` and ``_open``."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.reader = ContentReader(lines)
        self._at = 0
        self._blocks: list[Node | Heading | Reconstruction] = []
        self._stack: list[tuple[int, Node | Inference]] = []
        self._open: _Open | None = None
        self._steps: list[Numbered | Inference] | None = None
        self._indented_by: set[str] = set()

    def document(self) -> Document:
        """The whole document."""
        front = self._front_matter()
        model = front.get("model")
        self.reader.keep_tags = not (isinstance(model, Mapping) and model.get("removeTagsFromText"))
        while self._at < len(self.lines):
            line = self.lines[self._at]
            if line.comment:
                self._at = line.last + 1
            elif _heading_level(line):
                self._heading(line)
            elif _NUMBERED.match(line.text):
                self._reconstruction()
            else:
                self._trees()
        return Document(front, self._blocks, self.lines.text)

    def _front_matter(self) -> Mapping[str, object]:
        while self._at < len(self.lines) and self.lines[self._at].comment:
            self._at += 1
        if self._at == len(self.lines) or not self._is_fence(self._at):
            if self._at < len(self.lines) and self.lines.raw(self._at).rstrip() == "---":
                self._report(self._at, "AD03", why="it stands between lines of ===, not ---")
            return NO_DATA
        first = self._at
        for last in range(first + 1, len(self.lines)):
            if self._is_fence(last):
                break
        else:
            self._report(first, "AD03", why="it is not closed")
            self._at += 1
            return NO_DATA
        self._at = last + 1
        read = read_yaml("\n".join(self.lines.raw(n) for n in range(first + 1, last)))
        if read.problem:
            self._report(first + 1 + read.line, "AD03", why=read.problem)
        return read.data

    def _is_fence(self, number: int) -> bool:
        """Whether a line is one that front matter stands between."""
        text = self.lines.raw(number).strip()
        return len(text) >= 3 and not text.strip("=")  # noqa: PLR2004

    # ── headings ──────────────────────────────────────────────────────────────────────────

    def _heading(self, line: Line) -> None:
        level = _heading_level(line)
        start, end = begins_at(line, level), ends_at(line)
        extent = Extent(line.offset, end)
        self._at = line.last + 1
        while self._at < len(self.lines):
            line = self.lines[self._at]
            if line.blank or (not line.comment and self._begins_block(line)):
                break
            if not line.comment:
                end = ends_at(line)
            self._at = line.last + 1
        content = self.reader.content(start, end)
        span = self.lines.stretch(start, end)
        self._blocks.append(Heading(level, content, span, extent._replace(end=end)))

    # ── statements and arguments with relations under them ────────────────────────────────

    def _trees(self) -> None:
        """A block of elements, each with the relations indented under it."""
        listed = False
        while self._at < len(self.lines):
            line = self.lines[self._at]
            if line.blank:
                break
            if line.comment:
                self._at = line.last + 1
                continue
            marker = _LIST.match(line.text)
            begun = self._open is not None
            if symbol := self._symbol(line):
                self._relation(line, symbol)
            elif marker and (listed or not begun):
                self._list_item(line, marker.end(), listed=listed)
                listed = True
            elif not begun:
                self._begin("", line, 0)
            elif self._begins_block(line):
                self._report(line.number, "AD19")
                break
            else:
                self._go_on(line)
            self._at = line.last + 1
        self._close()
        self._stack.clear()

    def _list_item(self, line: Line, skip: int, *, listed: bool) -> None:
        self._close()
        if listed and self._stack and line.indent > self._stack[0][0]:
            self._report(line.number, "AD16")
        self._stack.clear()
        self._begin("", line, skip, listed=True)

    def _symbol(self, line: Line) -> str:
        """The relation symbol that a line begins with, or none."""
        match = SYMBOL.match(line.text)
        if match is None:
            return ""
        base = self._stack[0][0] if self._stack else self._open.indent if self._open else None
        sure = line.text[match.end() : match.end() + 1] in _AFTER_SYMBOL or len(match.group()) > 1
        return match.group() if sure or (base is not None and line.indent > base) else ""

    def _relation(self, line: Line, symbol: str) -> None:
        """Open an element that stands in a relation to the nearest one with less indentation."""
        self._close()
        self._note_indentation(line)
        if not self._stack:
            self._report(line.number, "AD04", symbol=symbol)
            self._begin("", line, len(symbol))
            return
        left = None
        while len(self._stack) > 1 and self._stack[-1][0] > line.indent:
            left = self._stack.pop()[0]
        if line.indent <= self._stack[0][0]:
            self._report(line.number, "AD05", symbol=symbol)
        elif left is not None and self._stack[-1][0] != line.indent:
            self._report(line.number, "AD06")
        # A line that is indented less than the one above, but like none, goes with the level
        # that it is nearest to from the right, as in Argdown.
        if len(self._stack) > 1 and (left is not None or self._stack[-1][0] == line.indent):
            self._stack.pop()
        self._begin(symbol, line, len(symbol))

    # ── premise–conclusion structures ─────────────────────────────────────────────────────

    def _reconstruction(self) -> None:
        """Numbered statements with inferences between them, up to the next empty line."""
        first = self._at
        self._steps = []
        while self._at < len(self.lines):
            line = self.lines[self._at]
            if line.blank:
                break
            if line.comment:
                self._at = line.last + 1
                continue
            if numbered := _NUMBERED.match(line.text):
                self._close()
                self._stack.clear()
                self._begin("", line, numbered.end(), int(numbered[1]))
            elif self._inference_begins(line):
                self._close()
                self._stack.clear()
                line = self._inference(line)
            elif symbol := self._symbol(line):
                self._relation(line, symbol)
            elif self._open is not None and not self._begins_block(line):
                self._go_on(line)
            else:
                self._report(line.number, "AD19")
                break
            self._at = line.last + 1
        self._close()
        self._stack.clear()
        steps, self._steps = self._steps, None
        self._finish_reconstruction(first, steps)

    def _inference_begins(self, line: Line) -> bool:
        match = _INFERENCE.match(line.text)
        return match is not None and line.text[match.end() : match.end() + 1] in {
            "",
            " ",
            "\t",
            "{",
        }

    def _inference(self, line: Line) -> Line:
        """Read an inference that begins on a line; its last line."""
        first = line
        hyphens = _INFERENCE.match(line.text)
        size = hyphens.end() if hyphens else 0
        alone = size == len(line.text.rstrip(BLANK))
        if alone and size != 2:  # noqa: PLR2004  # "--" opens rules, "----" is all
            if not self._rules_follow(line):
                if size == 3:  # noqa: PLR2004
                    self._report(line.number, "AD17")
                return self._add_inference(first, line)
            self._report(line.number, "AD36", hyphens="-" * size)
        start = begins_at(line, size)
        while not line.text.rstrip(BLANK).endswith("--", size if line is first else 0):
            if line.last + 1 >= len(self.lines) or self.lines[line.last + 1].blank:
                self._report(first.number, "AD18")
                break
            line = self.lines[line.last + 1]
        return self._add_inference(first, line, start)

    def _rules_follow(self, line: Line) -> bool:
        """Whether plain lines and then hyphens come next, so that a line was meant for ``--``.

        Each line is looked at for one inference only: the next one ends the search.
        """
        text = ""
        while line.last + 1 < len(self.lines):
            line = self.lines[line.last + 1]
            if line.comment and not line.blank:
                continue
            said = line.text.rstrip(BLANK)
            if not said.strip("-"):
                return bool(text) and len(said) > 1
            if _NUMBERED.match(said) or _INFERENCE.match(said) or self._symbol(line):
                return False
            text = said
            if said.endswith("--"):
                return True
        return False

    def _add_inference(self, first: Line, last: Line, start: int | None = None) -> Line:
        """Add an inference; what it says, if anything, begins at ``start``."""
        rules: tuple[str, ...] = ()
        data = NO_DATA
        end = ends_at(last)
        if start is not None:
            said = self.lines.text[start:end].rstrip("\n-" + BLANK)
            content = self.reader.content(start, start + len(said))
            rules = tuple(rule.strip() for rule in content.text.split(",") if rule.strip())
            data = content.data
        span, extent = self.lines.stretch(first.offset, end), Extent(first.offset, end)
        inference = Inference(rules, data, span, extent)
        if self._steps is not None:
            self._steps.append(inference)
        self._stack.append((first.indent, inference))
        return last

    def _finish_reconstruction(self, first: int, steps: list[Numbered | Inference]) -> None:
        """Add the block if it is whole; what has no conclusion goes on as plain statements."""
        whole = len(steps)
        while whole and isinstance(steps[whole - 1], Inference):
            whole -= 1
        inferences = [n for n in range(whole) if isinstance(steps[n], Inference)]
        if whole < len(steps):
            self._report(first, "AD13")
        if not inferences:
            if whole == len(steps):
                self._report(first, "AD12")
            self._blocks += (step.node for step in steps if isinstance(step, Numbered))
            return
        if inferences[0] == 0:
            self._report(first, "AD14")
        kept = steps[:whole]
        start, end = _span_of(kept[0]), _span_of(kept[-1])
        span = start._replace(end_line=end.end_line, end_column=end.end_column)
        self._blocks.append(Reconstruction(kept, span))

    # ── elements ──────────────────────────────────────────────────────────────────────────

    def _begin(
        self, symbol: str, line: Line, skip: int, number: int | None = None, *, listed: bool = False
    ) -> None:
        start = begins_at(line, skip)
        self._open = _Open(symbol, line.indent, number, start, line, line, listed)

    def _go_on(self, line: Line) -> None:
        if self._open is not None:
            self._open = self._open._replace(last=line)

    def _close(self) -> None:
        """Read the element whose lines have been gathered, and put it where it belongs."""
        if self._open is None:
            return
        symbol, indent, number, start, first, last, listed = self._open
        self._open = None
        end = max(start, ends_at(last))
        if start == end:
            self._report(first.number, "AD07")
            if not number:
                return
        node = self.reader.node(start, end)
        node.listed = listed
        if symbol:
            self._stack[-1][1].branches.append(Branch(symbol, node))
            if symbol == "><" and (node.argument or getattr(self._stack[-1][1], "argument", True)):
                self.reader.report("AD20", node.span)
        elif number is not None and self._steps is not None:
            self._steps.append(Numbered(number, node, first.offset))
            if node.argument:
                self.reader.report("AD21", node.span)
        else:
            self._blocks.append(node)
        self._stack.append((indent, node))

    def _begins_block(self, line: Line) -> bool:
        """Whether a line inside a block begins another one, so that an empty line is missing."""
        if _heading_level(line) or _NUMBERED.match(line.text):
            return True
        named = NAMED.match(line.text)
        return named is not None and (bool(named["colon"]) or named.end() == len(line.text))

    def _note_indentation(self, line: Line) -> None:
        white = self.lines.raw(line.number)[: line.column]
        seen = len(self._indented_by)
        self._indented_by.update(white)
        if seen == 1 and len(self._indented_by) > 1:
            span = self.lines.span(line.number, 1, line.number, line.column)
            self.reader.report("AD11", span)

    def _report(self, number: int, code: str, **words: object) -> None:
        """Note a problem with a line."""
        raw = self.lines.raw(number)
        column = len(raw) - len(raw.lstrip()) + 1
        span = self.lines.span(number, column, number, max(column, len(raw.rstrip())))
        self.reader.report(code, span, **words)


def _heading_level(line: Line) -> int:
    """The number of hashes that a line begins with, if a blank follows them; else 0."""
    if line.text[:1] != "#":
        return 0
    rest = line.text.lstrip("#")
    return len(line.text) - len(rest) if rest[:1].isspace() else 0


def _span_of(step: Numbered | Inference) -> Span:
    return step.span if isinstance(step, Inference) else step.node.span
