from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given

from argmap.graph.cycles import ONE_WAY, cycles, support_cycles
from argmap.graph.walk import bearings, conclusions
from argmap.model.map import ArgumentMap
from small_maps import LARGE, MANY, map_of, maps


def test_a_circle_begins_with_the_first_claim_written_and_follows_the_reasoning() -> None:
    map = map_of("b support a", "c rebuttal b", "a support c")
    assert cycles(map) == [("a", "c", "b")]


def test_a_circle_is_the_shortest_through_its_first_claim() -> None:
    map = map_of("b support a", "c support b", "a support c", "a support b")
    assert cycles(map) == [("a", "b")]


def test_a_claim_that_bears_on_itself_is_a_circle_besides_the_one_it_is_in() -> None:
    map = map_of("b support a", "a support b", "a rebuttal a", "c undercut r1", "d support d")
    assert cycles(map) == [("a",), ("a", "b"), ("d",)]


def test_what_undercuts_a_step_to_its_own_ground_makes_a_circle() -> None:
    map = map_of("b support a", "c undercut r1", "a support c")
    assert cycles(map) == [("a", "c")]
    assert support_cycles(map) == []


def test_symmetric_relations_make_no_circle_unless_asked_for() -> None:
    map = map_of("b contrary a", "c equivalence d")
    assert cycles(map) == []
    assert cycles(map, ["equivalence"]) == [("d", "c")]
    assert support_cycles(map) == []


def test_only_circles_of_reasons_are_support_cycles() -> None:
    map = map_of("b support a", "a rebuttal b", "c entailment d", "d support c")
    assert cycles(map) == [("a", "b"), ("d", "c")]
    assert support_cycles(map) == [("d", "c")]


def test_backing_an_objection_is_no_support_of_the_claim_objected_to() -> None:
    against = map_of("b rebuttal a", "c support r1", "a support c")
    assert support_cycles(against) == []
    backed = map_of("b support a", "c support r1", "a support c")
    assert support_cycles(backed) == [("a", "c")]


@given(maps())
def test_each_knot_has_one_circle_and_each_circle_holds(map: ArgumentMap) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(map.claims)
    for claim in map.claims:
        for bearing in bearings(map, claim):
            if bearing.relation.kind in ONE_WAY:
                graph.add_edges_from((premise, claim) for premise in bearing.premises)
    found = cycles(map)
    for circle in found:
        assert len(set(circle)) == len(circle)
        assert all(graph.has_edge(*step) for step in pairwise([*circle, circle[0]]))
        assert all(step[1] in conclusions(map, step[0]) for step in pairwise(circle))
    knots = [knot for knot in nx.strongly_connected_components(graph) if len(knot) > 1]
    starts = sorted(min(knot) for knot in knots)
    assert sorted(circle[0] for circle in found if len(circle) > 1) == starts
    loops = sorted(circle[0] for circle in found if len(circle) == 1)
    assert loops == sorted(nx.nodes_with_selfloops(graph))


@pytest.mark.parametrize("shape", LARGE)
def test_size_is_no_limit(shape: str) -> None:
    map = LARGE[shape]()
    whole = [("c0", *(f"c{number}" for number in range(MANY - 1, 0, -1)))]
    expected = whole if shape == "ring" else []
    assert cycles(map) == expected
    assert support_cycles(map) == expected
