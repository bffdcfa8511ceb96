"""Running text as Argdown's JSON has it: the text, and ranges over it.

A range includes its last letter, and counts UTF-16 code units, as JavaScript does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.formats.argdown.inline import Inline
from argmap.formats.argdown.syntax import Content
from argmap.formats.argdown_json.places import has_wide, wide_letters
from argmap.model.claim import Mark

Record = dict[str, Any]
_TARGETS = {
    "bold": "",
    "italic": "",
    "link": "url",
    "tag": "tag",
    "statement-mention": "title",
    "argument-mention": "title",
}
"""The kinds of ranges, and what each says of its target."""
_WITH_BLANK = frozenset({"tag", "statement-mention", "argument-mention"})
"""The kinds that take in the blank after them."""


def text_record(said: Inline | Content) -> Record:
    """The text, with the blanks after it, and its ranges if there are any."""
    text = said.text + said.tail
    record: Record = {"text": text.replace("\v", " ")}
    if said.marks:
        wide = has_wide(text)
        record["ranges"] = [_range(mark, text, wide=wide) for mark in said.marks]
    return record


def _range(mark: Mark, text: str, *, wide: bool) -> Record:
    start, end = mark.start, mark.end
    if mark.kind in _WITH_BLANK and text[end : end + 1] in {" ", "\t"}:
        end += 1
    if wide:
        start, end = (at + wide_letters(text[:at]) for at in (start, end))
    record: Record = {"type": mark.kind, "start": start, "stop": end - 1}
    if _TARGETS[mark.kind]:
        record[_TARGETS[mark.kind]] = mark.target
    return record


def marks_of(ranges: Iterable[Mapping[str, Any]], text: str) -> tuple[Mark, ...]:
    """The ranges of a text as marks, without the blanks that they take in.

    Raises :class:`KeyError`, :class:`TypeError` or :class:`ValueError` if they are no ranges.
    """
    marks = []
    offsets = _offsets(text) if has_wide(text) else range(len(text) + 1)
    for each in ranges:
        kind, start, stop = each["type"], each["start"], each["stop"]
        if kind not in _TARGETS:
            continue  # a shortcode, whose sign is in the text
        # The blank after a tag that ends a heading is in the range, and not in the title.
        if not 0 <= start <= stop + 1 <= len(offsets):
            raise ValueError("has a range that is not in its text")
        end = offsets[min(stop + 1, len(offsets) - 1)]
        if kind in _WITH_BLANK and text[end - 1 : end] in {" ", "\t"}:
            end -= 1
        end = min(end, len(text.rstrip()))
        target = each[_TARGETS[kind]] if _TARGETS[kind] else ""
        marks.append(Mark(kind, offsets[start], end, str(target)))
    return tuple(marks)


def _offsets(text: str) -> list[int]:
    """For each UTF-16 code unit of a text, the letter that it belongs to; and the end."""
    letters = [at for at, letter in enumerate(text) for _ in range(1 + (letter > "\uffff"))]
    return [*letters, len(text)]
