"""Reading Argunet's GraphML: groups, then theses and arguments, then the edges between them."""

from argmap.formats._findings import Findings
from argmap.formats._format import Reading, Source
from argmap.formats._unread_xml import as_data, rest_of, root_of
from argmap.formats._xml_text import Element, NotXmlError
from argmap.formats.argunet.nodes import Nodes, within
from argmap.formats.argunet.problems import CODES
from argmap.model.claim import NO_DATA
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.model.section import Section

_TYPES = {"support": True, "attack": False, "sketchedSupport": True, "sketchedAttack": False}
_PREFIX = "arg:"


def read(source: Source) -> Reading:
    """The map of a debate; what cannot be read is reported and left out."""
    findings = Findings(CODES)
    try:
        root, comments = root_of(source, "graphml", "GraphML")
    except NotXmlError as error:
        findings.add("AU01", error.span, why=str(error))
        return Reading(ArgumentMap((), name=source.name), findings.found)
    return _Reader(source, root, comments, findings).read()


class _Reader:
    def __init__(
        self, source: Source, root: Element, comments: list[str], findings: Findings
    ) -> None:
        self._root = root
        self._findings = findings
        about = next((m for data in root.named("data") for m in data.named("arg:map")), None)
        riding: dict[str, object] = {}
        if about is not None:
            riding["map"] = as_data(about)
        if comments:
            riding["comments"] = comments
        title = within(about, "arg:mapTitle") if about is not None else ""
        self._draft = Draft(title or source.name, {"argunet": riding})
        self._riding = riding
        self._nodes = Nodes(self._draft, findings)
        self._drawn = False

    def read(self) -> Reading:
        edges: list[Element] = []
        waiting: list[tuple[Element, str | None, int]] = [
            (graph, None, 1) for graph in list(self._root.named("graph"))[::-1]
        ]
        while waiting:
            element, section, level = waiting.pop()
            if element.name == "graph":
                edges += element.named("edge")
                inner = [node for node in element.children if node.name == "node"]
                waiting += [(node, section, level) for node in reversed(inner)]
            else:
                section, level = self._read_node(element, section, level)
                waiting += [(graph, section, level) for graph in element.named("graph")]
        self._nodes.settle()
        given: list[object] = []
        for edge in edges:
            self._read_edge(edge, given)
        if given:
            self._riding["edges"] = given
        if self._drawn:
            self._findings.add("AU09", self._root.span)
        map, diagnostics = self._draft.build()
        return Reading(map, self._findings.found + diagnostics)

    def _read_node(self, node: Element, section: str | None, level: int) -> tuple[str | None, int]:
        """The section and the level that nodes in this one have."""
        found = False
        for data in node.named("data"):
            for thing in data.children:
                if thing.name == "arg:group":
                    rest = {"node": node.get("id"), **rest_of(thing, known={"arg:title"})}
                    made = self._draft.section(
                        Section(
                            "", within(thing, "arg:title"), level, section, data={"argunet": rest}
                        )
                    )
                    section, level = made.id, level + 1
                elif thing.name == "arg:thesis":
                    self._nodes.thesis(thing, node.get("id"), section)
                elif thing.name == "arg:argument":
                    self._nodes.argument(thing, node.get("id"), section)
                else:
                    self._drawn = True
                found = found or thing.name.startswith(_PREFIX)
        if not found:
            self._findings.add("AU05", node.span, id=node.get("id"))
        return section, level

    def _read_edge(self, edge: Element, given: list[object]) -> None:
        id = edge.get("id")
        inner = next((e for data in edge.named("data") for e in data.named("arg:edge")), None)
        if inner is None:
            self._findings.add("AU10", edge.span, id=id)
            return
        type = inner.get("type")
        if type not in _TYPES:
            self._findings.add("AU04", edge.span, id=id, type=type)
            return
        source = self._nodes.claim_of(inner.get("sourceNodeId"), inner.get("sourcePropositionId"))
        target = self._nodes.target_of(inner.get("targetNodeId"), inner.get("targetPropositionId"))
        ends = ((source, "source"), (target[0] if target else "", "target"))
        missing = [
            inner.get(f"{end}PropositionId") or inner.get(f"{end}NodeId")
            for got, end in ends
            if not got
        ]
        for end in missing:
            self._findings.add("AU03", edge.span, id=id, end=end)
        if missing or target is None:
            return
        if source == target[0]:  # one proposition in two nodes: it is one claim
            given.append({"id": id, **edge.attributes, "edge": dict(inner.attributes)})
            return
        kind: Kind = "support" if _TYPES[type] else "rebuttal"
        if target[1] == "relation" and kind == "rebuttal":
            kind = "undercut"
        riding = {"edge": id, **inner.attributes}
        made = Relation(
            self._draft.reserve(id) if id else "",
            kind,
            (source,),
            target[0],
            target[1],
            span=edge.span,
            data={"argunet": riding} if riding else NO_DATA,
        )
        self._draft.relation(made)
