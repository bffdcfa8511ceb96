from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.around import around
from argmap.model.map import ArgumentMap
from small_maps import chain, map_of, maps


def test_neighbours_are_above_and_below_and_beside() -> None:
    map = map_of("b c support a", "d rebuttal b", "a support e", "f undercut r1", "g support d")
    assert around(map, "b", 1) == {"a", "b", "c", "d"}
    assert around(map, "a", 1) == {"a", "b", "c", "e", "f"}
    assert around(map, "g", 2) == {"g", "d", "b"}
    assert around(map, "g", 0) == {"g"}


@given(maps(), st.integers(0, 4))
def test_a_neighbourhood_grows_by_neighbourhoods(map: ArgumentMap, depth: int) -> None:
    start = next(iter(map.claims))
    steps = {start}
    for _ in range(depth):
        steps = set().union(*(around(map, claim, 1) for claim in steps))
    assert around(map, start, depth) == steps


def test_a_long_chain_is_followed_to_its_end() -> None:
    map = chain(20_000)
    assert len(around(map, "c0", 20_000)) == 20_000
