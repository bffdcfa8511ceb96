"""What each line of a text is for, as the parser has understood it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from argmap.formats.argdown.lines import Lines
from argmap.formats.argdown.syntax import Document, Heading, Inference, Node

STEP = 2
"""The blanks that something stands further in than what it belongs to."""

BLANKS = " \t"


class Role(NamedTuple):
    """What a line is for: it begins an element, a heading or an inference, or goes on with one.

    ``level`` is the indentation of the element that it belongs to, ``hang`` that of the line
    beyond it. ``column`` is where the words begin after the marker, ``titled`` whether they begin
    with a title, ``last`` the last line of an inference; all count from 0.
    """

    kind: Literal["element", "heading", "inference", "more"]
    level: int = 0
    hang: int = 0
    column: int = 0
    titled: bool = False
    last: int = 0


class Part(NamedTuple):
    """Something that is written: ``mark`` is the symbol or number before it.

    ``block`` counts the blocks before it, ``depth`` the relations above it.
    """

    thing: Node | Heading | Inference
    mark: str
    block: int
    depth: int


def parts_of(document: Document) -> Iterator[Part]:
    """Everything that is written, in order."""
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            yield Part(block, "", number, 0)
            continue
        waiting: list[Part] = []
        if isinstance(block, Node):
            waiting.append(Part(block, "", number, 0))
        else:
            for line in reversed(block.lines):
                if isinstance(line, Inference):
                    waiting.append(Part(line, "", number, 0))
                else:
                    waiting.append(Part(line.node, str(line.number), number, 0))
        while waiting:
            part = waiting.pop()
            yield part
            if not isinstance(part.thing, Heading):
                below = part.depth + 1
                waiting += (
                    Part(branch.node, branch.symbol, number, below)
                    for branch in reversed(part.thing.branches)
                )


def roles_of(document: Document, lines: Lines, file: str) -> dict[int, Role]:
    """The role of each line of a file that the syntax tree accounts for, by its number from 0."""
    found: dict[int, Role] = {}
    for part in parts_of(document):
        thing, span = part.thing, part.thing.span
        if span.file != file:
            continue
        first = span.line - 1
        rest = Role("more")
        if isinstance(thing, Inference):
            found[first] = Role("inference", last=span.end_line - 1)
            continue
        if isinstance(thing, Heading):
            found[first] = Role("heading")
        else:
            column, level = span.column - 1, part.depth * STEP
            marked = bool(lines.raw(first)[:column].strip(BLANKS))
            found[first] = Role("element", level, column=column, titled=bool(thing.title))
            rest = Role("more", level, STEP if marked else 0)
        found.update(dict.fromkeys(range(span.line, span.end_line), rest))
    return found
