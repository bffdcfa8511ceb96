"""Relations between claims, arguments and inferences, and how Argdown's tools transfer them."""

from collections.abc import Iterator
from typing import Any

Record = dict[str, Any]
CONFLICTS = frozenset({"contrary", "contradictory"})
_STRICT = {"support": "entails", "attack": "contrary"}


class End:
    """A claim, an argument or an inference: its record, and the relations that it is an end of.

    A reconstructed argument has its premises, its conclusion, and the inference that leads to it.
    """

    __slots__ = ("conclusion", "inference", "premises", "record", "relations")

    def __init__(self, record: Record) -> None:
        self.record = record
        self.relations: dict[Relation, None] = {}
        self.premises: list[End] = []
        self.conclusion: End | None = None
        self.inference: End | None = None

    @property
    def type(self) -> str:
        """What it is, as the JSON calls it."""
        return str(self.record["type"])


class Relation:
    """A relation; its ends and kind can change until all of the document is in."""

    __slots__ = ("kind", "source", "target")

    def __init__(self, kind: str, source: End, target: End) -> None:
        self.kind = kind
        self.source = source
        self.target = target

    def record(self) -> Record:
        """The relation as the JSON has it."""
        source, target = self.source.record, self.target.record
        record = {
            "type": "relation",
            "relationType": self.kind,
            "from": source["title"],
            "fromType": self.source.type,
            "to": target["argumentTitle" if self.target.type == "inference" else "title"],
            "toType": self.target.type,
        }
        if self.target.type == "inference":
            record["conclusionIndex"] = target["conclusionIndex"]
        return record


class Relations:
    """The relations of a document, each once, in the order in which they were completed."""

    def __init__(self) -> None:
        self._all: dict[Relation, None] = {}
        self._known: set[tuple[str, End, End]] = set()

    def __iter__(self) -> Iterator[Relation]:
        return iter(self._all)

    def add(self, kind: str, source: End, target: End) -> None:
        """Add a relation, unless it is there."""
        if (kind, source, target) in self._known:
            return
        if kind == "contradictory" and (kind, target, source) in self._known:
            return
        relation = Relation(kind, source, target)
        self._known.add((kind, source, target))
        for end in (source, target):
            end.relations[relation] = None
        self._all[relation] = None

    def settle(self, *, transfer: bool, strict: bool) -> None:
        """Let each relation have the ends and the kind that it has in the end."""
        if transfer:
            for relation in list(self._all):
                self._transfer(relation)
        if strict:
            for relation in list(self._all):
                self._tighten(relation)
        self._leave_out_redundant()

    def _transfer(self, relation: Relation) -> None:
        """From a reconstructed argument to its conclusion; undercuts of one to its inference."""
        conclusion, inference = relation.source.conclusion, relation.target.inference
        if conclusion is not None:
            relation.source.relations.pop(relation, None)
            relation.source = conclusion
            conclusion.relations[relation] = None
        if inference is not None and relation.kind == "undercut":
            # Argdown's tools leave it among the relations of the argument, too.
            relation.target = inference
            inference.relations[relation] = None
        if conclusion is not None or relation.target is inference:
            self._settle_once(relation)

    def _tighten(self, relation: Relation) -> None:
        """In strict mode, relations between claims are logical ones."""
        between_claims = relation.source.type == relation.target.type == "equivalence-class"
        if between_claims and relation.kind in _STRICT:
            relation.kind = _STRICT[relation.kind]
            self._settle_once(relation)

    def _settle_once(self, relation: Relation) -> None:
        """Drop a changed relation if it is now the same as another one."""
        key = relation.kind, relation.source, relation.target
        turned = relation.kind, relation.target, relation.source
        if key in self._known or (relation.kind == "contrary" and turned in self._known):
            self._drop(relation)
        self._known.add(key)

    def _drop(self, relation: Relation) -> None:
        relation.source.relations.pop(relation, None)
        relation.target.relations.pop(relation, None)
        del self._all[relation]

    def _leave_out_redundant(self) -> None:
        """Drop attacks of a claim on an argument one of whose premises it attacks as well."""
        attacked: dict[End, set[End]] = {}
        for relation in list(self._all):
            source, argument = relation.source, relation.target
            if relation.kind == "attack" and source.type == "equivalence-class":
                if source not in attacked:
                    attacked[source] = set(_attacked_by(source))
                if not attacked[source].isdisjoint(argument.premises):
                    self._drop(relation)


def _attacked_by(claim: End) -> Iterator[End]:
    """The claims that a claim attacks or conflicts with."""
    for relation in claim.relations:
        if relation.kind in CONFLICTS:
            yield relation.source if relation.target is claim else relation.target
        elif relation.kind == "attack" and relation.source is claim:
            yield relation.target
