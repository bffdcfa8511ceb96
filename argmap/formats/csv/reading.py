"""Reading tables: each is known by its header, and each row is a record."""

import os
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from argmap.formats._findings import Findings
from argmap.formats._format import Reading, Source
from argmap.formats.csv.columns import RIDING, Column, columns, known, meant, table_of
from argmap.formats.csv.layout import SPEAKER, Layout, delimiter_of, usual
from argmap.formats.csv.problems import PROBLEMS
from argmap.formats.csv.records import Cells, Record, anchor_of, names_of
from argmap.formats.csv.rows import Places, Row, rows
from argmap.formats.csv.values import Names, empty_of, value_of
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.relation import Relation
from argmap.model.section import Section
from argmap.model.span import Span

_PAIRED = re.compile(r"(?:.*[._-])?(claims|relations|nodes|edges)\.[a-z]+", re.IGNORECASE)
_OTHER = {"claims": "relations", "relations": "claims", "nodes": "edges", "edges": "nodes"}
_SECOND = frozenset({"relations", "edges"})
_ENOUGH = 2


class Table(NamedTuple):
    """A table: what it is of, its columns, its rows, and the places of its file."""

    of: str
    headers: list[str]
    columns: list[Column]
    rows: list[Row]
    places: Places
    span: Span


class Cut(NamedTuple):
    """What a row says: fields, other data, and the cells themselves by field.

    ``at`` is where they begin and end.
    """

    values: dict[str, Any]
    data: dict[str, object]
    cells: dict[str, str]
    span: Span
    at: dict[str, tuple[int, int]]
    places: Places

    def place(self, field: str) -> Span:
        """Where the cell of a field stands; the whole row if it has none."""
        return self.places.span(*self.at[field]) if field in self.at else self.span


