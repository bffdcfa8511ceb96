"""Reading AIF: claims from its information nodes, relations from the steps between them."""

from collections.abc import Callable, Iterable, Mapping
from itertools import repeat
from types import MappingProxyType
from typing import Any, TypeVar

from argmap.formats._format import Reading, Source
from argmap.formats._json_text import NotJsonError, loaded
from argmap.formats.aif.extension import KEY, claim_with, relation_with
from argmap.formats.aif.graph import Graph
from argmap.formats.aif.notes import add_notes
from argmap.formats.aif.numbering import are_own, is_own, node_ids, remembered
from argmap.formats.aif.order import packed_edges
from argmap.formats.aif.problems import Problems, described
from argmap.formats.aif.schemes import Node, Schemes, kind_of, numbers_of, scheme_keys, type_of
from argmap.formats.aif.speakers import ids_of, names_of, sources, speakers, utterances
from argmap.formats.json.making import MALFORMED, argument_of, section_of
from argmap.model.anchor import Anchor
from argmap.model.claim import NO_DATA, Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.names import Names
from argmap.model.relation import Relation, TargetType

_ABSENT: Any = object()
NO_QUOTES: Mapping[str, Anchor] = MappingProxyType({})
_Record = TypeVar("_Record")
_LISTS = ("nodes", "edges", "locutions")
_HINT = "AIF is what AIFdb and OVA export: an object with arrays of nodes, edges and locutions"


def read(source: Source) -> Reading:
    """The map of an AIF document; what is odd about it is reported, and kept for writing."""
    problems = Problems(source)
    try:
        document = loaded(source)
    except NotJsonError as error:
        problems.nothing(str(error), _HINT, "AF01", error.span)
        return Reading(ArgumentMap((), name=source.name), problems.found)
    if not isinstance(document, dict) or not isinstance(document.get("nodes"), list):
        problems.nothing("this is not AIF: it has no array of nodes", _HINT, "AF01")
        return Reading(ArgumentMap((), name=source.name), problems.found)
    participants = document.get("participants")
    return GraphReader(document, problems, source.name, participants).read()


