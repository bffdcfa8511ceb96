"""What has to be done to bring an index up to date: which files are new, changed or gone."""

import os
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import NamedTuple

from argmap.store.collections import places
from argmap.store.index.chunk import Task
from argmap.store.index.opening import connect_to_read
from argmap.store.index.reading import State, hash_of, state_of
from argmap.store.index.rows import decoded, encoded
from argmap.store.index.schema import VERSION, version_of


class Wish(NamedTuple):
    """What an index is to be of: names of folders, files and patterns.

    The format of the files, and the encoding that was asked for, if any; ``encoding_of`` gives
    that of each file.
    """

    names: Sequence[str]
    format: str | None = None
    encoding: str | None = None
    encoding_of: Callable[[str], str | None] = lambda _: None

    @property
    def root(self) -> str:
        """The folder that all of the names are in."""
        folders = [name if os.path.isdir(name) else os.path.dirname(name) for name in self.names]
        if len(folders) == 1 and not any(sign in folders[0] for sign in "*?["):
            return folders[0] or os.curdir
        fixed = [os.path.abspath(folder.partition("*")[0]) for folder in folders]
        return os.path.relpath(os.path.commonpath([_existing(folder) for folder in fixed]))


def _existing(folder: str) -> str:
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder


class Known(NamedTuple):
    """A file as an index has it: its number, and the numbers that its maps take.

    ``first`` is that of its first map, ``last`` that of the last claim; both 0 if it has no map.
    """

    file: int
    first: int
    last: int
    encoding: str | None
    state: State
    hash: str
    includes: Sequence[tuple[str, str | None]]


class Survey(NamedTuple):
    """The files of a folder in their order, those that an index has as they should be, and others.

    ``kept`` are by path from the folder; ``gone`` are in the index and have to go from it, for
    they are changed or no longer there. ``anew``: the index is to be made anew.
    """

    tasks: list[Task]
    kept: dict[str, Known]
    gone: dict[str, Known]
    anew: bool

    @property
    def unchanged(self) -> bool:
        """Whether the index has all there is and nothing else."""
        return not self.anew and not self.gone and len(self.kept) == len(self.tasks)


def survey(wish: Wish, index: str) -> Survey:
    """What has to be done to make an index what is wished for."""
    own, root = os.path.realpath(index), wish.root
    tasks = [
        Task(
            each.file,
            os.path.relpath(each.file, root).replace(os.sep, "/"),
            each.name,
            wish.encoding_of(each.file),
        )
        for each in places(wish.names)
        if os.path.realpath(each.file) != own
    ]
    if version_of(index) != VERSION or _about(index) != about(wish, index):
        return Survey(tasks, {}, {}, anew=True)
    known = known_files(index)
    kept = {
        task.inside: known[task.inside]
        for task in tasks
        if task.inside in known and _is_as_known(task, known[task.inside], root)
    }
    gone = {inside: file for inside, file in known.items() if inside not in kept}
    return Survey(tasks, kept, gone, anew=not kept or 2 * _claims(gone) > _claims(known))


def _claims(files: dict[str, Known]) -> int:
    return sum(each.last - each.first for each in files.values())


def about(wish: Wish, index: str) -> dict[str, str]:
    """What an index has to say of itself if it is to be what is wished for."""
    import unicodedata

    import argmap

    root = os.path.realpath(wish.root)
    home = os.path.dirname(os.path.realpath(index))
    return {
        "argmap": argmap.__version__,
        "encoding": wish.encoding or "",
        "folder": os.path.relpath(root, home).replace(os.sep, "/"),
        "format": wish.format or "",
        "names": encoded([os.path.relpath(name, wish.root) for name in wish.names]) or "",
        "unicode": unicodedata.unidata_version,
    }


def _about(index: str) -> dict[str, str]:
    with closing(connect_to_read(index)) as connection:
        return dict(connection.execute("SELECT name, value FROM about"))


def known_files(index: str) -> dict[str, Known]:
    """The files that an index has, by path from its folder."""
    with closing(connect_to_read(index)) as connection:
        rows = connection.execute(
            "SELECT path, file,"
            " ifnull((SELECT min(map) FROM maps WHERE maps.file = files.file), 0),"
            " ifnull((SELECT max(map + claims) FROM maps WHERE maps.file = files.file), 0),"
            " encoding, size, changed, seen, hash, includes FROM files"
        )
        return {
            path: Known(file, first, last, encoding, State(*state), hash, decoded(includes or "[]"))
            for path, file, first, last, encoding, *state, hash, includes in rows
        }


def _is_as_known(task: Task, known: Known, root: str) -> bool:
    if task.encoding != known.encoding:
        return False
    if not known.state.settles(state_of(task.path)) and hash_of(task.path) != known.hash:
        return False
    included = ((os.path.join(root, path), hash) for path, hash in known.includes)
    return all(hash_of(path) == hash for path, hash in included)
