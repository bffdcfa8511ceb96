"""From edges between units to relations: added premises, undercuts of undercuts."""

from collections.abc import Collection, Iterator, Mapping

from argmap.formats._xml_text import Element
from argmap.formats.microtext.problems import Problems
from argmap.formats.microtext.segments import usual_added
from argmap.model.relation import Kind, Relation, TargetType

EXAMPLE = "Example"
_KINDS: dict[str, Kind] = {
    "sup": "support",
    "exa": "support",
    "reb": "rebuttal",
    "und": "undercut",
}
_ARTICLES = {"rebuttal": "a rebuttal", "undercut": "an undercut"}


class Edge:
    """An edge, by the id that it has in the map."""

    __slots__ = ("element", "id", "source", "target", "type")

    def __init__(self, id: str, element: Element) -> None:
        self.id = id
        self.element = element
        self.type = element.get("type")
        self.source = element.get("src")
        self.target = element.get("trg")


def read_edges(
    edges: Collection[Edge],
    units: Collection[str],
    all_edges: Collection[str],
    problems: Problems,
) -> Iterator[Relation]:
    """The relations that edges make, in order; an edge may lead to a later one.

    Edges that lead nowhere are reported and left out.
    """
    sound = [edge for edge in edges if _is_sound(edge, units, all_edges, problems)]
    steps = {edge.id: edge for edge in sound if edge.type != "add"}
    bases = _bases(sound, steps)
    added: dict[str, list[Edge]] = {}
    for edge in sound:
        if edge.type == "add":
            base = bases.get(edge.id)
            if base is None:
                _report_ends(edge, units, problems)
            else:
                added.setdefault(base, []).append(edge)
    for edge in steps.values():
        target = edge.target if edge.target in units else bases.get(edge.target, edge.target)
        if target in units or target in steps:
            yield _relation(edge, target, added.get(edge.id, []), units, problems)
        else:
            _report_ends(edge, units, problems)


def _is_sound(
    edge: Edge, units: Collection[str], edges: Collection[str], problems: Problems
) -> bool:
    """Whether an edge is of a known type and leads from a unit to a unit or edge."""
    span = edge.element.span
    if edge.type != "add" and edge.type not in _KINDS:
        problems.add("MT06", span, id=edge.id, type=edge.type)
        return False
    for end in (edge.source, edge.target):
        if end not in units and end not in edges:
            problems.add("MT04", span, id=edge.id, end=end)
            return False
    if edge.source not in units or (edge.type == "add" and edge.target in units):
        _report_ends(edge, units, problems)
        return False
    return True


def _report_ends(edge: Edge, units: Collection[str], problems: Problems) -> None:
    ends = [
        f"the {'adu' if end in units else 'edge'} {end!r}" for end in (edge.source, edge.target)
    ]
    problems.add(
        "MT07", edge.element.span, type=edge.type, id=edge.id, source=ends[0], target=ends[1]
    )


def _bases(edges: Collection[Edge], steps: Mapping[str, Edge]) -> dict[str, str]:
    """The step that each adding edge adds to, be it by way of other such edges."""
    targets = {edge.id: edge.target for edge in edges if edge.type == "add"}
    bases: dict[str, str] = {}
    for first in targets:
        way = []
        at = first
        seen = set()
        while at in targets and at not in bases and at not in seen:
            way.append(at)
            seen.add(at)
            at = targets[at]
        base = bases.get(at, at)
        if base in steps:
            bases |= dict.fromkeys(way, base)
    return bases


def _relation(
    edge: Edge, target: str, added: list[Edge], units: Collection[str], problems: Problems
) -> Relation:
    kind = _KINDS[edge.type]
    on: TargetType = "claim" if target in units else "relation"
    riding: dict[str, object] = {}
    meant = _meant(kind, on)
    if meant != kind:
        riding["type"] = edge.type
        where = f"the {'adu' if on == 'claim' else 'edge'} {target!r}"
        span = edge.element.span
        problems.add("MT09", span, type=edge.type, id=edge.id, target=where, kind=_ARTICLES[meant])
    if added and [each.id for each in added] != usual_added(edge.id, len(added)):
        riding["added"] = [each.id for each in added]
    others = {id: found for each in (edge, *added) if (found := _others(each)) for id in [each.id]}
    if others:
        riding["attributes"] = others
    return Relation(
        edge.id,
        meant,
        tuple(each.source for each in (edge, *added)),
        target,
        on,
        scheme=EXAMPLE if edge.type == "exa" else "",
        span=edge.element.span,
        data={"microtext": riding} if riding else {},
    )


def _meant(kind: Kind, on: TargetType) -> Kind:
    """Attacks on steps are undercuts, and attacks on claims are rebuttals."""
    if kind == "support":
        return kind
    return "rebuttal" if on == "claim" else "undercut"


def _others(edge: Edge) -> dict[str, str]:
    known = {"id", "src", "trg", "type"}
    return {key: value for key, value in edge.element.attributes.items() if key not in known}
