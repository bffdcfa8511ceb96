"""The grounded labelling is the least that the definitions allow."""

from time import process_time

import pytest
from hypothesis import given, settings

from argmap.model.map import ArgumentMap
from argmap.semantics.grounded import Labelling, grounded
from argmap.semantics.label import IN, LABEL_OF, OUT, UNDECIDED
from argmap.semantics.reasoning import Reasoning, WhatIf
from evaluation_oracle import Oracle
from pace import pace
from small_maps import LARGE, map_of, with_givens


def labels_of(map: ArgumentMap, labelling: Labelling, reasoning: Reasoning) -> dict[str, str]:
    return {
        id: LABEL_OF[labelling.statements[statement]]
        for id, statement in (reasoning.statement_of | reasoning.warrant_of).items()
        if id in map.claims or id in map.relations
    }


def evaluated(*lines: str, **options: object) -> dict[str, str]:
    map = map_of(*lines)
    loops = options.pop("loops", "out")
    reasoning = Reasoning(map, **options)  # type: ignore[arg-type]
    return labels_of(map, grounded(reasoning, loops), reasoning)  # type: ignore[arg-type]


@given(with_givens())
@settings(max_examples=300)
def test_grounded_is_the_least_labelling_that_is_due(map: ArgumentMap) -> None:
    reasoning, oracle = Reasoning(map), Oracle(map)
    for loops, expected in (("undecided", oracle.least()), ("out", oracle.well_founded())):
        labels = labels_of(map, grounded(reasoning, loops), reasoning)  # type: ignore[arg-type]
        assert labels == {id: expected[oracle.head.get(id, id)] for id in labels}


@given(with_givens())
def test_each_label_follows_from_labels_of_lower_levels(map: ArgumentMap) -> None:
    reasoning = Reasoning(map)
    found = grounded(reasoning)
    for number, step in enumerate(reasoning.steps):
        labels = [
            found.statements[p]
            for p in step.premises
            if found.statement_levels[p] < found.step_levels[number]
        ]
        if found.steps[number] == IN:
            assert labels == [IN] * len(step.premises)
        elif found.steps[number] == OUT:
            assert OUT in labels
    for number, level in enumerate(found.statement_levels):
        label, given_label = found.statements[number], reasoning.given[number]
        if label == UNDECIDED:
            assert level == -1
            continue
        pros = [s for s in reasoning.speaking_for[number] if found.step_levels[s] <= level]
        cons = [s for s in reasoning.speaking_against[number] if found.step_levels[s] <= level]
        if label == IN:
            assert given_label == IN or any(found.steps[s] == IN for s in pros)
            assert all(found.steps[s] == OUT for s in cons)
            assert len(cons) == len(reasoning.speaking_against[number])
        elif number not in found.unfounded:
            lost = [s for s in pros if found.steps[s] == OUT]
            all_lost = len(lost) == len(reasoning.speaking_for[number]) and given_label == OUT
            assert all_lost or any(found.steps[s] == IN for s in cons)


def test_linked_premises_stand_and_fall_together() -> None:
    assert evaluated("a b support c", "d rebuttal a")["c"] == "out"
    assert evaluated("a support c", "b support c", "d rebuttal a")["c"] == "in"


def test_an_undercut_takes_the_step_away_and_not_the_premise() -> None:
    labels = evaluated("a support c", "u undercut r1")
    assert (labels["a"], labels["r1"], labels["c"]) == ("in", "out", "out")


def test_backing_is_needed_where_it_is_given() -> None:
    assert evaluated("a support c", "b support r1")["c"] == "in"
    assert evaluated("a support c", "b support r1", "d rebuttal b")["c"] == "out"


def test_a_tie_is_undecided_or_out_as_the_policy_says() -> None:
    lines = ("a contrary b", "a support c")
    assert set(evaluated(*lines).values()) == {"undecided"}
    assert set(evaluated(*lines, ties="out").values()) == {"out"}
    mutual = ("a rebuttal b", "b rebuttal a")
    assert set(evaluated(*mutual).values()) == {"undecided"}
    assert set(evaluated(*mutual, ties="out").values()) == {"out"}


def test_who_falls_anyway_is_in_no_tie() -> None:
    for ties in ("undecided", "out"):
        labels = evaluated("a contrary b", "d rebuttal b", ties=ties)
        assert (labels["a"], labels["b"]) == ("in", "out")


def test_what_is_held_up_by_itself_alone_falls_unless_the_policy_says_otherwise() -> None:
    circle = ("a support b", "b support a", "b support c")
    assert set(evaluated(*circle).values()) == {"out"}
    assert set(evaluated(*circle, loops="undecided").values()) == {"undecided"}
    assert set(evaluated(*circle, "d support a").values()) == {"in"}


def test_equivalent_claims_share_their_label() -> None:
    labels = evaluated("a equivalence b", "c rebuttal b", "a support d")
    assert labels == {"a": "out", "b": "out", "c": "in", "d": "out"}


def test_a_claim_can_be_granted_and_things_taken_away() -> None:
    lines = ("a support b", "b support c", "d rebuttal a")
    assert evaluated(*lines)["c"] == "out"
    assert evaluated(*lines, what_if=WhatIf(assumed={"b"}))["c"] == "in"
    assert evaluated(*lines, what_if=WhatIf(withdrawn={"d"}))["c"] == "in"
    assert evaluated(*lines, what_if=WhatIf(withdrawn={"r3"}))["c"] == "in"
    assert evaluated("a support b", what_if=WhatIf(withdrawn={"r1"}))["b"] == "out"


@pytest.mark.parametrize("shape", LARGE)
def test_large_maps_of_any_shape_are_evaluated(shape: str) -> None:
    map = LARGE[shape]()
    reasoning = Reasoning(map)
    labels = labels_of(map, grounded(reasoning), reasoning)
    expected = {"chain": "in", "ring": "out", "star": "out", "tower": "in"}
    # A tower of 100,000 steps: one support, and an odd number of undercuts one on the other.
    assert labels["c0"] == ("out" if shape == "tower" else expected[shape])


def test_many_claims_that_support_themselves_fall_in_linear_time() -> None:
    map = map_of(*(f"c{n} support c{n}" for n in range(20_000)))
    reasoning = Reasoning(map)
    begun = process_time()
    assert set(grounded(reasoning).statements) == {OUT}
    assert process_time() - begun < 5 * pace()
