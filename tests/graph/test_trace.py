from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.graph.trace import Step, kinds_on, reasons
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, KINDS
from pace import pace
from small_maps import LARGE, map_of, maps
from traces import (
    UNDERCUT_TWICE_SEEN,
    distances_down,
    ended,
    limits,
    parents,
    sides,
    some_roots,
    told,
    ways,
    within,
)


@settings(deadline=None, max_examples=150)
@given(maps(), some_roots, limits, sides)
@example(UNDERCUT_TWICE_SEEN, ["a"], None, None)
def test_every_claim_that_is_reached_is_told_in_full_once_where_it_is_nearest(
    map: ArgumentMap, roots: list[str], limit: int | None, side: str | None
) -> None:
    kinds = kinds_on(side)  # type: ignore[arg-type]  # one of the sides
    roots = within(map, roots)
    steps = ended(reasons(map, roots, depth=limit, kinds=kinds))
    reached = distances_down(map, roots, kinds)
    expected = {c: far for c, far in reached.items() if limit is None or far <= limit}
    assert told(steps) == expected


@settings(deadline=None, max_examples=150)
@given(maps())
def test_steps_name_claims_and_relations_of_the_map(map: ArgumentMap) -> None:
    for step in ended(reasons(map, ["c0"])):
        assert step.claim in map.claims
        assert step.relation in map.relations or step.depth == 0


@settings(deadline=None, max_examples=150)
@given(maps(), sides)
def test_a_stance_is_the_parity_of_what_speaks_against_on_the_way(
    map: ArgumentMap, side: str | None
) -> None:
    steps = ended(reasons(map, within(map, ["c0", "c1"]), kinds=kinds_on(side)))  # type: ignore[arg-type]
    for step, parent in zip(steps, parents(steps), strict=True):
        if parent is None:
            assert (step.depth, step.relation, step.stance) == (0, "", "for")
            continue
        relation = map.relations[step.relation]
        against = (parent.stance == "against") + (relation.kind in AGAINST)
        assert step.stance == ("against" if against % 2 else "for")


@settings(deadline=None, max_examples=150)
@given(maps())
def test_a_step_hangs_from_what_it_bears_on(map: ArgumentMap) -> None:
    steps = ended(reasons(map, ["c0"]))
    for step, parent in zip(steps, parents(steps), strict=True):
        if parent is not None:
            relation = map.relations[step.relation]
            ends = {relation.target, *(relation.premises if relation.symmetric else ())}
            assert step.depth == parent.depth + 1
            assert parent.claim in ends or parent.relation in ends


@settings(deadline=None, max_examples=150)
@given(maps())
def test_linked_premises_are_told_one_by_one_in_their_order(map: ArgumentMap) -> None:
    last: dict[tuple[int, str], Step] = {}
    for step in ended(reasons(map, ["c0"])):
        if not step.relation:
            continue
        relation = map.relations[step.relation]
        assert step.claim in {*relation.premises, relation.target}
        before = last.get((step.depth, step.relation))
        if before is None or before.premise == before.premises:
            assert step.premise == 1
        else:
            assert (step.premise, step.premises) == (before.premise + 1, before.premises)
        last[step.depth, step.relation] = step


@settings(deadline=None, max_examples=150)
@given(maps(), limits)
def test_supports_come_before_rebuttals_and_else_all_is_as_written(
    map: ArgumentMap, limit: int | None
) -> None:
    steps = ended(reasons(map, ["c0"], depth=limit))
    order = list(map.relations)
    siblings: dict[tuple[int, str], list[tuple[bool, int]]] = {}
    above = parents(steps)
    for step, parent in zip(steps, above, strict=True):
        if parent is not None:
            relation = map.relations[step.relation]
            if relation.symmetric and relation.target_type == "relation":
                continue  # told both with the step and with the claims that it joins
            on = relation.target if relation.target_type == "relation" else parent.claim
            rank = (relation.kind in AGAINST, order.index(relation.id))
            siblings.setdefault((id(parent), on), []).append(rank)
    assert all(ranks == sorted(ranks) for ranks in siblings.values())


@settings(deadline=None, max_examples=150)
@given(maps(), limits)
def test_all_that_bears_on_a_claim_is_told_under_it_or_counted_as_hidden(
    map: ArgumentMap, limit: int | None
) -> None:
    steps = ended(reasons(map, ["c0"], depth=limit))
    under: dict[int, set[str]] = {}
    for step, parent in zip(steps, parents(steps), strict=True):
        if parent is not None and map.relations[step.relation].target_type == "claim":
            under.setdefault(id(parent), set()).add(step.relation)
    for step in steps:
        bearing = {r.id for r in map.bearing_on(step.claim)} - {step.relation}
        told_here = under.get(id(step), set())
        if step.depth == limit:
            completes = step.relation and step.premise == step.premises
            on_step = map.bearing_on(step.relation) if completes else ()
            assert not told_here
            assert step.hidden == len(on_step) + (0 if step.repeat else len(bearing))
        else:
            direct = {id for id in bearing if map.relations[id].target_type == "claim"}
            assert told_here == (set() if step.repeat else direct)
            assert step.hidden == 0


@settings(deadline=None, max_examples=150)
@given(maps(), st.integers(0, 4))
def test_a_trace_that_hides_nothing_is_the_whole_trace(map: ArgumentMap, limit: int) -> None:
    whole = ended(reasons(map, ["c0"]))
    part = ended(reasons(map, ["c0"], depth=limit))
    assert all(step.depth <= limit for step in part)
    if not any(step.hidden for step in part):
        assert part == whole


