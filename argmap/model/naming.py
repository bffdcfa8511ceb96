"""What maps are called among others, so that each id says of which one it is."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from argmap.model.names import SEPARATOR, Names


class Ids(NamedTuple):
    """The ids of a map: those of its claims, relations and arguments, and those of its sections."""

    records: AbstractSet[str]
    sections: AbstractSet[str]


class Naming:
    """Names for maps, one after the other, with which no id of one map is that of another.

    A name gets a number if it is taken, or if it would let two ids be the same. For that one map
    has to be called like the other and something after a separator; only then, or if there are
    ids ``unchanged``, are the ids of a map asked for. Linear, but that finding an id takes the
    logarithm of their number, and unless many maps are called the same.
    """

    def __init__(self, unchanged: Collection[str] = ()) -> None:
        self._names = Names()
        self._called: dict[str, _Kin] = {}
        self._inside: dict[str, list[tuple[str, _Kin]]] = {}
        own = frozenset(unchanged)
        self._unchanged = [_Kin(lambda: Ids(own, own))] if own else []

    def take(self, wanted: str, ids: Callable[[], Ids]) -> str:
        """The name of a map that has these ids: as wanted, or with a number after it."""
        kin = _Kin(ids)
        while True:
            name = self._names.take(wanted)
            if not any(outer.has_one_of(inner, rest) for outer, inner, rest in self._by(name, kin)):
                break
        self._called[name] = kin
        for around, rest in _around(name):
            self._inside.setdefault(around, []).append((rest, kin))
        return name

    def _by(self, name: str, kin: "_Kin") -> "Iterator[tuple[_Kin, _Kin, str]]":
        """The maps that may have an id of another if a map is called so, with the other.

        And the rest of the name of the other after that of the first.
        """
        for each in self._unchanged:
            yield each, kin, name
        for around, rest in _around(name):
            if around in self._called:
                yield self._called[around], kin, rest
        for rest, inner in self._inside.get(name, ()):
            yield kin, inner, rest


class _Kin:
    """The ids of a map, asked for when it may have one in common with another."""

    def __init__(self, ids: Callable[[], Ids]) -> None:
        self._ask = ids

    @cached_property
    def ids(self) -> Ids:
        """The ids."""
        return self._ask()

    @cached_property
    def _sorted(self) -> tuple[list[str], list[str]]:
        """Those that can be ids of other maps with a longer name."""
        records, sections = self.ids
        return sorted(id for id in records if SEPARATOR in id), sorted(sections)

    def has_one_of(self, inner: "_Kin", rest: str) -> bool:
        """Whether an id of this map is one of a map that is called like it and this after it."""
        records, sections = self._sorted
        return (
            rest in self.ids.sections
            or any(id in inner.ids.records for id in _after(rest, records))
            or any(id in inner.ids.sections for id in _after(rest, sections))
        )


def _around(name: str) -> Iterator[tuple[str, str]]:
    """What a name begins with, up to each separator, and the rest after it."""
    for place, sign in enumerate(name):
        if sign == SEPARATOR:
            yield name[:place], name[place + 1 :]


def _after(start: str, ids: Sequence[str]) -> Iterator[str]:
    """What stands after this and a separator in those of the ids that begin so; they are sorted."""
    start += SEPARATOR
    for place in range(bisect_left(ids, start), len(ids)):
        if not ids[place].startswith(start):
            break
        yield ids[place].removeprefix(start)
