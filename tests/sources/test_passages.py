import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.passages import SourceText, parse_place
from pace import pace

TEXT = "On Rain\n\nRain falls. It is\nwet.\n\n  \nSnow falls too. So does hail. All melt.\n"


def test_paragraphs_are_counted_after_the_title() -> None:
    source = SourceText(TEXT)
    assert [(part.place, part.text) for part in source.paragraphs] == [
        ("¶0", "On Rain"),
        ("¶1", "Rain falls. It is\nwet."),
        ("¶2", "Snow falls too. So does hail. All melt."),
    ]


def test_sentences_are_counted_in_their_paragraph() -> None:
    places = [part.place for part in SourceText(TEXT).sentences]
    assert places == ["¶0", "¶1.1", "¶1.2", "¶2.1", "¶2.2", "¶2.3"]


@pytest.mark.parametrize(
    "text",
    [
        "Rain falls.\n\nSnow too.",
        "Rain\nfalls\n\nSnow too.",
        "Only line",
        "“Rain?”\n\nIt falls.",
        "r" * 301 + "\n\nIt falls.",
        "Dear Sir,\n\nIt rains.",
    ],
)
def test_what_is_no_title_is_the_first_paragraph(text: str) -> None:
    source = SourceText(text)
    assert source.title is None
    assert source.paragraphs[0].place == "¶1"


@pytest.mark.parametrize("place", ["¶1.2", "1.2", " ¶ 1.2 "])
def test_a_sentence_is_found_by_its_place(place: str) -> None:
    passage = SourceText(TEXT).passage(place)
    assert passage is not None
    assert passage.text == "It is\nwet."


@pytest.mark.parametrize(
    "place", ["¶3", "¶1.3", "¶1.0", "", "p. 1", "¶1.1–1.2", "9" * 5000, "¶0.2"]
)
def test_a_place_that_is_not_there_names_nothing(place: str) -> None:
    assert SourceText(TEXT).passage(place) is None


def test_every_passage_is_found_by_its_own_place() -> None:
    source = SourceText(TEXT)
    for part in (*source.paragraphs, *source.sentences):
        assert source.passage(part.place) == part


def test_the_place_between_two_sentences_is_that_of_the_next() -> None:
    source = SourceText(TEXT)
    second = TEXT.index("It is")
    assert source.place_of(second - 2) == "¶1.1"
    assert source.place_of(second - 1) == source.place_of(second) == "¶1.2"
    assert source.place_of(len(TEXT)) == ""


def test_line_ends_and_byte_order_mark_do_not_count() -> None:
    windows = SourceText("\ufeff" + TEXT.replace("\n", "\r\n"))
    assert windows.text == TEXT == SourceText(TEXT.replace("\n", "\r")).text
    assert windows.sentences == SourceText(TEXT).sentences


def test_words_are_found_across_a_line_end() -> None:
    found = SourceText(TEXT).find("it IS wet")
    assert found is not None
    assert (found.place, found.text) == ("¶1.2", "It is\nwet")


@pytest.mark.parametrize("words", ["hail falls", "", "  "])
def test_words_that_are_not_there_are_not_found(words: str) -> None:
    assert SourceText(TEXT).find(words) is None


@pytest.mark.parametrize(
    ("place", "named"),
    [("¶11.1–3", (11, 1)), ("11.2, 11.4", (11, 2)), ("¶4", (4, None)), ("p. 4", None)],
)
def test_a_range_is_read_as_its_first_place(
    place: str, named: tuple[int, int | None] | None
) -> None:
    assert parse_place(place) == named


@given(st.text(alphabet="aB. \n\r\t\x0c\x00\u2028é。”") | st.text())
def test_passages_say_what_stands_at_their_offsets(text: str) -> None:
    source = SourceText(text)
    for part in (*source.paragraphs, *source.sentences):
        assert source.at(part.start, part.end) == part.text == part.text.strip() != ""
    covered = "".join(part.text for part in source.sentences)
    assert "".join(covered.split()) == "".join(source.text.split())


@pytest.mark.parametrize(
    "text", ["a" * 10**7, " " * 10**7, ". " * 10**6, "\n" * 10**6, ".(" * 10**6, "。" * 10**6]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    begun = time.process_time()
    source = SourceText(text)
    assert source.find("not there") is None
    assert time.process_time() - begun < 10 * pace()
