"""The order and the ids of nodes and edges where the records of a map do not tell them.

Records tell them where claims come before steps, and edges are numbered in the order of the
steps that they belong to, premises before conclusions. Else the data of the map have:

* ``nodes``: every node in order, the ``nodeID`` of one that a record stands for, else all of it
* ``edges``: every edge in order; one that a record stands for as an array of its ``edgeID``,
  ``fromID`` and ``toID``, or of all of it if there is more; any other as it is
* ``edge``: what every edge has besides these three
* ``first``: the ``edgeID`` of the first edge, if that is not ``"1"`` and the others follow it
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, repeat
from typing import Any

Item = dict[str, Any]
Pair = tuple[str, str]
ENDS = ("fromID", "toID")
_LONGEST_NUMBER = 18
_ABSENT = object()


def is_number(id: object) -> bool:
    """Whether an id is a whole number, or a text that spells one as numbers are spelt."""
    if isinstance(id, str):
        return id.isdecimal() and len(id) <= _LONGEST_NUMBER and str(int(id)) == id
    return isinstance(id, int) and not isinstance(id, bool) and id >= 0


def packed_edges(edges: Sequence[Item], pairs: Iterable[Pair], straight: bool) -> Item:
    """What to remember of edges, which join these pairs; ``straight`` is whether in that order.

    The pairs are the ends, as texts, of all the edges that records stand for, in their order.
    """
    common = _common(edges)
    data: Item = {"edge": common} if common else {}
    ids = [edge.get("edgeID", _ABSENT) for edge in edges]
    extras = 3 + len(common)
    if straight and set(map(len, edges)) <= {extras} and _consecutive(ids):
        return {**data, "first": ids[0]} if ids and ids[0] != "1" else data
    owed = set(pairs)
    packed: list[object] = []
    for edge in edges:
        pair = str(edge["fromID"]), str(edge["toID"])
        if pair not in owed:
            packed.append(edge)
        elif "edgeID" in edge and len(edge) == extras:
            packed.append([edge["edgeID"], edge["fromID"], edge["toID"]])
        else:
            packed.append([edge])
        owed.discard(pair)
    return {**data, "edges": packed}


def _common(edges: Sequence[Item]) -> Item:
    """What all edges have besides their ids, if all of them have the same."""
    if not edges:
        return {}
    common = {key: value for key, value in edges[0].items() if key not in ("edgeID", *ENDS)}
    for key, value in common.items():
        if not (value is None or isinstance(value, str)):
            return {}
        if list(map(dict.get, edges, repeat(key), repeat(_ABSENT))).count(value) < len(edges):
            return {}
    return common


def _consecutive(ids: Sequence[object]) -> bool:
    return not ids or (is_number(ids[0]) and ids == list(_numbers(ids[0], len(ids))))


def _numbers(first: object, length: int) -> Iterator[object]:
    """So many ids from the first one on, of its type."""
    numbers = range(_value(first), _value(first) + length)
    return map(str, numbers) if isinstance(first, str) else iter(numbers)


def _value(id: object) -> int:
    return int(id) if isinstance(id, str | int) else 0


def unpacked_edges(
    data: Mapping[str, Any], owed: Iterable[Pair], ids: Mapping[str, object]
) -> list[Item]:
    """The edges of a graph: those that are remembered, and those that records stand for.

    ``owed`` are the latter in their order; ``ids`` has the id of each node by its text. An edge
    goes if an end of it is gone, or if a record stood for it that stands for it no more.
    """
    common = data.get("edge")
    common = common if isinstance(common, dict) else {}
    packed = data.get("edges")
    if not isinstance(packed, list):
        first = data.get("first")
        numbers = count(_value(first) if is_number(first) else 1)
        as_text = not isinstance(first, int)
        return [
            {
                "edgeID": str(number) if as_text else number,
                "fromID": ids[source],
                "toID": ids[target],
                **common,
            }
            for number, (source, target) in zip(numbers, owed, strict=False)
        ]
    left = dict.fromkeys(owed)
    edges = list(_remembered(packed, common, left, ids))
    used = [edge.get("edgeID") for edge in edges]
    return [
        *edges,
        *(
            {"edgeID": number, "fromID": ids[source], "toID": ids[target], **common}
            for number, (source, target) in zip(fresh_numbers(used), left, strict=False)
        ),
    ]


def _remembered(
    packed: Iterable[object], common: Item, left: dict[Pair, None], ids: Mapping[str, object]
) -> Iterator[Item]:
    for each in packed:
        edge: object = each
        if isinstance(each, list):
            whole = each[0] if len(each) == 1 else dict(zip(("edgeID", *ENDS), each, strict=False))
            edge = {**whole, **common} if len(each) != 1 else whole
        if not isinstance(edge, dict) or not edge.keys() >= {*ENDS}:
            continue
        pair = str(edge["fromID"]), str(edge["toID"])
        if isinstance(each, list):
            if pair in left:
                del left[pair]
                yield edge
        elif pair[0] in ids and pair[1] in ids:
            yield edge


def fresh_numbers(used: Iterable[object]) -> Iterator[object]:
    """Ids that follow the greatest number in use; numbers if numbers are used, else texts."""
    numbers = [id for id in used if is_number(id)]
    as_text = not any(isinstance(id, int) for id in numbers)
    start = max(map(_value, numbers), default=0) + 1
    return map(str, count(start)) if as_text else count(start)


def unpacked_nodes(
    data: Mapping[str, Any], known: Mapping[str, Item], odd: Sequence[Item]
) -> list[Item]:
    """The nodes of a graph in order: those of records, and those that are remembered."""
    packed = data.get("nodes")
    if not isinstance(packed, list):
        return list(chain(known.values(), odd))
    kept = {id(node) for node in odd}
    left = dict(known)
    nodes = []
    for each in packed:
        if isinstance(each, dict):
            nodes += [each] if id(each) in kept else []
        elif isinstance(each, str | int) and str(each) in left:
            nodes.append(left.pop(str(each)))
    return [*nodes, *left.values()]
