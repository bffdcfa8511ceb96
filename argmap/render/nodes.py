"""A map as nodes: claims, arguments and closed groups, an outline for each group of them."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.graph.derived import Edge
from argmap.graph.order import theses
from argmap.graph.trace import reasons
from argmap.model.claim import Claim, Mark
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.query.selection.records import MapGroup, MapNode, NodeMap
from argmap.render.lines import Layout, Line, origin
from argmap.render.outline import Row, rows_of_reasons
from argmap.render.parts import counted, heading
from argmap.render.show import spaced


def node_lines(nodes: NodeMap, title: str, depth: int | None, layout: Layout) -> Iterator[Line]:
    """First the nodes outside all groups, then those of each group under its own heading.

    Under each node stands what bears on it; nodes of other groups are only called to mind there.
    """
    yield from heading(f"{title} ({_counts(nodes.nodes)})", layout)
    names = _names(nodes.groups)
    inside: dict[str | None, list[MapNode]] = {None: []}
    inside |= {group.id: [] for group in nodes.groups}
    for node in nodes.nodes:
        inside[node.group].append(node)
    onto: dict[str | None, list[Edge]] = {group: [] for group in inside}
    by_id = {node.id: node for node in nodes.nodes}
    for edge in nodes.edges:
        ends = (edge.target, edge.source) if edge.symmetric else (edge.target,)
        for group in dict.fromkeys(by_id[end].group for end in ends):
            onto[group].append(edge)
    for group, members in inside.items():
        if not members:
            continue
        yield []
        if names.get(group, title) != title:
            yield from heading(names[group], layout)
            yield []
        sources = dict.fromkeys(end for edge in onto[group] for end in (edge.source, edge.target))
        others = [by_id[id] for id in sources if by_id[id].group != group]
        notes = {other.id: origin(names.get(other.group, title)) for other in others}
        rows = list(_rows(members, others, onto[group], depth))
        yield from spaced([_placed(row, notes) for row in rows], layout)


def _rows(
    members: Sequence[MapNode], others: Sequence[MapNode], edges: Iterable[Edge], depth: int | None
) -> Iterator[Row]:
    """The outline of some nodes, as of a map whose claims they are."""
    relations = [
        Relation(f"e{number}", edge.kind, (edge.source,), edge.target)
        for number, edge in enumerate(edges)
    ]
    map = ArgumentMap([_claim(node) for node in (*members, *others)], relations)
    roots = theses(map.keep({node.id for node in members}))
    told = {node.id for node in others}
    return rows_of_reasons(map, reasons(map, roots, depth=depth, told=told), stances=False)


def _placed(row: Row, notes: dict[str, str]) -> Row:
    """The row of a node; one of another group says where it is from."""
    if row.sign == "_":
        row = row._replace(label="undercuts it:")
    return row._replace(note=notes[row.id]) if row.id in notes else row


def _claim(node: MapNode) -> Claim:
    shown = (tag for tag in node.tags if f"#{tag}" in node.text or f"#({tag})" in node.text)
    marks = tuple(Mark("tag", 0, 0, tag) for tag in shown)
    return Claim(node.id, text=_words(node), tags=node.tags, marks=marks)


def _words(node: MapNode) -> str:
    """What a node says; the title of an argument in angle brackets, as Argdown has it."""
    if node.type == "group":
        return f"{node.title} (closed, {counted(len(node.holds), 'node')})"
    if node.type == "statement":
        return node.text or node.title or node.id
    title = f"<{node.title or node.id}>" if node.title or not node.text else ""
    return ": ".join(filter(None, (title, node.text)))


def _names(groups: Iterable[MapGroup]) -> dict[str | None, str]:
    """The title of each group, after those of the groups around it."""
    names: dict[str | None, str] = {}
    for group in sorted(groups, key=lambda group: group.level):
        around = names.get(group.parent)
        names[group.id] = f"{around} / {group.title}" if around else group.title
    return names


def _counts(nodes: Iterable[MapNode]) -> str:
    types = [node.type for node in nodes]
    said = [
        counted(types.count("statement"), "statement"),
        counted(types.count("argument"), "argument"),
    ]
    closed = types.count("group")
    return ", ".join([*said, counted(closed, "closed group")] if closed else said)
