"""Shapley values, by the properties that define them."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.model.map import ArgumentMap
from argmap.semantics.strengths import strengths
from argmap.semantics.strengths.influences import names
from argmap.semantics.strengths.reading import network_of
from argmap.semantics.strengths.shapley import Shapley, shapley
from semantics.strengths.cases import claims, map_of, maps, relation

ALL = 10_000
"""So many orders that seven claims are reckoned with exactly."""
TWINS = map_of(
    claims(a=0.5, b=0.8, c=0.8, d=0.6, e=0.9),
    relation("r1", "support", "b", "a"),
    relation("r2", "support", "c", "a"),
    relation("r3", "rebuttal", "d", "a"),
)


def shares_of(found: Shapley | None) -> dict[str, float]:
    assert found is not None
    return {each.claim: each.share for each in found.shares}


@settings(max_examples=60)
@given(maps(), st.sampled_from(names()), st.data())
def test_the_shares_add_up_to_what_the_others_make_of_a_claim(
    map: ArgumentMap, name: str, data: st.DataObject
) -> None:
    topic = data.draw(st.sampled_from(sorted(map.claims)))
    found = shapley(network_of(map), topic, name, orders=ALL)
    strength = strengths(map, name).of_claim[topic]
    assume(found is not None and strength is not None)
    assert found is not None
    assert strength is not None
    assert found.orders == 0
    assert sum(shares_of(found).values()) == pytest.approx(strength - found.alone, abs=1e-7)


@settings(max_examples=20)
@given(maps(circular=False), st.sampled_from(names()))
def test_shares_of_drawn_orders_add_up_too_and_come_near_the_exact_ones(
    map: ArgumentMap, name: str
) -> None:
    network = network_of(map)
    for topic in map.claims:
        exact = shapley(network, topic, name, orders=ALL)
        drawn = shapley(network, topic, name, orders=2)
        assert exact is not None
        assert drawn is not None
        total = sum(shares_of(exact).values())
        assert sum(shares_of(drawn).values()) == pytest.approx(total, abs=1e-9)


def test_drawn_shares_come_to_the_exact_ones_as_the_standard_error_says() -> None:
    letters = "bcdefghijklm"
    map = map_of(
        claims(a=0.5, **{letter: 0.3 + place / 20 for place, letter in enumerate(letters)}),
        *(
            relation(f"r{place}", ("support", "rebuttal")[place % 2], letter, "a")
            for place, letter in enumerate(letters)
        ),
    )
    exact = shapley(network_of(map), "a", orders=ALL)
    drawn = shapley(network_of(map), "a", orders=300)
    again = shapley(network_of(map), "a", orders=300)
    assert exact is not None
    assert drawn is not None
    assert (exact.orders, drawn.orders) == (0, 300)
    assert drawn == again
    true = shares_of(exact)
    for each in drawn.shares:
        assert 0 < each.error < 0.01
        assert abs(each.share - true[each.claim]) < 4 * each.error


@pytest.mark.parametrize("name", names())
def test_claims_that_do_the_same_share_alike_and_what_has_no_bearing_has_no_share(
    name: str,
) -> None:
    shares = shares_of(shapley(network_of(TWINS), "a", name, orders=ALL))
    assert shares["b"] == pytest.approx(shares["c"])
    assert "e" not in shares
    assert "a" not in shares


def test_the_shares_of_linked_premises_are_worked_out_by_hand() -> None:
    # Only together do b and c lift a from 0.5: by (0.36 / 1.36) of what is missing to 1.
    map = map_of(claims(a=0.5, b=0.6, c=0.9), relation("r1", "support", "bc", "a"))
    found = shapley(network_of(map), "a", orders=ALL)
    each = 0.5 * (0.36 / 1.36) / 2
    assert shares_of(found) == {"b": pytest.approx(each), "c": pytest.approx(each)}
    assert found is not None
    assert found.alone == 0.5
