"""What is asked about a verdict, and what is answered."""

from typing import Literal, NamedTuple

from argmap.semantics.label import LABELS, Label

By = Literal["withdraw", "attack"]
Only = Literal["all", "claims", "relations"]

_COUNT = 3


class Question(NamedTuple):
    """Which verdict is to change, by what, and how many ways to change it are wanted.

    With ``by="withdraw"`` things are given up that nothing needs to speak for: claims that are
    given, and relations; ``only`` some of them. With ``by="attack"`` claims that do not fall are
    refuted: something that stands speaks against them. The claim itself, and those equivalent to
    it, count only with ``itself``. ``limit`` is the greatest number of things to change at once.
    """

    claim: str
    wanted: frozenset[Label]
    by: By = "withdraw"
    only: Only = "all"
    itself: bool = False
    ways: int = _COUNT
    limit: int | None = None


class Flip(NamedTuple):
    """Ids of claims and relations that together change the verdict, and what it is then."""

    elements: tuple[str, ...]
    label: Label


class Flips(NamedTuple):
    """The smallest sets of changes, smallest first, then in the order written.

    No part of a set changes the verdict. ``more`` if there are other sets. ``searched`` is whether
    the search came to its end: if not, there may be others that are as small.
    """

    sets: tuple[Flip, ...]
    more: bool = False
    searched: bool = True


def wanted_of(label: Label) -> frozenset[Label]:
    """The verdicts that a claim is asked to change to unless somebody says so.

    A claim that falls should come to stand; any other should come to be anything else.
    """
    return frozenset({"in"}) if label == "out" else frozenset(LABELS) - {label}
