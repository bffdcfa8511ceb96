import pytest

from argmap.checks.self_rebuttal import run
from small_maps import map_of


@pytest.mark.parametrize("kind", ["rebuttal", "contrary", "contradiction"])
def test_a_claim_that_speaks_against_itself_is_reported(kind: str) -> None:
    (finding,) = run(map_of(f"b a {kind} a"))
    assert (finding.code, finding.severity, finding.claims) == ("RE04", "warning", ("a",))
    assert finding.message == "“A” speaks against itself"


def test_other_objections_and_its_own_support_are_not() -> None:
    assert list(run(map_of("b rebuttal a", "a rebuttal b", "a support a", "a undercut r1"))) == []
