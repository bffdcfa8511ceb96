from argmap.checks.duplicate_claim import run
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.span import Span

FIRST = Claim("a", title="Air", text="Cars foul the air.", span=Span("m", 2, 3, 2, 9))
LATER = Claim("b", title="Fumes", text="cars  foul the AIR!", span=Span("m", 5, 3, 5, 9))


def test_the_later_of_two_equal_texts_is_reported_and_points_to_the_first() -> None:
    (finding,) = run(ArgumentMap([FIRST, Claim("x", text="Other."), LATER]))
    assert finding == Diagnostic(
        "RE06",
        "warning",
        "“Fumes” says the same as “Air” at m:2:3",
        LATER.span,
        "keep one of them, and refer to it by its title in the other place",
        ("b", "a"),
    )


def test_each_repetition_is_reported_against_the_first() -> None:
    found = run(ArgumentMap([FIRST, LATER, LATER._replace(id="c")]))
    assert [finding.claims for finding in found] == [("b", "a"), ("c", "a")]


def test_the_place_of_the_first_is_left_out_if_it_is_not_known() -> None:
    (finding,) = run(ArgumentMap([FIRST._replace(span=None), LATER]))
    assert finding.message == "“Fumes” says the same as “Air”"


def test_texts_without_words_are_not_compared() -> None:
    assert (
        list(run(ArgumentMap([Claim("a"), Claim("b"), Claim("c", text="?"), Claim("d", text="!")])))
        == []
    )


def test_claims_that_are_said_to_be_equivalent_may_be() -> None:
    same = Relation("r", "equivalence", ("a",), "b")
    assert list(run(ArgumentMap([FIRST, LATER], [same]))) == []
    supported = same._replace(kind="support")
    assert len(list(run(ArgumentMap([FIRST, LATER], [supported])))) == 1
