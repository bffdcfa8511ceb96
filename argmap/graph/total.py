"""The measures of several maps together."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple, Protocol, runtime_checkable

from argmap.graph.measure import Measures
from argmap.model.relation import KINDS, Kind


class Totals(NamedTuple):
    """How much there is in several maps, but not what; see :class:`argmap.graph.measure.Measures`.

    ``theses`` and what follows are numbers of claims, and of relations.
    """

    maps: int
    claims: int
    arguments: int
    kinds: dict[Kind, int]
    depth: int
    components: int
    cycles: int
    theses: int
    unsupported: int
    isolated: int
    unanswered: int


@runtime_checkable
class Measured(Protocol):
    """A map, of several as one, whose measures are known without going through it."""

    def measures(self) -> Measures:
        """Those of the maps together, as :func:`total` has them."""

    def totals(self) -> Totals:
        """How much there is of everything."""


def total(measured: Iterable[Measures]) -> Measures:
    """The measures of maps that no relation connects, as if they were one.

    But for the balance: where a single map with so many theses would have no more of them after
    some effort (see `argmap.graph.measure.balances`), each of the maps has its own.
    """
    each = list(measured)
    return Measures(
        claims=sum(one.claims for one in each),
        relations=sum(one.relations for one in each),
        kinds={kind: sum(one.kinds[kind] for one in each) for kind in KINDS},
        arguments=sum(one.arguments for one in each),
        depth=max((one.depth for one in each), default=0),
        theses=tuple(chain.from_iterable(one.theses for one in each)),
        leaves=tuple(chain.from_iterable(one.leaves for one in each)),
        isolated=tuple(chain.from_iterable(one.isolated for one in each)),
        unsupported=tuple(chain.from_iterable(one.unsupported for one in each)),
        unanswered=tuple(chain.from_iterable(one.unanswered for one in each)),
        pro=sum(one.pro for one in each),
        con=sum(one.con for one in each),
        balance=tuple(chain.from_iterable(one.balance for one in each)),
        cycles=tuple(chain.from_iterable(one.cycles for one in each)),
        components=sum(one.components for one in each),
    )
