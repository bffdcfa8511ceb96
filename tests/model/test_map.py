from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, KINDS, SYMMETRIC, Kind, Relation
from argmap.model.section import Section
from small_maps import MANY, map_of, maps, tower

kept_claims = st.sets(st.sampled_from([f"c{number}" for number in range(7)]))


def ends(map: ArgumentMap, kind: Kind) -> dict[str, tuple[list[str], list[str]]]:
    """For each claim, what bears on it and what is drawn from it, in a map of one relation."""
    del kind
    return {
        claim: (
            [relation.id for relation in map.bearing_on(claim)],
            [relation.id for relation in map.drawn_from(claim)],
        )
        for claim in map.claims
    }


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in SYMMETRIC])
def test_a_relation_leads_from_its_premises_to_its_target(kind: Kind) -> None:
    map = map_of(f"b c {kind} a")
    assert ends(map, kind) == {"a": (["r1"], []), "b": ([], ["r1"]), "c": ([], ["r1"])}
    assert map.premises_for(map.relations["r1"], "a") == ("b", "c")


@pytest.mark.parametrize("kind", sorted(SYMMETRIC))
def test_a_symmetric_relation_leads_from_each_of_its_ends_to_the_others(kind: Kind) -> None:
    map = map_of(f"b c {kind} a")
    assert ends(map, kind) == {claim: (["r1"], ["r1"]) for claim in "abc"}
    relation = map.relations["r1"]
    assert map.premises_for(relation, "a") == ("b", "c")
    assert map.premises_for(relation, "b") == ("c", "a")
    assert map.premises_for(relation, "c") == ("b", "a")


@pytest.mark.parametrize("kind", KINDS)
def test_a_relation_of_any_kind_can_bear_on_a_relation(kind: Kind) -> None:
    map = map_of("b support a", f"c {kind} r1")
    assert [relation.id for relation in map.bearing_on("r1")] == ["r2"]
    assert [relation.id for relation in map.drawn_from("c")] == ["r2"]
    assert map.premises_for(map.relations["r2"], "r1") == ("c",)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_speaks_for_or_against(kind: Kind) -> None:
    relation = Relation("r", kind, ("a",), "b")
    assert (relation.stance == "against") == (kind in AGAINST)
    assert relation.symmetric == (kind in {"contrary", "contradiction", "equivalence"})


@settings(deadline=None)
@given(maps())
def test_the_indices_say_what_the_relations_say_in_their_order(map: ArgumentMap) -> None:
    for id in (*map.claims, *map.relations):
        bearing = [
            relation
            for relation in map.relations.values()
            if id == relation.target or (relation.symmetric and id in relation.premises)
        ]
        assert list(map.bearing_on(id)) == bearing
    for claim in map.claims:
        drawn = [
            relation
            for relation in map.relations.values()
            if claim in relation.premises or (relation.symmetric and claim == relation.target)
        ]
        assert list(map.drawn_from(claim)) == drawn


@settings(deadline=None)
@given(maps())
def test_all_ends_of_a_symmetric_relation_are_seen_from_each(map: ArgumentMap) -> None:
    for relation in map.relations.values():
        claims = {*relation.premises, relation.target} & set(map.claims)
        for end in {*claims, relation.target} if relation.symmetric else {relation.target}:
            assert set(map.premises_for(relation, end)) | {end} == claims | {end}


def test_nothing_bears_on_what_is_not_there() -> None:
    map = map_of("b support a")
    assert list(map.bearing_on("zzz")) == []
    assert list(map.drawn_from("zzz")) == []
    assert map.argument_of("r1") is None


def test_an_argument_is_found_by_each_of_its_steps() -> None:
    argument = Argument("x", relations=("r1", "r2"))
    map = map_of("b support a", "c support b", "d support a")
    whole = ArgumentMap(map.claims.values(), map.relations.values(), [argument])
    assert [whole.argument_of(step) for step in map.relations] == [argument, argument, None]


def test_a_map_cannot_be_changed() -> None:
    map = map_of("b support a")
    with pytest.raises(TypeError):
        map.claims["c"] = Claim("c")  # type: ignore[index]
    with pytest.raises(AttributeError):
        map.note = "more"  # type: ignore[attr-defined]


