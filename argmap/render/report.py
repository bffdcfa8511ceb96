"""Diagnostics as text: ``file:line:col: CODE message``, the place in the file, and the remedy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.model.diagnostic import Diagnostic
from argmap.render.lines import Layout, Line, Segment, cells, plain, visible

_LONGEST_EXCERPT = 200
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
    """The diagnostics; on a drawn layout with the line that each is about.

    ``texts`` are the files that were read, and nothing else is shown: what a map says it was
    written in can be anything. Concise are a diagnostic's first lines only.
    """
    lines: dict[str, list[str]] = {}
    for diagnostic in diagnostics:
        where = f"{diagnostic.span!s}: " if diagnostic.span else ""
        yield [
            Segment(where),
            Segment(diagnostic.code, diagnostic.severity),
            Segment(f" {diagnostic.message}"),
        ]
        if concise:
            continue
        file = diagnostic.span.file if diagnostic.span else ""
        if layout.drawn and file in texts:
            if file not in lines:
                lines[file] = texts[file].split("\n")
            yield from _excerpt(diagnostic, lines[file])
        if diagnostic.hint:
            yield [Segment("  hint: ", "dim"), Segment(diagnostic.hint, "dim")]


def _excerpt(diagnostic: Diagnostic, lines: Sequence[str]) -> Iterator[Line]:
    """The line of the file with carets under what is meant."""
    span = diagnostic.span
    if span is None or not 0 < span.line <= len(lines) or not lines[span.line - 1].strip():
        return
    line = lines[span.line - 1].expandtabs(1)
    end = span.end_column if span.end_line == span.line else len(line)
    margin = f"{span.line:>5} | "
    shown = line[:_LONGEST_EXCERPT]
    yield [Segment(margin, "dim"), Segment(shown)]
    if span.column <= len(shown):
        before, meant = visible(shown[: span.column - 1]), visible(shown[span.column - 1 : end])
        carets = "^" * max(1, cells(meant))
        blank = " " * (len(margin) + cells(before))
        yield [Segment(blank), Segment(carets, diagnostic.severity)]


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many errors, warnings and notes there are, in words."""
    counts = [
        (severity, sum(d.severity == severity for d in diagnostics))
        for severity in ("error", "warning", "note")
    ]
    parts = [f"{n} {severity}{'s' * (n > 1)}" for severity, n in counts if n]
    return ", ".join(parts)
