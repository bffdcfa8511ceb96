"""Writing argument graphs: a unit for each claim, an edge for each premise of a relation."""

import re
from collections.abc import Iterator, Mapping

from argmap.formats._format import Written
from argmap.formats._losses import Losses
from argmap.formats._unsaid import NAMES, note_unsaid, note_unsaid_of, text_of
from argmap.formats._xml_text import can_hold, cdata, document, tag
from argmap.formats.microtext.edges import EXAMPLE
from argmap.formats.microtext.roles import roles
from argmap.formats.microtext.segments import (
    IMPLICIT,
    Segment,
    natural,
    usual_added,
    usual_edges,
    usual_edu,
    usual_first,
)
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import Names, slug
from argmap.model.relation import Kind, Relation

_ATTRIBUTE = re.compile(r"(?:xml:)?(?!xmlns\b)[^\W\d][\w.\-]*")
_SAID = frozenset({"tags", "source"})
_TYPES: Mapping[Kind, str] = {"support": "sup", "rebuttal": "reb", "undercut": "und"}
_NEAREST: Mapping[Kind, Kind] = {
    "contrary": "rebuttal",
    "contradiction": "rebuttal",
    "entailment": "support",
    "equivalence": "support",
}
_EDGE_NUMBER = re.compile(r"c(\d{1,15})")
Edge = dict[str, str]


def write(map: ArgumentMap) -> Written:
    """The map as an argument graph; what the graph cannot express is noted."""
    writer = _Writer(map)
    lines = list(writer.lines())
    pieces = document("arggraph", writer.attributes(), lines)
    return Written(pieces, writer.losses.diagnostics())


