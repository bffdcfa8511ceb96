import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell. Nobody minded.",
        "Did it rain? Nobody minded.",
        "It rained! Nobody minded.",
        "He said “it rained.” Nobody minded.",
        '"It rained." Nobody minded.',
        "(It rained.) Nobody minded.",
        "It rained… Nobody minded.",
        "It rained... Nobody minded.",
        "It rained in the U.S. The crops grew.",
        "It rained for a week, etc. Nobody minded.",
        "So thought I. Nobody minded.",
        "It rained in 2010. Nobody minded.",
        "It rained.[12] Nobody minded.",
        "It rained.³ Nobody minded.",
        "Es regnete. Überall standen Pfützen.",
        "Il pleuvait. Éric riait.",
        "Шёл дождь. Было холодно.",
        "It rained. 40 days it rained.",
        "It rained.\nNobody minded.",
        "No. Nobody minded.",
        "¿Llovió? Nadie lo sabe.",
        "هطل المطر. لم يهتم أحد.",
    ],
)
def test_a_stop_before_a_new_beginning_ends_a_sentence(text: str) -> None:
    assert len(split(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Brown met Dr. Green.",
        "The U.S. Army and the U.K. Parliament agreed.",
        "Some rivers, e.g. The Thames, are brown.",
        "Some rivers, i.e. Thames and Rhine, are brown.",
        "Brown vs. Green was settled.",
        "It grew by 3.5 per cent.",
        "See No. 7 and Fig. 3 for more.",
        "It was signed on Nov. 5 at noon.",
        "By J. R. Brown and A. B. Green.",
        "“Really?” he asked.",
        "It rained... and rained.",
        "He wrote that rain […] Brown detests.",
        "Go to example.org for more.",
        "1. Rain falls",
        "She took a Ph.D. Programme in Leeds.",
        "no stop at all",
    ],
)
def test_other_stops_do_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


def test_full_width_stops_need_no_blank_after_them() -> None:
    assert split("下雨了。「真的？」没有人在意！好") == [
        "下雨了。",
        "「真的？」",
        "没有人在意！",
        "好",
    ]


def test_closing_marks_belong_to_the_sentence_that_they_close() -> None:
    assert split("He said “it rained.” (So it had.) Fine.") == [
        "He said “it rained.”",
        "(So it had.)",
        "Fine.",
    ]


def test_blank_text_has_no_sentences() -> None:
    assert split(" \n\t") == []


@given(st.text(alphabet='aB1. ?!…。"”)([\n\u00a0é-') | st.text())
def test_sentences_are_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    position = 0
    for start, end in sentences(text):
        assert not text[position:start].strip()
        assert start < end
        assert text[start:end] == text[start:end].strip()
        position = end
    assert not text[position:].strip()
