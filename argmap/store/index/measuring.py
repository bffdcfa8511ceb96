"""The measures of a map by the places of its claims and relations, as an index keeps them."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.graph.measure import measure
from argmap.model.map import ArgumentMap


class Figures(NamedTuple):
    """The measures of a map, claims and relations by their places in the order written, from 0.

    ``balance`` has the place of each thesis with how many of its grounds speak for it, against it,
    and both.
    """

    depth: int
    components: int
    theses: list[int]
    leaves: list[int]
    isolated: list[int]
    unsupported: list[int]
    unanswered: list[int]
    balance: list[tuple[int, int, int, int]]
    cycles: list[list[int]]


def figures(map: ArgumentMap) -> Figures:
    """The measures of a map."""
    found = measure(map)
    claims = {id: place for place, id in enumerate(map.claims)}
    relations = {id: place for place, id in enumerate(map.relations)}

    def places(ids: Iterable[str]) -> list[int]:
        return [claims[id] for id in ids]

    return Figures(
        found.depth,
        found.components,
        places(found.theses),
        places(found.leaves),
        places(found.isolated),
        places(found.unsupported),
        [relations[id] for id in found.unanswered],
        [(claims[thesis], pro, con, both) for thesis, pro, con, both in found.balance],
        [places(circle) for circle in found.cycles],
    )
