import pytest

from argmap.checks.self_support import run
from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
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


def _found(text: str) -> list[tuple[str, ...]]:
    return [(f.severity, *f.claims) for f in run(read(Source(text)).map)]


def test_a_conclusion_among_the_premises_of_its_argument_is() -> None:
    assert _found("(1) [P]: One.\n(2) [Q]: Two.\n----\n(3) [P]\n") == [("error", "p")]


@pytest.mark.parametrize(
    "steps",
    [
        "(1) [P]: One.\n(2) [Q]: Two.\n----\n(3) [C]: one!\n",
        "(1) [P]: One.\n(2) [Q]: Two.\n----\n(3) [R]: Three.\n----\n(4) [C]: one!\n",
    ],
)
def test_another_claim_that_comes_to_the_same_is_warned_of_in_any_step(steps: str) -> None:
    assert _found(steps) == [("warning", "p", "c")]
    (finding,) = run(read(Source(steps)).map)
    assert finding.message == "“P” is a premise for “C”, and comes to the same"


def test_so_is_one_that_is_called_equivalent() -> None:
    claims = [Claim(id, text=f"{id}.") for id in "abc"]
    steps = [Relation("r1", "support", ("b", "c"), "a"), Relation("r2", "equivalence", ("b",), "a")]
    argument = Argument("x", relations=("r1",))
    (finding,) = run(ArgumentMap(claims, steps, [argument]))
    assert finding.claims == ("b", "a")
    assert list(run(ArgumentMap(claims, steps))) == []


def test_the_sketch_of_an_argument_for_its_own_conclusion_is_not() -> None:
    steps = "<A>\n\n(1) [P]: One.\n----\n(2) [C]\n"
    assert _found(f"[C]: Three.\n  + <A>\n\n{steps}") == []
    assert _found(f"[C]: Three.\n\n[D]: Four.\n  + [D]\n\n{steps}") == [("error", "d")]
