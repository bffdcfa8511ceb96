"""Folders and patterns of file names, as the files that are meant."""

import os
from collections.abc import Iterator, Sequence

from argmap.store.archives import is_archive

_WILD = "*?["


def expand(names: Sequence[str], suffixes: tuple[str, ...]) -> list[str]:
    """The files that names stand for, each once, in the order named and then by path.

    A folder stands for the files in it, however deep, that end with one of the suffixes; hidden
    files and folders are passed over, and so are links to folders. A pattern (``*``, ``?``,
    ``[…]``, ``**`` for folders of any depth) stands for what it fits. A name that is a file, or
    that fits nothing, comes back as it is, so that what is wrong with it is told where it is
    opened.
    """
    return list(rooted(names, suffixes))


def rooted(names: Sequence[str], suffixes: tuple[str, ...]) -> dict[str, str]:
    """The files of :func:`expand`, each with the folder that was named.

    Of a pattern that is the part before the first folder with a ``*``, of a file its own folder.
    """
    found: dict[str, str] = {}
    for name in names:
        root = _root(name)
        for file in _meant(name, suffixes):
            found.setdefault(file, root)
    return found


def can_be_many(name: str, format: str | None = None) -> bool:
    """Whether a name can stand for several maps: a folder, a pattern, or an archive.

    The ``format`` is the one that is named for all of them, if any.
    """
    return os.path.isdir(name) or is_archive(name, format) or is_pattern(name)


def is_pattern(name: str) -> bool:
    """Whether a name is a pattern: it has a sign of one, and no file is called so."""
    return any(letter in name for letter in _WILD) and not os.path.exists(name)


def _root(name: str) -> str:
    if os.path.isdir(name):
        return name
    root = os.path.dirname(name)
    while is_pattern(name) and any(letter in root for letter in _WILD):
        root = os.path.dirname(root)
    return root


def _meant(name: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    if os.path.isdir(name):
        yield from _inside(name, suffixes)
    elif not is_pattern(name):
        yield name
    else:
        import glob

        matches = sorted(glob.glob(name, recursive=True))
        for match in matches or [name]:
            yield from _inside(match, suffixes) if os.path.isdir(match) else [match]


def _inside(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(suffixes) and not name.startswith("."):
                yield os.path.normpath(os.path.join(path, name))
