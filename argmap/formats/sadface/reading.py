"""Reading SADFace documents."""

from collections.abc import Sequence
from typing import Any

from argmap.formats._format import Reading, Source
from argmap.formats._json_problems import JsonProblems
from argmap.formats._json_text import NotJsonError, dumped, loaded
from argmap.formats._node_graph import Edge, Node, NodeGraph, packed
from argmap.formats.sadface.directions import Directions
from argmap.formats.sadface.nodes import (
    KEY,
    NEW,
    OLD,
    anchor_of,
    atom,
    first_resource,
    is_against,
    kind_of,
    rest_of,
    scheme,
)
from argmap.formats.sadface.problems import PROBLEMS
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.names import Names
from argmap.model.relation import Relation, TargetType

_SCHEMES = frozenset({"scheme", "inference", "conflict"})
_STEP = frozenset({"id", "source_id", "target_id"})


def read(source: Source) -> Reading:
    """The map of a document; all that is wrong with it is reported."""
    problems = JsonProblems(source, PROBLEMS)
    try:
        document = loaded(source)
    except NotJsonError as error:
        return problems.nothing("SF01", str(error), error.span)
    if not isinstance(document, dict) or not isinstance(document.get("nodes"), list):
        return problems.nothing("SF01", "this is no SADFace document: it has no array of nodes")
    return _Reader(source, document, problems).read()


