"""What is wrong or noteworthy with a discussion: the codes, in words."""

from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.span import Span

PROBLEMS: dict[str, tuple[Severity, str, str]] = {
    "KI01": (
        "error",
        "this is no discussion: it has no entry",
        "an export begins with the name of the discussion, and the entry 1. follows",
    ),
    "KI02": (
        "error",
        "the entry {number} stands under {gone}, which is not there",
        "it is read as a thesis of its own",
    ),
    "KI03": (
        "error",
        "the number {number} is already taken; this entry is called {new!r}",
        "references to it are taken to mean the first",
    ),
    "KI04": (
        "error",
        "the entry {number} refers to {gone}, which is not there",
        "it is left out; the other entries are read",
    ),
    "KI05": ("warning", "the entry {number} has no text", ""),
    "KI06": (
        "warning",
        "the thesis {number} stands under a claim",
        "it is read as a thesis of its own",
    ),
    "KI07": ("warning", "this text belongs to no entry", "it is kept and will be written again"),
    "KI08": ("warning", "the entry {number} refers to itself in a circle", "it is left out"),
}
"""By code: how bad it is, the message, and what to do about it."""


class Problems:
    """The diagnostics of a file, as they turn up."""

    def __init__(self, file: str) -> None:
        self.found: list[Diagnostic] = []
        self._file = file

    def add(self, code: str, line: int, column: int = 1, **words: object) -> None:
        """Report a problem in a line."""
        severity, message, hint = PROBLEMS[code]
        span = Span(self._file, line, column, line, column)
        self.found.append(Diagnostic(code, severity, message.format(**words), span, hint))