@settings(deadline=None, max_examples=150)
@given(maps(), limits)
def test_a_repeat_says_where_the_claim_is_told(map: ArgumentMap, limit: int | None) -> None:
    steps = ended(reasons(map, ["c0"], depth=limit))
    full = {step.claim: place for place, step in enumerate(steps) if not step.repeat}
    for place, (step, way) in enumerate(zip(steps, ways(steps), strict=True)):
        assert (step.repeat == "cycle") == (step.claim in way)
        if step.repeat in {"above", "below"}:
            assert step.repeat == ("above" if full[step.claim] < place else "below")


def test_a_trace_of_every_shape() -> None:
    map = map_of("b c support a", "d rebuttal a", "e undercut r1", "f undercut r2", "a support d")
    assert list(reasons(map, ["a"])) == [
        Step(0, "", "a", "for"),
        Step(1, "r1", "b", "for", 1, 2),
        Step(1, "r1", "c", "for", 2, 2),
        Step(2, "r3", "e", "against"),
        Step(1, "r2", "d", "against"),
        Step(2, "r4", "f", "for"),
        Step(2, "r5", "a", "against", repeat="cycle"),
    ]


def test_a_claim_is_told_at_its_nearest_place() -> None:
    map = map_of("b support a", "c support b", "c support a", "d support c")
    assert list(reasons(map, ["a"])) == [
        Step(0, "", "a", "for"),
        Step(1, "r1", "b", "for"),
        Step(2, "r2", "c", "for", repeat="below"),
        Step(1, "r3", "c", "for"),
        Step(2, "r4", "d", "for"),
    ]


def test_a_symmetric_relation_is_not_told_back() -> None:
    map = map_of("b c contrary a")
    assert [(step.claim, step.stance) for step in reasons(map, ["b"])] == [
        ("b", "for"),
        ("c", "against"),
        ("a", "against"),
    ]


def test_a_claim_that_contradicts_itself_is_told_so_once() -> None:
    assert list(reasons(map_of("a contradiction a"), ["a"])) == [
        Step(0, "", "a", "for"),
        Step(1, "r1", "a", "against", repeat="cycle"),
    ]


def test_a_symmetric_relation_with_a_step_leads_from_a_claim_to_no_claim() -> None:
    map = map_of("b support a", "c contrary r1")
    assert list(reasons(map, ["c"])) == [Step(0, "", "c", "for")]
    assert [step.claim for step in reasons(map, ["a"])] == ["a", "b", "c"]


def test_of_one_side_only_that_side_is_followed() -> None:
    map = map_of("b support a", "c rebuttal a", "d rebuttal b", "e support b", "f undercut r1")
    pro = [step.claim for step in reasons(map, ["a"], kinds=kinds_on("support"))]
    con = [step.claim for step in reasons(map, ["a"], kinds=kinds_on("rebuttal"))]
    assert pro == ["a", "b", "e"]
    assert con == ["a", "c"]


def test_the_kinds_of_a_side_are_those_that_speak_that_way() -> None:
    assert set(kinds_on("support")) | set(kinds_on("rebuttal")) == set(kinds_on(None)) == set(KINDS)
    assert set(kinds_on("rebuttal")) == AGAINST


def test_a_limit_hides_and_counts_what_lies_beyond() -> None:
    map = map_of("b support a", "c support b", "d rebuttal b", "e rebuttal a")
    assert list(reasons(map, ["a"], depth=1)) == [
        Step(0, "", "a", "for"),
        Step(1, "r1", "b", "for", hidden=2),
        Step(1, "r4", "e", "against"),
    ]
    assert list(reasons(map, ["a"], depth=0)) == [Step(0, "", "a", "for", hidden=2)]


def test_a_root_is_told_once_though_it_is_named_twice_or_lies_under_another() -> None:
    map = map_of("b support a", "c support b")
    assert [(step.depth, step.claim, step.repeat) for step in reasons(map, ["a", "b", "a"])] == [
        (0, "a", ""),
        (1, "b", "below"),
        (0, "b", ""),
        (1, "c", ""),
    ]


def test_what_was_told_before_is_only_referred_to() -> None:
    map = map_of("b support a", "c support b", "d support a")
    assert [(step.claim, step.repeat) for step in reasons(map, ["a"], told=["b"])] == [
        ("a", ""),
        ("b", "above"),
        ("d", ""),
    ]


def test_a_symmetric_relation_on_a_step_of_its_own_premises_comes_to_an_end() -> None:
    map = map_of("c0 support c0", "c1 c0 support c1", "c1 c0 contrary r2")
    assert set(told(ended(reasons(map, ["c0"])))) == {"c0", "c1"}


def test_a_claim_on_two_circles_stands_above_on_both() -> None:
    map = map_of("a support a", "a rebuttal a", "b support a", "a support b")
    steps = list(reasons(map, ["a"]))
    assert [(step.claim, step.repeat) for step in steps] == [
        ("a", ""),
        ("a", "cycle"),
        ("b", ""),
        ("a", "cycle"),
        ("a", "cycle"),
    ]


@pytest.mark.parametrize("shape", sorted(LARGE))
def test_maps_of_any_size_are_traced_in_linear_time(shape: str) -> None:
    map = LARGE[shape]()
    begun = process_time()
    steps = list(reasons(map, ["c0"]))
    assert len(told(steps)) == len(map.claims)
    assert len(steps) <= len(map.relations) + 1
    assert process_time() - begun < 10 * pace()


def test_dense_maps_are_traced_in_linear_time() -> None:
    names = [f"c{number}" for number in range(150)]
    map = map_of(*(f"{one} support {other}" for one in names for other in names if one != other))
    begun = process_time()
    assert len(told(reasons(map, ["c0"]))) == 150
    assert process_time() - begun < 5 * pace()
