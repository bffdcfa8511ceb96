import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.shares import Share, links_down, links_up, reach, share_of, shared_out
from argmap.graph.walk import consequences_of, grounds_of
from argmap.model.map import ArgumentMap
from small_maps import LARGE, MANY, maps


class Answer:
    """What is known at once, where a cluster would take its time."""

    def __init__(self, answer: Any) -> None:  # noqa: ANN401  # whatever was asked for
        self._answer = answer

    def result(self) -> Any:  # noqa: ANN401
        return self._answer


class Here:
    """A share that answers at once; it counts the nodes that are handed to it."""

    def __init__(self, of: int) -> None:
        self._share = Share(of)
        self.handed = 0

    def add(self, links: str) -> Answer:
        self._share.add(links)
        return Answer(None)

    def expand(self, nodes: str, own: int) -> Answer:
        self.handed += len(json.loads(nodes))
        return Answer(self._share.expand(nodes, own))

    def reached(self) -> Answer:
        return Answer(self._share.reached())


def found(map: ArgumentMap, claim: str, of: int, *, up: bool) -> tuple[set[str], int, int]:
    """The claims, the rounds it took, and how often a node was handed on."""
    shares = [Here(of) for _ in range(of)]
    shared_out((links_up if up else links_down)(map), shares, 2, lambda pending: pending.result())
    nodes, rounds = reach(shares, claim)
    return nodes, rounds, sum(share.handed for share in shares)


@given(maps(), st.integers(1, 4), st.data())
def test_it_is_exact_however_the_map_is_shared_out(
    map: ArgumentMap, of: int, data: st.DataObject
) -> None:
    claim = data.draw(st.sampled_from(list(map.claims)))
    assert found(map, claim, of, up=False)[0] == {claim, *grounds_of(map, claim)}
    assert found(map, claim, of, up=True)[0] == {claim, *consequences_of(map, claim)}


@given(maps(), st.integers(2, 4))
def test_no_share_hands_a_node_on_twice(map: ArgumentMap, of: int) -> None:
    _, _, handed = found(map, "c0", of, up=False)
    assert handed <= 1 + len(map.claims) * (of - 1)


def test_one_share_takes_one_round() -> None:
    for make in LARGE.values():
        reached, rounds, _ = found(make(500), "c0", 1, up=False)
        assert rounds == 1
        assert len(reached) >= 500


def test_a_deep_map_takes_no_recursion() -> None:
    reached, _, _ = found(LARGE["chain"](), "c0", 3, up=False)
    assert len(reached) == MANY


def test_each_node_has_a_share_that_does_not_depend_on_the_run() -> None:
    assert [share_of(name, 4) for name in ("a", "b", "ä", "\ud800")] == [3, 1, 3, 0]
