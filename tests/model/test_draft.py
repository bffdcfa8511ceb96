from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.relation import KINDS, Relation
from argmap.model.section import Section
from argmap.model.span import Span
from small_maps import MANY

ids = st.sampled_from(["", "a", "b", "a-2", "r1", "r2", "gone"])
relations = st.builds(
    Relation,
    ids,
    st.sampled_from(KINDS),
    st.lists(ids.filter(bool), min_size=1, max_size=2).map(tuple),
    ids.filter(bool),
    st.sampled_from(["claim", "relation"]),
)


def test_ids_are_made_from_the_title_else_the_first_words() -> None:
    draft = Draft()
    claims = [Claim("", "A Title", "Text."), Claim("", text="Some text."), Claim("", text="?!")]
    assert [draft.claim(claim).id for claim in claims] == ["a-title", "some-text", "claim"]
    assert draft.argument(Argument("", "Why Not?")).id == "why-not"
    assert draft.section(Section("", "Part One")).id == "part-one"
    assert not draft.diagnostics


def test_made_ids_that_are_taken_are_no_error() -> None:
    draft = Draft()
    assert [draft.claim(Claim("", "Same")).id for _ in range(3)] == ["same", "same-2", "same-3"]
    assert draft.build()[1] == []


def test_relations_without_ids_are_numbered() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    made = [draft.relation(Relation("", "support", ("a",), "a")).id for _ in range(3)]
    assert made == ["r1", "r2", "r3"]


def test_a_second_record_with_an_id_gets_another_and_is_reported() -> None:
    draft = Draft()
    where = Span("m.argdown", 3, 1, 3, 9)
    draft.claim(Claim("a"))
    draft.claim(Claim("a", span=where))
    draft.relation(Relation("a", "support", ("a",), "a-2"))
    map, found = draft.build()
    assert list(map.claims) == ["a", "a-2"]
    assert list(map.relations) == ["a-3"]
    assert [(each.code, each.severity, each.span) for each in found] == [
        ("MAP02", "error", where),
        ("MAP02", "error", None),
    ]
    assert "'a'" in found[0].message
    assert "'a-2'" in found[0].message


def test_a_section_may_be_called_like_a_claim() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    assert draft.section(Section("a", "A")).id == "a"
    assert not draft.diagnostics


def test_a_reserved_id_goes_to_the_record_that_asks_for_it() -> None:
    draft = Draft()
    assert [draft.reserve("a"), draft.reserve("a")] == ["a", "a-2"]
    assert draft.claim(Claim("a-2")).id == "a-2"
    assert draft.claim(Claim("a")).id == "a"
    assert not draft.diagnostics
    assert draft.claim(Claim("a")).id == "a-3"


def test_a_sketched_argument_shares_the_id_of_its_gist() -> None:
    draft = Draft()
    draft.claim(Claim("shade"))
    draft.argument(Argument("other", gist="shade"))
    map, found = draft.build()
    assert list(map.arguments) == ["shade"]
    assert not found


def test_a_dangling_relation_is_left_out_and_reported() -> None:
    draft = Draft()
    where = Span("m.argdown", 3, 1, 3, 9)
    draft.claim(Claim("a"))
    draft.relation(Relation("no-premise", "support", ("a", "gone"), "a", span=where))
    draft.relation(Relation("no-target", "rebuttal", ("a",), "missing"))
    draft.relation(Relation("sound", "support", ("a",), "a"))
    map, found = draft.build()
    assert list(map.relations) == ["sound"]
    assert [each.code for each in found] == ["MAP01", "MAP01"]
    assert found[0].span == where
    assert "'gone'" in found[0].message
    assert "'missing'" in found[1].message


def test_a_relation_on_a_dropped_relation_is_dropped_and_reported_as_well() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    draft.relation(Relation("r1", "support", ("gone",), "a"))
    draft.relation(Relation("r2", "undercut", ("a",), "r1", "relation"))
    draft.relation(Relation("r3", "undercut", ("a",), "r2", "relation"))
    map, found = draft.build()
    assert not map.relations
    assert [each.code for each in found] == ["MAP01"] * 3
    assert "'r1', which leads to no claim" in found[1].message


def test_a_target_of_the_wrong_type_is_missing() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    draft.relation(Relation("r1", "support", ("a",), "a"))
    draft.relation(Relation("r2", "support", ("a",), "r1"))
    draft.relation(Relation("r3", "undercut", ("a",), "a", "relation"))
    map, found = draft.build()
    assert list(map.relations) == ["r1"]
    assert len(found) == 2


def test_relations_in_a_circle_lead_nowhere_and_are_reported() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    draft.relation(Relation("r1", "undercut", ("a",), "r2", "relation"))
    draft.relation(Relation("r2", "undercut", ("a",), "r1", "relation"))
    map, found = draft.build()
    assert not map.relations
    assert [each.code for each in found] == ["MAP01", "MAP01"]


def test_an_argument_without_relations_outlives_a_dangling_relation() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    draft.argument(Argument("x", "X", "What X says."))
    draft.relation(Relation("r1", "support", ("gone",), "a"))
    map, _ = draft.build()
    assert list(map.arguments) == ["x"]


def test_two_arguments_with_one_gist_are_both_in_the_map_or_reported() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    draft.argument(Argument("x", "X", gist="a"))
    draft.argument(Argument("y", "Y", gist="a"))
    map, found = draft.build()
    assert len(map.arguments) == 2 or found


def test_an_argument_refers_only_to_what_the_map_has() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    draft.argument(Argument("x", "X", relations=("gone",)))
    draft.argument(Argument("y", "Y", gist="missing"))
    map, found = draft.build()
    assert all(step in map.relations for each in map.arguments.values() for step in each.relations)
    assert all(each.gist in {None, *map.claims} for each in map.arguments.values())
    assert found


def test_a_claim_is_only_in_sections_that_the_map_has() -> None:
    draft = Draft()
    draft.section(Section("s", "S", parent="gone"))
    draft.claim(Claim("a", section="nowhere"))
    map, found = draft.build()
    assert all(claim.section in {None, *map.sections} for claim in map.claims.values())
    assert all(each.parent in {None, *map.sections} for each in map.sections.values())
    assert found


@settings(deadline=None)
@given(st.lists(ids, max_size=6), st.lists(relations, max_size=6))
def test_everything_added_is_in_the_map_or_reported(
    claims: list[str], given: list[Relation]
) -> None:
    draft = Draft()
    for place, id in enumerate(claims):
        draft.claim(Claim(id, text=f"Claim {place}."))
    for relation in given:
        draft.relation(relation)
    map, found = draft.build()
    assert [claim.text for claim in map.claims.values()] == [
        f"Claim {n}." for n in range(len(claims))
    ]
    reported = sum(each.code == "MAP01" for each in found)
    assert len(map.relations) + reported == len(given)
    for relation in map.relations.values():
        targets = map.claims if relation.target_type == "claim" else map.relations
        assert relation.target in targets
    assert not set(map.claims) & set(map.relations)


def test_a_long_tower_on_a_dropped_relation_is_dropped_in_linear_time() -> None:
    draft = Draft()
    draft.claim(Claim("a"))
    draft.relation(Relation("r1", "support", ("gone",), "a"))
    for number in range(2, MANY):
        draft.relation(Relation("", "undercut", ("a",), f"r{number - 1}", "relation"))
    map, found = draft.build()
    assert not map.relations
    assert len(found) == MANY - 1
