"""Reading node-link JSON."""

from typing import Any

from argmap.formats._format import Reading, Source
from argmap.formats._json_problems import JsonProblems
from argmap.formats._json_text import NotJsonError, loaded
from argmap.formats._property_graph import Graph, Link, Node
from argmap.formats._property_graph.reading import read_graph
from argmap.formats.node_link.problems import CODE_OF, TABLE
from argmap.formats.node_link.writing import FORMAT_KEY, USUAL

_PLAIN = (str, int, float)


def read(source: Source) -> Reading:
    """The map in a graph; what cannot be read is reported and left out."""
    problems = JsonProblems(source, TABLE)
    try:
        document = loaded(source)
    except NotJsonError as error:
        return problems.nothing("NL01", str(error), error.span)
    if not isinstance(document, dict) or not isinstance(document.get("nodes"), list):
        return problems.nothing("NL01", "this JSON is no graph: it has no array of nodes")
    links = "edges" if isinstance(document.get("edges"), list) else "links"
    if not isinstance(document.get(links), list):
        return problems.nothing("NL01", "this JSON is no graph: it has no array of edges or links")
    return _Reader(source, document, links, problems).read()


class _Reader:
    def __init__(
        self, source: Source, document: dict[str, Any], links: str, problems: JsonProblems
    ) -> None:
        self._source = source
        self._document = document
        self._links = links
        self._problems = problems

    def read(self) -> Reading:
        document = self._document
        if document.get("directed") is False:
            self._problems.at("directed", None, "NL07")
        own = document.get("graph")
        graph = Graph(own if isinstance(own, dict) else {}, self._nodes(), self._edges())
        rest = {k: v for k, v in document.items() if k not in {"nodes", self._links}}
        if isinstance(own, dict) and own:
            del rest["graph"]
        riding: dict[str, Any] = {} if rest == USUAL else {"document": rest}
        if self._links != "edges":
            riding["array"] = self._links
        map, found = read_graph(graph, self._source.name, FORMAT_KEY, self._report, riding)
        return Reading(map, self._problems.found + found)

    def _nodes(self) -> list[Node]:
        nodes = []
        for number, node in enumerate(self._document["nodes"]):
            if not isinstance(node, dict) or not _is_id(node.get("id")):
                why = "has no `id`" if isinstance(node, dict) else "is not an object"
                self._problems.at("nodes", number, "NL02", what=f"nodes[{number}]", why=why)
                continue
            item = {key: value for key, value in node.items() if key != "id"}
            nodes.append(Node(node["id"], item, number=number))
        return nodes

    def _edges(self) -> list[Link]:
        links = []
        for number, link in enumerate(self._document[self._links]):
            ends = [link.get(e) for e in ("source", "target")] if isinstance(link, dict) else []
            if not ends or not all(map(_is_id, ends)):
                why = "has no `source` and `target`" if ends else "is not an object"
                what = f"{self._links}[{number}]"
                self._problems.at(self._links, number, "NL02", what=what, why=why)
                continue
            item = {key: value for key, value in link.items() if key not in {"source", "target"}}
            links.append(Link(ends[0], ends[1], item, number=number))
        return links

    def _report(self, wrong: str, item: Node | Link | None, /, **words: object) -> None:
        array = "nodes" if isinstance(item, Node) else "graph" if item is None else self._links
        number = None if item is None else item.number
        self._problems.at(array, number, CODE_OF[wrong], **words)


def _is_id(value: object) -> bool:
    """Whether a value can be an id: a text, a number, or an array of such, as of pairs."""
    if isinstance(value, list):
        return all(isinstance(each, _PLAIN) for each in value)
    return isinstance(value, _PLAIN)
