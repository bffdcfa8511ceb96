"""Layout: boxes in nested groups, and edges between them, are given places and routes.

An engine is a module of this folder that defines ``arrange``; the folder is the only list of them.
"""

import os
from importlib import import_module
from importlib.util import find_spec

from argmap.render.layout._hits import runs_over
from argmap.render.layout._records import (
    Arrange,
    Box,
    Direction,
    Edge,
    Graph,
    Group,
    Laid,
    Place,
    Point,
)  # fmt: skip

__all__ = [
    "Arrange", "Box", "Direction", "Edge", "Graph", "Group", "Laid", "Place", "Point", "arrange",
    "engines", "missing", "runs_over",
]  # fmt: skip

_PREFERRED = ("graphlay", "layers")


def engines() -> list[str]:
    """The names of all engines, sorted."""
    found = (entry.name for entry in os.scandir(os.path.dirname(__file__)))
    return sorted(name.removesuffix(".py") for name in found if not name.startswith("_"))


def missing(engine: str) -> str:
    """The module that an engine needs and that is not installed, if any."""
    needs = import_module(f"argmap.render.layout.{engine}").NEEDS
    return "" if not needs or find_spec(needs) else str(needs)


def arrange(graph: Graph, direction: Direction = "right", engine: str = "") -> Laid:
    """The graph laid out by the engine of that name, or by the best that is installed."""
    name = engine or next(each for each in _PREFERRED if not missing(each))
    chosen: Arrange = import_module(f"argmap.render.layout.{name}").arrange
    return chosen(graph, direction)
