"""All that bears on a claim of a map that is shared out among the workers of a cluster."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, NamedTuple

from argmap.cli.errors import UserError, tell
from argmap.cli.input import encoding_of, find_claim, known_format, maps_asked, open_map
from argmap.cli.options import MapChoice
from argmap.cli.output import print_text, tell_diagnostics
from argmap.graph.shares import Settled, Way, dealt, found, reach, settle
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.render.lines import visible
from argmap.render.parts import counted
from argmap.store.archives import SUFFIXES
from argmap.store.batches.cluster import in_order, shares
from argmap.store.batches.pieces import Dealt, deal, in_pieces, pieces

_AT_A_TIME = 20_000
"""Records, or ids, that are worked on at once."""
_TRIES = 3
_LISTED = 3
_MOST = 20
"""So many problems are told; `argmap check` tells all."""
_WHOLE = "without --cluster the map is read as a whole"
Supply = Callable[[Any, int], Iterator[Dealt]]
"""What so many shares are to add, piece by piece; made with the help of a cluster."""


class Reach(NamedTuple):
    """From which claim, in which directions (both if neither is named), and who does it."""

    claim: str
    up: bool
    down: bool
    cluster: str

    @property
    def ways(self) -> list[Way]:
        """The directions."""
        ways: list[Way] = []
        ways += ["up"] if self.up or not self.down else []
        ways += ["down"] if self.down or not self.up else []
        return ways


def print_reached(choice: MapChoice, asked: Reach, *, plain: bool) -> int:
    """Print the ids of the claims that are reached, in the order of the map; the exit code.

    A map in JSON lines is never held as a whole: its claim is named by id.
    Raises :class:`UserError` if more than ids is wanted, or there is no cluster.
    """
    import gc

    from argmap.cli.batching import connected

    gc.enable()  # it is switched off for commands that do not last
    if not plain:
        raise UserError("--cluster tells ids only", "use it with --ids, and with no other limits")
    file = _on_lines(choice)
    code = 0
    if file is None:
        opened = open_map(choice)
        root = find_claim(opened.whole, asked.claim)
        asked, opened = asked._replace(claim=root), opened.about(root)
        supply: Supply = partial(_of_map, opened.including(root))
        code = opened.exit_code
    else:
        supply = partial(_of_file, file)
    with connected(asked.cluster, os.cpu_count() or 1) as client:
        reaching = _Reaching(client, supply, asked)
        ids = (id for id in reaching.ids() if id != asked.claim)
        while some := "".join(f"{visible(id)}\n" for id in islice(ids, _AT_A_TIME)):
            print_text(some)
        return max(code, reaching.code)


def _on_lines(choice: MapChoice) -> str | None:
    """The file of the map that is asked, if it can be read piece by piece and all of it is meant.

    Raises :class:`UserError` as where it is read.
    """
    names = maps_asked(choice.map)
    if len(names) != 1 or choice.tag or choice.without or choice.within is not None:
        return None
    name = names[0]
    called = name.lower().endswith(SUFFIXES)
    if not os.path.isfile(name) or not (called or choice.from_format):
        return None
    if known_format(choice.from_format) not in {None, "json-lines"}:
        return None
    encoding = encoding_of(name, name, choice.encoding)
    return name if in_pieces(name, encoding) else None


def _of_map(map: ArgumentMap, client: object, of: int) -> Iterator[Dealt]:
    del client
    records: Iterator[Claim | Relation] = chain(map.claims.values(), map.relations.values())
    place = 0
    while some := list(islice(records, _AT_A_TIME)):
        yield Dealt(dealt(some, place, of), [])
        place += len(some)


def _of_file(file: str, client: Any, of: int) -> Iterator[Dealt]:  # noqa: ANN401  # Dask is not typed
    return in_order(client, partial(deal, of=of), pieces(file))


class _Reaching:
    """What is reached; begun anew where a worker is lost, and its share with it.

    ``code`` is the exit code owed to what is wrong with the map.
    """

    def __init__(self, client: Any, supply: Supply, asked: Reach) -> None:  # noqa: ANN401  # as above
        self._client = client
        self._supply = supply
        self._asked = asked
        self._told = False
        self.code = 0

    def ids(self) -> Iterator[str]:
        """The claims, with the one that is asked about, in the order of the map.

        Raises :class:`UserError` if the map does not have it, or the cluster does not answer.
        """
        given = 0
        for left in reversed(range(_TRIES)):
            try:
                for id in islice(self._found(), given, None):
                    given += 1
                    yield id
            except UserError:
                raise
            except Exception as error:  # noqa: BLE001  # Dask tells of a lost worker in many ways
                if not left:
                    raise UserError(f"the cluster gave no answer: {error}") from None
                tell("a worker was lost; beginning anew")
            else:
                break
        if not given:
            hint = "in JSON lines that are shared out a claim is named by its id alone"
            raise UserError(f"no claim has the id {self._asked.claim!r}", hint, exit_code=1)

    def _found(self) -> Iterator[str]:
        everyone = shares(self._client)
        self._add(everyone)
        reach(everyone, self._asked.claim, self._asked.ways)
        return found(everyone)

    def _add(self, everyone: Sequence[Any]) -> None:
        """Give each share what it has to know."""
        problems: list[Diagnostic] = []
        count = 0
        under_way: list[Any] = []
        for piece in self._supply(self._client, len(everyone)):
            if piece.fatal:
                raise UserError(str(piece.fatal), _WHOLE)
            problems += piece.problems[: _MOST - len(problems)]
            count += len(piece.problems)
            for each in under_way:
                each.result()
            under_way = [share.add(rows) for share, rows in zip(everyone, piece.rows, strict=True)]
        for each in under_way:
            each.result()
        self._judge(problems, count, settle(everyone))

    def _judge(self, problems: Sequence[Diagnostic], count: int, settled: Settled) -> None:
        """Tell once what is wrong; raise :class:`UserError` if ids do not tell records apart."""
        if settled.taken:
            ids = ", ".join(map(repr, settled.taken[:_LISTED]))
            more = len(settled.taken) - _LISTED
            rest = f" and {more} more" if more > 0 else ""
            raise UserError(f"several records have the ids: {ids}{rest}", _WHOLE)
        if self._told:
            return
        self._told = True
        if problems:
            tell_diagnostics(problems, dict, concise=True)
        if count > len(problems):
            tell(f"and {count - len(problems)} more errors; `argmap check` tells all")
        if settled.lost:
            lost = counted(settled.lost, "relation")
            leads = "leads" if settled.lost == 1 else "lead"
            tell(f"without {lost} that {leads} to no claim of the map; `argmap check` tells which")
        self.code = 2 if count or settled.lost else 0
