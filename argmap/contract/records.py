"""Diagnostics as plain data, as they appear in every JSON answer."""

from collections.abc import Iterable

from argmap.formats.json.records import Record, span_record
from argmap.model.diagnostic import Diagnostic


def diagnostic_records(diagnostics: Iterable[Diagnostic]) -> list[Record]:
    """Diagnostics, in their order."""
    return [
        {
            "code": diagnostic.code,
            "severity": diagnostic.severity,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "span": span_record(diagnostic.span),
            "claims": list(diagnostic.claims),
        }
        for diagnostic in diagnostics
    ]
