"""The lines of a discussion: its name, its entries, its sources."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = re.compile(r"[ \t]*Discussion (Title|Name):[ \t]*(.*)")
HEADER = re.compile(
    r"([ \t]*+)((?:\d++\.)++)(?:[ \t]++(?:(Pro|Con|Thesis|Question):)?|$)[ \t]*+(.*)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"[ \t]*\[(\d{1,9})\][ \t]*(.*)")
_SOURCES = "Sources:"
CLASSIC = "classic"
_DIGITS = 9


class Entry(NamedTuple):
    """An entry: its number without the last dot, what it is, and its text as it is spelt."""

    number: str
    label: str
    text: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def parent(self) -> str:
        """The number of the entry that it stands under; empty for the first."""
        return self.number.rpartition(".")[0]


class Discussion(NamedTuple):
    """A discussion as it is written; ``loose`` are lines before the first entry."""

    title: str
    dialect: str
    entries: list[Entry]
    sources: dict[str, str]
    loose: list[tuple[int, str]]


def discussion_of(text: str) -> Discussion:
    """The parts of a text. Linear in it."""
    lines = text.split("\n")
    headers = list(_headers(lines))
    first = headers[0][0] if headers else len(lines)
    title, dialect, loose = _name_of(lines[:first])
    end, sources = _sources_of(lines, headers[-1][0] if headers else 0)
    starts = [number for number, _ in headers]
    entries = [
        _entry(header, lines[start:until], start + 1)
        for (start, header), until in zip(headers, [*starts[1:], end], strict=False)
    ]
    return Discussion(title, dialect, entries, sources, loose)


def _headers(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines that begin an entry.

    An entry without a label is the first, or a next thesis under a first one without a label; any
    other number is one in a text that runs on, such as that of a list.
    """
    theses = 0
    bare = begun = False
    for number, line in enumerate(lines):
        header = HEADER.match(line)
        if header is None:
            continue
        if not begun:
            begun = True
            bare = not header[3]
        elif is_labelled(header):
            bare = bare and header[2].count(".") > 2  # noqa: PLR2004  # 1.1. has two
        elif bare and is_bare(header) and (at := _last(header[2])) > theses:
            theses = at
        else:
            continue
        yield number, header


def _last(number: str) -> int:
    """The last part of a number; 0 if it is too long to be counted."""
    digits = number[:-1].rpartition(".")[2]
    return int(digits) if len(digits) <= _DIGITS else 0


def is_labelled(header: re.Match[str]) -> bool:
    """Whether a line with a number begins an entry wherever it stands."""
    return bool(header[3]) and header[2].startswith("1.") and header[2] != "1."


def is_bare(header: re.Match[str]) -> bool:
    """Whether a line with a number begins an entry if theses have no labels."""
    return header[2].startswith("1.") and header[2].count(".") == 2  # noqa: PLR2004  # 1.1.


def _name_of(lines: list[str]) -> tuple[str, str, list[tuple[int, str]]]:
    """The title of a discussion, its dialect, and the lines beside that."""
    loose = []
    title: list[str] = []
    dialect = ""
    inside = False
    for number, line in enumerate(lines, 1):
        name = None if dialect else _NAME.match(line)
        if name:
            dialect = CLASSIC if name[1] == "Title" else "2025"
            title.append(name[2])
            inside = True
        elif inside and (line.strip() or not any(title)):
            title.append(line)
        elif line.strip():
            loose.append((number, line))
            inside = False
        else:
            inside = False
    return "\n".join(each.strip() for each in title if each.strip()), dialect or CLASSIC, loose


def _sources_of(lines: list[str], start: int) -> tuple[int, dict[str, str]]:
    """The line where the sources begin, after the last entry, and what they are by number."""
    for number in range(start + 1, len(lines)):
        if lines[number].rstrip() == _SOURCES:
            rest = next((each for each in lines[number + 1 :] if each.strip()), "")
            if _SOURCE.match(rest):
                return number, _listed(lines[number + 1 :])
    return len(lines), {}


def _listed(lines: list[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    at: list[str] = []
    for line in lines:
        source = _SOURCE.match(line)
        if source and source[1] not in found:
            at = found[source[1]] = [source[2].rstrip()]
        else:
            at.append(line.rstrip())
    return {number: "\n".join(each).rstrip() for number, each in found.items()}


def _entry(header: re.Match[str], lines: list[str], line: int) -> Entry:
    """An entry with all the lines of its text; their indentation is that of its number."""
    indent = header[1]
    text = [header[4], *(each.removeprefix(indent) for each in lines[1:])]
    joined = "\n".join(each.rstrip() for each in text).strip("\n")
    used = max((n for n, each in enumerate(lines) if each.strip()), default=0)
    return Entry(
        header[2][:-1],
        (header[3] or "").title(),
        joined.strip(),
        line,
        len(indent) + 1,
        line + used,
        len(lines[used].rstrip()),
    )
