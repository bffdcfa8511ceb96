"""What holds of every map that is shown as nodes, whatever is selected and closed."""

from time import process_time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.section import Section
from argmap.query.selection import claims_of, node_map
from argmap.query.selection.records import NodeMap
from argmap.query.selection.settings import EVERYTHING, Grouping, Mode, Selection, View
from pace import pace
from small_maps import MANY, chain, maps, star, tower

SYMBOLS = st.sampled_from(["+", "-", "+>", "->"])
CLAIMS = st.sampled_from(["[A]", "[B]", "[C]", "[D]", "[E]", "no title", "another"])
ARGUMENTS = st.sampled_from(["<X>", "<Y>", "<Z>"])


@st.composite
def argdown(draw: st.DrawFn) -> ArgumentMap:
    """A small map with sections, some of them closed, and with arguments of both kinds."""
    blocks = []
    left = ["<X>", "<Y>", "<Z>"]
    for number in range(draw(st.integers(1, 7))):
        kind = draw(st.sampled_from(["heading", "argument", "statement", "sketch"]))
        related = [
            f"  {draw(SYMBOLS)} {draw(st.one_of(CLAIMS, ARGUMENTS))}"
            for _ in range(draw(st.integers(0, 2)))
        ]
        if kind == "heading":
            closed = draw(st.sampled_from(["", " {isClosed: true}"]))
            blocks.append(f"{'#' * draw(st.integers(1, 3))} H{number}{closed}")
        elif kind == "argument" and left:
            premises = draw(st.lists(CLAIMS, min_size=1, max_size=3))
            lines = [f"(1) {premise}" for premise in premises]
            lines += ["----", f"(2) {draw(CLAIMS)}", *related]
            blocks += [left.pop(), "\n".join(lines)]
        else:
            blocks.append("\n".join([draw(CLAIMS if kind == "statement" else ARGUMENTS), *related]))
    return read(Source("\n\n".join(blocks), "x.argdown")).map


@st.composite
def views(draw: st.DrawFn) -> View:
    """Any mode, with or without what stands alone, with groups open or closed."""
    mode = draw(st.sampled_from(get_args(Mode)))
    grouping = Grouping(draw(st.integers(0, 3)), opened=draw(st.booleans()))
    return View(Selection(mode, connected=draw(st.booleans())), grouping)


ANY_MAP = st.one_of(maps(), argdown())


@given(ANY_MAP, views())
def test_edges_join_nodes_and_nodes_lie_in_groups(map: ArgumentMap, view: View) -> None:
    nodes = node_map(map, view)
    ids = [node.id for node in nodes.nodes]
    assert len(set(ids)) == len(ids)
    assert {end for edge in nodes.edges for end in (edge.source, edge.target)} <= set(ids)
    groups = {group.id: group for group in nodes.groups}
    around = {node.group for node in nodes.nodes} | {group.parent for group in nodes.groups}
    assert around - {None} == groups.keys()
    for group in nodes.groups:
        above = groups[group.parent].level if group.parent else 0
        assert group.level == above + 1


@given(ANY_MAP)
def test_everything_is_every_claim_and_argument_and_every_relation(map: ArgumentMap) -> None:
    nodes = node_map(map, View(EVERYTHING, Grouping(opened=True)))
    ids = {node.id for node in nodes.nodes}
    assert ids >= map.claims.keys() | map.arguments.keys()
    assert claims_of(map, nodes) == map.claims.keys()
    own = {id for edge in nodes.edges for id in edge.relations} | ids
    steps = {s for a in map.arguments.values() if a.gist is None for s in a.relations}
    told = {link for link in map.relations if link not in own | steps}
    # What attacks an argument as well as a premise of it is told once.
    assert all(map.relations[id].kind == "rebuttal" for id in told)


@given(ANY_MAP, views())
def test_a_mode_selects_some_of_all(map: ArgumentMap, view: View) -> None:
    everything = Selection("all", connected=view.selection.connected)
    some = _shown(node_map(map, view))
    assert some <= _shown(node_map(map, view._replace(selection=everything)))


@given(ANY_MAP, views())
def test_closing_groups_loses_no_edge_from_outside(map: ArgumentMap, view: View) -> None:
    closed = node_map(map, view._replace(grouping=view.grouping._replace(opened=False)))
    opened = node_map(map, view._replace(grouping=view.grouping._replace(opened=True)))
    home = {held: node.id for node in closed.nodes for held in node.holds}
    assert _shown(closed) == {node.id for node in opened.nodes}
    ends = {
        (home.get(edge.source, edge.source), home.get(edge.target, edge.target), edge.kind)
        for edge in opened.edges
    }
    outside = {end for end in ends if end[0] != end[1] or end[0] not in home.values()}
    assert {frozenset((e.source, e.target, e.kind)) for e in closed.edges} == {
        frozenset(end) for end in outside
    }


def _shown(nodes: NodeMap) -> set[str]:
    return {id for node in nodes.nodes for id in (node.holds or (node.id,))}


@given(argdown(), views())
def test_a_map_shown_twice_is_the_same(map: ArgumentMap, view: View) -> None:
    assert node_map(map, view) == node_map(map, view)


@given(argdown(), st.sets(st.sampled_from("abcdexyz")))
def test_nothing_is_shown_that_is_not_among_what_is_asked(map: ArgumentMap, ids: set[str]) -> None:
    shown = node_map(map, View(Selection("all", connected=False)), ids)
    assert _shown(shown) <= ids


def deep_sections(depth: int = MANY) -> ArgumentMap:
    """Sections each in the one before, with a claim in the last."""
    draft = Draft()
    around = None
    for level in range(1, depth + 1):
        around = draft.section(Section("", f"s{level}", level, around)).id
    draft.claim(Claim("c", text="Deep down.", section=around))
    return draft.build()[0]


@pytest.mark.parametrize("make", [chain, star, tower, deep_sections])
def test_large_maps_are_shown_in_linear_time(make: object) -> None:
    assert callable(make)
    map = make()
    began = process_time()
    shown = node_map(map, View(EVERYTHING, Grouping(depth=MANY)))
    assert process_time() - began < 20 * pace()
    assert {node.id for node in shown.nodes} >= map.claims.keys()


def test_a_circle_of_sections_ends_where_it_began() -> None:
    sections = [Section("a", "A", 1, "b"), Section("b", "B", 2, "a")]
    map = ArgumentMap([Claim("c", section="b")], sections=sections)
    groups = node_map(map, View(EVERYTHING)).groups
    assert {group.id for group in groups} == {"a", "b"}
    assert [group.parent for group in groups].count(None) == 1
