"""Ideal semantics: the most that is in without anything acceptable speaking against it.

That is the complete labelling with the most in that is in under every preferred labelling.
"""

from collections.abc import Iterator

from argmap.semantics.frameworks.encodings import COMPLETE
from argmap.semantics.frameworks.kinds._maximal import MOST_IN, grown
from argmap.semantics.frameworks.kinds._semantics import Semantics
from argmap.semantics.frameworks.session import Session
from argmap.semantics.label import IN


def _labellings(session: Session) -> Iterator[bytes]:
    """What is in nowhere, or attacked by something that is in somewhere, cannot be in."""
    first = session.first()
    if first is None:
        return
    somewhere = _in_somewhere(session)
    attackers = session.framework.attackers
    for argument in session.open:
        if not somewhere[argument] or any(somewhere[other] for other in attackers[argument]):
            session.add([-session.literal(argument, IN)])
    yield grown(MOST_IN, session, first)


def _in_somewhere(session: Session) -> bytes:
    """For each open argument whether some labelling has it in."""
    somewhere = bytearray(len(session.framework))
    waiting = session.open
    while waiting:
        found = session.find((), [session.literal(argument, IN) for argument in waiting])
        if found is None:
            break
        for argument in waiting:
            somewhere[argument] = found[argument] == IN
        waiting = [argument for argument in waiting if not somewhere[argument]]
    return bytes(somewhere)


def _example(session: Session, argument: int | None, labels: frozenset[int]) -> bytes | None:
    for labelling in _labellings(session):
        if argument is None or labelling[argument] in labels:
            return labelling
    return None


SEMANTICS = Semantics("ideal", "ID", COMPLETE, True, _labellings, _example)
