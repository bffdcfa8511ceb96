"""A map as boxes and lines, which the languages of diagrams spell each in its own way.

A claim is a box, a section a frame around boxes. A relation with one premise, on which nothing
bears, is a line; the premises of any other meet in a joint, from which a line leads on, and what
bears on the relation points at its joint.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from argmap.formats._framework import numbered
from argmap.formats._losses import Losses
from argmap.formats._shown_text import has_hidden, one_line
from argmap.formats._unsaid import note_unsaid, note_unsaid_of
from argmap.graph.ends import Ends
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.model.section import Section

_DEEPEST = 12
"""How far frames are nested; those further in stand side by side, so that paths stay short."""
SAID = frozenset({"title", "tags", "section", "source", "weight", "arguments"})
"""The fields of claims that a picture shows, as far as it does, and arguments by their names."""
UNDRAWN = (
    "further wordings",
    "marks in texts",
    "metadata entries",
    "details of anchors",
    "speakers",
    "tags",
    "titles",
    "places in sections",
    "texts of arguments",
    "arguments without steps",
    "steps shared by arguments",
    "statements used in no step",
)
"""What goes missing in all pictures: tags of sections and arguments, titles that differ from the
gist's, speakers that are no names, and these whole."""
SPELLABLE = re.compile(r"[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)*")
VERBS: Mapping[Kind, str] = {
    "support": "supports",
    "rebuttal": "rebuts",
    "undercut": "undercuts",
    "contrary": "is contrary to",
    "contradiction": "contradicts",
    "entailment": "entails",
    "equivalence": "means the same as",
}


class Stroke(NamedTuple):
    """How the lines of a kind are drawn, so that they differ without their colours too."""

    color: str
    dash: Literal["solid", "dashed", "dotted"]
    thick: bool = False


STROKES: Mapping[Kind, Stroke] = {
    "support": Stroke("#2e7d32", "solid"),
    "entailment": Stroke("#1b5e20", "solid", thick=True),
    "equivalence": Stroke("#1565c0", "solid", thick=True),
    "rebuttal": Stroke("#c62828", "dashed"),
    "undercut": Stroke("#b26a00", "dotted"),
    "contrary": Stroke("#ad1457", "dashed"),
    "contradiction": Stroke("#6a1b9a", "dashed", thick=True),
}


class Frame(NamedTuple):
    """The beginning of a section; ``depth`` frames are around it."""

    key: str
    title: str
    depth: int


class End(NamedTuple):
    """The end of the frame that was begun last; ``depth`` frames are around that."""

    depth: int


class Box(NamedTuple):
    """A claim; ``notes`` is what is said of it in a line of its own."""

    key: str
    title: str
    text: str
    notes: str
    depth: int


class Joint(NamedTuple):
    """Where the premises of a relation meet."""

    key: str
    kind: Kind
    linked: bool
    depth: int


class Line(NamedTuple):
    """From one box or joint to another; ``head`` and ``tail`` say which ends have an arrow."""

    source: str
    target: str
    kind: Kind
    label: tuple[str, ...]
    head: bool
    tail: bool


class Diagram(NamedTuple):
    """What is drawn: the boxes and joints in their frames, then the lines between them."""

    title: str
    items: list[Frame | End | Box | Joint]
    lines: list[Line]


def diagram(map: ArgumentMap, losses: Losses, spellable: re.Pattern[str] = SPELLABLE) -> Diagram:
    """The diagram of a map; what it does not show is noted.

    Keys begin with a letter, and go on with the id where that is ``spellable``, else with a
    number. Linear in the map.
    """
    note_undrawn(map, losses)
    drawer = _Drawer(map, losses, spellable)
    return Diagram(one_line(map.title), list(drawer.items()), list(drawer.lines()))


def keys(ids: Iterable[str], letter: str, spellable: re.Pattern[str] = SPELLABLE) -> dict[str, str]:
    """What each id is called: a letter, and itself if it is ``spellable``, else a number."""
    called = numbered(ids, lambda name: spellable.fullmatch(name) is not None)
    return {id: f"{letter}-{name}" for id, name in called.items()}


def speaker_of(claim: Claim) -> str:
    """Who says a claim, if that is a name."""
    speaker = claim.data.get("speaker")
    return speaker if isinstance(speaker, str) else ""


