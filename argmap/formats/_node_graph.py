"""Maps as graphs of nodes: claims, schemes between them, and edges that have ids of their own.

The edges of a file, in their order, lie in the data of its map as arrays ``[id, source, target]``,
with an object for what else an edge has, and ``true`` at the end of one that no record stands for.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from argmap.model.map import ArgumentMap
from argmap.model.names import Names
from argmap.model.relation import Relation

Pair = tuple[str, str]
Node = dict[str, Any]


class Edge(NamedTuple):
    """An edge; ``rest`` is what it has besides its id and its ends."""

    id: object
    source: str
    target: str
    rest: Mapping[str, object]


class NodeGraph:
    """The schemes of a graph that lead from claims to a claim in the end.

    ``premises`` and ``targets`` are those of each such scheme, in the order of its edges; a target
    is a claim, or another such scheme. ``direct`` are the pairs that edges from claim to claim
    join, ``odd`` the places of the edges that are neither. Linear.
    """

    def __init__(
        self, claims: Collection[str], schemes: Collection[str], edges: Sequence[Edge]
    ) -> None:
        self.premises: dict[str, list[str]] = {scheme: [] for scheme in schemes}
        self.targets: dict[str, list[str]] = {scheme: [] for scheme in schemes}
        self.direct: list[tuple[int, Edge]] = []
        self.odd: set[int] = set()
        self.without_premise: list[str] = []
        self.without_target: list[str] = []
        self._claims = claims
        seen: set[Pair] = set()
        for number, edge in enumerate(edges):
            pair = edge.source, edge.target
            if pair in seen:
                self.odd.add(number)
                continue
            seen.add(pair)
            if edge.source in self.targets:
                self.targets[edge.source].append(edge.target)
            elif edge.target in self.premises:
                self.premises[edge.target].append(edge.source)
            else:
                self.direct.append((number, edge))
        self._leave_out_dead()
        for number, edge in enumerate(edges):
            if not self._is_told(edge):
                self.odd.add(number)

    def _leave_out_dead(self) -> None:
        """Leave out what leads from no claim, or to none in the end."""
        self.without_premise = [scheme for scheme, each in self.premises.items() if not each]
        leading: dict[str, list[str]] = {}
        alive: dict[str, None] = {}
        for scheme, targets in self.targets.items():
            for target in targets if self.premises[scheme] else ():
                if target in self._claims:
                    alive[scheme] = None
                else:
                    leading.setdefault(target, []).append(scheme)
        waiting = list(alive)
        for scheme in waiting:  # grows under way
            fresh = [each for each in leading.get(scheme, ()) if each not in alive]
            alive.update(dict.fromkeys(fresh))
            waiting += fresh
        self.without_target = [
            scheme for scheme, each in self.premises.items() if each and scheme not in alive
        ]
        self.premises = {
            scheme: self.premises[scheme] for scheme in self.premises if scheme in alive
        }
        self.targets = {
            scheme: [each for each in self.targets[scheme] if each in self._claims or each in alive]
            for scheme in self.premises
        }

    def _is_told(self, edge: Edge) -> bool:
        if edge.source in self._claims:
            return edge.target in self.premises or edge.target in self._claims
        return edge.source in self.premises and (
            edge.target in self._claims or edge.target in self.premises
        )


class NodeKeys:
    """The node that each claim and relation of a map is written as.

    ``of`` has the key of each by its id; ``ids`` the id in the file by key, where that is no text.
    Relations that were one node are one again if they still are the same step to several targets.
    """

    def __init__(self, map: ArgumentMap, format: str, relations: Iterable[Relation]) -> None:
        self.of: dict[str, str] = {}
        self.ids: dict[str, object] = {}
        self.merged: set[str] = set()
        self._format = format
        names = Names()
        for claim in map.claims.values():
            self._take(claim.id, claim.data, names)
        first: dict[str, Relation] = {}
        for relation in relations:
            wanted = node_data(relation.data, format).get("node")
            other = first.get(wanted) if isinstance(wanted, str) else None
            if isinstance(wanted, str) and other is not None and _is_same(relation, other):
                self.of[relation.id] = wanted
                self.merged.add(relation.id)
                continue
            key = self._take(relation.id, relation.data, names)
            first[key] = relation

    def _take(self, id: str, data: Mapping[str, object], names: Names) -> str:
        kept = node_data(data, self._format)
        given = kept.get("id")
        as_text = isinstance(given, int) and not isinstance(given, bool)
        wanted = str(given) if as_text else id
        key = names.take(wanted)
        if as_text and key == wanted:
            self.ids[key] = given
        self.of[id] = key
        return key

    def id(self, key: str) -> object:
        """The id of a node in the file."""
        return self.ids.get(key, key)


def _is_same(relation: Relation, other: Relation) -> bool:
    """Whether two relations are one step to different targets."""
    return relation[1:3] == other[1:3] and relation[5:8] == other[5:8]


def node_data(data: Mapping[str, object], format: str) -> Node:
    """What data hold for a format."""
    found = data.get(format) if data else None
    return found if isinstance(found, dict) else {}


def packed(edges: Sequence[Edge], odd: Collection[int]) -> list[list[object]]:
    """The edges as they lie in the data of a map."""
    found: list[list[object]] = []
    for number, (id, source, target, rest) in enumerate(edges):
        edge = [id, source, target]
        if rest:
            edge.append(dict(rest))
        if number in odd:
            edge.append(True)
        found.append(edge)
    return found


def unpacked(
    known: object,
    owed: Iterable[Pair],
    nodes: Collection[str],
    fresh: Callable[[Pair], str],
) -> Iterator[Edge]:
    """The known edges that are owed, or odd and between nodes still; and the others owed."""
    left = dict.fromkeys(owed)
    for each in known if isinstance(known, list) else ():
        edge = _edge(each)
        if edge is None:
            continue
        pair = edge.source, edge.target
        if pair in left:
            del left[pair]
            yield edge
        elif each[-1] is True and edge.source in nodes and edge.target in nodes:
            yield edge
    for pair in left:
        yield Edge(fresh(pair), *pair, {})


def _edge(each: object) -> Edge | None:
    if not isinstance(each, list) or len(each) < 3:  # noqa: PLR2004  # id, source, target
        return None
    id, source, target, *more = each
    if not isinstance(source, str) or not isinstance(target, str):
        return None
    return Edge(id, source, target, more[0] if more and isinstance(more[0], dict) else {})


def order_of(known: object, keys: Iterable[str]) -> Iterator[str | Node]:
    """The keys, in the known order, with the nodes between them that no record stands for."""
    left = dict.fromkeys(keys)
    for each in known if isinstance(known, list) else ():
        if isinstance(each, dict):
            yield each
        elif isinstance(each, str) and each in left:
            del left[each]
            yield each
    yield from left
