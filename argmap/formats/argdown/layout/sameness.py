"""Whether two texts say the same, word for word, however they are laid out."""

import re
from collections.abc import Iterator
from itertools import takewhile, zip_longest
from typing import NamedTuple

from argmap.formats._format import Source
from argmap.formats.argdown.layout.roles import Part, parts_of
from argmap.formats.argdown.scan import BLANKED, scan
from argmap.formats.argdown.syntax import Content, Document, Inference, Node
from argmap.model.claim import Mark

_COMMENT = re.compile(f"{BLANKED}+")
_WITHOUT_BLANKS = str.maketrans("", "", " \t")


class Read(NamedTuple):
    """A source, and what it was read as."""

    source: Source
    document: Document


def first_difference(before: Read, after: Read) -> int:
    """The line, from 1, of the text before at which the one after says something else; 0 if none.

    Compared are the syntax trees, but not where things stand and how many blanks there are between
    words; the words of comments; and all characters but blanks, line ends and the hyphens of
    inferences.
    """
    if before.document.front != after.document.front:
        return 1
    for old, new in zip_longest(parts_of(before.document), parts_of(after.document)):
        if old is None or new is None or _said(old) != _said(new):
            span = (old or new).thing.span
            return span.line if old and span.file == before.source.name else 1
    comments = _first(_comments(before.source.text), _comments(after.source.text))
    return comments or _first(_characters(before), _characters(after))


def _said(part: Part) -> tuple[object, ...]:
    """What a part of a document says, and how it hangs together with the others."""
    thing = part.thing
    place = (type(thing), part.block, part.depth, part.mark)
    if isinstance(thing, Inference):
        return (*place, thing.rules, thing.data)
    content = thing.content
    said = (*place, *_single_spaced(content), content.tags, content.data)
    if isinstance(thing, Node):
        return (*said, thing.title, thing.form, thing.argument, thing.listed)
    return (*said, thing.level)


def _single_spaced(content: Content) -> tuple[str, tuple[Mark, ...]]:
    """Text and marks with one blank between words: blanks at the end of a line come on top."""
    if "  " not in content.text:
        return content.text, content.marks
    kept: list[str] = []
    moved = [0]
    for letter in content.text:
        if letter != " " or kept[-1:] != [" "]:
            kept.append(letter)
        moved.append(len(kept))
    marks = (mark._replace(start=moved[mark.start], end=moved[mark.end]) for mark in content.marks)
    return "".join(kept), tuple(marks)


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """The words of comments, line by line, with the number of the line."""
    lines = zip(text.split("\n"), scan(text).text.split("\n"), strict=True)
    for number, (line, blanked) in enumerate(lines, 1):
        if BLANKED in blanked:
            for found in _COMMENT.finditer(blanked):
                words = line[found.start() : found.end()].strip(" \t")
                yield number, f"{words}\n" if words else ""


def _characters(read: Read) -> Iterator[tuple[int, str]]:
    """What is on each line but blanks, with the number of the line."""
    hyphens: set[int] = set()
    for part in parts_of(read.document):
        span = part.thing.span
        if isinstance(part.thing, Inference) and span.file == read.source.name:
            hyphens.update(range(span.line, span.end_line + 1))
    for number, line in enumerate(read.source.text.split("\n"), 1):
        text = line.translate(_WITHOUT_BLANKS)
        yield number, text.replace("-", "") if number in hyphens else text


def _first(old: Iterator[tuple[int, str]], new: Iterator[tuple[int, str]]) -> int:
    """The line of the old text on which the two differ; 0 if they do not."""
    lines = list(old)
    was, is_now = "".join(text for _, text in lines), "".join(text for _, text in new)
    if was == is_now:
        return 0
    left = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(was, is_now, strict=False))
    )
    for number, text in lines:
        left -= len(text)
        if left < 0:
            return number
    return lines[-1][0] if lines else 1
