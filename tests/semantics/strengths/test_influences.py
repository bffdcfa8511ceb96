"""The laws of every semantics, and its slopes against finite differences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.semantics.strengths.influences import Influence, named, names

unit = st.floats(0, 1).map(lambda number: round(number, 3))
some = st.lists(unit, max_size=5)
influences = st.sampled_from(names()).map(named)
STEP = 1e-6


def test_one_file_is_one_semantics() -> None:
    assert names() == ["df-quad", "euler", "h-categoriser", "mlp", "quadratic-energy"]
    with pytest.raises(KeyError):
        named("network")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("quadratic-energy", 0.5 + 0.5 * 0.09 / 1.09),
        ("df-quad", 0.5 + 0.5 * (0.86 - 0.5)),
        ("euler", 1 - 0.75 / (1 + 0.5 * 2.718281828459045**0.3)),
        ("h-categoriser", 0.5 / 1.5),
        ("mlp", 1 / (1 + 2.718281828459045**-0.6)),
    ],
)
def test_strengths_that_follow_from_the_definitions(name: str, expected: float) -> None:
    attackers = [0.5]
    supporters = {"quadratic-energy": [0.8], "df-quad": [0.8, 0.3], "euler": [0.8]}.get(name)
    if name == "mlp":
        supporters = [0.8, 0.3]
    assert named(name).strength(0.5, attackers, supporters or []) == pytest.approx(
        expected, abs=1e-12
    )


@given(influences, unit, some, some)
def test_a_strength_is_a_number_from_0_to_1(
    influence: Influence, base: float, attackers: list[float], supporters: list[float]
) -> None:
    assert 0 <= influence.strength(base, attackers, supporters) <= 1


@given(influences, unit)
def test_many_strong_reasons_overflow_nothing(influence: Influence, base: float) -> None:
    many = [1.0] * 2000
    for attackers, supporters in ([], many), (many, []), (many, many):
        assert 0 <= influence.strength(base, attackers, supporters) <= 1
        assert influence.slopes(base, attackers, supporters).base >= 0


@given(influences, unit)
def test_balance_nothing_for_or_against_leaves_the_base(influence: Influence, base: float) -> None:
    assert influence.strength(base, [], []) == base


@given(influences, unit, some, some)
def test_neutrality_what_has_strength_0_counts_for_nothing(
    influence: Influence, base: float, attackers: list[float], supporters: list[float]
) -> None:
    bare = influence.strength(base, attackers, supporters)
    assert influence.strength(base, [*attackers, 0.0], [0.0, *supporters]) == pytest.approx(
        bare, abs=1e-12
    )


@given(influences, unit, some, some, unit, unit)
def test_monotony_stronger_support_never_lowers_and_stronger_attack_never_raises(
    influence: Influence,
    base: float,
    attackers: list[float],
    supporters: list[float],
    one: float,
    other: float,
) -> None:
    weak, strong = sorted((one, other))
    slack = 1e-12
    strength = influence.strength
    assert (
        strength(base, attackers, [*supporters, weak])
        <= strength(base, attackers, [*supporters, strong]) + slack
    )
    assert (
        strength(base, [*attackers, strong], supporters)
        <= strength(base, [*attackers, weak], supporters) + slack
    )
    assert strength(weak, attackers, supporters) <= strength(strong, attackers, supporters) + slack


@given(st.sampled_from(["quadratic-energy", "df-quad", "mlp"]), unit, some, some)
def test_duality_attack_and_support_are_mirror_images(
    name: str, base: float, attackers: list[float], supporters: list[float]
) -> None:
    strength = named(name).strength
    mirrored = 1 - strength(1 - base, supporters, attackers)
    assert strength(base, attackers, supporters) == pytest.approx(mirrored, abs=1e-12)


@given(influences, unit, some, some)
def test_order_does_not_matter(
    influence: Influence, base: float, attackers: list[float], supporters: list[float]
) -> None:
    there = influence.strength(base, attackers, supporters)
    back = influence.strength(base, attackers[::-1], sorted(supporters))
    assert there == pytest.approx(back, abs=1e-12)


inner = st.floats(0.05, 0.95)


@given(influences, inner, st.lists(inner, max_size=4), st.lists(inner, max_size=4))
def test_slopes_are_what_finite_differences_come_to(
    influence: Influence, base: float, attackers: list[float], supporters: list[float]
) -> None:
    slopes = influence.slopes(base, attackers, supporters)
    given = [base, *attackers, *supporters]
    cut = 1 + len(attackers)

    def at(values: list[float]) -> float:
        return influence.strength(values[0], values[1:cut], values[cut:])

    for place, slope in enumerate([slopes.base, *slopes.attackers, *slopes.supporters]):
        up, down = list(given), list(given)
        up[place] += STEP
        down[place] -= STEP
        right, left = (at(up) - at(given)) / STEP, (at(given) - at(down)) / STEP
        # DF-QuAD has a kink where attack equals support: there the slope is one of the two.
        assert min(abs(slope - right), abs(slope - left)) < 1e-4
