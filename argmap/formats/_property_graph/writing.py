"""Writing maps as graphs: what was read comes back as it was where the records still say it."""

from collections.abc import Iterator

from argmap.formats._property_graph import Attributes, Graph, Link, Node, ridden, said_kind
from argmap.formats._property_graph.fields import bare, is_empty, native
from argmap.formats._property_graph.own import own_attributes
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation

LinkKey = tuple[str, str, str]
"""The ends of a link and the relation that it is of."""
_ALWAYS = frozenset({"type", "kind", "stance", "symmetric", "argument"})


def graph_of(map: ArgumentMap, format: str) -> Graph:
    """The map as a graph. Linear but for sorting."""
    riding = ridden(map.data, format)
    records: dict[str, Claim | Relation] = {**map.claims}
    records |= {r.id: r for r in map.relations.values() if not is_link(map, r, format)}
    order = riding.get("nodes")
    given = [id for id in order if isinstance(id, str)] if isinstance(order, list) else []
    ids = [id for id in dict.fromkeys([*given, *records]) if id in records]
    of = {id: ridden(record.data, format).get("id", id) for id, record in records.items()}
    nodes = [
        Node(of[id], _node(map, records[id], format), number=number)
        for number, id in enumerate(ids)
    ]
    links = links_in_order(list(written_links(map, format)), ids, riding.get("links"))
    return Graph(
        own_attributes(map, riding, format),
        nodes,
        [Link(of[key[0]], of[key[1]], item) for key, item in links],
    )


def is_link(map: ArgumentMap, relation: Relation, format: str) -> bool:
    """Whether a relation is written as a link: as it was read, and can still be."""
    riding = ridden(relation.data, format)
    return "link" in riding and len(relation.premises) == 1 and not map.bearing_on(relation.id)


def _node(map: ArgumentMap, record: Claim | Relation, format: str) -> Attributes:
    riding = ridden(record.data, format)
    argument = map.argument_of(record.id) if isinstance(record, Relation) else None
    if riding.get("bare") and "link" not in riding:
        item = bare(record, riding, format)
    else:
        item = native(record, argument.id if argument else None, format)
    return _with_rest(record, item, riding)


def _with_rest(record: Claim | Relation, item: Attributes, riding: Attributes) -> Attributes:
    """The attributes, with those that no field is for; the kind is said by the word that was."""
    rest = riding.get("rest")
    for name, value in rest.items() if isinstance(rest, dict) else ():
        if name in _ALWAYS or is_empty(item.get(name)):
            item[name] = value
    if isinstance(record, Relation):
        shown = riding.get("shown")
        on_step = record.target_type == "relation"
        kind, name = said_kind(item, shown if isinstance(shown, str) else "", on_step)
        if (kind or "support") != record.kind:
            item[name or "kind"] = record.kind
            if said_kind(item, "", on_step)[0] != record.kind:
                item["kind"] = record.kind
    return item


def written_links(map: ArgumentMap, format: str) -> Iterator[tuple[LinkKey, Attributes]]:
    """The links of a map, relation by relation."""
    for relation in map.relations.values():
        riding = ridden(relation.data, format)
        if is_link(map, relation, format):
            item = _with_rest(relation, bare(relation, riding, format), riding)
            yield (relation.premises[0], relation.target, relation.id), item
            continue
        count = len(relation.premises)
        items = [{"role": "premise"}] * count + [{"role": "target"}]
        kept = riding.get("links")
        if kept == []:
            items = [{}] * (count + 1)
        elif isinstance(kept, list) and len(kept) == count + 1:
            items = [each if isinstance(each, dict) else {} for each in kept]
        for premise, item in zip(relation.premises, items, strict=False):
            yield (premise, relation.id, relation.id), item
        yield (relation.id, relation.target, relation.id), items[-1]


def links_in_order(
    links: list[tuple[LinkKey, Attributes]], nodes: list[str], order: object
) -> list[tuple[LinkKey, Attributes]]:
    """The links in the order that they were read in, as far as they were; the others follow."""
    if order == "by node":
        places = {id: place for place, id in enumerate(nodes)}
        return sorted(links, key=lambda link: places[link[0][0]])
    if not isinstance(order, list):
        return links
    waiting: dict[tuple[str, ...], list[int]] = {}
    for place, key in enumerate(order):
        if isinstance(key, list) and all(isinstance(each, str) for each in key):
            waiting.setdefault(tuple(key), []).append(place)
    turns = {key: iter(places) for key, places in waiting.items()}
    numbered = [(next(turns.get(key, iter(())), len(order)), key, item) for key, item in links]
    return [(key, item) for _, key, item in sorted(numbered, key=lambda each: each[0])]
