"""Reading maps out of graphs: nodes are claims or steps, links lead between them or are steps."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from argmap.formats._json_text import dumped
from argmap.formats._property_graph import Attributes, Graph, Link, Node, is_step, said_kind
from argmap.formats._property_graph.fields import CLAIM, RELATION, bare, is_empty, native, taken
from argmap.formats._property_graph.own import Own
from argmap.formats._property_graph.writing import links_in_order, written_links
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation

Report = Callable[..., None]
"""Takes what is wrong in a word, the node or link that it is about or none, and more words."""
_Record = TypeVar("_Record", Claim, Relation)
_TEXTS = ("text", "content", "claim", "statement", "sentence", "proposition", "description",
          "label", "name", "title")  # fmt: skip
_TITLES = ("title", "name", "label")


def read_graph(
    graph: Graph, name: str, format: str, report: Report, riding: Attributes
) -> tuple[ArgumentMap, list[Diagnostic]]:
    """The map in a graph, and what the model finds wrong with it.

    ``riding`` is what else of the file is to be kept.
    Linear in the size of the graph but for sorting.
    """
    return _Reader(graph, name, format, report).read(riding)


class _Reader:
    def __init__(self, graph: Graph, name: str, format: str, report: Report) -> None:
        self._graph = graph
        self._format = format
        self._report = report
        self._draft = Draft(name)
        self._own = Own(graph.attributes, self._draft, format, report)
        self._ids: dict[str, str] = {}
        self._steps: set[str] = set()
        self._pairs: list[tuple[str, str, str]] = []
        self._unlabelled = False

    def read(self, riding: Attributes) -> tuple[ArgumentMap, list[Diagnostic]]:
        named = [(self._name(node), node) for node in self._graph.nodes]
        self._steps = {id for id, node in named if is_step(node)}
        claims = [(id, node) for id, node in named if id not in self._steps]
        steps = {id: node for id, node in named if id in self._steps}
        self._own.sections(node.attributes.get("section") for _, node in claims)
        for id, node in claims:
            self._claim(id, node)
        self._relations(steps)
        self._own.arguments(steps)
        data = dict(self._draft.data)
        self._draft.data = data
        map, found = self._draft.build()
        riding |= self._own.riding
        self._order(map, [id for id, _ in named], riding)
        if riding:
            data[self._format] = riding
        return map, found

    def _order(self, map: ArgumentMap, nodes: list[str], riding: Attributes) -> None:
        """Keep the order of nodes and links where it is not what would be written."""
        nodes = [id for id in nodes if id in map.claims or id in map.relations]
        usual = [*map.claims, *(id for id in map.relations if id in self._steps)]
        if nodes != usual:
            riding["nodes"] = nodes
        pairs = [pair for pair in self._pairs if pair[2] in map.relations]
        keys = [key for key, _ in written_links(map, self._format)]
        if pairs != keys:
            by_node = links_in_order([(key, {}) for key in keys], nodes, "by node")
            same = [key for key, _ in by_node] == pairs
            riding["links"] = "by node" if same else [list(pair) for pair in pairs]

    def _name(self, node: Node) -> str:
        key = dumped(node.id)
        wanted = (node.id if isinstance(node.id, str) else key) or "node"
        id = self._draft.reserve(wanted)
        if key in self._ids:
            self._report("taken", node, id=wanted, new=id)
        self._ids.setdefault(key, id)
        return id

    def _claim(self, id: str, node: Node) -> None:
        item = node.attributes
        names = {field: field for field in CLAIM}
        if item.get("type") != "claim":
            names |= _foreign(item)
        fields, unfit = taken(item, names, self._format)
        riding: Attributes = {} if node.id == id else {"id": node.id}
        if "text" not in fields and node.shown:
            fields["text"] = riding["shown"] = node.shown
        self._note_unfit(node, unfit)
        record = Claim(id, **fields)
        riding |= {key: names[key] for key in ("text", "title") if names[key] != key}
        self._draft.claim(self._kept(record, item, riding, None))

    def _kept(
        self, record: _Record, item: Attributes, riding: Attributes, argument: str | None
    ) -> _Record:
        """The record, with what it does not say of attributes riding along."""
        usual = native(record, argument, self._format)
        if "link" in riding or not usual.keys() <= item.keys():
            usual = bare(record, riding, self._format)
            riding["bare"] = True
        rest = {key: value for key, value in item.items() if not _same(value, usual, key)}
        if rest:
            riding["rest"] = rest
        return record._replace(data={**record.data, self._format: riding}) if riding else record

    def _note_unfit(self, item: Node | Link, names: list[str]) -> None:
        for name in names:
            self._report("unfit", item, name=name)

    def _relations(self, steps: Mapping[str, Node]) -> None:
        into: dict[str, list[tuple[str, Link]]] = {id: [] for id in steps}
        out: dict[str, list[tuple[str, Link]]] = {id: [] for id in steps}
        own: list[tuple[str, str, Link]] = []
        ordered: list[tuple[str, str, str]] = []
        for link in self._graph.links:
            ends = [self._ids.get(dumped(end), "") for end in (link.source, link.target)]
            source, target = ends
            if not source or not target:
                lost = link.target if source else link.source
                self._report("dangling", link, id=lost)
                continue
            if source in steps:
                out[source].append((target, link))
                ordered.append((source, target, source))
            elif target in steps and not self._undercuts(link):
                into[target].append((source, link))
                ordered.append((source, target, target))
            else:
                own.append((source, target, link))
                ordered.append((source, target, ""))
        for id, node in steps.items():
            self._step(id, node, into[id], out[id])
        made = iter([self._link(*each) for each in own])
        self._pairs = [(a, b, step or next(made)) for a, b, step in ordered]

    @staticmethod
    def _undercuts(link: Link) -> bool:
        if "role" in link.attributes:
            return False
        return said_kind(link.attributes, link.shown, True)[0] in {"undercut", "rebuttal"}

    def _step(
        self, id: str, node: Node, into: list[tuple[str, Link]], out: list[tuple[str, Link]]
    ) -> None:
        if not into or not out:
            what = "premise" if not into else "target"
            self._report("loose", node, id=id, what=what)
            return
        for _, link in out[1:]:
            self._report("many", link, id=id)
        target = out[0][0]
        links = [link.attributes for _, link in (*into, out[0])]
        riding: Attributes = {} if node.id == id else {"id": node.id}
        if not any(links):
            riding["links"] = []
        elif links != [{"role": "premise"}] * len(into) + [{"role": "target"}]:
            riding["links"] = links
        premises = tuple(source for source, _ in into)
        self._relation(id, node, premises, target, riding)

    def _link(self, source: str, target: str, link: Link) -> str:
        return self._relation("", link, (source,), target, {"link": True})

    def _relation(
        self, id: str, item: Node | Link, premises: tuple[str, ...], target: str, riding: Attributes
    ) -> str:
        on_step = target in self._steps
        kind, name = said_kind(item.attributes, item.shown, on_step)
        if kind is None and name:
            self._report("kind", item, word=str(item.attributes[name])[:40])
        elif kind is None and not self._unlabelled:
            self._unlabelled = True
            self._report("unlabelled", item)
        # What says the kind is no label besides.
        names = {each: each for each in RELATION if kind is None or each != name}
        fields, unfit = taken(item.attributes, names, self._format)
        self._note_unfit(item, unfit)
        if item.shown:
            riding["shown"] = item.shown
        type: Any = "relation" if on_step else "claim"
        record = Relation(id, kind or "support", premises, target, type, **fields)
        argument = self._own.argument_of(id, item.attributes)
        return self._draft.relation(self._kept(record, item.attributes, riding, argument)).id


def _same(value: object, usual: Attributes, key: str) -> bool:
    """Whether the attribute that is written is the one that was read; 1 is not yet true."""
    if key not in usual:
        return False
    written = usual[key]
    return value is written or (
        value == written and isinstance(value, bool) == isinstance(written, bool)
    )


def _foreign(item: Attributes) -> dict[str, str]:
    """The attributes that someone else's text and title are in."""
    given = [each for each in _TEXTS if isinstance(item.get(each), str) and item[each].strip()]
    text = given[0] if given else "text"
    titles = [each for each in _TITLES if each in given and each != text]
    names = {"text": text, "title": titles[0] if titles else "title"}
    if names["title"] == text or is_empty(item.get(names["title"])):
        names["title"] = "" if text == "title" else "title"
    return names
