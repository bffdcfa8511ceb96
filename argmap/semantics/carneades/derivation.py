"""Deriving arguments: schemes are applied to what is assumed and to what they derive from it.

A scheme is a Constraint Handling Rule (Frühwirth 1998): its premises must be in the store, its
deletions are taken out of it, and its conclusions and assumptions are put into it, each followed
up at once. The store is a set: what is there already is not put in again, so that only schemes
that make ever larger terms, or undo each other, go on for ever; they are stopped.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.semantics.carneades.guards import holds
from argmap.semantics.carneades.schemes import Scheme
from argmap.semantics.carneades.terms import (
    LIST,
    Bindings,
    Term,
    is_bound,
    is_small,
    is_variable,
    match,
    shape,
    substituted,
)
from argmap.semantics.carneades.verdict import NotDone

MOST_TRIALS = 500_000
"""How many times a premise of a scheme is compared with a fact, at most."""
ARGUMENT = "argument"
"""The predicate of what says that a scheme has been applied."""
_START: Term = "go"


class Instance(NamedTuple):
    """A scheme with what its variables are."""

    scheme: Scheme
    bound: Bindings


class _OutOfTrialsError(Exception):
    pass


def derive(
    schemes: Sequence[Scheme], facts: Sequence[Term], not_done: list[NotDone]
) -> list[Instance]:
    """The instances of schemes that facts lead to, each once, in the order found.

    Bounded by a number of trials; what is not done for that is said.
    """
    store = _Store([scheme for scheme in schemes if scheme.conclusions])
    try:
        store.run([_START, *facts])
    except _OutOfTrialsError:
        why = f"was reached after {MOST_TRIALS} trials; further arguments are not derived"
        not_done.append(NotDone("limit", "", why))
    if store.outgrown:
        why = "was reached by a term that grew too large; nothing is derived from it"
        not_done.append(NotDone("limit", "", why))
    for scheme in store.unguarded:
        why = "has a guard that is no comparison; no arguments are derived from it"
        not_done.append(NotDone("scheme", scheme, why))
    return list(store.found.values())


class _Store:
    """What is known, and the schemes that are applied to it."""

    def __init__(self, schemes: Sequence[Scheme]) -> None:
        self.found: dict[tuple[str, tuple[Term, ...]], Instance] = {}
        self.unguarded: dict[str, None] = {}
        self.outgrown = False
        self._known: dict[Term, None] = {}
        self._shaped: dict[tuple[str, int], dict[Term, None]] = {}
        self._applied: set[tuple[str, tuple[Term, ...]]] = set()
        self._trials = 0
        self._of_shape: dict[tuple[str, int], list[tuple[Scheme, int]]] = {}
        self._of_any: list[tuple[Scheme, int]] = []
        self._rank = {scheme.id: number for number, scheme in enumerate(schemes)}
        for scheme in schemes:
            for number, head in enumerate(_heads(scheme)):
                uses = self._of_shape.setdefault(shape(head), []) if _is_fixed(head) else None
                (self._of_any if uses is None else uses).append((scheme, number))

    def run(self, facts: Sequence[Term]) -> None:
        """Follow up all facts, one after the other, and what comes of each before the next."""
        waiting = [self._followed_up(fact) for fact in reversed(facts)]
        while waiting:
            derived = next(waiting[-1], None)
            if derived is None:
                waiting.pop()
            else:
                waiting += [self._followed_up(term) for term in reversed(derived)]

    def _followed_up(self, fact: Term) -> Iterator[list[Term]]:
        """What each scheme says that applies to a fact, as long as that is known."""
        if not is_small(fact):
            self.outgrown = True
            return
        if fact in self._known:
            return
        self._known[fact] = None
        self._shaped.setdefault(shape(fact), {})[fact] = None
        uses = [*self._of_shape.get(shape(fact), ()), *self._of_any]
        for scheme, number in sorted(uses, key=lambda use: (self._rank[use[0].id], use[1])):
            heads = _heads(scheme)
            for facts, bound in self._joined(heads, number, fact):
                if fact not in self._known:
                    return
                if all(other in self._known for other in facts):
                    derived = self._apply(scheme, facts, bound)
                    if derived is not None:
                        yield derived

    def _joined(
        self, heads: Sequence[Term], number: int, fact: Term
    ) -> Iterator[tuple[tuple[Term, ...], Bindings]]:
        """Every way to find facts for all heads, of which this fact is for that number."""
        bound = self._tried(heads[number], fact, {})
        if bound is None:
            return
        chosen: dict[int, Term] = {number: fact}
        ways = [self._next(heads, chosen, bound)]
        numbers: list[int] = []
        if len(heads) == 1:
            yield (fact,), bound
            return
        while ways:
            found = next(ways[-1], None)
            if len(numbers) == len(ways):
                del chosen[numbers.pop()]
            if found is None:
                ways.pop()
                continue
            at, other, bound = found
            chosen[at] = other
            numbers.append(at)
            if len(chosen) == len(heads):
                yield tuple(chosen[n] for n in range(len(heads))), bound
            else:
                ways.append(self._next(heads, chosen, bound))

    def _next(
        self, heads: Sequence[Term], chosen: Mapping[int, Term], bound: Bindings
    ) -> Iterator[tuple[int, Term, Bindings]]:
        """Facts for one more head: for one that is settled by now, else for the first."""
        taken = set(chosen.values())
        left = [number for number in range(len(heads)) if number not in chosen]
        settled = (number for number in left if is_bound(heads[number], bound))
        at = next(settled, left[0])
        for other in list(self._candidates(heads[at], bound)):
            if other not in taken:
                more = self._tried(heads[at], other, bound)
                if more is not None:
                    yield at, other, more

    def _candidates(self, head: Term, bound: Bindings) -> Iterator[Term]:
        wanted = substituted(head, bound)
        if is_bound(head, bound):
            yield from (wanted,) if wanted in self._known else ()
        elif _is_fixed(wanted):
            yield from self._shaped.get(shape(wanted), ())
        else:
            yield from self._known

    def _tried(self, head: Term, fact: Term, bound: Bindings) -> Bindings | None:
        self._trials += 1
        if self._trials > MOST_TRIALS:
            raise _OutOfTrialsError
        return match(head, fact, bound)

    def _apply(self, scheme: Scheme, facts: tuple[Term, ...], bound: Bindings) -> list[Term] | None:
        """Apply a scheme to facts, unless that is done: what it says."""
        if (scheme.id, facts) in self._applied:
            return None
        self._applied.add((scheme.id, facts))
        answers = [holds(guard, bound) for guard in scheme.guards]
        if None in answers:
            self.unguarded[scheme.id] = None
        if not all(answers):
            return None
        for fact in facts[len(scheme.premises) :]:
            self._known.pop(fact, None)
            self._shaped[shape(fact)].pop(fact, None)
        values = tuple(bound.get(variable, variable) for variable in scheme.variables)
        self.found.setdefault((scheme.id, values), Instance(scheme, bound))
        said = [substituted(term, bound) for term in (*scheme.conclusions, *scheme.assumptions)]
        derived: Term = (ARGUMENT, scheme.id, (LIST, *values))
        return [*(term for term in said if term != "true"), derived]


def _heads(scheme: Scheme) -> tuple[Term, ...]:
    """What must be known for a scheme to apply; at least that there is something to do."""
    return (*scheme.premises, *scheme.deletions) or (_START,)


def _is_fixed(head: Term) -> bool:
    """Whether the functor of what a head can be is known."""
    return not (isinstance(head, str) and is_variable(head))
