"""Which rule gives a statement its label, and which steps the rule is about."""

from collections.abc import Sequence

from argmap.semantics.grounded import Labelling
from argmap.semantics.label import IN, OUT, UNDECIDED
from argmap.semantics.reasoning import Reasoning
from argmap.semantics.why.reason import Rule


class Rules:
    """The rules behind a labelling of a map."""

    def __init__(self, reasoning: Reasoning, labelling: Labelling) -> None:
        self.reasoning = reasoning
        self.labelling = labelling

    def rule(self, statement: int) -> Rule:
        """Why a statement has its label. Linear in the steps that bear on it."""
        reasoning, label = self.reasoning, self.labelling.statements[statement]
        if statement in reasoning.refused:
            return "withdrawn"
        if label == UNDECIDED:
            return "open" if self.is_open(statement) else "blocked"
        winner = self.winner(statement) if label == OUT else None
        apart = reasoning.apart.get(statement)
        if apart is not None:
            if winner is not None:
                return "tied"
            rule = self.rule(apart)
            opposed = bool(reasoning.speaking_against[statement])
            return "granted" if rule == "unopposed" and opposed else rule
        if label == IN:
            if reasoning.given[statement] != IN:
                return "supported"
            return "granted" if reasoning.speaking_against[statement] else "unopposed"
        if winner is not None:
            return "rebutted"
        return "circular" if statement in self.labelling.unfounded else "unsupported"

    def is_open(self, statement: int) -> bool:
        """Whether a statement is undecided since the map says that it is unsure of it."""
        reasoning, steps = self.reasoning, self.labelling.steps
        source = reasoning.apart.get(statement, statement)
        if reasoning.given[source] != UNDECIDED or self.labelling.statements[statement]:
            return False
        return not any(steps[step] == IN for step in reasoning.speaking_for[source])

    def winner(self, statement: int) -> int | None:
        """The first step that rebuts a statement that falls; none if it falls otherwise."""
        levels, steps = self.labelling.step_levels, self.labelling.steps
        against = self.reasoning.speaking_against[statement]
        first = min((s for s in against if steps[s] == IN), key=levels.__getitem__, default=None)
        if first is None or levels[first] > self.labelling.statement_levels[statement]:
            return None
        return first

    def more_against(self, statement: int) -> int:
        """How many steps against a statement stand, beside the one that rebuts it."""
        against = self.reasoning.speaking_against[statement]
        if self.winner(statement) is not None:
            return sum(self.labelling.steps[step] == IN for step in against) - 1
        apart = self.reasoning.apart.get(statement)
        return 0 if apart is None else self.more_against(apart)

    def steps_told(self, statement: int) -> Sequence[int]:
        """The steps to a statement that its rule is about, those for it first."""
        reasoning, labelling = self.reasoning, self.labelling
        pros = list(reasoning.speaking_for[statement])
        cons = reasoning.speaking_against[statement]
        apart = reasoning.apart.get(statement)
        rule = self.rule(statement)
        if rule in {"rebutted", "tied"}:
            winner = self.winner(statement)
            if winner is None and apart is not None:
                return self.steps_told(apart)
            return [] if winner is None else [winner]
        if apart is not None:
            return [
                *self.steps_told(apart),
                *(cons if labelling.statements[statement] == IN else ()),
            ]
        if rule in {"unsupported", "circular"}:
            return pros
        if rule in {"supported", "granted"}:
            standing = [s for s in pros if labelling.steps[s] == IN]
            first = min(standing, key=labelling.step_levels.__getitem__, default=None)
            return [*([] if first is None or rule == "granted" else [first]), *cons]
        return []

    def at_fault(self, step: int) -> int:
        """The premise that gives a step its label if it does not stand; -1 if it is taken away."""
        statements, label = self.labelling.statements, self.labelling.steps[step]
        premises = (p for p in self.reasoning.steps[step].premises if statements[p] == label)
        if step in self.reasoning.broken:
            return -1
        return min(premises, key=self.labelling.statement_levels.__getitem__, default=-1)
