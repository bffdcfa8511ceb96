"""Diagnostics as workflow commands, which GitHub shows beside the lines that they are about."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.span import Span
from argmap.render.lines import visible

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def github_lines(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """``::error file=…,line=…,col=…,endLine=…,endColumn=…,title=CODE::message``, one a line.

    Columns are given where line and end line are one: GitHub takes them for nothing else. Control
    characters are spelt out, for the commands are also shown in the log of the run.
    """
    for diagnostic in diagnostics:
        properties = [*_place(diagnostic.span), ("title", diagnostic.code)]
        said = ",".join(f"{key}={_property(str(value))}" for key, value in properties)
        message = visible(diagnostic.message)
        if diagnostic.hint:
            message += f"\nhint: {visible(diagnostic.hint)}"
        yield f"::{_COMMANDS[diagnostic.severity]} {said}::{_message(message)}"


def _place(span: Span | None) -> list[tuple[str, object]]:
    if span is None:
        return []
    file, line, column, end_line, end_column = span
    if line != end_line:
        return [("file", file), ("line", line), ("endLine", end_line)]
    columns = [("col", column), ("endLine", end_line), ("endColumn", end_column)]
    return [("file", file), ("line", line), *columns]


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(visible(text)).replace(":", "%3A").replace(",", "%2C")
