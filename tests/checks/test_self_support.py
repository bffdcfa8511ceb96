import pytest

from argmap.checks.self_support import run
from small_maps import map_of


@pytest.mark.parametrize("kind", ["support", "entailment", "equivalence"])
def test_a_claim_that_is_its_own_reason_is_an_error(kind: str) -> None:
    (finding,) = run(map_of(f"a {kind} a"))
    assert (finding.code, finding.severity, finding.claims) == ("RE03", "error", ("a",))
    assert finding.message == "“A” is given as a reason for itself"


def test_a_claim_among_its_own_linked_reasons_is_too() -> None:
    (finding,) = run(map_of("b a support a"))
    assert finding.message == "“A” is among the reasons for itself"


def test_other_reasons_objections_and_longer_circles_are_not() -> None:
    assert list(run(map_of("b support a", "a support b", "a rebuttal a", "a undercut r1"))) == []
