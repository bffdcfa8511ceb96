"""Which way the edges of an attack run: SADFace's own tool writes them from the target."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from argmap.formats._node_graph import Edge, Node
from argmap.formats.sadface.nodes import NEW, is_against


class Directions:
    """The attacks whose edges are ``reversed``: they run from the target to the attackers.

    An attack that joins several atoms to one has these as attackers. One that joins a scheme and
    atoms has the scheme as its target. All others run as most of the former do, if there are any,
    and else as the dialect has it; ``unclear`` is how many only that decides. Linear.
    """

    def __init__(
        self,
        nodes: Mapping[str, Node],
        claims: Collection[str],
        edges: Iterable[Edge],
        dialect: str,
    ) -> None:
        ends: dict[str, tuple[list[str], list[str]]] = {
            key: ([], []) for key, node in nodes.items() if key not in claims and is_against(node)
        }
        for edge in edges:
            if edge.target in ends:
                ends[edge.target][0].append(edge.source)
            if edge.source in ends:
                ends[edge.source][1].append(edge.target)
        found = {key: _direction(*sides, claims) for key, sides in ends.items()}
        self._claims = claims
        self._onto_schemes = {
            key for key, each in found.items() if each and claims_in(ends[key][0], claims) == 0
        }
        told = [
            each
            for key, each in found.items()
            if each is not None and all(end in claims for side in ends[key] for end in side)
        ]
        usual = 2 * sum(told) > len(told) if told else dialect == NEW
        unclear = [key for key, each in found.items() if each is None and all(ends[key])]
        self.reversed = {key for key, each in found.items() if each}
        if usual:
            self.reversed.update(unclear)
        self.unclear = len(unclear) if dialect == NEW and not told else 0

    def oriented(self, edge: Edge) -> Edge:
        """An edge as it runs from premises to conclusions."""
        if edge.source in self._claims or edge.target in self._claims:
            turns = edge.source in self.reversed or edge.target in self.reversed
        else:
            turns = edge.target in self._onto_schemes
        return edge._replace(source=edge.target, target=edge.source) if turns else edge


def claims_in(ends: Iterable[str], claims: Collection[str]) -> int:
    """How many of these are claims."""
    return sum(end in claims for end in ends)


def _direction(into: Sequence[str], out: Sequence[str], claims: Collection[str]) -> bool | None:
    """Whether an attack is reversed, if its own edges tell."""
    from_atoms, to_atoms = claims_in(into, claims), claims_in(out, claims)
    if to_atoms < len(out):
        return False
    if not from_atoms and into and to_atoms:
        return True
    if from_atoms > 1 and to_atoms == 1:
        return False
    if from_atoms == 1 and to_atoms > 1:
        return True
    return None
