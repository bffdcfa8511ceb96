"""What ``evaluate`` answers, and how verdicts are told wherever they are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, Line, Segment, Style, wrap
from argmap.render.parts import counted, heading
from argmap.semantics.comparing import Comparison
from argmap.semantics.judgement import HALF, Judgement
from argmap.semantics.label import Label

VERB: Mapping[Label, str] = {"in": "stands", "out": "falls", "undecided": "undecided"}
"""What is said of one claim."""
TONE: Mapping[Label, Style] = {"in": "for", "out": "against", "undecided": "note"}
_COUNTED: Mapping[Label | None, tuple[str, str]] = {
    "in": ("stands", "stand"),
    "out": ("falls", "fall"),
    "undecided": ("is undecided", "are undecided"),
    None: ("has no label", "have no label"),
}
_CAUSES: Mapping[str, str] = {
    "tie": "a tie, which can count as open or as lost",
    "loop": "claims that only support each other, which can count as fallen or as open",
    "choice": "each side of a conflict comes to the same, or only one can be taken",
    "standard": "Carneades weighs reasons by its own standards",
    "weight": "strengths weigh reasons against each other, and labels do not",
}
_ENDLESS = 10**9
_UNKNOWN = "no label"
_COLUMN = max(map(len, VERB.values())) + 4


def judgement_lines(
    map: ArgumentMap, judgement: Judgement, claims: Sequence[str], layout: Layout
) -> Iterator[Line]:
    """A line for each claim, its verdict or strength first, and a last line that sums up."""
    for id in claims:
        if id in judgement.strengths:
            strength = judgement.strengths[id]
            head = Segment("-" if strength is None else f"{strength:.3f}", _tone(strength))
        else:
            label = judgement.claims[id]
            head = Segment(VERB[label], TONE[label]) if label else Segment(_UNKNOWN, "dim")
        yield from columned(head, _said(map, id), layout)
    if len(claims) != 1 and not judgement.strengths:
        yield []
        yield [Segment(tally([judgement.claims[id] for id in claims]), "dim")]


def labelling_lines(
    map: ArgumentMap,
    labellings: Sequence[Mapping[str, Label]],
    claims: Sequence[str],
    layout: Layout,
) -> Iterator[Line]:
    """Each labelling by the claims that not all labellings label alike."""
    alike = [id for id in claims if len({labels[id] for labels in labellings}) == 1]
    for number, labels in enumerate(labellings, 1):
        yield from heading(f"labelling {number}: {tally([labels[id] for id in claims])}", layout)
        for id in claims:
            if id not in alike:
                yield from verdict_line(map, id, labels[id], layout)
        yield []
    if labellings:
        yield [Segment(f"{counted(len(alike), 'claim')} alike in all of them", "dim")]


def comparison_lines(map: ArgumentMap, found: Comparison, layout: Layout) -> Iterator[Line]:
    """The claims that the semantics disagree about, what each says, and why."""
    for each in found.disagreements:
        yield from wrap_line(_said(map, each.claim), layout)
        sides: dict[str, list[str]] = {}
        for name, label in each.labels.items():
            sides.setdefault(VERB[label] if label else _UNKNOWN, []).append(name)
        for verb, names in sides.items():
            yield from columned(Segment(f"  {verb}"), [Segment(", ".join(names))], layout)
        why = "; ".join(_CAUSES[cause] for cause in each.causes)
        yield from columned(Segment("  why", "dim"), [Segment(why, "dim")], layout)
    if found.disagreements:
        yield []
    many = len(found.disagreements)
    agreed = counted(found.claims - many, "claim")
    yield [Segment(f"the semantics agree about {agreed}, and disagree about {many}", "dim")]
    for remark in found.remarks:
        yield from wrap_line([Segment(remark, "dim")], layout)


def _said(map: ArgumentMap, id: str) -> Line:
    return [Segment(map.claims[id].words), Segment(f"[{id}]", "id")]


def wrap_line(line: Line, layout: Layout) -> Iterator[Line]:
    """A line in as many as it takes."""
    room = layout.width or _ENDLESS
    yield from wrap(line, room, room)


def verdict_line(map: ArgumentMap, id: str, label: Label, layout: Layout) -> Iterator[Line]:
    """A claim after its verdict."""
    yield from columned(Segment(VERB[label], TONE[label]), _said(map, id), layout)


def columned(head: Segment, said: Line, layout: Layout) -> Iterator[Line]:
    """A line with something in a column before it."""
    room = (layout.width or _ENDLESS) - _COLUMN
    padded = Segment(f"{head.text:{_COLUMN}}", head.style)
    for number, line in enumerate(wrap(said, room, room)):
        yield [padded if number == 0 else Segment(" " * _COLUMN), *line]


def _tone(strength: float | None) -> Style:
    if strength is None:
        return "dim"
    return "for" if strength > HALF else "against" if strength < HALF else ""


def verdict_notes(labels: Mapping[str, Label]) -> dict[str, str]:
    """What to put after each claim in an outline."""
    return {id: f"({VERB[label]})" for id, label in labels.items()}


def tally(labels: Sequence[Label | None]) -> str:
    """How many claims stand, fall and are undecided, in words."""
    counts = Counter(labels)
    said = [
        f"{counts[label]} {many if counts[label] != 1 else one}"
        for label, (one, many) in _COUNTED.items()
        if counts[label]
    ]
    return f"{counted(len(labels), 'claim')}: {', '.join(said)}" if said else "no claims"
