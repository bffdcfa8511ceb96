"""A map as an abstract framework that says the same: linear in the map.

Beside each statement there can be two arguments more: *not s*, which s attacks, and *no ground for
s*, which all that speaks for s attacks and which attacks s. A step is attacked by *not p* for each
of its premises p; one with a single premise needs no argument of its own, the premise acts for it.
The complete labellings of the framework are those of the map in which circular support stays
undecided; `foundation` rules out the others (Nouioua and Risch 2011 on support as necessity).
"""

from collections.abc import Sequence
from typing import NamedTuple

from argmap.semantics.grounded import Labelling
from argmap.semantics.knots import self_supporting, support_knots
from argmap.semantics.label import IN, OUT, UNDECIDED
from argmap.semantics.reasoning import Reasoning

Clause = list[tuple[int, int, bool]]
"""Alternatives: this argument has this label, or has not."""


class Translation(NamedTuple):
    """A framework, by the attackers of each argument, and what its arguments are.

    ``statements`` are the arguments of the statements, ``steps`` those of the steps, each by
    number. ``negations`` and ``gaps`` are the arguments *not s* and *no ground for s* of the
    statements that have one. ``doom`` attacks what is taken away; -1 if nothing is.
    """

    attackers: list[list[int]]
    statements: list[int]
    steps: list[int]
    negations: dict[int, int]
    gaps: dict[int, int]
    doom: int


def translate(reasoning: Reasoning) -> Translation:
    """The framework of a map, in which each statement has the number that it has in the map."""
    count = len(reasoning.statements)
    attackers: list[list[int]] = [[] for _ in range(count)]

    def add() -> int:
        attackers.append([])
        return len(attackers) - 1

    doom = add() if reasoning.refused or reasoning.broken else -1
    negations: dict[int, int] = {}
    steps = []
    for number, step in enumerate(reasoning.steps):
        if len(step.premises) == 1 and number not in reasoning.broken:
            steps.append(step.premises[0])
            continue
        steps.append(add())
        for premise in step.premises:
            if premise not in negations:
                negations[premise] = add()
                attackers[negations[premise]].append(premise)
            attackers[steps[number]].append(negations[premise])
        if number in reasoning.broken:
            attackers[steps[number]].append(doom)
    gaps = {}
    for statement in range(count):
        own = attackers[statement]
        own += dict.fromkeys(steps[step] for step in reasoning.speaking_against[statement])
        if reasoning.given[statement] != IN:
            gaps[statement] = add()
            own.append(gaps[statement])
            speaking = dict.fromkeys(steps[step] for step in reasoning.speaking_for[statement])
            attackers[gaps[statement]] += speaking
            if reasoning.given[statement] == UNDECIDED:
                # It is open whether there is a ground, unless it does not matter any more.
                against = reasoning.speaking_against[statement]
                attackers[gaps[statement]] += dict.fromkeys(steps[step] for step in against)
                attackers[gaps[statement]].append(gaps[statement])
        if statement in reasoning.refused:
            own.append(doom)
    return Translation(attackers, list(range(count)), steps, negations, gaps, doom)


def names(reasoning: Reasoning, translation: Translation, *, first: bool = False) -> list[str]:
    """What to call each argument: the ids of claims and relations as they are in the map.

    Claims that are one statement are all named, or with ``first`` the first of them alone.
    """
    called = [""] * len(translation.attackers)
    if translation.doom >= 0:
        called[translation.doom] = "taken away"
    step_names: dict[str, int] = {}
    for number, argument in enumerate(translation.steps):
        if argument >= len(translation.statements):
            relation = reasoning.steps[number].relation
            step_names[relation] = step_names.get(relation, 0) + 1
            again = step_names[relation]
            called[argument] = f"step {relation}" + (f" ({again})" if again > 1 else "")
    for number, statement in enumerate(reasoning.statements):
        name = f"warrant of {statement.warrant_of}"
        if statement.claims:
            name = statement.claims[0] if first else " = ".join(statement.claims)
        called[number] = name + (" apart from ties" if statement.apart_from_ties else "")
    for statement_number, argument in translation.negations.items():
        called[argument] = f"not {called[statement_number]}"
    for statement_number, argument in translation.gaps.items():
        called[argument] = f"no ground for {called[statement_number]}"
    return called


def extended(translation: Translation, labelling: Labelling) -> bytes:
    """A labelling of a map as one of its framework, gates included, as far as it decides them."""
    labels = bytearray(len(translation.attackers))
    labels[: len(labelling.statements)] = labelling.statements
    if translation.doom >= 0:
        labels[translation.doom] = IN
    for number, argument in enumerate(translation.steps):
        labels[argument] = labelling.steps[number]
    gates = [*translation.negations.values(), *translation.gaps.values()]
    for gate in gates:
        labels[gate] = _label_by_attackers(translation.attackers[gate], labels)
    return bytes(labels)


def _label_by_attackers(attackers: Sequence[int], labels: Sequence[int]) -> int:
    if any(labels[a] == IN for a in attackers):
        return OUT
    return IN if all(labels[a] == OUT for a in attackers) else UNDECIDED


class Foundation:
    """What rules out labellings in which statements are held up by themselves alone.

    Called with a complete labelling of the framework it gives clauses that all labellings without
    circular support satisfy and this one does not; none if it has no circular support. Linear in
    the knots of mutual support.
    """

    def __init__(self, reasoning: Reasoning, translation: Translation) -> None:
        self._reasoning = reasoning
        self._translation = translation
        self._knots = support_knots(reasoning)

    def __bool__(self) -> bool:
        """Whether there is anything that could hold itself up."""
        return bool(self._knots)

    def __call__(self, labels: bytes) -> list[Clause]:
        """The clauses that a labelling of the framework offends against."""
        clauses: list[Clause] = []
        for knot in self._knots:
            clauses += self._offences(knot, labels, IN)
            clauses += self._offences(knot, labels, UNDECIDED)
        return clauses

    def _offences(self, knot: Sequence[int], labels: bytes, label: int) -> list[Clause]:
        """Of the statements with that label, or better, those that nothing else holds up so well.

        A statement that stands needs a step from outside that stands, and one that is undecided
        one from outside that does not fall.
        """
        given, steps = self._reasoning.given, self._translation.steps
        weakest = {IN: {IN}, UNDECIDED: {IN, UNDECIDED}}[label]
        doubtful = {s for s in knot if labels[s] in weakest and given[s] not in weakest}
        doubtful = self_supporting(
            self._reasoning, doubtful, lambda step: labels[steps[step]] in weakest
        )
        if not doubtful:
            return []
        outside = [
            steps[step]
            for statement in doubtful
            for step in self._reasoning.speaking_for[statement]
            if doubtful.isdisjoint(self._reasoning.steps[step].premises)
        ]
        if label == IN:
            holds: Clause = [(argument, IN, True) for argument in outside]
            return [[(statement, IN, False), *holds] for statement in doubtful]
        holds = [(argument, OUT, False) for argument in outside]
        return [[(statement, OUT, True), *holds] for statement in doubtful]
