"""Argument schemes as a Carneades file defines them: what they derive, and how they weigh."""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.claim import NO_DATA
from argmap.semantics.carneades import riding
from argmap.semantics.carneades.terms import Term, parsed
from argmap.semantics.carneades.verdict import NotDone
from argmap.semantics.carneades.weighing import Function, function


class Scheme(NamedTuple):
    """A scheme: a rule of Constraint Handling Rules, and how its arguments are weighed.

    One without conclusions derives nothing. ``deletions`` are premises that are used up;
    ``function`` is none if it could not be made out.
    """

    id: str
    function: Function | None
    properties: Mapping[str, object] = NO_DATA
    variables: tuple[str, ...] = ()
    premises: tuple[Term, ...] = ()
    deletions: tuple[Term, ...] = ()
    guards: tuple[str, ...] = ()
    assumptions: tuple[Term, ...] = ()
    exceptions: tuple[Term, ...] = ()
    conclusions: tuple[Term, ...] = ()


def schemes_of(data: Mapping[str, object], not_done: list[NotDone]) -> dict[str, Scheme]:
    """The schemes of a map by their ids; a second one of the same id is the one that counts."""
    named = riding.mapping(riding.part(data, "weighing_functions"))
    found: dict[str, Scheme] = {}
    said = riding.part(data, "argument_schemes")
    for record in said if isinstance(said, list) else []:
        if isinstance(record, Mapping) and record.get("id") is not None:
            scheme = _scheme(record, named, not_done)
            found[scheme.id] = scheme
    return found


def _scheme(
    record: Mapping[str, object], named: Mapping[str, object], not_done: list[NotDone]
) -> Scheme:
    id = str(record["id"])
    weigh = function(record.get("weight"), named)
    if weigh is None:
        why = "has a weighing function that cannot be made out; its arguments are linked"
        not_done.append(NotDone("weighing", id, why))
    properties = riding.mapping(record.get("meta"))
    variables = tuple(riding.words(record.get("variables")))
    parts = {key: _terms(record.get(key)) for key in _PARTS}
    read = {key: found for key, found in parts.items() if found is not None}
    if len(read) < len(parts):
        why = "has parts that are no terms; no arguments are derived from it"
        not_done.append(NotDone("scheme", id, why))
        return Scheme(id, weigh, properties)
    guards = tuple(riding.words(record.get("guards")))
    return Scheme(id, weigh, properties, variables, guards=guards, **read)


_PARTS = ("premises", "deletions", "assumptions", "exceptions", "conclusions")


def _terms(said: object) -> tuple[Term, ...] | None:
    """The terms of a list, or of a mapping by their roles; none if one of them is no term."""
    items = list(said.values()) if isinstance(said, Mapping) else said
    found = [parsed(word) for word in riding.words(items)]
    read = tuple(term for term in found if term is not None)
    return read if len(read) == len(found) else None
