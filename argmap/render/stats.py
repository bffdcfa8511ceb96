"""What ``stats`` answers."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.graph.measure import Measures
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, Kind
from argmap.render.lines import Layout, Line, Segment, wrap
from argmap.render.parts import counted, facts, heading
from argmap.semantics.flip.robustness import Robustness

if TYPE_CHECKING:
    from argmap.graph.total import Totals

_COLUMN = 12


def stats_lines(
    map: ArgumentMap, measures: Measures, layout: Layout, robust: Sequence[Robustness] = ()
) -> Iterator[Line]:
    """The figures of a map, then the claims and relations that deserve a look."""
    yield from heading(map.title, layout)
    yield from facts(
        [
            ("claims", str(measures.claims)),
            ("relations", _counted_by_kind(measures.relations, measures.kinds)),
            ("balance", f"{measures.pro} for, {measures.con} against"),
            ("arguments", str(measures.arguments)),
            ("depth", str(measures.depth)),
            ("components", str(measures.components)),
            ("cycles", str(len(measures.cycles))),
        ]
    )
    for balance in measures.balance:
        both = f", {balance.both} both ways" if balance.both else ""
        said = f"{balance.pro} for, {balance.con} against{both}"
        yield from _noted("thesis", map.claims[balance.thesis], layout, said)
    for each in robust:
        said = f"falls with {counted(each.size, 'loss')}" if each.size else "nothing fells it"
        bearing = f", none without {', '.join(each.load_bearing)}" if each.load_bearing else ""
        yield from _noted("robust", map.claims[each.claim], layout, said + bearing)
    for claim in measures.unsupported:
        yield from _noted("unsupported", map.claims[claim], layout)
    for claim in measures.isolated:
        yield from _noted("isolated", map.claims[claim], layout)
    for id in measures.unanswered:
        relation = map.relations[id]
        for premise in relation.premises:
            yield from _noted("unanswered", map.claims[premise], layout, f"{relation.kind} {id}")
    for cycle in measures.cycles:
        yield [Segment(f"{'cycle':12}", "dim"), Segment(" → ".join((*cycle, cycle[0])))]


def totals_lines(name: str, totals: "Totals", layout: Layout) -> Iterator[Line]:
    """How much is in many maps together, and how many deserve a look."""
    yield from heading(name, layout)
    number = sum(totals.kinds.values())
    against = sum(totals.kinds[kind] for kind in AGAINST)
    yield from facts(
        [
            ("maps", str(totals.maps)),
            ("claims", str(totals.claims)),
            ("relations", _counted_by_kind(number, totals.kinds)),
            ("balance", f"{number - against} for, {against} against"),
            ("arguments", str(totals.arguments)),
            ("depth", str(totals.depth)),
            ("components", str(totals.components)),
            ("cycles", str(totals.cycles)),
        ]
    )
    for what in ("theses", "unsupported", "isolated", "unanswered"):
        yield [Segment(f"{what:{_COLUMN}}", "dim"), Segment(str(getattr(totals, what)))]


def _counted_by_kind(number: int, kinds: Mapping[Kind, int]) -> str:
    said = ", ".join(f"{each} {kind}" for kind, each in kinds.items() if each)
    return f"{number} ({said})" if said else "0"


def _noted(what: str, claim: Claim, layout: Layout, said: str = "") -> Iterator[Line]:
    """A claim that deserves a look, and why."""
    room = (layout.width or sys.maxsize) - _COLUMN
    parts = [Segment(claim.words), Segment(f"[{claim.id}]", "id"), Segment(said, "dim")]
    for number, line in enumerate(wrap(parts, room, room)):
        yield [Segment(f"{'' if number else what:{_COLUMN}}", "dim"), *line]
