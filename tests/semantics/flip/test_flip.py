"""Sets that change a verdict do so, and none that is smaller does."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import Policies, evaluate
from argmap.semantics.flip import By, Question, flips, robustness, wanted_of
from argmap.semantics.grounded import grounded
from argmap.semantics.label import OUT, Label
from argmap.semantics.reasoning import Reasoning, WhatIf
from small_maps import map_of, with_givens

policies = st.builds(
    Policies, st.sampled_from(["undecided", "out"]), st.sampled_from(["undecided", "out"])
)


def label_after(map: ArgumentMap, claim: str, changed: tuple[str, ...], policy: Policies) -> Label:
    what_if = WhatIf(withdrawn=changed)
    return evaluate(map, policy._replace(what_if=what_if)).verdicts.claims[claim]


def changeable(map: ArgumentMap, claim: str, by: By, policy: Policies) -> list[str]:
    """What may be changed, by definition: ids, of equivalent claims the first."""
    reasoning = Reasoning(map, policy.ties)
    labels = grounded(reasoning, policy.loops).statements
    found = []
    for number, statement in enumerate(reasoning.statements):
        if not statement.claims or statement.apart_from_ties or claim in statement.claims:
            continue
        id = statement.claims[0]
        own = reasoning.apart.get(number, number)
        if labels[own] != OUT if by == "attack" else reasoning.given[own] != OUT:
            found.append(id)
    if by == "withdraw":
        found += [id for id in map.relations if reasoning.steps_of(id)]
    return found


def smallest(
    map: ArgumentMap, claim: str, wanted: frozenset[Label], by: By, policy: Policies, most: int
) -> list[tuple[str, ...]]:
    """All minimal sets of at most so many changes, by trying out every one."""
    found: list[tuple[str, ...]] = []
    for size in range(most + 1):
        for changed in combinations(changeable(map, claim, by, policy), size):
            if any(set(smaller) <= set(changed) for smaller in found):
                continue
            if label_after(map, claim, changed, policy) in wanted:
                found.append(changed)
    return found


@given(with_givens(most=5), policies, st.sampled_from(["withdraw", "attack"]))
@settings(max_examples=250)
def test_all_minimal_sets_are_found_and_no_others(
    map: ArgumentMap, policy: Policies, by: By
) -> None:
    claim = "c0"
    label = evaluate(map, policy).verdicts.claims[claim]
    wanted = wanted_of(label)
    expected = smallest(map, claim, wanted, by, policy, 2)
    answer = flips(map, Question(claim, wanted, by, ways=500, limit=2), policy)
    assert answer.searched
    found = [flip.elements for flip in answer.sets]
    assert sorted(map_set(found)) == sorted(map_set(expected))
    assert [len(each) for each in found] == sorted(len(each) for each in found)
    for flip in answer.sets:
        assert label_after(map, claim, flip.elements, policy) == flip.label


def map_set(sets: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [tuple(sorted(each)) for each in sets]


def test_a_premise_a_step_or_a_rebuttal_is_what_a_claim_hangs_on() -> None:
    map = map_of("b support a", "c support a", "d rebuttal e", "e rebuttal a")
    answer = flips(map, Question("a", wanted_of("in"), ways=10))
    assert [flip.elements for flip in answer.sets] == [
        ("d",), ("r3",), ("b", "c"), ("b", "r2"), ("c", "r1"), ("r1", "r2"),
    ]  # fmt: skip
    assert not answer.more
    assert {flip.label for flip in answer.sets} == {"out"}


def test_only_some_kinds_of_changes_can_be_wanted() -> None:
    map = map_of("b support a", "c rebuttal b")
    wanted = wanted_of("out")
    claims = flips(map, Question("a", wanted, only="claims"))
    assert [flip.elements for flip in claims.sets] == [("c",)]
    relations = flips(map, Question("a", wanted, only="relations"))
    assert [flip.elements for flip in relations.sets] == [("r2",)]
    attacks = flips(map, Question("a", wanted, by="attack"))
    assert [flip.elements for flip in attacks.sets] == [("c",)]


def test_nothing_can_change_what_nothing_bears_on() -> None:
    assert flips(map_of("a", "b support c"), Question("a", wanted_of("in"))).sets == ()
    itself = flips(map_of("a", "b support c"), Question("a", wanted_of("in"), itself=True))
    assert [flip.elements for flip in itself.sets] == [("a",)]


def test_how_many_are_wanted_and_whether_there_are_more() -> None:
    map = map_of("b support a", "c support b", "d support c")
    answer = flips(map, Question("a", wanted_of("in"), ways=2))
    assert len(answer.sets) == 2
    assert answer.more


@pytest.mark.parametrize("size", [1, 2, 3])
def test_robustness_is_the_size_of_the_smallest_set(size: int) -> None:
    lines = [f"p{number} support a" for number in range(size)]
    found = robustness(map_of(*lines), "a")
    assert found.size == size
    assert found.load_bearing == ()
    chain = robustness(map_of("p support q", "q support a", "q support b", "x support a"), "a")
    assert chain.size == 2


def test_no_set_is_missed_for_a_circle() -> None:
    """A step for a claim may fall in what the solver proposes, and be undecided in fact."""
    map = map_of(
        "c2 rebuttal c2",
        "c1 rebuttal c5",
        "c1 rebuttal c4",
        "c5 c3 support c1",
        "c1 c4 rebuttal c0",
        "c0 c3 support c1",
        "c3 c5 rebuttal c3",
    )
    said = {"c3": {"assumed": True}}
    claims = [c._replace(data=said.get(c.id, {})) for c in map.claims.values()]
    map = ArgumentMap(claims, map.relations.values())
    question = Question("c0", frozenset({"in"}), only="relations", ways=90, limit=2)
    found = {frozenset(flip.elements) for flip in flips(map, question).sets}
    assert found == {frozenset({"r5"}), frozenset({"r2", "r7"}), frozenset({"r4", "r6"})}
