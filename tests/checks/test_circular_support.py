from argmap.checks.circular_support import run
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.span import Span
from small_maps import map_of


def test_a_circle_is_told_in_the_direction_of_reasoning() -> None:
    (finding,) = run(map_of("b support a", "c entailment b", "a support c"))
    assert (finding.code, finding.severity) == ("RE05", "warning")
    assert finding.message == "3 claims support each other in a circle: “A” → “C” → “B” → “A”"
    assert finding.claims == ("a", "c", "b")


def test_one_circle_is_told_for_each_knot() -> None:
    knots = map_of(
        "b support a", "a support b", "c support b", "b support c", "e support d", "d support e"
    )
    assert [finding.claims for finding in run(knots)] == [("a", "b"), ("d", "e")]


def test_the_finding_stands_where_the_circle_closes() -> None:
    closing, claim = Span("m", 4, 1, 4, 9), Span("m", 1, 1, 1, 9)
    steps = [Relation("r1", "support", ("a",), "b"), Relation("r2", "support", ("b",), "a")]
    claims = [Claim("a", span=claim), Claim("b")]
    (finding,) = run(ArgumentMap(claims, [steps[0], steps[1]._replace(span=closing)]))
    assert finding.span == closing
    (finding,) = run(ArgumentMap(claims, steps))
    assert finding.span == claim


def test_circles_of_one_and_with_an_objection_and_equivalences_are_not_reported() -> None:
    map = map_of("a support a", "c support b", "b rebuttal c", "d equivalence e")
    assert list(run(map)) == []


def test_of_a_large_circle_only_the_first_claims_are_named() -> None:
    steps = [f"c{number} support c{(number + 1) % 9}" for number in range(9)]
    (finding,) = run(map_of(*steps))
    assert finding.message.startswith("9 claims")
    assert finding.message.endswith("“C6” → … → “C1”")
    assert len(finding.claims) == 9
