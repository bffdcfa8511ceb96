"""What is true of every picture of boxes, whatever the map and the width."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS
from argmap.query.groups import groups, with_linked
from argmap.render.boxes.canvas import steps, towards
from argmap.render.boxes.cells import Cell, Spot
from argmap.render.boxes.drawing import Drawing, draw_boxes, place_boxes
from argmap.render.boxes.glyphs import ASCII, BOX, DOWN, LEFT, RIGHT, TONES, UP
from argmap.render.layout import Direction
from argmap.render.lines import cells, plain, width_of
from argmap.render.picture.content import Content, Standing, of_claims
from argmap.store.reading import read
from argmap.store.shipped import shipped
from conftest import ROOT
from small_maps import map_of, maps

DIRECTIONS: tuple[Direction, ...] = ("right", "down")
EXAMPLES = sorted((ROOT / "examples").glob("*.argdown"))


def within(cell: Cell, spot: Spot) -> bool:
    return spot.left <= cell.x <= spot.right and spot.top <= cell.y <= spot.bottom


def apart(one: Spot, other: Spot) -> bool:
    return (
        one.right < other.left or other.right < one.left
        or one.bottom < other.top or other.bottom < one.top
    )  # fmt: skip


def check(content: Content, drawing: Drawing) -> None:
    """Boxes lie apart; lines keep out of them, away from corners, and only cross each other."""
    spots = drawing.settled.boxes
    joints = {joint.id for joint in content.joints}
    assert all(apart(one, other) for one, other in combinations(spots.values(), 2))
    passing: dict[Cell, int] = {}
    for link in content.links:
        path = list(steps(drawing.settled.routes[link.id]))
        for id, end, inner in ((link.source, path[0], path[1]), (link.target, path[-1], path[-2])):
            spot = spots[id]
            assert within(end, spot)
            assert not within(inner, spot)
            if id not in joints:
                assert not (end.x in {spot.left, spot.right} and end.y in {spot.top, spot.bottom})
        for before, at, after in zip(path, path[1:], path[2:], strict=False):
            assert not any(within(at, spot) for spot in spots.values())
            sides = towards(at, before) | towards(at, after)
            other = passing.setdefault(at, 0)
            assert not other or {sides, other} == {UP | DOWN, LEFT | RIGHT}, (link, at)
            passing[at] |= sides
    for entry in content.entries:
        spot, words = spots[entry.id], drawing.words[entry.id]
        assert len(words.lines) <= spot.bottom - spot.top - 1
        assert all(width_of(line) <= spot.right - spot.left - 3 for line in words.lines)
        assert cells(words.label) <= spot.right - spot.left - 3


def check_frames(content: Content, drawing: Drawing) -> None:
    """A frame goes around what stands under its heading, and around nothing else."""
    parents = {heading.id: heading.parent for heading in content.headings}
    homes = {entry.id: entry.group for entry in content.entries}
    homes |= {joint.id: joint.group for joint in content.joints}
    for heading, frame in drawing.settled.frames.items():
        for id, spot in drawing.settled.boxes.items():
            at = homes[id]
            while at is not None and at != heading:
                at = parents[at]
            inside = within(Cell(spot.left, spot.top), frame)
            assert inside == (at == heading)
            assert inside or apart(spot, frame)


def check_map(map: ArgumentMap, direction: Direction, room: int) -> None:
    content = of_claims(map, "any")
    drawing = place_boxes(content, direction, room, BOX)
    check(content, drawing)
    check_frames(content, drawing)


def shipped_parts() -> list[tuple[str, ArgumentMap]]:
    found = []
    for path in [*(Path(each.path) for each in shipped()), *EXAMPLES]:
        map = read(str(path)).map
        found.append((path.stem, map))
        found += (
            (f"{path.stem}-{group.id}", map.keep(with_linked(map, group.claims)))
            for group in groups(map)
        )
    return found


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("room", [32, 19])
def test_nothing_in_the_shipped_maps_touches_what_it_should_not(
    direction: Direction, room: int
) -> None:
    for _, part in shipped_parts():
        check_map(part, direction, room)


@settings(max_examples=200)
@given(maps(), st.sampled_from(DIRECTIONS), st.sampled_from([32, 19]))
def test_nothing_in_any_map_touches_what_it_should_not(
    map: ArgumentMap, direction: Direction, room: int
) -> None:
    check_map(map, direction, room)


@settings(max_examples=40)
@given(maps(), st.sampled_from(DIRECTIONS))
def test_nor_does_it_without_graphlay(map: ArgumentMap, direction: Direction) -> None:
    content = of_claims(map, "any")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.render.layout._PREFERRED", ("layers",))
        check(content, place_boxes(content, direction, 25, BOX))


@settings(max_examples=60)
@given(maps(), st.sampled_from([None, 60, 100]), st.booleans())
def test_every_relation_has_its_sign(map: ArgumentMap, width: int | None, ascii: bool) -> None:
    content = of_claims(map, "any")
    drawn = draw_boxes(content, width, ascii=ascii)
    assert drawn == draw_boxes(content, width, ascii=ascii)
    signs = (ASCII if ascii else BOX).signs
    picture = drawn.lines[: drawn.lines.index([]) if [] in drawn.lines[1:] else None]
    for kind in KINDS:
        wanted = sum(link.kind == kind and link.signed for link in content.links)
        said = (segment for line in picture for segment in line if segment.style == TONES[kind])
        assert ascii or sum(segment.text.count(signs[kind]) for segment in said) == wanted
    assert not ascii or all(line.isascii() for line in plain(drawn.lines))
    assert all(width_of(line) <= drawn.width for line in picture)


letters = st.sampled_from(
    [*"abc .é", "日", "本", "e\u0301", "\n", "\x1b[31m", "\u202e", "ไ", "👩\u200d💻"]
)
texts = st.lists(letters, max_size=60).map("".join)


@settings(max_examples=60)
@given(texts, st.sampled_from([32, 25, 19]), st.sampled_from(DIRECTIONS))
@example("x" * 300, 19, "right")
@example("日" * 100, 19, "down")
def test_no_words_leave_their_box(text: str, room: int, direction: Direction) -> None:
    draft = Draft()
    draft.claim(Claim("a\x1bb", text=text, tags=("日本", "t" * 50)))
    content = of_claims(draft.build()[0], "any", {"a\x1bb": Standing("in")})
    drawing = place_boxes(content, direction, room, BOX)
    check(content, drawing)
    drawn = list(plain(draw_boxes(content, None).lines))
    assert "\x1b" not in "".join(drawn)
    assert {cells(line) for line in drawn} == {cells(drawn[0])}


def test_a_picture_is_turned_or_narrowed_until_it_fits() -> None:
    chain = map_of(*(f"c{n} support c{n - 1}" for n in range(1, 6)))
    wide, narrow = (draw_boxes(of_claims(chain, "any"), width) for width in (None, 60))
    assert wide.width > 60 >= narrow.width
    assert len(narrow.lines) > len(wide.lines)
    star = map_of(*(f"c{n} support c0" for n in range(1, 12)))
    assert draw_boxes(of_claims(star, "any"), 60).width <= 60


def test_what_fits_in_no_way_is_as_narrow_as_can_be() -> None:
    star = map_of(*(f"c{n} support c0" for n in range(1, 12)))
    widths = [place_boxes(of_claims(star, ""), d, room, BOX).settled.width
              for d in DIRECTIONS for room in (32, 25, 19)]  # fmt: skip
    assert draw_boxes(of_claims(star, ""), 10).width == min(widths)


def test_a_small_picture() -> None:
    map = map_of("b c support a", "d undercut r1", "e rebuttal b", "d contrary e")
    drawn = draw_boxes(of_claims(map, "any"), 90)
    assert "\n".join(plain(drawn.lines)) == SMALL.strip("\n")
    drawn = draw_boxes(of_claims(map, "any"), 90, ascii=True)
    assert "\n".join(plain(drawn.lines)) == SMALL_ASCII.strip("\n")


SMALL = """
                      ╭┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈╮ ╭─ d ────────╮
┏━ a ━━━━━━━━┓    ┃◆┈⊘╯ ╭─ b ────────╮    ╭─ e ────────╮   ╰┈┤ This is d. │
┃ This is a. ┃◀─⊕─╂─────┤ This is b. │◁╌⊖╌┤ This is e. │◇╍≠╍◇│            │
┗━━━━━━━━━━━━┛    ┠───╮ ╰────────────╯    ╰────────────╯     ╰────────────╯
                      │
                      │ ╭─ c ────────╮
                      ╰─┤ This is c. │
                        ╰────────────╯

◀─⊕── supports   ◁╌⊖╌╌ speaks against   ◆┈⊘┈┈ undercuts   ◇╍≠╍╍ not both true
┃ only together
"""
SMALL_ASCII = """
                      ...................................... .- d --------.
#= a ========#    #*./' .- b --------.    .- e --------.   '.| This is d. |
# This is a. #<-+-#-----| This is b. |<~-~| This is e. |x~%~x|            |
#============#    #---. '------------'    '------------'     '------------'
                      |
                      | .- c --------.
                      '-| This is c. |
                        '------------'

<-+-- supports   <~-~~ speaks against   *./.. undercuts   x~%~~ not both true
# only together
"""
