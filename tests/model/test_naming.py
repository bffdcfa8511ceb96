"""Maps are called so that no two ids are the same, and their ids are looked at only if need be."""

from functools import partial
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.collection import qualified
from argmap.model.naming import Ids, Naming
from pace import pace

NAMES = st.sampled_from(["a", "b", "a/b", "a/b/c", "b/a", "a-2", "a/b-2", "", "a/", "/"])
IDS = st.frozensets(st.sampled_from(["a", "b", "a/b", "b/a", "b-2/a", "", "/", "a/", "c"]))
OWN = st.builds(Ids, IDS, IDS)


def taken(name: str, ids: Ids) -> tuple[set[str], set[str]]:
    """The ids of a map that is called so, and those of its sections, it being one itself."""
    records = {qualified(name, id) for id in ids.records}
    return records, {name, *(qualified(name, id) for id in ids.sections)}


@settings(max_examples=80)
@given(st.lists(st.tuples(NAMES, OWN), max_size=5), IDS)
def test_no_two_ids_are_the_same_and_no_number_is_given_without_need(
    maps: list[tuple[str, Ids]], unchanged: frozenset[str]
) -> None:
    naming = Naming(unchanged)
    records, sections = set(unchanged), set(unchanged)
    tried: set[str] = set()
    for wanted, ids in maps:
        free = taken(wanted, ids)
        is_free = records.isdisjoint(free[0]) and sections.isdisjoint(free[1])
        name = naming.take(wanted, partial(Ids, *ids))
        assert name == wanted or not is_free or wanted in tried
        own = taken(name, ids)
        assert records.isdisjoint(own[0])
        assert sections.isdisjoint(own[1])
        records |= own[0]
        sections |= own[1]
        tried |= {wanted, name}


def test_the_ids_are_asked_for_only_where_a_name_begins_with_another() -> None:
    def not_asked() -> Ids:
        pytest.fail("the ids cannot be those of another map")

    naming = Naming()
    for name in ("a", "b", "ab", "b", "c/d", "c/e"):
        naming.take(name, not_asked)
    assert naming.take("x", lambda: Ids({"y/z"}, set())) == "x"
    # Nothing in x begins with w, so that it does not matter what is in x/w.
    assert naming.take("x/w", not_asked) == "x/w"


def test_many_maps_inside_one_with_many_ids_take_linear_time() -> None:
    begun = process_time()
    naming = Naming()
    naming.take("a", lambda: Ids({f"m{n}/x/y" for n in range(50_000)}, set()))
    for n in range(50_000):
        assert naming.take(f"a/m{n}", lambda: Ids({"x", "y"}, set())) == f"a/m{n}"
    assert naming.take("a/m7", lambda: Ids({"x/y"}, set())) == "a/m7-2"
    assert process_time() - begun < 2 * pace()
