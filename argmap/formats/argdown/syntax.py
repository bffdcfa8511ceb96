"""The syntax tree of an Argdown document: what was written, element by element.

Nothing is merged or resolved here: two mentions of ``[A]`` are two nodes.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from argmap.model.claim import NO_DATA, Mark
from argmap.model.span import Span

Form = Literal["definition", "reference", "text"]

SYMBOLS = ("<+", "<-", "+>", "->", "><", "_>", "<_", "+", "-", "_")


class Content(NamedTuple):
    """Running text with its markup taken out; ``data`` is the ``{…}`` after it.

    ``tail`` are the blanks that follow the text, which mean nothing.
    """

    text: str = ""
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    data: Mapping[str, object] = NO_DATA
    tail: str = ""


class Extent(NamedTuple):
    """Where an element begins and ends in the text of its document, the end excluded.

    What is indented under it does not belong to it; its metadata does.
    """

    start: int
    end: int


class Node:
    """One occurrence of a statement ``[Title]: text`` or an argument ``<Title>: text``.

    ``said`` is where its running text stands, after the title and before the metadata;
    ``listed`` if it is an item of a list.
    """

    __slots__ = (
        "argument", "branches", "content", "extent", "form", "listed", "said", "span", "title",
    )  # fmt: skip

    def __init__(
        self,
        title: str,
        form: Form,
        content: Content,
        span: Span,
        extent: Extent,
        said: Extent,
        *,
        argument: bool,
    ) -> None:
        self.title = title
        self.form = form
        self.content = content
        self.span = span
        self.extent = extent
        self.said = said
        self.argument = argument
        self.listed = False
        self.branches: list[Branch] = []


class Inference:
    """The line between premises and conclusion, with its rules and the undercuts under it."""

    __slots__ = ("branches", "data", "extent", "rules", "span")

    def __init__(
        self, rules: tuple[str, ...], data: Mapping[str, object], span: Span, extent: Extent
    ) -> None:
        self.rules = rules
        self.data = data
        self.span = span
        self.extent = extent
        self.branches: list[Branch] = []


class Branch(NamedTuple):
    """A relation as written: ``symbol`` on an indented line, then the node it relates."""

    symbol: str
    node: Node


class Numbered(NamedTuple):
    """A statement of a premise–conclusion structure, with the number it was given.

    ``start`` is where its line begins in the text of the document.
    """

    number: int
    node: Node
    start: int


class Reconstruction:
    """A premise–conclusion structure: numbered statements and the inferences between them."""

    __slots__ = ("lines", "span")

    def __init__(self, lines: list[Numbered | Inference], span: Span) -> None:
        self.lines = lines
        self.span = span


class Heading(NamedTuple):
    """A heading of some level, from 1."""

    level: int
    content: Content
    span: Span
    extent: Extent


class Document(NamedTuple):
    """The front matter and the blocks of a text, in order.

    ``text`` is the whole text, included files in their places, each character of a comment blanked.
    """

    front: Mapping[str, object]
    blocks: list[Node | Heading | Reconstruction]
    text: str
