"""Rows of numbers, packed one behind the other: a graph without a list for each of its nodes."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, repeat


class Rows:
    """Row by row, numbers below 2 ** 31; four bytes for each, and four for each row.

    ``starts`` is where each row begins among the ``values``, and at last where the values end.
    """

    __slots__ = ("starts", "values")

    def __init__(self, starts: "array[int]", values: "array[int]") -> None:
        self.starts = starts
        self.values = values

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> "array[int]":
        return self.values[self.starts[row] : self.starts[row + 1]]

    def __iter__(self) -> Iterator["array[int]"]:
        values = self.values
        return (values[begin:end] for begin, end in pairwise(self.starts))

    def lengths(self) -> list[int]:
        """How many numbers are in each row."""
        return [end - begin for begin, end in pairwise(self.starts)]

    def rows(self) -> Iterator[int]:
        """The row that each value is in, value by value."""
        for row, length in enumerate(self.lengths()):
            yield from repeat(row, length)

    def turned(self, count: int) -> "Rows":
        """So many rows: in each the numbers of the rows that its number is in, ascending."""
        return packed(count, self.values, self.rows())


def packed(count: int, keys: Sequence[int], values: Iterable[int]) -> Rows:
    """So many rows: in each the values that have it for a key, in the order given. Linear."""
    lengths = [0] * count
    for key in keys:
        lengths[key] += 1
    starts = array("i", accumulate(lengths, initial=0))
    free = starts[:-1]
    found = array("i", bytes(starts.itemsize * len(keys)))
    for key, value in zip(keys, values, strict=True):
        found[free[key]] = value
        free[key] += 1
    return Rows(starts, found)
