"""A few files as the rows that an index takes in at a time.

The numbers in a chunk begin with 0; the index adds those that it is at itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.model.names import fold, slug
from argmap.model.relation import KINDS
from argmap.store.collections import numbered
from argmap.store.index.measuring import figures
from argmap.store.index.reading import Entry, Read, read_file
from argmap.store.index.rows import (
    Row,
    argument_row,
    claim_row,
    encoded,
    relation_row,
    section_row,
    span_rest,
    storable,
    words_row,
)

_AT_A_TIME = 2000
"""Rows: as many as are handed on together."""

_SPARE = 16

COLUMNS = {
    "files": "f-------",
    "maps": "c-f----------r--------",
    "measures": "c---------",
    "claims": "cc----s-----",
    "words": "c---",
    "relations": "rc--cr--------",
    "premises": "r-c",
    "sections": "sc---s---",
    "arguments": "ac---cs--",
    "steps": "a-r",
    "diagnostics": "f-------",
    "tags": "---",
    "tagged": "-c",
}
"""The tables in the order in which they can be filled, and what each column numbers: files,
claims (and maps among them), relations, sections, arguments, or nothing."""

USUAL = {
    "claims": (6, (None,) * 6),
    "relations": (6, ("", "", None, None, None, None, None, None)),
}
"""How many columns of a table most rows have something in, and what is in the others then."""


class Task(NamedTuple):
    """A file to read: where it is, its path from the folder of the index, and its map's name.

    And the encoding that it is in, if that is known.
    """

    path: str
    inside: str
    name: str
    encoding: str | None


class Header(NamedTuple):
    """How many numbers of each kind a chunk takes.

    ``used`` are those up to its last claim; the rest is room for a file that grows.
    """

    numbers: dict[str, int]
    used: int


Batch = tuple[str, list[Row]]
"""The name of a table, and rows of it."""


def chunk(tasks: Sequence[Task], root: str, format: str | None) -> Iterator[Header | Batch]:
    """The header of a chunk, and then its rows."""
    layout = _Layout()
    for task in tasks:
        layout.add(task, read_file(task.path, root, format, task.encoding))
    yield layout.header()
    for table, rows in layout.rows():
        waiting = iter(rows)
        while batch := list(islice(waiting, _AT_A_TIME)):
            yield table, _shortened(table, batch)


def _shortened(table: str, batch: list[Row]) -> list[Row]:
    """The rows without the columns in which none has anything; that takes half the time."""
    if table not in USUAL:
        return batch
    number, rest = USUAL[table]
    if any(row[number:] != rest for row in batch):
        return batch
    return [row[:number] for row in batch]


class _Placed(NamedTuple):
    """A map with the numbers that its first records have."""

    task: Task
    entry: Entry
    file: int
    claim: int
    relation: int
    section: int
    argument: int

    @property
    def map(self) -> ArgumentMap:
        return self.entry.reading.map

    @property
    def name(self) -> str:
        return storable(numbered(self.task.name, self.entry.line))


class _Layout:
    """Which numbers the records of some files get."""

    def __init__(self) -> None:
        self._files: list[tuple[Task, Read]] = []
        self._placed: list[_Placed] = []
        self._numbers = dict.fromkeys("fcrsa", 0)
        self._used = 0

    def add(self, task: Task, read: Read) -> None:
        """Place a file after the others; each map has room behind it to grow."""
        at = self._numbers
        for entry in read.entries:
            map = entry.reading.map
            self._placed.append(_Placed(task, entry, at["f"], at["c"], at["r"], at["s"], at["a"]))
            self._used = at["c"] + len(map.claims) + 1
            at["c"] = self._used + len(map.claims) + _SPARE
            at["r"] += len(map.relations)
            at["s"] += len(map.sections)
            at["a"] += len(map.arguments)
        self._files.append((task, read))
        at["f"] += 1

    def header(self) -> Header:
        """What is to be known before the rows come."""
        return Header(self._numbers, self._used)

    def rows(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """The rows of each table that has any."""
        yield "files", map(self._file_row, range(len(self._files)))
        yield "maps", map(_map_row, self._placed)
        yield "measures", map(_measures_row, self._placed)
        yield "diagnostics", self._diagnostics()
        yield "tags", self._tags()
        for placed in self._placed:
            yield from _MapRows(placed).rows()

    def _file_row(self, number: int) -> Row:
        task, read = self._files[number]
        return (number, task.inside, task.encoding, *read.state, read.hash, encoded(read.includes))

    def _diagnostics(self) -> Iterator[Row]:
        for number, (_, read) in enumerate(self._files):
            for entry in read.entries:
                for code, severity, message, span, hint, claims in entry.reading.diagnostics:
                    place = (span.line, span.column) if span else (None, None)
                    texts = map(storable, (severity, code, message, hint))
                    yield (number, *texts, *place, span_rest(span, claims))

    def _tags(self) -> Iterator[Row]:
        tags = {
            tag: None
            for placed in self._placed
            for claim in placed.map.claims.values()
            for tag in claim.tags
        }
        for name in dict.fromkeys(map(storable, tags)):
            yield name, fold(slug(name) or name), fold(name)


def _map_row(placed: _Placed) -> Row:
    map, path = placed.map, placed.task.path
    name = placed.name
    rest: dict[str, object] = {"data": dict(map.data)} if map.data else {}
    if storable(map.name) != map.name:
        rest["name"] = map.name
    kinds = Counter(relation.kind for relation in map.relations.values())
    title = storable(map.title) if map.title != map.name else name
    return (
        placed.claim,
        name,
        placed.file,
        placed.entry.line,
        placed.entry.format,
        title,
        fold(name),
        fold(title),
        storable(map.name) if map.name != path else None,
        len(map.claims),
        len(map.relations),
        len(map.arguments),
        len(map.sections),
        placed.relation,
        *(kinds[kind] for kind in KINDS),
        encoded(rest),
    )


def _measures_row(placed: _Placed) -> Row:
    from json import dumps

    depth, components, *lists = figures(placed.map)
    return (placed.claim, depth, components, *map(dumps, lists))


class _MapRows:
    """The rows of one map."""

    def __init__(self, placed: _Placed) -> None:
        map = placed.map
        self._at = placed
        self._map = map
        self._claims = {id: n for n, id in enumerate(map.claims, placed.claim + 1)}
        self._relations = {id: n for n, id in enumerate(map.relations, placed.relation)}
        self._sections = {id: n for n, id in enumerate(map.sections, placed.section)}
        self._arguments = {id: n for n, id in enumerate(map.arguments, placed.argument)}

    def rows(self) -> Iterator[tuple[str, Iterable[Row]]]:
        """Those of each table."""
        map, name = self._map, self._at.name
        if map.sections:
            yield (
                "sections",
                (
                    section_row(number, self._at.claim, s, self._sections.get(s.parent or ""))
                    for s, number in zip(
                        map.sections.values(), self._sections.values(), strict=True
                    )
                ),
            )
        yield "claims", self._claim_rows()
        yield (
            "words",
            (
                words_row(number, claim, name)
                for claim, number in zip(map.claims.values(), self._claims.values(), strict=True)
            ),
        )
        yield (
            "tagged",
            (
                (storable(tag), number)
                for claim, number in zip(map.claims.values(), self._claims.values(), strict=True)
                if claim.tags
                for tag in dict.fromkeys(claim.tags)
            ),
        )
        yield "relations", self._relation_rows()
        yield (
            "premises",
            (
                (number, place, self._claims[claim])
                for relation, number in zip(
                    map.relations.values(), self._relations.values(), strict=True
                )
                for place, claim in enumerate(relation.premises, 1)
            ),
        )
        if map.arguments:
            yield "arguments", self._argument_rows()
            yield (
                "steps",
                (
                    (self._arguments[argument.id], place, self._relations[step])
                    for argument in map.arguments.values()
                    for place, step in enumerate(argument.relations, 1)
                ),
            )

    def _claim_rows(self) -> Iterator[Row]:
        home, file, sections = self._at.claim, self._at.task.path, self._sections
        for claim, number in zip(self._map.claims.values(), self._claims.values(), strict=True):
            section = None if claim.section is None else sections.get(claim.section)
            yield claim_row(number, home, claim, section, file)

    def _relation_rows(self) -> Iterator[Row]:
        home, file = self._at.claim, self._at.task.path
        for relation, number in zip(
            self._map.relations.values(), self._relations.values(), strict=True
        ):
            ends = self._claims if relation.target_type == "claim" else self._relations
            yield relation_row(number, home, relation, ends[relation.target], file)

    def _argument_rows(self) -> Iterator[Row]:
        for argument, number in zip(
            self._map.arguments.values(), self._arguments.values(), strict=True
        ):
            gist = self._claims.get(argument.gist or "") if argument.gist else None
            section = self._sections.get(argument.section or "")
            yield argument_row(number, self._at.claim, argument, gist, section)
