from itertools import islice, pairwise
from time import process_time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph.paths import chains
from argmap.graph.trace import conclusions, reasons
from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, Segment, cells, plain, visible
from argmap.render.outline import (
    Row,
    draw,
    rows_of_chain,
    rows_of_conclusions,
    rows_of_reasons,
)
from argmap.render.verdicts import TONE, verdict_notes
from argmap.semantics.label import Label
from pace import pace
from small_maps import MANY, chain, map_of, maps, star

PLAIN = Layout()
drawn = st.builds(Layout, st.integers(60, 120), st.just(value=True), st.booleans())
ascii_words = st.text("abc ,.", min_size=1, max_size=90)
pieces = st.sampled_from(["é", "日本", "a", " ", " ", "\x1b[31m", "\u202e", "x" * 70, "\n"])
words = ascii_words | st.lists(pieces, max_size=40).map("".join)

SHAPES = map_of(
    "b c support a", "d rebuttal a", "e undercut r1", "f undercut r2", "g support f",
    "a support d", "h contradiction d", "i j undercut r1", "k support r7",
)  # fmt: skip


@st.composite
def spoken(draw_: st.DrawFn, said: st.SearchStrategy[str] = words) -> ArgumentMap:
    """Any small map with texts, tags and ids of any length."""
    map = draw_(maps())
    claims = [
        claim._replace(text=draw_(said), tags=tuple(draw_(st.lists(said, max_size=1))))
        for claim in map.claims.values()
    ]
    return ArgumentMap(claims, map.relations.values())


def rows_of(map: ArgumentMap, *, stances: bool = True, root: str = "c0") -> list[Row]:
    return list(rows_of_reasons(map, islice(reasons(map, [root]), 500), stances=stances))


def rows_of_a_chain(length: int) -> list[Row]:
    map = chain(length)
    return list(rows_of_reasons(map, reasons(map, ["c0"]), stances=True))


def printed(rows: list[Row], layout: Layout) -> list[str]:
    return list(plain(draw(rows, layout)))


@settings(deadline=None, max_examples=100)
@given(spoken(), drawn, st.booleans())
def test_no_drawn_line_is_wider_than_the_terminal(
    map: ArgumentMap, layout: Layout, stances: bool
) -> None:
    assert layout.width
    for line in printed(rows_of(map, stances=stances), layout):
        assert cells(line) <= layout.width


@settings(deadline=None, max_examples=100)
@given(spoken())
def test_a_plain_outline_has_a_line_for_each_row_with_all_its_words(map: ArgumentMap) -> None:
    rows = rows_of(map)
    lines = printed(rows, PLAIN)
    assert len(lines) == len(rows)
    for row, line in zip(rows, lines, strict=True):
        assert len(line.splitlines()) == 1
        assert visible(row.words).rstrip() in line
        assert row.id in line


@settings(deadline=None, max_examples=100)
@given(spoken())
def test_every_claim_that_is_reached_is_in_the_outline(map: ArgumentMap) -> None:
    text = "\n".join(printed(rows_of(map), PLAIN))
    reached = {step.claim for step in islice(reasons(map, ["c0"]), 500)}
    for claim in reached:
        assert f"{visible(map.claims[claim].words)} [{claim}]" in text


@settings(deadline=None, max_examples=100)
@given(spoken(), drawn)
def test_a_drawn_outline_has_every_word_of_a_claim_told_in_full(
    map: ArgumentMap, layout: Layout
) -> None:
    for row in rows_of(map):
        alone = "".join("".join(printed([row._replace(level=0)], layout)).split())
        if row.style != "reference" and not row.member:
            assert "".join(visible(row.words).split()) in alone


