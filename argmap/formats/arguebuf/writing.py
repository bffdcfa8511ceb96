"""Writing a map as Arguebuf's JSON."""

from collections.abc import Mapping
from typing import Any

from argmap.formats._format import Written
from argmap.formats._json_text import in_pieces
from argmap.formats._losses import Losses
from argmap.formats._node_graph import Node, NodeKeys, Pair, node_data, unpacked
from argmap.formats._unsaid import NAMES, note_unsaid, note_unsaid_of
from argmap.formats.arguebuf.nodes import KEY, MAJOR, People, atom, node, scheme, user_data
from argmap.formats.arguebuf.schemes import kind_of
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import Names
from argmap.model.relation import Relation


def write(map: ArgumentMap) -> Written:
    """The map as a graph, with what of it that cannot express."""
    losses = Losses("Arguebuf")
    document = _Writer(map, losses).document()
    return Written(in_pieces(document), losses.diagnostics())


class _Writer:
    def __init__(self, map: ArgumentMap, losses: Losses) -> None:
        from argmap.formats import names

        self._map = map
        self._losses = losses
        self._kept = node_data(map.data, KEY)
        rest = self._kept.get("document")
        self._rest: Node = dict(rest) if isinstance(rest, dict) else {"schemaVersion": 1}
        self._people = People(self._rest.get("participants"))
        self._known_people = len(self._people.participants)
        self._formats = frozenset(names())
        self._direct = {each.id for each in map.relations.values() if self._is_direct(each)}
        steps = [each for each in map.relations.values() if each.id not in self._direct]
        self._keys = NodeKeys(map, KEY, steps)

    def document(self) -> Node:
        """All of the graph."""
        self._note_unsaid()
        nodes = self._nodes()
        document = {"nodes": nodes, "edges": self._edges(nodes), **self._rest}
        document |= user_data(self._rest, self._free(self._map.data))
        if len(self._people.participants) > self._known_people:
            document["participants"] = self._people.participants
        for claim in self._map.claims.values():
            if MAJOR in claim.tags:
                document["majorClaim"] = self._keys.of[claim.id]
                break
        for key in ("nodes", "edges"):
            absent = KEY in self._map.data and self._kept.get(key, True) is None
            absent = absent or (key == "edges" and KEY in self._map.data and key not in self._kept)
            if absent and not document[key]:
                del document[key]
        return document

    def _free(self, data: Mapping[str, object]) -> Node:
        """Data that are no format's, and are not said elsewhere."""
        return {
            str(key): value
            for key, value in data.items()
            if key not in self._formats and not (key == "speaker" and _is_name(value))
        }

    def _note_unsaid(self) -> None:
        map = self._map
        keys = {key for each in map.claims.values() for key in each.data} | set(map.data)
        note_unsaid(map, self._losses, {"source", "tags"}, keys)
        major = False
        for claim in map.claims.values():
            others = [tag for tag in claim.tags if tag != MAJOR or major]
            if others:
                self._losses.drop("tags", claim.id, len(others))
            major = major or MAJOR in claim.tags
            anchor = claim.source
            detailed = anchor and (anchor.place or anchor.hash or anchor.prefix or anchor.suffix)
            if detailed or not _is_told(claim):
                self._losses.drop("details of anchors", claim.id)

    def _nodes(self) -> Node:
        nodes: Node = {}
        for claim in self._map.claims.values():
            made = atom(claim, self._people)
            nodes[self._keys.of[claim.id]] = node("atom", made, claim.data, self._free(claim.data))
        for relation in self._map.relations.values():
            self._note_losses(relation)
            if relation.id in self._direct or relation.id in self._keys.merged:
                continue
            free = self._free(relation.data)
            key = self._keys.of[relation.id]
            nodes[key] = node("scheme", scheme(relation), relation.data, free)
        odd = self._kept.get("odd")
        for key, value in odd.items() if isinstance(odd, dict) else ():
            nodes.setdefault(key, value)
        return nodes

    def _note_losses(self, relation: Relation) -> None:
        found = kind_of(scheme(relation), relation.target_type)
        kind, name = found or ("support", "")
        if kind != relation.kind:
            self._losses.change(NAMES[relation.kind], NAMES[kind], relation.id)
        if name and name != relation.scheme:
            self._losses.change("names of schemes", "Walton's names", relation.id)
        said = {"scheme"} if name or not relation.scheme else set()
        note_unsaid_of(relation._replace(data={}), self._losses, said)
        if len(set(relation.premises)) < len(relation.premises):
            self._losses.change("premises named twice", "one of each", relation.id)

    def _is_direct(self, relation: Relation) -> bool:
        """Whether a relation is an edge without a scheme: there is nothing else to say of it."""
        return (
            node_data(relation.data, KEY).get("direct") is True
            and set(relation.data) <= {KEY}
            and (relation.kind, relation.target_type, relation.scheme) == ("support", "claim", "")
            and len(relation.premises) == 1
            and not self._map.bearing_on(relation.id)
        )

    def _edges(self, nodes: Node) -> Node:
        owed: list[Pair] = []
        of = self._keys.of
        for relation in self._map.relations.values():
            premises = [of[premise] for premise in relation.premises]
            target = of[relation.target]
            if relation.id in self._direct:
                owed.append((premises[0], target))
            else:
                key = of[relation.id]
                owed += [*((premise, key) for premise in premises), (key, target)]
        edges: Node = {}
        names = Names()
        for edge in unpacked(self._kept.get("edges"), owed, nodes, _edge_id):
            ends: dict[str, Any] = {"source": edge.source, "target": edge.target}
            edges[names.take(str(edge.id))] = {**ends, **edge.rest}
        return edges


def _is_told(claim: Claim) -> bool:
    """Whether a reference tells where an anchor ends: it has the words themselves."""
    anchor = claim.source
    if anchor is None or anchor.start is None:
        return anchor is None or anchor.end is None
    return anchor.end == anchor.start + len(anchor.quote)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _edge_id(pair: Pair) -> str:
    """An id for a new edge: always the same for the same ends."""
    from uuid import NAMESPACE_URL, uuid5

    return str(uuid5(NAMESPACE_URL, f"{pair[0]} {pair[1]}"))
