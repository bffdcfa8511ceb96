"""Nothing speaks for a thesis.

A thesis is what the reasoning leads to: a claim that is itself no reason for or against another.
If the map only holds objections to it, readers are never told why anyone should believe it. A
claim that only conflicts with others counts as an objection to them and needs no reason. One that
is connected to nothing at all is reported as a note, for it may be there on purpose; those without
a title, which are prose as often as not, in one note. (One that an argument lists and does not use
is told of as such.)

Bad::

    [Nuclear power]: We should build nuclear power stations.
      - [Waste]: Nobody knows where the waste should go.

Good::

    [Nuclear power]: We should build nuclear power stations.
      + [Climate]: They give off hardly any carbon dioxide.
      - [Waste]: Nobody knows where the waste should go.
        - [Rock]: Old salt mines have kept everything in for ages.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of, some_of
from argmap.graph.measure import is_isolated, is_supported
from argmap.graph.order import is_final, theses
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each thesis that is not supported, a note for lone claims. Linear.

    A map of a single claim has nothing to connect it with, and nothing is reported.
    """
    listed = {id for a in map.arguments.values() if a.gist is None for id in a.statements}
    alone: list[Claim] = []
    for id in theses(map):
        claim = map.claims[id]
        if is_isolated(map, id):
            if len(map.claims) > 1 and id not in listed:
                alone.append(claim)
        elif is_final(map, id) and _is_objected_to(map, id) and not is_supported(map, id):
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"there are objections to {name_of(claim)}, but nothing speaks for it",
                claim.span,
                "give a reason for it, or say what it is itself a reason for or against",
                (claim.id,),
            )
    yield from _alone([claim for claim in alone if not claim.title])
    for claim in alone:
        if claim.title:
            yield from _alone([claim])


def _alone(claims: list[Claim]) -> Iterator[Diagnostic]:
    """One note for claims that no relation touches."""
    if claims:
        names = some_of([name_of(claim) for claim in claims])
        yield Diagnostic(
            CHECK.code,
            "note",
            f"{names} {'are' if len(claims) > 1 else 'is'} connected to no other claim",
            claims[0].span,
            "say what it is a reason for or against, or what speaks for it",
            tuple(claim.id for claim in claims),
        )


def _is_objected_to(map: ArgumentMap, claim: str) -> bool:
    return any(not relation.symmetric for relation in map.bearing_on(claim))


CHECK = Check("RE02", "unsupported-thesis", run)
