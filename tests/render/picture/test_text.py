import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.render.picture.font import covers, width
from argmap.render.picture.text import Font, clean, clusters, is_rtl, shortened, wrap

FONT = Font(13, 17)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PIECES = [*"ab cd-/. é\u0301日本、。「שםعر\u200d", FAMILY, "🇩🇪"]
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(texts | st.text(max_size=60), st.sampled_from([20, 60, 200]))
def test_lines_fit_and_keep_every_letter(text: str, room: int) -> None:
    lines = wrap(text, room, FONT)
    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    for line in lines:
        assert FONT.width(line) <= room or len(clusters(line)) == 1


@given(texts)
def test_characters_are_never_broken(text: str) -> None:
    whole = clusters(clean(text).replace(" ", ""))
    again = [c for line in wrap(text, 15, FONT) for c in clusters(line) if c != " "]
    assert again == whole


@given(texts, st.sampled_from([10, 40, 100]))
def test_what_is_shortened_fits(text: str, room: int) -> None:
    short = shortened(text, room, FONT)
    assert short == clean(text) or short.endswith("…")
    assert FONT.width(short) <= max(room, FONT.width("…"))


@given(st.text(max_size=40))
def test_nothing_that_steers_is_left(text: str) -> None:
    kept = clean(text)
    assert clean(kept) == kept
    left = {unicodedata.category(letter) for letter in kept if letter not in "\u200c\u200d"}
    assert left.isdisjoint({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})


def test_lines_are_about_equally_long() -> None:
    lines = wrap("one two three four five six seven eight nine ten eleven", 200, FONT)
    lengths = [FONT.width(line) for line in lines]
    assert len(lines) == 2
    assert max(lengths) - min(lengths) < 60


@pytest.mark.parametrize(
    ("text", "count"),
    [("e\u0301a", 2), (FAMILY, 1), ("🇩🇪🇫🇷", 2), ("👍🏽x", 2), ("क्षि", 2), ("日本", 2)],
)
def test_characters_are_counted_as_people_do(text: str, count: int) -> None:
    assert len(clusters(text)) == count


def test_japanese_is_broken_without_blanks_but_not_before_a_full_stop() -> None:
    lines = wrap("日本語の文章は空白なしで書かれる。" * 3, 100, FONT)
    assert len(lines) > 3
    assert not any(line.startswith("。") for line in lines)


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("abc", False), ("שלום", True), ("12 عربي", True), ("", False), ("a ש", False)],
)
def test_scripts_have_their_direction(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl


def test_letters_are_as_wide_as_in_the_font() -> None:
    assert width("M" * 10, 2048) == pytest.approx(17880)
    assert width("a\u0301", 13) == width("a", 13)
    assert width("日", 13) == 13
    assert width("bold", 13, bold=True) > width("bold", 13)
    assert covers("Größe – Ελλάδα, Москва")
    assert not covers("日本")
