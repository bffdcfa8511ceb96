"""Weighing functions: what an argument weighs, by what is in of its premises.

Each is a module of this folder that defines ``make``; the folder is the only list of them. Those
that need no settings are also schemes: an argument can name ``cumulative`` as its scheme.
"""

import os
from collections.abc import Mapping
from importlib import import_module

from argmap.semantics.carneades.weighing._function import Function, Make

__all__ = ["BASIC", "Function", "function", "names"]

BASIC = frozenset({"linked", "convergent", "cumulative", "factorized"})
"""The functions that are schemes, too."""


def names() -> list[str]:
    """The names of all weighing functions, sorted."""
    found = (entry.name for entry in os.scandir(os.path.dirname(__file__)))
    return sorted(name.removesuffix(".py") for name in found if not name.startswith(("_", ".")))


def function(said: object, named: Mapping[str, object]) -> Function | None:
    """The function that a scheme has as its ``weight``; none if it cannot be made out.

    It is nothing, for linked; the name of a basic function, or of one of those that the file has
    named; or a mapping from what sort it is to its settings.
    """
    seen: set[str] = set()
    while isinstance(said, str) and said not in BASIC:
        if said in seen or said not in named:
            return None
        seen.add(said)
        said = named[said]
    if said is None or isinstance(said, str):
        return _made(said or "linked", None)
    if isinstance(said, Mapping) and len(said) == 1:
        (sort, settings), *_ = said.items()
        if isinstance(sort, str):
            return _made(sort.lower(), settings)
    return None


def _made(name: str, settings: object) -> Function | None:
    if name not in names():
        return None
    make: Make = import_module(f"{__name__}.{name}").make
    return make(settings)
