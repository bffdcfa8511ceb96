"""Running text: emphasis, links, tags, mentions, shortcodes and escapes.

    text     = { escape | shortcode | mention | link | tag | emphasis | character }
    escape   = "\\" character
    mention  = "@[" title "]" | "@<" title ">"
    link     = "[" label "](" address ")"
    tag      = "#" word | "#(" words ")"
    emphasis = "*" text "*" | "_" text "_" | "**" text "**" | "__" text "__"

An opener of emphasis stands before a word and not inside one, a closer after a word and not
inside one; whatever finds no partner is text, so that ``snake_case`` and ``2*3*4`` stay whole.
"""  # fmt: skip

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.model.claim import Mark

_MARKUP = r"""
    \\(?P<escape>.)
  | @\[(?P<statement>[^\[\]\n]+)\] | @<(?P<argument>[^<>\n]+)>
  | \[(?P<label>[^\[\]\n]+)\]\((?P<address>[^()\s]+)\)
  | (?<!\w)\#(?:\((?P<words>[^()\n]+)\)|(?P<word>[\w-]+))
  | (?P<colon>[.:])(?P<code>SHORTCODES)(?P=colon)
  | (?P<run>\*+|_+)
"""
_SPECIAL = re.compile(r"[\\@\[\#*_]|[.:][^\s.:]{1,20}[.:]")
_SPACED = re.compile(r"\n|\t|(?<=[@#*_\[\],.:;</>(){}-])  |#[\w-]+  ")
_BREAKS = re.compile(r"([ \t]*)\n\s*")
_AFTER_WHICH_ONE = re.compile(r"(?<!\\)(?:[@#*_\[\],.:;</>(){}-]|(?<!\w)#[\w-]+)\Z")
_GAPS = re.compile(r"((?<!\\)[@#*_\[\],.:;</>(){}-]|(?<!\w)#[\w-]+)[ \t]{2,}")


class Inline(NamedTuple):
    """Plain text, and what its markup said about stretches of it; ``tail`` are blanks after it."""

    text: str
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    tail: str = ""


@cache
def _markup() -> re.Pattern[str]:
    """Compiled when first needed: most texts have no markup, and most runs meet none."""
    codes = "|".join(re.escape(code) for code in SHORTCODES)
    return re.compile(_MARKUP.replace("SHORTCODES", codes), re.VERBOSE)