@settings(deadline=None, max_examples=100)
@given(spoken(), drawn | st.just(PLAIN))
def test_the_gutter_says_the_stance_of_each_row(map: ArgumentMap, layout: Layout) -> None:
    rows = rows_of(map)
    if not any(row.stance for row in rows):
        return
    gutters = [f"{line:8}"[:8] for line in printed(rows, layout)]
    assert [gutter.strip() for gutter in gutters if gutter.strip()] == [
        row.stance for row in rows if row.stance
    ]
    assert set(gutters) <= {"for     ", "against ", " " * 8}


@settings(deadline=None, max_examples=100)
@given(spoken())
def test_without_stances_there_is_no_gutter(map: ArgumentMap) -> None:
    rows = rows_of(map, stances=False)
    assert not any(row.stance for row in rows)
    assert printed(rows, PLAIN)[0].startswith(visible(rows[0].words).rstrip())


@settings(deadline=None, max_examples=100)
@given(spoken(ascii_words), st.integers(60, 120))
def test_the_ascii_layout_of_an_ascii_map_is_ascii(map: ArgumentMap, width: int) -> None:
    for line in printed(rows_of(map), Layout(width, drawn=True, ascii=True)):
        assert line.isascii()


def test_the_ascii_layout_of_a_deep_map_is_ascii() -> None:
    rows = rows_of_a_chain(100)
    assert all(line.isascii() for line in printed(rows, Layout(60, drawn=True, ascii=True)))


@settings(deadline=None, max_examples=100)
@given(spoken())
def test_a_row_is_at_most_one_level_below_the_row_before(map: ArgumentMap) -> None:
    levels = [row.level for row in rows_of(map)]
    assert levels[0] == 0
    assert all(level > 0 for level in levels[1:])
    assert all(after <= before + 1 for before, after in pairwise(levels))


@settings(deadline=None, max_examples=100)
@given(maps())
def test_a_branch_is_a_corner_where_nothing_follows_it_and_else_goes_on_below(
    map: ArgumentMap,
) -> None:
    single = {id for id, relation in map.relations.items() if len(relation.premises) == 1}
    rows = rows_of(map.keep(map.claims, single), stances=False)
    levels = [row.level for row in rows]
    lines = printed(rows, Layout(10_000, drawn=True))
    corner_at: dict[int, bool] = {}
    for place, (level, line) in enumerate(zip(levels, lines, strict=True)):
        later = [other for other in levels[place + 1 :] if other <= level]
        corner_at[level] = later[:1] != [level]
        guides = ["   " if corner_at[above] else "│  " for above in range(1, level)]
        tip = ("╰─ " if corner_at[level] else "├─ ") if level else ""
        assert line.startswith("".join(guides) + tip)


def test_a_plain_outline_of_every_shape() -> None:
    assert printed(rows_of(SHAPES, root="a"), PLAIN) == [
        "        This is a. [a]",
        "for       + together:",
        "for         & This is b. [b]",
        "for         & This is c. [c]",
        "against     _ undercuts this step: This is e. [e]",
        "against     _ undercuts this step: together:",
        "against       & This is i. [i]",
        "against       & This is j. [j]",
        "against   - This is d. [d]",
        "for         _ undercuts this step: This is f. [f]",
        "for           + This is g. [g]",
        "against     + This is a. [a] (a circle: this is the claim above)",
        "for         >< contradicts it: This is h. [h]",
        "for           + backs this step: This is k. [k]",
    ]


def test_a_drawn_outline_of_every_shape() -> None:
    assert printed(rows_of(SHAPES, root="a"), Layout(72, drawn=True)) == [
        "        This is a. [a]",
        "for     ├─ + together:",
        "for     │  ┏ This is b. [b]",
        "for     │  ┗ This is c. [c]",
        "against │  ├─ ⊘ undercuts this step: This is e. [e]",
        "against │  ╰─ ⊘ undercuts this step: together:",
        "against │     ┏ This is i. [i]",
        "against │     ┗ This is j. [j]",
        "against ╰─ − This is d. [d]",
        "for        ├─ ⊘ undercuts this step: This is f. [f]",
        "for        │  ╰─ + This is g. [g]",
        "against    ├─ + This is a. [a] (a circle: this is the claim above)",
        "for        ╰─ ⇹ contradicts it: This is h. [h]",
        "for           ╰─ + backs this step: This is k. [k]",
    ]


