"""Fetching the records of an index by their numbers, with the ids that they go by."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.collection import qualified
from argmap.model.names import SEPARATOR
from argmap.model.relation import SYMMETRIC, Kind, Relation
from argmap.model.section import Section
from argmap.store.index.opening import connect_to_read
from argmap.store.index.rows import (
    argument_from,
    claim_from,
    decoded,
    exact,
    relation_from,
    section_from,
    storable,
)

if TYPE_CHECKING:
    from sqlite3 import Cursor

_CLAIM = 'claim, map, section, id, title, text, weight, line, "column", end_line, end_column, rest'
_RELATION = (
    "relation, map, target_claim, target_relation, id, kind, target_claim IS NOT NULL, scheme,"
    ' weight, label, line, "column", end_line, end_column, rest'
)
_IDS = "SELECT id, rest FROM {0}s WHERE {0} >= ? AND {0} < ? ORDER BY {0}"
_BOTH_WAYS = ", ".join(f"'{kind}'" for kind in sorted(SYMMETRIC))
_AT_ONCE = 500
"""Numbers that are asked for in one query."""


class Home(NamedTuple):
    """A map of an index: its number, what it is called among others, and what it says of itself.

    Its claims have the numbers after its own up to ``last``, its relations those from
    ``first_relation`` up to before ``end_relation``.
    """

    map: int
    name: str
    path: str
    own_name: str
    data: dict[str, Any]
    last: int
    first_relation: int
    end_relation: int

    @property
    def title(self) -> str:
        """What it calls itself; else its name among others."""
        title = self.data.get("title")
        if isinstance(title, str) and title and title != self.own_name:
            return title
        return self.name


class Records:
    """The records of an index, with every id as it is where all its maps are open.

    If there is only one map, or every map is taken by itself, ids are as in that map.
    """

    def __init__(self, path: str, *, apart: bool = False) -> None:
        if apart:
            self.alone = True
        self.path = path
        self.connection = connect_to_read(path)
        self._tables = 0
        self._homes: dict[int, Home] = {}
        self._ids: dict[str, dict[int, str]] = {"claims": {}, "relations": {}, "sections": {}}
        self._claims: dict[int, Claim] = {}
        self._relations: dict[int, Relation] = {}
        self.numbers: dict[str, dict[str, int]] = {"claims": {}, "relations": {}, "sections": {}}

    def rows(self, query: str, *values: object) -> list[Any]:
        """The rows that a query gives."""
        return self._run(query, values).fetchall()

    def first(self, query: str, *values: object) -> Any:  # noqa: ANN401  # whatever is asked for
        """The first value of the first row that a query gives, if there is one."""
        row = self._run(query, values).fetchone()
        return row[0] if row else None

    def _run(self, query: str, values: Iterable[object]) -> "Cursor":
        stored = [storable(each) if isinstance(each, str) else each for each in values]
        return self.connection.execute(query, stored)

    def noted(self, numbers: Iterable[Iterable[int]]) -> str:
        """The name of a table, of this connection only, that has these numbers of claims."""
        self._tables += 1
        table = f"temp.noted_{self._tables}"
        self.connection.execute(f"CREATE TABLE {table} (claim INTEGER PRIMARY KEY)")
        rows = ((number,) for some in numbers for number in some)
        self.connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?)", rows)
        return table

    def has(self, kind: Kind) -> bool:
        """Whether any relation is of this kind."""
        return self.first(f"SELECT 1 FROM maps WHERE {kind} > 0") is not None

    @cached_property
    def alone(self) -> bool:
        """Whether there is only one map, so that it need not be said of which one an id is."""
        return len(self.rows("SELECT 1 FROM maps LIMIT 2")) == 1

    @cached_property
    def folder(self) -> str:
        """The folder that the index is of, as seen from where we are."""
        inside = self.first("SELECT value FROM about WHERE name = 'folder'")
        path = os.path.realpath(self.path) if os.path.islink(self.path) else self.path
        return os.path.normpath(os.path.join(os.path.dirname(path), inside))

    def home(self, map: int) -> Home:
        """The map of that number."""
        if map not in self._homes:
            query = (
                "SELECT name, path, calls_itself, maps.rest, claims, first_relation, relations"
                " FROM maps JOIN files USING (file) WHERE map = ?"
            )
            ((name, inside, own, stored, claims, first, relations),) = self.rows(query, map)
            path = os.path.normpath(os.path.join(self.folder, inside))
            rest = decoded(stored) if stored else {}
            own_name = rest.get("name", path if own is None else own)
            self._homes[map] = Home(
                map,
                name,
                path,
                own_name,
                rest.get("data", {}),
                map + claims,
                first,
                first + relations,
            )
        return self._homes[map]

    def named(self, map: int, id: str, rest: str | None = None) -> str:
        """The id of a record of a map, as it is where all maps are open."""
        id = exact("id", id, rest)
        return id if self.alone else qualified(self.home(map).name, id)

    def claim_id(self, number: int) -> str:
        """The id of a claim."""
        return self._id("claims", "claim", number)

    def _id(self, table: str, column: str, number: int) -> str:
        known = self._ids[table]
        if number not in known:
            query = f"SELECT map, id, rest FROM {table} WHERE {column} = ?"
            ((map, id, rest),) = self.rows(query, number)
            self.note(table, number, self.named(map, id, rest))
        return known[number]

    def note(self, table: str, number: int, id: str) -> None:
        """Remember the id of a record that will be asked for, so that it need not be looked for."""
        self._ids[table][number] = id
        self.numbers[table][id] = number

    def number(self, table: str, column: str, id: str, reach: tuple[int, int]) -> int | None:
        """The number of the record of that id in a map between two numbers, if there is one."""
        number = self.numbers[table].get(id)
        if number is None and id:  # nothing is called nothing, and outlines ask for it
            for map, own in self._splits(id):
                if reach[0] <= map <= reach[1]:
                    query = f"SELECT {column}, id, rest FROM {table} WHERE map = ? AND id = ?"
                    for found, stored, rest in self.rows(query, map, own):
                        if self.named(map, stored, rest) == id:
                            self.note(table, found, id)
                            return int(found)
            return None
        return number

    def _splits(self, id: str) -> Iterator[tuple[int, str]]:
        """The maps that an id may be of, each with the id as it is there."""
        if self.alone:
            yield from ((map, id) for map in self.maps())
            return
        for place, sign in enumerate(id):
            if sign == SEPARATOR:
                map = self.first("SELECT map FROM maps WHERE name = ? AND claims > 0", id[:place])
                if map is not None:
                    yield map, id[place + 1 :]

    def claim_ids(self, numbers: Sequence[int]) -> list[str]:
        """The ids of claims, in this order."""
        known = self._ids["claims"]
        missing = [number for number in numbers if number not in known]
        for some, holes in _portions(missing):
            query = f"SELECT claim, map, id, rest FROM claims WHERE claim IN ({holes})"
            for number, map, id, rest in self.connection.execute(query, some).fetchall():
                self.note("claims", number, self.named(map, id, rest))
        return [known[number] for number in numbers]

    def relations_among(self, claims: Sequence[int]) -> list[int]:
        """The numbers of the relations that have one of the claims as a premise."""
        found: set[int] = set()
        for some, holes in _portions(claims):
            query = f"SELECT relation FROM premises WHERE claim IN ({holes})"
            found.update(number for (number,) in self.connection.execute(query, some))
        return sorted(found)

    def claim(self, number: int) -> Claim:
        """The claim of that number."""
        if number not in self._claims:
            (row,) = self.rows(f"SELECT {_CLAIM} FROM claims WHERE claim = ?", number)
            self._claims[number] = self._claim(row)
        return self._claims[number]

    def claims_where(self, condition: str) -> Iterator[Claim]:
        """The claims of which something holds, in order; they are not remembered."""
        query = f"SELECT {_CLAIM} FROM claims WHERE {condition} ORDER BY claim"
        yield from map(self._claim, self.connection.execute(query))

    def claims_of(self, numbers: Sequence[int]) -> list[Claim]:
        """The claims of these numbers, in this order."""
        missing = [number for number in numbers if number not in self._claims]
        for some, holes in _portions(missing):
            query = f"SELECT {_CLAIM} FROM claims WHERE claim IN ({holes})"
            for row in self.connection.execute(query, some).fetchall():
                self._claims[row[0]] = self._claim(row)
        return [self._claims[number] for number in numbers]

    def _claim(self, row: tuple[Any, ...]) -> Claim:
        number, map, section, *own = row
        claim = claim_from(tuple(own), self._section_id(map, section), self.home(map).path)
        if not self.alone:
            title = claim.title or ("" if claim.text else claim.id)
            claim = claim._replace(id=qualified(self.home(map).name, claim.id), title=title)
        self.note("claims", number, claim.id)
        return claim

    def _section_id(self, map: int, section: int | None) -> str | None:
        if section is not None:
            return self._id("sections", "section", section)
        return None if self.alone else self.home(map).name

    def relation(self, number: int) -> Relation:
        """The relation of that number."""
        if number not in self._relations:
            query = f"SELECT {_RELATION} FROM relations WHERE relation = ?"
            (row,) = self.rows(query, number)
            self._relation(row)
        return self._relations[number]

    def relations_between(self, first: int, end: int) -> Iterator[Relation]:
        """The relations with numbers from one up to before another, in order."""
        query = (
            f"SELECT {_RELATION} FROM relations"
            " WHERE relation >= ? AND relation < ? ORDER BY relation"
        )
        yield from map(self._relation, self.connection.execute(query, (first, end)))

    def _relation(self, row: tuple[Any, ...]) -> Relation:
        number, map, on_claim, on_relation, *own = row
        if number in self._relations:
            return self._relations[number]
        premises = tuple(
            self.claim_id(claim)
            for (claim,) in self.rows(
                "SELECT claim FROM premises WHERE relation = ? ORDER BY place", number
            )
        )
        target = self.relation_id(on_relation) if on_claim is None else self.claim_id(on_claim)
        relation = relation_from(tuple(own), premises, target, self.home(map).path)
        if not self.alone:
            relation = relation._replace(id=qualified(self.home(map).name, relation.id))
        self.note("relations", number, relation.id)
        self._relations[number] = relation
        return relation

    def relation_id(self, number: int) -> str:
        """The id of a relation."""
        return self._id("relations", "relation", number)

    def relations_on(self, claim: int) -> list[int]:
        """The numbers of the relations that lead to a claim, or join it with others."""
        query = (
            "SELECT relation FROM relations WHERE target_claim = ?1"
            " UNION SELECT relation FROM premises JOIN relations USING (relation)"
            f" WHERE premises.claim = ?1 AND kind IN ({_BOTH_WAYS})"
        )
        return sorted(number for (number,) in self.rows(query, claim))

    def relations_on_relation(self, relation: int) -> list[int]:
        """The numbers of the relations that lead to a relation."""
        query = "SELECT relation FROM relations WHERE target_relation = ? ORDER BY relation"
        return [number for (number,) in self.rows(query, relation)]

    def relations_from(self, claim: int) -> list[int]:
        """The numbers of the relations that a claim is a premise of, or is joined by."""
        query = (
            "SELECT relation FROM premises WHERE claim = ?1"
            " UNION SELECT relation FROM relations"
            f" WHERE target_claim = ?1 AND kind IN ({_BOTH_WAYS})"
        )
        return sorted(number for (number,) in self.rows(query, claim))

    def argument(self, number: int) -> Argument:
        """The argument of that number."""
        query = "SELECT map, gist, section, id, title, text, rest FROM arguments WHERE argument = ?"
        ((map, gist, section, *own),) = self.rows(query, number)
        gist_id = None if gist is None else self.claim_id(gist)
        argument = argument_from(tuple(own), gist_id, self._section_id(map, section))
        if self.alone:
            return argument
        name = self.home(map).name
        return argument._replace(
            id=qualified(name, argument.id),
            relations=tuple(qualified(name, id) for id in argument.relations),
            statements=tuple(qualified(name, id) for id in argument.statements),
        )

    def arguments(self, map: int) -> Iterator[Argument]:
        """The arguments of a map."""
        query = "SELECT argument FROM arguments WHERE map = ? ORDER BY argument"
        for (number,) in self.rows(query, map):
            yield self.argument(number)

    def sections(self, map: int) -> Iterator[Section]:
        """The sections of a map, all in one that is called like the map if there are several."""
        if not self.alone:
            home = self.home(map)
            yield Section(home.name, home.title)
        numbers = self.rows("SELECT section FROM sections WHERE map = ? ORDER BY section", map)
        yield from (self.section(number) for (number,) in numbers)

    def section(self, number: int) -> Section:
        """The section of that number."""
        query = "SELECT map, parent, id, title, level, rest FROM sections WHERE section = ?"
        ((map, parent, *own),) = self.rows(query, number)
        section = section_from(tuple(own), self._section_id(map, parent))
        if self.alone:
            return section
        id = qualified(self.home(map).name, section.id)
        return section._replace(id=id, level=section.level + 1)

    def maps(self) -> list[int]:
        """The numbers of the maps that have claims, in order."""
        return [map for (map,) in self.rows("SELECT map FROM maps WHERE claims > 0 ORDER BY map")]

    def ids_of(self, map: int) -> tuple[list[str], list[str]]:
        """The ids of the claims of a map, and of its relations, in the order written."""
        home = self.home(map)
        claims, relations = (
            [self.named(map, id, rest) for id, rest in self.rows(query, first, end)]
            for query, first, end in (
                (_IDS.format("claim"), map + 1, home.last + 1),
                (_IDS.format("relation"), home.first_relation, home.end_relation),
            )
        )
        return claims, relations

    def close(self) -> None:
        """End the connection."""
        self.connection.close()


def _portions(numbers: Iterable[int]) -> Iterator[tuple[list[int], str]]:
    """The numbers, some at a time, and as many question marks."""
    rest = list(numbers)
    for start in range(0, len(rest), _AT_ONCE):
        some = rest[start : start + _AT_ONCE]
        yield some, ", ".join("?" * len(some))
