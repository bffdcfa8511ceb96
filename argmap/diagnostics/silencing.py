"""Comments of a map that silence diagnostics.

    comment = "argmap: ignore" [ codes ] | "argmap: ignore-file" [ codes ]
    codes   = code { "," code }

The first silences findings about its own line or, if nothing else stands there, about the next
line that is no comment; the second silences the whole file. Without codes it is all of them.
Comments are written as in Argdown; in YAML before the map, any comment is for the whole file.
"""  # fmt: skip

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.diagnostics.selecting import ALL, meant, nearest
from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span

_CODE = r"[A-Za-z]+(?:[0-9]+|-[a-z-]+)?"
_CODES = rf"{_CODE}(?:[ \t]*,[ \t]*{_CODE})*"
_ASKED = re.compile(rf"argmap:[ \t]*ignore(?P<file>-file)?(?![\w-])[ \t]*(?P<codes>{_CODES})?")
_FENCE = re.compile(r"={3,}\s*|-{3,}\s*")


class Silence(NamedTuple):
    """What the comments of a file silence: prefixes of codes in the whole file, and by line.

    ``lines`` are lines from 1; ``problems`` are what is wrong with the comments.
    """

    file: frozenset[str]
    lines: Mapping[int, frozenset[str]]
    problems: list[Diagnostic]

    def covers(self, finding: Diagnostic) -> bool:
        """Whether a finding about this file is silenced: by its first or its last line."""
        prefixes = self.file
        if finding.span is not None:
            for line in (finding.span.line, finding.span.end_line):
                prefixes |= self.lines.get(line, frozenset())
        return any(finding.code.startswith(prefix) for prefix in prefixes)


NOTHING = Silence(frozenset(), {}, [])
"""What a file without such comments silences."""


class _Comment(NamedTuple):
    """What is asked by a comment, where it is said, and the line it is about, 0 for all."""

    words: list[tuple[str, int]]
    line: int
    about: int


def silence(text: str, name: str) -> Silence:
    """What the comments of a text silence. Linear; next to nothing where there are none."""
    if "argmap:" not in text:
        return NOTHING
    from argmap.diagnostics.explanation import names

    known = names()
    whole: set[str] = set()
    lines: dict[int, set[str]] = {}
    problems: list[Diagnostic] = []
    for words, line, about in _comments(text):
        prefixes = lines.setdefault(about, set()) if about else whole
        if not words:
            prefixes.add(ALL)
        for word, column in words:
            prefix = meant(word, known)
            if prefix is None:
                span = Span(name, line, column, line, column + len(word) - 1)
                problems.append(_unknown(word, span, known))
            else:
                prefixes.add(prefix)
    by_line = {line: frozenset(prefixes) for line, prefixes in lines.items()}
    return Silence(frozenset(whole), by_line, problems)


def _comments(text: str) -> Iterator[_Comment]:
    from argmap.formats.argdown.scan import BLANKED, scan

    lines = text.split("\n")
    left = scan(text).text.split("\n")  # without comments
    front = _front_matter(lines)
    following = _following(left, BLANKED)
    for number, line in enumerate(lines):
        for match in _ASKED.finditer(line) if "argmap:" in line else ():
            in_yaml = number < front and "#" in line[: match.start()]
            if not in_yaml and left[number][match.start() : match.start() + 1] != BLANKED:
                continue
            about = 0 if match["file"] or number < front else following[number] + 1
            yield _Comment(_words(match), number + 1, about)


def _words(match: re.Match[str]) -> list[tuple[str, int]]:
    """The codes that a comment names, with the columns that they begin in, from 1."""
    start = match.start("codes")
    return [
        (each.group(), start + each.start() + 1)
        for each in re.finditer(_CODE, match["codes"] or "")
    ]


def _front_matter(lines: list[str]) -> int:
    """The number of the line on which YAML before the map ends; 0 if there is none."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[first]):
        return 0
    fences = (n for n in range(first + 1, len(lines)) if _FENCE.fullmatch(lines[n]))
    return next(fences, 0)


def _following(left: list[str], blanked: str) -> list[int]:
    """For each line the number of the first from it on that says something beside comments."""
    following = [0] * len(left)
    said = len(left)
    for number in range(len(left) - 1, -1, -1):
        if left[number].strip(f" \t{blanked}"):
            said = number
        following[number] = said
    return following


def _unknown(word: str, span: Span, known: Mapping[str, str]) -> Diagnostic:
    near = nearest(word, known)
    hint = f"did you mean {near[0]}?" if near else "`argmap explain` lists all codes"
    return Diagnostic("CO01", "note", f"there is no diagnostic {word!r}", span, hint)
