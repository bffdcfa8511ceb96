import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.components import components

GRAPHS = st.lists(st.lists(st.integers(0, 7), max_size=4), min_size=8, max_size=8)


@given(GRAPHS)
def test_components_are_those_of_networkx(graph: list[list[int]]) -> None:
    theirs: nx.DiGraph[int] = nx.DiGraph()
    theirs.add_nodes_from(range(len(graph)))
    theirs.add_edges_from((a, b) for a, onward in enumerate(graph) for b in onward)
    ours = components(range(len(graph)), graph.__getitem__)
    expected = {frozenset(found) for found in nx.strongly_connected_components(theirs)}
    assert {frozenset(found) for found in ours} == expected
    assert sorted(node for found in ours for node in found) == list(range(len(graph)))


@given(GRAPHS)
def test_a_component_comes_after_those_that_it_leads_to(graph: list[list[int]]) -> None:
    found = components(range(len(graph)), graph.__getitem__)
    place = {node: number for number, nodes in enumerate(found) for node in nodes}
    assert all(place[b] <= place[a] for a, onward in enumerate(graph) for b in onward)


def test_what_is_only_reached_is_in_a_component_too() -> None:
    assert components(["a"], {"a": ["b"], "b": []}.__getitem__) == [["b"], ["a"]]
