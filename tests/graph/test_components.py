import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.components import components, peel
from argmap.graph.rows import packed

GRAPHS = st.lists(st.lists(st.integers(0, 7), max_size=4), min_size=8, max_size=8)
LINKS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=16)


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


@given(LINKS)
def test_claims_are_peeled_off_until_circles_are_left(links: list[tuple[int, int]]) -> None:
    reasons = packed(9, [claim for claim, _ in links], [reason for _, reason in links])
    below, core, above = peeled = peel(reasons, reasons.turned(9))
    order = [*below, *(claim for each in core for claim in each), *above]
    assert sorted(order) == list(range(9))
    home = {claim: n for n, each in enumerate([*([c] for c in below), *core, *([c] for c in above)])
            for claim in each}  # fmt: skip
    assert all(home[reason] <= home[claim] for claim, reason in links)
    graph: nx.DiGraph[int] = nx.DiGraph((reason, claim) for claim, reason in links)
    graph.add_nodes_from(range(9))
    circles = [
        each
        for each in nx.strongly_connected_components(graph)
        if len(each) > 1 or graph.has_edge(*2 * [*each])
    ]
    assert {frozenset(each) for each in peeled.knots(reasons)} == {frozenset(c) for c in circles}
    on_circles = set().union(*circles)
    led_to = on_circles.union(*(nx.descendants(graph, claim) for claim in on_circles))
    assert set(below) == set(range(9)) - led_to
    leading = on_circles.union(*(nx.ancestors(graph, claim) for claim in on_circles))
    assert set(above) == led_to - leading
