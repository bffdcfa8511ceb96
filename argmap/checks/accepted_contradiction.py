"""Nothing decides between claims that cannot be true together.

Claims that contradict each other, or are contrary, are all held: none is marked as not assumed, and
nothing else speaks against any of them or against their being in conflict. Then they are undecided
when the map is evaluated, and so is what hangs on them: readers cannot tell which of them to
believe. It is worst where there are reasons for each.

Bad::

    [Free]: Our choices are free.
      + [Feeling]: We feel free when we choose.
      >< [Determined]: All that happens was bound to happen.

Good::

    [Free]: Our choices are free.
      + [Feeling]: We feel free when we choose.
      >< [Determined]: All that happens was bound to happen.
        + [Causes]: Whatever happens has a cause.
        - [Quanta]: Some particles decay at no particular time.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of
from argmap.graph.measure import attacks, is_supported
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation

_CONFLICTS = {"contradiction": "contradict each other", "contrary": "cannot all be true"}


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each set of claims in conflict all of which are accepted. Linear.

    A claim is accepted if its data does not say ``assumed: false`` and nothing speaks against it
    but the conflict itself. What else bears on it then speaks for it; if nothing does, it is
    assumed.
    """
    number = attacks(map)
    for conflict in _conflicts(map):
        claims = _ends(conflict[0])
        stands = all(number[end] == len(conflict) and _is_assumed(map, end) for end in claims)
        if stands and not any(relation.id in number for relation in conflict):
            names = " and ".join(name_of(map.claims[claim]) for claim in claims)
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"{names} {_CONFLICTS[conflict[0].kind]}, yet the map {_how_held(map, claims)}",
                conflict[0].span or map.claims[claims[0]].span,
                "give a reason against one of them, or mark it {assumed: false}",
                claims,
            )


def _conflicts(map: ArgumentMap) -> list[list[Relation]]:
    """The conflicts between claims; those between the same ones together, for they are one."""
    found: dict[frozenset[str], list[Relation]] = {}
    for relation in map.relations.values():
        if relation.kind in _CONFLICTS and relation.target_type == "claim":
            ends = frozenset(_ends(relation))
            if len(ends) > 1:
                found.setdefault(ends, []).append(relation)
    return list(found.values())


def _ends(relation: Relation) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*relation.premises, relation.target)))


def _how_held(map: ArgumentMap, claims: tuple[str, ...]) -> str:
    if all(is_supported(map, claim) for claim in claims):
        return "gives reasons for each, and none against any"
    return "does not decide between them"


def _is_assumed(map: ArgumentMap, claim: str) -> bool:
    return map.claims[claim].data.get("assumed") is not False


CHECK = Check("RE07", "accepted-contradiction", run)
