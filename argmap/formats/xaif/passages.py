"""The passages of a text in HTML that are marked as those of nodes."""

import re
from collections.abc import Collection, Iterator

from argmap.model.anchor import Anchor

_TAG = re.compile(r"<(?:(!--)|(/?)([A-Za-z][^\s/<>]*)([^<>]*)>)")
_ID = re.compile(r"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_DEEPEST = 20
"""So many passages may lie in each other, so that all of them are not too long to keep."""


def marked(html: str) -> dict[str, Anchor]:
    """The marked passages of a text in HTML, by the ids that they have.

    Offsets are those in the text without its markup. Passages may lie in each other; one that
    does not end is none.
    """
    from html import unescape

    pieces: list[str] = []
    length = 0
    open: list[tuple[str, int]] = []
    spans: list[tuple[str, int, int]] = []
    for piece, closing, name, attributes in _parts(html):
        plain = unescape(piece)
        if name in _BREAKS and not closing:
            plain += "\n"
        pieces.append(plain)
        length += len(plain)
        if name == "span" and not closing:
            id = _ID.search(attributes)
            open.append((next(filter(None, id.groups()), "") if id else "", length))
        elif name == "span" and open:
            found = *open.pop(), length
            if found[0] and len(open) < _DEEPEST:
                spans.append(found)
    text = "".join(pieces)
    return {id: _anchor(text, start, end) for id, start, end in spans}


def _parts(html: str) -> Iterator[tuple[str, bool, str, str]]:
    """Each piece of text and the tag after it: whether it closes, its name, its attributes."""
    done = offset = 0
    while tag := _TAG.search(html, offset):
        offset = tag.end()
        if tag.group(1):
            end = html.find("-->", offset)
            offset = end + 3 if end >= 0 else len(html)
            yield html[done : tag.start()], False, "", ""
        else:
            closing, name, attributes = tag.group(2, 3, 4)
            yield html[done : tag.start()], bool(closing), name.lower(), attributes
        done = offset
    yield html[done:], False, "", ""


def _anchor(text: str, start: int, end: int) -> Anchor:
    """The passage without the white space around it."""
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return Anchor(start=start, end=start + len(quote), quote=quote)


def node_of(id: str, nodes: Collection[str]) -> str:
    """The node that a passage with an id is of: it may be called ``node`` and the node's id."""
    return id if id in nodes else id.removeprefix("node")
