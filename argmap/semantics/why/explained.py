"""Explanations, line by line."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from argmap.semantics.grounded import Labelling
from argmap.semantics.label import IN, LABEL_OF
from argmap.semantics.reasoning import Reasoning
from argmap.semantics.why.reason import Reason, Rule
from argmap.semantics.why.rules import Rules
from argmap.semantics.why.trouble import way_to_trouble


class _Line(NamedTuple):
    """A statement to be told of as a premise of a step, by its claim, and whether to explain it."""

    depth: int
    statement: int
    claim: str
    step: int = -1
    premise: int = 1
    premises: int = 1
    explain: bool = True
    on_step: bool = False


def why(reasoning: Reasoning, labelling: Labelling, claim: str) -> Iterator[Reason]:
    """The reason for the label of a claim, as the lines of an outline; the claim comes first.

    Every claim is explained once, where it is told first. Linear in what bears on what is told.
    """
    rules = Rules(reasoning, labelling)
    return _Explained(rules, claim).lines()


class _Explained:
    def __init__(self, rules: Rules, claim: str) -> None:
        self._rules = rules
        self._reasoning = rules.reasoning
        self._labels = rules.labelling
        self._root = _Line(0, self._reasoning.statement_of[claim], claim)
        self._way = way_to_trouble(rules, self._root.statement)
        self._told: set[int] = set()

    def lines(self) -> Iterator[Reason]:
        """Depth first, with a stack of what is still to be told."""
        waiting = [self._root]
        while waiting:
            line = waiting.pop()
            repeat = line.explain and line.statement in self._told
            yield self._reason(line, repeat=repeat)
            below: list[_Line] = []
            if line.explain and not repeat:
                self._told.add(line.statement)
                below += self._below(line.statement, line.depth + 1)
            if line.step >= 0 and line.premise == line.premises:
                below += self._on_step(line)
            waiting += reversed(below)

    def _reason(self, line: _Line, *, repeat: bool) -> Reason:
        rule: Rule | Literal[""] = self._rules.rule(line.statement) if line.explain else ""
        reason = Reason(
            line.depth, line.claim, LABEL_OF[self._labels.statements[line.statement]], rule,
            premise=line.premise, premises=line.premises, on_step=line.on_step, repeat=repeat,
            more=self._rules.more_against(line.statement) if rule in {"rebutted", "tied"} else 0,
            apart=self._reasoning.statements[line.statement].apart_from_ties,
        )  # fmt: skip
        if line.step < 0:
            return reason
        step = self._reasoning.steps[line.step]
        return reason._replace(
            relation=step.relation,
            stance="for" if step.speaks_for else "against",
            step=LABEL_OF[self._labels.steps[line.step]],
        )

    def _below(self, statement: int, depth: int, *, on_step: bool = False) -> Iterator[_Line]:
        steps = self._rules.steps_told(statement)
        if statement in self._way:
            steps = [self._way[statement]]
        for step in steps:
            yield from self._premises(step, depth, on_step=on_step)

    def _premises(self, number: int, depth: int, *, on_step: bool) -> Iterator[_Line]:
        """The premises of a step; all are explained if it stands, else the one that is at fault.

        The step from what a claim would be without ties to the claim is none that anybody wrote:
        in its place is told what bears on the former.
        """
        step = self._reasoning.steps[number]
        if not step.relation:
            yield from self._below(step.premises[0], depth, on_step=on_step)
            return
        own = [p for p in step.premises if self._reasoning.statements[p].claims]
        stands = self._labels.steps[number] == IN
        fault = -1 if stands else self._rules.at_fault(number)
        if self._way.get(step.target) == number:
            on_way = (p for p in step.premises if p in self._way or self._rules.is_open(p))
            fault = next(on_way, fault)
        for place, premise in enumerate(own, 1):
            claim = self._claim_in(step.relation, premise)
            explain = stands or premise == fault
            yield _Line(depth, premise, claim, number, place, len(own), explain, on_step)

    def _claim_in(self, relation: str, statement: int) -> str:
        """The claim by which a relation speaks of a statement."""
        record = self._reasoning.map.relations[relation]
        claims = self._reasoning.statements[statement].claims
        return next(id for id in (*record.premises, record.target, *claims) if id in claims)

    def _on_step(self, line: _Line) -> Iterator[_Line]:
        """What is said about the step of a line, if the step stands or falls with that."""
        relation = self._reasoning.steps[line.step].relation
        warrant = self._reasoning.warrant_of.get(relation)
        if warrant is None or warrant in self._told:
            return
        if self._labels.steps[line.step] == IN or self._rules.at_fault(line.step) == warrant:
            self._told.add(warrant)
            yield from self._below(warrant, line.depth + 1, on_step=True)
