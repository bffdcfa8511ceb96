"""Work that is shared among processes of this machine, and survives the death of any."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], list[R]]
_AHEAD = 3
"""Pieces of work that wait for each process."""


def in_processes(
    work: Work[T, R], pieces: Iterable[list[T]], jobs: int
) -> Iterator[tuple[list[T], list[R] | None]]:
    """Each piece with what came of it, as they are done; nothing if it kills who works on it.

    What dies with a process is done anew, item by item, so that only that item is lost which is
    to blame. One job is done here, without another process.
    """
    if jobs == 1:
        for piece in pieces:
            yield piece, work(piece)
        return
    lost: list[list[T]] = []
    yield from _shared(work, iter(pieces), jobs, lost)
    for piece in lost:
        for item in piece:
            again: list[list[T]] = []
            yield from _shared(work, iter([[item]]), 1, again)
            yield from ((one, None) for one in again)


def _shared(
    work: Work[T, R], pieces: Iterator[list[T]], jobs: int, lost: list[list[T]]
) -> Iterator[tuple[list[T], list[R]]]:
    """What comes of the pieces; those that were being worked on when a process died are lost."""
    from concurrent.futures import FIRST_COMPLETED, wait
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(jobs)
    waiting: dict[Future[list[R]], list[T]] = {}
    try:
        while True:
            for piece in islice(pieces, jobs * _AHEAD - len(waiting)):
                waiting[pool.submit(work, piece)] = piece
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            broken = False
            for future in done:
                piece = waiting.pop(future)
                try:
                    found = future.result()
                except BrokenProcessPool:
                    lost.append(piece)
                    broken = True
                    continue
                yield piece, found
            if broken:
                lost += waiting.values()
                waiting.clear()
                pool.shutdown(cancel_futures=True)
                pool = _pool(jobs)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Started afresh, and not copied: a copy has no threads, and may wait for one for ever.
    return ProcessPoolExecutor(jobs, get_context("spawn"), _begin)


def _begin() -> None:
    """What a process does first: it leaves Ctrl-C to the one that began it, and dies with it."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    import os
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
