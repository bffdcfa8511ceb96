"""What keeps a claim undecided: the way to the nearest circle, or question that is left open."""

from collections import deque
from collections.abc import Container, Iterator

from argmap.graph.components import components
from argmap.semantics.label import UNDECIDED
from argmap.semantics.why.rules import Rules


def way_to_trouble(rules: Rules, statement: int) -> dict[int, int]:
    """The step that blocks each undecided statement on the shortest way to trouble.

    The way goes from the statement to one that is open, or round a circle. Empty if the statement
    is decided. Linear in the undecided part of the map that bears on it.
    """
    if rules.labelling.statements[statement] != UNDECIDED:
        return {}
    knots = components([statement], lambda at: [premise for _, premise in _below(rules, at)])
    knot_of = {at: knot for knot in knots for at in knot}
    came_by = {statement: (-1, -1)}
    for end in _nearest(rules, statement, came_by):
        if rules.is_open(end):
            return _walked(came_by, end)
        knot = knot_of[end]
        if len(knot) > 1 or any(premise == end for _, premise in _below(rules, end)):
            return _walked(came_by, end) | _round(rules, end, frozenset(knot))
    return {}


def _below(rules: Rules, statement: int) -> Iterator[tuple[int, int]]:
    """The undecided steps to an undecided statement that is not open, with undecided premises."""
    reasoning, labelling = rules.reasoning, rules.labelling
    if rules.is_open(statement):
        return
    for step in (*reasoning.speaking_against[statement], *reasoning.speaking_for[statement]):
        if labelling.steps[step] == UNDECIDED:
            for premise in reasoning.steps[step].premises:
                if labelling.statements[premise] == UNDECIDED:
                    yield step, premise


def _nearest(rules: Rules, start: int, came_by: dict[int, tuple[int, int]]) -> Iterator[int]:
    """The undecided statements that bear on one, nearest first; notes from where, and by what."""
    waiting = deque([start])
    while waiting:
        statement = waiting.popleft()
        yield statement
        for step, premise in _below(rules, statement):
            if premise not in came_by:
                came_by[premise] = (statement, step)
                waiting.append(premise)


def _walked(came_by: dict[int, tuple[int, int]], end: int) -> dict[int, int]:
    """The steps by which one comes to a statement."""
    way: dict[int, int] = {}
    above, step = came_by[end]
    while above >= 0:
        way[above] = step
        above, step = came_by[above]
    return way


def _round(rules: Rules, start: int, knot: Container[int]) -> dict[int, int]:
    """The steps of the shortest circle within a knot through one of its statements."""
    came_by = {start: (-1, -1)}
    for statement in _nearest(rules, start, came_by):
        if statement in knot:
            for step, premise in _below(rules, statement):
                if premise == start:
                    return {statement: step} | _walked(came_by, statement)
    return {}
