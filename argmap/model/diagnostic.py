"""What is wrong or noteworthy, as a value that is returned and never raised."""

from typing import Literal, NamedTuple

from argmap.model.span import Span

Severity = Literal["error", "warning", "note"]
"""``error``: something could not be read or does not hold; ``warning``: it stands but is
probably not meant; ``note``: worth knowing, and never a reason to fail."""


class Diagnostic(NamedTuple):
    """One finding.

    ``message`` is a single statement that can stand alone; ``hint`` says what to do about it;
    ``claims`` are the ids of the claims that it is about.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    hint: str = ""
    claims: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = f"{self.span}: " if self.span else ""
        return f"{where}{self.code} {self.message}"


def failures(diagnostics: "list[Diagnostic] | tuple[Diagnostic, ...]") -> list[Diagnostic]:
    """The findings that make an answer doubtful: errors, without warnings and notes."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
