import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checks.conflicting_wordings import run
from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span


def _findings(text: str, *wordings: str, title: str = "T", **data: object) -> list[Diagnostic]:
    claim = Claim("t", title=title, text=text, wordings=wordings, data=data)
    return list(run(ArgumentMap([claim])))


def test_the_finding_names_both_texts() -> None:
    span = Span("m", 1, 1, 1, 9)
    claim = Claim("a", "A", "Cars stink.", span=span, wordings=("Cars do not stink.",))
    (finding,) = run(ArgumentMap([claim]))
    assert finding == Diagnostic(
        "RE09",
        "warning",
        "“A” has two texts, one of which denies the other: “Cars stink.” and “Cars do not stink.”",
        span,
        "give one of them a title of its own, or make them say the same",
        ("a",),
    )


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Cities should have fewer cars.", "Cities should not have fewer cars."),
        ("Cars are needed in cities.", "Cars aren't needed in cities."),
        ("We can do without cars.", "We can’t do without cars."),
        ("Nobody needs a car.", "Everybody needs a car."),
        ("That was a just war.", "That was an unjust war."),
        ("It is possible to tell.", "It is impossible to tell."),
        ("A city needs cars. #city", "A city needs no cars. #(the north)"),
        ("Tiere dürfen gegessen werden.", "Tiere dürfen nicht gegessen werden."),
        ("Les voitures sont utiles.", "Les voitures ne sont pas utiles."),
    ],
)
def test_a_denial_more_or_less_is_a_conflict(text: str, wording: str) -> None:
    for pair in ((text, wording), (wording, text)):
        (finding,) = _findings(*pair)
        assert "one of which denies the other" in finding.message


def test_other_numbers_in_the_same_words_are_a_conflict() -> None:
    (finding,) = _findings("It took place in 2010.", "It took place in 2011.")
    assert finding.message.startswith("“T” has two texts, with different numbers: ")
    assert _findings("It cost 1,000 pounds.", "It cost 1000 pounds.") == []
    assert _findings("It cost 20 pounds.", "It cost twenty pounds.") == []


def test_texts_without_a_word_in_common_are_a_conflict_unless_the_title_links_them() -> None:
    texts = ("Cities need fewer cars.", "Bread should be cheap.")
    (finding,) = _findings(*texts)
    assert finding.message.startswith("“T” has two texts, without a word in common: ")
    assert len(_findings(*texts, title="City life")) == 1
    assert _findings(*texts, title="Cheap city life and cars") == []


def test_the_author_may_say_which_text_counts_but_not_deny_it() -> None:
    apart = ("Cities need fewer cars.", "Bread should be cheap.")
    assert _findings(*apart, isCanonical=True) == []
    assert len(_findings(*apart, isCanonical=False)) == 1
    assert len(_findings("Cars stink.", "Cars don't stink.", isCanonical=True)) == 1


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Cities should have fewer cars.", "There should be fewer cars in cities."),
        ("Cities should ban cars.", "Cities should not let in cars."),
        ("Nobody may be killed.", "It is wrong to kill anyone."),
        ("Nobody may be killed.", "One may not kill anybody."),
        ("Cars foul the air.", "Cars foul the air, and no remedy exists for that."),
        ("Es schadet keinem.", "Niemand leidet darunter, es schadet nicht."),
        ("No.", "Yes."),
        ("Bread.", "Cars."),
        ("", "Bread should be cheap."),
        ("#red #green", "#blue #yellow"),
    ],
)
def test_rephrasing_is_none(text: str, wording: str) -> None:
    assert _findings(text, wording) == []


def test_the_first_conflict_with_the_text_that_counts_is_told() -> None:
    (finding,) = _findings("Cars stink.", "Cars do stink.", "Cars don't stink.", "Bread is cheap.")
    assert finding.message.endswith("“Cars don't stink.”")


def test_descriptions_of_an_argument_may_tell_a_part_each_but_not_deny_each_other() -> None:
    sketch = "<A>: Cities need fewer cars.\n\n<A>: {}\n"
    steps = "\n(1) P.\n----\n(2) [C]: Q.\n"
    for text in (sketch, sketch + steps):
        assert list(run(read(Source(text.format("Bread should be cheap."))).map)) == []
        (finding,) = run(read(Source(text.format("Cities need no fewer cars."))).map)
        assert finding.claims == (("c",) if text.endswith(steps) else ("a",))


@given(st.text(max_size=30), st.text(max_size=30))
def test_conflict_goes_both_ways_and_no_text_conflicts_with_itself(one: str, other: str) -> None:
    assert len(_findings(one, other)) == len(_findings(other, one)) or not (one and other)
    assert _findings(one, one) == []
