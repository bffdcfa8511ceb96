"""Which of the nodes that no record stands for still mean something when records have gone."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from argmap.formats.aif.schemes import Node


def still_meant(data: Mapping[str, Any], odd: Iterable[Node], here: Collection[str]) -> list[Node]:
    """Those of the odd nodes that are not about nothing but what has gone.

    An illocution goes with all that it leads to, another node with all that it is joined to.
    """
    odd = list(odd)
    packed, edges = data.get("nodes"), data.get("edges")
    known = (
        {str(each) for each in packed if isinstance(each, str | int)}
        if odd and isinstance(packed, list)
        else set()
    )
    waiting = [key for key in known if key not in here]
    if not waiting:
        return odd
    types = {str(node.get("nodeID")): node.get("type") for node in odd}
    ends: dict[str, list[str]] = {}
    holding: dict[str, set[str]] = {key: set() for key in types}
    for edge in edges if isinstance(edges, list) else ():
        if not isinstance(edge, dict):
            continue
        source, target = str(edge.get("fromID")), str(edge.get("toID"))
        for node, other in ((source, target), (target, source)):
            if node in holding and not (types[node] == "YA" and node == target):
                holding[node].add(other)
                ends.setdefault(other, []).append(node)
    gone = set(waiting)
    for key in waiting:  # grows under way
        for node in ends.get(key, ()):
            holding[node].discard(key)
            if not holding[node] and node not in gone:
                gone.add(node)
                waiting.append(node)
    return [node for node in odd if str(node.get("nodeID")) not in gone]
