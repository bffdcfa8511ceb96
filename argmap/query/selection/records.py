"""The nodes, edges and groups that a map is shown as."""

from typing import Literal, NamedTuple

from argmap.graph.derived import Edge


class MapNode(NamedTuple):
    """A claim, an argument, or a closed group.

    ``title`` and ``text`` are what the map's settings let it say. ``group`` is the innermost group
    that it lies in; ``holds`` are the nodes that a closed group hides.
    """

    id: str
    type: Literal["statement", "argument", "group"]
    title: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    group: str | None = None
    holds: tuple[str, ...] = ()


class MapGroup(NamedTuple):
    """A group of nodes; ``level`` counts from 1, ``parent`` is the group around it."""

    id: str
    title: str
    level: int = 1
    parent: str | None = None
    tags: tuple[str, ...] = ()


class NodeMap(NamedTuple):
    """A map as nodes, edges between them, and groups around them.

    Every edge joins two of the nodes (one with itself, where an argument is circular); every group
    has a node in it or in a group of it.
    """

    nodes: tuple[MapNode, ...] = ()
    edges: tuple[Edge, ...] = ()
    groups: tuple[MapGroup, ...] = ()
