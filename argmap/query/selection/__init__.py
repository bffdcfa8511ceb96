"""A map as Argdown's maps show it: claims and arguments as nodes, selected and grouped."""

from collections.abc import Container, Iterator, Mapping, Sequence

from argmap.graph.anatomy import Anatomy
from argmap.graph.derived import Edge, edges, merged
from argmap.model.map import ArgumentMap
from argmap.model.section import Section
from argmap.query.selection.choose import choose
from argmap.query.selection.elements import Element, elements
from argmap.query.selection.nest import Groups, nest
from argmap.query.selection.records import MapGroup, MapNode, NodeMap
from argmap.query.selection.settings import View, Words

__all__ = ["claims_of", "node_map"]


def node_map(map: ArgumentMap, view: View, among: Container[str] | None = None) -> NodeMap:
    """The nodes that a view selects, of those ``among`` if given, with their edges and groups.

    Linear in the map and in the edges.
    """
    anatomy = Anatomy(map)
    chosen = choose(map, anatomy, elements(map, anatomy), view.selection, among)
    claims = {element.id for element in chosen if element.type == "statement"}
    arguments = {element.id for element in chosen if element.type == "argument"}
    groups = nest(map, view.grouping)
    homes = _homes(chosen, groups, view)
    nodes = [_node(element, homes[element.id], view) for element in chosen]
    return _closed(nodes, edges(anatomy, claims, arguments), groups)


def claims_of(map: ArgumentMap, nodes: NodeMap) -> set[str]:
    """The claims that the nodes stand for, or consist of."""
    shown = {id for node in nodes.nodes for id in (node.id, *node.holds)}
    claims = {id for id in shown if id in map.claims}
    for id in shown:
        argument = map.arguments.get(id)
        steps = argument.relations if argument is not None and argument.gist is None else ()
        claims.update(argument.statements if argument is not None else ())
        for step in (*steps, *([id] if id in map.relations else ())):
            relation = map.relations[step]
            claims.update(relation.premises)
            if relation.target_type == "claim":
                claims.add(relation.target)
    return claims


def _homes(chosen: Sequence[Element], groups: Groups, view: View) -> dict[str, str | None]:
    """The group of each element."""
    regrouped = view.grouping.regrouped
    sections = {element.id: element.section for element in chosen}
    if regrouped is not None:
        sections = {id: regrouped.homes.get(id) for id in sections}
    return {id: groups.homes.get(section or "") for id, section in sections.items()}


def _node(element: Element, group: str | None, view: View) -> MapNode:
    is_claim = element.type == "statement"
    title, text = _said(element, view.claim_words if is_claim else view.argument_words)
    tags = element.tags if view.tags else ()
    return MapNode(element.id, element.type, title, text, tags, group)


def _said(element: Element, words: Words) -> tuple[str, str]:
    """The title and the text that an element is shown with."""
    if words == "none":
        return "", ""
    text = "" if words == "title" else element.text
    return "" if words == "text" and text else element.title, text


def _closed(nodes: Sequence[MapNode], edges: Sequence[Edge], groups: Groups) -> NodeMap:
    """The nodes with one instead of all that lie in a closed group, which takes their edges."""
    sections = {section.id: section for section in groups.sections}
    taken = {node.id for node in nodes}
    hidden: dict[str, list[str]] = {}
    for node in nodes:
        if node.group is not None and node.group in groups.closed:
            hidden.setdefault(groups.closed[node.group], []).append(node.id)
    stands_in: dict[str, str] = {}
    shown: list[MapNode] = []
    for section, held in hidden.items():
        closed = sections[section]
        id = _free(section, taken)
        taken.add(id)
        stands_in |= dict.fromkeys(held, id)
        shown.append(
            MapNode(id, "group", closed.title, "", closed.tags, closed.parent, tuple(held))
        )
    shown += (node for node in nodes if node.id not in stands_in)
    return NodeMap(
        tuple(shown),
        tuple(merged(_rerouted(edges, stands_in))) if stands_in else tuple(edges),
        tuple(_around(shown, sections)),
    )


def _free(id: str, taken: Container[str]) -> str:
    """An id that no node has; groups may be called like a claim, nodes may not."""
    while id in taken:
        id += "-group"
    return id


def _rerouted(edges: Sequence[Edge], stands_in: Mapping[str, str]) -> Iterator[Edge]:
    for edge in edges:
        source = stands_in.get(edge.source, edge.source)
        target = stands_in.get(edge.target, edge.target)
        if source != target:
            yield edge._replace(source=source, target=target)
        elif source == edge.source:
            yield edge


def _around(nodes: Sequence[MapNode], sections: Mapping[str, Section]) -> Iterator[MapGroup]:
    """The groups that nodes lie in, and those around these, as written."""
    used: set[str | None] = {None}
    for node in nodes:
        at = node.group
        while at not in used:
            used.add(at)
            at = sections[at].parent if at is not None else None
    for section in sections.values():
        if section.id in used:
            yield MapGroup(section.id, section.title, section.level, section.parent, section.tags)
