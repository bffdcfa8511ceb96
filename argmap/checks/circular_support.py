"""Claims are reasons for each other in a circle.

Each of them may look well supported, yet in the end each rests on itself. To break the circle,
find the step that is not really meant as a reason, or a reason from outside.

Bad::

    [Scripture]: What scripture says is true.
      + [Author]: A perfect being wrote it.
        + [Scripture]

Good::

    [Scripture]: What scripture says is true.
      + [Author]: A perfect being wrote it.
        + [Signs]: Nobody else could have foretold what it foretells.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of
from argmap.graph.cycles import support_cycles
from argmap.graph.walk import bearings
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span

_NAMED = 6


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for one circle of two claims or more in each knot of them. Linear."""
    for circle in support_cycles(map):
        if len(circle) > 1:
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"{len(circle)} claims support each other in a circle: {_round(map, circle)}",
                _closing(map, circle) or map.claims[circle[0]].span,
                "take out the step that is no reason, or support one of them from outside",
                circle,
            )


def _round(map: ArgumentMap, circle: tuple[str, ...]) -> str:
    """The claims in order and the first again; of a large circle the first few."""
    names = [name_of(map.claims[claim]) for claim in circle[:_NAMED]]
    if len(circle) > _NAMED:
        names.append("…")
    return " → ".join([*names, names[0]])


def _closing(map: ArgumentMap, circle: tuple[str, ...]) -> Span | None:
    """Where the step is written by which the last claim supports the first."""
    for bearing in bearings(map, circle[0]):
        if bearing.stance == "for" and circle[-1] in bearing.premises:
            return bearing.relation.span
    return None


CHECK = Check("RE05", "circular-support", run)
