"""Pairs side by side: what speaks for, and against it what speaks against."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from argmap.graph.pairs import Pair
from argmap.model.map import ArgumentMap
from argmap.model.relation import Stance
from argmap.render.lines import Layout, Line, Segment, cells, wrap
from argmap.render.parts import NO_NOTES, heading

_WIDE_ENOUGH = 100
_EMPTY: Line = []


def draw_pairs(
    map: ArgumentMap,
    pairs: Sequence[Pair],
    layout: Layout,
    notes: Mapping[str, str] = NO_NOTES,
) -> Iterator[Line]:
    """Each pair with what it rests on, in two columns where there is room.

    ``notes`` are remarks to put after some of the claims.
    """
    columns = _Columns(map, notes)
    over = ""
    for number, pair in enumerate(pairs, 1):
        if pair.over != over:
            over = pair.over
            words = map.claims[over].words
            yield from heading(f"for and against: {words}", layout)
        if layout.drawn and number > 1:
            yield []
        if layout.drawn and (layout.width or 0) >= _WIDE_ENOUGH:
            yield from _beside(columns, pair, layout, layout.width or 0)
        else:
            yield from _below(columns, pair, number, layout)


def _beside(columns: "_Columns", pair: Pair, layout: Layout, width: int) -> Iterator[Line]:
    between = "  ><  " if layout.ascii else "  ⇹  "
    room = (width - cells(between)) // 2
    left = columns.side(pair.pro, "for", room)
    right = columns.side(pair.con, "against", room)
    for number, (one, other) in enumerate(zip_longest(left, right, fillvalue=_EMPTY)):
        used = sum(cells(segment.text) for segment in one)
        middle = " " * cells(between) if number else between
        yield [*one, Segment(" " * (room - used)), Segment(middle, "dim"), *other]


def _below(columns: "_Columns", pair: Pair, number: int, layout: Layout) -> Iterator[Line]:
    sides: tuple[tuple[str, Stance], ...] = ((pair.pro, "for"), (pair.con, "against"))
    for claim, stance in sides:
        if layout.drawn:
            yield from columns.side(claim, stance, layout.width or 10**6)
            continue
        for line in columns.side(claim, stance, 10**6):
            yield [Segment(f"pair {number}  "), *line]


class _Columns:
    """The sides of pairs."""

    def __init__(self, map: ArgumentMap, notes: Mapping[str, str]) -> None:
        self._map = map
        self._notes = notes

    def side(self, claim: str, stance: Stance, room: int) -> list[Line]:
        """A side of a pair, and under it what it rests on."""
        bearing = self._map.bearing_on(claim)
        reasons = (p for r in bearing if r.stance == "for" for p in r.premises)
        said = [(f"{stance:8}", claim), *((" " * 8 + "+ ", reason) for reason in reasons)]
        lines: list[Line] = []
        for place, (head, id) in enumerate(said):
            words = Segment(self._map.claims[id].words, "" if place else "root")
            segments = [words, Segment(f"[{id}]", "id"), Segment(self._notes.get(id, ""), "dim")]
            for number, line in enumerate(wrap(segments, room - len(head), room - len(head))):
                lead = " " * len(head) if number else head
                lines.append([Segment(lead, "for" if stance == "for" else "against"), *line])
        return lines
