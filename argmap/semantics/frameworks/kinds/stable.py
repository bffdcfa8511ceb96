"""Stable semantics: complete labellings that leave nothing undecided; there may be none."""

from collections.abc import Iterator

from argmap.semantics.frameworks.encodings import STABLE
from argmap.semantics.frameworks.kinds._semantics import Semantics
from argmap.semantics.frameworks.kinds._wanted import wanted
from argmap.semantics.frameworks.session import Session


def _labellings(session: Session) -> Iterator[bytes]:
    labelling = session.first()
    while labelling is not None:
        yield labelling
        session.exclude_parts_of(labelling)
        labelling = session.find()


def _example(session: Session, argument: int | None, labels: frozenset[int]) -> bytes | None:
    for _, kept in wanted(session, argument, labels):
        found = session.find(kept) if kept else session.first()
        if found is not None:
            return found
    return None


SEMANTICS = Semantics("stable", "ST", STABLE, False, _labellings, _example)
