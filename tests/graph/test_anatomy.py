import pytest
from hypothesis import given

from argmap.graph.anatomy import Anatomy, Link, Parts
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from small_maps import map_of, maps


def with_arguments(map: ArgumentMap, *arguments: Argument) -> ArgumentMap:
    return ArgumentMap(map.claims.values(), map.relations.values(), arguments)


def test_a_plain_relation_is_a_link_between_claims() -> None:
    anatomy = Anatomy(map_of("b support a", "c rebuttal a"))
    assert anatomy.claims == ("a", "b", "c")
    assert anatomy.links == (Link("r1", "support", "b", "a"), Link("r2", "rebuttal", "c", "a"))
    assert not anatomy.arguments


def test_a_sketched_argument_stands_for_its_gist() -> None:
    map = with_arguments(
        map_of("g support a", "b rebuttal g", "c undercut r1"),
        Argument("g", relations=("r1",), gist="g"),
    )
    anatomy = Anatomy(map)
    assert anatomy.claims == ("a", "b", "c")
    assert anatomy.arguments == {"g": Parts()}
    assert [(link.source, link.kind, link.target) for link in anatomy.links] == [
        ("g", "support", "a"),
        ("b", "rebuttal", "g"),
        ("c", "undercut", "g"),
    ]


def test_a_reconstructed_argument_has_premises_a_conclusion_and_what_is_between() -> None:
    map = with_arguments(
        map_of("a b support c", "c d support e", "u undercut r1"),
        Argument("x", relations=("r1", "r2"), statements=("a", "b", "c", "unused", "d", "e")),
    )
    anatomy = Anatomy(map)
    assert anatomy.arguments == {"x": Parts(("a", "b", "unused", "d"), "e", ("c",))}
    assert anatomy.links == (Link("r3", "undercut", "u", "x"),)
    assert anatomy.used_by["unused"] == ["x"]
    assert anatomy.concluded_by == {"e": ["x"]}


def test_the_premises_are_those_of_the_steps_where_no_statements_are_listed() -> None:
    map = map_of("a b support c", "c d support e")
    anatomy = Anatomy(with_arguments(map, Argument("x", relations=("r1", "r2"))))
    assert anatomy.arguments == {"x": Parts(("a", "b", "d"), "e", ("c",))}


def test_a_claim_can_be_premise_and_conclusion_of_one_argument() -> None:
    map = with_arguments(
        map_of("a support b", "b support a"),
        Argument("x", relations=("r1", "r2"), statements=("a", "b", "a")),
    )
    assert Anatomy(map).arguments == {"x": Parts(("a",), "a", ("b",))}


def test_an_argument_that_ends_in_an_attack_has_no_conclusion() -> None:
    anatomy = Anatomy(with_arguments(map_of("a b rebuttal c"), Argument("x", relations=("r1",))))
    assert anatomy.arguments == {"x": Parts(("a", "b"))}
    assert anatomy.links == (Link("r1", "rebuttal", "x", "c"),)


def test_linked_premises_are_an_argument_of_their_own() -> None:
    anatomy = Anatomy(map_of("a b support c", "d e rebuttal c"))
    assert anatomy.arguments == {"r1": Parts(("a", "b"), "c"), "r2": Parts(("d", "e"))}
    assert anatomy.links == (Link("r2", "rebuttal", "r2", "c"),)


def test_a_step_that_something_bears_on_is_an_argument_of_its_own() -> None:
    anatomy = Anatomy(map_of("a support b", "c undercut r1", "d undercut r2"))
    assert anatomy.arguments == {"r1": Parts(("a",), "b"), "r2": Parts(("c",))}
    assert set(anatomy.links) == {
        Link("r2", "undercut", "r2", "r1"),
        Link("r3", "undercut", "d", "r2"),
    }


def test_what_bears_on_a_conflict_bears_on_what_joins_its_ends() -> None:
    anatomy = Anatomy(map_of("a contradiction b", "c undercut r1"))
    assert anatomy.arguments == {"r1": Parts()}
    joined = {(link.source, link.kind, link.target) for link in anatomy.links}
    assert joined == {
        ("a", "support", "r1"),
        ("b", "support", "r1"),
        ("r1", "rebuttal", "a"),
        ("r1", "rebuttal", "b"),
        ("c", "undercut", "r1"),
    }


def test_a_gist_among_the_premises_or_as_conclusion_is_a_link() -> None:
    map = with_arguments(
        map_of("g a support h"),
        Argument("g", gist="g", relations=("r1",)),
        Argument("h", gist="h"),
    )
    anatomy = Anatomy(map)
    assert anatomy.arguments == {"g": Parts(), "h": Parts(), "r1": Parts(("a",))}
    assert set(anatomy.links) == {
        Link("r1", "support", "r1", "h"),
        Link("r1", "support", "g", "r1"),
    }


@pytest.mark.parametrize("attack", ["rebuttal", "contrary", "contradiction"])
def test_an_attack_on_an_argument_is_told_as_one_on_its_premise(attack: str) -> None:
    map = with_arguments(
        map_of("p support c", f"x {attack} p", "x rebuttal r1", "y rebuttal r1"),
        Argument("arg", relations=("r1",)),
    )
    assert [link.relation for link in Anatomy(map).links] == ["r2", "r4"]


@given(maps())
def test_every_relation_is_a_link_or_an_argument(map: ArgumentMap) -> None:
    anatomy = Anatomy(map)
    links = {link.relation for link in anatomy.links}
    told_as_premise = {r.id for r in map.relations.values() if r.kind == "rebuttal"}
    assert map.relations.keys() <= links | anatomy.arguments.keys() | told_as_premise
    ends = {end for link in anatomy.links for end in (link.source, link.target)}
    assert ends <= {*anatomy.claims, *anatomy.arguments}


def test_an_argument_without_relations_has_no_parts() -> None:
    map = ArgumentMap([Claim("a")], [Relation("r", "support", ("a",), "a")], [Argument("x")])
    assert Anatomy(map).arguments == {"x": Parts()}
