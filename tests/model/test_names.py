from time import process_time
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.names import Names, fold, slug
from pace import pace
from small_maps import MANY

LETTERS = "aBcÄßéŁжΩ日本7"
words = st.text(st.sampled_from(LETTERS + " -_.!?'\n"))


def test_a_slug_is_the_words_in_lower_case_with_hyphens_between() -> None:
    assert slug("Cyber-diplomacy: is it _worth_ having?") == "cyber-diplomacy-is-it-worth-having"
    assert slug("Ünlü 日本") == "ünlü-日本"


@settings(deadline=None)
@given(st.text())
def test_a_slug_has_only_letters_digits_their_marks_and_single_hyphens(text: str) -> None:
    made = slug(text)
    assert all(made.split("-")) or not made
    assert all(letter == "-" or category(letter)[0] in "LMN" for letter in made)
    assert len(made) <= 60


@settings(deadline=None)
@given(words)
def test_a_slug_is_empty_only_if_there_is_no_letter_or_digit(text: str) -> None:
    assert bool(slug(text)) == any(letter.isalnum() for letter in text)


@settings(deadline=None)
@given(words)
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@settings(deadline=None)
@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=1))
def test_a_slug_never_ends_inside_a_word_of_ordinary_length(parts: list[str]) -> None:
    made = slug(" ".join(parts)).split("-")
    assert made == parts[: len(made)]


def test_a_word_longer_than_an_id_is_cut() -> None:
    assert slug("x" * 100) == "x" * 60


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert slug("Café") == slug("Cafe\u0301") == "café"
    assert fold("Café") == fold("Cafe\u0301")


def test_folded_words_have_no_case_punctuation_or_spacing() -> None:
    assert fold(" Straße,\tSTRASSE!  \n") == "strasse strasse"
    assert fold("snake_case") == fold("Snake case") == "snake case"
    assert fold("...") == ""


@settings(deadline=None)
@given(words)
def test_folding_folded_words_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text) == fold(text.upper())


def test_a_taken_name_gets_the_first_free_number() -> None:
    names = Names()
    taken = [names.take(wanted) for wanted in ("a", "a", "a-3", "a", "a-2", "b")]
    assert taken == ["a", "a-2", "a-3", "a-4", "a-2-2", "b"]
    assert "a-4" in names
    assert "a-5" not in names


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "a-2-2", "b", ""])))
def test_no_name_is_given_twice(wanted: list[str]) -> None:
    names = Names()
    given = [names.take(name) for name in wanted]
    assert len(set(given)) == len(given)
    assert all(got.startswith(name) for got, name in zip(given, wanted, strict=True))


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcdef"), unique=True))
def test_a_free_name_is_given_as_it_is(wanted: list[str]) -> None:
    names = Names()
    assert [names.take(name) for name in wanted] == wanted


def test_names_are_given_in_linear_time() -> None:
    names = Names()
    begun = process_time()
    for number in range(2, MANY):
        names.take(f"claim-{number}")
    given = {names.take("claim") for _ in range(MANY)}
    assert len(given) == MANY
    assert process_time() - begun < 5 * pace()


def test_vowel_signs_are_part_of_their_words() -> None:
    assert slug("हिन्दी भाषा") == "हिन्दी-भाषा"
    assert fold("की") != fold("कि")