@settings(deadline=None)
@given(maps(), maps())
def test_maps_are_equal_if_they_say_the_same_in_the_same_order(
    one: ArgumentMap, other: ArgumentMap
) -> None:
    copy = ArgumentMap(one.claims.values(), one.relations.values())
    assert copy == one
    same = list(one.claims.items()) == list(other.claims.items()) and list(
        one.relations.items()
    ) == list(other.relations.items())
    assert (one == other) == same
    assert one != "a map"


def test_the_order_of_claims_is_part_of_a_map() -> None:
    assert map_of("a", "b") != map_of("b", "a")


def test_the_title_is_what_the_map_says_else_its_name() -> None:
    assert ArgumentMap((), name="m", data={"title": "Trees"}).title == "Trees"
    assert ArgumentMap((), name="m", data={"title": 3}).title == "m"
    assert ArgumentMap((), name="m").title == "m"


@settings(deadline=None)
@given(maps(), kept_claims)
def test_a_kept_part_is_closed(map: ArgumentMap, wanted: set[str]) -> None:
    part = map.keep(wanted)
    assert list(part.claims) == [claim for claim in map.claims if claim in wanted]
    for relation in part.relations.values():
        targets = part.claims if relation.target_type == "claim" else part.relations
        assert relation.target in targets
        assert set(relation.premises) <= set(part.claims)


@settings(deadline=None)
@given(maps(), kept_claims)
def test_a_kept_part_has_every_relation_of_which_it_has_all_ends(
    map: ArgumentMap, wanted: set[str]
) -> None:
    part = map.keep(wanted)
    for relation in map.relations.values():
        targets = part.claims if relation.target_type == "claim" else part.relations
        whole = relation.target in targets and set(relation.premises) <= set(part.claims)
        assert (relation.id in part.relations) == whole
    assert list(part.relations) == [id for id in map.relations if id in part.relations]


@settings(deadline=None)
@given(maps(), st.sets(st.sampled_from(["r1", "r2", "r3", "r4"])))
def test_of_given_relations_only_those_are_kept(map: ArgumentMap, wanted: set[str]) -> None:
    part = map.keep(map.claims, wanted)
    assert set(part.relations) <= wanted
    for relation in part.relations.values():
        assert relation.target in (*part.claims, *part.relations)
    direct = {r.id for r in map.relations.values() if r.target_type == "claim"}
    assert wanted & direct <= set(part.relations)


@settings(deadline=None)
@given(maps())
def test_keeping_all_claims_keeps_the_map(map: ArgumentMap) -> None:
    assert map.keep(map.claims) == map


def test_an_argument_is_kept_with_the_steps_that_are_left() -> None:
    map = map_of("b support a", "c support b", "d support a")
    arguments = [
        Argument("x", relations=("r1", "r2")),
        Argument("d", gist="d", relations=("r3",)),
        Argument("y", relations=("r2",)),
    ]
    sections = [Section("s", "S")]
    whole = ArgumentMap(map.claims.values(), map.relations.values(), arguments, sections)
    part = whole.keep({"a", "b"})
    assert list(part.arguments.values()) == [Argument("x", relations=("r1",))]
    assert list(part.sections) == ["s"]
    assert whole.keep({"d"}).arguments == {"d": Argument("d", gist="d")}


def test_relations_that_bear_only_on_each_other_are_in_no_part() -> None:
    circle = [
        Relation("r1", "undercut", ("a",), "r2", "relation"),
        Relation("r2", "undercut", ("a",), "r1", "relation"),
    ]
    assert not ArgumentMap([Claim("a")], circle).keep({"a"}).relations


def test_a_part_of_a_tower_of_undercuts_is_what_stands_below_the_gap() -> None:
    map = tower(MANY)
    part = map.keep(set(map.claims) - {f"c{MANY // 2}"})
    assert len(part.relations) == MANY // 2 - 1


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (Claim("i", "Title", "Text."), "Text."),
        (Claim("i", "Title"), "Title"),
        (Claim("i"), "i"),
    ],
)
def test_a_claim_is_said_by_its_text_else_its_title_else_its_id(claim: Claim, said: str) -> None:
    assert claim.words == said


def test_every_relation_is_reached_from_the_claims() -> None:
    map = map_of("b support a", "c undercut r1", "d undercut r2")
    drawn = chain.from_iterable(map.drawn_from(claim) for claim in map.claims)
    assert {relation.id for relation in drawn} == set(map.relations)
