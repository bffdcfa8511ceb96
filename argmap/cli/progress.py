"""Telling on a terminal how far a long piece of work is."""

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
_MANY = 200
"""So many maps take about a second."""


def shown(items: Sequence[T], doing: str) -> Iterable[T]:
    """The items, with a bar on a terminal while there is much to do."""
    return counted(items, len(items), doing, _MANY)


def counted(items: Iterable[T], total: int, doing: str, many: int) -> Iterable[T]:
    """The items, of which there are so many, with a bar on a terminal if that is much."""
    if not sys.stderr.isatty() or total < many:
        return items
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(items, doing, total=total, console=console, transient=True)
