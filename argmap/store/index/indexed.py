"""A map that stays in its index: of it, only that is fetched which is asked for."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap, arguments_among
from argmap.model.relation import Kind, Relation
from argmap.model.section import Section
from argmap.query.groups import Group
from argmap.query.search import Hit, own
from argmap.store.index.finding import Finder
from argmap.store.index.grouping import Groups
from argmap.store.index.reach import Reach
from argmap.store.index.records import Records

if TYPE_CHECKING:
    from argmap.graph.measure import Measures
    from argmap.graph.total import Totals

Value = TypeVar("Value")


class IndexedMap(ArgumentMap):
    """All the maps of an index as one, or a single one of them.

    It is what opening their folder gives, but that a claim or relation is fetched when it is
    asked for. Going through all of them goes through the index from end to end.
    """

    __slots__ = ("_finder", "_groups", "_home", "_reach", "_records")

    def __init__(
        self, records: Records, home: int | None = None, reach: Reach | None = None
    ) -> None:
        if home is None and records.alone:
            home = next(iter(records.maps()), None)
        self._records = records
        self._home = home
        self._reach = reach or Reach(*_ends_of(records, home))
        one = None if home is None else records.home(home)
        self.name = records.folder if one is None else one.own_name
        self.data = {} if one is None else one.data
        self._finder = Finder(records, self._reach, lambda claim: own(self, claim))
        self._groups = Groups(records, self._reach.ends)
        self.claims: _Claims = _Claims(records, self._reach)
        self.relations: _Relations = _Relations(records, self._reach.ends)
        self.sections = _Sections(records, self._reach.ends)
        self.arguments = Late(lambda: {each.id: each for each in self._all_arguments()})
        self._ends = (
            _Ends(records, self.claims, records.relations_on, records.relations_on_relation),
            _Ends(records, self.claims, records.relations_from, lambda _: []),
        )
        self._step_of = Late(
            lambda: {
                step: argument
                for argument in self.arguments.values()
                for step in argument.relations
            }
        )

    def _homes(self) -> list[int]:
        return self._records.maps() if self._home is None else [self._home]

    def _all_arguments(self) -> Iterator[Argument]:
        for home in self._homes():
            yield from self._records.arguments(home)

    def home_of(self, claim: str) -> ArgumentMap:
        """The map by itself that a claim is of."""
        if self._home is not None:
            return self
        number = self.claims.number(claim)
        map = self._records.first("SELECT map FROM claims WHERE claim = ?", number)
        return IndexedMap(self._records, map)

    def positions(self, relations: Iterable[str]) -> Mapping[str, int]:
        """Where the relations stand in the order written."""
        return {id: self.relations.number(id) for id in relations}

    def keep(self, claims: Container[str], relations: Container[str] | None = None) -> ArgumentMap:
        """The part of the map that is about these claims alone; only that is fetched."""
        wanted = claims if isinstance(claims, Iterable) else [c for c in self.claims if c in claims]
        numbers = sorted(self.claims.number(claim) for claim in wanted if claim in self.claims)
        kept = self._records.claims_of(numbers)
        steps = self._records.relations_among(numbers)
        part = ArgumentMap(
            kept, (self._records.relation(step) for step in steps), name=self.name, data=self.data
        )
        among = part.keep(part.claims, relations)
        among = ArgumentMap(kept, among.relations.values(), name=self.name, data=self.data)
        among.sections = self.sections
        among.arguments = Late(lambda: self._arguments_of(among))
        among._step_of = self._step_of  # noqa: SLF001  # a map of our own making
        return among

    def _arguments_of(self, part: ArgumentMap) -> dict[str, Argument]:
        """The arguments of which anything is left in a part."""
        found = arguments_among(self.arguments.values(), part.claims, part.relations)
        return {each.id: each for each in found}

    def search(self, words: str, limit: int | None) -> list[Hit]:
        """The claims that have every one of the words, best first, at most so many."""
        return self._finder.search(words, limit)

    def count(self, words: str) -> int:
        """How many claims have every one of the words."""
        return self._finder.count(words)

    def nearest(self, words: str, limit: int) -> list[Hit]:
        """The claims that are most like the words, best first."""
        return self._finder.nearest(words, limit)

    def called(self, words: str) -> ArgumentMap:
        """A part of the map in which all is that the words may be the whole name of."""
        one = words in self.claims  # which is all that they mean then
        claims = [self.claims.number(words)] if one else self._finder.called(words)
        arguments = self._finder.arguments_called(words)
        steps = [each.relations[-1] for each in arguments if each.relations]
        relations = [self.relations[step] for step in steps]
        part = ArgumentMap(self._records.claims_of(sorted(set(claims))), (), arguments)
        part.relations = {relation.id: relation for relation in relations}
        part.sections = self.sections
        return part

    def group(self, name: str) -> Group | None:
        """The tag or section of that name, as `argmap.query.groups.group` finds it."""
        return self._groups.named(name)

    def measures(self) -> "Measures":
        """The measures that were taken when the index was made."""
        from argmap.store.index.measured import measured

        return measured(self._records, self._reach.ends)

    def totals(self) -> "Totals":
        """How much there is of everything."""
        from argmap.store.index.measured import totals

        return totals(self._records, self._reach.ends)

    def narrowed(
        self, kept: Sequence[Group], left_out: Sequence[Group], kinds: Collection[Kind]
    ) -> ArgumentMap:
        """The part to search, as `argmap.query.narrowing.narrowed` tells it; it stays there.

        Only its claims are narrowed: there is nothing else to search.
        """
        inside, outside = (
            [map(self.claims.number, group.claims) for group in groups]
            for groups in (kept, left_out)
        )
        reach = self._reach.narrowed(self._records, inside, outside, kinds)
        return self if reach == self._reach else IndexedMap(self._records, self._home, reach)


def _ends_of(records: Records, home: int | None) -> tuple[int, int]:
    """The numbers between which the claims of a map lie, or of all."""
    return (0, 1 << 62) if home is None else (home, records.home(home).last)


class Late(Mapping[str, Value]):
    """A mapping that is made when it is first looked into."""

    def __init__(self, make: Callable[[], Mapping[str, Value]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[str, Value]:
        return self._make()

    def __getitem__(self, key: str) -> Value:
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


class _Claims(Mapping[str, Claim]):
    """The claims of an index in reach, by id."""

    def __init__(self, records: Records, reach: Reach) -> None:
        self._records = records
        self._reach = reach

    def number(self, id: str) -> int:
        """The number of a claim; raises :class:`KeyError` if there is none of that id."""
        number = self._records.number("claims", "claim", id, self._reach.ends)
        if number is None or not self._has(number):
            raise KeyError(id)
        return number

    def _has(self, number: int) -> bool:
        reach = self._reach
        if not reach.conditions:
            return reach.first < number <= reach.last
        query = f"SELECT 1 FROM claims WHERE claim = ? AND {reach.of('claims.claim')}"
        return bool(self._records.first(query, number))

    def __getitem__(self, id: str) -> Claim:
        return self._records.claim(self.number(id))

    def __contains__(self, id: object) -> bool:
        try:
            return isinstance(id, str) and self.number(id) > 0
        except KeyError:
            return False

    def __iter__(self) -> Iterator[str]:
        return (claim.id for claim in self._all())

    def __len__(self) -> int:
        if self._reach.conditions:
            query = f"SELECT count(*) FROM claims WHERE {self._reach.of('claims.claim')}"
            return int(self._records.first(query))
        query = "SELECT sum(claims) FROM maps WHERE map BETWEEN ? AND ?"
        return self._records.first(query, *self._reach.ends) or 0

    def __bool__(self) -> bool:
        query = f"SELECT 1 FROM claims WHERE {self._reach.of('claims.claim')}"
        return self._records.first(query) is not None

    def _all(self) -> Iterator[Claim]:
        return self._records.claims_where(self._reach.of("claims.claim"))

    def values(self) -> Any:  # noqa: ANN401  # all that is done with it is going through it
        """Every claim, one after the other."""
        return _Sized(self._all, self.__len__)


class _Relations(Mapping[str, Relation]):
    """The relations of an index by id."""

    def __init__(self, records: Records, reach: tuple[int, int]) -> None:
        self._records = records
        self._reach = reach

    def number(self, id: str) -> int:
        """The number of a relation; raises :class:`KeyError` if there is none of that id."""
        number = self._records.number("relations", "relation", id, self._reach)
        if number is None:
            raise KeyError(id)
        return number

    def __getitem__(self, id: str) -> Relation:
        return self._records.relation(self.number(id))

    def __iter__(self) -> Iterator[str]:
        return (relation.id for relation in self._all())

    def __len__(self) -> int:
        first, last = self._reach
        query = "SELECT sum(relations) FROM maps WHERE map BETWEEN ? AND ?"
        return self._records.first(query, first, last) or 0

    def _all(self) -> Iterator[Relation]:
        first, last = self._reach
        query = "SELECT map FROM maps WHERE claims > 0 AND map BETWEEN ? AND ? ORDER BY map"
        for (map,) in self._records.rows(query, first, last):
            home = self._records.home(map)
            yield from self._records.relations_between(home.first_relation, home.end_relation)

    def values(self) -> Any:  # noqa: ANN401  # all that is done with it is going through it
        """Every relation, one after the other."""
        return _Sized(self._all, self.__len__)


class _Sections(Mapping[str, Section]):
    """The sections of an index by id; those that are called like maps are around all of them."""

    def __init__(self, records: Records, reach: tuple[int, int]) -> None:
        self._records = records
        self._reach = reach
        self._known: dict[str, Section | None] = {}

    def __getitem__(self, id: str) -> Section:
        if id not in self._known:
            self._known[id] = self._fetched(id)
        section = self._known[id]
        if section is None:
            raise KeyError(id)
        return section

    def _fetched(self, id: str) -> Section | None:
        query = "SELECT map FROM maps WHERE name = ? AND claims > 0 AND map BETWEEN ? AND ?"
        home = None if self._records.alone else self._records.first(query, id, *self._reach)
        if home is not None:
            return next(self._records.sections(home))
        number = self._records.number("sections", "section", id, self._reach)
        return None if number is None else self._records.section(number)

    def __iter__(self) -> Iterator[str]:
        first, last = self._reach
        for home in self._records.maps():
            if first <= home <= last:
                for section in self._records.sections(home):
                    self._known[section.id] = section
                    yield section.id

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Sized:
    """What can be gone through again and again, and has a length."""

    def __init__(self, make: Callable[[], Iterator[Any]], length: Callable[[], int]) -> None:
        self._make = make
        self._length = length

    def __iter__(self) -> Iterator[Any]:
        return self._make()

    def __len__(self) -> int:
        return self._length()


class _Ends(Mapping[str, Sequence[Relation]]):
    """The relations at the one or the other end of claims, and of relations."""

    def __init__(
        self,
        records: Records,
        claims: _Claims,
        at_claim: Callable[[int], list[int]],
        at_relation: Callable[[int], list[int]],
    ) -> None:
        self._records = records
        self._claims = claims
        self._at_claim = at_claim
        self._at_relation = at_relation
        self._known: dict[str, list[Relation]] = {}

    def __getitem__(self, id: str) -> Sequence[Relation]:
        if id not in self._known:
            self._known[id] = [self._records.relation(number) for number in self._numbers(id)]
        return self._known[id]

    def _numbers(self, id: str) -> list[int]:
        relation = self._records.numbers["relations"].get(id)
        if relation is not None:
            return self._at_relation(relation)
        return self._at_claim(self._claims.number(id)) if id in self._claims else []

    def __iter__(self) -> Iterator[str]:
        return iter(self._claims)

    def __len__(self) -> int:
        return len(self._claims)