def test_an_ascii_outline_of_every_shape() -> None:
    rows = rows_of(SHAPES, root="a", stances=False)
    assert printed(rows, Layout(72, drawn=True, ascii=True))[:8] == [
        "This is a. [a]",
        "|- + together:",
        "|  / This is b. [b]",
        "|  \\ This is c. [c]",
        "|  |- _ undercuts this step: This is e. [e]",
        "|  `- _ undercuts this step: together:",
        "|     / This is i. [i]",
        "|     \\ This is j. [j]",
    ]


def test_what_bears_on_a_linked_premise_hangs_inside_the_bracket() -> None:
    map = map_of("b c support a", "d support b", "e rebuttal c", "f support a")
    assert printed(rows_of(map, root="a", stances=False), Layout(72, drawn=True)) == [
        "This is a. [a]",
        "├─ + together:",
        "│  ┏ This is b. [b]",
        "│  ┃ ╰─ + This is d. [d]",
        "│  ┗ This is c. [c]",
        "│    ╰─ − This is e. [e]",
        "╰─ + This is f. [f]",
    ]


def test_the_other_side_of_what_attacks_a_step_hangs_from_the_root() -> None:
    map = map_of("b c support a", "d e contrary r1")
    assert [(row.level, row.id) for row in rows_of(map, root="d")] == [(0, "d"), (1, "e")]


def test_long_texts_are_wrapped_under_their_beginning() -> None:
    map = map_of("b support a", "c support b")
    claims = [c._replace(text="A long text. " * 5) for c in map.claims.values()]
    lines = printed(
        rows_of(ArgumentMap(claims, map.relations.values()), root="a"), Layout(60, drawn=True)
    )
    assert lines == [
        "        A long text. A long text. A long text. A long text.",
        "        A long text. [a]",
        "for     ╰─ + A long text. A long text. A long text. A long",
        "             text. A long text. [b]",
        "for        ╰─ + A long text. A long text. A long text. A",
        "                long text. A long text. [c]",
    ]


def test_hidden_relations_are_counted_and_repeats_pointed_at() -> None:
    map = map_of("b support a", "c support b", "c support a", "d support b")
    rows = list(rows_of_reasons(map, reasons(map, ["a"], depth=1), stances=False))
    assert printed(rows, PLAIN) == [
        "This is a. [a]",
        "  + This is b. [b] (+2 more)",
        "  + This is c. [c]",
    ]
    assert "(see below)" in "\n".join(printed(rows_of(map, root="a"), PLAIN))


def test_tags_that_the_text_does_not_show_stand_after_the_id() -> None:
    claim = map_of("a").claims["a"]._replace(tags=("good", "two words"))
    rows = rows_of(ArgumentMap([claim]), root="a")
    assert printed(rows, PLAIN) == ["This is a. [a] #good #two words"]


def test_a_note_stands_after_its_claim() -> None:
    map = map_of("b support a")
    rows = list(rows_of_reasons(map, reasons(map, ["a"]), stances=False, notes={"b": "(new)"}))
    assert printed(rows, PLAIN)[1] == "  + This is b. [b] (new)"


@pytest.mark.parametrize("label", get_args(Label))
def test_a_verdict_has_its_colour_whatever_else_is_remarked(label: Label) -> None:
    map = map_of("b support a")
    said = verdict_notes({"b": label})["b"]
    for note in (said, f"{said} (from elsewhere)"):
        rows = list(rows_of_reasons(map, reasons(map, ["a"]), stances=False, notes={"b": note}))
        *_, last = draw(rows, Layout(80, drawn=True))
        assert Segment(said, TONE[label]) in last


