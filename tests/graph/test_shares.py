import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.shares import (
    Settled,
    Share,
    Way,
    claim_node,
    dealt,
    found,
    reach,
    settle,
    share_of,
)
from argmap.graph.trace import conclusions
from argmap.graph.walk import grounds_of
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from small_maps import LARGE, maps

DEEP = 10_000


class Answer:
    """What is known at once, where a cluster would take its time."""

    def __init__(self, answer: Any) -> None:  # noqa: ANN401  # whatever was asked for
        self._answer = answer

    def result(self) -> Any:  # noqa: ANN401
        return self._answer


class Here:
    """A share that answers at once; it counts the nodes that are handed to it on the way."""

    def __init__(self, number: int, of: int) -> None:
        self._share = Share(number, of)
        self.handed = 0

    def add(self, rows: str) -> Answer:
        self._share.add(rows)
        return Answer(None)

    def follow(self, walk: Any, nodes: str) -> Answer:  # noqa: ANN401
        self.handed += len(json.loads(nodes)) if walk in {"down", "up"} else 0
        return Answer(self._share.follow(walk, nodes))

    def settle(self) -> Answer:
        return Answer(self._share.settle())

    def found(self, begin: int) -> Answer:
        return Answer(self._share.found(begin))


def shared_out(of: int, *records: Claim | Relation) -> tuple[list[Here], Settled]:
    """So many shares that have all the records, given to them in two pieces."""
    shares = [Here(number, of) for number in range(of)]
    half = len(records) // 2
    for first, some in ((half, records[half:]), (0, records[:half])):
        for share, rows in zip(shares, dealt(some, first, of), strict=True):
            share.add(rows)
    return shares, settle(shares)


def shared_map(map: ArgumentMap, of: int) -> list[Here]:
    shares, settled = shared_out(of, *map.claims.values(), *map.relations.values())
    assert settled == ([], 0)
    return shares


def in_order(map: ArgumentMap, *ids: str) -> list[str]:
    return [id for id in map.claims if id in ids]


@given(maps(), st.integers(1, 4), st.data())
def test_it_is_exact_however_the_map_is_shared_out(
    map: ArgumentMap, of: int, data: st.DataObject
) -> None:
    claim = data.draw(st.sampled_from(list(map.claims)))
    below = {claim, *grounds_of(map, claim)}
    above = {step.claim for step in conclusions(map, claim)}
    expected: list[tuple[list[Way], set[str]]] = [
        (["down"], {*below}), (["up"], {*above}), (["up", "down"], {*below, *above}),
    ]  # fmt: skip
    for ways, reached in expected:
        shares = shared_map(map, of)
        reach(shares, claim, ways)
        assert list(found(shares)) == in_order(map, claim, *reached)


@given(maps(), st.integers(2, 4))
def test_no_share_hands_a_node_on_twice(map: ArgumentMap, of: int) -> None:
    shares = shared_map(map, of)
    reach(shares, "c0", ["down"])
    handed = sum(share.handed for share in shares)
    assert handed <= 1 + (len(map.claims) + len(map.relations)) * (of - 1)


def test_one_share_takes_one_round() -> None:
    for make in LARGE.values():
        shares = shared_map(make(500), 1)
        assert reach(shares, "c0", ["down"]) == 1
        assert len(list(found(shares))) >= 500


def test_a_deep_map_takes_no_recursion() -> None:
    shares = shared_map(LARGE["chain"](DEEP), 3)
    reach(shares, "c0", ["down"])
    assert list(found(shares)) == [f"c{number}" for number in range(DEEP)]


def test_what_is_too_much_to_be_told_at_once_is_told_in_parts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("argmap.graph.shares._AT_A_TIME", 100)
    shares = shared_map(LARGE["star"](1000), 2)
    assert reach(shares, "c0", ["down"]) > 5
    assert list(found(shares)) == [f"c{number}" for number in range(1000)]


def test_relations_without_an_end_are_left_out_and_those_on_them() -> None:
    claims = [Claim(id) for id in "abcdefg"]
    relations = [
        Relation("r1", "support", ("b", "gone"), "a"),
        Relation("r2", "undercut", ("c",), "r1", "relation"),
        Relation("r3", "support", ("d",), "a", "relation"),  # a claim is no relation
        Relation("r4", "support", ("e",), "r5", "relation"),
        Relation("r5", "contradiction", ("f", "a"), "r4", "relation"),  # they lead to each other
        Relation("r6", "support", ("r1",), "a"),  # a relation is no claim
        Relation("r7", "support", ("g",), "a"),
    ]
    for of in (1, 3):
        shares, settled = shared_out(of, *claims, *relations)
        assert settled == ([], 6)
        reach(shares, "a", ["up", "down"])
        assert list(found(shares)) == ["a", "g"]


def test_ids_that_are_taken_are_told() -> None:
    relation = Relation("b", "support", ("a",), "a")
    for of in (1, 3):
        _, settled = shared_out(of, Claim("a"), Claim("b"), Claim("c"), Claim("a"), relation)
        assert settled.taken == ["a", "b"]


def test_each_node_has_a_share_that_does_not_depend_on_the_run() -> None:
    nodes = map(claim_node, ("a", "b", "ä", "\ud800"))
    assert [share_of(node, 4) for node in nodes] == [3, 1, 3, 0]
