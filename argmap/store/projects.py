"""Where a project keeps settings for its maps: in ``argmap.toml``, or ``pyproject.toml``.

They are looked for in the folder of a map and upwards, to the one that holds ``.git`` or to the
root; the first found holds alone. In ``pyproject.toml`` they stand in ``[tool.argmap]``. Every
command that reads a file looks here, so this knows nothing but where they are.
"""

import os

from argmap.model.diagnostic import Diagnostic
from argmap.store.files import read_bytes

OWN = "argmap.toml"
SHARED = "pyproject.toml"


def find_configuration(folder: str) -> str | None:
    """The file that holds for the maps in a folder, if there is any."""
    folder = os.path.abspath(folder)
    while True:
        for name in (OWN, SHARED):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (name == OWN or _mentions(path, b"tool.argmap")):
                return relative(path, os.getcwd())
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def encoding_for(path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The encoding that is set for a map; or what is wrong with the settings that may set one."""
    file = find_configuration(os.path.dirname(path))
    if file is None or not _mentions(file, b"encoding"):
        return None, ()
    from argmap.store.configuration import read_configuration

    found = read_configuration(file)
    return found.encoding, () if found.encoding else found.problems


def _mentions(path: str, words: bytes) -> bool:
    raw = read_bytes(path)
    return isinstance(raw, bytes) and words in raw


def relative(path: str, folder: str) -> str:
    """A path as it is from a folder, or in full if it is on another drive."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return os.path.abspath(path)
