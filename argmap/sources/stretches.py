"""Sets of stretches of a text, each a start and an end, exclusive."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

Stretch = tuple[int, int]


class Stretches:
    """What some stretches cover, as few stretches in order that neither touch nor overlap.

    Made in O(n log n); each question costs a binary search and what it returns.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, start: int, end: int) -> bool:
        """Whether the whole stretch is covered."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and self._ends[index] >= end

    def inside(self, start: int, end: int) -> Iterator[Stretch]:
        """The covered parts of a stretch, in order."""
        index = bisect_right(self._ends, start)
        while index < len(self._starts) and self._starts[index] < end:
            yield max(start, self._starts[index]), min(end, self._ends[index])
            index += 1

    def outside(self, start: int, end: int) -> Iterator[Stretch]:
        """The parts of a stretch that are not covered, in order."""
        for covered, until in self.inside(start, end):
            if start < covered:
                yield start, covered
            start = until
        if start < end:
            yield start, end

    def size(self, start: int, end: int) -> int:
        """How many characters of a stretch are covered."""
        return sum(until - covered for covered, until in self.inside(start, end))
