"""A cluster that cannot do the work says so before it is given any."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from argmap import __version__
from argmap.store.batches.cluster import ClusterError, in_order, require_able

HERE = (__version__, True)


class Client:
    """A client of workers that say this of themselves."""

    def __init__(self, **workers: tuple[str, bool]) -> None:
        self._workers = workers

    def wait_for_workers(self, many: int, timeout: float) -> None:
        if len(self._workers) < many:
            raise TimeoutError(timeout)

    def run(self, asked: Callable[..., Any], *args: object) -> dict[str, tuple[str, bool]]:
        assert asked(*args) == HERE
        return self._workers


def test_workers_that_can_do_the_same_are_able(tmp_path: Path) -> None:
    require_able(Client(a=HERE, b=HERE), str(tmp_path))


@pytest.mark.parametrize(
    ("workers", "why"),
    [
        ({}, "it has no workers"),
        ({"a": HERE, "b": ("0.0.1", True)}, f"at b has argmap 0.0.1, and this is {__version__}"),
        ({"a": ("", True)}, "the worker at a has no argmap$"),
        ({"a": HERE, "b": (__version__, False)}, "the worker at b does not see /"),
    ],
)
def test_workers_that_cannot_are_named(workers: dict[str, tuple[str, bool]], why: str) -> None:
    with pytest.raises(ClusterError, match=why):
        require_able(Client(**workers), "/")


UNPICKLE = """
import pickle, sys
sys.modules["argmap"] = None
print(pickle.load(sys.stdin.buffer)("/"))
"""


def test_workers_without_argmap_understand_what_they_are_asked() -> None:
    pytest.importorskip("distributed")
    from cloudpickle import dumps  # type: ignore[import-untyped]

    class Asking(Client):
        def run(self, asked: Callable[..., Any], *args: object) -> dict[str, tuple[str, bool]]:
            done = subprocess.run(
                [sys.executable, "-c", UNPICKLE],
                input=dumps(asked), stdout=subprocess.PIPE, check=True,
            )  # fmt: skip
            assert done.stdout == b"('', True)\n"
            return super().run(asked, *args)

    require_able(Asking(a=HERE), "/")


def test_only_a_few_results_are_there_at_once() -> None:
    under_way = 0

    class Future:
        def __init__(self, answer: int) -> None:
            self.result = lambda: answer

    class Submitting:
        def nthreads(self) -> dict[str, int]:
            return {"a": 1, "b": 1}

        def submit(self, work: Callable[[int], int], item: int, *, pure: bool) -> Future:
            nonlocal under_way
            assert not pure
            under_way += 1
            return Future(work(item))

    seen: list[int] = []
    for result in in_order(Submitting(), lambda number: -number, range(100)):
        assert under_way - len(seen) <= 8
        seen.append(result)
    assert seen == [-number for number in range(100)]
