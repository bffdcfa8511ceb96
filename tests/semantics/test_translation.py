"""The framework of a map says what the map says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.map import ArgumentMap
from argmap.semantics.grounded import grounded
from argmap.semantics.label import IN, LABEL_OF, OUT, UNDECIDED
from argmap.semantics.reasoning import Reasoning, Ties, WhatIf
from argmap.semantics.translation import Foundation, extended, names, translate
from evaluation_oracle import Oracle, is_founded
from small_maps import LARGE, map_of, with_givens


def least(attackers: list[list[int]]) -> bytes:
    """The grounded labelling of a framework, slowly."""
    labels = bytearray(len(attackers))
    while True:
        before = bytes(labels)
        for argument, its in enumerate(attackers):
            if any(labels[a] == IN for a in its):
                labels[argument] = OUT
            elif all(labels[a] == OUT for a in its):
                labels[argument] = IN
        if before == labels:
            return before


def complete(attackers: list[list[int]]) -> list[bytes]:
    """All complete labellings of a framework, by trying out what is undecided at first."""
    found = []
    waiting = [least(attackers)]
    start = waiting[0]
    open_ones = [a for a, label in enumerate(start) if label == UNDECIDED]
    for chosen in range(2 ** len(open_ones)):
        labels = bytearray(start)
        for bit, argument in enumerate(open_ones):
            labels[argument] = IN if chosen >> bit & 1 else UNDECIDED
        for argument in open_ones:
            if any(labels[a] == IN for a in attackers[argument]):
                if labels[argument] == IN:
                    break
                labels[argument] = OUT
        else:
            if all(
                (labels[a] == IN) == all(labels[b] == OUT for b in its)
                for a, its in enumerate(attackers)
            ):
                found.append(bytes(labels))
    return found


whats = st.builds(
    WhatIf,
    st.frozensets(st.sampled_from(["c0", "c1"]), max_size=1),
    st.frozensets(st.sampled_from(["c1", "c2", "r1", "r2"]), max_size=2),
)


@given(with_givens(), st.sampled_from(["undecided", "out"]), whats)
@settings(max_examples=300)
def test_the_grounded_labelling_of_the_framework_is_that_of_the_map(
    map: ArgumentMap, ties: Ties, what_if: WhatIf
) -> None:
    reasoning = Reasoning(map, ties, what_if)
    translation = translate(reasoning)
    labels = least(translation.attackers)
    direct = grounded(reasoning, "undecided")
    assert labels[: len(direct.statements)] == direct.statements
    assert [labels[argument] for argument in translation.steps] == list(direct.steps)
    assert extended(translation, direct) == labels


@given(with_givens(most=4))
@settings(max_examples=150)
def test_complete_labellings_are_those_of_the_map_and_unfounded_ones_are_ruled_out(
    map: ArgumentMap,
) -> None:
    reasoning = Reasoning(map)
    translation = translate(reasoning)
    if len(Oracle(map).things) > 8 or least(translation.attackers).count(UNDECIDED) > 14:
        return
    foundation = Foundation(reasoning, translation)
    oracle = Oracle(map)
    expected = [tuple(sorted(labels.items())) for labels in oracle.complete()]
    found, founded, clauses = [], [], []
    for labels in complete(translation.attackers):
        named: dict[str, str] = {
            thing: LABEL_OF[labels[reasoning.statement_of.get(thing, 0)]]
            if thing in map.claims
            else LABEL_OF[labels[reasoning.warrant_of[thing]]]
            if thing in reasoning.warrant_of
            else "in"
            for thing in oracle.things
        }
        found.append(tuple(sorted(named.items())))
        offended = foundation(labels)
        assert bool(offended) != is_founded(oracle, named)
        for clause in offended:
            assert not any((labels[a] == label) is yes for a, label, yes in clause)
        clauses += offended
        if not offended:
            founded.append(labels)
    assert sorted(found) == sorted(expected)
    for labels in founded:
        for clause in clauses:
            assert any((labels[a] == label) is yes for a, label, yes in clause)


def test_a_framework_is_its_own_translation() -> None:
    map = map_of("a rebuttal b", "b rebuttal c", "c rebuttal a", "c rebuttal c")
    reasoning = Reasoning(map)
    translation = translate(reasoning)
    called = names(reasoning, translation)
    attacks = {called[a]: [called[b] for b in its] for a, its in enumerate(translation.attackers)}
    assert attacks == {"a": ["c"], "b": ["a"], "c": ["b", "c"]}


def test_arguments_are_named_after_claims_and_relations() -> None:
    map = map_of("a b support c", "u undercut r1")
    reasoning = Reasoning(map, what_if=WhatIf(withdrawn={"u"}))
    translation = translate(reasoning)
    called = names(reasoning, translation)
    assert len(set(called)) == len(called)
    assert set(called) == {
        "c", "a", "b", "u", "warrant of r1", "step r1", "not a", "not b", "not warrant of r1",
        "no ground for c", "taken away",
    }  # fmt: skip


def test_translations_are_linear() -> None:
    for make in LARGE.values():
        reasoning = Reasoning(make(20_000))
        attackers = translate(reasoning).attackers
        size = 3 * len(reasoning.statements) + len(reasoning.steps)
        assert len(attackers) <= size
        assert sum(map(len, attackers)) <= 4 * size
