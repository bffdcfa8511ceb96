import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.wording import Wording, collapse, compose
from pace import pace

words = st.text(alphabet="aBc \n\t\u00a0éße\u0301\u0323\u1100\u1161가日本\u0130") | st.text()


@given(words)
def test_a_wording_is_the_text_collapsed_but_for_blanks_at_its_ends(text: str) -> None:
    assert Wording(text).text.strip() == collapse(text)


@given(words)
def test_a_text_is_found_in_itself_from_its_first_word_to_its_last(text: str) -> None:
    found = Wording(text).occurrences(text)
    assert [collapse(text[start:end]) for start, end in found] == [collapse(text)] * len(found)
    assert len(found) == (1 if text.strip() else 0)


@given(words, words, words)
def test_what_stands_at_an_occurrence_is_what_was_sought(
    before: str, sought: str, after: str
) -> None:
    text = f"{before} {sought} {after}"
    found = [collapse(text[start:end]) for start, end in Wording(text).occurrences(sought)]
    assert bool(found) is bool(sought.strip())
    assert set(found) <= {collapse(sought)}


@pytest.mark.parametrize("sought", ["naïve  idea", "nai\u0308ve\nidea", "NAÏVE idea"])
@pytest.mark.parametrize("text", ["a naïve idea.", "a nai\u0308ve \n idea.", "a Naïve idea."])
def test_spacing_encoding_and_case_are_no_hindrance(sought: str, text: str) -> None:
    ((start, end),) = Wording(text).occurrences(sought)
    assert text[start:end] == text[2:-1]


def test_case_counts_where_it_can() -> None:
    assert Wording("us and US").occurrences("US") == [(7, 9)]


def test_whole_words_are_preferred_to_parts() -> None:
    assert Wording("party art").occurrences("art") == [(6, 9)]
    assert Wording("party").occurrences("art") == [(1, 4)]


def test_prefix_and_suffix_choose_between_occurrences() -> None:
    wording = Wording("red fox, grey fox; red fox.")
    assert wording.occurrences("fox", prefix="grey ") == [(14, 17)]
    assert wording.occurrences("fox", suffix=".") == [(23, 26)]
    assert wording.occurrences("fox", prefix="RED", suffix=";") == []


def test_composition_is_nfc_for_all_but_piles_of_marks() -> None:
    text = "e\u0301 \u212b " + "x\u0323\u0301" * 100
    assert compose(text) == unicodedata.normalize("NFC", text)


def test_a_pile_of_marks_takes_no_square_time() -> None:
    begun = time.process_time()
    assert Wording("e" + "\u0301\u0323" * 500_000).occurrences("zz") == []
    assert time.process_time() - begun < 10 * pace()
