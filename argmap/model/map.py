"""The argument map itself: what was written, in order, and indexed in both directions."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim
from argmap.model.relation import SYMMETRIC, Relation
from argmap.model.section import Section

_Index = dict[str, list[Relation]]
_Ends = Mapping[str, Relation | Sequence[Relation]]
"""By claim or relation; where there is only one, as there is most often, there is no list."""


class ArgumentMap:
    """Claims, relations and arguments in the order written; immutable once built.

    ``claims``, ``relations``, ``arguments`` and ``sections`` map ids to records. Claims and
    relations never share an id. Every id that a record refers to is in the map:
    :class:`~argmap.model.draft.Draft` sees to that, and is the usual way to make one.
    """

    __slots__ = (
        "_ends",
        "_step_of",
        "arguments",
        "claims",
        "data",
        "name",
        "relations",
        "sections",
    )

    def __init__(
        self,
        claims: Iterable[Claim],
        relations: Iterable[Relation] = (),
        arguments: Iterable[Argument] = (),
        sections: Iterable[Section] = (),
        *,
        name: str = "",
        data: Mapping[str, object] = NO_DATA,
    ) -> None:
        self.claims: Mapping[str, Claim] = MappingProxyType({c.id: c for c in claims})
        self.relations: Mapping[str, Relation] = MappingProxyType({r.id: r for r in relations})
        self.arguments: Mapping[str, Argument] = MappingProxyType({a.id: a for a in arguments})
        self.sections: Mapping[str, Section] = MappingProxyType({s.id: s for s in sections})
        self.name = name
        self.data = data
        self._ends: tuple[_Ends, _Ends] | None = None
        self._step_of: Mapping[str, Argument] = {
            step: argument for argument in self.arguments.values() for step in argument.relations
        }

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ArgumentMap):
            return NotImplemented
        return self._written() == other._written()

    __hash__ = None  # type: ignore[assignment]  # equal by content, and content is not hashable

    def __repr__(self) -> str:
        return (
            f"<ArgumentMap {self.name!r}: {len(self.claims)} claims, "
            f"{len(self.relations)} relations, {len(self.arguments)} arguments>"
        )

    @property
    def title(self) -> str:
        """The title that the map gives itself, else its name."""
        title = self.data.get("title")
        return title if isinstance(title, str) and title else self.name

    def bearing_on(self, target: str) -> Sequence[Relation]:
        """The relations that lead to a claim or relation, in the order written.

        Symmetric relations bear on every claim that they join.
        """
        return _all(self._indices()[0].get(target))

    def drawn_from(self, claim: str) -> Sequence[Relation]:
        """The relations that a claim is a premise of, in the order written.

        Symmetric relations are drawn from every claim that they join.
        """
        return _all(self._indices()[1].get(claim))

    def _indices(self) -> tuple[_Ends, _Ends]:
        """The relations by their targets and by their premises; made when first asked for.

        A map that is only written, or of which only a part is kept, needs neither.
        """
        if self._ends is None:
            on: dict[str, Relation | list[Relation]] = {}
            drawn: dict[str, Relation | list[Relation]] = {}
            for relation in self.relations.values():
                premises: tuple[str, ...] = relation.premises
                targets: tuple[str, ...] = (relation.target,)
                if relation.kind in SYMMETRIC:
                    targets = premises = (*premises, relation.target)
                for target in targets if len(targets) == 1 else dict.fromkeys(targets):
                    _put(on, target, relation)
                for premise in premises if len(premises) == 1 else dict.fromkeys(premises):
                    _put(drawn, premise, relation)
            self._ends = on, drawn
        return self._ends

    def premises_for(self, relation: Relation, claim: str) -> tuple[str, ...]:
        """The other end of a relation that bears on a claim.

        These are its premises; seen from a premise of a symmetric relation, all its other ends.
        """
        if not relation.symmetric or relation.target == claim:
            return relation.premises
        ends = (*relation.premises, relation.target)
        return tuple(end for end in ends if end != claim and end in self.claims)

    def argument_of(self, relation: str) -> Argument | None:
        """The argument that a relation is a step of, if any."""
        return self._step_of.get(relation)

    def positions(self, relations: Iterable[str]) -> Mapping[str, int]:
        """Where the relations stand in the order written, and perhaps others."""
        del relations
        return {relation: place for place, relation in enumerate(self.relations)}

    def home_of(self, claim: str) -> "ArgumentMap":
        """The map by itself that a claim is of, where several are as one; else this one."""
        del claim
        return self

    def keep(
        self, claims: Container[str], relations: Container[str] | None = None
    ) -> "ArgumentMap":
        """The part of the map that is about these claims alone.

        It has the claims, each relation all of whose ends it has (of those given, if any are),
        and each argument of which a relation or the gist is left.
        """
        kept = [claim for claim in self.claims.values() if claim.id in claims]
        whole = self._among({claim.id for claim in kept}, relations)
        return ArgumentMap(
            kept,
            whole.values(),
            arguments_among(self.arguments.values(), claims, whole),
            self.sections.values(),
            name=self.name,
            data=self.data,
        )

    def _among(self, claims: set[str], wanted: Container[str] | None) -> dict[str, Relation]:
        """The relations with all ends among the claims, and those on such relations."""
        reached: dict[str, Relation] = {}
        on_steps: _Index = {}
        for id, relation in self.relations.items():
            if not claims.issuperset(relation.premises) or not (wanted is None or id in wanted):
                continue
            if relation.target_type == "relation":
                on_steps.setdefault(relation.target, []).append(relation)
            elif relation.target in claims:
                reached[id] = relation
        if not on_steps:
            return reached
        waiting = list(reached)
        for id in waiting:  # grows under way
            for relation in on_steps.get(id, ()):
                reached[relation.id] = relation
                waiting.append(relation.id)
        return {id: relation for id, relation in self.relations.items() if id in reached}

    def _written(self) -> tuple[object, ...]:
        return (
            tuple(self.claims.values()),
            tuple(self.relations.values()),
            tuple(self.arguments.values()),
            tuple(self.sections.values()),
            self.name,
            dict(self.data),
        )


def _put(ends: dict[str, Relation | list[Relation]], id: str, relation: Relation) -> None:
    known = ends.setdefault(id, relation)
    if isinstance(known, list):
        known.append(relation)
    elif known is not relation:
        ends[id] = [known, relation]


def _all(found: Relation | Sequence[Relation] | None) -> Sequence[Relation]:
    return () if found is None else (found,) if isinstance(found, Relation) else found


def arguments_among(
    arguments: Iterable[Argument], claims: Container[str], relations: Container[str]
) -> Iterator[Argument]:
    """The arguments of which a relation or the gist is among these, without what is not."""
    for argument in arguments:
        steps = tuple(step for step in argument.relations if step in relations)
        gist = argument.gist if argument.gist in claims else None
        if steps or gist or not (argument.relations or argument.gist):
            listed = tuple(claim for claim in argument.statements if claim in claims)
            yield argument._replace(relations=steps, gist=gist, statements=listed)
