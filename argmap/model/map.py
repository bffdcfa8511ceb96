"""The argument map itself: what was written, in order, and indexed in both directions."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Sized
from types import MappingProxyType

from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim
from argmap.model.relation import SYMMETRIC, Relation
from argmap.model.section import Section


class ArgumentMap:
    """Claims, relations and arguments in the order written; immutable once built.

    ``claims``, ``relations``, ``arguments`` and ``sections`` map ids to records. Claims and
    relations never share an id. Every id that a record refers to is in the map:
    :class:`~argmap.model.draft.Draft` sees to that, and is the usual way to make one.
    """

    __slots__ = (
        "_from",
        "_on",
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
        self._on: Mapping[str, Sequence[Relation]]
        self._from: Mapping[str, Sequence[Relation]]
        self._step_of: Mapping[str, Argument]

    def __getattr__(self, name: str) -> object:
        """What is found by looking through all, which is done when it is first asked for."""
        if name in {"_on", "_from"}:
            self._on, self._from = _ends(self.relations.values())
        elif name == "_step_of":
            arguments = self.arguments.values()
            self._step_of = {step: each for each in arguments for step in each.relations}
        else:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        return object.__getattribute__(self, name)

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
        return self._on.get(target, ())

    def drawn_from(self, claim: str) -> Sequence[Relation]:
        """The relations that a claim is a premise of, in the order written.

        Symmetric relations are drawn from every claim that they join.
        """
        return self._from.get(claim, ())

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
        and each argument of which a relation or the gist is left. The map itself if that is all.
        """
        kept = [claim for claim in self.claims.values() if claim.id in claims]
        whole = self._among({claim.id for claim in kept}, relations)
        arguments = list(arguments_among(self.arguments.values(), claims, whole))
        if self._has_only(kept, whole, arguments):
            return self
        return ArgumentMap(
            kept,
            whole.values(),
            arguments,
            self.sections.values(),
            name=self.name,
            data=self.data,
        )

    def _has_only(self, claims: Sized, relations: Sized, arguments: Sequence[Argument]) -> bool:
        """Whether these are all that the map has, of which they are a part."""
        return (
            len(claims) == len(self.claims)
            and len(relations) == len(self.relations)
            and len(arguments) == len(self.arguments)
            and all(argument is self.arguments[argument.id] for argument in arguments)
        )

    def _among(self, claims: set[str], wanted: Container[str] | None) -> dict[str, Relation]:
        """The relations with all ends among the claims, and those on such relations."""
        whole = {
            relation.id: relation
            for relation in self.relations.values()
            if claims.issuperset(relation.premises) and (wanted is None or relation.id in wanted)
        }
        on_steps: dict[str, list[str]] = {}
        for relation in whole.values():
            if relation.target_type == "relation":
                on_steps.setdefault(relation.target, []).append(relation.id)
        on_claims = (r for r in whole.values() if r.target_type == "claim")
        waiting = [relation.id for relation in on_claims if relation.target in claims]
        reached = set(waiting)
        while waiting and on_steps:
            onward = on_steps.pop(waiting.pop(), ())
            reached.update(onward)
            waiting += onward
        return {id: relation for id, relation in whole.items() if id in reached}

    def _written(self) -> tuple[object, ...]:
        return (
            tuple(self.claims.values()),
            tuple(self.relations.values()),
            tuple(self.arguments.values()),
            tuple(self.sections.values()),
            self.name,
            dict(self.data),
        )


def _ends(
    relations: Iterable[Relation],
) -> tuple[dict[str, list[Relation]], dict[str, list[Relation]]]:
    """The relations that lead to each claim and relation, and those that are drawn from it."""
    on: dict[str, list[Relation]] = {}
    drawn: dict[str, list[Relation]] = {}
    for relation in relations:
        _, kind, premises, target, *_ = relation
        if kind not in SYMMETRIC and len(premises) == 1:  # most are so, and this is quicker
            on.setdefault(target, []).append(relation)
            drawn.setdefault(premises[0], []).append(relation)
            continue
        targets: tuple[str, ...] = (target,)
        if kind in SYMMETRIC:
            targets = premises = (*premises, target)
        for each in dict.fromkeys(targets):
            on.setdefault(each, []).append(relation)
        for premise in dict.fromkeys(premises):
            drawn.setdefault(premise, []).append(relation)
    return on, drawn


def arguments_among(
    arguments: Iterable[Argument], claims: Container[str], relations: Container[str]
) -> Iterator[Argument]:
    """The arguments of which a relation or the gist is among these, without what is not."""
    for argument in arguments:
        steps = tuple(step for step in argument.relations if step in relations)
        gist = argument.gist if argument.gist in claims else None
        if steps or gist or not (argument.relations or argument.gist):
            listed = tuple(claim for claim in argument.statements if claim in claims)
            left = argument._replace(relations=steps, gist=gist, statements=listed)
            yield argument if left == argument else left
