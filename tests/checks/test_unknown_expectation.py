import pytest

from argmap.checks.unknown_expectation import EXPECTATIONS, run
from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span


@pytest.mark.parametrize("expected", EXPECTATIONS)
def test_what_a_claim_can_come_to_can_be_expected(expected: str) -> None:
    assert list(run(ArgumentMap([Claim("a", data={"expect": expected}), Claim("b")]))) == []


@pytest.mark.parametrize("expected", ["maybe", "In", "", True, None, 1, ["in"], {"in": "out"}])
def test_nothing_else_can(expected: object) -> None:
    span = Span("m", 1, 1, 1, 9)
    (finding,) = run(ArgumentMap([Claim("a", text="A.", span=span, data={"expect": expected})]))
    assert finding == Diagnostic(
        "RE15",
        "warning",
        f"“A.” is expected to be “{expected}”, which no claim can come to",
        span,
        "write expect: in, expect: out or expect: undecided",
        ("a",),
    )


def test_it_is_read_from_claims_sketches_and_reconstructions() -> None:
    text = (
        "[A]: Text. {expect: maybe}\n\n<B>: Gist. {expect: never}\n\n"
        "<C> {expect: soon}\n\n(1) P.\n----\n(2) Q. {expect: in}\n"
    )
    reading = read(Source(text, "m"))
    assert reading.diagnostics == []
    found = [(str(finding.span), finding.claims) for finding in run(reading.map)]
    assert found == [("m:1:1", ("a",)), ("m:3:1", ("b",)), ("m:5:1", ("q",))]