class _Writer:
    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self._riding = _mapping(map.data.get("microtext"))
        self.losses = Losses("microtext")
        self._names = Names()
        for id in (*map.claims, *map.relations):
            self._names.take(id)
        self._edus: dict[str, str] = {}
        self._joints: dict[str, str] = {}
        self._segmentation: dict[tuple[str, str], Edge] = {}

    def attributes(self) -> dict[str, str]:
        """What is said of the graph as a whole."""
        given = _texts(self._riding.get("attributes"))
        return given or {"id": slug(self._map.name) or "map"}

    def lines(self) -> Iterator[str]:
        """The elements of the graph, each on a line."""
        note_unsaid(self._map, self.losses, _SAID, {"speaker"})
        relations = [edge for r in self._map.relations.values() for edge in self._edges(r)]
        units = self._units([edge["id"] for edge in relations])
        for comment in _list(self._riding.get("comments")):
            if isinstance(comment, str) and "--" not in comment and not comment.endswith("-"):
                yield f"<!--{comment}-->"
        order = {id: n for n, id in enumerate(_list(self._riding.get("order"))) if _is_text(id)}
        rank = {id: (order.get(id, len(order)), natural(id)) for id in self._edus}
        yield from (self._edus[id] for id in sorted(self._edus, key=rank.__getitem__))
        yield from self._joints.values()
        yield from units
        for edge in sorted(self._segmentation.values(), key=lambda edge: natural(edge["id"])):
            yield tag("edge", edge)
        yield from (tag("edge", edge) for edge in in_order(relations))

    def _units(self, others: list[str]) -> list[str]:
        """The units of all claims; their segments are noted on the way."""
        made = {claim.id: self._segments(claim) for claim in self._map.claims.values()}
        loose = [each for each in _list(self._riding.get("segments")) if isinstance(each, dict)]
        for each in loose:
            id, text = each.get("id"), each.get("text")
            if isinstance(id, str) and isinstance(text, str) and id not in self._names:
                self._names.take(id)
                self._add_edu(Segment(id, "", text, _texts(each.get("attributes"))))
        for claim, segments in made.items():
            self._name_edus(claim, segments)
        first = self._riding.get("first_edge")
        number = first if isinstance(first, int) else usual_first(others)
        usual = usual_edges(sorted(self._edus, key=natural), number)
        for claim, segments in made.items():
            self._join(claim, segments, usual)
        by_role = roles(self._map)
        return [
            tag("adu", self._unit(claim, by_role[claim.id])) for claim in self._map.claims.values()
        ]

    def _unit(self, claim: Claim, role: str) -> dict[str, str]:
        riding = _mapping(claim.data.get("microtext"))
        type = riding.get("type")
        if "speaker" not in claim.data and isinstance(type, str):
            role = type
        elif "speaker" in claim.data and claim.data["speaker"] not in ("proponent", "opponent"):
            self.losses.drop("speakers", claim.id)
        return {"id": claim.id, "type": role, **_texts(riding.get("attributes"))}

    def _segments(self, claim: Claim) -> list[Segment]:
        """The segments of a claim: those that it was read from while they say what it says."""
        text = text_of(claim)
        implicit = "implicit" in claim.tags
        tags = [each for each in claim.tags if each != "implicit"]
        if tags:
            self.losses.drop("tags", claim.id, len(tags))
        if claim.source and " ".join(claim.source.quote.split()) not in " ".join(text.split()):
            self.losses.drop("anchors", claim.id)
        if not can_hold(text):
            what = "texts with control characters"
            self.losses.change(what, "texts with replacement characters", claim.id)
        given = _list(_mapping(claim.data.get("microtext")).get("segments"))
        segments = [_segment(each) for each in given if isinstance(each, dict)]
        if len(segments) == 1:
            segments = [segments[0]._replace(text=text)]
        attributes = IMPLICIT if implicit else {}
        if len(segments) > 1 and " ".join(segment.text for segment in segments) == text:
            return segments
        if segments:
            first = segments[0]
            others = {k: v for k, v in first.attributes.items() if k != "implicit"}
            kept = dict(first.attributes) if len(segments) == 1 and not implicit else others
            return [first._replace(text=text, attributes={**kept, **attributes})]
        return [Segment("", "", text, attributes)] if text else []

    def _name_edus(self, claim: str, segments: list[Segment]) -> None:
        for n, segment in enumerate(segments):
            wanted = segment.edu or usual_edu(claim) or f"e{len(self._edus) + 1}"
            known = self._edus.get(wanted)
            if known is None or known != _edu(segment._replace(edu=wanted)):
                wanted = self._names.take(wanted)
            segments[n] = segment._replace(edu=wanted)
            self._add_edu(segments[n])

    def _add_edu(self, segment: Segment) -> None:
        self._edus[segment.edu] = _edu(segment)

    def _join(self, claim: str, segments: list[Segment], usual: dict[str, str]) -> None:
        """Note the edges from segments, by way of a joint where there is one."""
        for segment in segments:
            target = segment.joint or claim
            if segment.joint:
                if segment.joint not in self._joints:
                    self._names.take(segment.joint)
                    self._joints[segment.joint] = tag("joint", {"id": segment.joint})
                self._segment_edge(segment.joint, claim, segment.joint_edge or "c1")
            self._segment_edge(segment.edu, target, segment.edge or usual[segment.edu])

    def _segment_edge(self, source: str, target: str, wanted: str) -> None:
        if (source, target) not in self._segmentation:
            id = self._names.take(wanted)
            edge = {"id": id, "src": source, "trg": target, "type": "seg"}
            self._segmentation[source, target] = edge

    def _edges(self, relation: Relation) -> list[Edge]:
        """The edges of a relation: its own, and one for each further premise."""
        riding = _mapping(relation.data.get("microtext"))
        example = relation.kind == "support" and relation.scheme == EXAMPLE
        note_unsaid_of(relation, self.losses, {"scheme"} if example else ())
        first, *more = relation.premises
        type = "exa" if example else self._type(relation, riding)
        edges = [{"id": relation.id, "src": first, "trg": relation.target, "type": type}]
        given = [id for id in _list(riding.get("added")) if isinstance(id, str)]
        names = given if len(given) == len(more) else usual_added(relation.id, len(more))
        for n, premise in enumerate(more):
            wanted = names[n] if n < len(names) else f"{relation.id}-{n + 2}"
            id = self._names.take(wanted)
            edges.append({"id": id, "src": premise, "trg": relation.id, "type": "add"})
        others = _mapping(riding.get("attributes"))
        return [edge | _texts(others.get(edge["id"])) for edge in edges]

    def _type(self, relation: Relation, riding: Mapping[str, object]) -> str:
        kind = _NEAREST.get(relation.kind, relation.kind)
        on_step = relation.target_type == "relation"
        type = riding.get("type")
        if type == ("reb" if on_step else "und") and kind == (
            "undercut" if on_step else "rebuttal"
        ):
            return str(type)
        if kind != "support":
            kind = "undercut" if on_step else "rebuttal"
        if kind != relation.kind:
            self.losses.change(NAMES[relation.kind], NAMES[kind], relation.id)
        return _TYPES[kind]


def in_order(edges: list[Edge]) -> list[Edge]:
    """Edges by their numbers, if that keeps the order of relations and of what is added to each."""
    numbers = [int(m[1]) for edge in edges if (m := _EDGE_NUMBER.fullmatch(edge["id"]))]
    if len(numbers) < len(edges):
        return edges
    last: dict[str, int] = {}
    for edge, number in zip(edges, numbers, strict=True):
        group = edge["trg"] if edge["type"] == "add" else ""
        if number < last.get(group, 0):
            return edges
        last[group] = number
    return [edges[n] for n in sorted(range(len(edges)), key=numbers.__getitem__)]


def _edu(segment: Segment) -> str:
    return tag("edu", {"id": segment.edu, **segment.attributes}, cdata(segment.text))


def _segment(record: Mapping[str, object]) -> Segment:
    """A segment from data, whatever is in them."""
    texts = {key: value for key, value in record.items() if isinstance(value, str)}
    names = ("edu", "edge", "text", "joint", "joint_edge")
    given = {name: texts.get(name, "") for name in names}
    return Segment(**given, attributes=_texts(record.get("attributes")))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _texts(value: object) -> dict[str, str]:
    """The attributes in data, those with names that an element can have."""
    found = _mapping(value).items()
    texts = {key: each for key, each in found if isinstance(each, str) and isinstance(key, str)}
    return {key: each for key, each in texts.items() if _ATTRIBUTE.fullmatch(key)}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _is_text(value: object) -> bool:
    return isinstance(value, str)
