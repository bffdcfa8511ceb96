import networkx as nx
import pytest
from hypothesis import given

from argmap.graph.order import condense, is_final, layers, premises_first, theses
from argmap.graph.walk import conclusions, reasons
from argmap.model.map import ArgumentMap
from small_maps import LARGE, MANY, map_of, maps


def _as_graph(map: ArgumentMap) -> "nx.DiGraph[str]":
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(map.claims)
    graph.add_edges_from((r, claim) for claim in map.claims for r in reasons(map, claim))
    return graph


def test_theses_are_first_and_each_claim_lies_beyond_all_it_bears_on() -> None:
    map = map_of("b support a", "c support b", "c rebuttal a", "d support e", "f undercut r1")
    assert layers(map) == [["a", "e"], ["b", "d", "f"], ["c"]]


def test_a_circle_shares_a_layer() -> None:
    map = map_of("b support a", "c support b", "b support c", "d rebuttal c")
    assert layers(map) == [["a"], ["b", "c"], ["d"]]
    assert condense(map) == {("d",): 2, ("b", "c"): 1, ("a",): 0}


def test_claims_in_conflict_share_a_layer() -> None:
    assert layers(map_of("b support a", "c contradiction b")) == [["a"], ["b", "c"]]


def test_an_empty_map_has_no_layers_and_no_theses() -> None:
    empty = ArgumentMap(())
    assert layers(empty) == []
    assert theses(empty) == []


@given(maps())
def test_premises_come_before_conclusions_but_for_circles(map: ArgumentMap) -> None:
    order = premises_first(map)
    place = {claim: number for number, component in enumerate(order) for claim in component}
    assert len(place) == len(map.claims) == sum(len(component) for component in order)
    for claim in map.claims:
        for premise in reasons(map, claim):
            assert place[premise] <= place[claim]
    graph = _as_graph(map)
    expected = {frozenset(found) for found in nx.strongly_connected_components(graph)}
    assert {frozenset(component) for component in order} == expected


@given(maps(kinds=("support", "rebuttal", "undercut", "entailment"), acyclic=True))
def test_layers_are_the_longest_ways_of_networkx(map: ArgumentMap) -> None:
    graph = _as_graph(map)
    for number, layer in enumerate(layers(map)):
        for claim in layer:
            beyond = graph.subgraph({claim} | nx.descendants(graph, claim))
            assert nx.dag_longest_path_length(beyond) == number


@given(maps(acyclic=True, kinds=("support", "rebuttal", "undercut", "entailment")))
def test_without_circles_the_theses_are_what_bears_on_nothing(map: ArgumentMap) -> None:
    assert theses(map) == [claim for claim in map.claims if not conclusions(map, claim)]


@given(maps())
def test_every_claim_is_a_thesis_or_leads_to_one(map: ArgumentMap) -> None:
    graph = _as_graph(map)
    found = set(theses(map))
    for claim in map.claims:
        beyond: set[str] = nx.descendants(graph, claim)
        assert found & {claim, *beyond}


def test_a_circle_that_bears_on_nothing_else_has_its_first_claim_for_a_thesis() -> None:
    assert theses(map_of("b support a", "a rebuttal b", "c support b")) == ["a"]


def test_rivals_are_both_theses_but_an_objection_in_conflict_is_none() -> None:
    assert theses(map_of("b contradiction a", "c support b")) == ["a", "b"]
    map = map_of("b contradiction a", "b rebuttal z")
    assert theses(map) == ["z"]
    assert is_final(map, "a")
    assert not is_final(map, "b")


def test_a_claim_alone_is_a_thesis() -> None:
    assert theses(map_of("b support a", "c")) == ["a", "c"]


@pytest.mark.parametrize(
    ("shape", "depth"), [("chain", MANY), ("ring", 1), ("star", 2), ("tower", 2)]
)
def test_size_is_no_limit(shape: str, depth: int) -> None:
    map = LARGE[shape]()
    assert len(layers(map)) == depth
    assert theses(map) == ["c0"]
