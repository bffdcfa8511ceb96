"""Writing a map as tables, laid out as it came if it came as tables."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.formats._format import Written
from argmap.formats._losses import Losses
from argmap.formats._unsaid import shallow
from argmap.formats.csv.columns import RIDING, Column, columns, table_of
from argmap.formats.csv.ids import Ids, fitting
from argmap.formats.csv.layout import SPEAKER, Layout, completed, place, riding, usual
from argmap.formats.csv.records import UNFIT, Cells, Record, names_of, riding_of
from argmap.formats.csv.rows import line
from argmap.formats.csv.values import Names, same, spelt
from argmap.model.map import ArgumentMap

Row = dict[str, str]


def write(map: ArgumentMap) -> Written:
    """The map as tables; all that a cell cannot hold is noted as changed."""
    writer = _Writer(map)
    found = {
        "claims": writer.rows("claims", map.claims.values()),
        "relations": writer.rows("relations", map.relations.values()),
        "arguments": writer.rows("arguments", map.arguments.values()),
        "sections": writer.rows("sections", map.sections.values()),
        "map": writer.described(),
    }
    return Written(_pieces(writer, found), writer.losses.diagnostics())


def _pieces(writer: "_Writer", found: Mapping[str, list[Row]]) -> Iterator[str]:
    layout = writer.layout()
    before = ""
    for headers in layout.tables:
        table = table_of(headers)
        names = [_fit(header) for header in headers]
        yield before + line(names, layout.delimiter)
        before = "\n"
        keys = [place(column) for column in columns(table, headers)]
        for row in found[table]:
            yield line([row.get(key, "") for key in keys], layout.delimiter)


def _fit(text: str) -> str:
    """The text as a cell can hold it."""
    return UNFIT.sub(lambda match: "\n" if match[0][0] == "\r" else "\ufffd", text)


class _Writer:
    def __init__(self, map: ArgumentMap) -> None:
        self.losses = Losses("CSV")
        self._map = map
        self._riding = riding(map)
        self._names: Names = names_of(map.claims.values(), map.relations.keys())
        self._used: dict[str, set[str]] = {}
        self._called = fitting(map)
        self._ids = Ids()

    def layout(self) -> Layout:
        """The layout that the map came with, and what it lacks; else the usual one."""
        if self._riding is None:
            return usual(self._used)
        tables = list(self._riding.tables)
        there = {table_of(headers) for headers in tables}
        for headers in usual(self._used).tables:
            table = table_of(headers)
            if table not in there and table in self._used:
                tables.insert(0 if table == "claims" else len(tables), headers)
        whole = [
            completed(headers, self._used.get(table_of(headers), ()), first=not number)
            for number, headers in enumerate(tables)
        ]
        return Layout(self._riding.delimiter, whole)

    def rows(self, table: str, records: Iterable[Record]) -> list[Row]:
        """The rows of a table."""
        there = self._columns(table)
        keys = {column.key for column in there} - {""}
        keys |= {SPEAKER} if table == "claims" else set()
        fields = {column.field for column in there}
        cells = Cells(table, keys, whole="source" in fields, names=self._names)
        without = bool(there) and "id" not in fields
        found = [self._row(record, cells, without=without) for record in records]
        if without and not any(row["id"] for row in found):
            cells.used.discard("id")
        if found:
            self._used[table] = cells.used
        if self._riding and not there and (not found or self._implied(table, found)):
            self._used.pop(table, None)
        return found

    def described(self) -> list[Row]:
        """The row about the map itself, if its name is not that of its file, or it has data."""
        map = self._map
        data = dict(map.data)
        if self._riding:
            del data[RIDING]
        records: list[Record] = [*map.claims.values(), *map.relations.values(),
                                 *map.arguments.values(), *map.sections.values()]  # fmt: skip
        of_file = any(record.span and record.span.file == map.name for record in records)
        if data or not (of_file or self._riding):
            self._used["map"] = {"name", "data"}
        elif not self._columns("map"):
            return []
        row = {"name": "" if of_file else map.name, "data": spelt(data)}
        return [self._fitted(row, map.name)]

    def _columns(self, table: str) -> list[Column]:
        for headers in self._riding.tables if self._riding else ():
            if table_of(headers) == table:
                return columns(table, headers)
        return []

    def _implied(self, table: str, found: list[Row]) -> bool:
        """Whether the records of a table say no more than others say of them."""
        if table == "sections":
            sections = [claim.section for claim in self._map.claims.values()]
            sections += [argument.section for argument in self._map.arguments.values()]
            named = dict.fromkeys(name for name in sections if name)
            bare = [{"id": name, "title": name, "level": "1"} for name in named]
            return found == bare
        return table == "claims" and found == [{"id": end} for end in self._ends()]

    def _ends(self) -> list[str]:
        """The claims that relations refer to, in the order in which they do."""
        ends: dict[str, None] = {}
        for relation in self._map.relations.values():
            ends.update(dict.fromkeys(relation.premises))
            if relation.target_type == "claim":
                ends[relation.target] = None
        return list(ends)

    def _row(self, record: Record, cells: Cells, *, without: bool) -> Row:
        called = self._called
        data = shallow(record.data, self.losses, record.id)
        if data is not record.data:
            record = record._replace(data=data)
        row = cells.of(record, called)
        came = riding_of(record)
        for field, cell in came.items():
            if field != "id" and same(field, cell, row.get(field, ""), self._names):
                row[field] = cell
        if self._ids.omits(record, row["id"], wanted=without or came.get("id") == ""):
            row["id"] = ""
        return self._fitted(row, record.id)

    def _fitted(self, row: Row, id: str) -> Row:
        for field, cell in row.items():
            if UNFIT.search(cell):
                self.losses.change("texts with signs that no cell holds", "texts without", id)
                row[field] = _fit(cell)
        return row
