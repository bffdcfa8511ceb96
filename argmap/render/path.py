"""What ``path`` answers."""

from collections.abc import Iterator

from argmap.graph.paths import Chains
from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, Line
from argmap.render.outline import draw, rows_of_chain
from argmap.render.parts import counted, heading


def path_lines(map: ArgumentMap, start: str, found: Chains, layout: Layout) -> Iterator[Line]:
    """Each chain from its first claim to its last, with what it comes to."""
    for number, chain in enumerate(found.chains, 1):
        if number > 1:
            yield []
        size = counted(len(chain.links), "step")
        yield from heading(f"chain {number}: {chain.stance}, in {size}", layout)
        yield from draw(list(rows_of_chain(map, start, chain.links)), layout)
