"""An argument lists a premise that none of its steps uses.

An inference uses what stands above it, back to the conclusion before, unless it says which
statements it uses: {uses: [1, 2]}. A premise that is left out everywhere adds nothing to the
argument, so either it is superfluous or a step forgets it. The same goes for an intermediate
conclusion that nothing is concluded from.

Bad::

    <Streets for people>

    (1) [Scarce]: There is little room in the centre.
    (2) [Cars]: Parked cars take up a third of it.
    (3) [Profit]: Shops would earn more without them.
    -- Practical syllogism {uses: [1, 2]} --
    (4) [Closure]: The centre should be closed to cars.

Good::

    <Streets for people>

    (1) [Scarce]: There is little room in the centre.
    (2) [Cars]: Parked cars take up a third of it.
    (3) [Profit]: Shops would earn more without them.
    -- Practical syllogism {uses: [1, 2, 3]} --
    (4) [Closure]: The centre should be closed to cars.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of, quoted
from argmap.checks._reconstructions import conclusion_of
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each listed statement that leads no further in its argument. Linear."""
    for argument in map.arguments.values():
        conclusion = conclusion_of(map, argument)
        if conclusion is None:
            continue
        steps = [map.relations[step] for step in argument.relations]
        used = {premise for step in steps for premise in step.premises}
        targets = {step.target for step in steps}
        for id in dict.fromkeys(argument.statements):
            if id in used or id == conclusion:
                continue
            what = "an intermediate conclusion" if id in targets else "a premise"
            of = f" of the argument {quoted(argument.title)}" if argument.title else ""
            claim = map.claims[id]
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"{name_of(claim)} is {what}{of}, and no step uses it",
                _place(claim, argument, steps[-1].span),
                "name its number in the `uses` of a step, or take it out of the argument",
                (id,),
            )


def _place(claim: Claim, argument: Argument, end: Span | None) -> Span | None:
    """Where the claim is written, if that is in the argument; else where the argument ends."""
    start = argument.span
    if claim.span and start and end and start.file == claim.span.file:
        return claim.span if start.line <= claim.span.line <= end.line else end
    return end or claim.span


CHECK = Check("RE10", "unused-premise", run)
