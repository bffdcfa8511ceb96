"""Weighted bipolar graphs, compact: what strengths are computed on."""

from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import Literal, NamedTuple

Linked = Literal["weakest", "product"]
"""What linked premises come to together: the strength of the weakest, or the product of all."""


class Network(NamedTuple):
    """Claims and inference steps as numbered nodes, and what bears on each.

    The base score of a node with ``premises`` is its ``bases`` entry times what the premises come
    to together. ``claims`` tells the node of each claim; several claims that are said to be
    equivalent share one. ``relations`` tells the nodes of each relation: one for a step, one for
    each end of a relation that holds in both directions, none for an equivalence.
    """

    bases: list[float]
    premises: list[tuple[int, ...]]
    attackers: list[list[int]]
    supporters: list[list[int]]
    claims: Mapping[str, int]
    relations: Mapping[str, tuple[int, ...]]
    linked: Linked = "weakest"

    def inputs(self, node: int) -> list[int]:
        """The nodes that a node depends on directly; each as often as it bears on it."""
        return [*self.premises[node], *self.attackers[node], *self.supporters[node]]

    def together(self, node: int, values: Sequence[float]) -> float:
        """What the premises of a node come to; 1 if it has none."""
        if len(self.premises[node]) == 1:
            return values[self.premises[node][0]]
        premises = [values[premise] for premise in self.premises[node]]
        return min(premises, default=1.0) if self.linked == "weakest" else prod(premises)


def plain(
    bases: Mapping[str, float],
    attacks: Iterable[tuple[str, str]],
    supports: Iterable[tuple[str, str]] = (),
) -> Network:
    """The network of a quantitative bipolar framework: pairs lead from what bears to its target."""
    numbers = {name: number for number, name in enumerate(bases)}
    attackers: list[list[int]] = [[] for _ in numbers]
    supporters: list[list[int]] = [[] for _ in numbers]
    for source, target in attacks:
        attackers[numbers[target]].append(numbers[source])
    for source, target in supports:
        supporters[numbers[target]].append(numbers[source])
    return Network(list(bases.values()), [()] * len(numbers), attackers, supporters, numbers, {})
