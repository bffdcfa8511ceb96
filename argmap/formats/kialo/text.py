"""Running text of a discussion: links, and footnotes that refer to sources."""

import re
from collections.abc import Mapping, Sequence

from argmap.model.claim import Mark

_LINK = re.compile(
    r"\[((?:\\.|[^\[\]\\])++)\]\(((?:\\.|[^()\\\s]|\([^()\s]*\))++)\)"
    r"|\\([\[\]()])"
    r"|\[(\d{1,9})\]"
)
_ESCAPE = re.compile(r"\\([\[\]()])")
_BRACKETS = re.compile(r"[\[\]()]")
_URL = re.compile(r"\S+")


def read_text(spelt: str, sources: Mapping[str, str]) -> tuple[str, tuple[Mark, ...]]:
    """The text that is spelt, with links as marks; a footnote is a link to its source."""
    parts: list[str] = []
    marks: list[Mark] = []
    done = length = 0
    for match in _LINK.finditer(spelt):
        before = spelt[done : match.start()]
        length += len(before)
        said, target = _said(match, sources)
        parts += (before, said)
        if target:
            marks.append(Mark("link", length, length + len(said), target))
        length += len(said)
        done = match.end()
    parts.append(spelt[done:])
    return "".join(parts), tuple(marks)


def _said(match: re.Match[str], sources: Mapping[str, str]) -> tuple[str, str]:
    """What a link, an escaped bracket or a footnote says, and where it leads."""
    label, url, bracket, number = match.groups()
    if url:
        return _ESCAPE.sub(r"\1", label), _ESCAPE.sub(r"\1", url)
    if bracket:
        return bracket, ""
    return match[0], address(sources.get(number, ""))


def address(source: str) -> str:
    """The address of a source: its first word."""
    match = _URL.match(source)
    return match[0] if match else ""


def spell(text: str, marks: Sequence[Mark], sources: Mapping[str, str]) -> str:
    """The text with its links as it is spelt; marks that are no links say nothing."""
    parts: list[str] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        label = text[mark.start : mark.end]
        if mark.kind != "link" or mark.start < done or not label or not mark.target:
            continue
        parts.append(_plain(text[done : mark.start]))
        if label[0] == "[" and address(sources.get(label[1:-1], "")) == mark.target:
            parts.append(label)
        else:
            parts.append(f"[{_escaped(label)}]({_escaped(mark.target)})")
        done = mark.end
    parts.append(_plain(text[done:]))
    return "".join(parts)


def _plain(text: str) -> str:
    """Text that has no links: what looks like one is escaped."""
    if "](" not in text:
        return text
    return _LINK.sub(lambda match: _escaped(match[0]) if match[2] else match[0], text)


def _escaped(text: str) -> str:
    return _BRACKETS.sub(lambda match: f"\\{match[0]}", text)
