"""Reachability in a map that is shared out: no part of it has to know more than its own nodes.

Claims and relations are nodes, and each relation is a link to and from each of its ends, so that
a record makes its links by itself. Each share follows its own links as far as they lead, and
hands on what lies in others; in rounds, until nothing new is handed on. That is exact for any
division, and each link is followed once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal, NamedTuple, Protocol
from zlib import crc32

from argmap.model.claim import Claim
from argmap.model.relation import Relation

Node = str
"""The id of a claim or relation, after a letter that says which."""
Way = Literal["down", "up"]
Walk = Literal["down", "up", "lost", "sound"]
"""Along the reasons, or the conclusions as `argmap.graph.trace` tells them; from relations without
an end, or to those with all."""
_AT_A_TIME = 20_000
"""Nodes that are told at once."""


class Pending(Protocol):
    """What a share will have answered."""

    def result(self) -> Any:  # noqa: ANN401  # as futures are
        """The answer, as soon as it is there."""


class Settled(NamedTuple):
    """Ids that several records have, and how many relations were left out for want of an end."""

    taken: list[str]
    lost: int


def share_of(node: Node, of: int) -> int:
    """The number of the share that has a node, the same everywhere.

    A claim and a relation of one id are in one share.
    """
    return crc32(node[1:].encode("utf-8", "surrogatepass")) % of


def claim_node(id: str) -> Node:
    """The node of a claim."""
    return f"c{id}"


def leads_to(relation: Relation) -> list[Node]:
    """The nodes from which a relation is a step to its reasons; its target comes first."""
    target = f"{relation.target_type[0]}{relation.target}"
    more = map(claim_node, relation.premises if relation.symmetric else ())
    return list(dict.fromkeys((target, *more)))


def comes_from(relation: Relation) -> list[Node]:
    """The nodes from which a relation is a step to its conclusions."""
    both = relation.symmetric and relation.target_type == "claim"
    ends = (*relation.premises, relation.target) if both else relation.premises
    return list(dict.fromkeys(map(claim_node, ends)))


def dealt(records: Iterable[Claim | Relation], first: int, of: int) -> list[str]:
    """What each share is to :meth:`~Share.add` of records, the first of which has that place."""
    claims: list[list[tuple[Node, int]]] = [[] for _ in range(of)]
    steps: list[list[tuple[Node, list[Node], list[Node]]]] = [[] for _ in range(of)]
    links: list[list[tuple[Node, Node, Way]]] = [[] for _ in range(of)]
    for place, record in enumerate(records, first):
        if isinstance(record, Claim):
            node = claim_node(record.id)
            claims[share_of(node, of)].append((node, place))
            continue
        node = f"r{record.id}"
        above, below = leads_to(record), comes_from(record)
        steps[share_of(node, of)].append((node, above, below))
        for end in above:
            links[share_of(end, of)].append((end, node, "down"))
        for end in () if record.symmetric else below:  # upwards they lead nowhere
            links[share_of(end, of)].append((end, node, "up"))
    return [_packed(rows) for rows in zip(claims, steps, links, strict=True)]


class Share:
    """The nodes of one share, with the links from them.

    What goes in and out is JSON, for that is one text to whoever carries it, and not a list whose
    items are looked at one by one.
    """

    def __init__(self, number: int, of: int) -> None:
        self._number = number
        self._of = of
        self._places: dict[Node, int] = {}  # of the claims
        self._steps: set[Node] = set()
        self._links: dict[Way, dict[Node, list[Node]]] = {"down": {}, "up": {}}
        self._taken: set[str] = set()
        self._walked: dict[Walk, _Walked] = {}
        self._found: list[tuple[int, str]] | None = None

    def add(self, rows: str) -> None:
        """Take in what was :func:`dealt`."""
        claims, steps, links = _unpacked(rows)
        down, up = self._links.values()
        for node, place in claims:
            self._take(node)
            self._places[node] = place
        for node, above, below in steps:
            self._take(node)
            self._steps.add(node)
            up.setdefault(node, []).append(above[0])
            down.setdefault(node, []).extend(below)
        for end, node, way in links:
            self._links[way].setdefault(end, []).append(node)

    def _take(self, node: Node) -> None:
        id = node[1:]
        if f"c{id}" in self._places or f"r{id}" in self._steps:
            self._taken.add(id)

    def follow(self, walk: Walk, nodes: str) -> str:
        """Go on with a walk to nodes of this share; what others have to, and whether there is more.

        Nothing is handed on twice, nor too much at once: whoever is told that there is more asks
        again.
        """
        walked = self._walked.get(walk)
        if walked is None:
            walked = self._walked[walk] = _Walked(set(), set(), [])
            self._spread(walk, walked, self._starts(walk))
        self._spread(walk, walked, _unpacked(nodes))
        told = walked.out[-_AT_A_TIME:]
        del walked.out[-_AT_A_TIME:]
        handed: dict[int, list[Node]] = {}
        for node in told:
            handed.setdefault(share_of(node, self._of), []).append(node)
        return _packed((list(handed.items()), bool(walked.out)))

    def _spread(self, walk: Walk, walked: "_Walked", nodes: list[Node]) -> None:
        seen, handed, out = walked
        for node in nodes:  # grows under way
            if node in seen or node in handed:
                continue
            if share_of(node, self._of) != self._number:
                handed.add(node)
                out.append(node)
            elif self._is_on(walk, node):
                seen.add(node)
                nodes += self._next(walk, node)

    def _starts(self, walk: Walk) -> list[Node]:
        """Where a walk begins that is not begun by another share."""
        if walk == "lost":
            missing = (
                steps
                for links in self._links.values()
                for node, steps in links.items()
                if node not in self._places and node not in self._steps
            )
            return list(chain.from_iterable(missing))
        if walk == "sound":
            up = self._links["up"]
            return [step for step in self._steps if up[step][0][0] == "c"]
        return []

    def _is_on(self, walk: Walk, node: Node) -> bool:
        """Whether a node of this share is one that the walk comes to."""
        if walk == "sound":
            return node in self._steps and node not in self._walked["lost"].seen
        return node in self._steps or (walk != "lost" and node in self._places)

    def _next(self, walk: Walk, node: Node) -> Iterable[Node]:
        if walk == "lost":
            return ()
        if walk == "sound":
            return (below for below in self._links["down"][node] if below[0] == "r")
        return self._links[walk].get(node, ())

    def settle(self) -> str:
        """Leave out the relations that do not lead to a claim; the :class:`Settled`.

        After the walks that tell which do.
        """
        sound = self._walked.pop("sound").seen
        self._walked.clear()
        lost = len(self._steps) - len(sound)
        self._steps = sound
        return _packed((sorted(self._taken), lost))

    def found(self, begin: int) -> str:
        """The claims that were reached, with their places, in the order of these; a part of them.

        Without the first ones, of that number; nothing if there are no more.
        """
        if self._found is None:
            reached = set().union(*(walked.seen for walked in self._walked.values()))
            places = self._places
            self._found = sorted((places[node], node[1:]) for node in reached if node in places)
        return _packed(self._found[begin : begin + _AT_A_TIME])


class _Walked(NamedTuple):
    """The nodes of a share that a walk came to, those handed on, and those yet to be told."""

    seen: set[Node]
    handed: set[Node]
    out: list[Node]


def settle(shares: Sequence[Any]) -> Settled:
    """Leave out what is no part of the map, after all records were added; what was found.

    The shares answer like :class:`Share`, each with something that is still :class:`Pending`, so
    that all of them work at once.
    """
    everywhere: dict[int, list[Node]] = {number: [] for number in range(len(shares))}
    follow(shares, "lost", everywhere)
    follow(shares, "sound", everywhere)
    told = _each([share.settle() for share in shares])
    taken, lost = zip(*told, strict=True)
    return Settled(sorted(chain.from_iterable(taken)), sum(lost))


def reach(shares: Sequence[Any], claim: str, ways: Iterable[Way]) -> int:
    """Follow all that bears on a claim, or that it bears on; in how many rounds.

    After :func:`settle`; :func:`found` tells what was reached.
    """
    node = claim_node(claim)
    start = {share_of(node, len(shares)): [node]}
    return sum(follow(shares, way, start) for way in ways)


def follow(shares: Sequence[Any], walk: Walk, start: Mapping[int, list[Node]]) -> int:
    """Go on with a walk until nothing is handed on; the rounds that this took."""
    front = dict(start)
    rounds = 0
    while front:
        rounds += 1
        asked = {home: shares[home].follow(walk, _packed(nodes)) for home, nodes in front.items()}
        front = {}
        for home, (handed, more) in zip(asked, _each(asked.values()), strict=True):
            if more:
                front.setdefault(home, [])
            for other, nodes in handed:
                front.setdefault(other, []).extend(nodes)
    return rounds


def found(shares: Sequence[Any]) -> Iterator[str]:
    """The ids of the claims that were reached, in the order of the map; the first one is one."""
    from heapq import merge

    return (id for _, id in merge(*map(_found, shares)))


def _found(share: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401  # as above
    begin = 0
    while some := _unpacked(share.found(begin).result()):
        yield from map(tuple, some)
        begin += len(some)


def _each(asked: Iterable[Pending]) -> list[Any]:
    return [_unpacked(each.result()) for each in asked]


def _packed(value: object) -> str:
    from json import dumps

    return dumps(value)


def _unpacked(text: str) -> Any:  # noqa: ANN401  # whatever was packed
    from json import loads

    return loads(text)
