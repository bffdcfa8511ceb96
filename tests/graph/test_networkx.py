import json
import subprocess
import sys

from hypothesis import given

from argmap.graph.networkx import to_networkx
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from small_maps import MANY, chain, map_of, maps


def test_claims_and_relations_are_nodes_with_their_fields() -> None:
    map = ArgumentMap(
        [Claim("a", title="A", text="It is so.", tags=("t",), section="s"), Claim("b")],
        [Relation("r", "rebuttal", ("b",), "a", scheme="expert opinion")],
        [Argument("x", relations=("r",))],
        name="m",
    )
    graph = to_networkx(map)
    claim, relation = graph.nodes["a"], graph.nodes["r"]
    assert (claim["type"], claim["title"], claim["text"]) == ("claim", "A", "It is so.")
    assert (claim["tags"], claim["section"]) == (("t",), "s")
    assert (relation["type"], relation["kind"]) == ("relation", "rebuttal")
    assert (relation["stance"], relation["symmetric"]) == ("against", False)
    assert (relation["scheme"], relation["argument"]) == ("expert opinion", "x")
    assert graph.graph == {"name": "m", "title": "m"}


def test_the_graph_can_be_put_into_json() -> None:
    import networkx as nx

    map = ArgumentMap(
        [Claim("a", data={"k": 1}), Claim("b")], [Relation("r", "support", ("b",), "a")]
    )
    document = json.loads(json.dumps(nx.node_link_data(to_networkx(map), edges="edges")))
    assert [node["data"] for node in document["nodes"]] == [{"k": 1}, {}, {}]


def test_edges_run_from_premise_to_relation_to_target() -> None:
    graph = to_networkx(map_of("b c support a", "d undercut r1"))
    assert list(graph.edges(data="role")) == [
        ("b", "r1", "premise"),
        ("c", "r1", "premise"),
        ("d", "r2", "premise"),
        ("r1", "a", "target"),
        ("r2", "r1", "target"),
    ]


def test_a_claim_that_supports_itself_has_an_edge_each_way() -> None:
    graph = to_networkx(map_of("a support a"))
    assert graph.edges["a", "r1"]["role"] == "premise"
    assert graph.edges["r1", "a"]["role"] == "target"


@given(maps())
def test_nothing_is_added_and_nothing_lost(map: ArgumentMap) -> None:
    graph = to_networkx(map)
    assert list(graph) == [*map.claims, *map.relations]
    for relation in map.relations.values():
        assert set(graph.predecessors(relation.id)) >= set(relation.premises)
        assert list(graph.successors(relation.id)) == [relation.target]


def test_networkx_is_not_imported_before_it_is_needed() -> None:
    program = "import sys, argmap.graph.networkx; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_size_is_no_limit() -> None:
    assert to_networkx(chain()).number_of_edges() == 2 * (MANY - 1)
