"""The diagnostics of one file, worded by a format's table of codes."""

from collections.abc import Mapping

from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.span import Span

Codes = Mapping[str, tuple[Severity, str, str]]
"""By code: how bad it is, the message, and what to do about it."""


class Findings:
    """What is wrong or noteworthy, as it turns up."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self.found: list[Diagnostic] = []

    def add(self, code: str, span: Span | None, **words: object) -> None:
        """Report a problem; the words fill its message."""
        severity, message, hint = self._codes[code]
        self.found.append(Diagnostic(code, severity, message.format(**words), span, hint))
