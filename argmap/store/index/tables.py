"""Putting rows into the tables of an index, and taking them out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from argmap.model.claim import Claim
from argmap.model.names import fold
from argmap.model.naming import Ids, Naming
from argmap.store.index.chunk import COLUMNS, Header
from argmap.store.index.rows import claim_from, exact, storable, words_row
from argmap.store.index.survey import Known

if TYPE_CHECKING:
    from sqlite3 import Connection

_NUMBERED = {
    "f": ("files", "file"),
    "c": ("maps", "map + claims"),
    "r": ("relations", "relation"),
    "s": ("sections", "section"),
    "a": ("arguments", "argument"),
}
_NAMES = {
    ("words", 4): "(rowid, title, text, other)",
    ("claims", 6): "(claim, map, id, title, text, rest)",
    ("relations", 6): "(relation, map, id, kind, target_claim, target_relation)",
}
"""The columns of rows that have less than all, by table and width."""
_QUICKER_TOGETHER = frozenset({"claims", "relations", "premises"})
_TOGETHER = 20
_MEMORY = 1 << 26
"""Bytes of words that are collected before they are written: the more, the less is merged."""


class Tables:
    """The tables of an index that is being written."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._next: dict[str, int] = {}
        self._at: dict[str, int] = {}

    def place(self, header: Header, claim: int | None = None) -> int:
        """Say where the rows to come begin, claims at a number if one is given; that number."""
        if not self._next:
            self._start()
        self._at = dict(self._next)
        if claim is not None:
            self._at["c"] = claim
        for kind, number in header.numbers.items():
            self._next[kind] = max(self._next[kind], self._at[kind] + number)
        return self._at["c"]

    def _start(self) -> None:
        for kind, (table, last) in _NUMBERED.items():
            query = f"SELECT ifnull(max({last}), 0) FROM {table}"
            self._next[kind] = self._connection.execute(query).fetchone()[0] + 1
        self._set("hashsize", _MEMORY)
        self._set("automerge", 0)

    def _set(self, name: str, value: int) -> None:
        self._connection.execute("INSERT INTO words(words, rank) VALUES (?, ?)", (name, value))

    def insert(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        """Put rows of a chunk into a table, all with the same columns, many with one statement."""
        width = len(rows[0])
        whole = len(rows) - len(rows) % _TOGETHER if table in _QUICKER_TOGETHER else 0
        if whole:
            portions = (rows[start : start + _TOGETHER] for start in range(0, whole, _TOGETHER))
            self._connection.executemany(
                self._statement(table, width, _TOGETHER),
                (tuple(chain.from_iterable(some)) for some in portions),
            )
        self._connection.executemany(self._statement(table, width, 1), rows[whole:])

    def _statement(self, table: str, width: int, number: int) -> str:
        at = self._at
        if table == "tags":
            return "INSERT OR IGNORE INTO tags (name, folded_id, folded_title) VALUES (?, ?, ?)"
        if table == "tagged":
            tag = "(SELECT tag FROM tags WHERE name = ?)"
            return f"INSERT OR IGNORE INTO tagged VALUES ({tag}, ? + {at['c']})"
        columns = _NAMES.get((table, width), "")
        kinds = COLUMNS[table][:width]
        row = ", ".join(f"? + {at[kind]}" if kind in at else "?" for kind in kinds)
        # Where a statement could be taken back by itself, words would be written out before it.
        return (
            f"INSERT OR ROLLBACK INTO {table} {columns} VALUES {', '.join([f'({row})'] * number)}"
        )

    def remove(self, known: Known) -> None:
        """Take out a file with all that is in it."""
        run = self._connection.execute
        maps = run(
            "SELECT map, name, claims, relations, first_relation FROM maps WHERE file = ?",
            (known.file,),
        ).fetchall()
        for map, name, claims, relations, first in maps:
            removed = self._remove_words(map, name)
            self._connection.executemany(
                "DELETE FROM tagged WHERE tag = (SELECT tag FROM tags WHERE name = ?)"
                " AND claim = ?",
                ((storable(tag), number) for number, claim in removed for tag in claim.tags),
            )
            run("DELETE FROM claims WHERE claim > ? AND claim <= ?", (map, map + claims))
            for table in ("premises", "relations"):
                run(
                    f"DELETE FROM {table} WHERE relation >= ? AND relation < ?",
                    (first, first + relations),
                )
            run(
                "DELETE FROM steps WHERE argument IN"
                " (SELECT argument FROM arguments WHERE map = ?)",
                (map,),
            )
            for table in ("arguments", "sections", "measures", "maps"):
                run(f"DELETE FROM {table} WHERE map = ?", (map,))
        for table in ("diagnostics", "files"):
            run(f"DELETE FROM {table} WHERE file = ?", (known.file,))

    def _remove_words(self, map: int, name: str) -> list[tuple[int, Claim]]:
        """Take out the words of the claims of a map, which has to be told what they were."""
        rows = self._connection.execute(
            'SELECT claim, id, title, text, weight, line, "column", end_line, end_column, rest'
            " FROM claims WHERE map = ?1 AND claim > ?1"
            " AND claim <= ?1 + (SELECT claims FROM maps WHERE map = ?1)",
            (map,),
        ).fetchall()
        claims = [(number, claim_from(tuple(row), None, "")) for number, *row in rows]
        self._connection.executemany(
            "INSERT INTO words (words, rowid, title, text, other) VALUES ('delete', ?, ?, ?, ?)",
            (words_row(number, claim, name) for number, claim in claims),
        )
        return claims

    def rename(self, names: Mapping[str, str]) -> None:
        """Give the maps of files, by path, the names that they go by now.

        Linear in the maps and in what is in those that get another name.
        """
        other = [each for each in self._names(names) if each[0] != each[1]]
        for name, was, map in other:
            claims = self._remove_words(map, was)
            self._connection.executemany(
                "INSERT INTO words (rowid, title, text, other) VALUES (?, ?, ?, ?)",
                [words_row(number, claim, name) for number, claim in claims],
            )
        self._connection.executemany(
            "UPDATE maps SET title = iif(title = ?2, ?1, title),"
            " folded_title = iif(title = ?2, ?3, folded_title), name = ?1, folded_name = ?3"
            " WHERE map = ?4",
            [(name, was, fold(name), map) for name, was, map in other],
        )

    def _names(self, wanted: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
        """The name of each map that it should have, the one that it has, and its number.

        They are those that the maps have where all that have claims are open.
        """
        from argmap.store.collections import numbered

        rows = self._connection.execute(
            "SELECT map, name, line, path, claims, first_relation, relations"
            " FROM maps JOIN files USING (file) ORDER BY map"
        ).fetchall()
        naming = Naming()
        for map, name, line, path, claims, *relations in rows:
            called = storable(numbered(wanted[path], line))
            if claims:
                called = naming.take(called, partial(self._ids, map, claims, *relations))
            yield called, name, map

    def _ids(self, map: int, claims: int, first: int, relations: int) -> Ids:
        """The ids in a map."""
        parts = (
            f"claims WHERE claim > {map} AND claim <= {map + claims}",
            f"relations WHERE relation >= {first} AND relation < {first + relations}",
            f"arguments WHERE map = {map}",
            f"sections WHERE map = {map}",
        )
        *records, sections = (
            {exact("id", *row) for row in self._connection.execute(f"SELECT id, rest FROM {part}")}
            for part in parts
        )
        return Ids(set().union(*records), sections)

    def finish(self, *, whole: bool) -> None:
        """Put the words in order, and note which there are."""
        run = self._connection.execute
        self._set("automerge", 4)
        if whole:
            run("INSERT INTO words(words) VALUES ('optimize')")
        run("DELETE FROM terms")
        run("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)")
        run(
            "INSERT INTO terms SELECT term, doc FROM temp.vocabulary"
            " WHERE term NOT GLOB '*[0-9~]*' AND doc > 0"
        )
        run("DROP TABLE temp.vocabulary")
        run("DELETE FROM tags WHERE NOT EXISTS (SELECT 1 FROM tagged WHERE tagged.tag = tags.tag)")
