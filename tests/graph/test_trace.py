from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.graph.trace import Step, conclusions, kinds_on, reasons, turned
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, KINDS, Relation, Stance
from pace import pace
from small_maps import LARGE, MANY, chain, map_of, maps, ring, star

limits = st.none() | st.integers(0, 4)
sides = st.sampled_from([None, "support", "rebuttal"])
some_roots = st.lists(st.sampled_from(["c0", "c1", "c2"]), min_size=1, max_size=3)

UNDERCUT_TWICE_SEEN = map_of(
    "b support a", "c support a", "b contrary c", "u undercut r3"
)  # the contrary is seen from b and from c, and what undercuts it with it
LINKED_FROM_BOTH = map_of("a support x", "a support y", "x y support c", "c support d")


def ended(steps: Iterator[Step]) -> list[Step]:
    """The steps of a trace of a small map; fails if there is no end of them."""
    found = list(islice(steps, 2_000))
    assert len(found) < 2_000
    return found


def within(map: ArgumentMap, roots: Iterable[str]) -> list[str]:
    return [root for root in roots if root in map.claims]


def distances_down(map: ArgumentMap, roots: Iterable[str], kinds: Iterable[str]) -> dict[str, int]:
    """Relations between the roots and each claim under them; what undercuts adds one more."""
    kinds = set(kinds)
    found = dict.fromkeys(roots, 0)
    waiting = list(found)
    steps: dict[str, int] = {}
    for node in waiting:  # grows under way
        at = found[node] if node in found else steps[node]
        for relation in map.bearing_on(node):
            if relation.kind not in kinds:
                continue
            ends = map.premises_for(relation, node)
            for premise in ends:
                if premise not in found:
                    found[premise] = at + 1
                    waiting.append(premise)
            # A symmetric relation with a step has no other end at a claim, and is not told there.
            if ends and relation.id not in steps:
                steps[relation.id] = at + 1
                waiting.append(relation.id)
    return found


def leads_to(map: ArgumentMap, relation: Relation) -> tuple[str, Stance]:
    """The claim that a relation comes out at, and what it comes to for that claim."""
    stance = relation.stance
    while relation.target_type == "relation":
        relation = map.relations[relation.target]
        stance = turned(stance, relation)
    return relation.target, stance


def onward(map: ArgumentMap, claim: str, kinds: Iterable[str]) -> list[tuple[str, str, Stance]]:
    return [
        (relation.id, *leads_to(map, relation))
        for relation in map.drawn_from(claim)
        if relation.kind in kinds and not relation.symmetric
    ]


def distances_up(map: ArgumentMap, root: str, kinds: Iterable[str]) -> dict[str, int]:
    found = {root: 0}
    waiting = [root]
    for claim in waiting:  # grows under way
        for _, end, _ in onward(map, claim, kinds):
            if end not in found:
                found[end] = found[claim] + 1
                waiting.append(end)
    return found


def told(steps: Iterable[Step]) -> dict[str, int]:
    """The claims told in full, each with its depth; fails if one is told twice."""
    full = [step for step in steps if not step.repeat]
    assert max(Counter(step.claim for step in full).values(), default=1) == 1
    return {step.claim: step.depth for step in full}


def parents(steps: list[Step]) -> list[Step | None]:
    """For each step the one above it on its chain."""
    found: list[Step | None] = []
    path: list[Step] = []
    for step in steps:
        del path[step.depth :]
        found.append(path[-1] if path else None)
        path += [step] * (step.depth + 1 - len(path))
    return found


def ways(steps: list[Step]) -> list[list[str]]:
    """For each step the claims above it on its chain."""
    found, path = [], list[str]()
    for step in steps:
        del path[step.depth :]
        found.append(list(path))
        path += [step.claim] * (step.depth + 1 - len(path))
    return found


# ── downwards ─────────────────────────────────────────────────────────────────────────────────


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


# ── upwards ───────────────────────────────────────────────────────────────────────────────────


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
