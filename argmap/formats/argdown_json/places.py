"""Lines, columns and offsets as Argdown's own tools count them."""

from bisect import bisect_right

from argmap.formats.argdown.inline import counted_blanks
from argmap.formats.argdown.syntax import Branch, Document, Extent, Inference, Node

Place = tuple[int, int]
"""A line and a column, both from 1."""


class Places:
    """The places of a document.

    Lines are those of the whole text, included files in their places. Columns count UTF-16 code
    units, as JavaScript does. An element ends with its last token, which is the line break after
    it unless an empty line follows.
    """

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._starts = [0]
        for line in self._text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._wide = has_wide(self._text)

    def at(self, offset: int) -> Place:
        """The place of an offset."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        column = offset - start + 1
        if self._wide:
            column += wide_letters(self._text[start:offset])
        return line, column

    def end(self, extent: Extent, *, in_text: bool = False) -> Place:
        """The place of the last character of an element.

        If it ends ``in_text``, the blanks after that belong to it.
        """
        text = self._text
        line_end = text.find("\n", extent.end)
        if line_end >= 0:
            next_end = text.find("\n", line_end + 1)
            next_line = text[line_end + 1 : next_end if next_end >= 0 else len(text)]
            if next_end < 0 or next_line.strip(" \t"):
                return self.at(line_end)
        end = extent.end
        if in_text:
            rest = text[end : line_end if line_end >= 0 else len(text)]
            blanks = rest[: len(rest) - len(rest.lstrip(" \t"))]
            end += len(counted_blanks(text[extent.start : end], blanks))
        line, column = self.at(end)
        return line, column - 1

    def end_of(self, node: Node | Inference) -> Place:
        """The place of the last character of an element and of what is indented under it."""
        last = node
        while last.branches:
            branch: Branch = last.branches[-1]
            last = branch.node
        content = last.content if isinstance(last, Node) else None
        said = content is not None and (content.text or content.tags) and not content.data
        return self.end(last.extent, in_text=bool(said))


def has_wide(text: str) -> bool:
    """Whether some letters of a text take two UTF-16 code units."""
    return not text.isascii() and max(text) > "\uffff"


def wide_letters(text: str) -> int:
    """How many letters of a text take two UTF-16 code units."""
    return sum(letter > "\uffff" for letter in text)
