from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks._titles import Titles, is_slip, other_number
from pace import pace


def _slips(title: str, *others: str) -> list[str]:
    return [found for found, _, _ in Titles(others).slips(title)]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Carfree", "Car free"),
        ("car-free", "Car Free"),
        ("Car free!", "Car free"),
        ("“Car free”", "Car_free"),
        ("Carfree 2", "Car free 2"),
        ("It's so", "Its so"),
        ("ＣＡＲ free", "Car free"),
    ],
)
def test_case_spacing_and_light_punctuation_make_no_other_title(title: str, other: str) -> None:
    assert Titles([other, "Else"]).respelt(title) == [other]
    assert Titles([title, "Else"]).respelt(other) == [title]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Argument 2.1", "Argument 21"),  # numbers tell apart
        ("Premise'", "Premise"),  # a prime is a name of its own
        ("Premise*", "Premise"),
        ("P & Q", "P Q"),
        ("US", "us"),  # too short to tell
        ("Car free", "Car free"),
    ],
)
def test_other_marks_and_numbers_do(title: str, other: str) -> None:
    assert Titles([other]).respelt(title) == []


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Bicycle lanes", "Bicycle lane"),
        ("Open policy", "Open policies"),
        ("Bycicle lanes", "Bicycle lanes"),
        ("Bicycel lanes", "Bicycle lanes"),
        ("Bicycle laness here", "Bicycle lanes here"),
        ("Bicyle", "Bicycle"),
        ("Enviromental cost", "Environmental cost"),
        ("Enwironmental cost", "environmental cost!"),
        ("Gebührenpflicht", "Gebürenpflicht"),
    ],
)
def test_a_letter_left_out_doubled_or_mistaken_or_two_exchanged_is_a_slip(
    title: str, other: str
) -> None:
    assert _slips(title, other, "Something else") == [other]
    assert _slips(other, title, "Something else") == [title]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Argument 1", "Argument 2"),
        ("Premise A", "Premise B"),
        ("H1", "H2"),
        ("X1a", "X1b"),
        ("Premise1", "Premise2"),
        ("Increase", "Decrease"),
        ("Moral claims", "Amoral claims"),
        ("Employer pays", "Employee pays"),
        ("Affect", "Effect"),
        ("Human", "Humane"),
        ("Form", "From"),
        ("Tax cars", "Tax cats"),
        ("Lecture XXVIII", "Lecture XXXVIII"),
        ("Class", "Clas"),
        ("Legal", "Illegal"),
        ("As seen", "A seen"),
    ],
)
def test_other_words_are_no_slips(title: str, other: str) -> None:
    assert _slips(title, other) == []
    assert _slips(other, title) == []


def test_the_words_that_differ_are_told() -> None:
    assert list(Titles(["Open borders"]).slips("open border")) == [
        ("Open borders", "border", "borders")
    ]


def test_what_is_only_spelt_otherwise_is_nearest() -> None:
    titles = Titles(["Opn borders", "Open-borders"])
    assert titles.nearest("Open borders") == "Open-borders"
    assert Titles(["Trade", "Open borders"]).nearest("Open broders") == "Open borders"
    assert Titles(["Trade"]).nearest("Open borders") == ""
    assert Titles([]).nearest("") == ""


WORDS = st.text("abcdeé", min_size=1, max_size=7)


@given(WORDS, WORDS)
def test_slips_and_numbers_go_both_ways(one: str, other: str) -> None:
    assert is_slip(one, other) == is_slip(other, one)
    for number in other_number(one):
        assert one in other_number(number)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=8), st.data())
def test_the_index_finds_all_that_comparing_each_with_each_does(
    titles: list[str], data: st.DataObject
) -> None:
    title = data.draw(st.sampled_from([*titles, "bade bead"]))
    words = title.split()
    expected = set()
    for other in titles:
        its = other.split()
        unlike = [(a, b) for a, b in zip(words, its, strict=False) if a != b]
        if len(its) == len(words) and len(unlike) == 1:
            word, near = unlike[0]
            long = min(len(word), len(near)) >= 5
            slip = long and is_slip(word, near) and not {*word, *near} <= set("cd")
            if slip or near in other_number(word):
                expected.add(other)
    assert set(_slips(title, *titles)) == expected


def test_many_words_that_differ_in_one_letter_are_no_slips() -> None:
    letters = [chr(0x4E00 + number) for number in range(60)]
    titles = [f"some{letter}thing" for letter in letters]
    assert _slips(titles[0], *titles) == []
    assert _slips(titles[0], *titles[:40]) == titles[1:40]


def test_words_and_titles_longer_than_any_are_left_alone() -> None:
    word = "x" * 3_000_000
    assert _slips(f"{word}s", f"{word}y") == []
    many = " ".join(["bicycle", "bycicle"] * 100_000)
    assert _slips(many, many, "bicycle") == []


def test_of_many_spellings_of_one_title_the_first_are_found() -> None:
    titles = ["Title" + "." * number for number in range(2_000)]
    index = Titles(titles)
    assert {len(index.respelt(title)) for title in titles} == {49, 50}
    assert index.respelt(titles[-1])[0] == "Title"


def test_a_hundred_thousand_titles_take_seconds() -> None:
    titles = [f"word{number:x} and another {number}" for number in range(100_000)]
    begun = process_time()
    index = Titles(titles)
    assert not any(index.respelt(title) or list(index.slips(title)) for title in titles)
    assert process_time() - begun < 15 * pace()
