"""Reachability in a graph that is shared out: no part of it has to know more than its own nodes.

Each share follows its own links as far as they lead, and hands on what lies in others; in rounds,
until nothing new is handed on. That is exact for any division, and each link is followed once.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol
from zlib import crc32

from argmap.graph.walk import reasons
from argmap.model.map import ArgumentMap

Link = tuple[str, str]
Handed = dict[int, list[str]]


class Pending(Protocol):
    """What a share will have answered."""

    def result(self) -> Any:  # noqa: ANN401  # as futures are
        """The answer, as soon as it is there."""


def share_of(node: str, of: int) -> int:
    """The number of the share that has a node, the same everywhere."""
    return crc32(node.encode("utf-8", "surrogatepass")) % of


class Share:
    """The nodes of one share, with the links from them.

    What goes in and out is JSON, for that is one text to whoever carries it, and not a list whose
    items are looked at one by one.
    """

    def __init__(self, of: int) -> None:
        self._of = of
        self._links: dict[str, list[str]] = {}
        self._seen: set[str] = set()
        self._handed: set[str] = set()

    def add(self, links: str) -> None:
        """Take in links that begin here."""
        for start, end in _unpacked(links):
            self._links.setdefault(start, []).append(end)

    def expand(self, nodes: str, own: int) -> str:
        """Follow the links from nodes of this share, which has that number; what others have to.

        Nothing is handed on twice.
        """
        waiting = [node for node in dict.fromkeys(_unpacked(nodes)) if node not in self._seen]
        self._seen.update(waiting)
        handed: Handed = {}
        for node in waiting:  # grows under way
            for end in self._links.get(node, ()):
                if end in self._seen or end in self._handed:
                    continue
                home = share_of(end, self._of)
                if home == own:
                    self._seen.add(end)
                    waiting.append(end)
                else:
                    self._handed.add(end)
                    handed.setdefault(home, []).append(end)
        return _packed(list(handed.items()))

    def reached(self) -> str:
        """The nodes of this share that were reached, sorted."""
        return _packed(sorted(self._seen))


def links_down(map: ArgumentMap) -> Iterator[Link]:
    """From each claim to those that bear on it in one link; cost as `reasons` of all claims."""
    return ((claim, reason) for claim in map.claims for reason in reasons(map, claim))


def links_up(map: ArgumentMap) -> Iterator[Link]:
    """The same links the other way round."""
    return ((end, start) for start, end in links_down(map))


def reach(shares: Sequence[Any], start: str) -> tuple[set[str], int]:
    """The nodes that can be reached from the start, which is one of them, and in how many rounds.

    The shares answer like :class:`Share`, each with something that is still :class:`Pending`, so
    that all of them work at once.
    """
    front: Handed = {share_of(start, len(shares)): [start]}
    rounds = 0
    while front:
        rounds += 1
        asked: list[Pending] = [shares[n].expand(_packed(nodes), n) for n, nodes in front.items()]
        front = {}
        for each in asked:
            for home, nodes in _unpacked(each.result()):
                front.setdefault(home, []).extend(nodes)
    found = [share.reached() for share in shares]
    return {node for each in found for node in _unpacked(each.result())}, rounds


def shared_out(
    links: Iterable[Link], shares: Sequence[Any], many: int, wait: Callable[[Pending], object]
) -> None:
    """Give each link to the share in which it begins, so many at a time."""
    held: list[list[Link]] = [[] for _ in shares]
    for link in links:
        home = share_of(link[0], len(shares))
        held[home].append(link)
        if len(held[home]) == many:
            wait(shares[home].add(_packed(held[home])))
            held[home] = []
    for share, rest in zip(shares, held, strict=True):
        wait(share.add(_packed(rest)))


def _packed(value: object) -> str:
    from json import dumps

    return dumps(value)


def _unpacked(text: str) -> Any:  # noqa: ANN401  # whatever was packed
    from json import loads

    return loads(text)
