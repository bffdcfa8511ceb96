"""A claim is said to speak both for and against the same claim.

The same premises cannot be a reason for a claim and a reason against it. Most often one of the two
relations has the wrong sign, or is aimed at the wrong claim. A benefit and a harm that come from
one source are two reasons: state each as a claim of its own.

Bad::

    [Tourism]: The town should attract tourists.
      + [Custom]: Visitors bring custom to the shops.
      - [Crowds]: There is no room left for those who live there.
        + [Visitors]: Visitors fill the streets.
        - [Visitors]

Good::

    [Tourism]: The town should attract tourists.
      + [Custom]: Visitors bring custom to the shops.
      - [Crowds]: There is no room left for those who live there.
        + [Visitors]: Visitors fill the streets.
        - [Parks]: The parks are empty.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each claim that the same premises speak for and against.

    Of several linked premises all have to be the same. A relation that two claims have to each
    other counts in both directions. Linear.
    """
    said: dict[tuple[frozenset[str], str], Relation] = {}
    told: set[frozenset[str]] = set()
    for relation in map.relations.values():
        for premises, target in _ends(relation):
            first = said.setdefault((premises, target), relation)
            ends = premises | {target}
            if first.stance == relation.stance or target in premises or ends in told:
                continue
            told.add(ends)
            names = [name_of(map.claims[premise]) for premise in dict.fromkeys(first.premises)]
            claim = map.claims[first.target]
            are = "are" if len(names) > 1 else "is"
            where = f"; see {first.span}" if first.span else ""
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"{' and '.join(names)} {are} said to speak both for {name_of(claim)} "
                f"and against it{where}",
                relation.span or claim.span,
                "take out the one that is not meant, or state the two reasons as two claims",
                (*dict.fromkeys(first.premises), claim.id),
            )


def _ends(relation: Relation) -> Iterator[tuple[frozenset[str], str]]:
    """The premises and the target of a relation between claims, both ways if it has two ends."""
    if relation.target_type == "claim":
        premises = frozenset(relation.premises)
        yield premises, relation.target
        if relation.symmetric and len(premises) == 1:
            yield frozenset({relation.target}), relation.premises[0]


CHECK = Check("RE12", "conflicting-relations", run)
