"""What of a batch is done: kept beside its result, so that it can go on where it was stopped."""

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import IO, NamedTuple, Self

from argmap.store.batches.lines import head_of, is_current, is_final


class BusyError(Exception):
    """Another process works on the same result."""


class Place(NamedTuple):
    """Where a line is: in which of the files, and from where to where."""

    file: int
    start: int
    size: int


class Journal:
    """The lines that earlier runs have left, and those that this one adds.

    Lines are in the results of earlier runs and in a file of the journal's own, to which they are
    added as they come. A line that was not written whole, since its writer was killed, is not
    there. Only where lines are is kept in memory. Raises :class:`OSError` if the journal cannot be
    written, and :class:`BusyError` if another process writes it.
    """

    def __init__(self, path: str, earlier: Iterable[str]) -> None:
        self._path = path
        self._own = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
        if not _locked(self._own):
            os.close(self._own)
            raise BusyError(path)
        self._files: list[IO[bytes]] = [open(path, "rb")]  # noqa: SIM115  # closed on exit
        self._known: dict[bytes, Place] = {}
        self._end = self._scan(0)
        os.ftruncate(self._own, self._end)
        for file in earlier:
            if os.path.isfile(file):
                self._files.append(open(file, "rb"))  # noqa: SIM115  # as above
                self._scan(len(self._files) - 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for file in self._files:
            file.close()
        os.close(self._own)
        if not self._end:
            self.remove()

    def __len__(self) -> int:
        return len(self._known)

    def _scan(self, number: int) -> int:
        """Note where the lines of a file are; where the last whole one ends."""
        end = 0
        file = self._files[number]
        file.seek(0)
        for line in file:
            if not line.endswith(b"\n"):
                break
            head = head_of(line)
            if head is not None and is_final(line):
                self._known[head.key] = Place(number, end, len(line))
            end += len(line)
        return end

    def finished(self, key: bytes) -> Place | None:
        """Where the line of that key is, if an earlier run has left one that still holds."""
        place = self._known.get(key)
        return place if place is not None and is_current(self.read(place)) else None

    def add(self, lines: Iterable[bytes]) -> list[Place]:
        """Add lines, which are on the disk as far as the system is concerned; where they are."""
        lines = list(lines)
        left = memoryview(b"".join(lines))
        try:
            while left:
                left = left[os.write(self._own, left) :]
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._path) from None
        places = []
        for line in lines:
            places.append(Place(0, self._end, len(line)))
            self._end += len(line)
        return places

    def read(self, place: Place) -> bytes:
        """The line that is there."""
        file = self._files[place.file]
        file.seek(place.start)
        return file.read(place.size)

    def remove(self) -> None:
        """Take the journal away: nothing is in it that is not elsewhere by now."""
        with suppress(FileNotFoundError):
            os.unlink(self._path)


def _locked(file: int) -> bool:
    """Whether the file is now ours alone; where files cannot be locked, all are."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
