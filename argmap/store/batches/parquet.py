"""Results of a batch as a table in Parquet: a row for each map, figures in columns of their own."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from argmap.formats._json_text import dumped
from argmap.store.writing import replaced

_ROWS = 1000
"""So many at a time."""
_ABOUT = ("map", "file", "line", "key", "code")


def write_parquet(path: str, lines: Iterable[bytes]) -> None:
    """Write the lines, of answers to one question, as a table that takes the place of a file.

    The columns are what each line is about, then whatever numbers, texts and truth values an
    answer has at its top, by name, and at last the whole answer as JSON. Raises
    :class:`ImportError` if pyarrow is not installed.
    """
    from json import loads

    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetWriter

    lines = iter(lines)
    first = [loads(line) for line in islice(lines, _ROWS)]
    schema = _schema(first[0]["answer"] if first else {})
    with replaced(path) as file, ParquetWriter(file, schema) as writer:
        rows = first
        while rows:
            writer.write_batch(RecordBatch.from_pylist([*map(_row, rows)], schema))
            rows = [loads(line) for line in islice(lines, _ROWS)]


def _schema(answer: Mapping[str, object]) -> Any:  # noqa: ANN401  # pyarrow has no types
    import pyarrow as pa

    types = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string()}
    numbers = {"line", "code"}
    about = [(name, pa.int64() if name in numbers else pa.string()) for name in _ABOUT]
    figures = [
        (name, types[type(value)])
        for name, value in answer.items()
        if type(value) in types and name != "schema"
    ]
    return pa.schema([*about, *figures, ("answer", pa.string())])


def _row(line: Mapping[str, Any]) -> dict[str, object]:
    answer = line["answer"]
    return {**answer, **{name: line[name] for name in _ABOUT}, "answer": dumped(answer)}
