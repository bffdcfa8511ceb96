from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.stretches import Stretches

ends = st.integers(0, 40)
stretches = st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair) + 1))


@given(st.lists(stretches), stretches)
def test_inside_and_outside_part_a_stretch_by_what_is_covered(
    given: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    covered = {x for start, end in given for x in range(start, end)}
    made = Stretches(given)
    inside = [x for part in made.inside(*asked) for x in range(*part)]
    outside = [x for part in made.outside(*asked) for x in range(*part)]
    assert inside == [x for x in range(*asked) if x in covered]
    assert outside == [x for x in range(*asked) if x not in covered]
    assert made.size(*asked) == len(inside)
    assert made.hold(*asked) is (not outside)
