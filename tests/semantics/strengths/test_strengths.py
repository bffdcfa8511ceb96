"""Strengths of whole maps: what each kind of relation comes to, and the laws for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind
from argmap.semantics.strengths import strengths
from argmap.semantics.strengths.influences import named, names
from semantics.strengths.cases import claims, map_of, maps, relation, unit

QE = named("quadratic-energy").strength
semantics = st.sampled_from(names())


def of(map: ArgumentMap, claim: str, **options: object) -> float:
    found = strengths(map, **options)  # type: ignore[arg-type]  # any of its options
    strength = found.of_claim[claim]
    assert strength is not None
    return strength


@pytest.mark.parametrize("kind", ["support", "entailment", "rebuttal"])
def test_a_single_premise_is_as_in_a_plain_framework(kind: Kind) -> None:
    map = map_of(claims(a=0.8, t=0.4), relation("r1", kind, "a", "t"))
    parts: tuple[list[float], list[float]] = ([0.8], []) if kind == "rebuttal" else ([], [0.8])
    assert of(map, "t") == QE(0.4, *parts)
    assert strengths(map).of_relation == {"r1": 0.8}


def test_linked_premises_are_as_strong_as_the_weakest_or_as_their_product() -> None:
    map = map_of(claims(a=0.8, b=0.5, t=0.4), relation("r1", "support", "ab", "t", 0.9))
    assert of(map, "t") == QE(0.4, [], [0.9 * 0.5])
    assert of(map, "t", linked="product") == pytest.approx(QE(0.4, [], [0.9 * 0.8 * 0.5]))


def test_an_undercut_weakens_the_step_and_backing_strengthens_it() -> None:
    step = relation("r1", "support", "a", "t")
    under = map_of(claims(a=0.8, u=0.6, t=0.4), step, relation("r2", "undercut", "u", "r1"))
    assert of(under, "t") == QE(0.4, [], [QE(0.8, [0.6], [])])
    backed = map_of(claims(a=0.8, u=0.6, t=0.4), step, relation("r2", "support", "u", "r1"))
    assert of(backed, "t") == QE(0.4, [], [QE(0.8, [], [0.6])])
    assert of(backed, "a") == 0.8


@pytest.mark.parametrize("kind", ["contrary", "contradiction"])
def test_a_conflict_bears_on_each_end(kind: Kind) -> None:
    map = map_of(claims(a=0.9, b=0.5, c=0.2), relation("r1", kind, "ab", "c"))
    found = strengths(map).of_claim
    a, b, c = (found[id] or 0.0 for id in "abc")
    assert a == pytest.approx(QE(0.9, [b, c], []), abs=1e-9)
    assert b == pytest.approx(QE(0.5, [a, c], []), abs=1e-9)
    assert c == pytest.approx(QE(0.2, [a, b], []), abs=1e-9)


def test_equivalent_claims_are_one() -> None:
    map = map_of(
        [Claim("a"), Claim("b", weight=0.3), Claim("c", weight=0.9), Claim("s"), Claim("x")],
        relation("r1", "equivalence", "ab", "c"),
        relation("r2", "support", "s", "c"),
        relation("r3", "rebuttal", "x", "a", 0.4),
        relation("r4", "undercut", "x", "r1"),
    )
    found = strengths(map)
    assert found.of_claim["a"] == found.of_claim["b"] == found.of_claim["c"]
    assert found.of_claim["a"] == QE(0.3, [0.4 * 0.5], [0.5])
    assert "r1" not in found.of_relation
    apart = strengths(map, withdrawn={"r1"})
    assert apart.of_claim["b"] == 0.3


def test_base_scores() -> None:
    no = {"assumed": False}
    map = map_of(
        [Claim("a"), Claim("b", data=no), Claim("c", data=no), Claim("d", weight=0.7, data=no)],
        relation("r1", "support", "a", "c"),
        relation("r2", "rebuttal", "a", "b", 0),
    )
    found = strengths(map).of_claim
    assert found["a"] == 0.5
    assert found["b"] == 0.0
    assert found["c"] == QE(0.5, [], [0.5])
    assert found["d"] == 0.7


def test_what_if() -> None:
    map = map_of(claims(a=0.8, t=0.4), relation("r1", "support", "a", "t"))
    assert of(map, "t", overrides={"a": 0.1}) == QE(0.4, [], [0.1])
    assert of(map, "t", overrides={"r1": 0.5}) == QE(0.4, [], [0.4])
    assert of(map, "t", withdrawn={"a"}) == of(map, "t", withdrawn={"r1"}) == 0.4
    assert of(map, "t", withdrawn={"t"}) == 0.0
    assert strengths(map, withdrawn={"r1"}).of_relation == {}
    beyond = map_of(claims(a=1.0, t=0.0), relation("r1", "support", "a", "t", 7.0))
    assert of(beyond, "t") == QE(0.0, [], [1.0])


def test_a_relation_both_ways_is_as_strong_as_its_stronger_one() -> None:
    map = map_of(claims(a=1, b=0), relation("r1", "contrary", "a", "b"))
    assert strengths(map).of_relation == {"r1": 1.0}


@given(semantics, maps())
def test_strengths_are_bounded_and_fulfil_their_equations(name: str, map: ArgumentMap) -> None:
    found = strengths(map, name)
    for strength in (*found.of_claim.values(), *found.of_relation.values()):
        assert strength is None or 0 <= strength <= 1
    if not found.converged:
        assert found.unsettled
        return
    for claim in map.claims.values():
        on = map.bearing_on(claim.id)
        parts = [
            [found.of_relation[r.id] or 0.0 for r in on if r.stance == stance]
            for stance in ("against", "for")
        ]
        base = 0.5 if claim.weight is None else claim.weight
        there = named(name).strength(base, *parts)
        assert found.of_claim[claim.id] == pytest.approx(there, abs=1e-8)


@given(maps(circular=False), st.sampled_from("abcdefg"), unit)
def test_a_claim_that_a_change_does_not_reach_keeps_its_strength(
    map: ArgumentMap, claim: str, weight: float
) -> None:
    before, after = strengths(map), strengths(map, overrides={claim: weight})
    for id in map.claims:
        if id < claim:
            assert before.of_claim[id] == after.of_claim[id]


@given(semantics, maps())
def test_neither_names_nor_order_matter(name: str, map: ArgumentMap) -> None:
    new = {id: f"{id}'" for id in (*map.claims, *map.relations)}
    other = ArgumentMap(
        [c._replace(id=new[c.id]) for c in reversed([*map.claims.values()])],
        [
            r._replace(
                id=new[r.id],
                premises=tuple(new[p] for p in reversed(r.premises)),
                target=new[r.target],
            )
            for r in reversed([*map.relations.values()])
        ],
    )
    there, back = strengths(map, name), strengths(other, name)
    assert there.converged == back.converged
    for id, strength in there.of_claim.items():
        assert back.of_claim[new[id]] == (
            None if strength is None else pytest.approx(strength, abs=1e-12)
        )
