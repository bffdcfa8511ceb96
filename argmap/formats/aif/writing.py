"""Writing AIF: nodes and edges of claims and relations, among those remembered from AIF."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from argmap.formats._format import Written
from argmap.formats._json_text import in_pieces
from argmap.formats._losses import Losses
from argmap.formats.aif.extension import KEY, note_hidden, of_claim, of_map, of_relation
from argmap.formats.aif.numbering import node_ids, remembered
from argmap.formats.aif.order import unpacked_edges, unpacked_nodes
from argmap.formats.aif.pruning import still_meant
from argmap.formats.aif.schemes import Node, Schemes, numbers_of, scheme_keys, type_of
from argmap.formats.aif.speakers import ids_of, names_of, sources, speakers, utterances
from argmap.formats.json.records import claim_record
from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation

NO_ITEMS: Mapping[str, Any] = MappingProxyType({})
_CLAIM: Node = {"type": "I"}


def _no_quotes(nodes: Collection[str]) -> Mapping[str, Anchor]:
    del nodes
    return NO_ITEMS


def write(map: ArgumentMap) -> Written:
    """The map as an AIF document."""
    data = remembered(map.data) or NO_ITEMS
    document = data.get("document")
    participants = document.get("participants") if isinstance(document, dict) else None
    writer = GraphWriter(map, Losses("AIF"), participants)
    document = writer.document()
    whole = of_map(map, ("aif",))
    if whole:
        document[KEY] = whole
        writer.note_whole()
    return Written(in_pieces(document), writer.losses.diagnostics())


class GraphWriter:
    """The AIF graph of a map.

    ``participants`` are those of the document, and ``quotes`` where utterances or claims stand in
    the text of the document, by the ids of nodes; ``new_person`` gives the id of another person.
    After the graph is made, ``nodes`` has the id of
    each node by its text, and ``anew`` those of nodes that say anew which scheme they are of.
    """

    def __init__(
        self,
        map: ArgumentMap,
        losses: Losses,
        participants: object = (),
        quotes: Callable[[Collection[str]], Mapping[str, Anchor]] = _no_quotes,
        new_person: Callable[[str], object] = str,
    ) -> None:
        self.losses = losses
        self.nodes: dict[str, object] = {}
        self.anew: set[str] = set()
        self._map = map
        self._names = names_of(participants)
        self._persons = ids_of(participants)
        self._quotes = quotes
        self._new_person = new_person
        self._data = remembered(map.data) or NO_ITEMS
        rest = self._data.get("document")
        self._rest: Mapping[str, Any] = rest if isinstance(rest, dict) else NO_ITEMS
        self._schemes = Schemes(numbers_of(self._rest.get("schemefulfillments")))

    def document(self) -> dict[str, Any]:
        """The graph: what the map says, in the order and with the extras that are remembered."""
        map, data = self._map, self._data
        packed = data.get("nodes")
        odd = (
            [node for node in packed if isinstance(node, dict)] if isinstance(packed, list) else []
        )
        relations = list(map.relations.values())
        self._ids = node_ids(list(map.claims.values()), relations, odd)
        kept = still_meant(data, odd, {str(id) for id in self._ids.values()})
        values = self.nodes = {str(id): id for id in self._ids.values()}
        values |= {str(node.get("nodeID")): node.get("nodeID") for node in kept}
        edges = unpacked_edges(data, self._pairs(), values)
        locutions = self._hear(kept, edges, values)
        nodes = unpacked_nodes(data, self._nodes(), kept)
        rest = self._rest
        lists = {"nodes": nodes, "edges": edges, "locutions": locutions}
        absent = data.get("absent")
        absent = absent if isinstance(absent, list) else []
        return {
            **{
                key: value or rest.get(key, value)
                for key, value in lists.items()
                if value or key not in absent
            },
            **{key: value for key, value in rest.items() if key not in lists},
        }

    def note_whole(self) -> None:
        """Note what only argmap will see of the map besides its claims and relations."""
        for argument in self._map.arguments.values():
            self.losses.hide("arguments", argument.id)
        for section in self._map.sections.values():
            self.losses.hide("sections", section.id)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """The ends of all edges that relations stand for, each node's together."""
        ids = self._ids
        by_node: dict[str, list[Relation]] = {}
        for relation in self._map.relations.values():
            by_node.setdefault(str(ids[relation.id]), []).append(relation)
        for key, relations in by_node.items():
            premises = relations[0].premises
            for premise in premises if len(premises) == 1 else dict.fromkeys(premises):
                yield str(ids[premise]), key
            for relation in relations:
                yield key, str(ids[relation.target])

    def _nodes(self) -> dict[str, Node]:
        nodes: dict[str, Node] = {}
        for claim in self._map.claims.values():
            id = self._ids[claim.id]
            nodes[str(id)] = self._claim(claim, id)
        for relation in self._map.relations.values():
            id = self._ids[relation.id]
            if str(id) not in nodes:
                nodes[str(id)] = self._step(relation, id)
        return nodes

    def _claim(self, claim: Claim, id: object) -> Node:
        text = claim.text or claim.title
        data = claim.data
        if not data and not claim.title:
            node: Node = {"nodeID": id, "text": text, "type": "I"}
        else:
            rest = remembered(data) or NO_ITEMS
            told: Node = {"nodeID": id, "text": text, "type": "I"}
            node = {**told, **rest, **told}
            if not text and "text" in rest:
                node["text"] = rest["text"]
            elif not text and "type" in rest:
                del node["text"]
        if not (self._speakers or self._sources):
            return self._extended(node, claim.id, of_claim(claim, NO_ITEMS), claim=True)
        known: dict[str, object] = {}
        key = str(id)
        if key in self._speakers:
            known["speaker"] = self._speakers[key]
        if key in self._sources:
            known["source"] = self._sources[key]
        return self._extended(node, claim.id, of_claim(claim, known), claim=True)

    def _step(self, relation: Relation, id: object) -> Node:
        type = type_of(relation.kind)
        rest = remembered(relation.data) if relation.data else None
        if rest is None or self._schemes.of(type, str(id), rest)[0] != relation.scheme:
            if rest is not None or str(id) != relation.id:
                self.anew.add(str(id))
            rest = {**(rest or {}), **scheme_keys(type, relation.scheme)}
        node = {**rest, "nodeID": id, "type": type}
        return self._extended(node, relation.id, of_relation(relation), claim=False)

    def _extended(self, node: Node, id: str, fields: Node, *, claim: bool) -> Node:
        """A node, and what AIF has no words for."""
        if id != str(node["nodeID"]):
            fields = {"id": id, **fields}
        if fields:
            note_hidden(self.losses, id, fields, claim=claim)
            node[KEY] = fields
        return node

    def _hear(
        self, kept: Iterable[Node], edges: Iterable[Node], values: Mapping[str, object]
    ) -> list[Any]:
        """The locutions; notes who is known by them to say which claim."""
        claims, ids = self._map.claims, self._ids
        nodes: dict[str, Node] = {str(ids[claim]): _CLAIM for claim in claims}
        nodes |= {str(node.get("nodeID")): node for node in kept}
        locutions = self._remembered_locutions(values)
        said: dict[str, list[str]] = {}
        if len(nodes) > len(claims):
            types = {key: node.get("type") for key, node in nodes.items()}
            pairs = ((str(edge["fromID"]), str(edge["toID"])) for edge in edges)
            said = utterances(types, pairs)
        self._speakers = speakers(nodes, said, locutions, self._names)
        told = sources(said, self._quotes(values))
        self._sources = {key: claim_record(Claim("", source=told[key]))["source"] for key in told}
        added = []
        for claim in claims.values():
            speaker = claim.data.get("speaker") if claim.data else None
            key = str(ids[claim.id])
            if isinstance(speaker, str) and speaker and key not in self._speakers:
                if speaker not in self._persons:
                    self._persons[speaker] = self._new_person(speaker)
                person = self._persons[speaker]
                added.append({"nodeID": ids[claim.id], "personID": person})
                self._speakers[key] = speaker
        return locutions + added

    def _remembered_locutions(self, values: Mapping[str, object]) -> list[Any]:
        packed, missing = self._data.get("locutions"), self._data.get("missing")
        elsewhere = set(map(str, missing)) if isinstance(missing, list) else set()
        return [
            locution
            for locution in (packed if isinstance(packed, list) else ())
            if not isinstance(locution, dict)
            or "nodeID" not in locution
            or str(locution["nodeID"]) in values
            or str(locution["nodeID"]) in elsewhere
        ]
