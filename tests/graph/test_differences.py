from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph.differences import Difference, differences
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from full_maps import full_maps
from small_maps import LARGE, map_of, maps

TEXTS = st.sampled_from(["a", "b", "A!", "", "word"])


def told(old: ArgumentMap, new: ArgumentMap) -> list[tuple[str | None, str | None]]:
    return [
        (each.before.id if each.before else None, each.after.id if each.after else None)
        for each in differences(old, new)
    ]


@settings(max_examples=30)
@given(full_maps(TEXTS))
def test_a_map_does_not_differ_from_itself(map: ArgumentMap) -> None:
    assert differences(map, map) == []


@settings(max_examples=30)
@given(full_maps(TEXTS), full_maps(TEXTS))
def test_what_comes_one_way_goes_the_other(one: ArgumentMap, other: ArgumentMap) -> None:
    there, back = differences(one, other), differences(other, one)
    came = [each.after for each in there if not each.before]
    went = [each.before for each in back if not each.after]
    assert sorted(each.id for each in came if each) == sorted(each.id for each in went if each)


@given(maps(), st.data())
def test_order_and_ids_of_relations_make_no_difference(
    map: ArgumentMap, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(list(map.relations.values())))
    new = {relation.id: f"n{number}" for number, relation in enumerate(order)}
    changed = [
        relation._replace(id=new[relation.id], target=new.get(relation.target, relation.target))
        for relation in order
    ]
    claims = data.draw(st.permutations(list(map.claims.values())))
    assert differences(map, ArgumentMap(claims, changed)) == []


@given(maps(), st.data())
def test_what_is_taken_out_is_told_and_nothing_else(map: ArgumentMap, data: st.DataObject) -> None:
    kept = data.draw(st.sets(st.sampled_from(list(map.claims))))
    part = map.keep(kept)
    gone = [claim for claim in map.claims if claim not in kept]
    gone += [relation for relation in map.relations if relation not in part.relations]
    assert sorted(told(map, part)) == sorted((id, None) for id in gone)


def test_a_claim_is_the_same_by_its_id_else_by_its_words() -> None:
    old = ArgumentMap([Claim("a", text="One."), Claim("b", text="Two."), Claim("c", text="Three.")])
    new = ArgumentMap([Claim("a", text="Other."), Claim("x", text="two"), Claim("y", text="Four.")])
    one, other = old.claims, new.claims
    assert differences(old, new) == [
        Difference("claim", one["a"], other["a"], ("text",)),
        Difference("claim", one["b"], other["x"], ("id", "text")),
        Difference("claim", None, other["y"]),
        Difference("claim", one["c"], None),
    ]


def test_a_relation_of_renamed_claims_is_the_same() -> None:
    old = ArgumentMap(
        [Claim("a", text="A."), Claim("b", text="B.")], [Relation("r", "support", ("b",), "a")]
    )
    new = ArgumentMap(
        [Claim("x", text="A."), Claim("y", text="B.")], [Relation("s", "support", ("y",), "x")]
    )
    assert told(old, new) == [("a", "x"), ("b", "y")]


def test_a_relation_that_leads_elsewhere_is_the_same_by_its_id() -> None:
    old, new = map_of("b support a", "c"), map_of("c rebuttal a", "b")
    (only,) = differences(old, new)
    assert only.fields == ("kind", "premises")


def test_a_relation_with_other_ends_is_another_whatever_its_id() -> None:
    old, new = map_of("b support a", "c", "d"), map_of("d support c", "a", "b")
    assert told(old, new) == [(None, "r1"), ("r1", None)]


def test_the_ends_of_a_symmetric_relation_have_no_order() -> None:
    old, new = map_of("b contrary a"), map_of("a contrary b")
    assert told(old, new) == []


def test_large_maps_take_no_recursion() -> None:
    tower = LARGE["tower"](10_000)
    assert differences(tower, tower) == []
