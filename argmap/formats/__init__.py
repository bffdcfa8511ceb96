"""The formats that maps are written in: text in, a map and diagnostics out, and back.

A format is a module or package of this folder that defines ``FORMAT``; the folder is the only
list of them. Formats are called like their modules, with hyphens for underscores.
"""

import os
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

from argmap.formats._format import AttackGraph, Converted, Format, Reading, Source, Written
from argmap.formats._uncollected import Uncollected

__all__ = [
    "AttackGraph", "Converted", "Format", "Reading", "Source", "Written", "all_formats", "detect",
    "detect_framework", "framework_formats", "named", "names", "reader_of",
]  # fmt: skip

_LENIENT = frozenset({"json", "argdown"})
"""Any JSON object looks like the one, any text like the other."""
_FOREIGN = ("{", "<?xml", "<!DOC")
_OWN = re.compile(r'\s*\{\s*"schema"\s*:\s*"argmap/(?!lines/)')
"""How the JSON begins that argmap writes; no other format begins so."""


def names() -> list[str]:
    """The names of all formats, sorted."""
    return list(_names())


@cache
def _names() -> tuple[str, ...]:
    found = (entry.name for entry in os.scandir(os.path.dirname(__file__)))
    modules = (name.removesuffix(".py") for name in found if not name.startswith(("_", ".")))
    return tuple(sorted(module.replace("_", "-") for module in modules))


def named(name: str) -> Format:
    """The format of that name; imports only its own module.

    Raises :class:`KeyError` if there is none.
    """
    if name not in _names():
        raise KeyError(name)
    module = name.replace("-", "_")
    found: Format = import_module(f"argmap.formats.{module}").FORMAT
    return found


@cache
def all_formats() -> tuple[Format, ...]:
    """Every format, by name."""
    return tuple(named(name) for name in _names())


def reader_of(format: Format) -> Callable[[Source], Reading]:
    """What reads a format, undisturbed; raises :class:`ValueError` if nothing does."""
    read = format.read
    if read is None:
        raise ValueError(format.name)

    def undisturbed(source: Source) -> Reading:
        with Uncollected():
            return read(source)

    return undisturbed


def detect(text: str, file: str = "") -> Format:
    """The format that a text is most likely in: by what it says, else by its suffix, else Argdown.

    Of the formats that it can be, the one that its suffix says; those come last that nearly
    anything can be. A file that is called Argdown is asked no further, for that would load every
    format there is, unless it begins as no Argdown does.
    """
    if _OWN.match(text):
        return named("json")
    argdown = named("argdown")
    if file.lower().endswith(argdown.suffixes) and not text.lstrip()[:5].startswith(_FOREIGN):
        return argdown
    formats = [f for f in all_formats() if f.name not in _LENIENT and f.read is not None]
    by_suffix = [f for f in formats if file.lower().endswith(f.suffixes)]
    for format in (*by_suffix, *formats, named("json")):
        if format.looks_like(text):
            return format
    if file.lower().endswith(".json"):
        return named("json")
    return by_suffix[0] if by_suffix else argdown


def framework_formats() -> list[Format]:
    """The formats that hold abstract frameworks and nothing else, by name."""
    return [format for format in all_formats() if format.attacks is not None]


def detect_framework(text: str, file: str = "") -> Format | None:
    """The framework format that a text is in, by what it says and else by its suffix, if any.

    A file that is called like its format is asked no further, as that would load all the others.
    """
    called = os.path.splitext(file)[1][1:].lower()
    likely = named(called) if called in names() else None
    if likely is not None and likely.attacks is not None and likely.looks_like(text):
        return likely
    formats = framework_formats()
    by_suffix = [f for f in formats if file.lower().endswith(f.suffixes)]
    fitting = (f for f in (*by_suffix, *formats) if f.looks_like(text))
    return next(fitting, by_suffix[0] if by_suffix else None)
