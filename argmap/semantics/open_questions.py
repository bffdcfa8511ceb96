"""Open questions: what a claim would come to if one that the map is unsure of were settled."""

from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import PLAIN, Policies, evaluate
from argmap.semantics.label import Label


class Settled(NamedTuple):
    """What a claim comes to if an unsure claim holds, and if it does not.

    It needs no trying out that the verdict is settled where it is not undecided: what follows while
    a question is open follows whatever its answer is. The other way round, what is undecided can
    still come to the same with either answer.
    """

    unsure: str
    if_so: Label
    if_not: Label


def open_questions(map: ArgumentMap, claim: str, policies: Policies = PLAIN) -> list[Settled]:
    """The other unsure claims whose answer would settle an undecided claim, in the order written.

    Two evaluations for each claim that the map is unsure of.
    """
    supposed_already = {*policies.what_if.assumed, *policies.what_if.withdrawn}
    found = []
    for unsure in map.claims.values():
        if unsure.data.get("unsure") is not True or unsure.id in supposed_already:
            continue
        labels: list[Label] = []
        for part in ("assumed", "withdrawn"):
            supposed = (*getattr(policies.what_if, part), unsure.id)
            what_if = policies.what_if._replace(**{part: supposed})
            reasoning, _, found_so = evaluate(map, policies._replace(what_if=what_if))
            labels.append(found_so.claims[claim])
        same = reasoning.statement_of[unsure.id] == reasoning.statement_of[claim]
        if not same and labels != ["undecided", "undecided"]:
            found.append(Settled(unsure.id, *labels))
    return found
