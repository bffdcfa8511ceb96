"""The values of GraphML's attributes: scalars of a type, JSON in texts, and elements as text."""

import re
from math import isfinite

from argmap.formats._format import Source
from argmap.formats._json_text import NotJsonError, dumped, loaded
from argmap.formats._xml_text import Element, NotXmlError, escaped, parsed, tag

FORMAT_KEY = "graphml"
ELEMENTS = "elements"
"""The one key of an object that stands for elements inside an attribute."""
JSON = frozenset({"tags", "span", "source", "wordings", "marks", "data", "arguments", "sections"})
"""The attributes that may hold JSON."""
_UNSAFE = re.compile("[\ufffe\uffff]")
_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,400}\s*", re.ASCII)


def typed(text: str, type: str) -> object:
    """The value that a text is in a type, which is the text itself if it is none of the type."""
    if type == "string":
        return text
    if type == "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(text.strip().lower(), text)
    if type in {"int", "integer", "long"}:
        return int(text) if _WHOLE.fullmatch(text) else text
    if type in {"float", "double"}:
        try:
            number = float(text)
        except ValueError:
            return text
        return number if isfinite(number) else text
    return text


def from_json(name: str, text: str) -> object:
    """The list or object that a text spells, if its attribute may hold one and it is written so."""
    if name not in JSON or text[:1] not in {"[", "{"}:
        return text
    try:
        value = loaded(Source(text))
        return value if as_json(value) == text else text
    except (NotJsonError, RecursionError):
        return text


def as_json(value: object) -> str:
    """A list or object as JSON that XML can hold."""
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", dumped(value))


def as_text(elements: list[Element]) -> str:
    """Elements as XML. Not recursive."""
    parts: list[str] = []
    waiting: list[Element | str] = list(reversed(elements))
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            parts.append(each)
            continue
        text = escaped(each.text if each.text.strip() else "")
        if not each.children:
            parts.append(tag(each.name, each.attributes, text or None))
            continue
        end = f"</{each.name}>"
        parts.append(tag(each.name, each.attributes, text).removesuffix(end))
        waiting += [end, *reversed(each.children)]
    return "".join(parts)


def elements_in(value: object) -> str | None:
    """The XML that an object stands for; none if it stands for no XML."""
    text = value.get(ELEMENTS) if isinstance(value, dict) and len(value) == 1 else None
    if not isinstance(text, str) or not text.startswith("<"):
        return None
    try:
        parsed(Source(f"<data>{text}</data>"))
    except NotXmlError:
        return None
    return text


def label_in(elements: list[Element]) -> str:
    """The first label among elements that an editor draws with."""
    waiting = list(reversed(elements))
    while waiting:
        each = waiting.pop()
        if each.name.rpartition(":")[2] in {"NodeLabel", "EdgeLabel"} and each.text.strip():
            return each.text.strip()
        waiting += reversed(each.children)
    return ""
