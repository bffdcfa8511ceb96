"""Writing the lines of a text in their canonical layout."""

from collections.abc import Iterator

from argmap.formats._format import Source
from argmap.formats.argdown.content import NAMED
from argmap.formats.argdown.layout.inference import inference_lines
from argmap.formats.argdown.layout.placing import Unit, indentations
from argmap.formats.argdown.layout.roles import BLANKS, Role, roles_of
from argmap.formats.argdown.layout.shifted import comments_over_lines, margin, shifted
from argmap.formats.argdown.lines import Line, Lines
from argmap.formats.argdown.parser import SYMBOL
from argmap.formats.argdown.syntax import Document

_MOST_EMPTY = 2
"""One empty line parts an argument from its own premises, so authors part groups by two."""


def arranged(source: Source, document: Document) -> str:
    """The text of a source in its canonical layout; ``document`` is what it was read as."""
    arranger = _Arranger(source, document)
    units = list(arranger.units())
    out: list[str] = []
    least = empty = 0
    for unit, indent in zip(units, indentations(units), strict=True):
        if unit.blank:
            empty += bool(out)
            continue
        out += [""] * max(least, min(empty, _MOST_EMPTY))
        out += arranger.written(unit, indent)
        least = int(unit.line.number == arranger.front)
        empty = 0
    return "\n".join([*out, ""]) if out else ""


class _Arranger:
    """The lines of a text as the parser walks them, and how each is written."""

    def __init__(self, source: Source, document: Document) -> None:
        # An included file leaves one empty line where it is named, so that lines keep their number.
        self._lines = Lines(source._replace(include=lambda _: ""))
        self._texts = source.text.split("\n")
        self._roles = roles_of(document, self._lines, source.name)
        self._comments = comments_over_lines(source.text)
        self._inner: dict[int, str] = {}
        self.front, self._front_end = self._front_matter()

    def _front_matter(self) -> tuple[int, int]:
        """The first line of the front matter and its last; -1 if there is none."""
        numbers = range(len(self._lines))
        first = next((n for n in numbers if not self._lines[n].comment), -1)
        if first < 0 or not self._is_fence(first):
            return -1, -1
        last = next((n for n in numbers[first + 1 :] if self._is_fence(n)), -1)
        return (first, last) if last > 0 else (-1, -1)

    def _is_fence(self, number: int) -> bool:
        text = self._lines.raw(number).strip()
        return len(text) >= 3 and not text.strip("=")  # noqa: PLR2004  # as the parser has it

    def units(self) -> Iterator[Unit]:
        """The lines, each with all that goes on from it."""
        at = 0
        inner = -1  # the last line that begins inside of a comment
        while at < len(self._lines):
            unit = self._unit(at, inner=at <= inner)
            yield unit
            for number in range(at, unit.line.last + 1):
                inner = max(inner, self._comments.get(number, -1))
            at = unit.line.last + 1

    def _unit(self, at: int, *, inner: bool) -> Unit:
        line = self._lines[at]
        role = self._roles.get(at)
        if at == self.front:
            return Unit(line._replace(last=self._front_end))
        if inner:
            return Unit(line, role, inner=True)
        if role is not None:
            return Unit(line._replace(last=role.last) if role.kind == "inference" else line, role)
        if line.blank and self._texts[at].strip(BLANKS):
            return Unit(line, Role("more"))  # a file is included here
        return Unit(line, blank=line.blank, comment=line.comment and not line.blank)

    def written(self, unit: Unit, indent: int | None) -> list[str]:
        """The lines of a unit in their canonical layout."""
        first, last = unit.line.number, unit.line.last
        if first == self.front:
            kept = self._texts[first + 1 : last]
            return [self._texts[first].strip(BLANKS), *kept, self._texts[last].strip(BLANKS)]
        if unit.role is not None and unit.role.kind == "inference":
            return self._inference(first, last)
        if unit.inner or indent is None:
            text = self._texts[first]
            begun = self._inner.get(first, text)
            return self._with_metadata(unit.line, begun, len(margin(begun)) - len(margin(text)))
        begun = self._begun(unit, indent)
        return self._with_metadata(unit.line, begun, len(margin(begun)) - unit.line.indent)

    def _begun(self, unit: Unit, indent: int) -> str:
        """The first line of a unit."""
        line, role = unit.line, unit.role
        text = self._texts[line.number][line.column :].lstrip(BLANKS)
        if role is None or role.kind == "more":
            # Further in, a text that begins like a relation would be one.
            return " " * (0 if role and SYMBOL.match(text) else indent) + text
        if role.kind == "heading":
            words = text.lstrip("#")
            return _apart(text[: len(text) - len(words)], words)
        marker, words = text[: role.column - line.column], text[role.column - line.column :]
        if role.titled:
            named = NAMED.match(self._lines.raw(line.number), role.column)
            if named is not None and named["colon"]:
                size = named.end() - role.column
                words = _apart(words[:size], words[size:])
        return " " * indent + _apart(marker, words)

    def _with_metadata(self, line: Line, begun: str, by: int) -> list[str]:
        """A line that is written anew, and those that its metadata goes on over."""
        self._carry(line.number, by)
        if line.last == line.number:
            said = begun.rstrip(BLANKS)
            # A brace may hold empty lines, but only if no blank follows it.
            return [begun if said.endswith("{") else said]
        self._carry(line.last, by)
        *rest, end = shifted(self._texts[line.number + 1 : line.last + 1], by, tabs=False)
        return [begun, *rest, end.rstrip(BLANKS)]

    def _carry(self, number: int, by: int) -> None:
        """Move the other lines of a comment that begins on a line as far as that line."""
        end = self._comments.get(number)
        if end is not None:
            moved = shifted(self._texts[number + 1 : end + 1], by, tabs=True)
            self._inner.update(enumerate(moved, number + 1))

    def _inference(self, first: int, last: int) -> list[str]:
        """The lines of an inference; where some of them hang together they are only moved."""
        lines = [self._lines[number] for number in range(first, last + 1)]
        if not any(self._hangs_together(line) for line in lines):
            blanked = [self._lines.raw(line.number) for line in lines]
            return inference_lines(blanked, self._texts[first : last + 1])
        out: list[str] = []
        at = first
        while at <= last:
            line = self._lines[at]
            begun = self._inner.get(at, self._texts[at][line.column :])
            out += self._with_metadata(line, begun, -line.indent)
            at = line.last + 1
        return out

    def _hangs_together(self, line: Line) -> bool:
        return line.last > line.number or line.comment or line.number in self._comments


def _apart(marker: str, words: str) -> str:
    """A marker and the words after it, one blank apart.

    Where there is none it is not put where it would make a comment or metadata of the words.
    """
    before, after = marker.rstrip(BLANKS), words.lstrip(BLANKS)
    tight = before + after == marker + words and after[:1] in {"/", "{"}
    return before + after if tight or not before or not after else f"{before} {after}"
