"""XML as text, read and written: elements and where they stand, and nothing from outside the text.

No entities are expanded but the five that every XML has, nothing is fetched, and a document type
is passed over; the memory needed is in proportion to the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from argmap.formats._format import Source
from argmap.model.span import Span

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_NOT_TEXT = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)",
    re.DOTALL,
)
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile('[&<>"\r\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]')
_BREAKS = re.compile("[\t\n]")
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_BEGINNING = re.compile(
    r"\s*(?:<\?xml\b[^>]*\?>)?(?:\s+|<!--.*?-->|<!DOCTYPE\b[^>\[]*(?:\[[^\]]*\]\s*)?>)*+"
    r"<([^\s<>/!?]+)",
    re.DOTALL,
)
_LONGEST_PROLOGUE = 20_000


class NotXmlError(Exception):
    """A text that is not XML, or holds what no map needs; and the place where."""

    def __init__(self, why: str, span: Span) -> None:
        super().__init__(why)
        self.span = span


class Element:
    """An element: ``text`` is all the text directly in it, ``children`` the elements in it.

    Names and attributes are as they are written, prefixes and all. ``span`` is where it begins.
    """

    __slots__ = ("attributes", "children", "name", "span", "text")

    def __init__(self, name: str, attributes: dict[str, str], span: Span) -> None:
        self.name = name
        self.attributes = attributes
        self.span = span
        self.text = ""
        self.children: list[Element] = []

    def get(self, attribute: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attributes.get(attribute, default)

    def named(self, name: str) -> Iterator["Element"]:
        """The children of that name, in order."""
        return (child for child in self.children if child.name == name)


def root_name(text: str) -> str:
    """The name of the outermost element of a text that begins as XML does; empty if none does."""
    match = _BEGINNING.match(text[:_LONGEST_PROLOGUE].removeprefix("\ufeff"))
    return match[1] if match else ""


def parsed(source: Source) -> tuple[Element, list[str]]:
    """The outermost element of a text, and the comments in it.

    Raises :class:`NotXmlError` if the text is not XML, or has entities of its own. Linear, and
    not recursive.
    """
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._top: list[Element] = []
        self._open: list[Element] = []
        self._parts: list[list[str]] = []
        self._comments: list[str] = []
        self._parser = self._made()

    def _made(self) -> "XMLParserType":
        from xml.parsers.expat import ParserCreate

        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.CommentHandler = self._comments.append
        parser.EntityDeclHandler = self._entity
        return parser

    def read(self) -> tuple[Element, list[str]]:
        from xml.parsers.expat import ExpatError

        text = self._source.text.removeprefix("\ufeff")
        try:
            self._parser.Parse(text, True)  # it takes no keywords
        except ExpatError as error:
            why = str(error).partition(":")[0]
            raise NotXmlError(f"this is not XML: {why}", self._here()) from None
        except UnicodeEncodeError as error:
            span = self._span_of(error.start)
            raise NotXmlError("this is not XML: half a character", span) from None
        if "<!DOCTYPE" in text:
            self._refuse_unknown(text)
        return self._top[0], self._comments

    def _refuse_unknown(self, text: str) -> None:
        """Entities that a document type may declare elsewhere are passed over by the parser."""
        for match in _NOT_TEXT.finditer(text):
            if match[0] == "&":
                raise NotXmlError(
                    "this XML has an entity that it does not declare", self._span_of(match.start())
                )

    def _here(self) -> Span:
        # The parser counts errors apart, and has a column before the first.
        line = self._parser.CurrentLineNumber
        column = self._parser.CurrentColumnNumber + 1
        return Span(self._source.name, line, column, line, column)

    def _span_of(self, offset: int) -> Span:
        before = self._source.text[:offset]
        line, column = before.count("\n") + 1, offset - before.rfind("\n")
        return Span(self._source.name, line, column, line, column)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name, attributes, self._here())
        (self._open[-1].children if self._open else self._top).append(element)
        self._open.append(element)
        self._parts.append([])

    def _end(self, name: str) -> None:
        del name
        self._open.pop().text = "".join(self._parts.pop())

    def _data(self, data: str) -> None:
        self._parts[-1].append(data)

    def _entity(self, name: str, *_: object) -> None:
        raise NotXmlError(
            f"this XML declares an entity, {name[:40]!r}, and argmap expands none", self._here()
        )


def tag(name: str, attributes: Mapping[str, str], content: str | None = None) -> str:
    """An element with text in it, or an empty one; the content is written already."""
    inside = "".join(f' {key}="{escaped(value, True)}"' for key, value in attributes.items())
    return f"<{name}{inside}/>" if content is None else f"<{name}{inside}>{content}</{name}>"


def escaped(text: str, in_attribute: bool = False) -> str:
    """The text as XML spells it; what could upset a terminal is put as numbers.

    Characters that XML cannot hold are replaced by U+FFFD: see :func:`can_hold`.
    """
    text = _FORBIDDEN.sub("\ufffd", text)
    text = _ESCAPED.sub(lambda match: _NAMED.get(match[0]) or f"&#{ord(match[0])};", text)
    return _BREAKS.sub(lambda match: f"&#{ord(match[0])};", text) if in_attribute else text


def cdata(text: str) -> str:
    """The text as a CDATA section, which people can read, or escaped if such cannot hold it."""
    if "]]>" in text or not can_hold(text) or _ESCAPED.search(re.sub('[&<>"]', "", text)):
        return escaped(text)
    return f"<![CDATA[{text}]]>"


def can_hold(text: str) -> bool:
    """Whether XML has all the characters of a text; it has no control characters."""
    return _FORBIDDEN.search(text) is None


def document(root: str, attributes: Mapping[str, str], lines: Iterable[str]) -> Iterator[str]:
    """An XML document of one element, each of the lines in it on a line of its own."""
    yield "<?xml version='1.0' encoding='UTF-8'?>\n"
    opening = tag(root, attributes, "").removesuffix(f"</{root}>")
    yield f"{opening}\n"
    for line in lines:
        yield f"  {line}\n"
    yield f"</{root}>\n"
