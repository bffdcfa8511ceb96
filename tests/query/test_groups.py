import subprocess
import sys
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.section import Section
from argmap.query.groups import Group, group, groups, part
from pace import pace

MAP = ArgumentMap(
    [
        Claim("root", tags=("good", "Two Words")),
        Claim("shade", section="trees", tags=("good",)),
        Claim("oak", section="oaks", tags=("trees",)),
        Claim("acorn", section="oaks"),
        Claim("rain", section="weather"),
    ],
    sections=[
        Section("trees", "Trees"),
        Section("oaks", "Old Oaks", 2, "trees"),
        Section("weather", "Weather"),
        Section("empty", "Empty"),
    ],
)


def test_sections_come_first_and_then_tags_as_written() -> None:
    assert groups(MAP) == [
        Group("trees", "Trees", "section", ("shade", "oak", "acorn")),
        Group("oaks", "Old Oaks", "section", ("oak", "acorn")),
        Group("weather", "Weather", "section", ("rain",)),
        Group("empty", "Empty", "section", ()),
        Group("good", "good", "tag", ("root", "shade")),
        Group("two-words", "Two Words", "tag", ("root",)),
        Group("trees", "trees", "tag", ("oak",)),
    ]


@pytest.mark.parametrize("name", ["oaks", "Old Oaks", "old oaks", "OLD-OAKS!", "#oaks"])
def test_a_group_is_found_by_id_and_by_title_however_written(name: str) -> None:
    found = group(MAP, name)
    assert found is not None
    assert (found.id, found.claims) == ("oaks", ("oak", "acorn"))


@pytest.mark.parametrize("name", ["two words", "#Two Words", "two-words"])
def test_a_tag_is_found_with_its_sign_or_without(name: str) -> None:
    found = group(MAP, name)
    assert found is not None
    assert (found.type, found.claims) == ("tag", ("root",))


@pytest.mark.parametrize("name", ["oak", "", "#", "?!", "trees oaks"])
def test_what_names_no_group_finds_none(name: str) -> None:
    assert group(MAP, name) is None


def test_a_section_and_a_tag_of_one_name_are_one_group_in_the_order_of_the_map() -> None:
    claims = [Claim("a", tags=("x",)), Claim("b", section="x"), Claim("c", tags=("X", "x"))]
    found = group(ArgumentMap(claims, sections=[Section("x", "X")]), "x")
    assert found == Group("x", "X", "section", ("a", "b", "c"))


def test_a_claim_that_is_tagged_twice_alike_is_in_the_group_once() -> None:
    map = ArgumentMap([Claim("a", tags=("x", "x"))])
    assert groups(map) == [Group("x", "x", "tag", ("a",))]


def test_a_tag_without_letters_is_its_own_id() -> None:
    assert groups(ArgumentMap([Claim("a", tags=("★",))])) == [Group("★", "★", "tag", ("a",))]


def test_a_part_is_the_kept_groups_without_those_left_out() -> None:
    trees, oaks, good = (group(MAP, name) for name in ("trees", "oaks", "good"))
    assert trees
    assert oaks
    assert good
    assert part(MAP, [], []) == set(MAP.claims)
    assert part(MAP, [trees], []) == {"shade", "oak", "acorn"}
    assert part(MAP, [oaks, good], []) == {"root", "shade", "oak", "acorn"}
    assert part(MAP, [], [trees]) == {"root", "rain"}
    assert part(MAP, iter([trees]), iter([oaks, good])) == set()


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6))
def test_a_claim_is_in_its_section_and_in_every_section_around_it(
    written: list[tuple[int, int]],
) -> None:
    # Section 3 is in 2, 2 in 1, 1 in 0.
    sections = [Section(f"s{n}", f"S{n}", n + 1, f"s{n - 1}" if n else None) for n in range(4)]
    claims = [Claim(f"c{n}", section=f"s{level}") for n, (level, _) in enumerate(written)]
    for number, found in enumerate(groups(ArgumentMap(claims, sections=sections))):
        within = [f"c{n}" for n, (level, _) in enumerate(written) if level >= number]
        assert list(found.claims) == within


def test_sections_in_a_circle_come_to_an_end() -> None:
    # In its own process: if it goes wrong, it never ends.
    program = """if True:
        from argmap.model.claim import Claim
        from argmap.model.map import ArgumentMap
        from argmap.model.section import Section
        from argmap.query.groups import groups
        circle = Section("s", "S", 1, "t"), Section("t", "T", 1, "s")
        print(len(groups(ArgumentMap([Claim("a", section="s")], sections=circle))))
    """
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=5, check=True
    )
    assert done.stdout == "2\n"


def test_many_tags_and_claims_are_quick() -> None:
    claims = [Claim(f"c{n}", tags=(f"t{n}", "all"), section="s") for n in range(50_000)]
    map = ArgumentMap(claims, sections=[Section("s", "S")])
    begun = process_time()
    assert len(groups(map)) == 50_002
    assert process_time() - begun < 3 * pace()
