"""The outline: a tree of claims, each line saying how it bears on the one it hangs from.

On a terminal it is drawn, with linked premises in a bracket; elsewhere every claim is one line,
indented with blanks, with Argdown's own signs: ``+`` supports, ``-`` rebuts, ``_`` undercuts the
step or the claim above it, ``><`` contradicts, ``&`` joins linked premises.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.graph.trace import Step
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.render.lines import Layout, Line, Segment, Style, cells, shortened, visible, wrap
from argmap.render.parts import NO_NOTES

if TYPE_CHECKING:
    from argmap.graph.paths import Link

_SIGNS: dict[Kind, str] = {
    "support": "+",
    "entailment": "+",
    "equivalence": "=",
    "rebuttal": "-",
    "undercut": "_",
    "contrary": "><",
    "contradiction": "><",
}
_DRAWN_SIGNS = {"+": "+", "=": "=", "-": "−", "_": "⊘", "><": "⇹"}
_LABELS: dict[Kind, str] = {
    "entailment": "entails it:",
    "equivalence": "means the same:",
    "undercut": "undercuts this step:",
    "contrary": "cannot be true as well:",
    "contradiction": "contradicts it:",
}
_UP_LABELS: dict[Kind, str] = {
    "support": "supports:",
    "entailment": "entails:",
    "equivalence": "means the same as:",
    "rebuttal": "rebuts:",
    "undercut": "undercuts a step to:",
    "contrary": "cannot be true together with:",
    "contradiction": "contradicts:",
}
_TONES: dict[str, Style] = {"(stands)": "for", "(falls)": "against", "(undecided)": "note"}
_GUTTER = 8
_NARROWEST = 16
_SHORTEST = 16
_FOLD = 30
"""Levels of indentation on lines that are not wrapped, before they begin again at the left."""

Member = Literal["", "first", "middle", "last"]


class Row(NamedTuple):
    """One claim of an outline, or the line above linked premises (which has no id)."""

    level: int
    words: str
    id: str = ""
    sign: str = ""
    label: str = ""
    stance: str = ""
    member: Member = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    style: Style = ""
    tone: Style = "dim"
    """The style of the note, or of the first one in brackets."""


def rows_of_reasons(
    map: ArgumentMap,
    steps: Iterable[Step],
    *,
    stances: bool,
    notes: Mapping[str, str] = NO_NOTES,
) -> Iterator[Row]:
    """The rows of a trace downwards; linked premises get a line of their own above them.

    ``notes`` are remarks to put after some of the claims.
    """
    above: list[tuple[int, str]] = []  # for each depth the level, and the relation told there
    for step in steps:
        del above[step.depth :]
        level = above[-1][0] + 1 if above else 0
        row = _row(map, step, notes.get(step.claim, ""), stances=stances)
        relation = map.relations.get(step.relation)
        if relation and above[-1][1] == relation.target and _is_linked(map, relation.target):
            level -= 1  # it hangs from the line above the linked premises, as they do
        if step.premises > 1:
            if step.premise == 1:
                yield Row(level, f"{row.label} together:".strip(), sign=row.sign, stance=row.stance)
            level += 1
            row = row._replace(sign="", label="", member=member_of(step.premise, step.premises))
        yield row._replace(level=level)
        above += [(level, step.relation)] * (step.depth + 1 - len(above))


def _row(map: ArgumentMap, step: Step, note: str, *, stances: bool) -> Row:
    """The row of a step, as if its premise were the only one."""
    claim = map.claims[step.claim]
    relation = map.relations.get(step.relation)
    return Row(
        0,
        claim.words,
        claim.id,
        sign=_SIGNS[relation.kind] if relation else "",
        label=label_of(relation) if relation else "",
        stance=step.stance if stances and relation else "",
        tags=_tags(claim),
        note=" ".join(filter(None, (note, _note(step)))),
        style="root" if relation is None else "reference" if step.repeat else "",
        tone=_tone_of(note),
    )


def _tone_of(note: str) -> Style:
    """The style of a remark: one that begins with a verdict has its colour."""
    return _TONES.get(note.partition(" ")[0], "dim")


def member_of(premise: int, premises: int) -> Member:
    """Where a premise stands in the bracket of its linked ones."""
    if premise == premises:
        return "last"
    return "first" if premise == 1 else "middle"


def rows_of_conclusions(
    map: ArgumentMap, steps: Iterable[Step], notes: Mapping[str, str] = NO_NOTES
) -> Iterator[Row]:
    """The rows of a trace upwards: what each claim bears on, with remarks after some claims."""
    for step in steps:
        relation = map.relations[step.relation]
        claim = map.claims[step.claim]
        yield Row(
            step.depth,
            claim.words,
            claim.id,
            _SIGNS[relation.kind],
            _up_label_of(relation),
            step.stance,
            tags=_tags(claim),
            note=" ".join(filter(None, (notes.get(step.claim, ""), _note(step)))),
            style="reference" if step.repeat else "",
            tone=_tone_of(notes.get(step.claim, "")),
        )


def rows_of_chain(map: ArgumentMap, start: str, links: "Iterable[Link]") -> Iterator[Row]:
    """The rows of one chain: its first claim, then each claim that it leads to."""
    yield Row(0, map.claims[start].words, start, style="root")
    for level, link in enumerate(links, 1):
        relation = map.relations[link.relation]
        others = len(relation.premises) - 1
        note = f"(together with {others} more)" if others and not relation.symmetric else ""
        words = map.claims[link.claim].words
        label = _up_label_of(relation)
        yield Row(level, words, link.claim, _SIGNS[relation.kind], label, note=note)


def _is_linked(map: ArgumentMap, relation: str) -> bool:
    """Whether a relation has a line of its own, above its premises and what bears on it."""
    return len(map.relations[relation].premises) > 1


def _tags(claim: Claim) -> tuple[str, ...]:
    """The tags of a claim that its text does not show."""
    shown = {mark.target for mark in claim.marks if mark.kind == "tag"}
    return tuple(f"#{tag}" for tag in claim.tags if tag not in shown)


def sign_of(relation: Relation) -> str:
    """The sign that stands before what a relation brings up."""
    return _SIGNS[relation.kind]


def label_of(relation: Relation) -> str:
    """What is said before what a relation brings up, beside its sign."""
    if relation.target_type == "relation" and relation.kind != "undercut":
        return "backs this step:" if relation.stance == "for" else "attacks this step:"
    if relation.target_type == "claim" and relation.kind == "undercut":
        return "undercuts it:"
    return _LABELS.get(relation.kind, "")


def _up_label_of(relation: Relation) -> str:
    """What is said before what a relation bears on, beside its sign."""
    if relation.target_type == "claim" and relation.kind == "undercut":
        return "undercuts:"
    return _UP_LABELS[relation.kind]


def _note(step: Step) -> str:
    if step.repeat == "cycle":
        return "(a circle: this is the claim above)"
    if step.repeat:
        return f"(see {step.repeat})"
    return f"(+{step.hidden} more)" if step.hidden else ""


def draw(rows: Sequence[Row], layout: Layout) -> Iterator[Line]:
    """The lines of an outline."""
    gutter = _GUTTER if any(row.stance for row in rows) else 0
    if not layout.drawn:
        for row in rows:
            yield _undrawn(row, gutter)
        return
    lasts = _last_of_its_level(rows)
    fold = _fold(layout.width)
    bars: list[str] = []
    glyphs = _ASCII if layout.ascii else _BOX
    for row, last in zip(rows, lasts, strict=True):
        del bars[row.level - 1 if row.level else 0 :]
        before = _folded(bars, row.level, fold, glyphs)
        tip, bar = _tip(row, glyphs, last=last)
        if row.level:
            bars.append(bar)
        after = _folded(bars, row.level + 1, fold, glyphs)
        yield from _drawn(row, layout, (before, tip, after), gutter)


def _fold(width: int | None) -> int:
    """How many levels of guides leave room for text on a line."""
    return max(2, min(width // 8, (width - 48) // 3)) if width else _FOLD


def _undrawn(row: Row, gutter: int) -> Line:
    """One row as one line that grep can use."""
    indent = "  " * (row.level % _FOLD)
    if row.level >= _FOLD:
        indent = f"{row.level}: {indent}"
    sign = f"{row.sign or '&'} " if row.level else ""
    parts = [row.label, row.words, f"[{row.id}]" if row.id else "", *row.tags, row.note]
    said = " ".join(part for part in parts if part)
    return [Segment(f"{row.stance:{gutter}}{indent}{sign}{said}")]


class _Glyphs(NamedTuple):
    tee: str
    corner: str
    bar: str
    gap: str
    dots: str
    member: dict[Member, tuple[str, str]]


_BOX = _Glyphs(
    "├─ ", "╰─ ", "│  ", "   ", "…",
    {"first": ("┏ ", "┃ "), "middle": ("┣ ", "┃ "), "last": ("┗ ", "  ")},
)  # fmt: skip
_ASCII = _Glyphs(
    "|- ", "`- ", "|  ", "   ", "...",
    {"first": ("/ ", "| "), "middle": ("| ", "| "), "last": ("\\ ", "  ")},
)  # fmt: skip


def _tip(row: Row, glyphs: _Glyphs, *, last: bool) -> tuple[str, str]:
    """What is drawn before a row, and what continues below it."""
    if not row.level:
        return "", ""
    if row.member:
        tip, bar = glyphs.member[row.member]
        # What hangs from the line above linked premises comes after them, at their level.
        return tip, bar if row.member != "last" or last else glyphs.bar[:2]
    return (glyphs.corner, glyphs.gap) if last else (glyphs.tee, glyphs.bar)


def _folded(bars: Sequence[str], level: int, fold: int, glyphs: _Glyphs) -> str:
    """The guides before a row; deep ones begin again at the left, after the number of the level."""
    if level <= fold:
        return "".join(bars[: max(0, level - 1)])
    base = (level - 1) // fold * fold
    return f"{base}{glyphs.dots} " + "".join(bars[base : max(base, level - 1)])


def _last_of_its_level(rows: Sequence[Row]) -> list[bool]:
    """For each row, whether no other follows it under the same parent."""
    lasts = [True] * len(rows)
    open_levels: list[bool] = []
    for index in range(len(rows) - 1, -1, -1):
        level = rows[index].level
        open_levels += [False] * (level + 1 - len(open_levels))
        lasts[index] = not open_levels[level]
        open_levels[level] = True
        del open_levels[level + 1 :]
    return lasts


def _drawn(row: Row, layout: Layout, guides: tuple[str, str, str], gutter: int) -> Iterator[Line]:
    """The lines of a row, wrapped under its own text.

    ``guides`` are what stands before the row, its tip, and what stands before its further lines.
    """
    before, tip, after = guides
    side: Style = row.stance if row.stance in {"for", "against"} else ""  # type: ignore[assignment]
    tone: Style = "undercut" if row.sign == "_" else "against" if row.sign in {"-", "><"} else "for"
    head = [
        Segment(f"{row.stance:{gutter}}", side),
        Segment(before, "dim"),
        Segment(tip, tone if row.member else "dim"),
    ]
    if row.sign:
        head.append(Segment(f"{row.sign if layout.ascii else _DRAWN_SIGNS[row.sign]} ", tone))
    room = layout.width or sys.maxsize
    used = sum(cells(segment.text) for segment in head)
    verdict, parted, remark = row.note.partition(") ")
    tail = [
        Segment(f"[{row.id}]" if row.id else "", "id"),
        Segment(" ".join(row.tags), "tag"),
        Segment(verdict + parted.rstrip(), row.tone),
        Segment(remark, "dim"),
    ]
    words = visible(row.words)
    if row.style == "reference":
        # What is told elsewhere is only called to mind.
        taken = used + sum(cells(segment.text) + 1 for segment in (*tail, Segment(row.label)))
        words = shortened(
            words, max(_SHORTEST, room - taken), (_ASCII if layout.ascii else _BOX).dots
        )
    said = [Segment(row.label, tone), Segment(words, row.style), *tail]
    hang = " " * gutter + after + "  " * bool(row.sign)
    first, rest = (max(_NARROWEST, room - part) for part in (used, cells(hang)))
    for number, line in enumerate(wrap(said, first, rest)):
        yield [*head, *line] if number == 0 else [Segment(hang, "dim"), *line]
