"""Batches: which maps are meant, who works on them, and where the results go."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from hashlib import sha256
from typing import Any, NamedTuple

from argmap.cli.batch_work import Question, Task, lost, work, work_elsewhere
from argmap.cli.collecting import places_of
from argmap.cli.errors import UserError, tell
from argmap.cli.input import encodings_of, file_of
from argmap.cli.progress import shown
from argmap.render.parts import counted
from argmap.store.archives import SUFFIXES, is_archive
from argmap.store.batches.journal import BusyError, Journal, Place
from argmap.store.batches.lines import head_of
from argmap.store.batches.processes import in_processes
from argmap.store.collections import Place as Found
from argmap.store.collections import numbered
from argmap.store.files import marked, read_bytes
from argmap.store.writing import write_bytes

_PARQUET = ".parquet"
_PIECE = 8
"""Maps that are given to a process at once."""
_DOING = {
    "evaluate": "evaluated", "stats": "measured", "check": "checked", "convert": "converted",
}  # fmt: skip
_DIED = "the process that worked on it died"


class Wish(NamedTuple):
    """Where results and converted maps go, and who does the work."""

    out: str
    into: str | None
    jobs: int
    cluster: str | None

    @property
    def is_table(self) -> bool:
        """Whether the results are to be in Parquet."""
        return self.out.lower().endswith(_PARQUET)

    @property
    def failures(self) -> str:
        """Where the list of maps goes that there is no answer about."""
        stem = self.out if self.is_table else os.path.splitext(self.out)[0]
        return f"{stem}.failures.ndjson"

    @property
    def journal(self) -> str:
        """Where it is kept what is done, until all is."""
        return f"{self.out}.journal"


def run_batch(question: Question, names: Sequence[str], wish: Wish) -> int:
    """Ask the question of each map, and write all answers; the exit code.

    Raises :class:`UserError` if they cannot be written, or nobody can do the work.
    """
    import gc

    gc.enable()  # it is switched off for commands that end with their answer
    _require(wish)
    results = (wish.out, wish.failures)
    places = [
        place._replace(file=_file(place.file))
        for place in places_of(names)
        if not any(_same(place.file, out) for out in results)
    ]
    try:
        earlier = results[1:] if wish.is_table else results
        with Journal(wish.journal, earlier) as journal:
            batch = _Batch(question, wish, journal)
            batch.run(places)
            batch.write()
            journal.remove()
            return batch.told()
    except KeyboardInterrupt:
        tell("stopped: the same command goes on from here")
        raise
    except BusyError:
        raise UserError(f"another process is writing {wish.out}", "wait for it to end") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UserError(f"cannot write {error.filename or wish.out}: {why}") from None


def _same(file: str, out: str) -> bool:
    return os.path.abspath(file) == os.path.abspath(out)


def _require(wish: Wish) -> None:
    """Raise :class:`UserError` if the results cannot be written as wished."""
    if wish.is_table:
        from importlib.util import find_spec

        if find_spec("pyarrow") is None:
            hint = "pip install 'argmap[parquet]', or name a file that ends in .ndjson"
            raise UserError("Parquet needs pyarrow, which is not installed", hint)
    elif not wish.out.lower().endswith(SUFFIXES):
        hint = "name a file that ends in .ndjson, .jsonl or .parquet"
        raise UserError(f"the suffix of {wish.out} says neither NDJSON nor Parquet", hint)


@contextmanager
def connected(address: str, jobs: int, folder: str = os.sep) -> Iterator[Any]:
    """A cluster whose workers see a folder, or one of so many that begins and ends here.

    Raises :class:`UserError` if there is none.
    """
    from argmap.store.batches.cluster import ClusterError, close, connect, require_able

    try:
        client = connect(address, jobs)
    except ImportError:
        hint = "pip install 'argmap[cluster]'"
        raise UserError("--cluster needs Dask, which is not installed", hint) from None
    except ClusterError as error:
        raise UserError(f"there is no cluster at {address}: {error}") from None
    try:
        require_able(client, folder)
        yield client
    except ClusterError as error:
        raise UserError(f"the cluster at {address} cannot do it: {error}") from None
    finally:
        close(client)


class _Batch:
    def __init__(self, question: Question, wish: Wish, journal: Journal) -> None:
        self._question = question
        self._wish = wish
        self._journal = journal
        self._where: list[Place | None] = []
        self._before = self._failed = 0
        self._answered = [0, 0, 0]
        self._code = 0

    def run(self, places: Sequence[Found]) -> None:
        """Ask the question of each map that it has not been asked of yet."""
        pieces = self._pieces(self._tasks(places))
        if self._wish.cluster:
            from argmap.store.batches.cluster import on_cluster

            doing = partial(work_elsewhere, os.getcwd(), self._question)
            with connected(self._wish.cluster, self._wish.jobs, os.getcwd()) as client:
                self._collect(on_cluster(client, doing, pieces))
        else:
            doing = partial(work, self._question)
            self._collect(in_processes(doing, pieces, self._wish.jobs))

    def _collect(self, done: Iterable[tuple[list[Task], list[bytes] | None]]) -> None:
        for piece, lines in done:
            found = lines or [lost(self._question, task, _DIED) for task in piece]
            for task, place in zip(piece, self._journal.add(found), strict=True):
                self._where[task.number] = place

    def _pieces(self, tasks: Iterable[Task]) -> Iterator[list[Task]]:
        """What is left to be done, a few at a time."""
        piece: list[Task] = []
        for task in tasks:
            place = self._finished(task)
            self._where.append(place)
            if place is None:
                piece.append(task)
            else:
                self._before += 1
            if len(piece) == _PIECE:
                yield piece
                piece = []
        if piece:
            yield piece

    def _finished(self, task: Task) -> Place | None:
        """Where the result of an earlier run is, if there is one that still holds."""
        if not len(self._journal):
            return None
        raw = read_bytes(task.file) if task.raw is None else task.raw
        if not isinstance(raw, bytes):
            return None
        place = self._journal.finished(task.key(self._question, raw).encode())
        if place is None or not task.output or os.path.exists(task.output):
            return place
        head = head_of(self._journal.read(place))
        return None if head and head.answered else place

    def _tasks(self, places: Sequence[Found]) -> Iterator[Task]:
        """All maps, in order; those in archives line by line."""
        encoding_of = encodings_of(self._question.encoding)
        settings_of = cache(_settings)
        output_of = self._outputs([place.file for place in places])
        number = 0
        for file, name in shown(places, self._question.command):
            about = (encoding_of(file), settings_of(os.path.dirname(file)))
            for line, raw in _texts(file, self._question.from_format):
                output = output_of(file, line)
                yield Task(number, numbered(name, line), file, line, raw, *about, output)
                number += 1

    def _outputs(self, files: list[str]) -> Callable[[str, int], str]:
        """Where the map in a line of a file goes when it is converted."""
        into = self._wish.into
        if into is None:
            return lambda _file, _line: ""
        from argmap.cli.converting import Outputs, Plan
        from argmap.formats import named

        return Outputs(Plan(files, into, many=True), named(self._question.to)).path

    def write(self) -> None:
        """Write the results in order, beside what is there, and then in its place."""
        for head in map(head_of, self._lines()):
            assert head is not None  # noqa: S101  # the journal has no other lines
            self._failed += not head.answered
            self._answered[head.code] += head.answered
            self._code = max(self._code, head.code)
        if self._wish.is_table:
            from argmap.store.batches.parquet import write_parquet

            write_parquet(self._wish.out, _only(self._lines(), answered=True))
        else:
            write_bytes(self._wish.out, _only(self._lines(), answered=True))
        if self._failed:
            write_bytes(self._wish.failures, _only(self._lines(), answered=False))
        elif os.path.exists(self._wish.failures):
            os.unlink(self._wish.failures)

    def _lines(self) -> Iterator[bytes]:
        for place in self._where:
            assert place is not None  # noqa: S101  # whatever was given out came back
            yield self._journal.read(place)

    def told(self) -> int:
        """Tell how it went; the exit code."""
        total, failed = len(self._where), self._failed
        earlier = f" ({self._before} by an earlier run)" if self._before else ""
        tell(
            f"{_DOING[self._question.command]} {total - failed} of {counted(total, 'map')}{earlier}"
        )
        if failed:
            tell(f"there is no answer about {counted(failed, 'map')}: see {self._wish.failures}")
        _, found, in_part = self._answered
        if in_part:
            tell(f"{counted(in_part, 'map')} could be read in part only: see their findings")
        if found:
            tell(f"something was found in {counted(found, 'map')}")
        return self._code


def _only(lines: Iterable[bytes], *, answered: bool) -> Iterator[bytes]:
    """Those of the lines that have an answer, or those that have none."""
    return (line for line in lines if (head := head_of(line)) and head.answered is answered)


def _file(name: str) -> str:
    """The file of a map, which can be a shipped one.

    Raises :class:`UserError` if there is none: what was done before is not lost for a slip.
    """
    if name == "-":
        raise UserError("a batch reads files, and not standard input")
    return file_of(name)


def _texts(file: str, format: str | None) -> Iterator[tuple[int, bytes | None]]:
    """The lines of an archive that hold maps, with their numbers; of another file the whole.

    An archive is not read at once, for it can be larger than what there is of memory.
    """
    if not is_archive(file, format):
        yield 0, None
        return
    try:
        with open(file, "rb") as lines:
            if (marked(lines.peek(4)[:4]) or "utf-8") != "utf-8":
                yield 0, None
                return
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line.rstrip(b"\r\n")
    except OSError:
        yield 0, None


def _settings(folder: str) -> str:
    """A hash of what is set for the maps in a folder."""
    from argmap.store.configuration import read_configuration
    from argmap.store.projects import find_configuration

    file = find_configuration(folder)
    if file is None:
        return ""
    source = read_configuration(file).source
    digest = sha256()
    for path in filter(None, (file, source)):
        raw = read_bytes(path)
        digest.update(raw if isinstance(raw, bytes) else b"")
    return digest.hexdigest()
