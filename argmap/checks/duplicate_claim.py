"""Two claims say the same in the same words.

Reasons given for one of them then do not count for the other, and whoever reads or evaluates the
map takes them for two. Case, punctuation and spacing make no difference. Claims that the map
itself calls equivalent are not reported.

Bad::

    [Fewer cars]: The city should have fewer cars.
      + [Air]: Cars foul the air.

    [Bike lanes]: The city should build bicycle lanes.
      + [Fumes]: Cars foul the air!

Good::

    [Fewer cars]: The city should have fewer cars.
      + [Air]: Cars foul the air.

    [Bike lanes]: The city should build bicycle lanes.
      + [Air]
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.names import fold


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each claim that repeats an earlier one. Linear."""
    seen: dict[str, str] = {}
    for claim in map.claims.values():
        words = fold(claim.text)
        first = map.claims[seen.setdefault(words, claim.id) if words else claim.id]
        if first is claim or _are_equivalent(map, claim.id, first.id):
            continue
        where = f" at {first.span}" if first.span else ""
        yield Diagnostic(
            CHECK.code,
            "warning",
            f"{name_of(claim)} says the same as {name_of(first)}{where}",
            claim.span,
            "keep one of them, and refer to it by its title in the other place",
            (claim.id, first.id),
        )


def _are_equivalent(map: ArgumentMap, claim: str, first: str) -> bool:
    return any(
        relation.kind == "equivalence" and first in (*relation.premises, relation.target)
        for relation in map.bearing_on(claim)
    )


CHECK = Check("RE06", "duplicate-claim", run)
