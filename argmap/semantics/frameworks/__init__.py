"""Abstract argumentation frameworks: labellings of arguments that do nothing but attack.

A semantics is a file of ``kinds``; ``asking`` answers questions with them. No map is known here.
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.semantics.frameworks.kinds._semantics import Semantics

_KINDS = os.path.join(os.path.dirname(__file__), "kinds")


def names() -> list[str]:
    """The names of all semantics, sorted."""
    modules = (entry.name.removesuffix(".py") for entry in os.scandir(_KINDS))
    return sorted(name.replace("_", "-") for name in modules if not name.startswith("_"))


def named(name: str) -> "Semantics":
    """The semantics of that name; imports only its own module.

    Raises :class:`KeyError` if there is none.
    """
    if name not in names():
        raise KeyError(name)
    module = import_module(f"{__name__}.kinds.{name.replace('-', '_')}")
    found: Semantics = module.SEMANTICS
    return found
