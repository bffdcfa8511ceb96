import pytest

from argmap.checks.unknown_assumption import run
from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap

TEXT = """===
assumed: maybe
===

[A]: One. {unsure: yes}
  - [B]: Two. {assumed: flase}

<C>: Gist. {assumed: 1}
"""


@pytest.mark.parametrize("key", ["assumed", "unsure"])
@pytest.mark.parametrize("value", [True, False])
def test_true_and_false_say_something(key: str, value: bool) -> None:
    map = ArgumentMap([Claim("a", data={key: value}), Claim("b")], data={"assumed": value})
    assert list(run(map)) == []


@pytest.mark.parametrize("key", ["assumed", "unsure"])
@pytest.mark.parametrize("value", ["maybe", "True", "", 1, 0, None, [True], {"not": "so"}])
def test_nothing_else_does(key: str, value: object) -> None:
    (finding,) = run(ArgumentMap([Claim("a", text="A.", data={key: value})]))
    said = f"“A.” has {key}: “{value}”, which is neither true nor false"
    assert (finding.code, finding.severity, finding.claims) == ("RE17", "warning", ("a",))
    assert finding.message == said
    assert finding.hint.startswith(f"write {key}: true or {key}: false")


def test_it_is_found_in_the_front_matter_on_claims_and_on_sketched_arguments() -> None:
    found = [(str(finding.span), finding.claims) for finding in run(read(Source(TEXT, "m")).map)]
    assert found == [("m:1:1", ()), ("m:5:1", ("a",)), ("m:6:5", ("b",)), ("m:8:1", ("c",))]
