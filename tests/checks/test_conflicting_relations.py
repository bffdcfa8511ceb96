import pytest

from argmap.checks.conflicting_relations import run
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.span import Span
from small_maps import map_of


@pytest.mark.parametrize("support", ["support", "entailment", "equivalence"])
@pytest.mark.parametrize("attack", ["rebuttal", "contrary", "contradiction"])
def test_support_and_attack_by_the_same_claim_are_reported(support: str, attack: str) -> None:
    for lines in ((f"b {support} a", f"b {attack} a"), (f"b {attack} a", f"b {support} a")):
        (finding,) = run(map_of(*lines))
        assert (finding.code, finding.severity, finding.claims) == ("RE12", "warning", ("b", "a"))
        assert finding.message == "“B” is said to speak both for “A” and against it"


def test_the_message_tells_where_the_other_relation_is() -> None:
    first, later = Span("m", 2, 1, 2, 9), Span("m", 5, 1, 5, 9)
    relations = [
        Relation("r1", "support", ("b",), "a", span=first),
        Relation("r2", "rebuttal", ("b",), "a", span=later),
    ]
    (finding,) = run(ArgumentMap([Claim("a"), Claim("b")], relations))
    assert finding.message == "“b” is said to speak both for “a” and against it; see m:2:1"
    assert finding.span == later


def test_conflicts_count_in_both_directions_and_rebuttals_in_one() -> None:
    assert len(list(run(map_of("b support a", "a contradiction b")))) == 1
    assert list(run(map_of("b support a", "a rebuttal b"))) == []


def test_linked_premises_have_to_be_the_same_all_of_them() -> None:
    (finding,) = run(map_of("b c support a", "c b rebuttal a"))
    assert finding.message.startswith("“B” and “C” are said to")
    assert list(run(map_of("b c support a", "b rebuttal a", "b c d rebuttal a"))) == []


def test_what_is_said_twice_is_told_once() -> None:
    map = map_of("b support a", "b rebuttal a", "b rebuttal a", "b contradiction a", "a support b")
    assert len(list(run(map))) == 1


def test_undercuts_and_what_a_claim_does_to_itself_are_left_to_others() -> None:
    assert list(run(map_of("b support a", "b undercut r1", "c support r1", "c undercut r1"))) == []
    assert list(run(map_of("a support a", "a rebuttal a"))) == []
