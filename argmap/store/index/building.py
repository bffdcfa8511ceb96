"""Making an index of a folder, and bringing it up to date."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.diagnostic import Diagnostic
from argmap.store.index.chunk import Header, Task, chunk
from argmap.store.index.opening import connect_to_write, is_being_written
from argmap.store.index.reading import Wanted
from argmap.store.index.schema import make_indices, make_tables
from argmap.store.index.survey import Known, Survey, known_files, survey
from argmap.store.index.tables import Tables
from argmap.store.index.workers import WorkerLostError, streams

if TYPE_CHECKING:
    from sqlite3 import Connection

_CHUNK = 1_000_000
"""Bytes of files that are read at a time."""
_TRIES = 5
_FORGOTTEN = 10.0
"""Seconds after which a file that nobody is at work on is one that somebody left behind."""

Tell = Callable[[int, int], None]
"""Is told how many files are done, of how many."""


class Built(NamedTuple):
    """What an index has in the end, and what was read for it.

    ``failed`` are the files in which something is wrong, ``problems`` what it is, of those that
    were read now.
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


def build(folder: str, index: str, wanted: Wanted, tell: Tell, processes: int) -> Built:
    """Make an index of the maps in a folder, or bring it up to date.

    It is written beside and put in its place when it is whole, so that there is always an index
    that answers. If somebody else was faster, theirs is what is brought up to date. Raises
    :class:`IndexNotWrittenError`.
    """
    import sqlite3

    try:
        for _ in range(_TRIES):
            built = _attempt(folder, index, wanted, tell, processes)
            if built is not None:
                return built
    except sqlite3.Error as error:
        raise IndexNotWrittenError(str(error)) from error
    except OSError as error:
        raise IndexNotWrittenError((error.strerror or str(error)).lower()) from error
    except WorkerLostError as error:
        raise IndexNotWrittenError(str(error)) from error
    raise IndexNotWrittenError("others keep writing it at the same time")


def _attempt(
    folder: str, index: str, wanted: Wanted, tell: Tell, processes: int
) -> Built | None:
    """What came of it; ``None`` if the index was written by somebody else meanwhile."""
    root = folder if os.path.isdir(folder) else os.path.dirname(folder) or "."
    about = _about(root, index, wanted)
    before = _identity(index)
    todo = survey(folder, index, about)
    if todo.unchanged:
        return _counted(index, Built(0, 0, 0, 0, 0, [], []))
    from tempfile import mkstemp

    home, name = os.path.split(os.path.realpath(index))
    _tidy(home, name)
    number, beside = mkstemp(prefix=f".{name}.", suffix=".new", dir=home)
    os.close(number)
    try:
        if not todo.anew:
            _copy(index, beside)
        with closing(connect_to_write(beside)) as connection:
            done = _Update(connection, todo, root, wanted, tell, processes).run(about)
            connection.execute("COMMIT")
        if _identity(index) != before:
            return None
        _put(beside, os.path.realpath(index))
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)
    return _counted(index, done)


def _about(root: str, index: str, wanted: Wanted) -> dict[str, str]:
    """What an index has to say of itself if what is in it is to be used again."""
    import unicodedata

    import argmap

    home = os.path.dirname(os.path.realpath(index))
    return {
        "argmap": argmap.__version__,
        "encoding": wanted.encoding or "",
        "folder": os.path.relpath(os.path.realpath(root), home).replace(os.sep, "/"),
        "format": wanted.format or "",
        "unicode": unicodedata.unidata_version,
    }


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


def _counted(index: str, done: Built) -> Built:
    from argmap.store.index.opening import connect_to_read

    with closing(connect_to_read(index)) as connection:
        maps, claims = connection.execute("SELECT count(*), sum(claims) FROM maps").fetchone()
        (files,) = connection.execute("SELECT count(*) FROM files").fetchone()
        failed = connection.execute(
            "SELECT path FROM files WHERE file IN"
            " (SELECT file FROM diagnostics WHERE severity = 'error') ORDER BY file"
        )
        return done._replace(
            maps=maps, claims=claims or 0, files=files, failed=[path for (path,) in failed]
        )


class _Update:
    """Bringing a database up to date, from what it has to what it should have."""

    def __init__(
        self,
        connection: "Connection",
        todo: Survey,
        root: str,
        wanted: Wanted,
        tell: Tell,
        processes: int,
    ) -> None:
        self._connection = connection
        self._tables = Tables(connection)
        self._todo = todo
        self._make = partial(chunk, root=root, wanted=wanted)
        self._tell = tell
        self._processes = processes
        self._read = 0
        self._problems: list[Diagnostic] = []

    def run(self, about: dict[str, str]) -> Built:
        """Remove what has to go, add what is new, and leave all in order."""
        todo = self._todo
        if todo.anew:
            make_tables(self._connection)
            self._connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        for known in todo.gone.values():
            self._tables.remove(known)
        if todo.anew:
            self._add_all()
            make_indices(self._connection)
        else:
            self._add_between()
            self._tables.rename({task.inside: task.name for task in todo.tasks})
        self._tables.finish(whole=todo.anew)
        gone = len(todo.gone.keys() - {task.inside for task in todo.tasks})
        return Built(0, 0, 0, self._read, gone, [], self._problems)

    def _add_all(self) -> None:
        """Every file, a few at a time, in an index that is empty."""
        chunks = list(_chunked(self._todo.tasks))
        for tasks, stream in zip(chunks, streams(chunks, self._make, self._processes), strict=True):
            self._take(stream)
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
            header = next(stream)
            assert isinstance(header, Header)  # noqa: S101  # it comes first
            for other in self._in_the_way(order[place + 1 :], kept, at + header.used):
                self._tables.remove(kept.pop(other))
            at = self._take(stream, header, at + 1)
            self._count(1)

    def _in_the_way(
        self, later: Sequence[Task], kept: dict[str, Known], last: int
    ) -> list[str]:
        found = []
        for task in later:
            known = kept.get(task.inside)
            if known is not None and known.first:
                if known.first > last:
                    break
                found.append(task.inside)
        return found

    def _take(
        self, stream: Iterator[Header | tuple[str, list[tuple[object, ...]]]],
        header: Header | None = None,
        claim: int | None = None,
    ) -> int:
        """Take a chunk in; the last number that a claim of it has."""
        header = header or next(stream)  # type: ignore[assignment]
        assert isinstance(header, Header)  # noqa: S101  # it comes first
        base = self._tables.place(header, claim)
        for item in stream:
            assert not isinstance(item, Header)  # noqa: S101  # there is only one
            self._tables.insert(*item)
        self._problems += header.problems
        return base + max(header.used - 1, 0)

    def _count(self, files: int) -> None:
        self._read += files
        self._tell(self._read, len(self._todo.tasks) - len(self._todo.kept))


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
