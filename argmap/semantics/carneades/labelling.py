"""The grounded labelling of an argument graph, by Carneades' rules.

Only what follows is labelled, so that what supports or undercuts itself stays undecided:

* What is assumed is in, and the other positions of its issues are out.
* An argument is weighed as soon as one of its undercutters is in, when it weighs nothing, or else
  all its premises, warrants and undercutters are labelled.
* A statement is out once all arguments for it are weighed and none weighs anything.
* A statement that is not at issue is in once an argument for it weighs anything.
* An issue is settled once all arguments for its positions are weighed. The position that prevails
  against each other one by the standard of the issue is in, all others are out.

A statement of several issues must prevail in each of them.
"""

from collections import deque
from typing import Literal, NamedTuple

from argmap.semantics.carneades.graph import Argument, Graph, Weighing
from argmap.semantics.label import IN, OUT

Rule = Literal[
    "", "assumed", "rival assumed", "supported", "unsupported", "prevails", "does not prevail"
]
"""Why a statement has its label: the rule that gave it; none if it is undecided."""


class Reason(NamedTuple):
    """The rule by which a statement was labelled, at which step, and by which argument or issue.

    ``number`` is that of an argument where the statement is supported, and of an issue where it is
    a position; else -1. The step is higher than those of all labels that it follows from; -1 for
    what is undecided.
    """

    rule: Rule = ""
    number: int = -1
    step: int = -1


class Evaluation(NamedTuple):
    """The label of each statement and its reason, and what each argument weighs.

    The weight is -1 for an argument that could not be weighed, and so is the step at which it was.
    """

    labels: bytearray
    reasons: list[Reason]
    weights: list[float]
    steps: list[int]


def evaluate(graph: Graph) -> Evaluation:
    """The grounded labelling.

    Every end of an argument is looked at once, and every argument at most once for each issue that
    its conclusion is a position of; to this comes what the weighing functions cost.
    """
    spread = _Spread(graph)
    spread.run()
    return spread.done


class _Spread:
    """Labels as they spread from what is assumed."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        count = len(graph.statements)
        self.done = Evaluation(
            bytearray(count),
            [Reason()] * count,
            [-1.0] * len(graph.arguments),
            [-1] * len(graph.arguments),
        )
        self._weighing = Weighing(graph, self.done.labels, {})
        self._open_ends = [len(_ends(argument)) for argument in graph.arguments]
        self._open_arguments = [len(arguments) for arguments in graph.arguments_for]
        self._open_about = [
            sum(len(graph.arguments_for[position]) for position in issue.positions)
            for issue in graph.issues
        ]
        self._to_prevail = [len(issues) for issues in graph.issues_of]
        self._strength = [0.0] * count
        self._uses: list[list[int]] = [[] for _ in graph.statements]
        for number, argument in enumerate(graph.arguments):
            for end in _ends(argument):
                self._uses[end].append(number)
        self._new: deque[int] = deque()

    def run(self) -> None:
        """Label all that follows."""
        graph = self._graph
        for number, statement in enumerate(graph.statements):
            if statement.assumed:
                self._label(number, IN, Reason("assumed", step=0))
        for number, issue in enumerate(graph.issues):
            if any(graph.statements[position].assumed for position in issue.positions):
                for position in issue.positions:
                    self._label(position, OUT, Reason("rival assumed", number, 1))
        for number, open_ends in enumerate(self._open_ends):
            if not open_ends:
                self._weigh(number, 1)
        for number, arguments in enumerate(graph.arguments_for):
            if not arguments:
                self._label(number, OUT, Reason("unsupported", step=1))
        while self._new:
            self._follow(self._new.popleft())

    def _follow(self, statement: int) -> None:
        """Tell the arguments that a statement is an end of what has become of it."""
        label = self.done.labels[statement]
        step = self.done.reasons[statement].step + 1
        for number in self._uses[statement]:
            self._open_ends[number] -= 1
            undercut = label == IN and statement in self._graph.arguments[number].undercutters
            if undercut or not self._open_ends[number]:
                self._weigh(number, step)

    def _weigh(self, number: int, step: int) -> None:
        if self.done.weights[number] >= 0:
            return
        argument, labels = self._graph.arguments[number], self.done.labels
        weight = 0.0
        if _speaks(argument, labels):
            weight = max(0.0, argument.function.weigh(argument, self._weighing))
        self.done.weights[number] = weight
        self.done.steps[number] = step
        target = argument.conclusion
        self._open_arguments[target] -= 1
        self._strength[target] = max(self._strength[target], weight)
        if weight and not self._graph.issues_of[target]:
            self._label(target, IN, Reason("supported", number, step))
        if not self._open_arguments[target] and not self._strength[target]:
            self._label(target, OUT, Reason("unsupported", step=step))
        for issue in self._graph.issues_of[target]:
            self._open_about[issue] -= 1
            if not self._open_about[issue]:
                self._settle(issue, step)

    def _settle(self, number: int, step: int) -> None:
        issue = self._graph.issues[number]
        ranked = sorted(issue.positions, key=self._strength.__getitem__, reverse=True)
        first, *others = ranked
        strengths = [self._strength[position] for position in ranked[:2]]
        won = strengths[0] > 0 and (not others or issue.standard(*strengths))
        for position in issue.positions:
            if not won or position != first:
                self._label(position, OUT, Reason("does not prevail", number, step))
        if won:
            self._to_prevail[first] -= 1
            if not self._to_prevail[first]:
                self._label(first, IN, Reason("prevails", number, step))

    def _label(self, statement: int, label: int, reason: Reason) -> None:
        if not self.done.labels[statement]:
            self.done.labels[statement] = label
            self.done.reasons[statement] = reason
            self._new.append(statement)


def _ends(argument: Argument) -> set[int]:
    """The statements that must be labelled before an argument can be weighed."""
    return {*argument.premises, *argument.warrants, *argument.undercutters, *argument.awaits}


def _speaks(argument: Argument, labels: bytearray) -> bool:
    """Whether an argument is neither undercut nor without its warrant."""
    undercut = any(labels[statement] == IN for statement in argument.undercutters)
    return not undercut and all(labels[statement] == IN for statement in argument.warrants)
