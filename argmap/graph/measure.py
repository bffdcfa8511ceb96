"""How large, deep and balanced a map is, and what it leaves open."""

from collections import Counter
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from argmap.graph.cycles import circles, cycles
from argmap.graph.links import Links, links
from argmap.graph.order import condensed, theses
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, KINDS, SYMMETRIC, Kind, Relation

_EFFORT = 1_000_000
_FOR, _AGAINST = 1, 2
_TURNED = {_FOR: _AGAINST, _AGAINST: _FOR, _FOR | _AGAINST: _FOR | _AGAINST}


class Balance(NamedTuple):
    """How many of a thesis's grounds speak for it and against it, by their shortest ways to it.

    ``both`` counts those with equally short ways of either kind.
    """

    thesis: str
    pro: int
    con: int
    both: int


class Measures(NamedTuple):
    """The measures of a map; claims and relations are given by id, in the order written.

    ``depth``: the links of the longest chain of reasoning; links inside circles do not count.
    ``theses``: what all reasoning leads to (`argmap.graph.order.theses`).
    ``leaves``: the claims that nothing bears on.
    ``isolated``: the claims that no relation touches; they are theses and leaves as well.
    ``unsupported``: the other theses, and the claims that something speaks against, that nothing
    speaks for.
    ``unanswered``: the relations that speak against something while nothing speaks against them.
    ``pro`` and ``con``: the relations whose premises speak for their target, and against it.
    ``balance``: see `balances`.
    ``cycles``: one circle of claims for each knot (`argmap.graph.cycles.cycles`).
    ``components``: the number of parts that no relation connects.
    """

    claims: int
    relations: int
    kinds: dict[Kind, int]
    arguments: int
    depth: int
    theses: tuple[str, ...]
    leaves: tuple[str, ...]
    isolated: tuple[str, ...]
    unsupported: tuple[str, ...]
    unanswered: tuple[str, ...]
    pro: int
    con: int
    balance: tuple[Balance, ...]
    cycles: tuple[tuple[str, ...], ...]
    components: int


def measure(map: ArgumentMap) -> Measures:
    """The measures of a map; all linear but for the balance (see `balances`)."""
    whole = links(map)
    order = condensed(whole)
    roots = theses(map, order)
    kinds = Counter([relation.kind for relation in map.relations.values()])
    con = sum(kinds[kind] for kind in AGAINST)
    hit, supported, used = _uses(map)
    final = set(roots)
    alone = [claim for claim in map.claims if claim not in hit and claim not in used]
    one_way = SYMMETRIC.isdisjoint(kinds)
    return Measures(
        claims=len(map.claims),
        relations=len(map.relations),
        kinds={kind: kinds[kind] for kind in KINDS},
        arguments=len(map.arguments),
        depth=max(order.layers, default=0),
        theses=tuple(roots),
        leaves=tuple(claim for claim in map.claims if claim not in hit),
        isolated=tuple(alone),
        unsupported=tuple(
            claim
            for claim in map.claims
            if claim not in supported
            # What bears on a claim and does not support it speaks against it.
            and (claim in hit or (claim in final and claim in used))
        ),
        unanswered=unanswered(map),
        pro=len(map.relations) - con,
        con=con,
        balance=balances(whole, final.difference(alone)),
        cycles=tuple(circles(whole, order.peeled) if one_way else cycles(map)),
        components=_components(whole),
    )


def _uses(map: ArgumentMap) -> tuple[set[str], set[str], set[str]]:
    """What relations bear on, what they speak for, and what is drawn from; by id."""
    hit: set[str] = set()
    supported: set[str] = set()
    used: set[str] = set()
    for relation in map.relations.values():
        ends = hit_by(relation) if relation.symmetric else (relation.target,)
        hit.update(ends)
        if relation.stance == "for":
            supported.update(ends)
        used.update(ends if relation.symmetric else relation.premises)
    return hit, supported, used


def is_isolated(map: ArgumentMap, claim: str) -> bool:
    """Whether no relation touches a claim."""
    return not map.bearing_on(claim) and not map.drawn_from(claim)


def is_supported(map: ArgumentMap, claim: str) -> bool:
    """Whether a relation speaks for a claim itself."""
    return any(relation.stance == "for" for relation in map.bearing_on(claim))


def attacks(map: ArgumentMap) -> dict[str, int]:
    """How many relations speak against each claim and each step themselves, where any do."""
    number: dict[str, int] = {}
    for relation in map.relations.values():
        if relation.stance == "against":
            for end in hit_by(relation):
                number[end] = number.get(end, 0) + 1
    return number


def hit_by(relation: Relation) -> set[str]:
    """The claims, or the step, that a relation bears on directly."""
    return {relation.target, *(relation.premises if relation.symmetric else ())}


def unanswered(map: ArgumentMap) -> tuple[str, ...]:
    """The relations that speak against something while nothing speaks against them.

    That is: no other relation speaks against their step or any premise of theirs, all ends of a
    symmetric relation being its premises. Linear.
    """
    number = attacks(map)

    def is_open(relation: Relation) -> bool:
        own = hit_by(relation)
        parts = own.union(relation.premises) if relation.symmetric else relation.premises
        return all(number.get(part, 0) == (part in own) for part in (relation.id, *parts))

    against = [relation for relation in map.relations.values() if relation.stance == "against"]
    return tuple(relation.id for relation in against if is_open(relation))


def balances(
    links: Links, claims: AbstractSet[str], *, effort: int = _EFFORT
) -> tuple[Balance, ...]:
    """The balance of each of these claims, in the order written, as far as the effort goes.

    Each takes a walk over its grounds, so that many theses on much common ground would take
    quadratic time. No further one is begun after walks of a million links in all (seconds), so
    that claims at the end may be missing; the first never is.
    """
    found = []
    for number, claim in enumerate(links.claims):
        if claim in claims:
            if effort < 0:
                break
            ways, cost = _ways(links, number)
            effort -= cost
            pro, con = ways.count(_FOR), ways.count(_AGAINST)
            found.append(Balance(claim, pro, con, len(ways) - pro - con))
    return tuple(found)


def _ways(links: Links, thesis: int) -> tuple[list[int], int]:
    """How each ground of a claim speaks by its shortest ways to it, and the links looked at."""
    starts, reasons, against = links.reasons.starts, links.reasons.values, links.against
    cost = 1
    stance = {thesis: _FOR}
    level = stance
    while level:
        below: dict[int, int] = {}
        for claim, way in level.items():
            begin, end = starts[claim], starts[claim + 1]
            cost += end - begin
            for place in range(begin, end):
                ground = reasons[place]
                if ground not in stance:
                    turned = _TURNED[way] if against[place] else way
                    below[ground] = below.get(ground, 0) | turned
        stance |= below
        level = below
    del stance[thesis]
    return list(stance.values()), cost


def _components(links: Links) -> int:
    """The number of weakly connected parts, by union of sets with path halving."""
    parent = list(range(len(links.claims)))

    def root(claim: int) -> int:
        while parent[claim] != claim:
            parent[claim] = claim = parent[parent[claim]]
        return claim

    for claim, reasons in enumerate(links.reasons):
        for reason in reasons:
            parent[root(reason)] = root(claim)
    return sum(claim == above for claim, above in enumerate(parent))
