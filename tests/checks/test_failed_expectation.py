from pathlib import Path

import pytest

from argmap.checks.failed_expectation import run
from argmap.formats import Source, named
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from conftest import SHARED


def read(text: str, format: str = "argdown") -> ArgumentMap:
    reader = named(format).read
    assert reader is not None
    return reader(Source(text, "m")).map


def found(text: str) -> list[str]:
    return [f"{each.span}: {each.message}" for each in run(read(text))]


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("[A]: Text.", "stands"),
        ("[A]: Text.\n  - [B]: Other.", "falls"),
        ("[A]: Text.\n  >< [B]: Other.", "is undecided"),
    ],
)
@pytest.mark.parametrize(
    ("expected", "words"), [("in", "stand"), ("out", "fall"), ("undecided", "be undecided")]
)
def test_a_claim_that_comes_to_something_else_is_found(
    text: str, comes_to: str, expected: str, words: str
) -> None:
    findings = found(text.replace("Text.", f"Text. {{expect: {expected}}}"))
    as_expected = comes_to.rstrip("s") == words or comes_to == words.replace("be ", "is ")
    said = f"m:1:1: “A” is expected to {words}, but it {comes_to}"
    assert findings == ([] if as_expected else [said])


def test_it_is_expected_of_the_conclusion_of_an_argument() -> None:
    text = "<C> {expect: in}\n\n(1) P.\n----\n(2) Q.\n  - [R]: No.\n"
    (finding,) = run(read(text))
    assert finding == Diagnostic(
        "RE16",
        "warning",
        "“C” is expected to stand, but it falls",
        finding.span,
        "`argmap why q` tells the reason",
        ("q",),
    )
    assert str(finding.span) == "m:1:1"


TIE = """
statements: {a: A., b: B., c: C., d: D.}
assumptions: [c, d]
issues:
  i: {positions: [a, b]}
arguments:
  r: {premises: [c], conclusion: a}
  s: {premises: [d], conclusion: b}
tests:
  LABEL: [a, b]
"""


@pytest.mark.parametrize(("label", "count"), [("out", 0), ("undecided", 2), ("in", 2)])
def test_a_map_of_carneades_is_judged_as_carneades_does(label: str, count: int) -> None:
    """A tie is lost there, and undecided elsewhere."""
    map = read(TIE.replace("LABEL", label), "carneades")
    assert len(list(run(map))) == count


@pytest.mark.parametrize(
    "path", sorted((SHARED / "data/carneades").glob("*.yml")), ids=lambda path: path.stem
)
def test_the_maps_of_carneades_come_to_what_they_say(path: Path) -> None:
    assert list(run(read(path.read_text(encoding="utf-8"), "carneades"))) == []
