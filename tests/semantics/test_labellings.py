"""Labellings of maps are those that the definitions allow, and labels tell all or some of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import Policies
from argmap.semantics.grounded import Loops
from argmap.semantics.labellings import Mode, Search
from argmap.semantics.open_questions import open_questions
from argmap.semantics.witnesses import witness
from evaluation_oracle import Oracle, is_founded
from small_maps import map_of, with_givens

Labelling = dict[str, str]


def more(one: Labelling, other: Labelling) -> bool:
    """Whether a labelling decides all that another does, and more."""
    decided = [thing for thing, label in other.items() if label != "undecided"]
    return one != other and all(one[thing] == other[thing] for thing in decided)


def undecided(labels: Labelling) -> set[str]:
    return {thing for thing, label in labels.items() if label == "undecided"}


def by_definition(complete: list[Labelling], semantics: str) -> list[Labelling]:
    if semantics == "preferred":
        return [one for one in complete if not any(more(other, one) for other in complete)]
    if semantics == "stable":
        return [one for one in complete if not undecided(one)]
    if semantics == "semi-stable":
        return [one for one in complete if not any(undecided(o) < undecided(one) for o in complete)]
    return complete


def small(oracle: Oracle) -> bool:
    return len(oracle.things) <= 8


@given(
    with_givens(most=4),
    st.sampled_from(["complete", "preferred", "stable", "semi-stable"]),
    st.sampled_from(["out", "undecided"]),
)
@settings(max_examples=250)
def test_labellings_are_those_of_the_definitions(
    map: ArgumentMap, semantics: str, loops: Loops
) -> None:
    oracle = Oracle(map)
    if not small(oracle):
        return
    complete = [one for one in oracle.complete() if loops != "out" or is_founded(oracle, one)]
    expected = by_definition(complete, semantics)
    search = Search(map, semantics, Policies(loops=loops))
    found = [search.named(labelling) for labelling in search.all()]
    claims = [{id: one[oracle.head[id]] for id in map.claims} for one in expected]
    # Two labellings can differ in a warrant alone.
    assert {tuple(one.items()) for one in found} == {tuple(one.items()) for one in claims}
    modes: tuple[Mode, ...] = ("skeptical", "credulous")
    for mode in modes:
        labels = search.labels(list(map.claims), mode)
        assert labels.vacuous == (not claims)
        for id, label in labels.claims.items():
            assert label == in_mode([one[id] for one in claims], mode)


def in_mode(labels: list[str], mode: str) -> str | None:
    if not labels:
        return None
    if mode == "skeptical":
        return labels[0] if len(set(labels)) == 1 else "undecided"
    return "in" if "in" in labels else "out" if "out" in labels else "undecided"


@given(with_givens(most=4), st.sampled_from(["preferred", "stable", "complete", "stage", "ideal"]))
@settings(max_examples=150)
def test_a_witness_shows_what_it_is_said_to(map: ArgumentMap, semantics: str) -> None:
    search = Search(map, semantics, Policies())
    all_of_them = [search.named(labelling) for labelling in search.all()]
    for claim in map.claims:
        found = witness(search, claim)
        labels = {one[claim] for one in all_of_them}
        assert (found.label is None) == (len(labels) != 1)
        if found.other is not None:
            assert found.one[claim] != found.other[claim]
            assert {found.one[claim], found.other[claim]} <= labels
        elif labels:
            assert found.one == {claim: found.label}
        else:
            assert not found.one


def test_the_grounded_labelling_is_in_every_other() -> None:
    map = map_of("a contrary b", "c rebuttal d", "b support e")
    search = Search(map, "preferred", Policies())
    labels = [search.named(labelling) for labelling in search.all()]
    assert len(labels) == 2
    assert {one["d"] for one in labels} == {"out"}
    assert {one["e"] for one in labels} == {"in", "out"}


@pytest.mark.parametrize("mode", ["skeptical", "credulous"])
def test_where_no_stable_labelling_exists_no_claim_has_a_label(mode: str) -> None:
    map = map_of("a rebuttal b", "b rebuttal c", "c rebuttal a", "d support e")
    labels = Search(map, "stable", Policies()).labels(["d"], mode)  # type: ignore[arg-type]
    assert labels.vacuous
    assert labels.claims == {"d": None}


def test_an_open_question_settles_what_hangs_on_it() -> None:
    map = map_of("u rebuttal a", "v support b", "w contrary c")
    unsure = {"u", "v", "w"}
    claims = [
        c._replace(data={"unsure": True} if c.id in unsure else {}) for c in map.claims.values()
    ]
    map = ArgumentMap(claims, map.relations.values())
    assert open_questions(map, "a") == [("u", "out", "in")]
    assert open_questions(map, "b") == [("v", "in", "out")]
    assert open_questions(map, "c") == [("w", "undecided", "in")]


@given(with_givens())
@settings(max_examples=150)
def test_a_decided_verdict_holds_however_open_questions_are_answered(map: ArgumentMap) -> None:
    """So that settled and undecided exclude each other."""
    from itertools import product

    from argmap.semantics.evaluation import evaluate
    from argmap.semantics.reasoning import WhatIf

    before = evaluate(map).verdicts.claims
    unsure = [claim.id for claim in map.claims.values() if claim.data.get("unsure") is True]
    for answers in product([True, False], repeat=len(unsure)):
        so = [id for id, yes in zip(unsure, answers, strict=True) if yes]
        after = evaluate(
            map, Policies(what_if=WhatIf(so, [id for id in unsure if id not in so]))
        ).verdicts.claims
        assert all(after[id] == label for id, label in before.items() if label != "undecided")
