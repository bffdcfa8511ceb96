"""What bears on what among claims and arguments: what is written, and what follows from that.

It follows that a premise supports its argument, and an argument its conclusion; and where a claim
is not told of itself, what bears on it bears on the arguments that use it, and it bears on things
through the arguments for it.
"""

from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from argmap.graph.anatomy import Anatomy, Link
from argmap.model.relation import AGAINST, SYMMETRIC, Kind


class Edge(NamedTuple):
    """What one node comes to for another.

    ``relations`` are the ids of all the relations that it is made of, in order; there are none if
    it only says that a claim is a premise or the conclusion of an argument. ``via`` are the
    claims that it runs through. ``derived`` if no relation was written between just these two.
    """

    kind: Kind
    source: str
    target: str
    relations: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    derived: bool = False

    @property
    def symmetric(self) -> bool:
        """Whether the edge holds in both directions."""
        return self.kind in SYMMETRIC


def edges(anatomy: Anatomy, claims: Container[str], arguments: Container[str]) -> list[Edge]:
    """The edges among these claims and arguments, those that are written first.

    Linear in the relations that the edges are made of.
    """
    between = _Between(anatomy, claims, arguments)
    return merged([*between.written(), *between.inferred()])


def merged(edges: Iterable[Edge]) -> list[Edge]:
    """The edges with one for each kind between the same two nodes."""
    alike: dict[tuple[Kind, str, str], list[Edge]] = {}
    for edge in edges:
        turned = edge.kind, edge.target, edge.source
        same = alike.get(turned) if edge.symmetric else None
        if same is None:
            same = alike.setdefault((edge.kind, edge.source, edge.target), [])
        same.append(edge)
    return [
        Edge(
            *key,
            tuple(dict.fromkeys(id for edge in same for id in edge.relations)),
            tuple(dict.fromkeys(claim for edge in same for claim in edge.via)),
            all(edge.derived for edge in same),
        )
        for key, same in alike.items()
    ]


class _Between:
    def __init__(self, anatomy: Anatomy, claims: Container[str], arguments: Container[str]) -> None:
        self._anatomy = anatomy
        self._claims = claims
        self._arguments = arguments

    def written(self) -> Iterator[Edge]:
        """The edges that relations are made into."""
        for link in self._anatomy.links:
            yield from self._lifted(link)
            if link.symmetric and not (self._is_node(link.source) and self._is_node(link.target)):
                yield from self._lifted(link._replace(source=link.target, target=link.source))

    def inferred(self) -> Iterator[Edge]:
        """The edges between arguments and their premises and conclusions."""
        for id, parts in self._anatomy.arguments.items():
            if id not in self._arguments:
                continue
            if parts.conclusion is not None:
                shared = (parts.conclusion,)
                for target in self._targets(parts.conclusion):
                    via = () if target in shared else shared
                    yield Edge("support", id, target, via=via, derived=True)
            for premise in parts.premises:
                if premise in self._claims:
                    yield Edge("support", premise, id, derived=True)

    def _is_node(self, end: str) -> bool:
        return end in (self._arguments if end in self._anatomy.arguments else self._claims)

    def _lifted(self, link: Link) -> Iterator[Edge]:
        """A link between what stands for its ends."""
        kind = link.kind
        targets = self._targets(link.target)
        for source in self._sources(link.source):
            for target in targets:
                of_claims = source in self._claims and target in self._claims
                if not of_claims and kind != "undercut":
                    kind = "rebuttal" if link.kind in AGAINST else "support"
                via = tuple(
                    end for end in (link.source, link.target) if end not in (source, target)
                )
                relations = (link.relation,) if link.relation else ()
                yield Edge(kind, source, target, relations, via, derived=bool(via))

    def _sources(self, end: str) -> list[str]:
        """What speaks for an end: itself if it is a node, else the arguments for it."""
        return self._standing_for(end, self._anatomy.concluded_by)

    def _targets(self, end: str) -> list[str]:
        """Where an end is hit: itself if it is a node, else the arguments that use it."""
        return self._standing_for(end, self._anatomy.used_by)

    def _standing_for(self, end: str, arguments: dict[str, list[str]]) -> list[str]:
        if self._is_node(end):
            return [end]
        return [id for id in arguments.get(end, ()) if id in self._arguments]
