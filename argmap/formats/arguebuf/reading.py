"""Reading Arguebuf's JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.formats._format import Reading, Source
from argmap.formats._json_problems import JsonProblems
from argmap.formats._json_text import NotJsonError, loaded
from argmap.formats._node_graph import Edge, Node, NodeGraph, packed
from argmap.formats.arguebuf.nodes import KEY, MAJOR, People, anchor_of, atom, taken_user_data
from argmap.formats.arguebuf.problems import PROBLEMS
from argmap.formats.arguebuf.schemes import kind_of, scheme_of
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.relation import Relation, TargetType

_ENDS = ("source", "target")


def read(source: Source) -> Reading:
    """The map of a graph; all that is wrong with it is reported."""
    problems = JsonProblems(source, PROBLEMS)
    try:
        document = loaded(source)
    except NotJsonError as error:
        return problems.nothing("AB01", str(error), error.span)
    if not isinstance(document, dict) or not isinstance(document.get("nodes", {}), dict):
        return problems.nothing("AB01", "this is no Arguebuf graph: it has no nodes by their ids")
    return _Reader(source, document, problems).read()


class _Reader:
    def __init__(self, source: Source, document: Node, problems: JsonProblems) -> None:
        from argmap.formats import names

        self._problems = problems
        self._document = document
        self._draft = Draft(source.name)
        self._people = People(document.get("participants"))
        self._spoken_for = frozenset({*names(), "speaker"})
        self._nodes: Mapping[str, Any] = document.get("nodes", {})
        self._numbers = {key: number for number, key in enumerate(self._nodes)}
        self._claims: dict[str, Claim] = {}
        self._schemes: dict[str, Node] = {}
        self._odd: Node = {}

    def read(self) -> Reading:
        """Claims first, then the steps between them."""
        for key, node in self._nodes.items():
            self._read_node(key, node)
        document = {k: v for k, v in self._document.items() if k not in {"nodes", "edges"}}
        self._mark_major_claim(document)
        for key in (*self._claims, *self._schemes):
            self._draft.reserve(key)
        for claim in self._claims.values():
            self._draft.claim(claim)
        edges, edge_numbers = self._read_edges()
        graph = NodeGraph(self._claims, self._schemes, edges)
        self._add_steps(graph)
        self._report(graph, edges, edge_numbers)
        data, rest = taken_user_data(document, self._spoken_for)
        kept: Node = {"document": rest}
        if edges or "edges" in self._document:
            kept["edges"] = packed(edges, graph.odd)
        if "nodes" not in self._document:
            kept["nodes"] = None
        if self._odd:
            kept["odd"] = self._odd
        self._draft.data = {**data, KEY: kept}
        map, diagnostics = self._draft.build()
        return Reading(map, self._problems.found + diagnostics)

    def _at(self, key: str, code: str, **words: object) -> None:
        about = (key,) if key in self._claims else ()
        self._problems.at("nodes", self._numbers[key], code, *about, id=key, **words)

    def _read_node(self, key: str, node: Any) -> None:  # noqa: ANN401  # whatever the JSON holds
        if not isinstance(node, dict) or not key:
            why = "has an empty id" if isinstance(node, dict) else "is not an object"
            words = {"where": f"the node {key!r}", "why": why}
            self._problems.at("nodes", self._numbers[key], "AB02", **words)
        elif isinstance(node.get("atom"), dict):
            self._read_atom(key, node)
        elif isinstance(node.get("scheme"), dict) and "preference" not in node["scheme"]:
            self._schemes[key] = node
        else:
            self._odd[key] = node
            if not isinstance(node.get("scheme"), dict):
                self._at(key, "AB04")

    def _read_atom(self, key: str, node: Node) -> None:
        said = node["atom"]
        data, rest = taken_user_data(node, self._spoken_for)
        del rest["atom"]
        text = said.get("text")
        participant = said.get("participant")
        if isinstance(participant, str) and participant:
            data["speaker"] = self._people.name(participant)
            if participant not in self._people.participants:
                where = f"the atom {key!r}"
                words = {"where": where, "gone": f"the participant {participant!r}"}
                self._problems.at("nodes", self._numbers[key], "AB10", key, **words)
        claim = Claim(
            key,
            text=text if isinstance(text, str) else "",
            source=anchor_of(said.get("reference")),
            data=data,
        )
        made = atom(claim, People(self._people.participants)) if said.keys() - {"text"} else said
        kept: Node = {"rest": rest} if rest else {}
        other = {k: v for k, v in said.items() if k not in made or made[k] != v}
        if not claim.text and "text" in said:
            other["text"] = text
        if isinstance(participant, str) and participant not in self._people.participants:
            other["participant"] = participant
        if other:
            kept["atom"] = other
        self._claims[key] = claim._replace(data={**data, KEY: kept}) if kept else claim
        if not claim.text:
            self._at(key, "AB05")

    def _mark_major_claim(self, document: Node) -> None:
        key = document.get("majorClaim")
        if isinstance(key, str) and key in self._claims:
            self._claims[key] = self._claims[key]._replace(tags=(MAJOR,))
            del document["majorClaim"]
        elif key:
            words = {"where": "the graph", "gone": f"the major claim {key!r}"}
            self._problems.at("majorClaim", None, "AB10", **words)

    def _read_edges(self) -> tuple[list[Edge], list[int]]:
        edges: list[Edge] = []
        numbers: list[int] = []
        found = self._document.get("edges", {})
        if not isinstance(found, dict):
            self._problems.at("edges", None, "AB02", where="'edges'", why="is not an object")
            return [], []
        for number, (id, edge) in enumerate(found.items()):
            ends = [edge.get(end, "") for end in _ENDS] if isinstance(edge, dict) else []
            if len(ends) < len(_ENDS) or not all(isinstance(end, str) for end in ends):
                why = "has no ends that are texts" if ends else "is not an object"
                self._problems.at("edges", number, "AB02", where=f"the edge {id!r}", why=why)
                continue
            nodes = self._claims, self._schemes, self._odd
            gone = [end for end in ends if not any(end in each for each in nodes)]
            if gone:
                self._problems.at(
                    "edges", number, "AB03", id=id, gone=" and ".join(map(repr, gone))
                )
                continue
            rest = {key: value for key, value in edge.items() if key not in _ENDS}
            edges.append(Edge(id, ends[0], ends[1], rest))
            numbers.append(number)
        return edges, numbers

    def _add_steps(self, graph: NodeGraph) -> None:
        dead = {*graph.without_premise, *graph.without_target}
        self._odd |= {key: self._schemes[key] for key in self._schemes if key in dead}
        for key, premises in graph.premises.items():
            for number, target in enumerate(graph.targets[key]):
                self._add_step(key, tuple(premises), target, number)
        for _, edge in graph.direct:
            if edge.source in self._claims and edge.target in self._claims:
                id = self._draft.reserve(str(edge.id))
                data = {KEY: {"direct": True}}
                relation = Relation(id, "support", (edge.source,), edge.target, data=data)
                self._draft.relation(relation)

    def _add_step(self, key: str, premises: tuple[str, ...], target: str, number: int) -> None:
        node = self._schemes[key]
        target_type: TargetType = "claim" if target in self._claims else "relation"
        kind, name = kind_of(node["scheme"], target_type) or ("support", "")
        data, rest = taken_user_data(node, self._spoken_for | {"roles"})
        del rest["scheme"]
        kept: Node = {"rest": rest} if rest else {}
        if node["scheme"] != scheme_of(kind, name):
            kept["scheme"] = node["scheme"]
        if number:
            kept["node"] = key
        id = self._draft.reserve(f"{key}-{number + 1}") if number else key
        data = {**data, KEY: kept} if kept else data
        self._draft.relation(Relation(id, kind, premises, target, target_type, name, data=data))

    def _report(self, graph: NodeGraph, edges: Sequence[Edge], numbers: Sequence[int]) -> None:
        for code, schemes in (("AB06", graph.without_premise), ("AB07", graph.without_target)):
            for key in schemes:
                self._at(key, code)
        for number in sorted(graph.odd):
            edge = edges[number]
            if edge.source not in self._odd and edge.target not in self._odd:
                self._problems.at("edges", numbers[number], "AB09", id=edge.id)
        for key, targets in graph.targets.items():
            if len(targets) > 1:
                self._at(key, "AB08", count=len(targets))
        schemes = [node.get("scheme") for node in self._odd.values()]
        preferences = sum(isinstance(each, dict) and "preference" in each for each in schemes)
        if preferences:
            self._problems.at("nodes", None, "AB11", count=preferences)
