"""A claim speaks against itself.

A claim that were a reason against itself could never be accepted. Some famous sentences are like
that (“this sentence is false”); far more often the objection was given the wrong title.

Bad::

    [No rules]: There are no rules.
      - [No rules]

Good::

    [No rules]: There are no rules.
      + [Search]: Nobody has ever found one.
      - [A rule]: That there are no rules would be a rule.
        - [A fact]: It would only be a fact about rules.
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each relation against a claim that has it as a premise. Linear."""
    for relation in map.relations.values():
        if relation.stance == "against" and relation.target in relation.premises:
            claim = map.claims[relation.target]
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"{name_of(claim)} speaks against itself",
                relation.span or claim.span,
                "check which claim the objection comes from and which it is aimed at",
                (claim.id,),
            )


CHECK = Check("RE04", "self-rebuttal", run)
