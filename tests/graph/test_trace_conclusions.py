from time import process_time

import pytest
from hypothesis import example, given, settings

from argmap.graph.trace import Step, conclusions, kinds_on
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS
from pace import pace
from small_maps import MANY, chain, map_of, maps, ring, star
from traces import (
    LINKED_FROM_BOTH,
    distances_up,
    ended,
    leads_to,
    limits,
    onward,
    parents,
    sides,
    told,
    ways,
)


@settings(deadline=None, max_examples=150)
@given(maps(), limits, sides)
@example(LINKED_FROM_BOTH, None, None)
def test_every_conclusion_is_told_in_full_once_where_it_is_nearest(
    map: ArgumentMap, limit: int | None, side: str | None
) -> None:
    kinds = kinds_on(side)  # type: ignore[arg-type]  # one of the sides
    reached = distances_up(map, "c0", kinds)
    del reached["c0"]
    expected = {c: far for c, far in reached.items() if limit is None or far <= limit}
    assert told(ended(conclusions(map, "c0", depth=limit, kinds=kinds))) == expected


@settings(deadline=None, max_examples=150)
@given(maps(), limits)
@example(LINKED_FROM_BOTH, None)
def test_all_that_a_claim_bears_on_is_told_under_it_or_counted_as_hidden(
    map: ArgumentMap, limit: int | None
) -> None:
    root = Step(0, "", "c0" if "c0" in map.claims else "a", "for")
    steps = [root, *ended(conclusions(map, root.claim, depth=limit))]
    if limit == 0:
        assert steps == [root]
        return
    under: dict[int, list[tuple[str, str]]] = {}
    for step, parent in zip(steps, parents(steps), strict=True):
        if parent is not None:
            under.setdefault(id(parent), []).append((step.relation, step.claim))
    for step in steps:
        drawn = [(relation, end) for relation, end, _ in onward(map, step.claim, KINDS)]
        ends_here = step.depth == limit
        assert under.get(id(step), []) == ([] if step.repeat or ends_here else drawn)
        assert step.hidden == (len(drawn) if ends_here and not step.repeat else 0)


@settings(deadline=None, max_examples=150)
@given(maps())
def test_the_stance_of_a_conclusion_is_what_the_root_comes_to_for_it(map: ArgumentMap) -> None:
    steps = ended(conclusions(map, "c0"))
    for step, parent in zip(steps, parents([Step(0, "", "c0", "for"), *steps])[1:], strict=True):
        end, own = leads_to(map, map.relations[step.relation])
        assert parent is not None
        assert step.claim == end
        assert step.stance == ("for" if parent.stance == own else "against")


@settings(deadline=None, max_examples=150)
@given(maps(), limits)
def test_a_repeated_conclusion_says_where_it_is_told(map: ArgumentMap, limit: int | None) -> None:
    steps = [Step(0, "", "c0", "for"), *ended(conclusions(map, "c0", depth=limit))]
    full = {step.claim: place for place, step in enumerate(steps) if not step.repeat}
    for place, (step, way) in enumerate(zip(steps, ways(steps), strict=True)):
        assert (step.repeat == "cycle") == (step.claim in way)
        if step.repeat in {"above", "below"}:
            assert step.repeat == ("above" if full[step.claim] < place else "below")


def test_conclusions_come_as_written_and_through_what_is_undercut() -> None:
    map = map_of("b support a", "c undercut r1", "c support d", "d rebuttal a", "a support c")
    assert list(conclusions(map, "c")) == [
        Step(1, "r2", "a", "against"),
        Step(2, "r5", "c", "against", repeat="cycle"),
        Step(1, "r3", "d", "for"),
        Step(2, "r4", "a", "against", repeat="above"),
    ]


def test_symmetric_relations_lead_to_no_conclusion() -> None:
    map = map_of("a contradiction b", "a equivalence c", "a support d")
    assert [step.claim for step in conclusions(map, "a")] == ["d"]


def test_linked_premises_of_one_step_lead_to_its_conclusion_once_each() -> None:
    assert [(step.claim, step.repeat) for step in conclusions(LINKED_FROM_BOTH, "a")] == [
        ("x", ""),
        ("c", ""),
        ("d", ""),
        ("y", ""),
        ("c", "above"),
    ]


def test_conclusions_of_many_diamonds_do_not_double_at_each() -> None:
    steps = ["c0 support x0", "c0 support y0"]
    for number in range(12):
        onto = number + 1
        steps += [f"x{number} y{number} support c{onto}"]
        steps += [f"c{onto} support x{onto}", f"c{onto} support y{onto}"]
    map = map_of(*steps)
    assert len(list(conclusions(map, "c0"))) <= 2 * len(map.relations)


@pytest.mark.parametrize(
    ("map", "root", "count"),
    [(chain(), f"c{MANY - 1}", MANY - 1), (ring(), "c0", MANY), (star(), "c1", 1)],
    ids=["chain", "ring", "star"],
)
def test_conclusions_of_any_number_are_told_in_linear_time(
    map: ArgumentMap, root: str, count: int
) -> None:
    begun = process_time()
    assert len(list(conclusions(map, root))) == count
    assert process_time() - begun < 5 * pace()


def test_many_steps_on_one_tower_lead_on_in_linear_time() -> None:
    map = map_of("a support z", *(f"a undercut r{number}" for number in range(1, 8_000)))
    begun = process_time()
    assert len(told(conclusions(map, "a"))) == 1
    assert process_time() - begun < 2 * pace()
