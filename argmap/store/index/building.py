"""Making an index of a folder, and bringing it up to date."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span
from argmap.store.index.chunk import Batch, Header, Task, chunk
from argmap.store.index.opening import connect_to_read, connect_to_write, is_being_written
from argmap.store.index.rows import decoded
from argmap.store.index.schema import make_indices, make_tables
from argmap.store.index.survey import Known, Survey, Wish, about, survey
from argmap.store.index.tables import Tables
from argmap.store.index.workers import WorkerLostError, streams

if TYPE_CHECKING:
    from sqlite3 import Connection

_CHUNK = 1_000_000
"""Bytes of files that are read at a time."""
_MUCH = 2_000_000
"""Bytes that take about a tenth of a second to read."""
_TRIES = 5
_FORGOTTEN = 10.0
"""Seconds after which a file that nobody is at work on is one that somebody left behind."""

Tell = Callable[[int, int], None]
"""Is told how many files are done, of how many."""


class Built(NamedTuple):
    """What an index has in the end, and what had to be done for it.

    ``failed`` are the files in which something is wrong, by path from the folder; ``problems``
    are the errors in them.
    """

    maps: int
    claims: int
    files: int
    read: int
    removed: int
    failed: list[str]
    problems: list[Diagnostic]


class IndexNotWrittenError(Exception):
    """An index could not be written; if there was one before, it is as it was."""


def build(wish: Wish, index: str, tell: Tell, processes: int) -> Built:
    """Make an index, or bring it up to date.

    It is written beside and put in its place when it is whole, so that there is always an index
    that answers. If somebody else was faster, theirs is what is brought up to date. Raises
    :class:`IndexNotWrittenError`.
    """
    import sqlite3

    try:
        for _ in range(_TRIES):
            built = _attempt(wish, index, tell, processes)
            if built is not None:
                return built
    except sqlite3.Error as error:
        raise IndexNotWrittenError(str(error)) from error
    except OSError as error:
        raise IndexNotWrittenError((error.strerror or str(error)).lower()) from error
    except WorkerLostError as error:
        raise IndexNotWrittenError(str(error)) from error
    raise IndexNotWrittenError("others keep writing it at the same time")


def _attempt(wish: Wish, index: str, tell: Tell, processes: int) -> Built | None:
    """What came of it; ``None`` if the index was written by somebody else meanwhile."""
    from tempfile import mkstemp

    before = _identity(index)
    todo = survey(wish, index)
    if todo.unchanged:
        return _counted(index, 0, 0)
    home, name = os.path.split(os.path.realpath(index))
    _tidy(home, name)
    number, beside = mkstemp(prefix=f".{name}.", suffix=".new", dir=home)
    os.close(number)
    try:
        if not todo.anew:
            _copy(index, beside)
        with closing(connect_to_write(beside)) as connection:
            update = _Update(connection, todo, wish, tell, processes)
            update.run(about(wish, index))
            connection.execute("COMMIT")
        if _identity(index) != before:
            return None
        _put(beside, os.path.realpath(index))
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)
    return _counted(index, update.read, update.removed)


def _identity(path: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _tidy(home: str, name: str) -> None:
    """Remove what processes that were killed have left."""
    import time

    for entry in os.scandir(home or "."):
        if entry.name.startswith(f".{name}.") and entry.name.endswith(".new"):
            with suppress(OSError):
                old = time.time() - entry.stat().st_mtime > _FORGOTTEN
                if old and not is_being_written(entry.path):
                    os.unlink(entry.path)


def _copy(index: str, beside: str) -> None:
    from shutil import copyfile

    copyfile(index, beside)


def _put(beside: str, index: str) -> None:
    """Put a finished file in its place, when it is on the disk; links and permissions stay."""
    from argmap.store.writing import permissions

    with open(beside, "rb+") as file:
        os.fsync(file.fileno())
    os.chmod(beside, permissions(index))
    os.replace(beside, index)


def _counted(index: str, read: int, removed: int) -> Built:
    with closing(connect_to_read(index)) as connection:
        maps, claims = connection.execute("SELECT count(*), sum(claims) FROM maps").fetchone()
        (files,) = connection.execute("SELECT count(*) FROM files").fetchone()
        errors = connection.execute(
            "SELECT path, code, message, hint, diagnostics.rest FROM diagnostics"
            " JOIN files USING (file) WHERE severity = 'error' ORDER BY path, diagnostics.rowid"
        ).fetchall()
    failed = list(dict.fromkeys(path for path, *_ in errors))
    problems = [_problem(*error) for _, *error in errors]
    return Built(maps, claims or 0, files, read, removed, failed, problems)


def _problem(code: str, message: str, hint: str, stored: str | None) -> Diagnostic:
    rest = decoded(stored) if stored else {}
    span = Span(**rest["span"]) if "span" in rest else None
    return Diagnostic(code, "error", message, span, hint, tuple(rest.get("claims", ())))


class _Update:
    """Bringing a database up to date, from what it has to what it should have."""

    def __init__(
        self, connection: "Connection", todo: Survey, wish: Wish, tell: Tell, processes: int
    ) -> None:
        self._connection = connection
        self._tables = Tables(connection)
        self._todo = todo
        self._make = partial(chunk, root=wish.root, format=wish.format)
        self._tell = tell
        self._processes = processes if self._has_much_to_read() else 1
        self.read = 0
        self.removed = len(todo.gone.keys() - {task.inside for task in todo.tasks})

    def run(self, about: dict[str, str]) -> None:
        """Remove what has to go, add what is new, and leave all in order."""
        todo = self._todo
        if todo.anew:
            make_tables(self._connection)
            self._connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
            self._add_all()
            make_indices(self._connection)
        else:
            for known in todo.gone.values():
                self._tables.remove(known)
            self._add_between()
        self._tables.rename({task.inside: task.name for task in todo.tasks})
        self._tables.finish(whole=todo.anew)

    def _has_much_to_read(self) -> bool:
        """Whether it takes longer to read the files than to start processes for it."""
        size = 0
        for task in self._todo.tasks:
            if task.inside not in self._todo.kept:
                with suppress(OSError):
                    size += os.path.getsize(task.path)
        return size > _MUCH

    def _add_all(self) -> None:
        """Every file, a few at a time, in an index that is empty."""
        chunks = list(_chunked(self._todo.tasks))
        for tasks, stream in zip(chunks, streams(chunks, self._make, self._processes), strict=True):
            self._take(stream, _header(stream))
            self._count(len(tasks))

    def _add_between(self) -> None:
        """Every file that is new where it belongs among the others.

        Those after it are moved, which is reading them again, until there is room.
        """
        kept = dict(self._todo.kept)
        waiting = [[task] for task in self._todo.tasks if task.inside not in kept]
        made = streams(waiting, self._make, self._processes)
        order = self._todo.tasks
        at = 0
        for place, task in enumerate(order):
            known = kept.get(task.inside)
            if known is not None:
                at = max(at, known.last)
                continue
            again = task.inside in self._todo.kept
            stream = self._make([task]) if again else next(made)
            header = _header(stream)
            for other in self._in_the_way(order[place + 1 :], kept, at + header.used):
                self._tables.remove(kept.pop(other))
            at = self._take(stream, header, at + 1)
            self._count(1)

    def _in_the_way(self, later: Sequence[Task], kept: dict[str, Known], last: int) -> list[str]:
        found = []
        for task in later:
            known = kept.get(task.inside)
            if known is not None and known.first:
                if known.first > last:
                    break
                found.append(task.inside)
        return found

    def _take(
        self, stream: Iterator[Header | Batch], header: Header, claim: int | None = None
    ) -> int:
        """Take the rest of a chunk in; the last number that a claim of it has."""
        base = self._tables.place(header, claim)
        for item in stream:
            if not isinstance(item, Header):
                self._tables.insert(*item)
        return base + max(header.used - 1, 0)

    def _count(self, files: int) -> None:
        self.read += files
        self._tell(self.read, len(self._todo.tasks) - len(self._todo.kept))


def _header(stream: Iterator[Header | Batch]) -> Header:
    """The first item of a chunk."""
    header = next(stream)
    assert isinstance(header, Header)  # noqa: S101  # it comes first
    return header


def _chunked(tasks: Sequence[Task]) -> Iterator[list[Task]]:
    """The tasks in order, some at a time, so that each has about as much to read."""
    some: list[Task] = []
    size = 0
    for task in tasks:
        some.append(task)
        with suppress(OSError):
            size += os.path.getsize(task.path)
        if size >= _CHUNK or len(some) >= 1000:  # noqa: PLR2004  # so that many small ones make a chunk
            yield some
            some, size = [], 0
    if some:
        yield some
