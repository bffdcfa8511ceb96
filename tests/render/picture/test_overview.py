from time import process_time

import pytest
from hypothesis import given, settings

from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.section import Section
from argmap.render.picture.content import Content
from argmap.render.picture.overview import MOST_BUNDLES, MOST_PARTS, overview
from small_maps import LARGE, map_of, maps


def ends(content: Content) -> list[tuple[str, str, str]]:
    return [(link.kind, link.source, link.target) for link in content.links]


def said(content: Content) -> list[tuple[str, str]]:
    return [(entry.title, entry.text) for entry in content.entries]


def size(text: str) -> int:
    """How many claims a box says that it stands for."""
    return int(text.split(" ", 1)[0])


def sectioned(*sections: tuple[str, str | None, int]) -> ArgumentMap:
    """Sections of so many claims, each of which supports the first claim of all."""
    draft = Draft()
    for id, parent, _ in sections:
        draft.section(Section(id, id.upper(), parent=parent))
    for id, _, count in sections:
        for number in range(count):
            draft.claim(Claim(f"{id}{number}", text="It is so.", section=id))
    map = draft.build()[0]
    first, *others = map.claims
    relations = [Relation(f"r{n}", "support", (other,), first) for n, other in enumerate(others)]
    return ArgumentMap(map.claims.values(), relations, sections=map.sections.values())


def test_an_overview_tells_what_sections_come_to_for_each_other() -> None:
    draft = Draft()
    for section in ("s", "t"):
        draft.section(Section(section, section.upper()))
    for n, home in enumerate(("s", "s", "t", None)):
        draft.claim(Claim(f"c{n}", text=f"C{n}.", section=home))
    draft.relation(Relation("", "support", ("c1",), "c0"))
    draft.relation(Relation("", "rebuttal", ("c2",), "c1"))
    draft.relation(Relation("", "rebuttal", ("c2",), "c0"))
    draft.relation(Relation("", "undercut", ("c3",), "r2", "relation"))
    content = overview(draft.build()[0], "m")
    assert said(content) == [
        ("S", "2 claims"),
        ("T", "1 claim: speaks against S (2)"),
        ("no section", "1 claim: undercuts steps in S (1)"),
    ]
    assert ends(content) == [("rebuttal", "t", "s"), ("undercut", "no-section", "s")]
    assert content.note == "3 sections, 4 claims"


def test_sections_are_taken_as_deep_as_there_is_room_for() -> None:
    few = sectioned(("a", None, 2), ("b", "a", 1), ("c", None, 1))
    assert said(overview(few, "m")) == [
        ("A", "2 claims"), ("B", "1 claim: supports A (1)"), ("C", "1 claim: supports A (1)"),
    ]  # fmt: skip
    inner = [(f"x{n}", "a", 1) for n in range(MOST_PARTS)]
    content = overview(sectioned(("a", None, 2), *inner, ("c", None, 1)), "m")
    assert said(content) == [("A", f"{MOST_PARTS + 2} claims"), ("C", "1 claim: supports A (1)")]
    assert "those below level 1 are in the ones around them" in content.note


def test_too_many_sections_leave_the_smallest_in_one_box() -> None:
    content = overview(
        sectioned(*((f"x{n}", None, 2 if n < 5 else 1) for n in range(2 * MOST_PARTS))), "m"
    )
    assert len(content.entries) == MOST_PARTS
    assert [entry.title for entry in content.entries][:5] == ["X0", "X1", "X2", "X3", "X4"]
    assert content.entries[-1].title == f"{MOST_PARTS + 1} smaller sections"
    assert sum(size(entry.text) for entry in content.entries) == 2 * MOST_PARTS + 5


def test_without_sections_steps_from_each_thesis_are_parts() -> None:
    map = map_of(*(f"c{n} support c{n - 1}" for n in range(1, 9)), "d rebuttal e")
    content = overview(map, "m")
    assert said(content) == [
        ("This is c0.", "1 claim"),
        ("1 step from “This is c0.”", "1 claim: supports This is c0. (1)"),
        ("2 to 3 steps from “This is c0.”", "2 claims: supports 1 step from “This is c0.” (1)"),
        ("4 to 7 steps from “This is c0.”",
         "4 claims: supports 2 to 3 steps from “This is c0.” (1)"),
        ("8 to 15 steps from “This is c0.”",
         "1 claim: supports 4 to 7 steps from “This is c0.” (1)"),
        ("This is e.", "1 claim"),
        ("1 step from “This is e.”", "1 claim: speaks against This is e. (1)"),
    ]  # fmt: skip
    assert "there are no sections" in content.note


def test_many_theses_are_drawn_with_all_that_leads_to_them() -> None:
    map = map_of(*(f"b{n} c{n} support a{n}" for n in range(MOST_PARTS)))
    content = overview(map, "m")
    assert len(content.entries) == MOST_PARTS
    assert {entry.text for entry in content.entries} == {"3 claims"}


@settings(max_examples=100)
@given(maps())
def test_every_claim_is_in_one_part_and_every_link_has_its_ends(map: ArgumentMap) -> None:
    content = overview(map, "m")
    parts = {entry.id for entry in content.entries}
    assert sum(size(entry.text) for entry in content.entries) == len(map.claims)
    assert all({link.source, link.target} <= parts for link in content.links)
    assert all(link.source != link.target for link in content.links)


@pytest.mark.parametrize("shape", sorted(LARGE))
def test_large_maps_have_an_overview_soon(shape: str) -> None:
    map = LARGE[shape](20_000)
    began = process_time()
    content = overview(map, "m")
    assert process_time() - began < 6
    assert 2 <= len(content.entries) <= MOST_PARTS
    assert len(content.links) <= MOST_BUNDLES
