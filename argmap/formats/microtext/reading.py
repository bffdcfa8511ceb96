"""Reading argument graphs: segments make units, units are claims, edges are relations."""

from argmap.formats._beside import text_beside
from argmap.formats._format import Reading, Source
from argmap.formats._xml_text import Element, NotXmlError, parsed
from argmap.formats.microtext.anchoring import Stretch, anchor_of, located
from argmap.formats.microtext.edges import Edge, read_edges
from argmap.formats.microtext.problems import Problems
from argmap.formats.microtext.segments import (
    IMPLICIT,
    Segment,
    first_of,
    natural,
    usual_edges,
    usual_edu,
    usual_first,
)
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.names import Names

SPEAKERS = {"pro": "proponent", "opp": "opponent"}
_INITIALS = {"edu": "e", "joint": "j", "adu": "a", "edge": "c"}


def read(source: Source) -> Reading:
    """The map of an argument graph; what is not as it should be is reported and left out."""
    problems = Problems()
    try:
        root, comments = parsed(source)
    except NotXmlError as error:
        problems.add("MT01", error.span, why=str(error))
        return Reading(ArgumentMap((), name=source.name), problems.found)
    if root.name != "arggraph":
        problems.add("MT01", root.span, why=f"this XML is no argument graph but <{root.name}>")
        return Reading(ArgumentMap((), name=source.name), problems.found)
    return _Reader(source, root, comments, problems).read()


