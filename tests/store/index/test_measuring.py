"""What is counted in numbers is what is measured of the map itself."""

from itertools import chain as chained
from time import process_time

import pytest
from hypothesis import given, settings

from argmap.graph.links import links
from argmap.graph.measure import Balance, balances, measure
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, SYMMETRIC
from argmap.store.index import measuring
from argmap.store.index.measuring import figures
from pace import pace
from small_maps import LARGE, map_of, maps

ONE_WAY = tuple(kind for kind in KINDS if kind not in SYMMETRIC)


def same(map: ArgumentMap) -> None:
    """Assert that the figures are the measures, by place."""
    found, measured = figures(map), measure(map)
    claims, relations = list(map.claims), list(map.relations)
    assert (found.depth, found.components) == (measured.depth, measured.components)
    for name in ("theses", "leaves", "isolated", "unsupported"):
        assert [claims[place] for place in getattr(found, name)] == [*getattr(measured, name)], name
    assert [relations[place] for place in found.unanswered] == [*measured.unanswered]
    balance = [Balance(claims[thesis], *ways) for thesis, *ways in found.balance]
    assert balance == [*measured.balance]
    assert [tuple(claims[place] for place in circle) for circle in found.cycles] == [
        *measured.cycles
    ]


@settings(max_examples=150)
@given(maps(kinds=ONE_WAY, most=9))
def test_the_figures_of_one_way_reasoning_are_its_measures(map: ArgumentMap) -> None:
    same(map)


@settings(max_examples=30)
@given(maps())
def test_the_figures_of_any_map_are_its_measures(map: ArgumentMap) -> None:
    same(map)


@pytest.mark.parametrize(
    "lines",
    [
        ["a"],
        ["a support a", "b support a"],
        ["a rebuttal a"],
        ["b support a", "c undercut r1", "a undercut r2", "d support b"],
        ["b c c support a", "d rebuttal c", "a support d", "e"],
    ],
)
def test_odd_maps_are_measured_alike(lines: list[str]) -> None:
    same(map_of(*lines))


@pytest.mark.parametrize("name", LARGE)
def test_large_maps_take_linear_time(name: str) -> None:
    map = LARGE[name]()
    begun = process_time()
    found = figures(map)
    assert process_time() - begun < 2 * pace()
    assert found.components == 1
    assert len(list(chained.from_iterable(found.cycles))) in {0, len(map.claims)}


def test_the_balance_ends_where_it_does_in_one_map(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [f"c{n} support t{thesis}" for n in range(4) for thesis in range(6)]
    map = map_of(*steps, *(f"c{n} support c{n + 1}" for n in range(3)))
    for effort in range(0, 90, 7):
        monkeypatch.setattr(measuring, "_EFFORT", effort)
        found = balances(links(map), set(measure(map).theses), effort=effort)
        assert len(figures(map).balance) == len(found)
