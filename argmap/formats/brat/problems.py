"""What is wrong or noteworthy with annotations: the codes, in words."""

from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.span import Span

_LEFT_OUT = "it is left out; the other annotations are read"
_KEPT = "it is kept and will be written again, but is no part of the map"
PROBLEMS: dict[str, tuple[Severity, str, str]] = {
    "BR01": ("error", "this is no annotation: {why}", _LEFT_OUT),
    "BR02": ("error", "{id} refers to {end!r}, which is not there", _LEFT_OUT),
    "BR03": (
        "error",
        "the id {id!r} is already taken; this one is called {new!r}",
        "give each annotation an id of its own; references are taken to mean the first",
    ),
    "BR04": ("error", "the offsets of {id} are no passage: {offsets!r}", "it has no anchor"),
    "BR05": (
        "warning",
        "{id} quotes {quote!r}, but the text has {words!r} there",
        "offsets count characters of the text beside it; its claim has the quoted words",
    ),
    "BR06": ("warning", "the stance of {id} is {value!r}, neither For nor Against", _KEPT),
    "BR07": ("warning", "the stance {id} has no major claim to bear on", _KEPT),
    "BR08": ("note", "{count} annotations say nothing of claims and relations", _KEPT),
    "BR09": ("warning", "{id} quotes no words", "its claim has no text"),
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
