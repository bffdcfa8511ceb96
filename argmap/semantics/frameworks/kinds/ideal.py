"""Ideal semantics: the most that is in without anything acceptable speaking against it.

That is the complete labelling with the most in that is in under every preferred labelling.
"""

from collections.abc import Iterator

from argmap.semantics.frameworks.encodings import COMPLETE
from argmap.semantics.frameworks.kinds._maximal import MOST_IN, grown
from argmap.semantics.frameworks.kinds._semantics import Semantics
from argmap.semantics.frameworks.session import Session
from argmap.semantics.label import IN, OUT


def _labellings(session: Session) -> Iterator[bytes]:
    """What is in under every preferred labelling found, until none has any of it out.

    Admissible sets of such arguments are attacked by nothing that is in anywhere, and so they are
    part of every preferred labelling (Dunne 2009).
    """
    first = session.first()
    if first is None:
        return
    other: bytes | None = first
    shared = session.open
    while other is not None:
        preferred = grown(MOST_IN, session, other)
        shared = [argument for argument in shared if preferred[argument] == IN]
        # Otherwise the solver stays near what it found before, and each search rules out but one.
        session.prefer(shared, OUT)
        other = session.find((), [session.literal(argument, OUT) for argument in shared])
        session.prefer(session.open, IN)
    kept = frozenset(shared)
    for argument in session.open:
        if argument not in kept:
            session.add([-session.literal(argument, IN)])
    yield grown(MOST_IN, session, first)


def _example(session: Session, argument: int | None, labels: frozenset[int]) -> bytes | None:
    for labelling in _labellings(session):
        if argument is None or labelling[argument] in labels:
            return labelling
    return None


SEMANTICS = Semantics("ideal", "ID", COMPLETE, True, _labellings, _example)
