"""What stands in the text for each claim and each argument, and in which order they must appear."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from argmap.formats.argdown.writer.markup import Running
from argmap.formats.argdown.writer.structure import Structure
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.section import Section


class Item:
    """A statement ``[Title]`` or an argument ``<Title>``.

    ``record`` is a claim, or an argument that no claim stands for; ``argument`` is that, or the
    one whose gist the claim is. ``place`` and ``rank`` are their numbers in the map, or -1.
    ``home`` is the number of its section, ``under`` that of the heading that it is read under.
    """

    __slots__ = (
        "argument", "claim", "defined", "home", "later_tags", "mentions", "place", "rank",
        "record", "running", "shown", "structure", "under", "wordings",
    )  # fmt: skip

    def __init__(
        self, record: Claim | Argument, argument: Argument | None, place: int, home: int
    ) -> None:
        self.record = record
        self.claim = record if isinstance(record, Claim) else None
        self.argument = argument
        self.place = place
        self.rank = -1
        self.home = home
        self.under = home
        self.running: Running
        self.wordings: tuple[Running, ...] = ()  # those that are written as definitions
        self.later_tags: tuple[str, ...] = ()  # those that are written by a reference
        self.structure: Structure | None = None
        self.mentions = 0
        self.defined = False
        self.shown = ""

    @property
    def angled(self) -> bool:
        """Whether it is written ``<Title>``."""
        return self.argument is not None

    @property
    def nameless(self) -> bool:
        """Whether it is an argument that only its structure tells of."""
        if self.claim is not None or self.argument is None or self.structure is None:
            return False
        a = self.argument
        return not (a.title or a.text or a.tags or a.wordings or a.data)


def longest_run(numbers: Sequence[int], *, strict: bool = False) -> list[int]:
    """The places of a longest subsequence that does not fall (or, if strict, rises).

    Patience sorting: n log n.
    """
    find: Callable[[list[int], int], int] = bisect_left if strict else bisect_right
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = find(tails, number)
        before.append(places[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        places[at : at + 1] = [place]
    run: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]


def headings(homes: Sequence[int]) -> list[int]:
    """Under which heading each claim appears first, so that most appear under their own."""
    under = [-1] * len(homes)
    for place in longest_run(homes):
        under[place] = homes[place] + 1
    current = -1
    for place, heading in enumerate(under):
        current = heading - 1 if heading > 0 else current
        under[place] = current
    return under


def numbered(sections: Iterable[Section]) -> dict[str | None, int]:
    """The number of each section."""
    return {None: -1} | {section.id: number for number, section in enumerate(sections)}