def read(source: Source) -> Reading:
    """The map that the tables of a file make, with those of the file that it is paired with."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._problems = Findings(PROBLEMS)
        self._draft = Draft(source.name)
        self._used: dict[str, set[str]] = {}
        self._claims: list[Claim] = []
        self._names: Names = {}
        self._delimiter = delimiter_of(source.text)[0]

    def read(self) -> Reading:
        tables = self._tables(self._source.name, self._source.text)
        if tables:
            tables = self._with_pair(tables)
        for table in tables:
            self._report_columns(table)
        by_kind = {kind: [t for t in tables if t.of == kind] for kind in
                   ("sections", "claims", "relations", "arguments", "map")}  # fmt: skip
        for table in by_kind["sections"]:
            self._sections(table)
        if not by_kind["sections"]:
            self._bare_sections(by_kind["claims"] + by_kind["arguments"])
        for table in by_kind["claims"]:
            self._read_claims(table)
        self._relations(by_kind["relations"], bare=not by_kind["claims"])
        for table in by_kind["arguments"]:
            self._arguments(table)
        data = self._describe(by_kind["map"])
        layout = Layout(self._delimiter, _distinct(tables))
        empty = not any(table.rows for table in tables)
        if data or self._draft.name != self._source.name or empty:
            self._used["map"] = {"name"}
        if tables and layout != usual(self._used):
            data = {**data, RIDING: layout._asdict()}
        self._draft.data = data
        map, found = self._draft.build()
        return Reading(map, [*self._problems.found, *found])

    def _tables(self, file: str, text: str) -> list[Table]:
        """The tables of a text; after an empty line a new one may begin."""
        places = Places(file, text)
        tables: list[Table] = []
        fresh = True
        for row in rows(text, delimiter_of(text)[0]):
            for code, at in row.faults:
                self._problems.add(code, places.span(at, at + 1))
            if row.blank:
                fresh = True
                continue
            if not fresh:
                tables[-1].rows.append(row)
                continue
            fresh = False
            span = places.span(row.starts[0], row.end)
            if known(row.cells) >= (_ENOUGH if tables else 1):
                of = table_of(row.cells)
                made = Table(of, row.cells, columns(of, row.cells), [], places, span)
                tables.append(made)
            elif tables:
                self._problems.add("CS12", span)
                tables[-1].rows.append(row)
            else:
                self._problems.add("CS01", span)
                return []
        if not tables:
            self._problems.add("CS01", places.span(0, 1))
        return tables

    def _with_pair(self, tables: list[Table]) -> list[Table]:
        """The tables, and those of ``x.relations.csv`` beside ``x.claims.csv`` or the other way."""
        folder, name = os.path.split(self._source.name)
        match = _PAIRED.fullmatch(name)
        if match is None:
            return tables
        word = match[1].lower()
        other = name[: match.start(1)] + _OTHER[word] + name[match.end(1) :]
        wanted = "claims" if word in _SECOND else "relations"
        text = None if any(t.of == wanted for t in tables) else self._source.include(other)
        if not text:
            return tables
        more = self._tables(os.path.join(folder, other), text)
        return [*more, *tables] if word in _SECOND else [*tables, *more]

    def _report_columns(self, table: Table) -> None:
        for column in table.columns:
            field = "" if column.field else meant(table.of, column.header)
            if field:
                self._problems.add("CS09", table.span, header=column.header, field=field)

    def _cut(self, table: Table) -> Iterator[Cut]:
        """What each row of a table says; what is wrong with a cell is reported at the cell."""
        count = len(table.columns)
        for row in table.rows:
            self._check_length(table, row)
            ends = [*(start - 1 for start in row.starts[1:]), row.end]
            cut = Cut({}, {}, {}, table.places.span(row.starts[0], row.end), {}, table.places)
            for column, cell, start, end in zip(
                table.columns, row.cells[:count], row.starts, ends, strict=False
            ):
                if not column.field:
                    if cell:
                        cut.data[column.key] = cell
                    continue
                cut.cells[column.field] = cell
                cut.at[column.field] = start, end
                if cell:  # an empty one says what a table without the column says
                    self._value(cut, column.field, cell, table.places, start, end)
            yield cut

    def _value(self, cut: Cut, field: str, cell: str, places: Places, start: int, end: int) -> None:
        if field == "source" and cell and not cell.lstrip().startswith("{"):
            cut.data[field] = cell
            return
        try:
            cut.values[field] = value_of(field, cell, self._names)
        except ValueError as error:
            span = places.span(start, end)
            if field == "kind":
                self._problems.add("CS06", span, word=cell)
                cut.values[field] = None
            else:
                self._problems.add("CS08", span, field=field, why=error)
                cut.values[field] = empty_of(field)

    def _check_length(self, table: Table, row: Row) -> None:
        count, wanted = len(row.cells), len(table.columns)
        if count == wanted:
            return
        extra = [cell for cell in row.cells[wanted:] if cell]
        span = table.places.span(row.starts[min(wanted, count - 1)], row.end)
        if extra:
            shown = ", ".join(extra)[:60]
            self._problems.add("CS04", span, count=count, columns=wanted, extra=shown)
        elif count < wanted:
            self._problems.add("CS05", span, count=count, columns=wanted)

    def _spelling(self, table: Table) -> Cells:
        keys = {column.key for column in table.columns} - {""}
        keys |= {SPEAKER} if table.of == "claims" else set()
        whole = any(column.field == "source" for column in table.columns)
        return Cells(table.of, keys, whole=whole, names=self._names)

    def _with_data(self, record: Record, cut: Cut, spelling: Cells) -> Any:  # noqa: ANN401
        """The record with its data, and with the cells that would be written otherwise."""
        own = cut.values.get("data") or {}
        record = record._replace(data={**own, **cut.data})
        fresh = spelling.of(record)
        odd = {
            field: cell
            for field, cell in cut.cells.items()
            if cell != fresh.get(field, "") and field != "id"
        }
        if cut.cells.get("id") == "":
            odd["id"] = ""
        return record._replace(data={**record.data, RIDING: odd}) if odd else record

    def _note_used(self, table: Table, spelling: Cells) -> None:
        if table.rows:
            self._used.setdefault(table.of, set()).update(spelling.used)

    def _sections(self, table: Table) -> None:
        spelling = self._spelling(table)
        for cut in self._cut(table):
            values = {"id": "", "title": "", **cut.values, "span": cut.span}
            section = self._with_data(Section(**values), cut, spelling)
            got = self._draft.section(section).id
            if section.id and got != section.id:
                self._problems.add("CS14", cut.span, id=section.id, got=got)
        self._note_used(table, spelling)

    def _bare_sections(self, tables: list[Table]) -> None:
        """Sections that have no table: what the records say they are in, as it turns up."""
        for name in dict.fromkeys(name for table in tables for name in _column(table, "section")):
            if name:
                self._draft.section(Section(name, name))
                self._used["sections"] = {"id"}

    def _read_claims(self, table: Table) -> None:
        spelling = self._spelling(table)
        for cut in self._cut(table):
            values = {"id": "", **cut.values, "span": cut.span}
            anchor = anchor_of(values)
            values["source"] = values.get("source") or anchor
            claim = self._with_data(Claim(**values), cut, spelling)
            self._claims.append(self._draft.claim(claim))
        self._note_used(table, spelling)

    def _arguments(self, table: Table) -> None:
        spelling = self._spelling(table)
        for cut in self._cut(table):
            values = {"id": "", **cut.values, "span": cut.span}
            argument = Argument(**values)
            if argument.gist and not argument.id:
                argument = argument._replace(id=argument.gist)
            self._draft.argument(self._with_data(argument, cut, spelling))
        self._note_used(table, spelling)

    def _relations(self, tables: list[Table], *, bare: bool) -> None:
        ids = {
            id or f"r{number}"
            for table in tables
            for number, id in enumerate(_column(table, "id"), 1)
        }
        self._names = names_of(self._claims, ids)
        cuts = [(table, list(self._cut(table))) for table in tables]
        if bare and tables:
            self._problems.add("CS10", tables[0].span)
            self._claim_ends([cut for _, some in cuts for cut in some], ids)
        claims = {claim.id for claim in self._claims}
        for table, some in cuts:
            spelling = self._spelling(table)
            for cut in some:
                relation = self._relation(cut, claims, ids)
                if relation is not None:
                    self._draft.relation(self._with_data(relation, cut, spelling))
            self._note_used(table, spelling)

    def _claim_ends(self, cuts: list[Cut], relations: set[str]) -> None:
        """The ends of relations as claims, in the order in which they turn up."""
        ends: dict[str, Span] = {}
        for cut in cuts:
            for end in (*cut.values.get("premises", ()), cut.values.get("target", "")):
                if end and end not in relations:
                    ends.setdefault(end, cut.span)
        self._claims += [self._draft.claim(Claim(id, span=span)) for id, span in ends.items()]

    def _relation(self, cut: Cut, claims: set[str], relations: set[str]) -> Relation | None:
        """The relation of a row, unless its kind or its ends are not as they should be."""
        values = {"id": "", "kind": "support", "premises": (), "target": "", **cut.values}
        gone = [end for end in values["premises"] if end not in claims]
        target = values["target"]
        if target and target not in claims and target not in relations:
            gone.append(target)
        for field in ("premises", "target"):
            if not values[field]:
                self._problems.add("CS11", cut.place(field), what=field)
        for end in gone:
            field = "target" if end == target else "premises"
            self._problems.add("CS07", cut.place(field), gone=end)
        if gone or not (values["premises"] and target and values["kind"]):
            return None
        values["target_type"] = "claim" if target in claims else "relation"
        return Relation(**values, span=cut.span)

    def _describe(self, tables: list[Table]) -> dict[str, object]:
        """The data of the map; its name is put in the draft."""
        cuts = [cut for table in tables for cut in self._cut(table)]
        for cut in cuts[1:]:
            self._problems.add("CS13", cut.span)
        if not cuts:
            return {}
        self._draft.name = cuts[0].values.get("name") or self._draft.name
        return dict(cuts[0].values.get("data") or {})


def _column(table: Table, field: str) -> Iterator[str]:
    """The cells of a column, empty where there is none."""
    place = next((n for n, column in enumerate(table.columns) if column.field == field), None)
    for row in table.rows:
        yield row.cells[place] if place is not None and place < len(row.cells) else ""


def _distinct(tables: list[Table]) -> list[list[str]]:
    """The headers of the first table of each kind."""
    first: dict[str, list[str]] = {}
    for table in tables:
        first.setdefault(table.of, table.headers)
    return list(first.values())
