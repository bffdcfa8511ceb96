"""Labellings that reach as much as can be reached: as much in, or as much in or out."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from argmap.semantics.frameworks.kinds._wanted import wanted
from argmap.semantics.frameworks.session import Session
from argmap.semantics.label import IN, OUT


class Aim(NamedTuple):
    """What is to be as much as possible, by inclusion: the arguments with these labels."""

    labels: tuple[int, ...]
    literal: Callable[[Session, int], int]

    def reached(self, session: Session, labelling: bytes) -> list[int]:
        """What says that at least so much is reached."""
        return [self.literal(session, a) for a in session.open if labelling[a] in self.labels]

    def missing(self, session: Session, labelling: bytes) -> list[int]:
        """What would be more, each by itself."""
        return [self.literal(session, a) for a in session.open if labelling[a] not in self.labels]


MOST_IN = Aim((IN,), lambda session, argument: session.literal(argument, IN))
MOST_DECIDED = Aim((IN, OUT), lambda session, argument: session.decided(argument))


def grown(aim: Aim, session: Session, labelling: bytes, kept: Sequence[int] = ()) -> bytes:
    """A labelling that reaches what this one reaches, and than which none reaches more.

    It is sought only among those in which all literals of ``kept`` hold.
    """
    more: bytes | None = labelling
    while more is not None:
        labelling = more
        some = aim.missing(session, labelling)
        more = session.find([*kept, *aim.reached(session, labelling)], some)
    return labelling


def maximal(aim: Aim, session: Session) -> Iterator[bytes]:
    """All labellings than which none reaches more."""
    labelling = session.first()
    while labelling is not None:
        labelling = grown(aim, session, labelling)
        reached, missing = aim.reached(session, labelling), aim.missing(session, labelling)
        equal: bytes | None = labelling
        while equal is not None:
            yield equal
            session.exclude_parts_of(equal)
            # What is in settles a labelling, and so none reaches just as much but itself.
            equal = None if aim is MOST_IN else session.find(reached)
        session.add(missing)
        labelling = session.find()


def maximal_example(
    aim: Aim, session: Session, argument: int | None, labels: frozenset[int]
) -> bytes | None:
    """A labelling than which none reaches more, and which gives the argument one of the labels.

    One that cannot be surpassed by those with the label is compared with all others: either it is
    an example, or all that reach no more than a better one are none (CEGAR, Dvořák et al. 2014).
    """
    for label, kept in wanted(session, argument, labels):
        stays = not kept or (aim is MOST_IN and label in {IN, OUT})
        guard = session.fresh()
        assumed = [guard, *kept]
        labelling = session.find(assumed) if kept else session.first()
        while labelling is not None:
            labelling = grown(aim, session, labelling, kept)
            best = labelling if stays else grown(aim, session, labelling)
            if argument is None or best[argument] in labels:
                return best
            session.add([-guard, *aim.missing(session, best)])
            labelling = session.find(assumed)
    return None
