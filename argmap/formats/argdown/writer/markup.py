"""Running text with its markup put in again, such that it is read as it was."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from argmap.formats.argdown.inline import Inline, read_inline
from argmap.formats.argdown.scan import scan
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.model.claim import Mark

_LIKELY = re.compile(r"[\\*_\[\]<>{}#/@]|[.:][^\s.:]{1,20}[.:]")
_BEGINS = re.compile(r"[+\-=(#]|\d+\.|@")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_TAG = re.compile(r"(?<!\w)#(?:\(([^()\n]+)\)|([\w-]+))")
_WORD_TAG = re.compile(r"[\w-]+")
_WORDS_TAG = re.compile(r"\w[\w.,' -]*")
_SIGNED = {
    "tag": ("#{}", "#({})"), "statement-mention": ("@[{}]",), "argument-mention": ("@<{}>",),
}  # fmt: skip
"""How marks are written of which the signs belong to the text."""
_UNSAFE = re.compile(r"[{}\\]|/\*|<!--|(?:^|\s)//")
_DELIMITERS = {"bold": "**", "italic": "*"}


class Running(NamedTuple):
    """Text as it is to be written, and what it will be read as."""

    raw: str
    read: Inline


def write_text(
    text: str, marks: tuple[Mark, ...] = (), tags: Iterable[str] = (), *, keep_tags: bool = True
) -> Running:
    """The text with its marks, as far as they can be written; ``tags`` are put behind it."""
    behind = "".join(f" {written}" for written in map(written_tag, tags) if written)
    special = marks or behind or _LIKELY.search(text) or _CONTROL.search(text)
    if not special and text == text.strip():
        return Running(text, Inline(text))
    marked = _marked(text, marks) if marks else ""
    tries = [marked] if marked and not _holds_comment(marked) else []
    tries += [_escaped(text), _escaped(" ".join(_CONTROL.sub(" ", text).split()))]
    nearest: Running | None = None
    for tried in tries:
        raw = f"{tried}{behind}" if tried.strip() else ""
        running = Running(raw, read_inline(raw, keep_tags=keep_tags))
        if running.read.text == text and not _CONTROL.search(raw):
            if running.read.marks == marks:
                return running
            nearest = nearest or running
    return nearest or running


def tags_in(text: str, tags: Collection[str]) -> tuple[Mark, ...]:
    """These tags where they stand in a text."""
    found = _TAG.finditer(text) if tags else ()
    names = ((match, match[1] or match[2]) for match in found)
    return tuple(Mark("tag", *match.span(), name) for match, name in names if name in tags)


def as_element(raw: str) -> str:
    """Text that begins a line, or stands behind a sign, and must not be taken for another one."""
    return f"\\{raw}" if _BEGINS.match(raw) else raw


def written_tag(tag: str) -> str:
    """A tag with its hash, or nothing if it cannot be written."""
    if _WORD_TAG.fullmatch(tag):
        return f"#{tag}"
    return f"#({tag})" if _WORDS_TAG.fullmatch(tag) else ""


@cache
def _special() -> re.Pattern[str]:
    codes = "|".join(re.escape(code) for code in SHORTCODES)
    return re.compile(
        rf"[\\*_\[\]<>{{}}]|\#(?=[\w(])|/(?=[/*])|\.(?=(?:{codes})\.)|:(?=(?:{codes}):)"
    )


def _escaped(text: str) -> str:
    return _special().sub(r"\\\g<0>", text)


def _marked(text: str, marks: tuple[Mark, ...]) -> str:
    """The text with its marks; what comes of marks that overlap is seen when it is read."""
    delimiters = dict(_DELIMITERS)
    if not all(_can_stand(mark, text[mark.start : mark.end]) for mark in marks):
        return _escaped(text)
    if any(mark.kind == "bold" for mark in marks):
        delimiters["italic"] = "_"
    pieces: list[str] = []
    open_marks: list[Mark] = []
    at = 0

    def go_to(place: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1].end <= place:
            mark = open_marks.pop()
            pieces.append(_escaped(text[at : max(at, mark.end)]))
            pieces.append(delimiters[mark.kind])
            at = max(at, mark.end)
        pieces.append(_escaped(text[at : max(at, place)]))
        at = max(at, place)

    # Of marks on the same stretch, the inner one closes first and comes first.
    numbered = sorted(enumerate(marks), key=lambda pair: (pair[1].start, -pair[1].end, -pair[0]))
    for _, mark in numbered:
        go_to(mark.start)
        if mark.kind in delimiters:
            pieces.append(delimiters[mark.kind])
            open_marks.append(mark)
            continue
        shown = text[mark.start : mark.end]
        pieces.append(f"[{shown}]({mark.target})" if mark.kind == "link" else shown)
        at = max(at, mark.end)
    go_to(len(text))
    return "".join(pieces)


def _can_stand(mark: Mark, shown: str) -> bool:
    """Whether the words of a mark can be written as they are, with nothing in them escaped."""
    if mark.kind in _DELIMITERS:
        return True
    if mark.kind == "link":
        return not (_UNSAFE.search(shown) or _UNSAFE.search(f"({mark.target}"))
    written = (form.format(mark.target) for form in _SIGNED.get(mark.kind, ()))
    return shown in written and not _UNSAFE.search(shown)


def _holds_comment(raw: str) -> bool:
    """Whether the signs of marks make a comment with what they stand beside."""
    scanned = scan(raw)
    return scanned.text != raw or bool(scanned.unclosed)
