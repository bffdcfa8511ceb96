"""What a map comes to where there can be several labellings: in all of them, or in some.

The semantics are those of abstract frameworks, asked of the framework of the map. What the grounded
labelling decides is decided in the same way in all labellings but those of stage semantics, so that
only the rest is searched.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import Evaluation, Policies, evaluate
from argmap.semantics.frameworks.asking import Answer, accepted, labellings, possible
from argmap.semantics.frameworks.deadline import NEVER, Deadline, OutOfTimeError
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.label import IN, LABEL_OF, LABELS, OUT, Label
from argmap.semantics.translation import Foundation, Translation, extended, translate

Mode = Literal["skeptical", "credulous"]
STAGE = "stage"
STABLE = "stable"


class Labels(NamedTuple):
    """The label of each claim that was asked about; ``None`` if it was not found in time.

    Skeptically a claim is in or out if it is so in all labellings; credulously it is in if it is so
    in some, and out if it is so in some and in none in; otherwise it is undecided. ``vacuous`` if
    there is no labelling at all, and so no label for any claim.
    """

    claims: Mapping[str, Label | None]
    vacuous: bool = False


class Search:
    """The labellings of a map by a semantics other than the grounded one.

    Raises :class:`~argmap.semantics.frameworks.solver.SolverMissing` where a solver is needed that
    is not installed.
    """

    def __init__(
        self,
        map: ArgumentMap,
        semantics: str,
        policies: Policies,
        deadline: Deadline = NEVER,
    ) -> None:
        self._map = map
        self._semantics = semantics
        self._deadline = deadline
        self.grounded: Evaluation = evaluate(map, policies)
        self._translation: Translation = translate(self.grounded.reasoning)
        self._with_negations()
        self._framework = Framework(self._translation.attackers)
        foundation = Foundation(self.grounded.reasoning, self._translation)
        wanted = policies.loops == "out" and bool(foundation) and semantics != STAGE
        self._refine = foundation if wanted else None
        self._start = (
            None if semantics == STAGE else extended(self._translation, self.grounded.labelling)
        )

    def _with_negations(self) -> None:
        """Give every statement of claims an argument that is in when it is out."""
        attackers, negations = self._translation.attackers, self._translation.negations
        for number, statement in enumerate(self.grounded.reasoning.statements):
            if statement.claims and number not in negations:
                negations[number] = len(attackers)
                attackers.append([number])

    def labels(self, claims: Sequence[str], mode: Mode) -> Labels:
        """What the claims come to."""
        known = {id: self._if_decided(id) for id in claims}
        if self._semantics not in {STAGE, STABLE} and None not in known.values():
            return Labels(known)
        try:
            example = next(self.all(1), None)
        except OutOfTimeError:
            return Labels(known)
        if example is None:
            return Labels(dict.fromkeys(claims), vacuous=True)
        ask = self._in_all if mode == "skeptical" else self._in_some
        return Labels({id: ask(id, example) for id in claims})

    def all(self, limit: int | None = None) -> Iterator[bytes]:
        """The labellings of the statements, none twice."""
        count = len(self.grounded.reasoning.statements)
        for labelling in labellings(
            self._framework,
            self._semantics,
            limit=limit,
            deadline=self._deadline,
            refine=self._refine,
            start=self._start,
        ):
            yield labelling[:count]

    def named(self, labelling: bytes) -> dict[str, Label]:
        """The labels of the claims in a labelling."""
        statement_of = self.grounded.reasoning.statement_of
        return {id: LABEL_OF[labelling[statement_of[id]]] for id in self._map.claims}

    def counterexample(self, claim: str, label: Label) -> dict[str, Label] | None:
        """A labelling in which a claim has another label than that one, if there is any.

        Raises :class:`OutOfTimeError` if that was not found out in time.
        """
        for other in LABELS:
            if other != label:
                found = possible(
                    self._framework,
                    self._semantics,
                    self._number(claim),
                    other,
                    deadline=self._deadline,
                    refine=self._refine,
                    start=self._start,
                )
                if found.accepted is None:
                    raise OutOfTimeError
                if found.accepted and found.witness is not None:
                    return self.named(found.witness)
        return None

    def _if_decided(self, claim: str) -> Label | None:
        label = self.grounded.verdicts.claims[claim]
        return None if label == "undecided" or self._semantics == STAGE else label

    def _in_all(self, claim: str, example: bytes) -> Label | None:
        if (known := self._if_decided(claim)) is not None:
            return known
        label = LABEL_OF[example[self.grounded.reasoning.statement_of[claim]]]
        argument = self._argument(claim, label)
        if argument is None:
            return "undecided"
        found = self._accepted(argument, "skeptical").accepted
        return None if found is None else label if found else "undecided"

    def _in_some(self, claim: str, example: bytes) -> Label | None:
        if (known := self._if_decided(claim)) is not None:
            return known
        first = example[self.grounded.reasoning.statement_of[claim]]
        if first == IN:
            return "in"
        found = self._accepted(self._number(claim), "credulous").accepted
        if found is not False:
            return None if found is None else "in"
        if first == OUT:
            return "out"
        negation = self._translation.negations[self._number(claim)]
        found = self._accepted(negation, "credulous").accepted
        return None if found is None else "out" if found else "undecided"

    def _number(self, claim: str) -> int:
        return self.grounded.reasoning.statement_of[claim]

    def _argument(self, claim: str, label: Label) -> int | None:
        """The argument that is in where the claim has the label."""
        if label == "undecided":
            return None
        number = self._number(claim)
        return number if label == "in" else self._translation.negations[number]

    def _accepted(self, argument: int, mode: Mode) -> Answer:
        return accepted(
            self._framework,
            self._semantics,
            argument,
            mode,
            deadline=self._deadline,
            refine=self._refine,
            start=self._start,
        )