class _Reader:
    def __init__(
        self, source: Source, root: Element, comments: list[str], problems: Problems
    ) -> None:
        self._source = source
        self._root = root
        self._comments = comments
        self._problems = problems
        self._named: dict[str, dict[str, Element]] = {name: {} for name in _INITIALS}
        self._numbers: dict[str, int] = {}
        self._of_joint: dict[str, list[tuple[str, str]]] = {}
        self._of_unit: dict[str, list[tuple[str, str]]] = {}

    def read(self) -> Reading:
        self._name_all()
        self._numbers = {id: number for number, id in enumerate(self._named["edu"])}
        edges = [
            edge
            for id, element in self._named["edge"].items()
            if not self._is_segmentation(edge := Edge(id, element))
        ]
        units = {id: self._segments(id) for id in self._named["adu"]}
        order = [id for id in self._named["edu"] if self._has_words(id)]
        others = [edge.id for edge in edges]
        usual = self._usual(units, others)
        text = text_beside(self._source)
        places = self._places(order, text) if text is not None else {}
        draft = Draft(self._source.name, self._data(units, others))
        for id, segments in units.items():
            claim = self._claim(id, segments, usual)
            if text is not None:
                stretches = (places[s.edu] for s in segments if s.edu in places)
                claim = claim._replace(source=anchor_of(stretches, text))
            draft.claim(claim)
        for relation in read_edges(edges, units, self._named["edge"], self._problems):
            draft.relation(relation)
        map, found = draft.build()
        return Reading(map, sorted([*self._problems.found, *found], key=_place))

    def _name_all(self) -> None:
        """Give each element an id that no other has."""
        names = Names()
        for element in self._root.children:
            if element.name not in _INITIALS:
                self._problems.add("MT05", element.span, what=f"the element <{element.name}>")
                continue
            given = element.get("id")
            known = self._named[element.name]
            id = names.take(given or f"{_INITIALS[element.name]}{len(known) + 1}")
            if not given:
                self._problems.add("MT02", element.span, name=element.name, id=id)
            elif id != given:
                self._problems.add("MT03", element.span, name=element.name, id=given, new=id)
            known[id] = element
            self._look_inside(element)
        if self._root.text.strip():
            self._problems.add("MT05", self._root.span, what="text outside of segments")

    def _look_inside(self, element: Element) -> None:
        for child in element.children:
            what = f"the element <{child.name}> in <{element.name}>"
            self._problems.add("MT05", child.span, what=what)
        if element.name != "edu" and element.text.strip():
            self._problems.add("MT05", element.span, what=f"text in <{element.name}>")

    def _is_segmentation(self, edge: Edge) -> bool:
        """Take in an edge from a segment, if it is one."""
        if edge.type != "seg":
            return False
        edus, joints, units = (self._named[name] for name in ("edu", "joint", "adu"))
        gone = next((end for end in (edge.source, edge.target) if not self._is_there(end)), None)
        if gone is not None:
            self._problems.add("MT04", edge.element.span, id=edge.id, end=gone)
        elif edge.target in joints and edge.source in edus:
            self._of_joint.setdefault(edge.target, []).append((edge.source, edge.id))
        elif edge.target in units and (edge.source in edus or edge.source in joints):
            self._of_unit.setdefault(edge.target, []).append((edge.source, edge.id))
        else:
            ends = (self._kind(edge.source), self._kind(edge.target))
            span = edge.element.span
            self._problems.add("MT07", span, type="seg", id=edge.id, source=ends[0], target=ends[1])
        return True

    def _is_there(self, id: str) -> bool:
        return any(id in known for known in self._named.values())

    def _kind(self, id: str) -> str:
        name = next(name for name, known in self._named.items() if id in known)
        return f"the {name} {id!r}"

    def _segments(self, unit: str) -> list[Segment]:
        """The segments of a unit, in the order of the text."""
        found = []
        for source, edge in self._of_unit.get(unit, ()):
            if source in self._named["edu"]:
                found.append(self._segment(source, edge))
            else:
                for edu, to_joint in self._of_joint.get(source, ()):
                    segment = self._segment(edu, to_joint)
                    found.append(segment._replace(joint=source, joint_edge=edge))
        if len(found) > 1:
            found.sort(key=lambda segment: self._numbers[segment.edu])
        return found

    def _segment(self, edu: str, edge: str) -> Segment:
        element = self._named["edu"][edu]
        return Segment(edu, edge, element.text, _others(element, "id"))

    def _has_words(self, edu: str) -> bool:
        return self._named["edu"][edu].get("implicit") != "true"

    def _places(self, order: list[str], text: str) -> dict[str, Stretch]:
        words = ((id, self._named["edu"][id].text.strip()) for id in order)
        places, missed = located(words, text)
        if missed:
            self._problems.add("MT11", self._root.span, count=missed)
        return places

    def _claim(self, id: str, segments: list[Segment], usual: dict[str, str]) -> Claim:
        element = self._named["adu"][id]
        data: dict[str, object] = {}
        riding: dict[str, object] = {}
        type = element.get("type")
        if type in SPEAKERS:
            data["speaker"] = SPEAKERS[type]
        else:
            self._problems.add("MT12", element.span, id=id, type=type)
            riding["type"] = type
        if not any(segment.text.strip() for segment in segments):
            self._problems.add("MT08", element.span, id=id)
        implicit = [segment.attributes for segment in segments] == [IMPLICIT]
        if not _is_usual(id, segments, usual, implicit=implicit):
            riding["segments"] = [_record(s, alone=len(segments) == 1) for s in segments]
        others = _others(element, "id", "type")
        if others:
            riding["attributes"] = others
        if riding:
            data["microtext"] = riding
        span = self._named["edu"][segments[0].edu].span if segments else element.span
        text = " ".join(segment.text for segment in segments)
        return Claim(id, text=text, tags=("implicit",) if implicit else (), span=span, data=data)

    def _first(self, units: dict[str, list[Segment]], others: list[str]) -> int:
        """The number that edges from segments begin with."""
        edges = {segment.edu: segment.edge for found in units.values() for segment in found}
        return first_of((edges[edu] for edu in sorted(edges, key=natural)), others)

    def _usual(self, units: dict[str, list[Segment]], others: list[str]) -> dict[str, str]:
        return usual_edges(sorted(self._named["edu"], key=natural), self._first(units, others))

    def _data(self, units: dict[str, list[Segment]], others: list[str]) -> dict[str, object]:
        """What the graph says of itself, and what of it belongs to no unit."""
        used = {segment.edu for segments in units.values() for segment in segments}
        edus = self._named["edu"]
        loose = [
            {"id": id, "text": element.text, **_nonempty(attributes=_others(element, "id"))}
            for id, element in edus.items()
            if id not in used
        ]
        if loose:
            self._problems.add("MT10", self._root.span, count=len(loose))
        order = list(edus) if list(edus) != sorted(edus, key=natural) else []
        first = self._first(units, others)
        riding = _nonempty(
            attributes=dict(self._root.attributes),
            segments=loose,
            order=order,
            first_edge=first if first != usual_first(others) else 0,
            comments=self._comments,
        )
        return {"microtext": riding} if riding else {}


def _is_usual(id: str, segments: list[Segment], usual: dict[str, str], *, implicit: bool) -> bool:
    if len(segments) != 1:
        return not segments
    segment = segments[0]
    return (
        segment.edu == usual_edu(id)
        and segment.edge == usual.get(segment.edu)
        and not segment.joint
        and (implicit or not segment.attributes)
    )


def _record(segment: Segment, *, alone: bool) -> dict[str, object]:
    """A segment as data; the text of the only segment of a unit is the unit's."""
    record = _nonempty(**segment._asdict())
    if alone:
        record.pop("text", None)
        if segment.attributes == IMPLICIT:
            del record["attributes"]
    return record


def _others(element: Element, *known: str) -> dict[str, str]:
    return {key: value for key, value in element.attributes.items() if key not in known}


def _nonempty(**fields: object) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value}


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (span.line, span.column) if span else (0, 0)
