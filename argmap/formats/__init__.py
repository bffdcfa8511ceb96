"""The formats that maps are written in: text in, a map and diagnostics out.

A format is a module or package of this folder that defines ``FORMAT``; the folder is the only
list of them.
"""

import os
from importlib import import_module

from argmap.formats._format import Format, Reading, Source

__all__ = ["Format", "Reading", "Source", "all_formats", "detect", "named", "names"]


def names() -> list[str]:
    """The names of all formats, which are the names of their modules, sorted."""
    found = (entry.name for entry in os.scandir(os.path.dirname(__file__)))
    return sorted(name.removesuffix(".py") for name in found if not name.startswith(("_", ".")))


def named(name: str) -> Format:
    """The format of that name; imports only its own module.

    Raises :class:`KeyError` if there is none.
    """
    if name not in names():
        raise KeyError(name)
    found: Format = import_module(f"argmap.formats.{name}").FORMAT
    return found


def all_formats() -> tuple[Format, ...]:
    """Every format, by name."""
    return tuple(named(name) for name in names())


def detect(text: str, file: str = "") -> Format:
    """The format that a text is most likely in: by what it says, else by its suffix, else Argdown.

    Argdown comes last because nearly any text is Argdown.
    """
    formats = [named(name) for name in names() if name != "argdown"]
    by_suffix = [f for f in formats if file.lower().endswith(f.suffixes)]
    for format in (*by_suffix, *formats):
        if format.looks_like(text):
            return format
    return by_suffix[0] if by_suffix else named("argdown")
