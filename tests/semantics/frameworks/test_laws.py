"""Every semantics against its definition, on all small frameworks that hypothesis thinks of."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.semantics.frameworks import named, names
from argmap.semantics.frameworks.asking import accepted, labellings, possible, some
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.refine import Literal
from argmap.semantics.label import IN, LABEL_OF, OUT, UNDECIDED

Attackers = list[list[int]]


@st.composite
def frameworks(draw: st.DrawFn) -> Attackers:
    size = draw(st.integers(0, 5))
    others = st.lists(st.integers(0, max(size - 1, 0)), max_size=3)
    return [draw(others) for _ in range(size)]


def having(labelling: bytes, *labels: int) -> set[int]:
    return {argument for argument, label in enumerate(labelling) if label in labels}


def is_complete(attackers: Attackers, labelling: bytes) -> bool:
    return all(
        (label == IN) == all(labelling[b] == OUT for b in attackers[a])
        and (label == OUT) == any(labelling[b] == IN for b in attackers[a])
        for a, label in enumerate(labelling)
    )


def all_complete(attackers: Attackers) -> list[bytes]:
    every = map(bytes, product((UNDECIDED, IN, OUT), repeat=len(attackers)))
    return [labelling for labelling in every if is_complete(attackers, labelling)]


def all_conflict_free(attackers: Attackers) -> list[bytes]:
    found = []
    for chosen in product((False, True), repeat=len(attackers)):
        beaten = [any(chosen[b] for b in own) for own in attackers]
        if not any(a and b for a, b in zip(chosen, beaten, strict=True)):
            codes = zip(chosen, beaten, strict=True)
            found.append(bytes(IN if a else OUT if b else UNDECIDED for a, b in codes))
    return found


def most(found: list[bytes], measure: Callable[[bytes], set[int]]) -> list[bytes]:
    return [one for one in found if not any(measure(one) < measure(other) for other in found)]


def defined(attackers: Attackers, complete: list[bytes] | None = None) -> dict[str, set[bytes]]:
    """The labellings of each semantics as they are defined, of those that are complete."""
    complete = all_complete(attackers) if complete is None else complete
    ins = {labelling: having(labelling, IN) for labelling in complete}
    preferred = most(complete, ins.__getitem__)
    safe = [one for one in complete if all(ins[one] <= ins[other] for other in preferred)]
    return {
        "complete": set(complete),
        "grounded": {one for one in complete if all(ins[one] <= s for s in ins.values())},
        "preferred": set(preferred),
        "stable": {one for one in complete if UNDECIDED not in one},
        "semi-stable": set(most(complete, lambda one: having(one, IN, OUT))),
        "ideal": set(most(safe, ins.__getitem__)),
        "stage": set(most(all_conflict_free(attackers), lambda one: having(one, IN, OUT))),
    }


def test_there_is_a_definition_of_every_semantics() -> None:
    assert names() == sorted(defined([]))
    assert [named(name).name for name in names()] == names()
    assert len({named(name).code for name in names()}) == len(names())


@settings(max_examples=150)
@given(frameworks())
def test_labellings_are_those_that_the_definition_says(attackers: Attackers) -> None:
    for name, expected in defined(attackers).items():
        found = list(labellings(Framework(attackers), name))
        assert len(found) == len(set(found))
        assert set(found) == expected, name
        one = some(Framework(attackers), name)
        assert one.accepted == bool(expected) == (not one.vacuous)
        assert one.witness in expected if expected else one.witness is None


@settings(max_examples=100)
@given(frameworks())
def test_answers_are_those_of_all_labellings_and_shown_by_one(attackers: Attackers) -> None:
    framework = Framework(attackers)
    for name, expected in defined(attackers).items():
        for argument in range(len(attackers)):
            labels = {labelling[argument] for labelling in expected}
            for code, label in enumerate(LABEL_OF):
                answer = possible(framework, name, argument, label)
                assert answer.accepted == (code in labels), (name, argument, label)
                assert answer.vacuous == (not expected)
                if answer.witness is not None:
                    assert answer.witness in expected
                    assert answer.witness[argument] == code
                assert bool(answer.accepted) == (answer.witness is not None)
            credulous = accepted(framework, name, argument, "credulous")
            assert credulous == possible(framework, name, argument, "in")
            skeptical = accepted(framework, name, argument, "skeptical")
            assert skeptical.accepted == (labels <= {IN}), (name, argument)
            assert skeptical.vacuous == (not expected)
            if not skeptical.accepted:
                assert skeptical.witness in expected
                assert skeptical.witness
                assert skeptical.witness[argument] != IN


@settings(max_examples=100)
@given(frameworks())
def test_the_semantics_stand_to_each_other_as_theory_says(attackers: Attackers) -> None:
    found = {name: set(labellings(Framework(attackers), name)) for name in names()}
    (grounded,) = found["grounded"]
    (ideal,) = found["ideal"]
    assert all(having(grounded, IN) <= having(one, IN) for one in found["complete"])
    assert having(grounded, IN) <= having(ideal, IN)
    assert all(having(ideal, IN) <= having(one, IN) for one in found["preferred"])
    assert found["stable"] <= found["semi-stable"] <= found["preferred"] <= found["complete"]
    if found["stable"]:
        assert found["stable"] == found["semi-stable"] == found["stage"]


@settings(max_examples=100)
@given(frameworks(), st.data())
def test_what_is_refined_away_never_counts(attackers: Attackers, data: st.DataObject) -> None:
    """No labelling that has these two in together: a clause that holds wherever it may."""
    if not attackers:
        return
    arguments = st.integers(0, len(attackers) - 1)
    pair = data.draw(st.tuples(arguments, arguments))

    def refine(labelling: bytes) -> list[list[Literal]]:
        together = all(labelling[argument] == IN for argument in pair)
        return [[(argument, IN, False) for argument in pair]] if together else []

    fine = [one for one in all_complete(attackers) if not refine(one)]
    expected = defined(attackers, fine)
    for name in ("complete", "preferred", "stable", "semi-stable"):
        found = list(labellings(Framework(attackers), name, refine=refine))
        assert len(found) == len(set(found))
        assert set(found) == expected[name], name


def test_a_refinement_that_rules_nothing_out_is_refused() -> None:
    with pytest.raises(ValueError, match="do not rule out"):
        some(Framework([[]]), "complete", refine=lambda _: [[(0, IN, True)]])


@pytest.mark.parametrize("name", sorted(defined([])))
def test_a_limit_is_kept(name: str) -> None:
    framework = Framework([[1], [0], [3], [2]])
    assert len(list(labellings(framework, name, limit=1))) == 1


def test_there_is_no_other_semantics() -> None:
    for name in ("", "_maximal", "semi_stable", "cf2"):
        with pytest.raises(KeyError):
            named(name)
