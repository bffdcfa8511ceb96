"""Shapley values: what share each claim has in the strength of one claim.

Over all the orders in which claims could be brought up one after another, the share of a claim is
what the strength changes by on average when it is brought up (Shapley 1953; for arguments Amgoud,
Ben-Naim and Vesic 2017). A claim that is not brought up has strength 0, whatever speaks for it. All
shares together are the strength less what it would be if the claim stood alone.
"""

from collections.abc import Collection, Iterator
from math import comb, sqrt
from random import Random
from typing import NamedTuple

from argmap.semantics.strengths.influences import DEFAULT, Influence, named
from argmap.semantics.strengths.network import Network
from argmap.semantics.strengths.solving import ordered, settle

_SEED = 1953  # any will do, as long as the same question has the same answer


class Share(NamedTuple):
    """The share of a claim in a strength, and its standard error: 0 if it is exact."""

    claim: str
    share: float
    error: float


class Shapley(NamedTuple):
    """All shares, the largest first, and the strength that the claim would have alone.

    ``orders`` are so many orders that were drawn by chance; 0 if all were reckoned with.
    """

    alone: float
    shares: list[Share]
    orders: int


class _LostError(Exception):
    """No strength was found."""


def shapley(
    network: Network, claim: str, semantics: str = DEFAULT, *, orders: int
) -> Shapley | None:
    """The share of each claim that bears on a claim; None if a strength was not found.

    Exact, by 2ᵏ evaluations for k claims, where that is no more than ``orders`` drawn by chance
    take: k for each. An evaluation is linear in what bears on the claim where nothing is circular.
    Of claims that are one, the first is named.
    """
    game = _Game(network, named(semantics), network.claims[claim])
    exact = 2 ** min(len(game.players), 64) <= orders * max(1, len(game.players))
    try:
        alone = game.worth(())
        found = _exact(game) if exact else _drawn(game, orders)
    except _LostError:
        return None
    names: dict[int, str] = {}
    for id, node in network.claims.items():
        names.setdefault(node, id)
    shares = [Share(names[node], share, error) for node, (share, error) in found.items()]
    shares.sort(key=lambda each: -round(abs(each.share), 9))
    return Shapley(alone, shares, 0 if exact else orders)


class _Game:
    """What the strength of a topic is when only some of the claims before it are brought up."""

    def __init__(self, network: Network, influence: Influence, topic: int) -> None:
        self._network, self._influence, self._topic = network, influence, topic
        bearing = {topic: None}
        waiting = [topic]
        while waiting:
            new = [source for source in network.inputs(waiting.pop()) if source not in bearing]
            bearing |= dict.fromkeys(new)
            waiting += new
        order = ordered(network)
        self._parts = [[node] for node in order.straight if node in bearing]
        self._parts += [knot for knot in order.knots if knot[0] in bearing]
        said = set(network.claims.values())
        self.players = sorted(node for node in bearing if node in said and node != topic)

    def worth(self, present: Collection[int]) -> float:
        """The strength of the topic if of the players these are present."""
        values = [0.0] * len(self._network.bases)
        absent = set(self.players).difference(present)
        for part in self._parts:
            live = [node for node in part if node not in absent]
            if live and not settle(self._network, self._influence, values, live):
                raise _LostError
        return values[self._topic]


def _exact(game: _Game) -> dict[int, tuple[float, float]]:
    """The share of each player, over all sets of the others; none has an error."""
    players = game.players
    count = len(players)
    worths = [
        game.worth([node for place, node in enumerate(players) if chosen >> place & 1])
        for chosen in range(1 << count)
    ]
    shares = {}
    for place, node in enumerate(players):
        bit = 1 << place
        terms = (
            (worths[chosen | bit] - worths[chosen]) / comb(count - 1, chosen.bit_count())
            for chosen in range(1 << count)
            if not chosen & bit
        )
        shares[node] = (sum(terms) / count, 0.0)
    return shares


def _drawn(game: _Game, orders: int) -> dict[int, tuple[float, float]]:
    """The mean share of each player over orders drawn by chance, and its standard error."""
    sums = dict.fromkeys(game.players, 0.0)
    squares = dict.fromkeys(game.players, 0.0)
    chance = Random(_SEED)  # noqa: S311  # nothing has to be kept secret
    for _ in range(orders):
        order = chance.sample(game.players, len(game.players))
        for node, gain in _gains(game, order):
            sums[node] += gain
            squares[node] += gain * gain
    found = {}
    for node in game.players:
        mean = sums[node] / orders
        variance = max(0.0, squares[node] - orders * mean * mean) / max(1, orders - 1)
        found[node] = (mean, sqrt(variance / orders))
    return found


def _gains(game: _Game, order: list[int]) -> Iterator[tuple[int, float]]:
    """What each player changes when it is brought up after those before it."""
    before = game.worth(())
    for place, node in enumerate(order, 1):
        after = game.worth(order[:place])
        yield node, after - before
        before = after
