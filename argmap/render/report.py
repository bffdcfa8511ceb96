"""Diagnostics as text: ``file:line:col: CODE message``, the place in the file, and the remedy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.model.diagnostic import Diagnostic
from argmap.render.lines import Layout, Line, Segment, cells, plain, visible, wrap

_LONGEST_EXCERPT = 200
_SHORTEST_EXCERPT = 40
_NO_TEXTS: Mapping[str, str] = {}


def report(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """The diagnostics without excerpts or colour: a line each, and one for the hint."""
    return plain(report_lines(diagnostics, Layout()))


def report_lines(
    diagnostics: Iterable[Diagnostic],
    layout: Layout,
    texts: Mapping[str, str] = _NO_TEXTS,
    *,
    concise: bool = False,
) -> Iterator[Line]:
    """The diagnostics; on a drawn layout with the severity and the line that each is about.

    ``texts`` are the files that were read, and nothing else is shown: what a map says it was
    written in can be anything. Concise is one line for each.
    """
    lines: dict[str, list[str]] = {}
    for diagnostic in diagnostics:
        where = f"{diagnostic.span!s}: " if diagnostic.span else ""
        severity = f"{diagnostic.severity} " if layout.drawn else ""
        code = Segment(f"{severity}{diagnostic.code}", diagnostic.severity)
        said = [Segment(where), code, Segment(f" {diagnostic.message}")]
        if concise:
            yield said
            continue
        yield from _told(said, layout)
        file = diagnostic.span.file if diagnostic.span else ""
        if layout.drawn and file in texts:
            if file not in lines:
                lines[file] = texts[file].split("\n")
            yield from _excerpt(diagnostic, lines[file], layout)
        if diagnostic.hint:
            yield from _told([Segment("hint: ", "dim"), Segment(diagnostic.hint, "dim")], layout, 2)


def _told(said: Line, layout: Layout, indent: int = 0) -> Iterator[Line]:
    """One line, or as many as it takes; those after the first are indented more."""
    lines = [said]
    if layout.width is not None:
        parts = [part for part in said if part.text]
        words = [Segment(word, part.style) for part in parts for word in part.text.split()]
        lines = wrap(words, layout.width - indent, layout.width - indent - 4)
    for number, line in enumerate(lines):
        blank = " " * (indent + 4 * bool(number))
        yield [Segment(blank), *line] if blank else line


def _excerpt(diagnostic: Diagnostic, lines: Sequence[str], layout: Layout) -> Iterator[Line]:
    """The line of the file with carets under what is meant; of a long line the part around it."""
    span = diagnostic.span
    if span is None or not 0 < span.line <= len(lines) or not lines[span.line - 1].strip():
        return
    line = lines[span.line - 1].expandtabs(1)
    end = span.end_column if span.end_line == span.line else len(line)
    margin = f"{span.line:>5} | "
    room = min(_LONGEST_EXCERPT, max(_SHORTEST_EXCERPT, (layout.width or 10**6) - len(margin)))
    dots = "..." if layout.ascii else "…"
    before, meant, after = _window(line, span.column - 1, end, room, dots)
    yield [Segment(margin, "dim"), Segment(before + meant + after)]
    if span.column <= len(line) + 1:  # something may be missing at its end
        blank = " " * (len(margin) + cells(before))
        yield [Segment(blank), Segment("^" * max(1, cells(meant)), diagnostic.severity)]


def _window(line: str, first: int, last: int, room: int, dots: str) -> tuple[str, str, str]:
    """What is shown of a line before, in and after a stretch of it, in so many cells."""
    first = min(first, len(line))
    last = max(first + 1, last)
    before, meant, after = line[max(0, first - room) : first], line[first:last], line[last:]
    before, meant, after = visible(before), visible(meant[:room]), visible(after[:room])
    if len(line) <= room and cells(before + meant + after) <= room:
        return before, meant, after
    kept = _head(before[::-1], room // 3)[::-1]
    if len(kept) < len(before) or first > room:
        before = dots + kept
    left = room - cells(before) - len(dots)
    shown = _head(meant, left)
    after = _head(after, left - cells(shown)) if len(shown) == len(meant) else ""
    ends = first + len(shown) + len(after) >= len(line)
    return before, shown, after if ends else after + dots


def _head(text: str, room: int) -> str:
    """As much of the beginning of a text as fits."""
    used = 0
    for number, letter in enumerate(text):
        used += cells(letter)
        if used > room:
            return text[:number]
    return text


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors, warnings and notes there are, in words."""
    counts = [
        (severity, sum(d.severity == severity for d in diagnostics))
        for severity in ("error", "warning", "note")
    ]
    parts = [f"{n} {severity}{'s' * (n > 1)}" for severity, n in counts if n]
    return ", ".join(parts)
