"""Wanting an argument to have a label, as literals that are assumed."""

from collections.abc import Iterator

from argmap.semantics.frameworks.session import Session
from argmap.semantics.label import IN, OUT, UNDECIDED


def wanted(
    session: Session, argument: int | None, labels: frozenset[int]
) -> Iterator[tuple[int, list[int]]]:
    """The labels that an argument can still have, each with what must be assumed for it.

    The last stands for what is left of ``labels`` after the others have been tried in vain. Labels
    that are easy to find come first.
    """
    if argument is None:
        yield UNDECIDED, []
    elif session.start[argument] != UNDECIDED:
        if session.start[argument] in labels:
            yield session.start[argument], []
    else:
        into, out = session.literal(argument, IN), session.literal(argument, OUT)
        if IN in labels:
            yield IN, [into]
        if OUT in labels:
            yield OUT, [out]
        if UNDECIDED in labels and into != -out:
            yield UNDECIDED, [-into, -out]