class _Pieces:
    """The text so far, in pieces, and the runs of emphasis that still wait for a partner."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.marks: list[Mark] = []
        self.tags: list[str] = []
        self.waiting: list[tuple[str, int]] = []  # delimiter, index of its part
        self.pairs: list[tuple[str, int, int]] = []  # delimiter, opening part, closing part

    def add(self, text: str) -> None:
        self.parts.append(text)

    def close(self, delimiter: str) -> bool:
        """Pair the delimiter with the nearest opener like it; whatever opened between is text."""
        for depth in range(len(self.waiting) - 1, max(-1, len(self.waiting) - 9), -1):
            if self.waiting[depth][0] == delimiter:
                self.pairs.append((delimiter, self.waiting[depth][1], len(self.parts)))
                del self.waiting[depth:]
                self.parts.append("")
                return True
        return False


def read_inline(raw: str, *, keep_tags: bool = True, line_break: str = " ") -> Inline:
    """The plain text of running text, with marks in order of where they begin.

    Without ``keep_tags`` the tags are taken out of the text. ``line_break`` is the blank that a
    line break becomes.
    """
    flat = _on_one_line(raw.strip(), line_break)
    tail = counted_blanks(flat, raw[len(raw.rstrip()) :].partition("\n")[0])
    if not _SPECIAL.search(flat):
        return Inline(flat, tail=tail)
    pieces = _Pieces()
    spots: list[tuple[str, int, str]] = []  # kind, index of the part, target
    position = 0
    for match in _markup().finditer(flat):
        pieces.add(flat[position : match.start()])
        position = match.end()
        if run := match["run"]:
            _emphasis(pieces, run, flat, match.start(), position)
            continue
        kind, shown, target = _read_markup(match)
        if kind == "tag":
            pieces.tags.append(target)
            if not keep_tags:  # it goes with the blank after it
                position += flat[position : position + 1] == " "
                tail = tail if position < len(flat) else tail[1:]
                continue
        if kind:
            spots.append((kind, len(pieces.parts), target))
        pieces.add(shown)
    pieces.add(flat[position:])
    read = _finish(pieces, spots)
    text = read.text.rstrip(" ")
    marks = read.marks
    if any(mark.end > len(text) for mark in marks):  # a tag was taken out before the mark's end
        marks = tuple(
            mark._replace(start=min(mark.start, len(text)), end=min(mark.end, len(text)))
            for mark in marks
        )
    return read._replace(text=text, marks=marks, tail=read.text[len(text) :] + tail)


def title_of(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """The title that a heading's text is, and its marks: the text without the tags in it.

    One blank stands between words. A heading of nothing but tags is its own title.
    """
    if not marks:
        return " ".join(text.split()) or text, ()
    tagged = bytearray(len(text))
    for mark in marks:
        if mark.kind == "tag":
            tagged[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    kept: list[str] = []
    places: list[int] = []  # where each letter of the text stands in the title
    for at, letter in enumerate(text):
        places.append(len(kept))
        if tagged[at]:
            continue
        if not letter.isspace():
            kept.append(letter)
        elif kept and kept[-1] != " ":
            kept.append(" ")
    places.append(len(kept))
    title = "".join(kept).rstrip(" ")
    if not title:
        return text, ()
    moved = (
        mark._replace(start=places[mark.start], end=min(places[mark.end], len(title)))
        for mark in marks
        if mark.kind != "tag"
    )
    return title, tuple(mark for mark in moved if mark.start < mark.end)


def counted_blanks(text: str, blanks: str) -> str:
    """Of the blanks after a text those that Argdown counts: after a sign or a tag only one."""
    return blanks[:1] if len(blanks) > 1 and _AFTER_WHICH_ONE.search(text) else blanks


def _on_one_line(text: str, line_break: str) -> str:
    """The text on one line, with the blanks in it that Argdown keeps.

    A line break is a blank unless blanks stand before it; several blanks after a sign or a tag
    are one.
    """
    if not _SPACED.search(text):
        return text
    joined = _BREAKS.sub(lambda match: match[1].replace("\t", "") or line_break, text)
    return _GAPS.sub(r"\1 ", joined)


def _read_markup(match: re.Match[str]) -> tuple[str, str, str]:
    """What kind of mark was matched (or none), what is shown for it, and what it points to."""
    whole = match.group()
    if (escape := match["escape"]) is not None:
        return "", escape, ""
    if title := match["statement"]:
        return "statement-mention", whole, title
    if title := match["argument"]:
        return "argument-mention", whole, title
    if label := match["label"]:
        return "link", label, match["address"]
    if code := match["code"]:
        return "", SHORTCODES[code], ""
    return "tag", whole, match["words"] or match["word"]


def _emphasis(pieces: _Pieces, run: str, text: str, start: int, end: int) -> None:
    """Open or close emphasis with a run of stars or underscores, or take it as text."""
    before, after = text[start - 1 : start], text[end : end + 1]
    closes = bool(before) and not before.isspace() and not after.isalnum()
    opens = bool(after) and not after.isspace() and not before.isalnum()
    size = len(run)
    if size > 4 or not (opens or closes):  # noqa: PLR2004  # four open bold twice; more is a rule
        pieces.add(run)
        return
    delimiters = [run[:2]] * (size // 2) + [run[:1]] * (size % 2)
    if closes and pieces.waiting:
        # Whatever was opened last is closed first.
        if pieces.waiting[-1][0] == delimiters[-1]:
            delimiters.reverse()
        rest = [delimiter for delimiter in delimiters if not pieces.close(delimiter)]
        if len(rest) < len(delimiters) or not opens:
            pieces.parts += rest
            return
    if not opens:
        pieces.add(run)
        return
    for delimiter in delimiters:
        pieces.waiting.append((delimiter, len(pieces.parts)))
        pieces.parts.append(delimiter)


def _finish(pieces: _Pieces, spots: list[tuple[str, int, str]]) -> Inline:
    """Join the pieces, blank the delimiters that found a partner, and measure the marks."""
    parts = pieces.parts
    for _, opening, _ in pieces.pairs:
        parts[opening] = ""
    offsets = [0]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    marks = [
        Mark("bold" if len(delimiter) == 2 else "italic", offsets[opening], offsets[closing])  # noqa: PLR2004
        for delimiter, opening, closing in sorted(pieces.pairs, key=lambda pair: pair[1])
    ]
    marks += (Mark(kind, offsets[at], offsets[at + 1], target) for kind, at, target in spots)
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    return Inline("".join(parts), tuple(marks), tuple(pieces.tags))
