"""Objections to what the map argues for are left without an answer.

An objection counts if it speaks against a thesis, or against what speaks for one: directly, or by
undercutting a step. It is answered if something speaks against it, or undercuts it. A map may well
leave objections open; this is a note, one for the whole map, so that none is left open unseen. An
answer needs no answer. Objections to a thesis that nothing speaks for are told of as such, and
conflicts in which neither side gives way, too.

Bad::

    [Night trains]: There should be more night trains.
      + [Sleep]: One travels while asleep.
      - [Price]: They cost more than a flight.

Good::

    [Night trains]: There should be more night trains.
      + [Sleep]: One travels while asleep.
      - [Price]: They cost more than a flight.
        - [Hotel]: They save a night at a hotel.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of, some_of
from argmap.graph.measure import hit_by, is_supported, unanswered
from argmap.graph.order import theses
from argmap.graph.walk import bearings, opposite
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Stance


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield one note if objections to theses, or to what speaks for them, are open. Linear.

    A claim is on the side that its shortest way to a thesis puts it on.
    """
    open_ones = _open_objections(map)
    objections = [relation for relation in map.relations.values() if relation.id in open_ones]
    if not objections:
        return
    claims = dict.fromkeys(premise for objection in objections for premise in objection.premises)
    yield Diagnostic(
        CHECK.code,
        "note",
        f"nothing answers the objection{'s' * (len(claims) > 1)} "
        f"{some_of([name_of(map.claims[claim]) for claim in claims])}",
        objections[0].span or map.claims[next(iter(claims))].span,
        "answer with - or _ on the line below one, if there is an answer",
        tuple(claims),
    )


def _open_objections(map: ArgumentMap) -> set[str]:
    """The rebuttals and undercuts against the side of a thesis that nothing speaks against."""
    found = set()
    left = {id for id in unanswered(map) if not map.relations[id].symmetric}
    roots = theses(map)
    elsewhere = _told_elsewhere(map, roots)
    side: dict[str, Stance] = dict.fromkeys(roots, "for")
    waiting = list(roots)
    for claim in waiting:  # grows under way
        for bearing in bearings(map, claim):
            stance = bearing.stance if side[claim] == "for" else opposite(bearing.stance)
            relation = bearing.relation
            is_told = relation.target in elsewhere or relation.target in relation.premises
            if stance == "against" and relation.id in left and not is_told:
                found.add(relation.id)
            for premise in bearing.premises:
                if premise not in side:
                    side[premise] = stance
                    waiting.append(premise)
    return found


def _told_elsewhere(map: ArgumentMap, roots: list[str]) -> set[str]:
    """The claims objections to which call for something else than an answer.

    They go with theses that nothing speaks for, and decide between claims in conflict.
    """
    found = {root for root in roots if not is_supported(map, root)}
    for relation in map.relations.values():
        if relation.symmetric and relation.stance == "against":
            found |= hit_by(relation)
    return found


CHECK = Check("RE13", "unanswered-rebuttal", run)
