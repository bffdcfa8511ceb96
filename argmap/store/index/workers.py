"""Reading files in several processes at once, handed over in the order asked for."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Asked = TypeVar("Asked")
Given = TypeVar("Given")

_END = None


class WorkerLostError(Exception):
    """A process that read files ended before it was done, or could not do what it was asked."""


def streams(
    asked: Sequence[Asked], make: Callable[[Asked], Iterator[Given]], processes: int
) -> Iterator[Iterator[Given]]:
    """What ``make`` gives for each thing that is asked, one after the other.

    With more processes than one, up to so many are made at once, by processes of their own where
    the system can fork. Each stream has to be used up before the next.
    """
    if processes == 1 or not _forks():
        yield from map(make, asked)
        return
    from multiprocessing import get_context

    context = get_context("fork")
    workers: list[tuple[BaseProcess, Connection]] = []
    try:
        for number in range(min(processes, len(asked))):
            ours, theirs = context.Pipe()
            process: BaseProcess = context.Process(
                target=_work, args=(asked[number::processes], make, theirs, ours), daemon=True
            )
            process.start()
            theirs.close()
            workers.append((process, ours))
        for number in range(len(asked)):
            yield _received(workers[number % processes][1])
    finally:
        for process, ours in workers:
            ours.close()
            process.terminate()
            process.join()


def _forks() -> bool:
    """Whether a process can be copied as it is, which on a Mac upsets what the system loaded."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def _received(ours: "Connection") -> Iterator[Any]:
    while True:
        try:
            item = ours.recv()
        except (EOFError, OSError):
            raise WorkerLostError("a process that read files ended before it was done") from None
        if item is _END:
            return
        if isinstance(item, BaseException):
            raise WorkerLostError(f"{type(item).__name__}: {item}") from item
        yield item


def _work(
    asked: Sequence[Asked],
    make: Callable[[Asked], Iterator[Given]],
    theirs: "Connection",
    ours: "Connection",
) -> None:
    """What a process does: everything asked of it, until nobody listens any more."""
    ours.close()  # so that it is noticed when the process at the other end is gone
    with suppress(KeyboardInterrupt, BrokenPipeError, EOFError):
        try:
            for each in asked:
                for item in make(each):
                    theirs.send(item)
                theirs.send(_END)
        except (BrokenPipeError, EOFError):
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, the other side has to know
            theirs.send(RuntimeError(f"{type(error).__name__}: {error}"))
    os._exit(0)
