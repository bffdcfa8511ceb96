"""Verdicts: the labels of a map's claims, relations and arguments."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.label import LABEL_OF, Label
from argmap.semantics.reasoning import Reasoning


class Verdicts(NamedTuple):
    """The label of everything in a map, by id, in the order written.

    A relation is in if its premises count: they stand, and the step may be taken. An argument is in
    if all its steps are, or its gist.
    """

    claims: Mapping[str, Label]
    relations: Mapping[str, Label]
    arguments: Mapping[str, Label]


def verdicts(reasoning: Reasoning, statements: Sequence[int], steps: Sequence[int]) -> Verdicts:
    """The verdicts that labels of statements and steps, by number, come to."""
    map = reasoning.map
    claims = {id: LABEL_OF[statements[reasoning.statement_of[id]]] for id in map.claims}
    relations = {}
    for id, relation in map.relations.items():
        own = [LABEL_OF[steps[step]] for step in reasoning.steps_of(id)]
        # An equivalence says that claims are one, and is no step that could fail.
        relations[id] = best(own) if own else claims.get(relation.target, "in")
    return Verdicts(claims, relations, arguments_of(map, claims, relations))


def arguments_of(
    map: ArgumentMap, claims: Mapping[str, Label], relations: Mapping[str, Label]
) -> dict[str, Label]:
    """The labels of the arguments, from those of their gists or their steps."""
    found: dict[str, Label] = {}
    for id, argument in map.arguments.items():
        if argument.gist is not None:
            found[id] = claims[argument.gist]
        else:
            found[id] = worst(relations[step] for step in argument.relations)
    return found


def best(labels: Iterable[Label]) -> Label:
    """In if any is, else out if all are."""
    known = set(labels)
    return "in" if "in" in known else "undecided" if "undecided" in known else "out"


def worst(labels: Iterable[Label]) -> Label:
    """Out if any is, else in if all are."""
    known = set(labels)
    return "out" if "out" in known else "undecided" if "undecided" in known else "in"
