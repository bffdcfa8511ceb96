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
    """Running text with its markup taken out; ``data`` is the ``{…}`` after it."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    data: Mapping[str, object] = NO_DATA


class Node:
    """One occurrence of a statement ``[Title]: text`` or an argument ``<Title>: text``."""

    __slots__ = ("argument", "branches", "content", "form", "span", "title")

    def __init__(
        self, title: str, form: Form, content: Content, span: Span, *, argument: bool
    ) -> None:
        self.title = title
        self.form = form
        self.content = content
        self.span = span
        self.argument = argument
        self.branches: list[Branch] = []


class Inference:
    """The line between premises and conclusion, with its rules and the undercuts under it."""

    __slots__ = ("branches", "data", "rules", "span")

    def __init__(self, rules: tuple[str, ...], data: Mapping[str, object], span: Span) -> None:
        self.rules = rules
        self.data = data
        self.span = span
        self.branches: list[Branch] = []


class Branch(NamedTuple):
    """A relation as written: ``symbol`` on an indented line, then the node it relates."""

    symbol: str
    node: Node


class Numbered(NamedTuple):
    """A statement of a premise–conclusion structure, with the number it was given."""

    number: int
    node: Node


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


class Document(NamedTuple):
    """The front matter and the blocks of a text, in order."""

    front: Mapping[str, object]
    blocks: list[Node | Heading | Reconstruction]