def test_a_remark_that_would_be_alone_takes_the_id_along() -> None:
    row = Row(0, "These words take what there is.", "the-id", note="(stands)", tone="for")
    assert printed([row], Layout(41, drawn=True)) == [
        "These words take what there is.",
        "[the-id] (stands)",
    ]
    assert len(printed([row], Layout(49, drawn=True))) == 1


@pytest.mark.parametrize("layout", [PLAIN, Layout(80, drawn=True)])
def test_ids_and_tags_cannot_steer_the_terminal(layout: Layout) -> None:
    claim = map_of("a").claims["a"]._replace(id="a\x1b[31m", tags=("b\u202ec",))
    (line,) = printed(rows_of(ArgumentMap([claim]), root=claim.id), layout)
    assert line == "This is a. [a\\x1b[31m] #b\\u202ec"


def test_conclusions_are_drawn_with_what_the_claim_does_to_them() -> None:
    map = map_of("b support a", "c undercut r1", "a entailment d", "a rebuttal e")
    rows = list(rows_of_conclusions(map, conclusions(map, "c")))
    assert printed(rows, PLAIN) == [
        "against   _ undercuts a step to: This is a. [a]",
        "against     + entails: This is d. [d]",
        "for         - rebuts: This is e. [e]",
    ]
    assert printed(rows, Layout(80, drawn=True)) == [
        "against ╰─ ⊘ undercuts a step to: This is a. [a]",
        "against    ├─ + entails: This is d. [d]",
        "for        ╰─ − rebuts: This is e. [e]",
    ]


def test_an_undercut_says_whether_it_is_a_step_or_a_claim_that_it_bears_on() -> None:
    map = map_of("b support a", "c undercut b", "d undercut r1")
    assert printed(rows_of(map, root="a", stances=False), PLAIN) == [
        "This is a. [a]",
        "  + This is b. [b]",
        "    _ undercuts this step: This is d. [d]",
        "    _ undercuts it: This is c. [c]",
    ]
    rows = list(rows_of_conclusions(map, conclusions(map, "c")))
    assert printed(rows, PLAIN)[0] == "against   _ undercuts: This is b. [b]"
    (found,) = chains(map, "c", "a").chains
    assert printed(list(rows_of_chain(map, "c", found.links)), PLAIN)[1:] == [
        "  _ undercuts: This is b. [b]",
        "    + supports: This is a. [a]",
    ]


def test_a_chain_is_drawn_from_its_first_claim() -> None:
    map = map_of("b c support a", "a rebuttal d")
    (found,) = chains(map, "b", "d").chains
    rows = list(rows_of_chain(map, "b", found.links))
    assert printed(rows, PLAIN) == [
        "This is b. [b]",
        "  + supports: This is a. [a] (together with 1 more)",
        "    - rebuts: This is d. [d]",
    ]


@pytest.mark.parametrize("layout", [PLAIN, Layout(80, drawn=True), Layout(None, drawn=True)])
def test_deep_outlines_do_not_grow_with_the_square_of_their_depth(layout: Layout) -> None:
    rows = rows_of_a_chain(MANY)
    begun = process_time()
    assert sum(map(len, printed(rows, layout))) < 200 * MANY
    assert process_time() - begun < 20 * pace()


@pytest.mark.parametrize("width", [60, 80])
def test_deep_outlines_are_no_wider_than_the_terminal(width: int) -> None:
    rows = [row._replace(words="x" * 99) for row in rows_of_a_chain(12_000)]
    assert max(map(len, printed(rows, Layout(width, drawn=True)))) <= width


def test_broad_outlines_are_drawn_in_linear_time() -> None:
    map = star()
    rows = list(rows_of_reasons(map, reasons(map, ["c0"]), stances=True))
    begun = process_time()
    assert len(printed(rows, Layout(80, drawn=True))) == len(rows)
    assert process_time() - begun < 20 * pace()
