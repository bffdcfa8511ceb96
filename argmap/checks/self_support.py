"""A claim is given as a reason for itself.

Whoever doubts a claim doubts it as a reason, too; so the step can convince nobody. This often
happens when a conclusion is listed among its own premises by a slip.

Bad::

    [Honest]: The witness is honest.
      + [Honest]

Good::

    [Honest]: The witness is honest.
      + [Record]: She has never been caught in a lie.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield an error for each relation for a claim that has the claim as a premise. Linear."""
    for relation in map.relations.values():
        if relation.stance == "for" and relation.target in relation.premises:
            claim = map.claims[relation.target]
            how = "among the reasons" if len(set(relation.premises)) > 1 else "given as a reason"
            yield Diagnostic(
                CHECK.code,
                "error",
                f"{name_of(claim)} is {how} for itself",
                relation.span or claim.span,
                "take it out of its own premises, or give a reason of its own",
                (claim.id,),
            )


CHECK = Check("RE03", "self-support", run)
