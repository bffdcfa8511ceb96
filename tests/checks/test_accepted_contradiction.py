import pytest

from argmap.checks.accepted_contradiction import run
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from small_maps import map_of


@pytest.mark.parametrize(
    ("kind", "words"),
    [("contradiction", "contradict each other"), ("contrary", "cannot all be true")],
)
def test_claims_in_conflict_that_nothing_else_speaks_against_are_reported(
    kind: str, words: str
) -> None:
    (finding,) = run(map_of(f"b {kind} a", "c support a"))
    assert (finding.code, finding.severity, finding.claims) == ("RE07", "warning", ("b", "a"))
    assert finding.message == f"“B” and “A” {words}, yet the map does not decide between them"


@pytest.mark.parametrize(
    "answer",
    ["c rebuttal a", "c rebuttal b", "c undercut r1", "c contradiction b", "a rebuttal b"],
)
def test_a_conflict_is_no_fault_if_something_else_speaks_against_a_part_of_it(answer: str) -> None:
    assert list(run(map_of("b contradiction a", answer, "d support c"))) == []


def test_three_claims_can_be_in_conflict() -> None:
    (finding,) = run(map_of("a b contrary c"))
    assert finding.claims == ("a", "b", "c")
    assert list(run(map_of("a b contrary c", "d rebuttal b"))) == []


def test_the_same_conflict_written_twice_is_one() -> None:
    (finding,) = run(map_of("b contradiction a", "a contradiction b"))
    assert finding.claims == ("b", "a")


def test_an_equivalence_and_a_claim_against_itself_are_no_conflicts_of_claims() -> None:
    assert list(run(map_of("b equivalence a", "c contradiction c"))) == []


@pytest.mark.parametrize(("assumed", "count"), [(False, 0), (True, 1), (None, 1)])
def test_a_claim_that_is_marked_not_assumed_is_not_accepted(
    assumed: bool | None, count: int
) -> None:
    claims = [Claim("a", data={"assumed": assumed}), Claim("b")]
    map = ArgumentMap(claims, [Relation("r", "contradiction", ("b",), "a")])
    assert len(list(run(map))) == count


def test_it_is_said_if_there_are_reasons_for_each() -> None:
    (finding,) = run(map_of("b contradiction a", "c support a", "d support b"))
    assert finding.message.endswith(", yet the map gives reasons for each, and none against any")
