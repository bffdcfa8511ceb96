"""A part to search has the claims that are in the groups and are used as asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Kind
from argmap.query.groups import Group
from argmap.query.narrowing import narrowed
from small_maps import map_of, maps

MAP = map_of("b support a", "c d rebuttal a", "e undercut r1", "f contrary g", "h equivalence r2")


@pytest.mark.parametrize(
    ("kinds", "claims"),
    [
        (["support"], ["b"]),
        (["rebuttal"], ["c", "d"]),
        (["undercut", "support"], ["b", "e"]),
        (["contrary"], ["g", "f"]),
        (["equivalence"], ["h"]),
        (["entailment"], []),
        ([], list(MAP.claims)),
    ],
)
def test_premises_of_a_kind_are_kept(kinds: list[Kind], claims: list[str]) -> None:
    assert list(narrowed(MAP, [], [], kinds).claims) == claims


@settings(max_examples=40)
@given(maps(), st.sets(st.sampled_from(KINDS), min_size=1))
def test_a_claim_is_kept_if_a_relation_of_the_kind_is_drawn_from_it(
    map: ArgumentMap, kinds: set[Kind]
) -> None:
    kept = narrowed(map, [], [], kinds).claims
    for claim in map.claims:
        used = {relation.kind for relation in map.drawn_from(claim)}
        assert (claim in kept) == (not used.isdisjoint(kinds))


def test_what_a_claim_is_used_for_may_be_outside_the_groups() -> None:
    target = Group("t", "t", "tag", ("a",))
    some = Group("s", "s", "tag", ("b", "c", "e"))
    assert list(narrowed(MAP, [some], [], ["rebuttal"]).claims) == ["c"]
    assert list(narrowed(MAP, [], [target, some], ["rebuttal"]).claims) == ["d"]
    assert list(narrowed(MAP, [some], [target], []).claims) == ["b", "c", "e"]
