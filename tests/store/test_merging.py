from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import fold
from argmap.semantics.evaluation import evaluate
from argmap.store.merging import merge
from full_maps import full_maps
from small_maps import map_of, with_givens

TEXTS = st.sampled_from(["a", "b", "A!", "a/b", "", "word"])
NAMES = st.sampled_from(["m", "n"])
several = st.lists(st.tuples(NAMES, full_maps(TEXTS)), min_size=1, max_size=3)


@settings(max_examples=15)
@given(several, st.booleans())
def test_nothing_is_lost(maps: list[tuple[str, ArgumentMap]], qualify: bool) -> None:
    found = merge(maps, "all", qualify=qualify).map
    claims = [claim for _, map in maps for claim in map.claims.values()]
    assert [claim.words for claim in found.claims.values()] == [each.words for each in claims]
    assert len(found.relations) == sum(len(map.relations) for _, map in maps)
    assert len(found.arguments) == sum(len(map.arguments) for _, map in maps)
    said = [dict(map.data) for _, map in maps]
    homes = [section for section in found.sections.values() if section.level == 1]
    for data in said:
        title = data.pop("title", None)
        told = [section for section in homes if dict(section.data) == data]
        assert told
        assert not isinstance(title, str) or not title or title in {s.title for s in told}


@settings(max_examples=15)
@given(several)
def test_ids_stay_that_only_one_of_the_maps_has(maps: list[tuple[str, ArgumentMap]]) -> None:
    found = merge(maps, "all")
    own = [{*map.claims, *map.relations, *map.arguments, *map.sections} for _, map in maps]
    for number, ids in enumerate(own):
        others = set().union(*own[:number], *own[number + 1 :])
        unique = ids - others
        assert unique <= {
            *found.map.claims, *found.map.relations, *found.map.arguments, *found.map.sections,
        }  # fmt: skip
    if len(maps) == 1:
        assert found.renamed == 0


@given(st.lists(st.tuples(NAMES, with_givens(), st.booleans()), min_size=1, max_size=3))
def test_what_stands_in_a_map_stands_in_the_merged_one(
    maps: list[tuple[str, ArgumentMap, bool]],
) -> None:
    given_maps = [
        (name, ArgumentMap(map.claims.values(), map.relations.values(), data={"assumed": granting}))
        for name, map, granting in maps
    ]
    found = evaluate(merge(given_maps, "all").map).verdicts.claims
    own = [label for _, map in given_maps for label in evaluate(map).verdicts.claims.values()]
    assert list(found.values()) == own


@settings(max_examples=15)
@given(several)
def test_claims_of_different_maps_are_joined_that_say_the_same(
    maps: list[tuple[str, ArgumentMap]],
) -> None:
    plain = merge(maps, "all").map
    joined = merge(maps, "all", equivalent=True)
    added = [r for r in joined.map.relations.values() if r.id not in plain.relations]
    assert len(added) == joined.equivalences
    for relation in added:
        one, other = (joined.map.claims[id] for id in (*relation.premises, relation.target))
        assert relation.kind == "equivalence"
        assert fold(one.text or one.title) == fold(other.text or other.title) != ""


def test_claims_of_one_map_are_not_joined() -> None:
    one = ArgumentMap([Claim("a", text="Yes."), Claim("b", text="yes")])
    other = ArgumentMap([Claim("c", title="Yes"), Claim("d", title="no")])
    found = merge([("one", one), ("other", other)], "all", equivalent=True)
    (added,) = found.map.relations.values()
    assert (added.premises, added.target) == (("c",), "a")


def test_an_id_of_two_maps_is_that_of_neither() -> None:
    found = merge([("m", map_of("b support a")), ("n", map_of("c rebuttal a"))], "all")
    assert list(found.map.claims) == ["m/a", "b", "n/a", "c"]
    assert list(found.map.relations) == ["m/r1", "n/r1"]
    assert found.map.relations["n/r1"].target == "n/a"
    assert found.renamed == 4
