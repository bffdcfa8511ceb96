"""Pairs side by side: what speaks for, and against it what speaks against."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from argmap.graph.pairs import Pair
from argmap.model.map import ArgumentMap
from argmap.model.relation import Stance
from argmap.render.lines import Layout, Line, Segment, Style, cells, wrap
from argmap.render.parts import heading

_WIDE_ENOUGH = 100
_EMPTY: Line = []


def draw_pairs(map: ArgumentMap, pairs: Sequence[Pair], layout: Layout) -> Iterator[Line]:
    """Each pair with what it rests on, in two columns where there is room."""
    over = ""
    for number, pair in enumerate(pairs, 1):
        if pair.over != over:
            over = pair.over
            words = map.claims[over].words
            yield from heading(f"for and against: {words}", layout)
        if layout.drawn and number > 1:
            yield []
        if layout.drawn and (layout.width or 0) >= _WIDE_ENOUGH:
            yield from _beside(map, pair, layout, layout.width or 0)
        else:
            yield from _below(map, pair, number, layout)


def _beside(map: ArgumentMap, pair: Pair, layout: Layout, width: int) -> Iterator[Line]:
    between = "  ><  " if layout.ascii else "  ⇹  "
    room = (width - cells(between)) // 2
    left = _column(map, pair.pro, "for", room)
    right = _column(map, pair.con, "against", room)
    for number, (one, other) in enumerate(zip_longest(left, right, fillvalue=_EMPTY)):
        used = sum(cells(segment.text) for segment in one)
        middle = " " * cells(between) if number else between
        yield [*one, Segment(" " * (room - used)), Segment(middle, "dim"), *other]


def _below(map: ArgumentMap, pair: Pair, number: int, layout: Layout) -> Iterator[Line]:
    sides: tuple[tuple[str, Stance], ...] = ((pair.pro, "for"), (pair.con, "against"))
    for claim, stance in sides:
        if layout.drawn:
            yield from _column(map, claim, stance, layout.width or 10**6)
            continue
        for line in _column(map, claim, stance, 10**6):
            yield [Segment(f"pair {number}  "), *line]


def _column(map: ArgumentMap, claim: str, stance: Stance, room: int) -> list[Line]:
    """A side of a pair, and under it what it rests on."""
    reasons = (p for r in map.bearing_on(claim) if r.stance == "for" for p in r.premises)
    said = [(f"{stance:8}", claim), *((" " * 8 + "+ ", reason) for reason in reasons)]
    lines: list[Line] = []
    for place, (head, id) in enumerate(said):
        tone: Style = "" if place else "root"
        segments = [Segment(map.claims[id].words, tone), Segment(f"[{id}]", "id")]
        for number, line in enumerate(wrap(segments, room - len(head), room - len(head))):
            lead = " " * len(head) if number else head
            lines.append([Segment(lead, "for" if stance == "for" else "against"), *line])
    return lines
