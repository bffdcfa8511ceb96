"""Reading files for an index: each with its hash, its maps and what is wrong with it."""

import os
import time
from collections.abc import Callable
from typing import NamedTuple

from argmap.formats import Reading, Source, detect, named, reader_of
from argmap.model.map import ArgumentMap
from argmap.store.archives import Held, held
from argmap.store.files import Text, decode, read_bytes
from argmap.store.reading import source_of

_SETTLED = 2_000_000_000
"""Nanoseconds after which a change of a file shows in the time of its last change, everywhere."""


class State(NamedTuple):
    """What tells without reading whether a file has changed: its size, and when it last did.

    ``seen`` is when that was looked up.
    """

    size: int
    changed: int
    seen: int

    def settles(self, later: "State") -> bool:
        """Whether a later state says for certain that the content is the same.

        A file that was changed just before it was seen may have changed again within one tick of
        the clock (as in git's index).
        """
        same = (self.size, self.changed) == (later.size, later.changed)
        return same and self.seen - self.changed > _SETTLED


class Entry(NamedTuple):
    """A map of a file, the format it is in, and the line that it stands on in a file of many."""

    reading: Reading
    format: str
    line: int


class Read(NamedTuple):
    """A file as it was read.

    ``includes`` are the files named in it, by path from the folder of the index, each with its
    hash or ``None`` if it could not be read.
    """

    state: State
    hash: str
    entries: list[Entry]
    includes: list[tuple[str, str | None]]


def state_of(path: str) -> State:
    """The state of a file now; one that is not there has the size -1."""
    now = time.time_ns()
    try:
        found = os.stat(path)
    except OSError:
        return State(-1, 0, now)
    return State(found.st_size, found.st_mtime_ns, now)


def hash_of(path: str) -> str | None:
    """The SHA-256 of a file's content, if it can be read."""
    raw = read_bytes(path)
    return _digest(raw) if isinstance(raw, bytes) else None


def _digest(raw: bytes) -> str:
    from hashlib import sha256

    return sha256(raw).hexdigest()


def read_file(path: str, root: str, format: str | None, encoding: str | None) -> Read:
    """A file with all its maps; never raises for what it holds."""
    state = state_of(path)
    raw = read_bytes(path)
    includes: dict[str, str | None] = {}
    hash = _digest(raw) if isinstance(raw, bytes) else ""
    text = decode(raw, path, encoding) if isinstance(raw, bytes) else Text("", raw)
    del raw  # which may be as large as the text

    def source(text: Text) -> Source:
        source = source_of(text, path, encoding)
        return source._replace(include=_noted(source.include, path, root, includes))

    entries = [_entry(one, path, format, source) for one in held(text, path, format)]
    return Read(state, hash, entries, list(includes.items()))


def _entry(one: Held, path: str, format: str | None, source: Callable[[Text], Source]) -> Entry:
    if one.text.problem is not None:
        return Entry(Reading(ArgumentMap((), name=path), [one.text.problem]), "", one.number)
    read_as = named(format) if format else detect(one.text.text, path)
    map, found = reader_of(read_as)(source(one.text))
    return Entry(Reading(map, one.placed(found)), read_as.name, one.number)


def _noted(
    include: Callable[[str], str | None], path: str, root: str, includes: dict[str, str | None]
) -> Callable[[str], str | None]:
    """The same, with a note of what was asked for, and found or not."""

    def included(name: str) -> str | None:
        beside = os.path.join(os.path.dirname(path), name)
        includes[os.path.relpath(beside, root).replace(os.sep, "/")] = hash_of(beside)
        return include(name)

    return included
