"""Diagnostics as text: ``file:line:col: CODE message``, the place in the file, and the remedy."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.model.diagnostic import Diagnostic
from argmap.render.lines import Layout, Line, Segment, cells, plain, visible

_LONGEST_EXCERPT = 200


def report(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """The diagnostics without excerpts or colour: a line each, and one for the hint."""
    return plain(report_lines(diagnostics, Layout()))


def report_lines(
    diagnostics: Iterable[Diagnostic], layout: Layout, files: Iterable[str] = ()
) -> Iterator[Line]:
    """The diagnostics; on a drawn layout with the line that each is about.

    Only these files are read for that: what a map says it was written in can be anything.
    """
    texts: dict[str, Sequence[str] | None] = dict.fromkeys(files)
    for diagnostic in diagnostics:
        where = f"{diagnostic.span!s}: " if diagnostic.span else ""
        yield [
            Segment(where),
            Segment(diagnostic.code, diagnostic.severity),
            Segment(f" {diagnostic.message}"),
        ]
        if layout.drawn:
            yield from _excerpt(diagnostic, texts)
        if diagnostic.hint:
            yield [Segment("  hint: ", "dim"), Segment(diagnostic.hint, "dim")]


def _excerpt(diagnostic: Diagnostic, texts: dict[str, Sequence[str] | None]) -> Iterator[Line]:
    """The line of the file with carets under what is meant, if the file can be read again."""
    from argmap.store.files import read_file

    span = diagnostic.span
    if span is None or span.file not in texts:
        return
    lines = texts[span.file]
    if lines is None:
        lines = texts[span.file] = read_file(span.file).text.split("\n")
    if not 0 < span.line <= len(lines) or not lines[span.line - 1].strip():
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
