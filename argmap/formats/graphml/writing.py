"""Writing a map as GraphML."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from argmap.formats._format import Written
from argmap.formats._losses import Losses
from argmap.formats._property_graph import Attributes, ridden
from argmap.formats._property_graph.writing import graph_of
from argmap.formats._unsaid import shallow
from argmap.formats._xml_text import can_hold, document, escaped, tag
from argmap.formats.graphml.values import FORMAT_KEY, as_json, elements_in
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import Names
from argmap.model.relation import Relation
from argmap.model.section import Section

_XMLNS = "http://graphml.graphdrawing.org/xmlns"
_ATTRIBUTE = re.compile(r"@([A-Za-z_][\w.:-]*)", re.ASCII)
_SPACE = re.compile(r"xmlns:[A-Za-z_][\w.-]*", re.ASCII)
_Key = tuple[str, str, str]
_Record = TypeVar("_Record", Claim, Relation, Argument, Section)


def write(map: ArgumentMap) -> Written:
    """The map as a document, with what of it that cannot express."""
    losses = Losses("GraphML")
    lines = _Writer(_shallow(map, losses), losses).lines()
    riding = ridden(map.data, FORMAT_KEY).get("namespaces")
    spaces = riding.items() if isinstance(riding, dict) else ()
    root = {k: v for k, v in spaces if _SPACE.fullmatch(k) and isinstance(v, str) and v}
    pieces = document("graphml", {"xmlns": _XMLNS, **root}, lines)
    return Written(pieces, losses.diagnostics())


def _shallow(map: ArgumentMap, losses: Losses) -> ArgumentMap:
    """The map without data nested too deeply to be read again."""

    def kept(records: Iterable[_Record]) -> list[_Record]:
        return [each._replace(data=shallow(each.data, losses, each.id)) for each in records]

    return ArgumentMap(
        kept(map.claims.values()),
        kept(map.relations.values()),
        kept(map.arguments.values()),
        kept(map.sections.values()),
        name=map.name,
        data=shallow(map.data, losses, map.name),
    )


class _Writer:
    """All lines of a document; what they need to declare is known when they are made."""

    def __init__(self, map: ArgumentMap, losses: Losses) -> None:
        self._map = map
        self._losses = losses
        self._keys: dict[_Key, str] = {}

    def lines(self) -> Iterator[str]:
        graph = graph_of(self._map, FORMAT_KEY)
        ids = self._ids([str(node.id) for node in graph.nodes])
        direction = ridden(self._map.data, FORMAT_KEY).get("edgedefault")
        usual = {"edgedefault": direction if isinstance(direction, str) else "directed"}
        own = self._element("graph", usual, graph.attributes, self._map.name)
        nodes = [
            self._element("node", {"id": ids[str(node.id)]}, node.attributes, str(node.id))
            for node in graph.nodes
        ]
        edges = []
        for link in graph.links:
            ends = str(link.source), str(link.target)
            named = {"source": ids[ends[0]], "target": ids[ends[1]]}
            edges.append(self._element("edge", named, link.attributes, ends[0]))
        end = "</graph>"
        opening = own.removesuffix(end) if own.endswith(end) else f"{own.removesuffix('/>')}>"
        return iter([*self._declared(), opening, *nodes, *edges, end])

    def _ids(self, wanted: list[str]) -> dict[str, str]:
        """The ids of nodes in the file: those that XML cannot hold are others, each its own."""
        names = Names()
        ids = {id: names.take(id) for id in dict.fromkeys(wanted) if can_hold(id)}
        for id in wanted:
            if id not in ids:
                ids[id] = names.take("".join(c if can_hold(c) else "\ufffd" for c in id))
                self._losses.change("ids with characters that XML lacks", "other ids", id)
        return ids

    def _element(self, name: str, known: dict[str, str], item: Attributes, about: str) -> str:
        own = {}
        data = []
        for key, value in item.items():
            match = _ATTRIBUTE.fullmatch(key)
            if match and isinstance(value, str) and match[1] not in {*known, "xmlns"}:
                own[match[1]] = self._held(value, about)
            elif value is not None:
                data.append(self._data(name, key, value, about))
        return tag(name, {**known, **own}, "".join(data) or None)

    def _data(self, domain: str, name: str, value: object, about: str) -> str:
        """An attribute, a value of JSON."""
        xml = elements_in(value)
        type, text = _spelled(value)
        id = self._keys.setdefault((domain, name, type), f"d{len(self._keys)}")
        return tag("data", {"key": id}, escaped(self._held(text, about)) if xml is None else xml)

    def _held(self, text: str, about: str) -> str:
        if not can_hold(text):
            self._losses.change("texts with characters that XML lacks", "texts with others", about)
        return text

    def _declared(self) -> Iterator[str]:
        for (domain, name, type), id in self._keys.items():
            self._held(name, self._map.name)
            yield tag("key", {"id": id, "for": domain, "attr.name": name, "attr.type": type})


def _spelled(value: object) -> tuple[str, str]:
    """The type of a value, and what it is as text."""
    if isinstance(value, str):
        return "string", value
    if isinstance(value, bool):
        return "boolean", "true" if value else "false"
    if isinstance(value, int):
        return "long", str(value)
    if isinstance(value, float):
        return "double", repr(value)
    return "string", as_json(value)
