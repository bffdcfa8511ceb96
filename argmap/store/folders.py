"""Folders and patterns of file names, as the files that are meant."""

import os
from collections.abc import Iterator, Sequence


def expand(names: Sequence[str], suffixes: tuple[str, ...]) -> list[str]:
    """The files that names stand for, each once, in the order named and then by path.

    A folder stands for the files in it, however deep, that end with one of the suffixes; hidden
    files and folders are passed over, and so are links to folders. A pattern (``*``, ``?``,
    ``[…]``, ``**`` for folders of any depth) stands for what it fits. A name that is a file, or
    that fits nothing, comes back as it is, so that what is wrong with it is told where it is
    opened.
    """
    found: dict[str, None] = {}
    for name in names:
        found.update(dict.fromkeys(_meant(name, suffixes)))
    return list(found)


def _meant(name: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    if os.path.isdir(name):
        yield from _inside(name, suffixes)
    elif os.path.exists(name) or not any(letter in name for letter in "*?["):
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
