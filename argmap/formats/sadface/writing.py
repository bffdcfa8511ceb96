"""Writing a map as a SADFace document."""

from typing import Any

from argmap.formats._format import Written
from argmap.formats._json_text import in_pieces
from argmap.formats._losses import Losses
from argmap.formats._node_graph import Node, NodeKeys, Pair, node_data, order_of, unpacked
from argmap.formats._unsaid import NAMES, note_unsaid, note_unsaid_of
from argmap.formats.sadface.nodes import (
    KEY,
    NEW,
    OLD,
    anchor_of,
    atom,
    first_resource,
    kind_of,
    scheme,
)
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, Relation


def write(map: ArgumentMap) -> Written:
    """The map as a document, with what of it that cannot express."""
    losses = Losses("SADFace")
    document = _Writer(map, losses).document()
    return Written(in_pieces(document), losses.diagnostics())


class _Writer:
    def __init__(self, map: ArgumentMap, losses: Losses) -> None:
        self._map = map
        self._losses = losses
        self._kept = node_data(map.data, KEY)
        self._keys = NodeKeys(map, KEY, map.relations.values())
        self._dialect = OLD if self._kept.get("dialect") == OLD else NEW
        rest = self._kept.get("document")
        self._rest: Node = dict(rest) if isinstance(rest, dict) else _blank()
        self._resource = first_resource(self._rest)

    def document(self) -> Node:
        """All of the document."""
        self._note_unsaid()
        nodes = self._nodes()
        self._set_title()
        document: Node = {"edges": [], **self._rest, "nodes": nodes}
        edges = self._edges(nodes)
        document["edges"] = edges
        if not edges and "edges" in self._kept and self._kept["edges"] is None:
            del document["edges"]
        return document

    def _note_unsaid(self) -> None:
        note_unsaid(self._map, self._losses, {"source"}, {"title"})
        for claim in self._map.claims.values():
            anchor = claim.source
            if anchor is None:
                continue
            made = atom(claim, claim.id, self._dialect, self._resource)
            found = anchor_of(made.get("sources"))
            if found is None:
                self._losses.drop("anchors", claim.id)
            elif found != anchor:
                self._losses.drop("details of anchors", claim.id)

    def _nodes(self) -> list[Any]:
        made: Node = {}
        keys = self._keys
        for claim in self._map.claims.values():
            key = keys.of[claim.id]
            made[key] = atom(claim, keys.id(key), self._dialect, self._resource)
        for relation in self._map.relations.values():
            key = keys.of[relation.id]
            if relation.id not in keys.merged:
                made[key] = scheme(relation, keys.id(key), self._dialect)
            self._note_losses(relation, made[key])
        order = order_of(self._kept.get("nodes"), made)
        return [made[each] if isinstance(each, str) else each for each in order]

    def _note_losses(self, relation: Relation, node: Node) -> None:
        kind, name = kind_of(node, relation.target_type)
        if kind != relation.kind:
            self._losses.change(NAMES[relation.kind], NAMES[kind], relation.id)
        said = {"scheme"} if name == relation.scheme else set()
        note_unsaid_of(relation, self._losses, said)
        if len(set(relation.premises)) < len(relation.premises):
            self._losses.change("premises named twice", "one of each", relation.id)

    def _edges(self, nodes: list[Node]) -> list[Node]:
        owed = [pair for relation in self._map.relations.values() for pair in self._pairs(relation)]
        ids = {str(node.get("id")) for node in nodes}
        edges = []
        for edge in unpacked(self._kept.get("edges"), owed, ids, _edge_id):
            ends = {
                "source_id": self._keys.id(edge.source),
                "target_id": self._keys.id(edge.target),
            }
            edges.append({**({} if edge.id is None else {"id": edge.id}), **ends, **edge.rest})
        return edges

    def _pairs(self, relation: Relation) -> list[Pair]:
        """The ends of the edges of a step, as they run in the file."""
        key = self._keys.of[relation.id]
        target = self._keys.of[relation.target]
        premises = [self._keys.of[premise] for premise in relation.premises]
        usual = self._dialect == NEW and relation.target_type == "claim"
        is_reversed = node_data(relation.data, KEY).get("reversed", usual) is True
        if relation.kind in AGAINST and is_reversed:
            return [(target, key), *((key, premise) for premise in premises)]
        return [*((premise, key) for premise in premises), (key, target)]

    def _set_title(self) -> None:
        """Let the metadata have the title of the map."""
        title = self._map.data.get("title")
        metadata = self._rest.get("metadata")
        core = metadata.get("core") if isinstance(metadata, dict) else None
        if not isinstance(metadata, dict) or not isinstance(core, dict):
            if isinstance(title, str) and title:
                self._losses.drop("titles", self._map.name)
            return
        had = core.get("title")
        if isinstance(title, str) and title and title != had:
            self._rest["metadata"] = {**metadata, "core": {**core, "title": title}}
        elif isinstance(had, str) and had and not title:
            core = {key: value for key, value in core.items() if key != "title"}
            self._rest["metadata"] = {**metadata, "core": core}


def _blank() -> Node:
    """What a document has besides nodes and edges."""
    core = {"version": "0.5.4.0"}
    return {"metadata": {"core": core}, "resources": []}


def _edge_id(pair: Pair) -> str:
    """An id for a new edge: always the same for the same ends."""
    from uuid import NAMESPACE_URL, uuid5

    return str(uuid5(NAMESPACE_URL, f"{pair[0]} {pair[1]}"))
