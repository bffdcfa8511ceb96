import json

import networkx as nx
import pytest
from hypothesis import given

from argmap.graph.links import links
from argmap.graph.measure import Balance, balances, measure
from argmap.graph.networkx import to_networkx
from argmap.graph.walk import grounds_of, reasons
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from small_maps import LARGE, MANY, map_of, maps


def test_a_map_is_counted_by_kind_and_side() -> None:
    found = measure(map_of("b c support a", "d rebuttal a", "e undercut r1", "f entailment b", "g"))
    assert (found.claims, found.relations, found.arguments) == (7, 4, 0)
    assert found.kinds == {
        "support": 1,
        "rebuttal": 1,
        "undercut": 1,
        "contrary": 0,
        "contradiction": 0,
        "entailment": 1,
        "equivalence": 0,
    }
    assert (found.pro, found.con) == (2, 2)
    assert found.depth == 2
    assert found.components == 2


def test_arguments_are_counted() -> None:
    map = ArgumentMap(
        [Claim("a"), Claim("b")],
        [Relation("r", "support", ("b",), "a")],
        [Argument("x", relations=("r",))],
    )
    assert measure(map).arguments == 1


def test_theses_leaves_and_lone_claims_are_told_apart() -> None:
    found = measure(map_of("b support a", "c support b", "d"))
    assert found.theses == ("a", "d")
    assert found.leaves == ("c", "d")
    assert found.isolated == ("d",)


def test_unsupported_is_what_is_objected_to_or_concluded_with_nothing_for_it() -> None:
    map = map_of("b rebuttal a", "c rebuttal b", "d support c", "e support z", "f undercut r4", "l")
    assert measure(map).unsupported == ("a", "b")


def test_claims_in_conflict_are_unsupported_until_something_speaks_for_them() -> None:
    assert measure(map_of("b contradiction a", "c support b")).unsupported == ("a",)
    assert measure(map_of("b equivalence a")).unsupported == ()


@pytest.mark.parametrize(
    ("steps", "unanswered"),
    [
        (["b rebuttal a"], ["r1"]),
        (["b rebuttal a", "c rebuttal b"], ["r2"]),
        (["b rebuttal a", "c undercut r1"], ["r2"]),
        (["b rebuttal a", "a rebuttal b"], []),
        (["b rebuttal a", "c support b"], ["r1"]),
        (["b rebuttal a", "c support r1"], ["r1"]),
        (["b c rebuttal a", "d rebuttal c"], ["r2"]),
        (["b rebuttal a", "c rebuttal a"], ["r1", "r2"]),
        (["b contradiction a"], ["r1"]),
        (["b contradiction a", "c rebuttal a"], ["r2"]),
        (["b contradiction a", "c rebuttal b"], ["r2"]),
        (["b contradiction a", "c undercut r1"], ["r2"]),
        (["b contradiction a", "a rebuttal c"], ["r1"]),
        (["a rebuttal a"], ["r1"]),
        (["b support a", "c equivalence a"], []),
    ],
)
def test_unanswered_is_what_objects_with_nothing_against_its_step_or_premises(
    steps: list[str], unanswered: list[str]
) -> None:
    assert list(measure(map_of(*steps)).unanswered) == unanswered


def test_the_balance_follows_the_shortest_way() -> None:
    map = map_of("b support a", "c rebuttal b", "d rebuttal c", "d rebuttal a", "e undercut r1")
    assert measure(map).balance == (Balance("a", pro=1, con=3, both=0),)


def test_a_ground_with_equally_short_ways_on_both_sides_counts_as_both() -> None:
    map = map_of("b support a", "c rebuttal a", "d support b", "d support c", "e support d")
    assert measure(map).balance == (Balance("a", pro=1, con=1, both=2),)


def test_a_lone_claim_has_no_balance() -> None:
    assert measure(map_of("a")).balance == ()


def test_a_balance_that_would_take_too_long_is_left_out_from_the_end() -> None:
    map = map_of("g support a", "g support b", "g support c")
    assert [found.thesis for found in balances(links(map), {"a", "b", "c"}, effort=0)] == ["a"]


def test_an_empty_map_measures_nothing() -> None:
    found = measure(ArgumentMap(()))
    assert (found.claims, found.depth, found.components) == (0, 0, 0)
    assert (found.theses, found.balance, found.cycles) == ((), (), ())


@given(maps(kinds=("support", "rebuttal", "undercut", "entailment"), acyclic=True))
def test_without_circles_the_depth_is_the_longest_way_of_networkx(map: ArgumentMap) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(map.claims)
    graph.add_edges_from((r, claim) for claim in map.claims for r in reasons(map, claim))
    assert measure(map).depth == nx.dag_longest_path_length(graph)
    assert measure(map).cycles == ()


@given(maps())
def test_components_are_those_of_networkx(map: ArgumentMap) -> None:
    graph = to_networkx(map)
    assert measure(map).components == nx.number_weakly_connected_components(graph)


@given(maps())
def test_balances_count_every_ground_once(map: ArgumentMap) -> None:
    found = measure(map)
    assert [balance.thesis for balance in found.balance] == [
        thesis for thesis in found.theses if thesis not in found.isolated
    ]
    for thesis, pro, con, both in found.balance:
        assert pro + con + both == len(grounds_of(map, thesis))


@given(maps())
def test_measures_are_plain_values(map: ArgumentMap) -> None:
    found = measure(map)
    assert len(json.loads(json.dumps(found))) == len(found)
    assert found.pro + found.con == found.relations == sum(found.kinds.values())
    assert set(found.isolated) <= set(found.theses) & set(found.leaves)


@pytest.mark.parametrize("shape", LARGE)
def test_size_is_no_limit(shape: str) -> None:
    found = measure(LARGE[shape]())
    assert found.depth == {"chain": MANY - 1, "ring": 0}.get(shape, 1)
    assert found.components == 1
    assert sum(found.balance[0][1:]) == found.claims - 1
