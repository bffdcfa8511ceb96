"""Several maps at once: which files they are in, and what each is called."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from argmap.formats import all_formats
from argmap.store.archives import SUFFIXES
from argmap.store.folders import rooted


class Place(NamedTuple):
    """A file with a map or several, and what its map is called among others."""

    file: str
    name: str


def numbered(name: str, line: int) -> str:
    """What the map in a line of a file is called; in line 0 is the only one."""
    return f"{name}-{line:06}" if line else name


def readable_suffixes() -> tuple[str, ...]:
    """What the names of files end with that maps can be read from, and archives of them."""
    read = {suffix for format in all_formats() if format.read for suffix in format.suffixes}
    return (*sorted(read), *SUFFIXES)


def places(names: Sequence[str]) -> list[Place]:
    """The files that names of files, folders and patterns stand for, in order.

    A map is called by its path in the folder that was named, without its suffix; with it where
    another would be called the same, and by its whole path where that is not enough.
    """
    found = rooted(names, readable_suffixes())
    called = _called(found)
    return [Place(file, called[file]) for file in found]


def stem(path: str) -> str:
    """A path without the suffix that tells its format."""
    lower = path.lower()
    ending = next((each for each in _endings() if lower.endswith(each)), "")
    return path[: len(path) - len(ending)] or path


@cache
def _endings() -> list[str]:
    """The suffixes of all formats, and of archives, the longest first."""
    known = {suffix for format in all_formats() for suffix in format.suffixes}
    return sorted({*known, *SUFFIXES}, key=lambda each: (-len(each), each))


def _called(found: Mapping[str, str]) -> dict[str, str]:
    """The name of each file: the shortest that no other has."""
    inside = {file: _slashed(os.path.relpath(file, root or ".")) for file, root in found.items()}
    ways = [
        {file: stem(name) for file, name in inside.items()},
        inside,
        {file: stem(_slashed(os.path.normpath(file))) for file in found},
        {file: _slashed(os.path.normpath(file)) for file in found},
    ]
    called: dict[str, str] = {}
    for way in ways:
        left = [file for file in found if file not in called]
        counts = Counter([*called.values(), *(way[file] for file in left)])
        called |= {file: way[file] for file in left if counts[way[file]] == 1}
    return {file: called.get(file, file) for file in found}


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")
