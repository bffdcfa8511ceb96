"""Options that would have no effect beside others, which is told instead of passed over."""

from typing import NamedTuple

from argmap.cli.errors import UserError
from argmap.semantics.judgement import CARNEADES, GROUNDED, Wanted, strength_names


class Shape(NamedTuple):
    """What kind of answer ``evaluate`` is asked for."""

    label: str | None
    all: bool
    limit: int | None
    compare: bool
    mode: str | None


def refuse_idle(shape: Shape, wanted: Wanted) -> None:
    """Raise :class:`UserError` for an option of ``evaluate`` that would have no effect."""
    leave_out = "leave one of them out"
    if shape.compare and shape.all:
        raise UserError("--compare and --all are two questions", leave_out)
    if shape.limit is not None and not shape.all:
        raise UserError("--limit is about the labellings that --all shows", "add --all")
    kind = "--compare" if shape.compare else "--all" if shape.all else ""
    for option, given in (("--label", shape.label), ("--mode", shape.mode)):
        if given and kind:
            raise UserError(f"{option} does not go with {kind}", leave_out)
    if shape.label and wanted.semantics in strength_names():
        raise UserError("--label chooses labels, and strengths are numbers", leave_out)
    if shape.mode and wanted.semantics in {GROUNDED, CARNEADES, *strength_names()}:
        raise UserError(
            f"--mode chooses among labellings, and {wanted.semantics} has only one",
            "add --semantics preferred, or another that has several",
        )
