from itertools import combinations
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph.pairs import Pair, pairs
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, SYMMETRIC
from pace import pace
from small_maps import map_of

KINDS = ["support", "rebuttal", "contradiction", "contrary", "equivalence", "entailment"]
claims = st.sampled_from("abcd")
lines = st.tuples(claims, st.sampled_from(KINDS), claims).map(" ".join)
drawn = st.lists(lines, max_size=8).map(lambda steps: map_of(*"abcd", *steps))


def speaks(map: ArgumentMap) -> set[tuple[str, bool, str]]:
    """Which claim speaks for or against which, by a relation in its own direction or either."""
    found = set()
    for relation in map.relations.values():
        (premise,) = relation.premises
        found.add((premise, relation.kind not in AGAINST, relation.target))
        if relation.kind in SYMMETRIC:
            found.add((relation.target, relation.kind not in AGAINST, premise))
    return found


@settings(deadline=None, max_examples=300)
@given(drawn)
def test_pairs_speak_against_each_other_and_for_and_against_a_third(map: ArgumentMap) -> None:
    said = speaks(map)
    expected = []
    for one, other in combinations(map.claims, 2):
        mutual = (one, False, other) in said and (other, False, one) in said
        thirds = set(map.claims) - {one, other}
        if mutual and any(
            (one, stance, over) in said and (other, not stance, over) in said
            for over in thirds
            for stance in (True, False)
        ):
            expected.append({one, other})
    found = pairs(map)
    assert [{pair.pro, pair.con} for pair in found] == expected
    for pair in found:
        assert (pair.pro, True, pair.over) in said
        assert (pair.con, False, pair.over) in said


@pytest.mark.parametrize(
    "mutual",
    [
        ["pro rebuttal con", "con rebuttal pro"],
        ["pro contradiction con"],
        ["con contrary pro"],
        ["pro contrary con", "con rebuttal pro"],
    ],
)
def test_the_edges_of_a_sword_are_a_pair(mutual: list[str]) -> None:
    map = map_of("pro support worth", "con rebuttal worth", *mutual)
    assert pairs(map) == [Pair("pro", "con", "worth")]


def test_the_claim_that_speaks_for_comes_first_though_it_is_written_last() -> None:
    map = map_of("con rebuttal worth", "pro support worth", "con contradiction pro")
    assert pairs(map) == [Pair("pro", "con", "worth")]


@pytest.mark.parametrize(
    "steps",
    [
        ["pro support worth", "con rebuttal worth"],
        ["pro support worth", "con rebuttal worth", "con rebuttal pro"],
        ["pro support worth", "con support worth", "con contradiction pro"],
        ["pro support worth", "con rebuttal other", "con contradiction pro"],
        ["con contradiction pro"],
        ["pro support con", "con rebuttal pro", "pro rebuttal con"],
        ["pro contradiction pro", "pro support worth"],
        ["pro equivalence con", "pro support worth", "con rebuttal worth"],
    ],
)
def test_other_claims_are_no_pair(steps: list[str]) -> None:
    assert pairs(map_of(*steps)) == []


def test_what_undercuts_a_step_speaks_against_where_it_leads() -> None:
    steps = ["pro support worth", "e support worth", "con undercut r2", "con contradiction pro"]
    assert pairs(map_of(*steps)) == [Pair("pro", "con", "worth")]
    steps = ["con rebuttal worth", "e rebuttal worth", "pro undercut r2", "con contradiction pro"]
    assert pairs(map_of(*steps)) == [Pair("pro", "con", "worth")]


def test_a_symmetric_relation_means_the_same_written_from_either_end() -> None:
    for third in ("con contrary worth", "worth contrary con"):
        assert pairs(map_of("worth", "pro support worth", third, "pro contradiction con")) == [
            Pair("pro", "con", "worth")
        ]


def test_pairs_come_in_the_order_of_their_claims() -> None:
    map = map_of(
        "w", "a", "b", "c", "d",
        "c contradiction d", "d support w", "c rebuttal w",
        "a contradiction b", "a support w", "b rebuttal w",
    )  # fmt: skip
    assert pairs(map) == [Pair("a", "b", "w"), Pair("d", "c", "w")]


def test_many_pairs_are_found_in_linear_time() -> None:
    steps = [
        line
        for n in range(10_000)
        for line in (f"p{n} support w", f"q{n} rebuttal w", f"p{n} contradiction q{n}")
    ]
    map = map_of(*steps)
    begun = process_time()
    assert len(pairs(map)) == 10_000
    assert process_time() - begun < 3 * pace()


def test_many_steps_on_one_tower_are_followed_in_linear_time() -> None:
    steps = ["a support z", *(f"a undercut r{number}" for number in range(1, 8_000))]
    map = map_of(*steps, "a contradiction b", "b support z")
    begun = process_time()
    pairs(map)
    assert process_time() - begun < 2 * pace()
