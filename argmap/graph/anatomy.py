"""What arguments are made of, and what is written to bear on what: claims and arguments alike."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, SYMMETRIC, Kind, Relation


class Parts(NamedTuple):
    """The claims of an argument: its premises, its main conclusion, and the ones between.

    A sketched argument has none. A claim can have several places in one argument.
    """

    premises: tuple[str, ...] = ()
    conclusion: str | None = None
    between: tuple[str, ...] = ()


class Link(NamedTuple):
    """A relation as it is written, from a claim or an argument to a claim or an argument."""

    relation: str
    kind: Kind
    source: str
    target: str

    @property
    def symmetric(self) -> bool:
        """Whether the relation holds in both directions."""
        return self.kind in SYMMETRIC


class Anatomy:
    """A map taken apart into claims, arguments with their parts, and links.

    The gist of a sketched argument is none of the claims: the argument stands for it. A relation
    outside all arguments is an argument of its own, under the relation's id, where it could not be
    a link: if it has linked premises, or if something bears on it. An attack on an argument is
    left out if the same claim attacks a premise of it as well.

    ``used_by`` and ``concluded_by`` tell which arguments have a claim as premise, and which as main
    conclusion. Linear in the map, but that a symmetric relation of k ends is a link for each two
    of them, and that an attack on an argument is compared with its premises, or with the other
    attacks of its claim if they are fewer.
    """

    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self._gists: dict[str, str] = {}
        for argument in map.arguments.values():
            if argument.gist is not None:
                self._gists.setdefault(argument.gist, argument.id)
        self._owners = _owners(map)
        self.claims = tuple(claim for claim in map.claims if claim not in self._gists)
        self.arguments: dict[str, Parts] = dict.fromkeys(map.arguments, Parts())
        links: list[Link] = []
        for argument in map.arguments.values():
            if argument.gist is None:
                steps = [map.relations[step] for step in argument.relations]
                links += self._take_steps(argument.id, steps, argument.statements)
        inner = {step for a in map.arguments.values() if a.gist is None for step in a.relations}
        for relation in map.relations.values():
            if relation.id not in inner:
                links += self._take_relation(relation)
        self.used_by: dict[str, list[str]] = {}
        self.concluded_by: dict[str, list[str]] = {}
        for id, parts in self.arguments.items():
            for premise in parts.premises:
                self.used_by.setdefault(premise, []).append(id)
            if parts.conclusion is not None:
                self.concluded_by.setdefault(parts.conclusion, []).append(id)
        self.links = tuple(_told_once(links, self.arguments))

    def _end(self, claim: str) -> str:
        """The claim, or the argument that it is the gist of."""
        return self._gists.get(claim, claim)

    def _target(self, relation: Relation) -> str:
        """The claim that a relation bears on, or the argument by its gist or a step of it."""
        if relation.target_type == "relation":
            return self._owners[relation.target]
        return self._end(relation.target)

    def _take_steps(
        self, id: str, steps: Sequence[Relation], statements: Sequence[str] = ()
    ) -> Iterator[Link]:
        """Give an argument its parts; what cannot be a part is a link to it, or from it."""
        used: dict[str, str] = {}
        concluded: dict[str, int] = {}
        main = None
        for step in steps:
            for premise in step.premises:
                if premise not in concluded:
                    used.setdefault(premise, step.id)
            main = step.target if _concludes(step) and step.target not in self._gists else None
            if main is None:
                yield Link(step.id, step.kind, id, self._target(step))
            else:
                concluded[main] = concluded.get(main, 0) + 1
        if statements:
            # What is listed more often than it is concluded is listed as a premise too.
            listed = Counter(statements)
            premises = [c for c in dict.fromkeys(statements) if listed[c] > concluded.get(c, 0)]
        else:
            premises = list(used)
        for premise in premises:
            if premise in self._gists:
                yield Link(used.get(premise, ""), "support", self._gists[premise], id)
        own = tuple(premise for premise in premises if premise not in self._gists)
        ends = Counter(concluded)
        ends.subtract([main] if main else [])
        self.arguments[id] = Parts(own, main, tuple(claim for claim in ends if ends[claim]))

    def _take_relation(self, relation: Relation) -> Iterator[Link]:
        if self._owners.get(relation.id) != relation.id:
            sources = [self._end(premise) for premise in relation.premises]
            ends = [*sources, self._target(relation)]
            for number, source in enumerate(sources, 1):
                for end in ends[number:] if relation.symmetric else ends[-1:]:
                    yield Link(relation.id, relation.kind, source, end)
        elif not relation.symmetric:
            yield from self._take_steps(relation.id, [relation])
        else:
            # What bears on a conflict takes the sting out of it for all that are in it.
            kind: Kind = "rebuttal" if relation.stance == "against" else "support"
            self.arguments[relation.id] = Parts()
            for end in dict.fromkeys((*map(self._end, relation.premises), self._target(relation))):
                yield Link(relation.id, "support", end, relation.id)
                yield Link(relation.id, kind, relation.id, end)


def _owners(map: ArgumentMap) -> dict[str, str]:
    """For each relation that something bears on, or that has linked premises, its argument."""
    owners: dict[str, str] = {}
    for argument in sorted(map.arguments.values(), key=lambda argument: argument.gist is not None):
        for step in argument.relations:
            linked = argument.gist is not None and len(map.relations[step].premises) > 1
            owners.setdefault(step, step if linked else argument.id)
    for relation in map.relations.values():
        linked = len(relation.premises) > 1 and not relation.symmetric
        if linked or map.bearing_on(relation.id):
            owners.setdefault(relation.id, relation.id)
    return owners


def _concludes(step: Relation) -> bool:
    """Whether a step argues for a claim, so that the claim is its conclusion."""
    return step.stance == "for" and step.target_type == "claim" and not step.symmetric


def _told_once(links: Sequence[Link], arguments: dict[str, Parts]) -> Iterator[Link]:
    """The links without attacks on arguments that are told as attacks on their premises."""
    attacked: dict[str, set[str]] = {}
    for link in links:
        if link.kind in AGAINST and link.kind != "undercut":
            attacked.setdefault(link.source, set()).add(link.target)
            if link.symmetric:
                attacked.setdefault(link.target, set()).add(link.source)
    premises = {id: frozenset(parts.premises) for id, parts in arguments.items()}
    for link in links:
        if link.kind == "rebuttal" and link.source not in arguments and link.target in arguments:
            fewer, more = sorted((attacked[link.source], premises[link.target]), key=len)
            if not more.isdisjoint(fewer):
                continue
        yield link
