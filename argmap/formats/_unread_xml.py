"""XML elements as formats read them, and what of them no record has a field for, as data."""

from collections.abc import Container, Iterable

from argmap.formats._format import Source
from argmap.formats._xml_text import Element, NotXmlError, parsed


def root_of(source: Source, name: str, title: str) -> tuple[Element, list[str]]:
    """The outermost element, if it has that name, and the comments in the text.

    Raises :class:`NotXmlError` if the text is no such XML; ``title`` is what that is called.
    """
    root, comments = parsed(source)
    if root.name != name:
        raise NotXmlError(f"this XML is no {title} but <{root.name[:40]}>", root.span)
    return root, comments


def as_data(element: Element) -> dict[str, object]:
    """An element and all in it: its name, attributes, text and children, as far as there are any.

    Not recursive.
    """
    whole: dict[str, object] = {}
    waiting: list[tuple[Element, dict[str, object]]] = [(element, whole)]
    while waiting:
        each, record = waiting.pop()
        record["name"] = each.name
        if each.attributes:
            record["attributes"] = dict(each.attributes)
        if each.text.strip():
            record["text"] = each.text.strip()
        if each.children:
            inner: list[dict[str, object]] = [{} for _ in each.children]
            record["children"] = inner
            waiting += zip(each.children, inner, strict=True)
    return whole


def rest_of(
    element: Element, read: Container[str] = (), known: Container[str] = ()
) -> dict[str, object]:
    """The attributes that are not read and say something, and under ``elements`` what is not known.

    ``read`` are names of attributes, ``known`` of children.
    """
    rest: dict[str, object] = {
        key: value for key, value in element.attributes.items() if value and key not in read
    }
    others = [as_data(child) for child in element.children if child.name not in known]
    return {**rest, "elements": others} if others else rest


def words_of(elements: Iterable[Element]) -> str:
    """The words of the first element, on one line for each that it has; empty if there is none."""
    for element in elements:
        return "\n".join(" ".join(line.split()) for line in element.text.strip().splitlines())
    return ""
