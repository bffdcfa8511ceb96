"""Answering what would change a verdict."""

from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import PLAIN, Policies
from argmap.semantics.flip.cone import cone_of
from argmap.semantics.flip.elements import elements_of
from argmap.semantics.flip.question import Flip, Flips, Question
from argmap.semantics.flip.search import Search
from argmap.semantics.grounded import grounded
from argmap.semantics.reasoning import Reasoning

_OF_A_SIZE = 100
"""So many sets are put into order, at most."""


def flips(map: ArgumentMap, question: Question, policies: Policies = PLAIN) -> Flips:
    """The smallest sets of changes by which a claim comes to a verdict that is wanted.

    Every set has been evaluated. The search is that of a MaxSAT solver (RC2; Ignatiev, Morgado and
    Marques-Silva 2019), exponential at worst, on the part of the map that bears on the claim.
    """
    reasoning = Reasoning(map, policies.ties, policies.what_if)
    cone = cone_of(reasoning, question.claim)
    elements = elements_of(cone, grounded(cone.reasoning, policies.loops), question)
    search = Search(cone, elements, question, policies.loops)
    place = {element.id: number for number, element in enumerate(elements)}
    found: list[Flip] = []
    more = False
    for changed, label in search.sets():
        # Sets of one size come in any order: the first of them as written are wanted.
        enough = len(found) >= question.ways and len(changed) > len(found[-1].elements)
        if enough or len(found) >= max(question.ways, _OF_A_SIZE):
            more = True
            break
        found.append(Flip(tuple(element.id for element in changed), label))
    found.sort(key=lambda flip: (len(flip.elements), [place[id] for id in flip.elements]))
    more = more or len(found) > question.ways
    return Flips(tuple(found[: question.ways]), more, search.complete)
