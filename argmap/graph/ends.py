"""Where relations come out: at a claim, by way of the steps that they bear on."""

from argmap.graph.walk import opposite
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation, Stance


class Ends:
    """The claim that each relation comes out at, and what it comes to for that claim.

    Each relation is followed once, however many stand on it: all together are linear in the map.
    """

    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self._known: dict[str, tuple[str, Stance]] = {}

    def of(self, relation: Relation) -> tuple[str, Stance]:
        """The claim, and whether the relation's premises speak for or against it in the end."""
        trail: list[Relation] = []
        at = relation
        while at.id not in self._known and at.target_type == "relation":
            trail.append(at)
            at = self._map.relations[at.target]
        end = self._known.setdefault(at.id, (at.target, at.stance))
        for step in reversed(trail):
            claim, stance = end
            end = (claim, stance if step.stance == "for" else opposite(stance))
            self._known[step.id] = end
        return end
