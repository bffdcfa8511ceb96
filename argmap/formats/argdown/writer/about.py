"""What has to be said of a relation because its sign, or its inference, says something else."""

from collections import Counter
from collections.abc import Mapping

from argmap.formats.argdown.described import RELATION_KEYS
from argmap.formats.argdown.writer.cast import Cast
from argmap.formats.argdown.writer.items import Item
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation

_SIGNS: dict[Kind, str] = {
    "support": "+",
    "entailment": "+",
    "equivalence": "+",
    "rebuttal": "-",
    "contrary": "-",
    "undercut": "_",
    "contradiction": "-",
}
_NATIVE: dict[str, Kind] = {
    "+": "support", "-": "rebuttal", "_": "undercut", "><": "contradiction",
}  # fmt: skip
_STRICT: dict[str, Kind] = {"+": "entailment", "-": "contrary"}
_INFERENCE_KEYS = RELATION_KEYS | {"uses", "from", "argument"}


class Relating:
    """Knows how each relation is read where it stands, and what metadata puts it right."""

    def __init__(self, map: ArgumentMap, cast: Cast) -> None:
        self._map = map
        self._cast = cast
        self._number = {id: number for number, id in enumerate(map.relations, 1)}
        self._drawn: Counter[str] = Counter()
        self._only: dict[str, str] = {}
        for relation in map.relations.values():
            self._drawn.update(relation.premises)
            self._only |= dict.fromkeys(relation.premises, relation.id)
        self._again = _repeated(map, cast)

    def premise(self, relation: Relation) -> Item:
        """What the relation is written to come from.

        In a strict map only a relation from an argument is a support or a rebuttal.
        """
        premise = self._cast.claim(relation.premises[0])
        if not self._cast.strict or relation.kind not in {"support", "rebuttal"}:
            return premise
        if len(relation.premises) > 1 or premise.angled or self.parent(relation).angled:
            return premise
        return self._cast.concluding.get(relation.premises[0], premise)

    def parent(self, relation: Relation) -> Item:
        """What the relation is written to bear on: of another relation its argument or premise."""
        if relation.target_type == "claim":
            return self._cast.claim(relation.target)
        owner = self._cast.owners.get(relation.target)
        if owner is not None and not owner.nameless:
            return owner
        return self._cast.claim(self._map.relations[relation.target].premises[0])

    def told(
        self, relation: Relation, parent: Item, item: Item, step: str, *, incoming: bool
    ) -> tuple[str, dict[str, object]]:
        """The sign of a relation between a parent and the item under it, and its metadata.

        ``step`` is the inference whose conclusion the parent is, if it is one.
        """
        sign = _SIGNS[relation.kind]
        loose = parent.angled or item.angled
        if relation.kind == "contradiction" and not loose:
            sign = "><"
        kind = _NATIVE[sign]
        if self._cast.strict and not loose:
            kind = _STRICT.get(sign, kind)
        about: dict[str, object] = {}
        if relation.kind != kind:
            about["kind"] = relation.kind
        target = self._read_target(relation.kind, item if incoming else parent, step)
        if target != (relation.target_type, relation.target):
            about["target"] = relation.target
        if len(relation.premises) > 1:
            about["with"] = list(relation.premises[1:])
        about = self._with_fields(relation, about, RELATION_KEYS)
        sign = f"{sign}>" if incoming else sign
        return sign, {"relation": about} if about else {}

    def inferred(
        self, relation: Relation, uses: tuple[int, ...], *, loose: bool
    ) -> dict[str, object]:
        """The metadata of an inference; of one that is in no argument if loose."""
        about: dict[str, object] = {}
        if relation.kind != "support":
            about["kind"] = relation.kind
        if uses:
            about["uses"] = list(uses)
        if loose:
            about["argument"] = False
        return self._with_fields(relation, about, _INFERENCE_KEYS)

    def _with_fields(
        self, relation: Relation, about: Mapping[str, object], keys: frozenset[str]
    ) -> dict[str, object]:
        fields: dict[str, object] = {}
        if relation.id != f"r{self._number[relation.id]}" or relation.id in self._again:
            fields["id"] = relation.id
        fields |= about
        if relation.weight is not None:
            fields["weight"] = relation.weight
        if relation.label:
            fields["label"] = relation.label
        if relation.scheme:
            fields["scheme"] = relation.scheme
        if keys.isdisjoint(relation.data):
            return fields | dict(relation.data)
        return fields | {"data": relation.data}

    def _read_target(self, kind: Kind, target: Item, step: str) -> tuple[str, str]:
        """What a relation that stands there is read to bear on."""
        if step and kind == "undercut":
            return "relation", step
        if target.structure is not None:
            return "relation", target.structure.last
        id = target.record.id
        if target.angled and kind == "undercut" and self._drawn[id] == 1:
            return "relation", self._only[id]
        return "claim", id


def _repeated(map: ArgumentMap, cast: Cast) -> set[str]:
    """The relations that would be taken for an earlier one, were they not given their ids."""
    again: set[str] = set()
    stated: set[object] = set()
    for number, relation in enumerate(map.relations.values(), 1):
        if relation.id in cast.owners or relation.id != f"r{number}":
            continue
        ends: object = (relation.premises, relation.target)
        if relation.symmetric:
            ends = frozenset((*relation.premises, relation.target))
        key = (relation.kind, ends)
        if key in stated:
            again.add(relation.id)
        stated.add(key)
    return again
