import pytest
from hypothesis import given

from argmap.checks.unanswered_rebuttal import run
from argmap.graph.measure import unanswered
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.span import Span
from small_maps import map_of, maps


def _open(*lines: str) -> list[tuple[str, ...]]:
    return [finding.claims for finding in run(map_of(*lines))]


def test_an_open_objection_is_noted_where_it_is_written() -> None:
    span = Span("m", 3, 5, 3, 9)
    relations = [
        Relation("r1", "support", ("b",), "a"),
        Relation("r2", "rebuttal", ("c",), "a", span=span),
    ]
    (finding,) = run(ArgumentMap([Claim("a"), Claim("b"), Claim("c")], relations))
    assert (finding.code, finding.severity, finding.span) == ("RE13", "note", span)
    assert finding.message == "nothing answers the objection “c”"


def test_all_open_objections_make_one_note_that_names_the_first() -> None:
    (finding,) = run(map_of("b support a", *(f"c{number} rebuttal a" for number in range(5))))
    assert finding.message == "nothing answers the objections “C0”, “C1”, “C2” and 2 more"
    assert finding.claims == ("c0", "c1", "c2", "c3", "c4")
    (finding,) = run(map_of("b support a", "c rebuttal a", "d rebuttal b"))
    assert finding.message == "nothing answers the objections “C” and “D”"


@pytest.mark.parametrize(
    "objection", ["c rebuttal a", "c rebuttal b", "c undercut r1", "c d rebuttal a"]
)
def test_objections_to_a_thesis_its_reasons_and_its_steps_count(objection: str) -> None:
    assert len(_open("b support a", objection)) == 1
    assert _open("b support a", objection, "e rebuttal c", "f support e") == []
    assert _open("b support a", objection, "e undercut r2") == []


def test_an_answer_needs_no_answer_but_an_objection_to_it_does() -> None:
    answered = ("b support a", "c rebuttal a", "d rebuttal c")
    assert _open(*answered) == []
    assert _open(*answered, "e rebuttal d") == [("e",)]
    assert _open(*answered, "e support c") == []
    assert _open(*answered, "e rebuttal d", "f undercut r4") == []


def test_what_other_checks_tell_is_not_told_again() -> None:
    assert _open("b rebuttal a") == []  # nothing speaks for the thesis
    assert _open("b support a", "c contradiction a", "d rebuttal c", "e rebuttal a") == []
    assert _open("b support a", "a rebuttal a") == []


def test_a_step_to_a_claim_in_conflict_can_be_objected_to() -> None:
    assert _open("b support a", "c contradiction a", "d undercut r1") == [("d",)]


@given(maps())
def test_each_objection_is_one_that_nothing_speaks_against(map: ArgumentMap) -> None:
    left = [map.relations[id] for id in unanswered(map)]
    for finding in run(map):
        assert finding.severity == "note"
        assert set(finding.claims) <= {p for relation in left for p in relation.premises}
