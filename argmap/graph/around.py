"""The neighbourhood of a claim: what is few relations away from it, in either direction."""

from argmap.graph.ends import Ends
from argmap.model.map import ArgumentMap


def around(map: ArgumentMap, claim: str, depth: int) -> set[str]:
    """The claims at most ``depth`` relations from a claim, with those that work only with them.

    A relation joins its premises with the claim that it leads to, if by way of other relations.
    Linear in the map.
    """
    ends = Ends(map)
    joined: dict[str, list[tuple[str, ...]]] = {}
    for relation in map.relations.values():
        members = (*relation.premises, ends.of(relation)[0])
        for member in dict.fromkeys(members):
            joined.setdefault(member, []).append(members)
    reached = {claim}
    nearest = [claim]
    for _ in range(depth):
        found = (
            member for each in nearest for members in joined.get(each, ()) for member in members
        )
        nearest = [member for member in dict.fromkeys(found) if member not in reached]
        if not nearest:
            break
        reached.update(nearest)
    return reached
