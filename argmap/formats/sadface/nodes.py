"""Nodes of SADFace documents, and what of them the records of a map tell."""

import re
from collections.abc import Mapping

from argmap.formats._node_graph import Node, node_data
from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.relation import AGAINST, KINDS, Kind, Relation, TargetType

KEY = "sadface"
OLD = "0.2"
NEW = "0.5"
_AGAINST = re.compile(r"attack|conflict|rebut|undercut|contra", re.IGNORECASE)
_NAMES: Mapping[str, Kind] = {
    "support": "support",
    "attack": "rebuttal",
    "conflict": "rebuttal",
    **{kind: kind for kind in KINDS},
}
"""Names that only say what kind of relation it is."""


def is_against(node: Node) -> bool:
    """Whether a scheme is a conflict; in version 0.2 only its name tells."""
    if node.get("type") == "scheme":
        return _AGAINST.search(str(node.get("name"))) is not None
    return node.get("type") == "conflict"


def kind_of(node: Node, target_type: TargetType) -> tuple[Kind, str]:
    """What kind of relation a scheme is, and the name of the scheme if it says more than that."""
    against = is_against(node)
    name = node.get("name")
    name = name if isinstance(name, str) else ""
    plain: Kind = "support"
    if against:
        plain = "undercut" if target_type == "relation" else "rebuttal"
    kind = _NAMES.get(name.lower())
    if kind is None:
        return plain, name
    if (kind in AGAINST) != against:
        return plain, ""
    told = kind in {"support", "rebuttal", "undercut"}
    return (plain if told or target_type == "relation" else kind), ""


def metadata_of(dialect: str) -> Node:
    """The metadata of a node about which there is nothing to say."""
    return {} if dialect == OLD else {"core": {}}


def first_resource(document: Node) -> object:
    """The id of the first resource of a document, if it has any."""
    resources = document.get("resources")
    first = resources[0] if isinstance(resources, list) and resources else None
    return first.get("id") if isinstance(first, dict) else None


def anchor_of(sources: object) -> Anchor | None:
    """Where a text is taken from, by the first of its sources."""
    first = sources[0] if isinstance(sources, list) and sources else None
    if not isinstance(first, dict):
        return None
    text = first.get("text")
    quote = text if isinstance(text, str) else ""
    offset, length = _count(first.get("offset")), _count(first.get("length"))
    if offset is None or length is None:
        return Anchor(quote=quote) if quote else None
    return Anchor(start=offset, end=offset + length, quote=quote)


def _count(value: object) -> int | None:
    counts = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return value if counts and isinstance(value, int) else None


def sources_of(anchor: Anchor | None, resource: object) -> list[Node]:
    """The sources that an anchor comes to; none where there is no resource to point into."""
    if anchor is None or resource is None:
        return []
    source: Node = {"resource_id": resource, "text": anchor.quote}
    if anchor.start is not None and anchor.end is not None:
        source |= {"offset": anchor.start, "length": max(anchor.end - anchor.start, 0)}
    return [source]


def atom(claim: Claim, id: object, dialect: str, resource: object) -> Node:
    """The node of a claim."""
    rest = node_data(claim.data, KEY)
    kept = rest.get("rest")
    kept = kept if isinstance(kept, dict) else {}
    node: Node = {
        "id": id,
        "metadata": metadata_of(dialect),
        "sources": sources_of(claim.source, resource),
        "text": claim.text or claim.title,
        "type": "atom",
    }
    told: tuple[str, ...] = ("id", "text", "type")
    if not node["text"] and not isinstance(kept.get("text"), str):
        told = ("id", "type")
    if "sources" not in kept or anchor_of(kept["sources"]) != claim.source:
        told = (*told, "sources")
    return _finished(node, kept, rest, told)


def scheme(relation: Relation, id: object, dialect: str) -> Node:
    """The node of a relation."""
    rest = node_data(relation.data, KEY)
    kept = rest.get("rest")
    kept = kept if isinstance(kept, dict) else {}
    against = relation.kind in AGAINST
    name = relation.scheme or name_of(relation.kind, dialect)
    type = "conflict" if against else "inference"
    if dialect == OLD and (_AGAINST.search(name) is not None) == against:
        type = "scheme"
    node: Node = {"id": id, "metadata": metadata_of(dialect), "name": name, "type": type}
    told = {"id"}
    restored = {**node, **{key: kept[key] for key in ("name", "type") if key in kept}}
    same = kind_of(restored, relation.target_type) == (relation.kind, relation.scheme)
    told |= set() if same else {"name", "type"}
    return _finished(node, kept, rest, tuple(told))


def name_of(kind: Kind, dialect: str) -> str:
    """The name of a scheme that has none of its own."""
    if kind in {"rebuttal", "undercut"}:
        return "conflict" if dialect == OLD else "attack"
    return kind


def _finished(node: Node, kept: Node, rest: Node, told: tuple[str, ...]) -> Node:
    """A node with what was kept of it, but for what the records tell."""
    without = rest.get("without")
    gone = without if isinstance(without, list) else []
    node = {key: value for key, value in node.items() if key not in gone or (value and key in told)}
    return {**node, **{key: value for key, value in kept.items() if key not in told}}


def rest_of(node: Node, made: Node) -> Node:
    """What there is to keep of a node that would be made otherwise."""
    if node == made:
        return {}
    rest = {
        key: value
        for key, value in node.items()
        if key != "id" and (key not in made or made[key] != value)
    }
    without = [key for key in made if key not in node]
    return {key: value for key, value in (("rest", rest), ("without", without)) if value}
