"""Strengths of random frameworks and maps: processor seconds, by hand.

    python tests/benchmarks/strengths.py

A framework has 1.5 pairs a claim, half of them attacks, with random base scores. ``map`` is the
same as an argument map, each pair a relation: reading and solving together. In ``circular`` the
pairs lead anywhere, else to later claims only.
"""  # fmt: skip

import random
from time import process_time

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.semantics.strengths import strengths
from argmap.semantics.strengths.contributions import contributions
from argmap.semantics.strengths.influences import DEFAULT, named
from argmap.semantics.strengths.network import plain
from argmap.semantics.strengths.solving import solve

CASES = [(10_000, False), (100_000, False), (10_000, True)]


def drawn(size: int, *, circular: bool) -> tuple[dict[str, float], list[tuple[str, str]]]:
    """Base scores, and pairs of names; the same each time."""
    luck = random.Random(size)  # noqa: S311  # no secret
    names = [f"c{number}" for number in range(size)]
    pairs = []
    for _ in range(size * 3 // 2):
        one, other = luck.sample(range(size), 2)
        if not circular and one > other:
            one, other = other, one
        pairs.append((names[one], names[other]))
    return {name: luck.random() for name in names}, pairs


def main() -> None:
    """Print a line for each case."""
    print(f"{'claims':>8} {'build':>7} {'solve':>7} {'map':>7} {'contributions':>14}  found")
    for size, circular in CASES:
        bases, pairs = drawn(size, circular=circular)
        begun = process_time()
        network = plain(bases, pairs[::2], pairs[1::2])
        built = process_time()
        lost = solve(network, named(DEFAULT)).lost
        solved = process_time()
        contributions(network, f"c{size - 1}")
        contributed = process_time()
        map = ArgumentMap(
            [Claim(name, weight=base) for name, base in bases.items()],
            [
                Relation(f"r{number}", "support" if number % 2 else "rebuttal", (one,), other)
                for number, (one, other) in enumerate(pairs)
            ],
        )
        ready = process_time()
        strengths(map)
        done = process_time()
        print(
            f"{size:8} {built - begun:7.3f} {solved - built:7.3f} {done - ready:7.3f} "
            f"{contributed - solved:14.3f}  {size - len(lost)}{' (circular)' if circular else ''}"
        )


if __name__ == "__main__":
    main()
