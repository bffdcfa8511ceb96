"""Argument maps: read, traced, checked and shown.

``read`` gives a map and diagnostics; ``to_networkx`` a graph of it. What they need is loaded when
they are used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argmap.graph.networkx import to_networkx
    from argmap.model.map import ArgumentMap
    from argmap.store.reading import read

__version__ = "0.1.0"
__all__ = ["ArgumentMap", "__version__", "read", "to_networkx"]

_HOMES = {
    "ArgumentMap": "argmap.model.map",
    "read": "argmap.store.reading",
    "to_networkx": "argmap.graph.networkx",
}


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever is asked for
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
