import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from argmap.store.batches.processes import in_processes


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def deadly(numbers: Sequence[int]) -> list[int]:
    """As doubled, but seven kills whoever works on it."""
    if 7 in numbers:
        os.kill(os.getpid(), 9)
    return doubled(numbers)


def killed_once(paths: Sequence[str]) -> list[int]:
    """Kills whoever is the first to work on a path."""
    for path in paths:
        if not Path(path).exists():
            Path(path).touch()
            os.kill(os.getpid(), 9)
    return [len(paths)] * len(paths)


PIECES = [[1, 2], [3], [4, 5, 6]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_piece_comes_back_with_what_came_of_it(jobs: int) -> None:
    done = in_processes(doubled, PIECES, jobs)
    assert sorted(done) == [(piece, doubled(piece)) for piece in PIECES]


def test_what_kills_its_process_is_lost_and_nothing_else() -> None:
    pieces = [[1, 2], [6, 7, 8], [9]]
    done = {number: found for piece, found in in_processes(deadly, pieces, 2) for number in piece}
    assert done.pop(7) is None
    assert done.keys() == {1, 2, 6, 8, 9}
    assert None not in done.values()


def test_a_process_that_dies_by_chance_costs_nothing(tmp_path: Path) -> None:
    paths = [[str(tmp_path / name)] for name in "abc"]
    for name in "bc":
        (tmp_path / name).touch()
    done = [*in_processes(killed_once, paths, 2)]
    assert sorted(done) == [(piece, [1]) for piece in paths]
