"""Writing files: beside what is there, and renamed when whole."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO


def write_file(path: str, pieces: Iterable[str]) -> None:
    """Put a text in pieces into a file, as :func:`write_bytes` does."""
    write_bytes(path, map(_encoded, pieces))


def write_bytes(path: str, pieces: Iterable[bytes]) -> None:
    """Put pieces into a file, or leave what is there as it was; raises :class:`OSError`.

    A link stays a link, and a file keeps its permissions. What is no file, such as a terminal or
    ``/dev/null``, is written to directly.
    """
    with replaced(path) as file:
        file.writelines(pieces)


@contextmanager
def replaced(path: str) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of another when all is written, and else is gone."""
    path = os.path.realpath(path)
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            yield file
        return
    from tempfile import mkstemp

    number, beside = mkstemp(prefix=f".{os.path.basename(path)}.", dir=os.path.dirname(path))
    try:
        with os.fdopen(number, "wb") as file:
            yield file
        os.chmod(beside, permissions(path))
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _encoded(piece: str) -> bytes:
    return piece.encode("utf-8", "backslashreplace")


def permissions(path: str) -> int:
    """Those of the file that is there, else those that new files get."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
