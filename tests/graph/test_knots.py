import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.knots import peel
from argmap.graph.rows import packed

LINKS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=16)


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
