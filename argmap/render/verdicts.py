"""What ``evaluate`` answers, and how verdicts are told wherever they are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, Line, Segment, Style, wrap
from argmap.render.parts import counted
from argmap.semantics.label import Label

VERB: Mapping[Label, str] = {"in": "stands", "out": "falls", "undecided": "undecided"}
"""What is said of one claim."""
TONE: Mapping[Label, Style] = {"in": "for", "out": "against", "undecided": "note"}
_COUNTED: Mapping[Label, tuple[str, str]] = {
    "in": ("stands", "stand"),
    "out": ("falls", "fall"),
    "undecided": ("is undecided", "are undecided"),
}
_COLUMN = max(map(len, VERB.values())) + 2


def verdict_lines(
    map: ArgumentMap, labels: Mapping[str, Label], claims: Sequence[str], layout: Layout
) -> Iterator[Line]:
    """A line for each claim, its verdict first, and how many there are of each."""
    for id in claims:
        said = [Segment(map.claims[id].words), Segment(f"[{id}]", "id")]
        head = Segment(f"{VERB[labels[id]]:{_COLUMN}}", TONE[labels[id]])
        room = (layout.width or 10**9) - _COLUMN
        for number, line in enumerate(wrap(said, room, room)):
            yield [head if number == 0 else Segment(" " * _COLUMN), *line]
    if len(claims) != 1:
        yield []
        yield [Segment(tally([labels[id] for id in claims]), "dim")]


def verdict_notes(labels: Mapping[str, Label]) -> dict[str, str]:
    """What to put after each claim in an outline."""
    return {id: f"({VERB[label]})" for id, label in labels.items()}


def tally(labels: Sequence[Label]) -> str:
    """How many claims stand, fall and are undecided, in words."""
    counts = Counter(labels)
    said = [
        f"{counts[label]} {many if counts[label] != 1 else one}"
        for label, (one, many) in _COUNTED.items()
        if counts[label]
    ]
    return f"{counted(len(labels), 'claim')}: {', '.join(said)}" if said else "no claims"
