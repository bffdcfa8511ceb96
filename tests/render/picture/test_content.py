from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.section import Section
from argmap.query.selection import node_map
from argmap.query.selection.settings import EVERYTHING, View
from argmap.render.picture.content import (
    Content,
    Heading,
    kinds_of,
    of_claims,
    of_nodes,
)  # fmt: skip
from small_maps import map_of


def ends(content: Content) -> list[tuple[str, str, str, str]]:
    return [(link.kind, link.source, link.target, link.heads) for link in content.links]


def test_a_single_premise_is_linked_straight() -> None:
    content = of_claims(map_of("b support a", "c rebuttal b"), "m")
    assert not content.joints
    assert ends(content) == [("support", "b", "a", "end"), ("rebuttal", "c", "b", "end")]


def test_linked_premises_meet_at_a_joint_and_one_line_of_them_is_signed() -> None:
    content = of_claims(map_of("b c support a"), "m")
    assert [joint.id for joint in content.joints] == ["r1"]
    assert ends(content) == [
        ("support", "b", "r1", "none"),
        ("support", "c", "r1", "none"),
        ("support", "r1", "a", "end"),
    ]
    assert [link.signed for link in content.links] == [False, False, True]


def test_an_undercut_points_at_the_joint_of_the_step() -> None:
    content = of_claims(map_of("b support a", "c undercut r1"), "m")
    assert ("undercut", "c", "r1", "end") in ends(content)
    assert [joint.id for joint in content.joints] == ["r1"]


def test_an_undercut_of_an_undercut_has_a_joint_too() -> None:
    content = of_claims(map_of("b support a", "c undercut r1", "d undercut r2"), "m")
    assert [joint.id for joint in content.joints] == ["r1", "r2"]
    assert ("undercut", "r2", "r1", "end") in ends(content)


def test_what_holds_both_ways_has_two_heads() -> None:
    assert ends(of_claims(map_of("b contrary a"), "m")) == [("contrary", "b", "a", "both")]
    joined = of_claims(map_of("b equivalence a", "c undercut r1"), "m")
    assert ends(joined)[:2] == [
        ("equivalence", "b", "r1", "start"), ("equivalence", "r1", "a", "end"),
    ]  # fmt: skip


def test_the_thesis_is_what_reasons_lead_to() -> None:
    content = of_claims(map_of("b support a", "c"), "m")
    assert {entry.id: entry.role for entry in content.entries} == {
        "a": "thesis", "b": "claim", "c": "claim",
    }  # fmt: skip


def test_the_kinds_are_those_that_occur() -> None:
    assert kinds_of(of_claims(map_of("c rebuttal a", "b support a"), "m")) == [
        "support", "rebuttal",
    ]  # fmt: skip


def sectioned(*parents: str | None) -> ArgumentMap:
    """A claim in the last of some sections, each of which is in the one given for it."""
    sections = [Section(f"s{n}", f"S{n}", n + 1, parent) for n, parent in enumerate(parents)]
    claim = Claim("a", text="A.", section=f"s{len(parents) - 1}")
    return ArgumentMap([claim, Claim("b", text="B.")], [Relation("r", "support", ("b",), "a")],
                       (), sections)  # fmt: skip


def test_headings_are_nested_and_only_those_that_have_claims() -> None:
    content = of_claims(sectioned(None, None, "s0"), "m")
    assert content.headings == (Heading("s0", "S0"), Heading("s2", "S2", "s0"))
    assert [entry.group for entry in content.entries] == ["s2", None]


def test_a_circle_of_sections_is_cut_open() -> None:
    content = of_claims(sectioned("s1", "s0"), "m")
    assert {heading.parent for heading in content.headings} == {None, content.headings[0].id}


def test_deep_sections_end_at_the_last_level_that_is_drawn() -> None:
    deep = 50_000
    content = of_claims(sectioned(None, *(f"s{n}" for n in range(deep))), "m")
    assert [heading.id for heading in content.headings] == [f"s{n}" for n in range(6)]
    assert content.entries[0].group == "s5"


def test_arguments_and_closed_groups_are_boxes() -> None:
    nodes = node_map(map_of("b c support a"), View(EVERYTHING))
    content = of_nodes(nodes, "m")
    assert {entry.role for entry in content.entries} == {"claim", "argument"}
    assert len(content.links) == len(nodes.edges)
    assert content.note == "3 statements, 1 argument"
