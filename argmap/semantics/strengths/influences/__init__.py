"""How strong a claim is, given its base score and what bears on it. One file is one semantics."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol, cast

DEFAULT = "quadratic-energy"


class Slopes(NamedTuple):
    """How fast a strength changes with each thing that it depends on: partial derivatives."""

    base: float
    attackers: Sequence[float]
    supporters: Sequence[float]


class Influence(Protocol):
    """What each file of this folder has. All numbers given lie in [0, 1], and so does a strength.

    What bears with strength 0 counts for nothing, and where nothing bears the strength is the base.
    """

    def strength(
        self, base: float, attackers: Sequence[float], supporters: Sequence[float]
    ) -> float:
        """The strength of a claim with this base score, attackers and supporters."""

    def slopes(
        self, base: float, attackers: Sequence[float], supporters: Sequence[float]
    ) -> Slopes:
        """The partial derivatives of `strength`, in the order of what was given."""


def names() -> list[str]:
    """The names of all semantics of this folder, as users write them."""
    from pkgutil import iter_modules

    return sorted(module.name.replace("_", "-") for module in iter_modules(__path__))


def named(name: str) -> Influence:
    """The semantics of this name, which is one of `names`."""
    from importlib import import_module

    if name not in names():
        raise KeyError(name)
    return cast(Influence, import_module(f"{__name__}.{name.replace('-', '_')}"))
