"""The grounded labelling: what can be said without taking anybody's side."""

from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.label import IN, OUT, UNDECIDED


def grounded_labelling(framework: Framework) -> bytes:
    """The least complete labelling; linear in arguments and attacks."""
    attacked = framework.attacked
    labels = bytearray(len(framework))
    standing = [len(attackers) for attackers in framework.attackers]
    waiting = [argument for argument, many in enumerate(standing) if not many]
    for argument in waiting:
        labels[argument] = IN
    while waiting:
        for loser in attacked[waiting.pop()]:
            if labels[loser] == UNDECIDED:
                labels[loser] = OUT
                for argument in attacked[loser]:
                    standing[argument] -= 1
                    if not standing[argument]:
                        labels[argument] = IN
                        waiting.append(argument)
    return bytes(labels)
