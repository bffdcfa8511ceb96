import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph.pairs import Pair, pairs
from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, cells, plain, visible
from argmap.render.pairs import draw_pairs
from small_maps import map_of

MAP = map_of(
    "worth", "pro support worth", "con rebuttal worth", "pro contradiction con",
    "x support pro", "y z support con", "w rebuttal pro",
)  # fmt: skip
TWO = map_of(
    "worth", "a support worth", "b rebuttal worth", "a contradiction b",
    "c support worth", "d rebuttal worth", "c contradiction d",
)  # fmt: skip
texts = st.lists(st.sampled_from(["a", "word", "日本", " ", " ", "\x1b[31m", "x" * 70])).map(
    "".join
)


def spoken(texts: list[str]) -> ArgumentMap:
    claims = [c._replace(text=t) for c, t in zip(MAP.claims.values(), texts, strict=True)]
    return ArgumentMap(claims, MAP.relations.values())


maps = st.lists(texts, min_size=len(MAP.claims), max_size=len(MAP.claims)).map(spoken)


def printed(map: ArgumentMap, layout: Layout) -> list[str]:
    return list(plain(draw_pairs(map, pairs(map), layout)))


def test_on_a_pipe_every_line_says_which_pair_and_side_it_is_of() -> None:
    assert printed(MAP, Layout()) == [
        "for and against: This is worth.",
        "pair 1  for     This is pro. [pro]",
        "pair 1          + This is x. [x]",
        "pair 1  against This is con. [con]",
        "pair 1          + This is y. [y]",
        "pair 1          + This is z. [z]",
    ]


def test_a_wide_terminal_has_both_sides_beside_each_other() -> None:
    lines = printed(MAP, Layout(100, drawn=True))
    assert [" ".join(line.split()) for line in lines[1:]] == [
        "for This is pro. [pro] ⇹ against This is con. [con]",
        "+ This is x. [x] + This is y. [y]",
        "+ This is z. [z]",
    ]
    assert lines[1].index("against") == lines[2].rindex("+") - 8


def test_a_narrow_terminal_has_one_side_below_the_other() -> None:
    assert printed(MAP, Layout(80, drawn=True))[1:] == [
        "for     This is pro. [pro]",
        "        + This is x. [x]",
        "against This is con. [con]",
        "        + This is y. [y]",
        "        + This is z. [z]",
    ]


@pytest.mark.parametrize("layout", [Layout(), Layout(80, drawn=True), Layout(120, drawn=True)])
def test_what_pairs_are_about_is_said_once_for_all_of_them(layout: Layout) -> None:
    lines = printed(TWO, layout)
    assert len([line for line in lines if line.startswith("for and against")]) == 1
    assert all(any(f"[{claim}]" in line for line in lines) for claim in "abcd")


@settings(deadline=None, max_examples=100)
@given(maps, st.integers(60, 160), st.booleans())
def test_no_drawn_line_is_wider_than_the_terminal(
    map: ArgumentMap, width: int, ascii: bool
) -> None:
    lines = printed(map, Layout(width, drawn=True, ascii=ascii))
    assert all(cells(line) <= width for line in lines)


@settings(deadline=None, max_examples=100)
@given(maps)
def test_on_a_pipe_every_claim_is_one_line_with_all_its_words(map: ArgumentMap) -> None:
    lines = printed(map, Layout())
    assert len(lines) == 6
    for claim in ("pro", "con", "x", "y", "z"):
        words = " ".join(visible(map.claims[claim].words).split())
        assert any(f"{words} [{claim}]".strip() in line for line in lines)


@pytest.mark.parametrize("width", [60, 120])
def test_the_ascii_layout_of_an_ascii_map_is_ascii(width: int) -> None:
    assert all(line.isascii() for line in printed(MAP, Layout(width, drawn=True, ascii=True)))


def test_no_pairs_are_no_lines() -> None:
    assert list(draw_pairs(MAP, [], Layout())) == []


def test_pairs_over_different_claims_are_told_apart() -> None:
    map = map_of("v", "w", "a", "b", "c", "d")
    found = [Pair("a", "b", "v"), Pair("c", "d", "w")]
    lines = list(plain(draw_pairs(map, found, Layout())))
    assert [line.partition("[")[0].strip() for line in lines] == [
        "for and against: This is v.",
        "pair 1  for     This is a.",
        "pair 1  against This is b.",
        "for and against: This is w.",
        "pair 2  for     This is c.",
        "pair 2  against This is d.",
    ]
