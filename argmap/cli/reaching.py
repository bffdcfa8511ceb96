"""All that bears on a claim of a map that is shared out among the workers of a cluster."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from argmap.cli.errors import UserError, tell
from argmap.cli.input import Opened
from argmap.graph.shares import Link, links_down, links_up, reach, shared_out
from argmap.model.map import ArgumentMap

_AT_A_TIME = 20_000
"""Links that are sent to a worker at once."""
_TRIES = 3


class Reach(NamedTuple):
    """From which claim, in which directions (both if neither is named), and who does it."""

    root: str
    up: bool
    down: bool
    cluster: str


def print_reached(opened: Opened, map: ArgumentMap, asked: Reach, *, plain: bool) -> int:
    """Print the ids of the claims that are reached, in the order of the map; the exit code.

    Raises :class:`UserError` if more than ids is wanted, or there is no cluster.
    """
    from argmap.cli.batching import connected
    from argmap.cli.output import print_text
    from argmap.render.lines import visible

    if not plain:
        raise UserError("--cluster tells ids only", "use it with --ids, and with no other limits")
    ways: list[Callable[[ArgumentMap], Iterable[Link]]] = []
    ways += [links_up] if asked.up or not asked.down else []
    ways += [links_down] if asked.down or not asked.up else []
    with connected(asked.cluster, 2) as client:
        found = set().union(*(reached(client, way(map), asked.root) for way in ways))
    ids = [id for id in map.claims if id in found and id != asked.root]
    print_text("".join(f"{visible(id)}\n" for id in ids))
    return opened.exit_code


def reached(client: Any, links: Iterable[Link], root: str) -> set[str]:  # noqa: ANN401  # Dask is not typed
    """The nodes that are reached; begun anew where a worker is lost, and its share with it."""
    from argmap.store.batches.cluster import shares

    links = list(links)
    for left in reversed(range(_TRIES)):
        try:
            found = shares(client)
            shared_out(links, found, _AT_A_TIME, lambda pending: pending.result())
            return reach(found, root)[0]
        except Exception as error:  # noqa: BLE001  # Dask tells of a lost worker in many ways
            if not left:
                raise UserError(f"the cluster gave no answer: {error}") from None
            tell("a worker was lost; beginning anew")
    raise AssertionError
