"""Grounded semantics: the complete labelling with the least in."""

from collections.abc import Iterator

from argmap.semantics.frameworks.encodings import COMPLETE
from argmap.semantics.frameworks.kinds._semantics import Semantics
from argmap.semantics.frameworks.session import Session


def _labellings(session: Session) -> Iterator[bytes]:
    yield session.start


def _example(session: Session, argument: int | None, labels: frozenset[int]) -> bytes | None:
    found = argument is None or session.start[argument] in labels
    return session.start if found else None


SEMANTICS = Semantics("grounded", "GR", COMPLETE, True, _labellings, _example)
