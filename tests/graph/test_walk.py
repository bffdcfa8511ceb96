import pytest
from hypothesis import given

from argmap.graph.walk import (
    bearings,
    breadth_first,
    conclusions,
    consequences_of,
    depth_first,
    distances,
    grounds_of,
    reasons,
)
from argmap.model.map import ArgumentMap
from small_maps import MANY, chain, map_of, maps, star, tower

TREE = {1: [2, 3], 2: [4, 5], 3: [6], 4: [], 5: [1], 6: [2]}


def test_breadth_first_yields_near_nodes_first_and_each_once() -> None:
    assert list(breadth_first(1, TREE.__getitem__)) == [1, 2, 3, 4, 5, 6]


def test_depth_first_yields_each_node_once_in_pre_order() -> None:
    assert list(depth_first(1, TREE.__getitem__)) == [1, 2, 4, 5, 3, 6]


def test_depth_first_goes_down_before_a_later_sibling_even_if_that_was_seen_as_a_neighbour() -> (
    None
):
    graph = {"a": ["b", "c"], "b": ["c"], "c": ["d"], "d": []}
    assert list(depth_first("a", graph.__getitem__)) == ["a", "b", "c", "d"]


def test_walks_are_lazy() -> None:
    endless = breadth_first(0, lambda number: [number + 1])
    assert [next(endless) for _ in range(3)] == [0, 1, 2]
    deep = depth_first(0, lambda number: [number + 1])
    assert [next(deep) for _ in range(3)] == [0, 1, 2]


def test_reasons_are_premises_of_either_stance_and_of_what_is_aimed_at_their_steps() -> None:
    map = map_of("b c support a", "d rebuttal a", "e undercut r1", "f undercut r3")
    assert reasons(map, "a") == ["b", "c", "e", "f", "d"]
    assert reasons(map, "b") == []


@pytest.mark.parametrize(
    ("steps", "stances"),
    [
        (["b support a"], ["for"]),
        (["b rebuttal a", "c undercut r1"], ["against", "for"]),
        (["b support a", "c undercut r1", "d undercut r2"], ["for", "against", "for"]),
        (["b rebuttal a", "c support r1"], ["against", "against"]),
        (["b equivalence a", "c contrary a"], ["for", "against"]),
    ],
)
def test_the_stance_of_a_bearing_is_what_it_comes_to_for_the_claim(
    steps: list[str], stances: list[str]
) -> None:
    assert [bearing.stance for bearing in bearings(map_of(*steps), "a")] == stances


def test_the_ends_of_a_symmetric_relation_bear_on_each_other() -> None:
    map = map_of("a b contrary c", "d undercut r1")
    assert reasons(map, "a") == ["b", "c", "d"]
    assert reasons(map, "c") == ["a", "b", "d"]
    assert conclusions(map, "b") == ["a", "c"]
    assert conclusions(map, "d") == ["a", "b", "c"]


def test_a_claim_that_contradicts_itself_bears_on_itself_once() -> None:
    map = map_of("a contradiction a")
    assert [bearing.relation.id for bearing in bearings(map, "a")] == ["r1"]
    assert conclusions(map, "a") == ["a"]


def test_a_symmetric_relation_with_a_step_joins_claims_only() -> None:
    map = map_of("b support a", "c contrary r1")
    assert reasons(map, "a") == ["b", "c"]
    assert reasons(map, "c") == []
    assert conclusions(map, "c") == ["a"]


@given(maps())
def test_conclusions_are_the_reverse_of_reasons(map: ArgumentMap) -> None:
    down = {(one, other) for one in map.claims for other in reasons(map, one)}
    up = {(one, other) for other in map.claims for one in conclusions(map, other)}
    assert down == up


@given(maps())
def test_grounds_and_consequences_are_each_others_reverse_with_equal_distances(
    map: ArgumentMap,
) -> None:
    down = {(a, b): far for a in map.claims for b, far in grounds_of(map, a).items()}
    up = {(a, b): far for b in map.claims for a, far in consequences_of(map, b).items()}
    assert down == up


@given(maps())
def test_a_distance_is_one_more_than_that_of_the_nearest_neighbour(map: ArgumentMap) -> None:
    found = distances("c0", lambda claim: reasons(map, claim))
    assert list(found.values()) == sorted(found.values())
    for claim, distance in found.items():
        before = [found[other] for other in conclusions(map, claim) if other in found]
        assert distance == (0 if claim == "c0" else min(before) + 1)


def test_grounds_come_nearest_first_and_without_the_claim_itself() -> None:
    map = map_of("b support a", "c support b", "a support c", "d rebuttal a")
    assert grounds_of(map, "a") == {"b": 1, "d": 1, "c": 2}
    assert list(grounds_of(map, "a")) == ["b", "d", "c"]
    assert consequences_of(map, "d") == {"a": 1, "c": 2, "b": 3}


def test_depth_and_width_are_no_limit() -> None:
    long, wide, high = chain(), star(), tower()
    assert grounds_of(long, "c0")[f"c{MANY - 1}"] == MANY - 1
    assert consequences_of(long, f"c{MANY - 1}")["c0"] == MANY - 1
    assert sum(1 for _ in depth_first("c0", lambda claim: reasons(long, claim))) == MANY
    assert len(reasons(wide, "c0")) == MANY - 1
    assert len(reasons(high, "c0")) == MANY
    assert conclusions(high, f"c{MANY}") == ["c0"]


def test_many_steps_on_one_tower_are_followed_in_linear_time() -> None:
    height = 20_000
    steps = ["a support z", *(f"a undercut r{number}" for number in range(1, height))]
    assert conclusions(map_of(*steps), "a") == ["z"]
