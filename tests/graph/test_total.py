from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph.measure import measure
from argmap.graph.total import total
from argmap.model.collection import parts, united
from argmap.model.map import ArgumentMap
from small_maps import maps


@settings(max_examples=40)
@given(st.lists(maps(), max_size=4))
def test_the_measures_together_are_those_of_the_maps_as_one(several: list[ArgumentMap]) -> None:
    members = parts((f"m{number}", map) for number, map in enumerate(several))
    whole = united((member.map for member in members), "all")
    assert total(measure(member.map) for member in members) == measure(whole)
