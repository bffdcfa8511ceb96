"""The definitions of semantics/reasoning.py, word for word and slowly, on the map itself."""

from itertools import product

from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation

Way = tuple[str, tuple[str, ...], str]
"""A step: the relation, its premises and its target, all by id."""


class Oracle:
    """What follows from what in a map; claims joined by equivalences go by the first of them."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.head = {id: id for id in map.claims}
        for _ in map.claims:
            for relation in map.relations.values():
                if _is_identity(map, relation):
                    ends = (*relation.premises, relation.target)
                    first = min((self.head[end] for end in ends), key=list(map.claims).index)
                    for id, head in self.head.items():
                        if head in {self.head[end] for end in ends}:
                            self.head[id] = first
        self.ways: list[Way] = []
        for relation in map.relations.values():
            premises = tuple(self.head[p] for p in relation.premises)
            target = self.head.get(relation.target, relation.target)
            if _is_identity(map, relation):
                continue
            if relation.symmetric and relation.target_type == "claim":
                joined = {*premises, target}
                pairs = [(a, b) for a, b in product(joined, joined) if a != b] or [(target, target)]
                self.ways += [(relation.id, (a,), b) for a, b in pairs]
            else:
                self.ways.append((relation.id, premises, target))
        self.things = [*dict.fromkeys(self.head.values()), *map.relations]

    def given(self, thing: str) -> str:
        if thing in self.map.relations:
            backed = any(t == thing and self._for(r) for r, _, t in self.ways)
            return "out" if backed else "in"
        own = [self.map.claims[id].data for id, head in self.head.items() if head == thing]
        if any(data.get("unsure") is True for data in own):
            return "undecided"
        for value, label in ((True, "in"), (False, "out")):
            if any(data.get("assumed") is value for data in own):
                return label
        supported = any(
            t == thing and self._for(r) and self.map.relations[r].kind != "equivalence"
            for r, _, t in self.ways
        )
        return "out" if supported else "in"

    def _for(self, relation: str) -> bool:
        return self.map.relations[relation].stance == "for"

    def way_label(self, way: Way, labels: dict[str, str]) -> str:
        relation, premises, _ = way
        needed = {labels[p] for p in premises}
        if self.map.bearing_on(relation):
            needed.add(labels[relation])
        return "out" if "out" in needed else "undecided" if "undecided" in needed else "in"

    def due(self, thing: str, labels: dict[str, str]) -> str:
        """What a claim or a warrant has to be labelled, given the labels of all others."""
        ways = [(w, self.way_label(w, labels)) for w in self.ways if w[2] == thing]
        pros = [label for w, label in ways if self._for(w[0])]
        cons = [label for w, label in ways if not self._for(w[0])]
        given = self.given(thing)
        if "in" in cons or (given == "out" and all(label == "out" for label in pros)):
            return "out"
        if (given == "in" or "in" in pros) and all(label == "out" for label in cons):
            return "in"
        return "undecided"

    def complete(self) -> list[dict[str, str]]:
        """All labellings of claims and warrants in which each label is due."""
        found = []
        for chosen in product(("in", "out", "undecided"), repeat=len(self.things)):
            labels = dict(zip(self.things, chosen, strict=True))
            if all(self.due(thing, labels) == label for thing, label in labels.items()):
                found.append(labels)
        return found

    def least(self) -> dict[str, str]:
        """The labelling that is reached from nothing by labelling what is due, over and over."""
        labels = dict.fromkeys(self.things, "undecided")
        while True:
            after = {thing: self.due(thing, labels) for thing in self.things}
            if after == labels:
                return labels
            labels = after

    def well_founded(self) -> dict[str, str]:
        """The least labelling, where what is held up by itself alone falls."""
        labels = dict.fromkeys(self.things, "undecided")
        while True:
            after = {
                thing: label if (label := labels[thing]) != "undecided" else self.due(thing, labels)
                for thing in self.things
            }
            if after == labels:
                founded = self._founded(labels)
                after = {
                    thing: "out" if label == "undecided" and thing not in founded else label
                    for thing, label in labels.items()
                }
                if after == labels:
                    return labels
            labels = after

    def _founded(self, labels: dict[str, str]) -> set[str]:
        """What could be held up by steps that do not fall, from what is given on."""
        founded: set[str] = set()
        while True:
            after = {
                thing
                for thing in self.things
                if labels[thing] != "out"
                and (
                    self.given(thing) != "out"
                    or any(
                        w[2] == thing
                        and self._for(w[0])
                        and self.way_label(w, labels) != "out"
                        and founded.issuperset(
                            (*w[1], *([w[0]] if self.map.bearing_on(w[0]) else []))
                        )
                        for w in self.ways
                    )
                )
            }
            if after == founded:
                return founded
            founded = after


def _is_identity(map: ArgumentMap, relation: Relation) -> bool:
    equivalence = relation.kind == "equivalence" and relation.target_type == "claim"
    return equivalence and not map.bearing_on(relation.id)


def is_founded(oracle: Oracle, labels: dict[str, str]) -> bool:
    """Whether nothing in a labelling of claims and warrants is held up by itself alone."""
    map = oracle.map
    for good in ({"in"}, {"in", "undecided"}):
        held: set[str] = set()
        while True:
            after = {
                thing
                for thing in oracle.things
                if labels[thing] in good
                and (
                    oracle.given(thing) in good
                    or any(
                        target == thing
                        and map.relations[relation].stance == "for"
                        and oracle.way_label((relation, premises, target), labels) in good
                        and held.issuperset(premises)
                        and (not map.bearing_on(relation) or relation in held)
                        for relation, premises, target in oracle.ways
                    )
                )
            }
            if after == held:
                break
            held = after
        if held != {thing for thing in oracle.things if labels[thing] in good}:
            return False
    return True
