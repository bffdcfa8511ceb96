"""An explanation is complete, needs nothing but itself, and comes to an end."""

from collections.abc import Sequence
from typing import get_args

from hypothesis import event, given, settings
from hypothesis import strategies as st

from argmap.graph.components import components
from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import Evaluation, Policies, evaluate
from argmap.semantics.label import IN
from argmap.semantics.reasoning import WhatIf
from argmap.semantics.why import Reason, Rule, why
from small_maps import LARGE, map_of, with_givens

policies = st.builds(
    Policies,
    st.sampled_from(["undecided", "out"]),
    st.sampled_from(["undecided", "out"]),
    st.builds(WhatIf, st.just(()), st.lists(st.sampled_from(["c1", "r1"]), max_size=1)),
)


def told(evaluation: Evaluation, claim: str) -> list[Reason]:
    return list(why(evaluation.reasoning, evaluation.labelling, claim))


class Line:
    """A line of an explanation, and the lines that hang from it."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        self.steps: list[list[Line]] = []

    @property
    def on_claim(self) -> list[list["Line"]]:
        return [step for step in self.steps if not step[0].reason.on_step]

    @property
    def on_step(self) -> list[list["Line"]]:
        return [step for step in self.steps if step[0].reason.on_step]


def tree(reasons: Sequence[Reason]) -> Line:
    root = Line(reasons[0])
    path = [root]
    for reason in reasons[1:]:
        del path[reason.depth :]
        line = Line(reason)
        if reason.premise == 1:
            path[-1].steps.append([])
        path[-1].steps[-1].append(line)
        path.append(line)
    return root


def lines_of(line: Line) -> list[Line]:
    found = [line]
    for each in found:
        found += [below for step in each.steps for below in step]
    return found


def labels_and_steps(line: Line) -> list[tuple[str, str]]:
    return [(step[0].reason.stance, step[0].reason.step) for step in line.on_claim]


@given(with_givens(), policies)
@settings(max_examples=300)
def test_each_line_is_a_reason_by_the_definitions(map: ArgumentMap, policy: Policies) -> None:
    evaluation = evaluate(map, policy)
    for claim in map.claims:
        reasons = told(evaluation, claim)
        root = tree(reasons)
        assert reasons[0].label == evaluation.verdicts.claims[claim]
        for line in lines_of(root):
            check_line(line)
            for step in line.steps:
                check_step(step)


def check_line(line: Line) -> None:
    reason = line.reason
    if not reason.rule or reason.repeat:
        assert not line.on_claim
        return
    event(f"rule {reason.rule}")
    steps = labels_and_steps(line)
    cons = [label for stance, label in steps if stance == "against"]
    pros = [label for stance, label in steps if stance == "for"]
    expected = {
        "unopposed": not steps,
        "granted": bool(cons) and set(cons) == {"out"} and not pros,
        "supported": pros == ["in"] and set(cons) <= {"out"},
        "rebutted": steps == [("against", "in")],
        "tied": steps == [("against", "in")],
        "unsupported": not cons and set(pros) <= {"out"},
        "circular": bool(pros) and not cons and set(pros) == {"out"},
        "withdrawn": not steps,
        "open": not steps,
        "blocked": len(steps) == 1 and steps[0][1] == "undecided",
    }
    assert expected[reason.rule]
    decided = {"open": "undecided", "blocked": "undecided"}
    stands = {"unopposed", "granted", "supported"}
    assert reason.label == decided.get(reason.rule, "in" if reason.rule in stands else "out")


def check_step(step: list[Line]) -> None:
    reasons = [line.reason for line in step]
    assert [r.premise for r in reasons] == list(range(1, reasons[0].premises + 1))
    label = reasons[0].step
    if label == "in":
        assert all(r.label == "in" and r.rule for r in reasons)
        assert all(
            (below[0].reason.stance == "against") == (below[0].reason.step == "out")
            for below in step[-1].on_step
        )
    explained = [r for r in reasons if r.rule]
    if label != "in" and explained:
        assert [r.label for r in explained] == [label]


@given(with_givens(), policies)
@settings(max_examples=200)
def test_what_rebuts_a_claim_is_told_once_and_the_rest_is_counted(
    map: ArgumentMap, policy: Policies
) -> None:
    reasoning, labelling, _ = evaluate(map, policy)
    for claim in map.claims:
        (root, *_) = why(reasoning, labelling, claim)
        own = reasoning.statement_of[claim]
        both = [own, *([reasoning.apart[own]] if own in reasoning.apart else [])]
        standing = [
            sum(labelling.steps[step] == IN for step in reasoning.speaking_against[statement])
            for statement in both
        ]
        event(f"{root.more} more")
        assert root.more + 1 in standing if root.rule in {"rebutted", "tied"} else not root.more


@given(with_givens(), policies)
@settings(max_examples=200)
def test_a_label_that_is_no_verdict_is_marked(map: ArgumentMap, policy: Policies) -> None:
    evaluation = evaluate(map, policy)
    for claim in map.claims:
        for reason in told(evaluation, claim):
            verdict = evaluation.verdicts.claims[reason.claim]
            assert reason.apart or reason.label == verdict
            assert policy.ties == "out" or not reason.apart


@given(with_givens(), policies)
@settings(max_examples=200)
def test_no_reason_goes_in_a_circle(map: ArgumentMap, policy: Policies) -> None:
    """Decided claims and the steps that they rest on make no circle, repeats included."""
    evaluation = evaluate(map, policy)
    for claim in map.claims:
        rests: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for line in lines_of(tree(told(evaluation, claim))):
            own = (line.reason.claim, line.reason.label)
            rests.setdefault(own, [])
            if line.reason.label != "undecided" and line.reason.rule != "circular":
                rests[own] += [
                    (below.reason.claim, below.reason.label)
                    for step in line.on_claim
                    for below in step
                    if below.reason.rule and below.reason.rule != "circular"
                ]
        knots = components(list(rests), rests.__getitem__)
        joined = any(r.kind == "equivalence" for r in map.relations.values())
        tied = policy.ties == "out"
        if not joined and not tied:
            assert all(len(knot) == 1 for knot in knots)


def rules(*lines: str, claim: str = "a", policy: Policies | None = None) -> list[str]:
    evaluation = evaluate(map_of(*lines), policy or Policies())
    return [f"{'  ' * r.depth}{r.claim} {r.rule or r.label}" for r in told(evaluation, claim)]


def test_the_shortest_reason_is_told() -> None:
    assert rules("d support c", "c support a", "b support a") == ["a supported", "  b unopposed"]


def test_an_answer_is_told_for_each_objection() -> None:
    assert rules("b rebuttal a", "c rebuttal a", "d rebuttal b", "e undercut r2") == [
        "a granted",
        "  b rebutted",
        "    d unopposed",
        "  c in",
        "    e unopposed",
    ]


def test_what_keeps_a_claim_undecided_is_the_nearest_trouble() -> None:
    assert rules("b rebuttal a", "c rebuttal b", "b rebuttal c") == [
        "a blocked",
        "  b blocked",
        "    c blocked",
        "      b blocked",
    ]


def test_a_tie_that_counts_as_lost_is_told_as_one() -> None:
    lines = ("a contrary b", "c support b")
    assert rules(*lines, policy=Policies(ties="out")) == [
        "a tied",
        "  b supported",
        "    c unopposed",
    ]


def test_circular_support_is_told_once_round() -> None:
    assert rules("b support a", "a support b") == ["a circular", "  b circular", "    a circular"]


def test_every_rule_occurs_in_these_tests() -> None:
    seen = {
        rule.split()[-1]
        for lines, policy in (
            (("b support a", "c rebuttal b", "d rebuttal c", "e rebuttal a", "f rebuttal e"), None),
            (("b rebuttal a",), None),
            (("a contrary b",), Policies(ties="out")),
            (("b support a", "u undercut r1"), None),
            (("b support a", "a support b"), None),
            (("b support a",), Policies(what_if=WhatIf(withdrawn=["b"]))),
            (("a contrary b",), None),
        )
        for rule in rules(*lines, policy=policy)
    }
    assert (seen - {"in", "out", "undecided"}) | {"open"} == set(get_args(Rule))


def test_deep_explanations_are_told() -> None:
    for make in LARGE.values():
        evaluation = evaluate(make(20_000))
        assert told(evaluation, "c0")
