"""Reading MindMup maps: a tree of ideas and groups."""

from collections.abc import Mapping
from math import isnan
from typing import Any, NamedTuple

from argmap.formats._findings import Findings
from argmap.formats._format import Reading, Source
from argmap.formats._json_text import NotJsonError, loaded
from argmap.formats.mindmup.places import Places
from argmap.formats.mindmup.problems import CODES
from argmap.model.claim import NO_DATA, Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation, TargetType
from argmap.model.span import Span

IMPLICIT = "implicit"
_STYLE = "attr_implicit_claim"
_KINDS: dict[object, Kind] = {"supporting": "support", "opposing": "rebuttal"}
_USED = frozenset({"id", "title", "ideas", "attr"})
_USED_ATTR = frozenset({"group", "note", "contentLocked", "parentConnector"})
Idea = dict[str, Any]


class _End(NamedTuple):
    """What ideas stand under: a claim or a step, by its id in the map and by that in the file."""

    id: str
    type: TargetType
    written: object


class _Waiting(NamedTuple):
    idea: Idea
    under: _End | None
    group: list[str] | None
    """The premises that the group collects which the idea is in."""


def read(source: Source) -> Reading:
    """The map of a mind map; what cannot be read is reported and left out."""
    findings = Findings(CODES)
    try:
        root = _root(source)
    except NotJsonError as error:
        findings.add("MM01", error.span, why=str(error))
        return Reading(ArgumentMap((), name=source.name), findings.found)
    return _Reader(source, root, findings).read()


def _root(source: Source) -> Idea:
    root = loaded(source)
    if not isinstance(root, dict) or not isinstance(root.get("ideas"), dict | list):
        start = Span(source.name, 1, 1, 1, 1)
        raise NotJsonError("this JSON is no MindMup map: it has no ideas", start)
    return root


