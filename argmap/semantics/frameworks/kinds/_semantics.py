"""What a semantics is."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from argmap.semantics.frameworks.encodings import Encoding
from argmap.semantics.frameworks.session import Session


class Semantics(NamedTuple):
    """Which labellings of a framework count.

    ``labellings`` are all of them, none twice. ``example`` is one that gives an argument any of
    these labels, if there is one, and not needing more than that it may well be quicker; of no
    argument it is any labelling at all. ``exists`` says whether there always is one. ``code`` is
    what the ICCMA competition calls the semantics.
    """

    name: str
    code: str
    encoding: Encoding
    exists: bool
    labellings: Callable[[Session], Iterator[bytes]]
    example: Callable[[Session, int | None, frozenset[int]], bytes | None]
