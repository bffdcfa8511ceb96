"""Questions to a framework: its labellings, and which labels an argument has in them.

All of them take a ``deadline``; ``refine``, which rules labellings out; and ``start``, a complete
labelling that is contained in all that ``refine`` lets pass, if that is more than the grounded one.
Where ``start`` leaves nothing undecided, or says enough, no solver is needed; otherwise
:class:`SolverMissing` is raised if there is none. Stage labellings are sought without ``start``.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from argmap.semantics.frameworks import named
from argmap.semantics.frameworks.deadline import NEVER, Deadline, OutOfTimeError
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.kinds._semantics import Semantics
from argmap.semantics.frameworks.refine import Refine
from argmap.semantics.frameworks.session import Session
from argmap.semantics.frameworks.solver import SolverMissing
from argmap.semantics.label import IN, LABEL_OF, OUT, UNDECIDED, Label

Mode = Literal["credulous", "skeptical"]
_NOT_IN = frozenset({OUT, UNDECIDED})


class Answer(NamedTuple):
    """Whether it is so, ``None`` if that was not found out in time, and what shows it.

    ``witness`` is a labelling of the semantics: an example where one was asked for and exists, a
    counterexample where something does not hold in all of them. It is ``None`` where there is
    none, and where it could not be found in time or without a solver although the answer could.
    ``vacuous`` if there is no labelling at all.
    """

    accepted: bool | None
    witness: bytes | None = None
    vacuous: bool = False


def labellings(
    framework: Framework,
    semantics: str,
    *,
    limit: int | None = None,
    deadline: Deadline = NEVER,
    refine: Refine | None = None,
    start: bytes | None = None,
) -> Iterator[bytes]:
    """All labellings, none twice, or the first so many.

    Raises :class:`OutOfTimeError` when it takes too long to find the next one or that there is
    none.
    """
    kind = named(semantics)
    session = Session(framework, kind.encoding, start, deadline, refine)
    return islice(kind.labellings(session), limit)


def some(
    framework: Framework,
    semantics: str,
    *,
    deadline: Deadline = NEVER,
    refine: Refine | None = None,
    start: bytes | None = None,
) -> Answer:
    """Whether there is a labelling, and one of them."""
    kind = named(semantics)
    session = Session(framework, kind.encoding, start, deadline, refine)
    try:
        found = kind.example(session, None, frozenset())
    except OutOfTimeError:
        return Answer(accepted=None)
    return Answer(found is not None, found, vacuous=found is None)


def accepted(
    framework: Framework,
    semantics: str,
    argument: int,
    mode: Mode,
    *,
    deadline: Deadline = NEVER,
    refine: Refine | None = None,
    start: bytes | None = None,
) -> Answer:
    """Whether an argument is in in some labelling (credulous), or in all of them (skeptical)."""
    kind = named(semantics)
    session = Session(framework, kind.encoding, start, deadline, refine)
    if mode == "credulous":
        return _possible(kind, session, argument, frozenset({IN}))
    found = _possible(kind, session, argument, _NOT_IN)
    return found._replace(accepted=None if found.accepted is None else not found.accepted)


def possible(
    framework: Framework,
    semantics: str,
    argument: int,
    label: Label,
    *,
    deadline: Deadline = NEVER,
    refine: Refine | None = None,
    start: bytes | None = None,
) -> Answer:
    """Whether some labelling gives an argument this label, and one that does."""
    kind = named(semantics)
    session = Session(framework, kind.encoding, start, deadline, refine)
    return _possible(kind, session, argument, frozenset({LABEL_OF.index(label)}))


def _possible(kind: Semantics, session: Session, argument: int, labels: frozenset[int]) -> Answer:
    # What the start decides holds in all labellings, and there is one: only a witness is sought.
    settled = kind.exists and kind.encoding.complete and session.start[argument] != UNDECIDED
    known = settled and session.start[argument] in labels
    try:
        found = kind.example(session, argument, labels)
    except OutOfTimeError:
        return Answer(accepted=True if known else None)
    except SolverMissing:
        if not known:
            raise
        return Answer(accepted=True)
    if found is not None or kind.exists:
        return Answer(found is not None, found)
    return Answer(accepted=False, vacuous=_is_empty(kind, session))


def _is_empty(kind: Semantics, session: Session) -> bool:
    """Whether there is no labelling at all, as far as can be found out in time."""
    try:
        return kind.example(session, None, frozenset()) is None
    except OutOfTimeError:
        return False
