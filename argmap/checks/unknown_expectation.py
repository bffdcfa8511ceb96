"""A claim is expected to come to what no claim can.

A map can say of a claim what it should come to when the map is evaluated: {expect: in} if it
should stand, {expect: out} if it should fall, {expect: undecided} if neither. Anything else cannot
come true, and would never be checked.

Bad::

    [Honest]: The witness is honest. {expect: maybe}
      + [Record]: She has never been caught in a lie.

Good::

    [Honest]: The witness is honest. {expect: in}
      + [Record]: She has never been caught in a lie.
"""

from collections.abc import Iterator, Mapping

from argmap.checks._check import Check, quoted
from argmap.checks._reconstructions import conclusion_of
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span

EXPECTATIONS = ("in", "out", "undecided")


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each claim or argument of which something else is expected. Linear."""
    for claim in map.claims.values():
        yield from _checked(claim.data, claim.title or claim.words, claim.span, claim.id)
    for argument in map.arguments.values():
        conclusion = conclusion_of(map, argument)
        if conclusion is not None:
            yield from _checked(argument.data, argument.title, argument.span, conclusion)


def _checked(
    data: Mapping[str, object], name: str, span: Span | None, claim: str
) -> Iterator[Diagnostic]:
    if "expect" in data and data["expect"] not in EXPECTATIONS:
        expected = quoted(str(data["expect"]))
        yield Diagnostic(
            CHECK.code,
            "warning",
            f"{quoted(name)} is expected to be {expected}, which no claim can come to",
            span,
            "write expect: in, expect: out or expect: undecided",
            (claim,),
        )


CHECK = Check("RE15", "unknown-expectation", run)
