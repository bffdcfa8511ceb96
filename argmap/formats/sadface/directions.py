"""Which way the edges of an attack run: SADFace's own tool writes them from the target."""

from collections.abc import Collection, Iterable, Mapping

from argmap.formats._node_graph import Edge, Node
from argmap.formats.sadface.nodes import NEW, is_against


def oriented(
    nodes: Mapping[str, Node], claims: Collection[str], edges: Iterable[Edge], dialect: str
) -> tuple[set[str], int]:
    """The attacks whose edges run from the target to the attackers; and how many may do so.

    An attack that joins several atoms to one has these as attackers. One that joins a scheme to
    an atom has the scheme as its target. All others run as most of those do, if there are any,
    and else as the dialect has it. Linear.
    """
    ends: dict[str, tuple[list[str], list[str]]] = {
        key: ([], []) for key, node in nodes.items() if key not in claims and is_against(node)
    }
    for edge in edges:
        if edge.target in ends:
            ends[edge.target][0].append(edge.source)
        if edge.source in ends:
            ends[edge.source][1].append(edge.target)
    found = {key: _direction(into, out, claims) for key, (into, out) in ends.items()}
    usual = dialect == NEW
    # What several atoms tell is evidence for the rest of the file; schemes are targets anyway.
    told = [
        each
        for key, each in found.items()
        if each is not None and all(end in claims for side in ends[key] for end in side)
    ]
    if told:
        usual = 2 * sum(map(bool, told)) > len(told)
    unclear = [key for key, each in found.items() if each is None]
    reversed = {key for key, each in found.items() if each}
    if usual:
        reversed |= {key for key in unclear if all(ends[key])}
    return reversed, len(unclear) if dialect == NEW and not told else 0


def _direction(into: list[str], out: list[str], claims: Collection[str]) -> bool | None:
    """Whether an attack is reversed, if its own edges tell."""
    from_atoms = [end for end in into if end in claims]
    to_atoms = [end for end in out if end in claims]
    if len(to_atoms) < len(out):
        return False
    if not from_atoms and into and to_atoms:
        return True
    if len(from_atoms) > 1 and len(to_atoms) == 1:
        return False
    if len(from_atoms) == 1 and len(to_atoms) > 1:
        return True
    return None
