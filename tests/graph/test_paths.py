from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.graph.paths import Chain, Link, chains
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation, Stance
from small_maps import LARGE, MANY, map_of, maps


def _said(chain: Chain) -> str:
    links = (
        f" {'+' if link.stance == 'for' else '-'}{link.relation} {link.claim}"
        for link in chain.links
    )
    return chain.start + "".join(links)


def _all_said(map: ArgumentMap, start: str, goal: str, limit: int = 10) -> list[str]:
    return [_said(chain) for chain in chains(map, start, goal, limit).chains]


def _arrivals(map: ArgumentMap, relation: Relation) -> list[tuple[str, Stance]]:
    """Where a relation leads to and what it says there, by the definition."""
    found: list[tuple[str, Stance]] = []
    if relation.target_type == "claim":
        found.append((relation.target, relation.stance))
    else:
        for end, step in _arrivals(map, map.relations[relation.target]):
            found.append((end, "for" if step == relation.stance else "against"))
    if relation.symmetric:
        found += [(premise, relation.stance) for premise in relation.premises]
    return found


def _by_force(map: ArgumentMap, start: str, goal: str) -> list[tuple[Link, ...]]:
    """Every simple chain, by trying all."""
    onward: dict[str, dict[Link, None]] = {claim: {} for claim in map.claims}
    for relation in map.relations.values():
        ends = _arrivals(map, relation)
        own = [relation.target, *relation.premises] if relation.symmetric else relation.premises
        for premise, (end, stance) in product(own, ends):
            if premise in map.claims:
                onward[premise][Link(relation.id, end, stance)] = None

    def extend(way: tuple[Link, ...], passed: tuple[str, ...]) -> list[tuple[Link, ...]]:
        if passed[-1] == goal:
            return [way]
        return [
            chain
            for link in onward[passed[-1]]
            if link.claim not in passed and not (way and way[-1].relation == link.relation)
            for chain in extend((*way, link), (*passed, link.claim))
        ]

    return extend((), (start,)) if start != goal else []


def test_chains_come_shortest_first_and_tell_what_they_say_for_the_goal() -> None:
    map = map_of("b support a", "c support b", "c rebuttal a")
    found = chains(map, "c", "a")
    assert [_said(chain) for chain in found.chains] == ["c -r3 a", "c +r2 b +r1 a"]
    assert [chain.stance for chain in found.chains] == ["against", "for"]
    assert (found.truncated, found.gave_up) == (False, False)


@pytest.mark.parametrize(
    ("steps", "chain", "stance"),
    [
        (("b support a", "c undercut r1"), "c -r2 a", "against"),
        (("b rebuttal a", "c undercut r1"), "c +r2 a", "for"),
        (("b support a", "x undercut r1", "c undercut r2"), "c +r3 a", "for"),
        (("b rebuttal a", "c support r1"), "c -r2 a", "against"),
        (("b rebuttal a", "c rebuttal b"), "c -r2 b -r1 a", "for"),
        (("b contradiction a", "c entailment b"), "c +r2 b -r1 a", "against"),
        (("a equivalence b", "c x support b"), "c +r2 b +r1 a", "for"),
    ],
)
def test_each_link_says_what_it_comes_to_for_the_claim_it_arrives_at(
    steps: tuple[str, ...], chain: str, stance: str
) -> None:
    found = chains(map_of(*steps), "c", "a")
    assert [_said(chain) for chain in found.chains] == [chain]
    assert [chain.stance for chain in found.chains] == [stance]


def test_parallel_relations_make_different_chains_in_the_order_written() -> None:
    map = map_of("b support a", "b entailment a", "c support b", "c rebuttal b")
    expected = ["c +r3 b +r1 a", "c +r3 b +r2 a", "c -r4 b +r1 a", "c -r4 b +r2 a"]
    assert _all_said(map, "c", "a") == expected


def test_there_is_no_chain_against_the_direction_of_reasoning() -> None:
    map = map_of("b support a", "c")
    assert _all_said(map, "a", "b") == []
    assert _all_said(map, "c", "a") == []


def test_there_is_no_chain_from_a_claim_to_itself() -> None:
    assert _all_said(map_of("a support a", "b support a", "a support b"), "a", "a") == []


def test_what_is_left_out_is_told() -> None:
    map = map_of("b support a", "b support a", "b support a")
    two, three = chains(map, "b", "a", 2), chains(map, "b", "a", 3)
    assert (len(two.chains), two.truncated, two.gave_up) == (2, True, False)
    assert (len(three.chains), three.truncated) == (3, False)


@given(maps(most=5), st.integers(1, 30))
def test_chains_are_those_found_by_trying_all_in_order_of_length(
    map: ArgumentMap, limit: int
) -> None:
    start = f"c{len(map.claims) - 1}"
    expected = sorted(_by_force(map, start, "c0"), key=len)
    found = chains(map, start, "c0", limit)
    ways = [chain.links for chain in found.chains]
    assert [len(way) for way in ways] == [len(way) for way in expected[:limit]]
    assert len(set(ways)) == len(ways)
    assert set(ways) <= set(expected)
    assert found.truncated == (len(expected) > limit)
    for chain in found.chains:
        against = sum(link.stance == "against" for link in chain.links)
        assert chain.stance == ("against" if against % 2 else "for")


def _ladder(rungs: int) -> ArgumentMap:
    """Two ways at each rung: the number of chains is two to the power of the rungs."""
    steps = (
        f"{side}{n} support c{n - 1}|c{n} support {side}{n}"
        for n in range(1, rungs + 1)
        for side in "xy"
    )
    return map_of(*(line for step in steps for line in step.split("|")))


def test_the_first_of_very_many_chains_come_at_once() -> None:
    found = chains(_ladder(500), "c500", "c0", 5)
    assert [len(chain.links) for chain in found.chains] == [1000] * 5
    assert (found.truncated, found.gave_up) == (True, False)


def _knot(size: int) -> ArgumentMap:
    """A goal that can be reached by one link alone, from a clique where all ways lead astray."""
    clique = [
        f"k{one} support k{other}" for one in range(size) for other in range(size) if one != other
    ]
    return map_of("start support goal", "k0 support start", "start support k0", *clique)


def test_a_search_that_grows_too_long_ends_and_says_so() -> None:
    found = chains(_knot(25), "start", "goal", effort=20_000)
    assert [_said(chain) for chain in found.chains] == ["start +r1 goal"]
    assert (found.truncated, found.gave_up) == (True, True)


@pytest.mark.parametrize(
    ("shape", "start", "links"),
    [
        ("chain", MANY - 1, MANY - 1),
        ("ring", MANY // 2, MANY // 2),
        ("star", 7, 1),
        ("tower", MANY, 1),
    ],
)
def test_size_is_no_limit(shape: str, start: int, links: int) -> None:
    found = chains(LARGE[shape](), f"c{start}", "c0")
    assert [len(chain.links) for chain in found.chains] == [links]
    assert not found.truncated