class _Reader:
    def __init__(self, source: Source, document: Node, problems: JsonProblems) -> None:
        self._problems = problems
        self._document = document
        self._draft = Draft(source.name)
        self._nodes: dict[str, Node] = {}
        self._numbers: dict[str, int] = {}
        self._claims: set[str] = set()
        self._dialect = NEW

    def read(self) -> Reading:
        """Claims first, then the steps between them."""
        self._read_nodes()
        types = {node.get("type") for node in self._nodes.values() if _is_text(node.get("type"))}
        version = self._core().get("version")
        old = "scheme" in types or (isinstance(version, str) and version.startswith(OLD))
        self._dialect = OLD if old else NEW
        resource = first_resource(self._document)
        for key, node in self._nodes.items():
            if node.get("type") == "atom":
                self._read_atom(key, node, resource)
        edges = self._read_edges()
        directions = Directions(self._nodes, self._claims, edges, self._dialect)
        schemes = [key for key, node in self._nodes.items() if _is_scheme(node)]
        graph = NodeGraph(self._claims, schemes, [directions.oriented(edge) for edge in edges])
        graph.odd.update(number for number, _ in graph.direct)
        self._report(graph, edges, directions.unclear)
        self._add_steps(graph, directions.reversed)
        self._draft.data = self._data(graph, edges)
        map, diagnostics = self._draft.build()
        return Reading(map, self._problems.found + diagnostics)

    def _items(self, key: str) -> Sequence[Any]:
        items = self._document.get(key)
        if isinstance(items, list):
            return items
        if key in self._document:
            self._problems.at(key, None, "SF02", where=key, why="is not an array")
        return ()

    def _core(self) -> Node:
        metadata = self._document.get("metadata")
        core = metadata.get("core") if isinstance(metadata, dict) else None
        return core if isinstance(core, dict) else {}

    def _read_nodes(self) -> None:
        names = Names()
        for number, node in enumerate(self._items("nodes")):
            why = _fault(node, "id")
            if why:
                where = f"item {number + 1} of nodes"
                self._problems.at("nodes", number, "SF02", where=where, why=why)
                continue
            given = str(node["id"])
            key = names.take(given)
            if key != given:
                self._problems.at("nodes", number, "SF04", id=given, new=key)
            self._nodes[key] = node
            self._numbers[key] = number
            type = node.get("type")
            if not _is_scheme(node) and type != "atom":
                self._problems.at("nodes", number, "SF05", id=given, type=dumped(type))

    def _read_atom(self, key: str, node: Node, resource: object) -> None:
        text = node.get("text")
        if not isinstance(text, str) or not text:
            self._problems.at("nodes", self._numbers[key], "SF06", key, id=key)
            text = ""
        claim = Claim(key, text=text, source=anchor_of(node.get("sources")))
        kept = rest_of(node, atom(claim, node["id"], self._dialect, resource))
        if not isinstance(node["id"], str):
            kept["id"] = node["id"]
        self._draft.reserve(key)
        self._draft.claim(claim._replace(data={KEY: kept}) if kept else claim)
        self._claims.add(key)

    def _read_edges(self) -> list[Edge]:
        edges = []
        for number, edge in enumerate(self._items("edges")):
            why = _fault(edge, "source_id", "target_id")
            if why:
                where = f"item {number + 1} of edges"
                self._problems.at("edges", number, "SF02", where=where, why=why)
                continue
            ends = str(edge["source_id"]), str(edge["target_id"])
            gone = [end for end in ends if end not in self._nodes]
            id = edge.get("id")
            if gone:
                named = " and ".join(map(repr, gone))
                self._problems.at("edges", number, "SF03", id=id, gone=named)
                continue
            rest = {key: value for key, value in edge.items() if key not in _STEP}
            if id is None and "id" in edge:
                rest["id"] = None
            edges.append(Edge(id, *ends, rest))
        return edges

    def _report(self, graph: NodeGraph, edges: Sequence[Edge], unclear: int) -> None:
        for code, schemes in (("SF07", graph.without_premise), ("SF08", graph.without_target)):
            for key in schemes:
                self._problems.at("nodes", self._numbers[key], code, id=key)
        dead = {*graph.without_premise, *graph.without_target}
        for number in sorted(graph.odd):
            edge = edges[number]
            if edge.source not in dead and edge.target not in dead:
                self._problems.at("edges", number, "SF10", id=edge.id)
        for key, targets in graph.targets.items():
            if len(targets) > 1:
                number = self._numbers[key]
                self._problems.at("nodes", number, "SF09", id=key, count=len(targets))
        if unclear:
            self._problems.at("nodes", None, "SF11", count=unclear)

    def _add_steps(self, graph: NodeGraph, reversed: set[str]) -> None:
        for key in graph.premises:
            self._draft.reserve(key)
        for key, premises in graph.premises.items():
            node = self._nodes[key]
            for number, target in enumerate(graph.targets[key]):
                target_type: TargetType = "claim" if target in self._claims else "relation"
                kind, name = kind_of(node, target_type)
                id = self._draft.reserve(f"{key}-{number + 1}") if number else key
                relation = Relation(id, kind, tuple(premises), target, target_type, name)
                kept = rest_of(node, scheme(relation, node["id"], self._dialect))
                if not isinstance(node["id"], str):
                    kept["id"] = node["id"]
                if number:
                    kept["node"] = key
                if is_against(node):
                    usual = self._dialect == NEW and target_type == "claim"
                    if usual != (key in reversed):
                        kept["reversed"] = key in reversed
                data = {KEY: kept} if kept else relation.data
                self._draft.relation(relation._replace(data=data))

    def _data(self, graph: NodeGraph, edges: Sequence[Edge]) -> Node:
        """What the records do not tell, and the title."""
        told = [*self._claims_in_order(), *graph.premises]
        nodes: list[object] = []
        records = set(told)
        for key, node in self._nodes.items():
            nodes.append(key if key in records else node)
        rest = {
            key: value for key, value in self._document.items() if key not in {"nodes", "edges"}
        }
        kept: Node = {"dialect": self._dialect, "document": rest}
        if nodes != told:
            kept["nodes"] = nodes
        if edges:
            kept["edges"] = packed(edges, graph.odd)
        if "edges" not in self._document:
            kept["edges"] = None
        title = self._core().get("title")
        return {**({"title": title} if isinstance(title, str) and title else {}), KEY: kept}

    def _claims_in_order(self) -> list[str]:
        return [key for key in self._nodes if key in self._claims]


def _is_scheme(node: Node) -> bool:
    type = node.get("type")
    return isinstance(type, str) and type in _SCHEMES


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _fault(item: object, *ids: str) -> str:
    """What is wrong with an item that has to have these ids, if anything."""
    if not isinstance(item, dict):
        return "is not an object"
    for id in ids:
        if id not in item:
            return f"has no {id!r}"
        if not isinstance(item[id], str | int) or isinstance(item[id], bool):
            return f"has a {id!r} that is neither text nor a whole number"
        if item[id] == "":
            return f"has an empty {id!r}"
    return ""