class _Reader:
    def __init__(self, source: Source, root: Idea, findings: Findings) -> None:
        self._root = root
        self._findings = findings
        self._places = Places(source)
        title = root.get("title")
        name = title.strip() if isinstance(title, str) else ""
        self._is_idea = any(_group(each) for each in _inner(root))
        used = {"ideas"} if self._is_idea or title != name else {"ideas", "title"}
        riding = {key: value for key, value in root.items() if key not in used}
        self._draft = Draft(name or source.name, {"mindmup": riding} if riding else NO_DATA)
        self._taken: set[str] = set()
        self._steps: list[tuple[Relation, list[str]]] = []

    def read(self) -> Reading:
        """All ideas in order; a group collects its premises until they are all there."""
        waiting: list[_Waiting] = []
        if self._is_idea:
            waiting.append(_Waiting(self._root, None, None))
        else:
            self._push(waiting, self._root, None, None)
        while waiting:
            self._read(waiting.pop(), waiting)
        for relation, premises in self._steps:
            if premises:
                self._draft.relation(relation._replace(premises=tuple(premises)))
        map, diagnostics = self._draft.build()
        return Reading(map, self._findings.found + diagnostics)

    def _push(
        self, waiting: list[_Waiting], idea: Idea, under: _End | None, group: list[str] | None
    ) -> int:
        """Let the ideas of one wait, the first on top; how many there are."""
        ideas = idea.get("ideas")
        if ideas and not isinstance(ideas, dict):
            self._findings.add("MM07", self._places.of(idea), id=idea.get("id"))
        inner = []
        for rank, each in _ranked(idea):
            if isinstance(each, dict) and isinstance(each.get("title", ""), str):
                inner.append(_Waiting(each, under, group))
            else:
                where = f"the idea {rank!r} of {idea.get('id')!r}"
                self._findings.add("MM03", self._places.of(idea), where=where)
        waiting += reversed(inner)
        return len(inner)

    def _read(self, next: _Waiting, waiting: list[_Waiting]) -> None:
        kind = _group(next.idea)
        if kind is None:
            self._read_claim(next, waiting)
        elif kind in _KINDS and next.under is not None:
            self._read_group(next, _KINDS[kind], next.under, waiting)
        else:
            if kind not in _KINDS:
                span = self._places.of(next.idea)
                self._findings.add("MM05", span, id=next.idea.get("id"), kind=kind)
            self._push(waiting, next.idea, None, None)

    def _read_claim(self, next: _Waiting, waiting: list[_Waiting]) -> None:
        idea = next.idea
        attr = _attr(idea)
        data = {
            key: value for key, value in idea.items() if key not in {"id", "title", "ideas", "attr"}
        }
        rest = {key: value for key, value in attr.items() if key != "note"}
        styles = rest.get("styleNames")
        implicit = isinstance(styles, list) and _STYLE in styles
        if implicit and styles == [_STYLE]:
            del rest["styleNames"]
        if rest:
            data["attr"] = rest
        span = self._places.of(idea)
        id = self._id(idea, span, data)
        if next.group is None and next.under is not None:
            data["under"] = next.under.written
            self._findings.add("MM06", span, id=idea.get("id"), parent=next.under.written)
        claim = self._draft.claim(
            Claim(
                id,
                text=str(idea.get("title", "")).strip(),
                tags=(IMPLICIT,) if implicit else (),
                span=span,
                data={**_note(attr, rest, data), **({"mindmup": data} if data else {})} or NO_DATA,
            )
        )
        if next.group is not None:
            next.group.append(claim.id)
        self._push(waiting, idea, _End(claim.id, "claim", idea.get("id")), None)

    def _read_group(self, next: _Waiting, kind: Kind, under: _End, waiting: list[_Waiting]) -> None:
        idea = next.idea
        attr = _attr(idea)
        data = {
            key: value for key, value in idea.items() if key not in {"id", "title", "ideas", "attr"}
        }
        rest = {key: value for key, value in attr.items() if key not in _USED_ATTR}
        connector = attr.get("parentConnector")
        label = connector.get("label", "") if isinstance(connector, dict) else ""
        given = (
            {key: value for key, value in connector.items() if key != "label"}
            if isinstance(connector, dict)
            else {}
        )
        if given:
            rest["parentConnector"] = given
        if rest:
            data["attr"] = rest
        title = str(idea.get("title", "")).strip()
        if title and title != "group":
            data["title"] = title
        span = self._places.of(idea)
        id = self._id(idea, span, data) or self._draft.reserve("group")
        if under.type == "relation" and kind == "rebuttal":
            kind = "undercut"
        premises: list[str] = []
        relation = Relation(
            id,
            kind,
            (),
            under.id,
            under.type,
            label=label if isinstance(label, str) else str(label),
            span=span,
            data={**_note(attr, rest, data), **({"mindmup": data} if data else {})} or NO_DATA,
        )
        self._steps.append((relation, premises))
        step = _End(id, "relation", idea.get("id"))
        if not any(_group(each) is None for each in _inner(idea)):
            self._findings.add("MM04", span, id=idea.get("id"))
        self._push(waiting, idea, step, premises)

    def _id(self, idea: Idea, span: Span, data: dict[str, object]) -> str:
        """The id that an idea gets; that of the file rides along where it is another."""
        written = idea.get("id")
        wanted = "" if written is None else str(written)
        id = self._draft.reserve(wanted) if wanted else ""
        if wanted in self._taken:
            self._findings.add("MM02", span, id=wanted, new=id)
        self._taken |= {wanted} - {""}
        if written is not None and written != id:
            data["id"] = written
        return id


def _ranked(idea: Idea) -> list[tuple[str, Any]]:
    """The ideas in one, by their ranks, as MindMup shows them."""
    ideas = idea.get("ideas")
    return sorted(ideas.items(), key=lambda item: _rank(item[0])) if isinstance(ideas, dict) else []


def _rank(key: str) -> float:
    try:
        rank = abs(float(key))
    except ValueError:
        return float("inf")
    return float("inf") if isnan(rank) else rank


def _inner(idea: Idea) -> list[Idea]:
    return [each for _, each in _ranked(idea) if isinstance(each, dict)]


def _attr(idea: Idea) -> Mapping[str, Any]:
    attr = idea.get("attr")
    return attr if isinstance(attr, dict) else {}


def _group(idea: Idea) -> object:
    """What group an idea is, if it is one."""
    group = _attr(idea).get("group")
    return None if group is None or group is False else str(group)


def _note(
    attr: Mapping[str, Any], rest: dict[str, Any], data: dict[str, object]
) -> dict[str, object]:
    """The note of an idea as data of its own; what is not its text rides along."""
    note = attr.get("note")
    if isinstance(note, dict) and isinstance(note.get("text"), str):
        others = {key: value for key, value in note.items() if key != "text"}
        if others:
            data["attr"] = {**rest, "note": others}
        return {"note": note["text"]}
    return {} if note is None else {"note": note}