class GraphReader:
    """The records that an AIF graph comes to, and what to remember of it.

    ``participants`` are those of the document, and ``quotes`` where utterances or claims stand in
    their source, by the ids of nodes.
    """

    def __init__(
        self,
        document: dict[str, Any],
        problems: Problems,
        name: str,
        participants: object = None,
        quotes: Mapping[str, Anchor] = NO_QUOTES,
    ) -> None:
        self._document = document
        self._problems = problems
        self._name = name
        self._names = names_of(participants)
        self._persons = ids_of(participants)
        self._quotes = quotes
        self._schemes = Schemes(numbers_of(document.get("schemefulfillments")))
        self._ids: dict[str, str] = {}
        self._taken: set[str] = set()
        self._whole: dict[str, Any] = {}
        self._speakers: dict[str, str] = {}
        self._sources: dict[str, Anchor] = {}

    def read(self, more: Mapping[str, object] | None = None) -> Reading:
        """The map, with ``more`` data; the document is used up."""
        graph = self._graph = Graph(self._document, self._problems)
        self._locutions = self._read_locutions()
        self._read_extension()
        self._hear()
        self._values = {} if graph.plain else {k: n["nodeID"] for k, n in graph.by_key().items()}
        self._all_told = graph.plain and not self._ids and are_own(graph.keys)
        add_notes(graph, self._locutions, self._problems)
        claims, steps, self._odd = self._sorted_nodes()
        data = self._remembered(claims, steps)
        made = self._claims(claims)
        relations = self._relations(steps)
        if self._ids:
            made, relations = self._with_node_ids(made, relations)
        return self._built(made, relations, {**(more or {}), **({"aif": data} if data else {})})

    def _read_locutions(self) -> list[Any]:
        value = self._document.get("locutions")
        if value is not None and not isinstance(value, list):
            self._problems.at("locutions", None, "AF02", where="locutions", why="is not an array")
            return []
        return value or []

    def _read_extension(self) -> None:
        """The ids that nodes have for argmap, and what the graph has."""
        whole = self._document.get(KEY)
        self._whole = whole if isinstance(whole, dict) else {}
        graph = self._graph
        graph.ids = self._ids
        extended = any(map(dict.__contains__, graph.nodes, repeat(KEY)))
        self._extended = extended or bool(self._whole)
        if not extended:
            return
        wanted = {
            key: fields["id"]
            for key, node in graph.by_key().items()
            if isinstance(fields := node.get(KEY), dict) and isinstance(fields.get("id"), str)
        }
        names = Names()
        for key in graph.keys:
            if key not in wanted:
                names.take(key)
        for key, id in wanted.items():
            self._ids[key] = names.take(id)
            if self._ids[key] != id:
                graph.report(key, "AF21", where=described(graph.types[key], key))

    def _hear(self) -> None:
        """Who says what, and where it stands."""
        graph = self._graph
        if not (self._locutions or self._quotes or "YA" in graph.types.values()):
            return
        said = utterances(graph.types, zip(graph.sources, graph.targets, strict=True))
        self._speakers = speakers(graph.by_key(), said, self._locutions, self._names)
        self._sources = sources(said, self._quotes)

    def _sorted_nodes(self) -> tuple[dict[str, Node], dict[str, Node], list[Node]]:
        claims, steps, others = {}, {}, []
        premises = self._graph.premises
        for (key, type), node in zip(self._graph.types.items(), self._graph.nodes, strict=True):
            if type == "I":
                claims[key] = node
            elif key in premises:
                steps[key] = node
            else:
                others.append(node)
        return claims, steps, others

    def _remembered(self, claims: Mapping[str, Node], steps: Mapping[str, Node]) -> dict[str, Any]:
        """What the records do not tell of the document."""
        graph, values = self._graph, self._values
        data: dict[str, Any] = {}
        if self._odd or graph.keys != [*claims, *steps]:
            data["nodes"] = [
                values.get(key, key) if key in claims or key in steps else node
                for key, node in zip(graph.keys, graph.nodes, strict=True)
            ]
        sources, targets = graph.ends()
        straight = sources == graph.sources and targets == graph.targets and self._as_given()
        data |= packed_edges(graph.edges, zip(sources, targets, strict=True), straight)
        said = [
            {"nodeID": values.get(key, key), "personID": self._persons.get(name, name)}
            for key in claims
            if (name := self._speakers.get(key))
        ]
        if self._locutions != said:
            data["locutions"] = self._locutions
        return data | self._rest_of_document()

    def _as_given(self) -> bool:
        """Whether edges name nodes as these name themselves: as numbers, or as texts."""
        values = self._values
        return not values or all(
            values[key] == edge[end] and type(values[key]) is type(edge[end])
            for end, keys in (("fromID", self._graph.sources), ("toID", self._graph.targets))
            for key, edge in zip(keys, self._graph.edges, strict=True)
        )

    def _rest_of_document(self) -> dict[str, Any]:
        document = self._document
        rest = {key: value for key, value in document.items() if key not in _LISTS}
        if isinstance(document.get(KEY), dict):
            del rest[KEY]
        rest |= {key: None for key in _LISTS if key in document and document[key] is None}
        absent = [key for key in _LISTS if key not in document]
        known = self._graph.types
        missing = {
            str(each["nodeID"]): None
            for each in self._locutions
            if isinstance(each, dict) and "nodeID" in each and str(each["nodeID"]) not in known
        }
        found = {"document": rest, "absent": absent, "missing": list(missing)}
        return {key: value for key, value in found.items() if value}

    def _claims(self, nodes: Mapping[str, Node]) -> list[Claim]:
        """The claims that nodes stand for; the nodes are left with what claims do not say."""
        texts: list[Any] = [node.get("text") for node in nodes.values()]
        plain = self._all_told and not (self._extended or self._speakers or self._sources)
        if not (plain and all(texts) and set(map(type, texts)) <= {str}):
            return [self._claim(key, node) for key, node in nodes.items()]
        for node in nodes.values():
            del node["nodeID"], node["type"], node["text"]
        return [
            Claim(
                key,
                "",
                text,
                (),
                None,
                None,
                None,
                None,
                (),
                (),
                {"aif": node} if node else NO_DATA,
            )
            for (key, node), text in zip(nodes.items(), texts, strict=True)
        ]

    def _claim(self, key: str, node: Node) -> Claim:
        given = node.pop("nodeID")
        del node["type"]
        text = node.pop("text", _ABSENT)
        fields = self._fields(node) if self._extended else None
        if not (text and isinstance(text, str)):
            if not fields:
                self._graph.report(key, "AF06")
            if not isinstance(text, str):
                # No claim has a type: it stands for a text that is not there at all.
                node |= {"type": None} if text is _ABSENT else {"text": text}
                text = ""
        if not (self._all_told or self._is_told(key, given)):
            node["nodeID"] = given
        data: dict[str, object] = {"aif": node} if node else {}
        if key in self._speakers:
            data = {"speaker": self._speakers[key], **data}
        anchor = self._sources.get(key)
        id = self._ids.get(key, key)
        claim = Claim(id, "", text, (), None, None, anchor, None, (), (), data or NO_DATA)
        return claim if fields is None else self._extended_claim(claim, key, fields)

    def _is_told(self, key: str, given: object) -> bool:
        """Whether the id of a record tells that of its node."""
        return key in self._ids or (is_own(given) and key == given)

    @staticmethod
    def _fields(node: Node) -> dict[str, Any] | None:
        """What a node has for argmap, taken out of it."""
        return node.pop(KEY) if isinstance(node.get(KEY), dict) else None

    def _extended_claim(self, claim: Claim, key: str, fields: dict[str, Any]) -> Claim:
        try:
            return claim_with(claim, fields)
        except MALFORMED:
            self._graph.report(key, "AF21", where=described("I", key))
            rest = claim.data.get("aif")
            rest = {**rest, KEY: fields} if isinstance(rest, dict) else {KEY: fields}
            return claim._replace(data={**claim.data, "aif": rest})

    def _relations(self, steps: Mapping[str, Node]) -> list[Relation]:
        """The relations that steps stand for: one to each of their conclusions."""
        if self._extended or not self._all_told:
            return [each for key, node in steps.items() for each in self._step(key, node)]
        premises, conclusions = self._graph.premises.values(), self._graph.conclusions
        made: list[Relation] = []
        for (key, node), ends, targets in zip(
            steps.items(), premises, conclusions.values(), strict=True
        ):
            if len(targets) > 1:
                made += self._step(key, node)
                continue
            type = node.pop("type")
            del node["nodeID"]
            scheme, keys = self._schemes.of(type, key, node)
            target = targets[0]
            on: TargetType = "relation" if target in conclusions else "claim"
            data: Mapping[str, object] = NO_DATA if node == keys else {"aif": node}
            kind = kind_of(type, on)
            made.append(Relation(key, kind, tuple(ends), target, on, scheme, None, "", None, data))
        return made

    def _step(self, key: str, node: Node) -> list[Relation]:
        """The relations that a step stands for."""
        graph, ids = self._graph, self._ids
        type = str(graph.types[key])
        given = node.pop("nodeID")
        del node["type"]
        fields = self._fields(node) if self._extended else None
        scheme, keys = self._schemes.of(type, key, node)
        premises = tuple(graph.premises[key])
        data: Mapping[str, object] = NO_DATA if node == keys else {"aif": node}
        id = key
        if not self._all_told:
            premises = tuple(ids.get(premise, premise) for premise in premises)
            id = ids.get(key, key)
            if not self._is_told(key, given):
                data = {"aif": {**node, "nodeID": given}}
        found: list[Relation] = []
        for target in graph.conclusions[key]:
            if found:
                id = self._another(ids.get(key, key))
                data = {"aif": {**node, "nodeID": given}}
            on: TargetType = "claim" if graph.types[target] == "I" else "relation"
            end = ids.get(target, target)
            relation = Relation(
                id, kind_of(type, on), premises, end, on, scheme, None, "", None, data
            )
            if fields is not None:
                relation = self._extended_relation(relation, key, fields)
            found.append(relation)
        return found

    def _another(self, id: str) -> str:
        """An id for one more relation of a step."""
        self._taken = self._taken or {*self._graph.types, *self._ids.values()}
        number = 2
        while f"{id}-{number}" in self._taken:
            number += 1
        self._taken.add(f"{id}-{number}")
        return f"{id}-{number}"

    def _extended_relation(self, relation: Relation, key: str, fields: dict[str, Any]) -> Relation:
        try:
            return relation_with(relation, fields)
        except MALFORMED:
            type = self._graph.types[key]
            self._graph.report(key, "AF21", where=described(type, key))
            rest = relation.data.get("aif")
            kept = rest if isinstance(rest, dict) else scheme_keys(str(type), relation.scheme)
            return relation._replace(data={**relation.data, "aif": {**kept, KEY: fields}})

    def _with_node_ids(
        self, claims: list[Claim], relations: list[Relation]
    ) -> tuple[list[Claim], list[Relation]]:
        """The records with the ids of their nodes, if they would not be given these anyway."""
        keys = {id: key for key, id in self._ids.items()}
        values = self._values
        given = node_ids(claims, relations, self._odd)
        if all(given[id] == values.get(key, key) for id, key in keys.items()):
            return claims, relations

        def remembering(record: Claim | Relation, rest: Node) -> dict[str, object]:
            kept = remembered(record.data)
            key = keys[record.id]
            node = {**(rest if kept is None else kept), "nodeID": values.get(key, key)}
            return {**record.data, "aif": node}

        return [
            claim._replace(data=remembering(claim, {})) if claim.id in keys else claim
            for claim in claims
        ], [
            relation._replace(
                data=remembering(relation, scheme_keys(type_of(relation.kind), relation.scheme))
            )
            if relation.id in keys
            else relation
            for relation in relations
        ]

    def _built(
        self, claims: list[Claim], relations: list[Relation], data: dict[str, object]
    ) -> Reading:
        """The map; where argmap has put something into the document, that is checked."""
        found = self._problems.found
        if not self._extended:
            return Reading(
                ArgumentMap(claims, relations, name=self._name, data=data or NO_DATA), found
            )
        own = self._whole.get("data")
        draft = Draft(self._name, {**(own if isinstance(own, dict) else {}), **data})
        for section in self._made("sections", section_of):
            draft.section(section)
        for claim in claims:
            draft.claim(claim)
        for relation in relations:
            draft.relation(relation)
        for argument in self._made("arguments", argument_of):
            draft.argument(argument)
        map, more = draft.build()
        return Reading(map, found + more)

    def _made(self, key: str, make: Callable[[Any], _Record]) -> Iterable[_Record]:
        """The records that the graph has for argmap, those that are as they should be."""
        records = self._whole.get(key) or []
        for record in records if isinstance(records, list) else [records]:
            try:
                yield make(record)
            except MALFORMED:
                self._problems.at(KEY, None, "AF21", where="the graph")
