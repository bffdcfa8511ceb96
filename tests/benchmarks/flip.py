"""What the smallest set that changes a verdict costs: maps of 1,000, 10,000 and 30,000 claims.

Run by hand: ``python tests/benchmarks/flip.py``. The last column is the ratio to evaluating once.
"""

import random
import time

from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.semantics.evaluation import evaluate
from argmap.semantics.flip import Question, flips, wanted_of


def made(claims: int, seed: int = 1) -> ArgumentMap:
    """A map like an argument: each claim but the first bears on an earlier one, some on two."""
    chance = random.Random(seed)  # noqa: S311  # a map, and no secret
    relations: list[Relation] = []
    for number in range(1, claims):
        for _ in range(1 + (chance.random() < 0.1)):
            target = chance.randrange(max(0, number - 40), number)
            kind: Kind = "support" if chance.random() < 0.7 else "rebuttal"
            relations.append(Relation(f"r{len(relations)}", kind, (f"c{number}",), f"c{target}"))
    return ArgumentMap([Claim(f"c{number}") for number in range(claims)], relations)


def main() -> None:
    """Print a line for each size."""
    print("claims  evaluate  flip (3 sets)  size  ratio")
    for size in (1_000, 10_000, 30_000):
        map = made(size)
        begun = time.process_time()
        label = evaluate(map).verdicts.claims["c0"]
        evaluated = time.process_time() - begun
        begun = time.process_time()
        found = flips(map, Question("c0", wanted_of(label)))
        flipped = time.process_time() - begun
        least = len(found.sets[0].elements) if found.sets else 0
        print(f"{size:6}  {evaluated:7.3f}  {flipped:12.3f}  {least:4}  {flipped / evaluated:5.1f}")


if __name__ == "__main__":
    main()
