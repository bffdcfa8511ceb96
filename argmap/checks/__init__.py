"""Checks of how a map is argued. One file of this folder is one check; there is no other list."""

from typing import TYPE_CHECKING

from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap

if TYPE_CHECKING:
    from argmap.checks._check import Check


def all_checks() -> "tuple[Check, ...]":
    """The checks, by code."""
    from importlib import import_module
    from pkgutil import iter_modules

    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    checks: list[Check] = [import_module(f"{__name__}.{name}").CHECK for name in names]
    return tuple(sorted(checks, key=lambda check: check.code))


def run(map: ArgumentMap) -> list[Diagnostic]:
    """The findings of all checks, by place in the file; those without a place come last."""
    findings = [finding for check in all_checks() for finding in check.run(map)]
    return sorted(findings, key=place)


def place(finding: Diagnostic) -> tuple[bool, str, int, int, str]:
    """What findings are sorted by: file, line, column and code; those without a place come last."""
    span = finding.span
    if span is None:
        return True, "", 0, 0, finding.code
    return False, span.file, span.line, span.column, finding.code
