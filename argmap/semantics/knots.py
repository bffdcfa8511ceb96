"""Knots: statements that are reasons for each other, and what is held up by itself alone."""

from collections.abc import Callable, Collection

from argmap.graph.components import components
from argmap.semantics.reasoning import Reasoning


def support_knots(reasoning: Reasoning) -> list[list[int]]:
    """The sets of statements that are reasons for each other, or for themselves.

    What such a set rests on stands before it. Linear.
    """
    supporting: list[list[int]] = [
        [p for step in steps for p in reasoning.steps[step].premises]
        for steps in reasoning.speaking_for
    ]
    found = components(range(len(supporting)), supporting.__getitem__)
    return [knot for knot in found if len(knot) > 1 or knot[0] in supporting[knot[0]]]


def self_supporting(
    reasoning: Reasoning, doubtful: Collection[int], holds: Callable[[int], bool]
) -> set[int]:
    """Those of the statements that could be held up only by way of each other.

    Each step for one of them, of the steps that hold, has a premise among them. This is the
    greatest unfounded set (Van Gelder, Ross and Schlipf 1991). Linear in the steps for them.
    """
    left = set(doubtful)
    missing: dict[int, int] = {}
    held = []
    for statement in doubtful:
        for step in reasoning.speaking_for[statement]:
            if holds(step):
                missing[step] = sum(p in left for p in reasoning.steps[step].premises)
                if not missing[step]:
                    held.append(statement)
    while held:
        statement = held.pop()
        if statement in left:
            left.remove(statement)
            for step in reasoning.used_in[statement]:
                if step in missing:
                    missing[step] -= 1
                    if not missing[step]:
                        held.append(reasoning.steps[step].target)
    return left
