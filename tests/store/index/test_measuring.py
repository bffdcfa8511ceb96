"""The figures that an index keeps are the measures of the map."""

from hypothesis import given, settings

from argmap.graph.measure import Balance, measure
from argmap.model.map import ArgumentMap
from argmap.store.index.measuring import figures
from small_maps import maps


@settings(max_examples=40)
@given(maps())
def test_the_figures_of_a_map_are_its_measures_by_place(map: ArgumentMap) -> None:
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
