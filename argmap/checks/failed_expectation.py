"""A claim does not come to what the map expects of it.

A map can say what its claims should come to, and so be tested like a program: {expect: in} for a
claim that should stand, {expect: out} for one that should fall. Either the reasoning has changed
since, or what was expected of it was wrong. `argmap why` tells the reason for what a claim comes
to. Maps of Carneades are judged as Carneades does, all others by the grounded labelling.

Bad::

    [Honest]: The witness is honest. {expect: out}
      + [Record]: She has never been caught in a lie.
        - [Caught]: She was caught in one last year.
          - [Mistaken]: It was somebody else of that name.

Good::

    [Honest]: The witness is honest. {expect: in}
      + [Record]: She has never been caught in a lie.
        - [Caught]: She was caught in one last year.
          - [Mistaken]: It was somebody else of that name.
"""

from collections.abc import Iterator, Mapping

from argmap.checks._check import Check, quoted
from argmap.checks._reconstructions import conclusion_of
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span
from argmap.semantics.label import LABELS, Label

_SAID: Mapping[Label, str] = {"in": "stand", "out": "fall", "undecided": "be undecided"}
_FOUND: Mapping[Label, str] = {"in": "it stands", "out": "it falls", "undecided": "it is undecided"}


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each claim that comes to something else. As linear as the evaluation."""
    expected = list(_expectations(map))
    if not expected:
        return
    labels = _labels(map)
    for claim, label, name, span in expected:
        if labels[claim] != label:
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"{quoted(name)} is expected to {_SAID[label]}, but {_FOUND[labels[claim]]}",
                span,
                f"`argmap why {claim}` tells the reason",
                (claim,),
            )


def _expectations(map: ArgumentMap) -> Iterator[tuple[str, Label, str, Span | None]]:
    """What is expected of which claim; of an argument it is expected of its conclusion."""
    for claim in map.claims.values():
        for label in LABELS:
            if claim.data.get("expect") == label:
                yield claim.id, label, claim.title or claim.words, claim.span
    for argument in map.arguments.values():
        conclusion = conclusion_of(map, argument)
        for label in LABELS:
            if conclusion is not None and argument.data.get("expect") == label:
                yield conclusion, label, argument.title, argument.span


def _labels(map: ArgumentMap) -> Mapping[str, Label]:
    from argmap.semantics.carneades import carneades, is_from_carneades

    if is_from_carneades(map):
        return carneades(map).claims
    from argmap.semantics.evaluation import evaluate

    return evaluate(map).verdicts.claims


CHECK = Check("RE16", "failed-expectation", run)
