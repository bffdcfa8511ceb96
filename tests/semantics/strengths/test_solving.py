"""Strengths of plain frameworks: published and computed cases, circles, depth and effort."""

import json
import re
from pathlib import Path
from time import process_time

import pytest

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.semantics.strengths import strengths
from argmap.semantics.strengths.contributions import by_removal, contributions
from argmap.semantics.strengths.influences import named
from argmap.semantics.strengths.network import Network, plain
from argmap.semantics.strengths.reading import network_of
from argmap.semantics.strengths.solving import fixed_point, solve
from pace import pace

NAMES = {
    "dfquad": "df-quad",
    "qe": "quadratic-energy",
    "ebs": "euler",
    "hcat": "h-categoriser",
}


def solved(network: Network, name: str = "quadratic-energy") -> dict[str, float | None]:
    values, lost, _ = solve(network, named(name))
    return {claim: None if node in lost else values[node] for claim, node in network.claims.items()}


def potyka() -> Network:
    """A supports ten that support ten others each, which all attack A (N. Potyka, Uncertainpy)."""
    many = [f"{letter}{number}" for letter in "BC" for number in range(10)]
    return plain(
        {"A": 1.0} | dict.fromkeys(many, 0.0),
        [(name, "A") for name in many if name[0] == "C"],
        [("A", name) for name in many if name[0] == "B"]
        + [(one, other) for one in many if one[0] == "B" for other in many if other[0] == "C"],
    )


@pytest.fixture
def gradual(shared: Path) -> Path:
    return shared / "data/dung/gradual"


def test_gold_cases_to_nine_digits(gradual: Path) -> None:
    cases = json.loads((gradual / "gradual_cases.json").read_text(encoding="utf-8"))
    for case in cases:
        network = plain(case["base"], map(tuple, case["attacks"]), map(tuple, case["supports"]))
        for short, expected in case["expected"].items():
            assert solved(network, NAMES[short]) == pytest.approx(expected, abs=1e-9), case["name"]


@pytest.mark.parametrize(
    ("file", "case"),
    [("RagoEtAlEDemocracy", "rago_edemocracy"), ("stock_example", "potyka_stock"),
     ("CE-QArg_app", "ce_qarg_app")],
)  # fmt: skip
def test_gold_files(gradual: Path, file: str, case: str) -> None:
    text = (gradual / f"{file}.bag").read_text(encoding="utf-8")
    facts = re.findall(r"(arg|att|sup)\(\s*(\w+)\s*,\s*([\w.]+)\s*\)", text)
    network = plain(
        {name: float(base) for kind, name, base in facts if kind == "arg"},
        [(a, b) for kind, a, b in facts if kind == "att"],
        [(a, b) for kind, a, b in facts if kind == "sup"],
    )
    cases = json.loads((gradual / "gradual_cases.json").read_text(encoding="utf-8"))
    expected = next(each for each in cases if each["name"] == case)["expected"]
    for short, there in expected.items():
        assert solved(network, NAMES[short]) == pytest.approx(there, abs=1e-9)


def test_by_hand_a_chain_of_attack() -> None:
    network = plain({"a": 0.5, "b": 0.5, "c": 1.0}, [("a", "b"), ("b", "c")])
    assert solved(network, "df-quad") == {"a": 0.5, "b": 0.25, "c": 0.75}
    # QE: b = 0.5 - 0.5 · 0.25/1.25 = 0.4, c = 1 - 0.16/1.16
    assert solved(network) == pytest.approx({"a": 0.5, "b": 0.4, "c": 1 / 1.16}, abs=1e-15)
    assert solved(network, "h-categoriser") == pytest.approx({"a": 0.5, "b": 1 / 3, "c": 0.75})


def test_by_hand_a_self_attack() -> None:
    # h-categoriser: σ = 1 / (1 + σ), the golden section.
    network = plain({"a": 1.0}, [("a", "a")])
    assert solved(network, "h-categoriser")["a"] == pytest.approx((5**0.5 - 1) / 2, abs=1e-9)
    assert solved(network, "df-quad")["a"] == pytest.approx(0.5, abs=1e-9)


def test_a_circle_that_full_steps_never_settle() -> None:
    assert solved(potyka())["A"] == pytest.approx(0.224088, abs=1e-6)


def test_no_numbers_for_what_does_not_settle() -> None:
    # Three that attack each other in turn, so steeply that they go round for ever at any pace
    # (a repressilator: M. Elowitz and S. Leibler, Nature 403, 2000).
    ring = [("a", "b"), ("b", "c"), ("c", "a")] * 12
    network = plain(
        {"a": 0.997, "b": 0.9975, "c": 0.998, "free": 0.3, "after": 0.6, "later": 0.5},
        [*ring, ("a", "after")],
        [("free", "a"), ("after", "later")],
    )
    unknown = dict.fromkeys(["a", "b", "c", "after", "later"])
    assert solved(network, "mlp") == {"free": 0.3} | unknown
    assert contributions(network, "later", "mlp") is None
    assert by_removal(network, "a", "mlp") is None
    assert contributions(network, "free", "mlp") is not None


def test_a_fixed_point_that_is_not_there_is_not_found() -> None:
    assert fixed_point(lambda now: [now[0] + 1], [0.0]) is None
    assert fixed_point(lambda now: [1 - now[0]], [0.0]) == pytest.approx([0.5])


def chain(length: int) -> ArgumentMap:
    return ArgumentMap(
        [Claim(f"c{number}", weight=0.6) for number in range(length)],
        [
            Relation(f"r{number}", "rebuttal", (f"c{number}",), f"c{number + 1}")
            for number in range(length - 1)
        ],
    )


def test_depth_is_no_limit_and_time_is_linear() -> None:
    map = chain(100_000)
    begun = process_time()
    found = strengths(map)
    assert process_time() - begun < 6 * pace()
    assert found.converged
    assert found.of_claim["c1"] == pytest.approx(0.6 - 0.6 * 0.36 / 1.36)


def test_effort_what_something_bears_on_is_evaluated_once() -> None:
    class Counting:
        calls = 0
        slopes = staticmethod(named("quadratic-energy").slopes)

        def strength(self, base: float, attackers: object, supporters: object) -> float:
            del attackers, supporters
            self.calls += 1
            return base

    network = network_of(chain(500))
    counting = Counting()
    solve(network, counting)
    assert len(network.bases) == 999
    assert counting.calls == 499
