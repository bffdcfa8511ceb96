"""Reading GraphML: the declarations of attributes, then the nodes and edges of all graphs."""

from collections.abc import Iterable
from typing import NamedTuple

from argmap.formats._findings import Findings
from argmap.formats._format import Reading, Source
from argmap.formats._property_graph import Attributes, Graph, Link, Node
from argmap.formats._property_graph.reading import read_graph
from argmap.formats._unread_xml import root_of
from argmap.formats._xml_text import Element, NotXmlError
from argmap.formats.graphml.problems import CODE_OF, CODES
from argmap.formats.graphml.values import (
    ELEMENTS,
    FORMAT_KEY,
    as_text,
    from_json,
    label_in,
    typed,
)
from argmap.model.map import ArgumentMap
from argmap.model.span import Span


class _Key(NamedTuple):
    name: str
    type: str
    domain: str
    default: str | None


def read(source: Source) -> Reading:
    """The map in a graph; what cannot be read is reported and left out."""
    findings = Findings(CODES)
    try:
        root, _ = root_of(source, "graphml", "GraphML")
    except NotXmlError as error:
        findings.add("GM01", error.span, why=str(error))
        return Reading(ArgumentMap((), name=source.name), findings.found)
    graph = next(root.named("graph"), None)
    if graph is None:
        findings.add("GM01", root.span, why="this GraphML has no graph")
        return Reading(ArgumentMap((), name=source.name), findings.found)
    return _Reader(source, root, graph, findings).read()


class _Reader:
    def __init__(self, source: Source, root: Element, graph: Element, findings: Findings) -> None:
        self._source = source
        self._root = root
        self._first = graph
        self._findings = findings
        self._keys: dict[str, _Key] = {}
        self._with_default: list[_Key] = []
        self._nodes: list[tuple[Node, Span]] = []
        self._links: list[tuple[Link, Span]] = []

    def read(self) -> Reading:
        for key in self._root.named("key"):
            self._declare(key)
        self._with_default = [key for key in self._keys.values() if key.default is not None]
        own: Attributes = {}
        for data in self._root.named("data"):
            self._value(data, own)
        own = self._attributes(self._first, "graph", {"edgedefault"})[0] | own
        if self._first.get("edgedefault") == "undirected":
            self._findings.add("GM07", self._first.span)
        self._read_graphs()
        graph = Graph(own, [node for node, _ in self._nodes], [link for link, _ in self._links])
        riding: Attributes = {}
        if self._first.get("edgedefault", "directed") != "directed":
            riding["edgedefault"] = self._first.get("edgedefault")
        spaces = {k: v for k, v in self._root.attributes.items() if k.startswith("xmlns:")}
        if spaces:
            riding["namespaces"] = spaces
        map, found = read_graph(graph, self._source.name, FORMAT_KEY, self._report, riding)
        return Reading(map, self._findings.found + found)

    def _declare(self, key: Element) -> None:
        id = key.get("id")
        name = key.get("attr.name") or key.get("yfiles.type") or id
        default = next((each.text for each in key.named("default") if not each.children), None)
        self._keys[id] = _Key(name, key.get("attr.type", "string"), key.get("for", "all"), default)

    def _read_graphs(self) -> None:
        waiting = list(reversed(list(self._root.named("graph"))))
        if len(waiting) > 1:
            self._findings.add("GM12", waiting[-2].span)
        while waiting:
            each = waiting.pop()
            inner = [graph for node in each.named("node") for graph in node.named("graph")]
            if inner:
                self._findings.add("GM12", inner[0].span)
            self._read_graph(each)
            waiting += reversed(inner)

    def _read_graph(self, graph: Element) -> None:
        for child in graph.children:
            if child.name == "node":
                self._node(child)
            elif child.name == "edge":
                self._edge(child)
            elif child.name not in {"data", "desc"}:
                why = "is not what argmap reads in a graph"
                self._findings.add("GM02", child.span, what=child.name[:40], why=why)

    def _node(self, element: Element) -> None:
        if "id" not in element.attributes:
            self._findings.add("GM02", element.span, what="node", why="has no id")
            return
        item, shown = self._attributes(element, "node", {"id"})
        node = Node(element.get("id"), item, shown, len(self._nodes))
        self._nodes.append((node, element.span))

    def _edge(self, element: Element) -> None:
        if not {"source", "target"} <= element.attributes.keys():
            self._findings.add("GM02", element.span, what="edge", why="has no source and target")
            return
        item, shown = self._attributes(element, "edge", {"source", "target"})
        ends = element.get("source"), element.get("target")
        self._links.append((Link(*ends, item, shown, len(self._links)), element.span))

    def _attributes(
        self, element: Element, domain: str, read: Iterable[str]
    ) -> tuple[Attributes, str]:
        """The attributes of an element, those of XML with an at sign; and what it is drawn with."""
        item: Attributes = {
            key.name: typed(key.default, key.type)
            for key in self._with_default
            if key.default is not None and key.domain in {domain, "all"}
        }
        item |= {f"@{key}": v for key, v in element.attributes.items() if key not in read}
        shown = [self._value(data, item) for data in element.named("data")]
        return item, next((each for each in shown if each), "")

    def _value(self, data: Element, item: Attributes) -> str:
        """Put an attribute with the others; what it is drawn with, if it says that."""
        id = data.get("key")
        key = self._keys.get(id) or _Key(id, "string", "all", None)
        if data.children:
            item[key.name] = {ELEMENTS: as_text(data.children)}
            return label_in(data.children)
        value = typed(data.text, key.type)
        if isinstance(value, str):
            if key.type not in {"string", ""}:
                self._findings.add("GM10", data.span, name=key.name[:40])
            value = from_json(key.name, value)
        item[key.name] = value
        return ""

    def _report(self, wrong: str, item: Node | Link | None, /, **words: object) -> None:
        span = self._first.span
        if isinstance(item, Node):
            span = self._nodes[item.number][1]
        elif item is not None:
            span = self._links[item.number][1]
        self._findings.add(CODE_OF[wrong], span, **words)