def notes_of(claim: Claim) -> list[str]:
    """The short remarks on a claim: its tags, place, weight and speaker."""
    shown = {mark.target for mark in claim.marks if mark.kind == "tag"}
    tags = " ".join(f"#{tag}" for tag in claim.tags if tag not in shown)
    place = claim.source.place if claim.source else ""
    weight = "" if claim.weight is None else f"weight {claim.weight:g}"
    speaker = speaker_of(claim)
    notes = (tags, place, weight, f"said by {speaker}" if speaker else "")
    return [note for note in map(one_line, notes) if note]


def remarks_on(relation: Relation, argument: Argument | None) -> list[str]:
    """What is said of a relation besides its kind: argument, scheme, weight and label."""
    name = (argument.title or argument.id) if argument and not argument.gist else ""
    weight = "" if relation.weight is None else f"weight {relation.weight:g}"
    said = (f"<{name}>" if name else "", relation.scheme, weight, relation.label)
    return [each for each in map(one_line, said) if each]


def note_undrawn(map: ArgumentMap, losses: Losses, *, quotes: bool = False) -> None:
    """Note what a picture of a map does not show; whether it shows ``quotes`` differs."""
    note_unsaid(map, losses, SAID, {"title", "speaker"})
    for claim in map.claims.values():
        _note_hidden(losses, claim.id, (claim.title, claim.text, *claim.tags, speaker_of(claim)))
        quote = "" if quotes else claim.source.quote if claim.source else ""
        if claim.source is not None and any(claim.source._replace(place="", quote=quote)):
            losses.drop("details of anchors", claim.id)
        if "speaker" in claim.data and not speaker_of(claim):
            losses.drop("speakers", claim.id)
    for relation in map.relations.values():
        _note_hidden(losses, relation.id, (relation.scheme, relation.label))
        note_unsaid_of(relation, losses, {"scheme", "weight", "label"})
    for argument in map.arguments.values():
        _note_argument(map, argument, losses)
    for section in map.sections.values():
        _note_hidden(losses, section.id, (section.title,))
        if section.tags:
            losses.drop("tags", section.id, len(section.tags))
        if section.data:
            losses.drop("metadata entries", section.id, len(section.data))


def _note_hidden(losses: Losses, id: str, texts: Iterable[str]) -> None:
    if any(map(has_hidden, texts)):
        losses.change("texts with control characters", "texts with their codes", id)


def _note_argument(map: ArgumentMap, argument: Argument, losses: Losses) -> None:
    """An argument is named at its steps; a sketched one is the box of its gist."""
    gist = map.claims.get(argument.gist or "")
    if gist is None and not argument.relations:
        losses.drop("arguments without steps", argument.id)
    for step in argument.relations if gist is None else ():
        if map.argument_of(step) is not argument:
            losses.drop("steps shared by arguments", step)
    _note_hidden(losses, argument.id, (argument.title,))
    if gist is not None and argument.title not in {"", gist.title}:
        losses.drop("titles", argument.id)
    if argument.text and (gist is None or gist.text != argument.text):
        losses.drop("texts of arguments", argument.id)
    tags = set(argument.tags) - set(gist.tags if gist else ())
    if tags:
        losses.drop("tags", argument.id, len(tags))
    ends = {end for step in argument.relations for end in _ends(map.relations[step])}
    homes = {map.claims[end].section for end in ends if end in map.claims}
    if gist is None and argument.section not in {None, *homes}:
        losses.drop("places in sections", argument.id)
    unused = set(argument.statements) - ends
    if unused:
        losses.drop("statements used in no step", argument.id, len(unused))
    if argument.wordings and (gist is None or gist.wordings != argument.wordings):
        losses.drop("further wordings", argument.id, len(argument.wordings))
    if argument.data and (gist is None or gist.data != argument.data):
        losses.drop("metadata entries", argument.id, len(argument.data))


def _ends(relation: Relation) -> tuple[str, ...]:
    return (*relation.premises, relation.target)


