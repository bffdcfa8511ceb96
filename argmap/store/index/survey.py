"""What has to be done to bring an index up to date: which files are new, changed or gone."""

import os
from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

from argmap.store.collections import places
from argmap.store.index.chunk import Task
from argmap.store.index.opening import connect_to_read
from argmap.store.index.reading import State, hash_of, state_of
from argmap.store.index.rows import decoded
from argmap.store.index.schema import VERSION, version_of


class Known(NamedTuple):
    """A file as an index has it: its number, and the numbers that its maps take.

    ``first`` is that of its first map, ``last`` that of the last claim; both 0 if it has no map.
    """

    file: int
    first: int
    last: int
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


def survey(folder: str, index: str, about: dict[str, str]) -> Survey:
    """What has to be done to make an index one of a folder, read as ``about`` says."""
    own = os.path.abspath(index)
    found = [place for place in places([folder]) if os.path.abspath(place.file) != own]
    root = folder if os.path.isdir(folder) else os.path.dirname(folder) or "."
    tasks = [
        Task(each.file, os.path.relpath(each.file, root).replace(os.sep, "/"), each.name)
        for each in found
    ]
    if version_of(index) != VERSION or _about(index) != about:
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


def _about(index: str) -> dict[str, str]:
    with closing(connect_to_read(index)) as connection:
        return dict(connection.execute("SELECT name, value FROM about"))


def known_files(index: str) -> dict[str, Known]:
    """The files that an index has, by path from its folder."""
    with closing(connect_to_read(index)) as connection:
        rows = connection.execute(
            "SELECT path, file, ifnull((SELECT min(map) FROM maps WHERE maps.file = files.file), 0),"
            " ifnull((SELECT max(map + claims) FROM maps WHERE maps.file = files.file), 0),"
            " size, changed, seen, hash, includes FROM files"
        )
        return {
            path: Known(file, first, last, State(*state), hash, decoded(includes or "[]"))
            for path, file, first, last, *state, hash, includes in rows
        }


def _is_as_known(task: Task, known: Known, root: str) -> bool:
    if not known.state.settles(state_of(task.path)) and hash_of(task.path) != known.hash:
        return False
    return all(hash_of(os.path.join(root, path)) == hash for path, hash in known.includes)

