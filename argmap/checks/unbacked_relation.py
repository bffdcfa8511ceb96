"""Nothing in an argument backs a relation that is drawn to it.

While an argument is only sketched, a line can say that something supports or attacks it as a
whole. Once it is worked out, it has to be seen how: what supports an argument is one of its
premises or a reason for one; what attacks it speaks against a premise or a conclusion, or undercuts
a step. Otherwise the sketch asserts more than the argument holds. Nothing is said of
what is itself only sketched, nor of an argument that is.

Bad::

    <Streets for people>
      + <Counting>

    <Streets for people>

    (1) [Scarce]: There is little room in the centre.
    (2) [Cars]: Parked cars take up a third of it.
    ----
    (3) [Closure]: The centre should be closed to cars.

    <Counting>

    (1) [Count]: Few of the people in the shops came by car.
    ----
    (2) [Profit]: Shops would lose few customers.

Good::

    <Streets for people>
      + <Counting>

    <Streets for people>

    (1) [Scarce]: There is little room in the centre.
    (2) [Profit]: Shops would lose few customers.
    ----
    (3) [Closure]: The centre should be closed to cars.

    <Counting>

    (1) [Count]: Few of the people in the shops came by car.
    ----
    (2) [Profit]
"""

from collections.abc import Iterator

from argmap.checks._check import Check, is_stated, name_of, quoted
from argmap.checks._reconstructions import conclusion_of, reconstruction_of
from argmap.graph.same import representatives
from argmap.model.argument import Argument
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation, Stance

_SAID: dict[Stance, tuple[str, str, str]] = {
    "for": (
        "is meant to support",
        "is neither a premise of it nor a reason for one",
        "make it a premise of the argument, or a reason for the premise that it bears on",
    ),
    "against": (
        "is meant to attack",
        "speaks against no premise and no conclusion of it",
        "say which premise or conclusion it speaks against, or undercut a step with _",
    ),
}


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each relation to a reconstructed argument that its steps do not back.

    Linear, but that each such relation takes as long as its argument has statements.
    """
    sketched = {argument.gist for argument in map.arguments.values()}
    concluded = {
        conclusion_of(map, argument): f", which {quoted(argument.title)} concludes,"
        for argument in map.arguments.values()
        if argument.title
    }
    backing = _Backing(map)
    for relation in map.relations.values():
        argument = reconstruction_of(map, relation.target)
        if relation.kind in {"undercut", "equivalence"} or not (argument and argument.statements):
            continue
        speakers = [map.claims[premise] for premise in relation.premises]
        if any(claim.id in sketched or not is_stated(claim) for claim in speakers):
            continue
        if not backing.has(relation, argument):
            said, fault, hint = _SAID[relation.stance]
            names = " and ".join(name_of(claim) + concluded.get(claim.id, "") for claim in speakers)
            whole = f"the argument {quoted(argument.title)}" if argument.title else "an argument"
            yield Diagnostic(
                CHECK.code,
                "warning",
                f"{names} {said} {whole}, but {fault}",
                relation.span or argument.span,
                hint,
                relation.premises,
            )


class _Backing:
    """What speaks directly for or against what, claims that come to the same being one."""

    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self._same = representatives(map)
        self._said: set[tuple[Stance, str, str]] = set()
        for relation in map.relations.values():
            if relation.target_type == "relation" and relation.kind != "undercut":
                continue
            for premise in relation.premises:
                speaker = self._same[premise]
                target = self._same.get(relation.target, relation.target)
                self._said.add((relation.stance, speaker, target))
                if relation.symmetric:
                    self._said.add((relation.stance, target, speaker))

    def has(self, relation: Relation, argument: Argument) -> bool:
        """Whether a premise of the relation bears on a part of the argument as the relation says.

        A part is a premise and, for an attack, also a conclusion or a step.
        """
        steps = [self._map.relations[step] for step in argument.relations]
        parts = {self._same[premise] for step in steps for premise in step.premises}
        if relation.stance == "against":
            parts.update(argument.relations, (self._same.get(s.target, s.target) for s in steps))
        return any(
            (relation.stance == "for" and speaker in parts)
            or any((relation.stance, speaker, part) in self._said for part in parts)
            for speaker in (self._same[premise] for premise in relation.premises)
        )


CHECK = Check("RE11", "unbacked-relation", run)
