"""Contributions, against finite differences and against evaluation without what is removed."""

from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.model.map import ArgumentMap
from argmap.semantics.strengths import strengths
from argmap.semantics.strengths.contributions import by_removal, contributions
from argmap.semantics.strengths.influences import names
from argmap.semantics.strengths.network import Linked
from argmap.semantics.strengths.reading import network_of
from semantics.strengths.cases import claims, map_of, maps, relation

STEP = 1e-5


def slopes_at(
    map: ArgumentMap, topic: str, name: str, linked: Linked, id: str, weight: float
) -> tuple[float, float]:
    """The finite differences on both sides of a weight."""
    low, here, high = (
        strengths(map, name, linked=linked, overrides={id: each}).of_claim[topic] or 0.0
        for each in (weight - STEP, weight, weight + STEP)
    )
    return (here - low) / STEP, (high - here) / STEP


@settings(max_examples=60)
@given(maps(), st.sampled_from(names()), st.sampled_from(get_args(Linked)), st.data())
def test_contributions_are_what_finite_differences_come_to(
    drawn: ArgumentMap, name: str, linked: Linked, data: st.DataObject
) -> None:
    topic = data.draw(st.sampled_from(sorted(drawn.claims)))
    weights = {id: data.draw(st.floats(0.1, 0.9)) for id in (*drawn.claims, *drawn.relations)}
    map = ArgumentMap(
        [c._replace(weight=weights[c.id]) for c in drawn.claims.values()],
        [r._replace(weight=weights[r.id]) for r in drawn.relations.values()],
    )
    found = contributions(network_of(map, linked=linked), topic, name)
    assume(found is not None)
    assert found is not None
    for id, slope in (found.of_claim | found.of_relation).items():
        left, right = slopes_at(map, topic, name, linked, id, weights[id])
        if abs(left - right) < 1e-3:  # else a weakest link or DF-QuAD has a kink just there
            assert slope == pytest.approx((left + right) / 2, abs=2e-4)


def test_conflicts_and_equivalences_contribute() -> None:
    map = map_of(
        claims(a=0.9, b=0.4, c=0.3, d=0.6, e=0.5),
        relation("r1", "contrary", "a", "b", 0.8),
        relation("r2", "equivalence", "b", "c"),
        relation("r3", "undercut", "d", "r1", 0.7),
        relation("r4", "support", "c", "e", 0.5),
    )
    found = contributions(network_of(map), "e")
    assert found is not None
    assert found.of_claim["b"] == found.of_claim["c"] > 0 > found.of_claim["a"]
    assert found.of_claim["d"] > 0
    weights = {"a": 0.9, "b": 0.4, "d": 0.6, "e": 0.5, "r1": 0.8, "r3": 0.7, "r4": 0.5}
    for id, weight in weights.items():
        left, right = slopes_at(map, "e", "quadratic-energy", "weakest", id, weight)
        assert (found.of_claim | found.of_relation)[id] == pytest.approx(
            (left + right) / 2, abs=1e-4
        )


@settings(max_examples=60)
@given(maps(), st.sampled_from(names()))
def test_removal_is_evaluation_without_the_relation(map: ArgumentMap, name: str) -> None:
    for topic in map.claims:
        before = strengths(map, name).of_claim[topic]
        removals = by_removal(network_of(map), topic, name)
        if before is None:
            assert removals is None
            continue
        assert removals is not None
        assert {r.relation for r in removals} == {r.id for r in map.bearing_on(topic)}
        for removal in removals:
            after = strengths(map, name, withdrawn={removal.relation}).of_claim[topic]
            if removal.difference is None or after is None:
                continue  # what does not settle with a circle may do so without it
            assert removal.difference == pytest.approx(before - after, abs=1e-8)


def test_deep_chains_have_contributions() -> None:
    length = 20_000
    relations = [f"r{number}" for number in range(length)]
    map = ArgumentMap(
        [claim for number in range(length) for claim in claims(**{f"c{number}": 0.9})],
        [
            relation(id, "support", "x", "y")._replace(
                premises=(f"c{number}",), target=f"c{number + 1}", target_type="claim"
            )
            for number, id in enumerate(relations[:-1])
        ],
    )
    found = contributions(network_of(map), f"c{length - 1}")
    assert found is not None
    assert found.of_claim[f"c{length - 1}"] > found.of_claim[f"c{length - 2}"] > 0
