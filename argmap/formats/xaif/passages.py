"""The passages of a text in HTML that are marked as those of nodes."""

import re
from collections.abc import Collection

from argmap.model.anchor import Anchor

_TAG = re.compile(r"<(?:!--.*?-->|(/?)([A-Za-z][^\s/>]*)([^<>]*)>)", re.DOTALL)
_ID = re.compile(r"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})


def marked(html: str) -> dict[str, Anchor]:
    """The marked passages of a text in HTML, by the ids that they have.

    Offsets are those in the text without its markup. Passages may lie in each other; one that
    does not end goes to the end of the text.
    """
    from html import unescape

    pieces: list[str] = []
    length = end = 0
    open: list[tuple[str, int]] = []
    spans: list[tuple[str, int, int]] = []
    for tag in _TAG.finditer(html):
        piece = unescape(html[end : tag.start()])
        closing, name, attributes = tag.group(1), (tag.group(2) or "").lower(), tag.group(3)
        end = tag.end()
        if name in _BREAKS and not closing:
            piece += "\n"
        pieces.append(piece)
        length += len(piece)
        if name != "span":
            continue
        if not closing:
            id = _ID.search(attributes)
            open.append((next(filter(None, id.groups()), "") if id else "", length))
        elif open:
            spans.append((*open.pop(), length))
    pieces.append(unescape(html[end:]))
    text = "".join(pieces)
    spans += [(*each, len(text)) for each in open]
    return {id: _anchor(text, start, end) for id, start, end in spans if id}


def _anchor(text: str, start: int, end: int) -> Anchor:
    """The passage without the white space around it."""
    quote = text[start:end]
    start += len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return Anchor(start=start, end=start + len(quote), quote=quote)


def node_of(id: str, nodes: Collection[str]) -> str:
    """The node that a passage with an id is of: it may be called ``node`` and the node's id."""
    return id if id in nodes else id.removeprefix("node")
