"""A claim is given as a reason for itself.

Whoever doubts a claim doubts it as a reason, too; so the step can convince nobody. This often
happens when a conclusion is listed among its own premises by a slip. In an argument that is worked
out step by step, it may also come back as another claim that says the same, in the same words or
called equivalent, among the premises of any step.

An argument that is drawn as a reason for a claim, and worked out further on with that claim as
its conclusion, only says the same twice.

Bad::

    [Honest]: The witness is honest.
      + [Honest]

Good::

    [Honest]: The witness is honest.
      + [Record]: She has never been caught in a lie.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of
from argmap.checks._reconstructions import conclusion_of, reconstruction_of
from argmap.graph.same import representatives
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield an error for each relation for a claim that has the claim as a premise.

    Yield a warning for each premise in a reconstructed argument that is another claim, but comes
    to the same as what its step or the argument leads to. Linear (see `representatives`).
    """
    sketched = {conclusion_of(map, argument) for argument in map.arguments.values()}
    same = representatives(map)
    for relation in map.relations.values():
        if relation.stance != "for" or relation.target_type != "claim":
            continue
        claim = map.claims[relation.target]
        argument = reconstruction_of(map, relation.id)
        if claim.id in relation.premises:
            several = len(set(relation.premises)) > 1
            if several or argument is not None or claim.id not in sketched:
                how = "among the reasons" if several else "given as a reason"
                yield Diagnostic(
                    CHECK.code,
                    "error",
                    f"{name_of(claim)} is {how} for itself",
                    relation.span or claim.span,
                    "take it out of its own premises, or give a reason of its own",
                    (claim.id,),
                )
        elif argument is not None:
            for end in dict.fromkeys((claim.id, conclusion_of(map, argument))):
                for premise in relation.premises:
                    if end is not None and premise != end and same[premise] == same[end]:
                        yield _begged(map.claims[premise], map.claims[end], relation)


def _begged(reason: Claim, claim: Claim, relation: Relation) -> Diagnostic:
    return Diagnostic(
        CHECK.code,
        "warning",
        f"{name_of(reason)} is a premise for {name_of(claim)}, and comes to the same",
        reason.span or relation.span,
        "take it out of the premises, or give a reason that says more than the conclusion",
        (reason.id, claim.id),
    )


CHECK = Check("RE03", "self-support", run)
