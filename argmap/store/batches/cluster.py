"""Work that is shared among the workers of a Dask cluster, and survives the loss of any."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from argmap.store.batches.processes import Work

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")
R = TypeVar("R")
_AHEAD = 4
_SECONDS = 10
"""How long to wait for a cluster to answer."""


class ClusterError(Exception):
    """There is no cluster, or it cannot be reached; the message says why."""


def connect(address: str, jobs: int) -> "Client":
    """The cluster at an address, or with ``local`` a new one of so many workers on this machine.

    Raises :class:`ImportError` if Dask is not installed, and :class:`ClusterError` if there is no
    cluster at the address.
    """
    import logging

    from distributed import Client, LocalCluster

    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":  # some have a level of their own
            logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        if address == "local":
            cluster = LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address=None,
                silence_logs=logging.CRITICAL,
            )  # fmt: skip
            return Client(cluster)
        return Client(address, timeout=_SECONDS)
    except (OSError, ValueError) as error:
        raise ClusterError(str(error)) from error


def require_able(client: "Client", folder: str) -> None:
    """Raise :class:`ClusterError` if there are no workers, or one of them cannot do the same.

    Each has to have this version of argmap, and to see the folder.
    """
    from argmap import __version__

    def told(folder: str) -> tuple[str, bool]:
        """What a worker says of itself; it may know nothing of this module."""
        import os

        try:
            from argmap import __version__ as version
        except ImportError:
            version = ""
        return version, os.path.isdir(folder)

    try:
        client.wait_for_workers(1, timeout=_SECONDS)
    except OSError as error:
        raise ClusterError("it has no workers") from error
    try:
        able = client.run(told, folder)
    except Exception as error:
        raise ClusterError(str(error)) from error
    for worker, (version, sees) in able.items():
        if version != __version__:
            has = f"argmap {version}, and this is {__version__}" if version else "no argmap"
            raise ClusterError(f"the worker at {worker} has {has}")
        if not sees:
            raise ClusterError(f"the worker at {worker} does not see {folder}")


def close(client: "Client") -> None:
    """Leave a cluster; one that was begun here ends."""
    cluster: Any = client.cluster
    client.close()
    if cluster is not None:
        cluster.close()


def shares(client: "Client") -> list[Any]:
    """An empty share of a map on each worker, which answers like a :class:`Share` to come."""
    from argmap.graph.shares import Share

    workers = list(client.nthreads())
    made = [
        client.submit(Share, number, len(workers), workers=[each], actor=True, pure=False)
        for number, each in enumerate(workers)
    ]
    return [each.result() for each in made]


def in_order(client: "Client", work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """What comes of each item; only a few of them are there at once."""
    waiting: deque[Any] = deque()
    at_once = _AHEAD * len(client.nthreads())
    for item in items:
        waiting.append(client.submit(work, item, pure=False))
        if len(waiting) == at_once:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def on_cluster(
    client: "Client", work: Work[T, R], pieces: Iterable[list[T]]
) -> Iterator[tuple[list[T], list[R] | None]]:
    """Each piece with what came of it, as they are done; nothing if it kills who works on it.

    Dask does anew what a lost worker had. What has killed several workers is done item by item.
    Raises :class:`ClusterError` if the cluster cannot do the work.
    """
    from distributed import as_completed
    from distributed.scheduler import KilledWorker

    pieces = iter(pieces)
    again: list[list[T]] = []
    at_once = _AHEAD * max(1, len(client.nthreads()))
    given: dict[str, list[T]] = {}

    def submitted(some: Iterable[list[T]]) -> Iterator[Any]:
        for piece in some:
            future = client.submit(work, piece, pure=False)
            given[future.key] = piece
            yield future

    done = as_completed(submitted(islice(pieces, at_once)))
    for future in done:
        piece = given.pop(future.key)
        try:
            found = future.result()
        except KilledWorker:
            if len(piece) == 1:
                yield piece, None
            again += ([item] for item in piece if len(piece) > 1)
        except Exception as error:
            # Whatever the work itself may meet is in its result: this is the cluster's.
            raise ClusterError(str(error)) from error
        else:
            yield piece, found
        done.update(submitted(islice(pieces, 1)))
        if not given:
            done.update(submitted(again))
            again = []
