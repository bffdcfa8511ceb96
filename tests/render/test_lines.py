import sys
import unicodedata
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.render.lines import TAB, Segment, Style, cells, plain, shortened, visible, wrap
from pace import pace

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))
REORDERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}

letters = st.sampled_from([*"abc,é", "日", "本", "e\u0301", " ", " ", " ", "\n", "\x1b", "\u202e"])
texts = st.lists(letters, max_size=60).map("".join)
segments = st.lists(
    st.builds(Segment, texts, st.sampled_from(["", "", "for", "reference", "id", "dim"])),
    max_size=4,
)


def said(lines: list[list[Segment]]) -> list[str]:
    return ["".join(segment.text for segment in line) for line in lines]


def test_nothing_visible_moves_the_cursor_or_turns_the_line_around() -> None:
    shown = set(visible(EVERY_CHARACTER))
    assert not {c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}}
    assert not {c for c in shown if unicodedata.bidirectional(c) in REORDERING}
    assert not shown & set("\u200e\u200f\u061c\ufeff\x1b\x9b\x7f")


def test_letters_of_every_script_stay_as_they_are() -> None:
    letters = "".join(c for c in EVERY_CHARACTER if unicodedata.category(c)[0] in "LMNPS")
    assert visible(letters) == letters


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\tb\nc\rd\u2028e", "a b c d e"),
        ("a\u202eb", "a\\u202eb"),
        ("a\x00\x7f\x9b", "a\\x00\\x7f\\x9b"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("[bold]a[/bold]", "[bold]a[/bold]"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_cannot_be_seen_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@settings(deadline=None)
@given(st.text())
def test_what_is_visible_stays_so(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert len(visible(text).splitlines()) <= 1
    visible(text).encode()


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("日本", 4), ("e\u0301", 1), ("ｆ", 2), ("é−⊘", 3)]
)
def test_wide_letters_take_two_cells_and_combining_ones_none(text: str, width: int) -> None:
    assert cells(text) == width


@settings(deadline=None)
@given(texts, texts)
def test_cells_add_up(one: str, other: str) -> None:
    assert cells(one + other) == cells(one) + cells(other)


@settings(deadline=None, max_examples=200)
@given(segments, st.integers(2, 30), st.integers(2, 30))
def test_no_line_is_wider_than_asked(given: list[Segment], first: int, rest: int) -> None:
    widths = [cells(line) for line in said(wrap(given, first, rest))]
    assert widths[0] <= first
    assert all(width <= rest for width in widths[1:])


@settings(deadline=None)
@given(texts)
def test_a_letter_wider_than_the_line_stands_alone(text: str) -> None:
    for line in said(wrap([Segment(text)], 1, 1)):
        assert cells(line) <= 1 or len(line) == 1 or unicodedata.combining(line[1])


@settings(deadline=None, max_examples=200)
@given(segments, st.integers(2, 30), st.integers(2, 30))
def test_every_word_is_kept_with_its_style(given: list[Segment], first: int, rest: int) -> None:
    def letters(parts: list[Segment]) -> list[tuple[str, Style]]:
        return [(c, style) for text, style in parts for c in visible(text) if not c.isspace()]

    lines = wrap(given, first, rest)
    assert letters([segment for line in lines for segment in line]) == letters(given)


@settings(deadline=None, max_examples=200)
@given(texts, st.integers(2, 30))
def test_words_are_one_blank_apart_and_whole_where_they_fit(text: str, width: int) -> None:
    words = visible(text).split()
    lines = said(wrap([Segment(text)], width, width))
    if all(cells(word) <= width for word in words):
        assert " ".join(lines).split(" ") == (words or [""])
        for line, after in pairwise(lines):
            assert cells(f"{line} {after.split()[0]}") > width
    assert all(line == line.strip() and "  " not in line for line in lines)


@settings(deadline=None, max_examples=200)
@given(segments, st.integers(2, 30))
def test_only_no_words_at_all_leave_a_line_empty(given: list[Segment], width: int) -> None:
    lines = said(wrap(given, width, width))
    assert all(lines) or lines == [""]


def test_remarks_stay_whole_where_they_fit() -> None:
    lines = wrap(
        [Segment("one two"), Segment("(see above)", "dim"), Segment("[a b]", "id")], 12, 12
    )
    assert said(lines) == ["one two", "(see above)", "[a b]"]


def test_the_first_line_can_be_narrower() -> None:
    assert said(wrap([Segment("aa bb cc dd")], 3, 5)) == ["aa", "bb cc", "dd"]


def test_wide_letters_are_broken_by_cells() -> None:
    assert said(wrap([Segment("日本語日本")], 4, 6)) == ["日本", "語日本"]
    assert said(wrap([Segment("日本語")], 5, 5)) == ["日本", "語"]


@settings(deadline=None)
@given(texts, st.integers(4, 30))
def test_a_shortened_text_fits_and_begins_like_the_text(text: str, room: int) -> None:
    short = shortened(text, room)
    assert cells(short) <= room
    if cells(text) <= room:
        assert short == text
    else:
        kept = visible(text).split()
        assert short.endswith("…")
        assert " ".join(kept).startswith(short.removesuffix("…"))


def test_plain_lines_have_no_blanks_at_their_ends_and_nothing_invisible() -> None:
    lines = [
        [Segment("a\x1b", "root"), Segment("  ")],
        [Segment("b"), Segment(TAB), Segment("c\td")],
    ]
    assert list(plain(lines)) == ["a\\x1b", "b\tc d"]


@pytest.mark.parametrize("text", ["a" * 500_000, "é" * 100_000, "日" * 100_000, "a " * 200_000])
@pytest.mark.parametrize("width", [80, sys.maxsize])
def test_long_texts_are_wrapped_in_linear_time(text: str, width: int) -> None:
    begun = process_time()
    assert wrap([Segment(text)], width, width)
    assert process_time() - begun < 1.5 * pace()
