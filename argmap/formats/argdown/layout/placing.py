"""The units that a text is written in, and the indentation of each."""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.formats.argdown.layout.roles import Role
from argmap.formats.argdown.lines import Line


class Unit(NamedTuple):
    """A line, and in ``line.last`` all that goes on from it.

    ``role`` is what the syntax tree says of it. ``blank`` lines part blocks, ``comment`` lines hold
    nothing else, ``inner`` ones begin inside of a comment.
    """

    line: Line
    role: Role | None = None
    blank: bool = False
    comment: bool = False
    inner: bool = False


def indentations(units: Sequence[Unit]) -> list[int | None]:
    """The indentation of each unit; ``None`` where it stays as it is.

    A comment is indented like what follows it, and like the element above at the end of a block.
    """
    found: list[int | None] = []
    above = 0
    for unit, below in zip(units, _from_below(units), strict=True):
        if unit.blank:
            above = 0
        elif unit.role is not None:
            above = unit.role.level
        found.append(above if unit.comment and below is None else below)
    return found


def _from_below(units: Sequence[Unit]) -> list[int | None]:
    """For each unit its own indentation, or that of what follows on it within its block."""
    found: list[int | None] = []
    indent: int | None = None
    for unit in reversed(units):
        if unit.role is not None:
            indent = unit.role.level + unit.role.hang
        elif not (unit.comment or unit.inner):
            indent = None
        found.append(indent)
    found.reverse()
    return found
