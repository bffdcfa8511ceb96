"""Running text as Argdown's JSON has it: the text, and ranges over it."""

from typing import Any

from argmap.formats.argdown.inline import Inline
from argmap.formats.argdown_json.places import has_wide, wide_letters
from argmap.model.claim import Mark

Record = dict[str, Any]
_SHOWN_TARGET = {
    "link": "url",
    "tag": "tag",
    "statement-mention": "title",
    "argument-mention": "title",
}
_WITH_BLANK = frozenset({"tag", "statement-mention", "argument-mention"})
"""The marks that take in the blank after them."""


def text_record(inline: Inline) -> Record:
    """The text, with the blanks after it, and its ranges if there are any."""
    text = inline.text + inline.tail
    record: Record = {"text": text}
    if inline.marks:
        wide = has_wide(text)
        record["ranges"] = [_range(mark, text, wide=wide) for mark in inline.marks]
    return record


def _range(mark: Mark, text: str, *, wide: bool) -> Record:
    """A mark as a range: its last letter is included, and letters are UTF-16 code units."""
    start, end = mark.start, mark.end
    if mark.kind in _WITH_BLANK and text[end : end + 1] in {" ", "\t"}:
        end += 1
    if wide:
        start, end = (at + wide_letters(text[:at]) for at in (start, end))
    record: Record = {"type": mark.kind, "start": start, "stop": end - 1}
    if mark.kind in _SHOWN_TARGET:
        record[_SHOWN_TARGET[mark.kind]] = mark.target
    return record
