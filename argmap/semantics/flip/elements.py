"""The things that can be given up, or refuted, to change a verdict."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.semantics.flip.cone import Cone
from argmap.semantics.flip.question import Question
from argmap.semantics.grounded import Labelling
from argmap.semantics.label import OUT


class Element(NamedTuple):
    """A claim or a relation, by id, and the statements and steps that fall with it."""

    id: str
    statements: tuple[int, ...] = ()
    steps: tuple[int, ...] = ()


def elements_of(cone: Cone, labelling: Labelling, question: Question) -> list[Element]:
    """What may be changed: claims in the order written, then relations."""
    found: list[Element] = []
    if question.only != "relations":
        found += _claims(cone, labelling, question)
    if question.only != "claims" and question.by == "withdraw":
        broken = cone.reasoning.broken
        for id, steps in cone.relations.items():
            if broken.isdisjoint(steps):
                found.append(Element(id, steps=steps))
    return found


def _claims(cone: Cone, labelling: Labelling, question: Question) -> Iterator[Element]:
    reasoning = cone.reasoning
    for id, statements in cone.claims.items():
        first = statements[0]
        if first in reasoning.refused or (cone.goal in statements and not question.itself):
            continue
        if question.by == "attack":
            if labelling.statements[first] != OUT:
                yield Element(id, statements)
        elif reasoning.given[first] != OUT:
            assumed = reasoning.what_if.assumed
            if not any(claim in assumed for claim in reasoning.statements[first].claims):
                yield Element(id, statements)
