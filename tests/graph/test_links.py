import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.links import links
from argmap.graph.walk import bearings
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Kind, Stance
from small_maps import LARGE, MANY, map_of, maps


@given(maps(), st.sets(st.sampled_from(KINDS)), st.sampled_from([None, "for", "against"]))
def test_links_are_the_bearings_of_each_claim_by_number(
    map: ArgumentMap, kinds: set[Kind], stance: Stance | None
) -> None:
    found = links(map, kinds, stance)
    assert found.claims == list(map.claims)
    told = iter(found.against)
    for claim, reasons in zip(found.claims, found.reasons, strict=True):
        assert [(found.claims[reason], next(told)) for reason in reasons] == [
            (premise, bearing.stance == "against")
            for bearing in bearings(map, claim)
            if bearing.relation.kind in kinds and stance in {None, bearing.stance}
            for premise in bearing.premises
        ]
    assert next(told, None) is None


def test_what_undercuts_a_support_speaks_against_its_target() -> None:
    found = links(map_of("b support a", "c undercut r1", "d undercut r2"))
    (a, b, c, d) = range(4)
    assert [list(row) for row in found.reasons] == [[b, c, d], [], [], []]
    assert list(found.against) == [0, 1, 0]
    assert [found.claims[n] for n in (a, b, c, d)] == ["a", "b", "c", "d"]


@pytest.mark.parametrize("shape", LARGE)
def test_large_maps_take_few_bytes_for_each_claim(shape: str) -> None:
    map = LARGE[shape]()
    links(map)
    tracemalloc.start()
    found = links(map)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found.claims) >= MANY
    assert size < 20 * (len(found.claims) + len(found.against))
