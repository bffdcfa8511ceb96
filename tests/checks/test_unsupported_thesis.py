import pytest

from argmap.checks.unsupported_thesis import run
from argmap.formats import Source
from argmap.formats.argdown import read
from small_maps import map_of


def _found(*steps: str) -> list[tuple[str, ...]]:
    return [(finding.severity, *finding.claims) for finding in run(map_of(*steps))]


def test_a_thesis_with_objections_alone_is_reported() -> None:
    (finding,) = run(map_of("b rebuttal a", "c rebuttal a"))
    assert (finding.code, finding.severity, finding.claims) == ("RE02", "warning", ("a",))
    assert finding.message == "there are objections to “A”, but nothing speaks for it"


@pytest.mark.parametrize("kind", ["support", "entailment", "equivalence"])
def test_a_thesis_that_something_speaks_for_is_not(kind: str) -> None:
    assert _found("b rebuttal a", f"c {kind} a") == []


def test_backing_an_objection_is_no_reason_for_the_thesis() -> None:
    assert _found("b rebuttal a", "c support r1") == [("warning", "a")]


def test_an_objection_needs_no_support() -> None:
    assert _found("b support a", "c rebuttal a", "d rebuttal c") == []
    assert _found("b support a", "c contrary a") == []
    assert _found("b support a", "c undercut r1", "d rebuttal c") == []


def test_a_claim_in_conflict_with_a_ground_is_no_thesis() -> None:
    assert _found("b support a", "c contradiction b", "d rebuttal c") == []


def test_a_claim_alone_is_noted_unless_it_is_the_whole_map() -> None:
    assert _found("b support a", "c") == [("note", "c")]
    assert _found("a") == []


def test_claims_that_only_object_to_each_other_are_no_theses() -> None:
    assert _found("a rebuttal b", "b rebuttal a") == []


def test_a_claim_that_an_argument_lists_is_not_alone() -> None:
    text = "[A]: Alone.\n\n<B>\n\n(1) P.\n(2) Q.\n-- {uses: [1]} --\n(3) R.\n"
    assert [finding.claims for finding in run(read(Source(text)).map)] == [("a",)]


def test_prose_between_claims_makes_one_note() -> None:
    text = "One.\n\n[A]: Alone.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n[B]: Alone, too.\n"
    found = list(run(read(Source(text)).map))
    assert [finding.claims[0] for finding in found] == ["one", "a", "b"]
    assert found[0].message == "“One.”, “Two.”, “Three.” and 2 more are connected to no other claim"
    assert found[0].claims == ("one", "two", "three", "four", "five")
