from argmap.checks.similar_title import run
from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span


def _findings(*titles: str) -> list[Diagnostic]:
    claims = [Claim(f"c{n}", title=t, text=f"Text {n}.") for n, t in enumerate(titles)]
    return list(run(ArgumentMap(claims)))


def test_the_later_title_is_reported_with_the_place_of_the_first() -> None:
    first = Claim("a", title="Car free", text="A.", span=Span("m", 1, 1, 1, 9))
    later = Claim("b", title="Carfree", text="B.", span=Span("m", 4, 1, 4, 9))
    (finding,) = run(ArgumentMap([first, later]))
    assert finding == Diagnostic(
        "RE08",
        "warning",
        "“Carfree” has nearly the title of “Car free” at m:1:1",
        later.span,
        "if they are one, write the title in one way; if not, choose titles less alike",
        ("b", "a"),
    )


def test_each_later_title_is_reported_against_the_first() -> None:
    found = _findings("Car free", "Other", "Carfree", "car-free", "Bike lanes", "Bike lane")
    assert [finding.claims for finding in found] == [("c2", "c0"), ("c3", "c0"), ("c5", "c4")]


def test_numbered_and_lettered_titles_are_not() -> None:
    assert _findings("Argument 1", "Argument 2", "Premise A", "Premise B", "H1", "H2") == []
    assert _findings("Increase", "Decrease", "P (1)", "P (2)", "Moral", "Amoral") == []


def test_two_words_that_are_both_used_elsewhere_are_no_slip() -> None:
    assert len(_findings("Causal theory", "Casual theory")) == 1
    used = ("Causal theory", "Casual theory", "What is causal", "What is casual here")
    assert _findings(*used) == []
    steps = "<{}>\n\n(1) A{}.\n----\n(2) B{}.\n\n"
    text = steps.format("Causal theory", 1, 1) + steps.format("Casual theory", 2, 2)
    assert len(list(run(read(Source(text)).map))) == 1
    plural = ("Bike lane", "Bike lanes", "A lane there", "Some lanes here")
    assert len(_findings(*plural)) == 1


def test_a_title_that_is_only_referred_to_is_left_to_the_check_of_references() -> None:
    map = ArgumentMap([Claim("a", title="Car free", text="A."), Claim("b", title="Carfree")])
    assert list(run(map)) == []


def test_arguments_are_compared_with_arguments() -> None:
    text = "<Car free>: A gist.\n\n[Carfree]: A text.\n\n<Carfree>\n\n(1) A.\n----\n(2) B.\n"
    (finding,) = run(read(Source(text)).map)
    assert finding.message.startswith("the argument “Carfree” has nearly the title of “Car free”")
    assert finding.claims == ("b", "car-free")


def test_an_argument_without_claims_is_passed_over() -> None:
    map = ArgumentMap([Claim("a", text="A.")], arguments=[Argument("x", "Xylem"), Argument("y")])
    assert list(run(map)) == []
