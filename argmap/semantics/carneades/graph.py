"""An argument graph as Carneades evaluates it: statements, arguments for them, and issues."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, NamedTuple

from argmap.model.claim import NO_DATA
from argmap.semantics.carneades.standards import Standard

Weigh = Callable[["Argument", "Weighing"], float]
"""What an argument weighs, once its premises are labelled; nothing if it does not speak at all."""


class Function(NamedTuple):
    """A weighing function.

    One that ``awaits_rivals`` asks not only for the labels of the premises, but also for those of
    all positions of their issues.
    """

    weigh: Weigh
    awaits_rivals: bool = False


class Statement(NamedTuple):
    """What is labelled: the claims, all the same, or what no claim says.

    ``name`` is the term as it is spelt, empty for what only the evaluation needs. What is
    ``assumed`` stands whatever speaks for other things.
    """

    name: str = ""
    claims: tuple[str, ...] = ()
    assumed: bool = False


class Argument(NamedTuple):
    """A step to a conclusion, which is weighed by a function.

    It speaks only if all ``warrants`` stand and all ``undercutters`` fall. ``relations`` are those
    of the map that it is, ``awaits`` what must be labelled besides before it can be weighed, and
    ``properties`` what its scheme says of itself.
    """

    conclusion: int
    function: Function
    premises: tuple[int, ...] = ()
    warrants: tuple[int, ...] = ()
    undercutters: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    awaits: tuple[int, ...] = ()
    properties: Mapping[str, object] = NO_DATA


class Issue(NamedTuple):
    """Statements of which at most one can stand, unless more are assumed."""

    positions: tuple[int, ...]
    standard: Standard
    name: str = ""


class Graph(NamedTuple):
    """Statements, arguments and issues, each by number.

    ``arguments_for`` are the arguments for a statement, ``issues_of`` the issues that it is a
    position of.
    """

    statements: Sequence[Statement]
    arguments: Sequence[Argument]
    issues: Sequence[Issue]
    arguments_for: Sequence[Sequence[int]]
    issues_of: Sequence[Sequence[int]]


class Weighing(NamedTuple):
    """What an argument is weighed by: the graph, and the labels so far.

    ``known`` keeps what many arguments need, by a key that says what it is.
    """

    graph: Graph
    labels: Sequence[int]
    known: dict[Hashable, Any]

    def contest(self, statement: int) -> Hashable:
        """What all positions of the same issues have in common."""
        return tuple(self.graph.issues_of[statement]) or str(statement)

    def rivals(self, statement: int) -> list[Argument]:
        """All arguments about the issues of a statement; if it has none, those for it."""
        graph = self.graph
        issues = [graph.issues[number] for number in graph.issues_of[statement]]
        positions = [p for issue in issues for p in issue.positions] or [statement]
        numbers = (a for p in dict.fromkeys(positions) for a in graph.arguments_for[p])
        return [graph.arguments[number] for number in numbers]


def graph_of(
    statements: Sequence[Statement], arguments: Sequence[Argument], issues: Sequence[Issue]
) -> Graph:
    """The graph of these, indexed; linear."""
    arguments_for: list[list[int]] = [[] for _ in statements]
    issues_of: list[list[int]] = [[] for _ in statements]
    for number, argument in enumerate(arguments):
        arguments_for[argument.conclusion].append(number)
    for number, issue in enumerate(issues):
        for position in issue.positions:
            issues_of[position].append(number)
    return Graph(statements, arguments, issues, arguments_for, issues_of)
