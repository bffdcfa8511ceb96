from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.claim import Claim
from argmap.model.collection import Part, bare, own_id, parts, qualified, united
from argmap.model.map import ArgumentMap
from argmap.model.section import Section
from full_maps import full_maps
from small_maps import map_of

NAMES = st.sampled_from(["a", "b", "a/b", "b/a", "a-2", ""])
TEXTS = st.sampled_from(["a", "b", "a/b", "b/a", "", "/", "a/", "word"])
collections = st.lists(st.tuples(NAMES, full_maps(TEXTS)), max_size=3)


def ids(map: ArgumentMap) -> list[str]:
    return [*map.claims, *map.relations, *map.arguments]


@settings(max_examples=15)
@given(collections)
def test_nothing_of_any_map_is_lost_or_mixed_up(maps: list[tuple[str, ArgumentMap]]) -> None:
    members = parts(maps)
    whole = united((part.map for part in members), "all")
    assert [part.own for part in members] == [map for _, map in maps]
    for kind in ("claims", "relations", "arguments"):
        assert len(getattr(whole, kind)) == sum(len(getattr(map, kind)) for _, map in maps)
    assert len(whole.sections) == sum(len(map.sections) + 1 for _, map in maps)


@settings(max_examples=15)
@given(collections)
def test_every_end_of_a_relation_is_that_of_its_own_map(
    maps: list[tuple[str, ArgumentMap]],
) -> None:
    for part in parts(maps):
        assert ids(part.map) == [qualified(part.name, id) for id in ids(part.own)]
        for relation, own in zip(
            part.map.relations.values(), part.own.relations.values(), strict=True
        ):
            ends = (*relation.premises, relation.target)
            assert [bare(part.name, end) for end in ends] == [*own.premises, own.target]
        for argument, plain in zip(
            part.map.arguments.values(), part.own.arguments.values(), strict=True
        ):
            assert [bare(part.name, step) for step in argument.relations] == [*plain.relations]


@settings(max_examples=15)
@given(collections)
def test_the_words_of_a_claim_stay(maps: list[tuple[str, ArgumentMap]]) -> None:
    for part in parts(maps):
        words = [claim.words for claim in part.map.claims.values()]
        assert words == [claim.words for claim in part.own.claims.values()]


@settings(max_examples=15)
@given(collections)
def test_each_claim_knows_its_id_in_its_own_map(maps: list[tuple[str, ArgumentMap]]) -> None:
    members = parts(maps)
    whole = united((part.map for part in members), "all")
    own = [id for part in members for id in part.own.claims]
    circles = any(_has_circle(map) for _, map in maps)
    for claim, expected in zip(whole.claims.values(), own, strict=True):
        assert own_id(whole, claim.id, claim.section) == expected or circles


def _has_circle(map: ArgumentMap) -> bool:
    for section in map.sections:
        passed: set[str] = set()
        at: str | None = section
        while at is not None and at in map.sections:
            if at in passed:
                return True
            passed.add(at)
            at = map.sections[at].parent
    return False


def test_each_map_is_a_section_around_its_own() -> None:
    own = ArgumentMap(
        [Claim("x", section="s"), Claim("y")],
        sections=[Section("s", "Sections")],
        name="file",
        data={"title": "Mine", "key": 1},
    )
    (part,) = parts([("m", own)])
    assert part.map.sections == {
        "m": Section("m", "Mine"),
        "m/s": Section("m/s", "Sections", 2, "m"),
    }
    assert [claim.section for claim in part.map.claims.values()] == ["m/s", "m"]
    assert part.map.data == own.data


def test_a_name_gets_a_number_if_ids_would_be_those_of_another_map() -> None:
    maps = [("a", map_of("b/c")), ("a/b", map_of("c")), ("a", map_of("d"))]
    assert [part.name for part in parts(maps)] == ["a", "a/b-2", "a-2"]


def test_a_part_of_a_member_is_a_part_of_its_map() -> None:
    (part,) = parts([("m", map_of("b support a", "c"))])
    kept = part.keep({"m/a", "m/c", "a"})
    assert isinstance(kept, Part)
    assert list(kept.own.claims) == ["a", "c"]
    assert list(kept.map.claims) == ["m/a", "m/c"]


def test_an_id_with_a_slash_in_a_single_map_is_its_own() -> None:
    map = ArgumentMap([Claim("a/b", section="s")], sections=[Section("s", "S")])
    assert own_id(map, "a/b", "s") == "a/b"
