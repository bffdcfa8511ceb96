"""Complete semantics: in if and only if all attackers are out, out if and only if one is in."""

from collections.abc import Iterator

from argmap.semantics.frameworks.encodings import COMPLETE
from argmap.semantics.frameworks.kinds._semantics import Semantics
from argmap.semantics.frameworks.kinds._wanted import wanted
from argmap.semantics.frameworks.session import Session
from argmap.semantics.label import IN


def _labellings(session: Session) -> Iterator[bytes]:
    labelling = session.first()
    while labelling is not None:
        yield labelling
        session.add(
            [
                -session.literal(a, IN) if labelling[a] == IN else session.literal(a, IN)
                for a in session.open
            ]
        )
        labelling = session.find()


def _example(session: Session, argument: int | None, labels: frozenset[int]) -> bytes | None:
    first = session.first()
    if argument is None or first is None or first[argument] in labels:
        return first
    for _, kept in wanted(session, argument, labels):
        found = session.find(kept)
        if found is not None:
            return found
    return None


SEMANTICS = Semantics("complete", "CO", COMPLETE, True, _labellings, _example)