class _Drawer:
    def __init__(self, map: ArgumentMap, losses: Losses, spellable: re.Pattern[str]) -> None:
        self._map = map
        self._losses = losses
        self._boxes = keys(map.claims, "c", spellable)
        for id, key in self._boxes.items():
            if key != f"c-{id}":
                losses.change("ids", "numbers", id)
        joints = (r.id for r in map.relations.values() if not self._is_line(r))
        self._joints = keys(joints, "r", spellable)
        self._frames = keys(map.sections, "s", spellable)

    def _is_line(self, relation: Relation) -> bool:
        return len(relation.premises) == 1 and not self._map.bearing_on(relation.id)

    def items(self) -> Iterator[Frame | End | Box | Joint]:
        """Boxes and joints outside all frames first, then the frames."""
        inside = self._inside()
        around = self._around(inside)
        within: dict[str | None, list[Section]] = {}
        for section, outer in around.items():
            within.setdefault(outer, []).append(self._map.sections[section])
        yield from inside.get(None, ())
        waiting: list[tuple[Section | None, int]] = [(s, 0) for s in reversed(within.get(None, []))]
        while waiting:
            at, depth = waiting.pop()
            if at is None:
                yield End(depth)
                continue
            yield Frame(self._frames[at.id], one_line(at.title or at.id), depth)
            for item in inside.get(at.id, ()):
                yield item._replace(depth=depth + 1)
            waiting.append((None, depth))
            waiting += ((inner, depth + 1) for inner in reversed(within.get(at.id, [])))

    def _inside(self) -> dict[str | None, list[Box | Joint]]:
        """The boxes and joints of each section; a joint stands with the claim that it leads to."""
        inside: dict[str | None, list[Box | Joint]] = {}
        for id, key in self._boxes.items():
            claim = self._map.claims[id]
            text = claim.text or ("" if claim.title else id)
            notes = " · ".join(notes_of(claim))
            inside.setdefault(claim.section, []).append(Box(key, claim.title, text, notes, 0))
        ends = Ends(self._map)
        for id, key in self._joints.items():
            relation = self._map.relations[id]
            home = self._map.claims[ends.of(relation)[0]].section
            joint = Joint(key, relation.kind, len(relation.premises) > 1, 0)
            inside.setdefault(home, []).append(joint)
        return inside

    def _around(self, inside: Mapping[str | None, object]) -> dict[str, str | None]:
        """The section around each that is drawn: those with claims, and those around them."""
        sections = self._map.sections
        depths = depths_of(sections)
        drawn = {id for id in depths if id in inside}
        for id in reversed(depths):
            parent = sections[id].parent
            if id in drawn and depths[id] and parent is not None:
                drawn.add(parent)
        around: dict[str, str | None] = {}
        for id, depth in depths.items():
            if id not in drawn:
                self._losses.drop("sections without claims", id)
                continue
            parent = sections[id].parent if depth else None
            if depth > _DEEPEST:
                self._losses.change("deeply nested sections", "sections side by side", id)
                parent = around[parent or ""]
            around[id] = parent
        return around

    def lines(self) -> Iterator[Line]:
        """The lines of all relations, in the order written."""
        for relation in self._map.relations.values():
            onto = self._boxes if relation.target_type == "claim" else self._joints
            target = onto[relation.target]
            remarks = remarks_on(relation, self._map.argument_of(relation.id))
            label = (VERBS[relation.kind], *remarks)
            both = relation.symmetric
            joint = self._joints.get(relation.id)
            if joint is None:
                source = self._boxes[relation.premises[0]]
                yield Line(source, target, relation.kind, label, head=True, tail=both)
                continue
            for premise in relation.premises:
                source = self._boxes[premise]
                yield Line(source, joint, relation.kind, (), head=False, tail=both)
            yield Line(joint, target, relation.kind, label, head=True, tail=False)


def depths_of(sections: Mapping[str, Section]) -> dict[str, int]:
    """How many sections are around each, outer ones before inner ones; a circle begins somewhere.

    Iterative, and linear in the sections.
    """
    children: dict[str | None, list[str]] = {}
    for section in sections.values():
        children.setdefault(section.parent, []).append(section.id)
    depths: dict[str, int] = {}
    outermost = children.get(None, [])
    for first in (*outermost, *sections):
        waiting = [(first, 0)] if first not in depths else []
        while waiting:
            id, depth = waiting.pop()
            if id not in depths:
                depths[id] = depth
                waiting += ((child, depth + 1) for child in reversed(children.get(id, [])))
    return depths
