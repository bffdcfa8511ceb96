from hypothesis import given

from argmap.graph.derived import Edge
from argmap.model.map import ArgumentMap
from argmap.query.selection import node_map
from argmap.query.selection.records import MapGroup, MapNode, NodeMap
from argmap.query.selection.settings import EVERYTHING, View
from argmap.render.lines import Layout, plain
from argmap.render.nodes import node_lines
from small_maps import maps


def text(nodes: NodeMap, depth: int | None = None) -> list[str]:
    return list(plain(node_lines(nodes, "Title", depth, Layout())))


@given(maps())
def test_every_node_and_every_edge_is_told(map: ArgumentMap) -> None:
    nodes = node_map(map, View(EVERYTHING))
    told = [line for line in text(nodes) if line.lstrip()[:1] not in {"", "T"}]
    for node in nodes.nodes:
        assert any(f"[{node.id}]" in line for line in told)
    hanging = [line for line in told if line.startswith(" ")]
    for edge in nodes.edges:
        ends = {edge.source, edge.target} if edge.symmetric else {edge.source}
        assert any(f"[{end}]" in line for end in ends for line in hanging)


def test_a_node_of_another_group_is_called_to_mind_and_not_told_again() -> None:
    nodes = NodeMap(
        (
            MapNode("a", "statement", text="One.", group="g"),
            MapNode("b", "argument", "Two", group="h"),
            MapNode("c", "argument", text="Three.", group="h"),
            MapNode("d", "group", "Four", group="h", holds=("x", "y")),
        ),
        (
            Edge("support", "b", "a"),
            Edge("undercut", "c", "b"),
            Edge("rebuttal", "d", "c"),
        ),
        (MapGroup("g", "G"), MapGroup("h", "H", 2, "g")),
    )
    assert text(nodes) == [
        "Title (1 statement, 2 arguments, 1 closed group)",
        "",
        "G",
        "",
        "One. [a]",
        "  + <Two> [b] (from G / H)",
        "",
        "G / H",
        "",
        "<Two> [b]",
        "  _ undercuts it: Three. [c]",
        "    - Four (closed, 2 nodes) [d]",
    ]
    assert text(nodes, depth=1)[-1] == "  _ undercuts it: Three. [c] (+1 more)"


def test_what_a_map_says_cannot_reach_the_terminal_as_it_is() -> None:
    node = MapNode("a", "argument", "\x1b[31mred", "text\x07", group="g")
    lines = "\n".join(text(NodeMap((node,), (), (MapGroup("g", "\x1b[2J"),))))
    assert "\x1b" not in lines
    assert "\x07" not in lines
