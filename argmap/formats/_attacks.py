"""Any map as arguments with names and attacks between them, for the formats that have no more.

A map of rebuttals from claim to claim is such a framework as it stands. Every other is translated
into one that comes to the same: see :mod:`argmap.semantics.translation`.
"""

from typing import NamedTuple

from argmap.formats._losses import Losses
from argmap.formats._unsaid import NAMES, note_unsaid, note_unsaid_of
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.semantics.knots import support_knots
from argmap.semantics.label import IN
from argmap.semantics.reasoning import Reasoning
from argmap.semantics.translation import names, translate

GIVEN = frozenset({"assumed", "unsure"})
"""The keys of data that say which claims are granted, as a framework does by its attacks."""
_INTO = "attacks that come to the same"


class Attacks(NamedTuple):
    """The arguments, and who attacks whom; the claims of the map keep their ids."""

    arguments: list[str]
    attacks: list[tuple[str, str]]


def attacks_of(map: ArgumentMap, losses: Losses) -> Attacks:
    """The framework of a map; what it cannot say is noted, and what it says in another way."""
    note_unsaid(map, losses, {"title"}, GIVEN)
    for claim in map.claims.values():
        if claim.text:
            losses.drop("texts", claim.id)
        if claim.title not in {"", claim.id}:
            losses.drop("titles", claim.id)
    for relation in map.relations.values():
        note_unsaid_of(relation, losses)
    if all(is_attack(relation) for relation in map.relations.values()):
        reasoning = Reasoning(map)
        if all(given == IN for given in reasoning.given):
            ends = ((r.premises[0], r.target) for r in map.relations.values())
            return Attacks(list(map.claims), list(ends))
    return translated(map, losses)


def translated(map: ArgumentMap, losses: Losses) -> Attacks:
    """The framework that comes to the same as a map; what is said in another way is noted."""
    reasoning = Reasoning(map)
    for relation in map.relations.values():
        if not is_attack(relation):
            losses.change(_name(relation), _INTO, relation.id)
    for number, statement in enumerate(reasoning.statements):
        if not statement.claims:
            continue
        for claim in statement.claims[1:]:
            losses.change("equivalent claims", "one argument", claim)
        if reasoning.given[number] != IN and not reasoning.speaking_for[number]:
            own = statement.claims[0]
            losses.change("claims not granted", "arguments with attackers", own)
    for knot in support_knots(reasoning):
        # A framework has no support that could be circular: what would fall is undecided there.
        own = reasoning.name(knot[0])
        losses.change("circles of support", "arguments that stay undecided", own)
    translation = translate(reasoning)
    called = _apart(names(reasoning, translation, first=True))
    attacks = [
        (called[attacker], called[argument])
        for argument, attackers in enumerate(translation.attackers)
        for attacker in attackers
    ]
    return Attacks(called, attacks)


def is_attack(relation: Relation) -> bool:
    """Whether a relation is a rebuttal from one claim to a claim."""
    plain = relation.kind == "rebuttal" and relation.target_type == "claim"
    return plain and len(relation.premises) == 1


def _name(relation: Relation) -> str:
    """What a relation that is no such attack is called in a report."""
    if relation.kind != "rebuttal":
        return NAMES[relation.kind]
    return (
        "rebuttals of steps"
        if relation.target_type == "relation"
        else ("rebuttals with linked premises")
    )


def _apart(called: list[str]) -> list[str]:
    """The names, with a mark where one is taken; claims come first, and so keep theirs."""
    taken: dict[str, None] = {}
    for called_name in called:
        name = called_name
        while name in taken:
            name += "'"
        taken[name] = None
    return list(taken)
