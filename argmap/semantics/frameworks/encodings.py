"""Semantics as clauses (Besnard and Doutre 2004); each linear in arguments and attacks.

``attackers`` are those of each argument among the arguments that are encoded. In what is called
:class:`Encoding`, an argument has a literal for being in and one for being out.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

Clause = list[int]


class Encoding(NamedTuple):
    """How labellings are encoded: a number of variables an argument, and clauses.

    ``complete`` says whether they are complete labellings, all of which contain the grounded one.
    """

    variables: int
    clauses: Callable[[Sequence[Sequence[int]]], Iterator[Clause]]
    complete: bool


def _complete(attackers: Sequence[Sequence[int]]) -> Iterator[Clause]:
    """In if and only if all attackers are out; out if and only if some attacker is in."""
    for argument, own in enumerate(attackers):
        into, out = 2 * argument + 1, 2 * argument + 2
        yield [-into, -out]
        yield [-out, *(2 * other + 1 for other in own)]
        yield [into, *(-2 * other - 2 for other in own)]
        for other in own:
            yield [out, -2 * other - 1]
            yield [-into, 2 * other + 2]


def _stable(attackers: Sequence[Sequence[int]]) -> Iterator[Clause]:
    """In if and only if no attacker is in; what is not in is out."""
    for argument, own in enumerate(attackers, 1):
        yield [argument, *(other + 1 for other in own)]
        for other in own:
            yield [-argument, -other - 1]


def _conflict_free(attackers: Sequence[Sequence[int]]) -> Iterator[Clause]:
    """Out if and only if some attacker is in, and then not in."""
    for argument, own in enumerate(attackers):
        into, out = 2 * argument + 1, 2 * argument + 2
        yield [-into, -out]
        yield [-out, *(2 * other + 1 for other in own)]
        for other in own:
            yield [out, -2 * other - 1]


COMPLETE = Encoding(2, _complete, complete=True)
STABLE = Encoding(1, _stable, complete=True)
CONFLICT_FREE = Encoding(2, _conflict_free, complete=False)
