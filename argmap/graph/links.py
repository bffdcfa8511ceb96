"""Which claims of a map bear on which, by number: the whole map as a plain graph."""

from array import array
from collections.abc import Collection, Iterator
from typing import NamedTuple

from argmap.graph.rows import Rows, packed
from argmap.graph.walk import borne
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, KINDS, SYMMETRIC, Kind, Relation, Stance


class Links(NamedTuple):
    """What bears on each claim in one link.

    ``claims`` are the ids in the order written, which numbers them; ``reasons`` are, for each, the
    numbers of the claims that bear on it, in the order of `argmap.graph.walk.bearings` and as often
    as they do. ``against`` tells of each of those, in the order of ``reasons.values``, whether it
    speaks against the claim (1) or for it (0).
    """

    claims: list[str]
    reasons: Rows
    against: bytes


def links(map: ArgumentMap, kinds: Collection[Kind] = KINDS, stance: Stance | None = None) -> Links:
    """The links of a map, or those alone whose own relation is of these kinds and that speak so.

    Linear in the bearings of the map; about 50 bytes for each claim and 10 for each link.
    """
    claims = list(map.claims)
    number = {claim: place for place, claim in enumerate(claims)}
    targets, coded = array("i"), array("i")
    for claim, kind, premises, against in _bearings(map):
        if kind in kinds and (stance is None or (stance == "against") == against):
            target = number[claim]
            for premise in premises:
                targets.append(target)
                coded.append(2 * number[premise] + against)
    rows = packed(len(claims), targets, coded)
    reasons = Rows(rows.starts, array("i", (code >> 1 for code in rows.values)))
    return Links(claims, reasons, bytes(code & 1 for code in rows.values))


def _bearings(map: ArgumentMap) -> Iterator[tuple[str, Kind, Collection[str], bool]]:
    """The bearings on all claims, of each claim in the order of `bearings`.

    For each: the claim, the kind of the relation, its premises and whether they speak against it.
    """
    relations = map.relations.values()
    aimed_at = {relation.target for relation in relations if relation.target_type == "relation"}
    for relation in relations:
        kind = relation.kind
        if kind in SYMMETRIC or relation.id in aimed_at:
            for claim in _led_to(relation):
                if claim in map.claims:
                    for each, premises, says in borne(map, relation, claim):
                        yield claim, each.kind, premises, says == "against"
        elif relation.target_type == "claim":
            yield relation.target, kind, relation.premises, kind in AGAINST


def _led_to(relation: Relation) -> Collection[str]:
    """What a relation leads to by itself."""
    if relation.symmetric:
        return dict.fromkeys((*relation.premises, relation.target))
    return (relation.target,)
