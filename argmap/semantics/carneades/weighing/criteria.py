"""Criteria: an argument weighs what its premises are worth by several criteria (MCDA).

An argument of which a *hard* premise is out weighs nothing. Each *soft* criterion is a predicate
with a factor and a worth of each value: if ``price`` is one, a premise ``price(volvo,low)`` has
the value ``low``. Where that premise is out, the position of its issue that is in says the value;
if none is, the argument weighs nothing. A value that the criterion does not know is worth nothing.
"""

from collections.abc import Mapping

from argmap.semantics.carneades import terms
from argmap.semantics.carneades.weighing._function import Argument, Function, Weighing, number
from argmap.semantics.label import IN, OUT

_Soft = dict[str, tuple[float, dict[str, float]]]
"""The factor of each predicate, as a share of all, and what each value is worth."""


def make(settings: object) -> Function | None:
    """The function that adds up what the values are worth."""
    if not isinstance(settings, Mapping):
        return None
    hard = [i for i in _listed(settings.get("hard")) if isinstance(i, int)]
    soft = _soft(settings.get("soft") or {})
    if soft is None:
        return None

    def weigh(argument: Argument, weighing: Weighing) -> float:
        premises = dict(enumerate(argument.premises))
        if any(i in premises and weighing.labels[premises[i]] == OUT for i in hard):
            return 0.0
        values = _values(argument, weighing)
        if not soft.keys() <= values.keys():
            return 0.0
        return sum(share * worth.get(values[name], 0.0) for name, (share, worth) in soft.items())

    return Function(weigh, awaits_rivals=True)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _soft(settings: object) -> _Soft | None:
    if not isinstance(settings, Mapping):
        return None
    found: _Soft = {}
    for name, criterion in settings.items():
        if not isinstance(name, str) or not isinstance(criterion, Mapping):
            return None
        factor, values = number(criterion.get("factor")), criterion.get("values") or {}
        if factor is None or factor < 0 or not isinstance(values, Mapping):
            return None
        worths = {terms.normal(str(value)): number(worth) for value, worth in values.items()}
        known = {value: worth for value, worth in worths.items() if worth is not None}
        if len(known) < len(worths):
            return None
        found[name] = factor, known
    total = sum(factor for factor, _ in found.values()) or 1.0
    return {name: (factor / total, worth) for name, (factor, worth) in found.items()}


def _values(argument: Argument, weighing: Weighing) -> dict[str, str]:
    """The value that the first fitting premise has of each predicate."""
    found: dict[str, str] = {}
    for premise in argument.premises:
        term = terms.parsed(weighing.graph.statements[premise].name)
        value = None if term is None else _value(premise, weighing)
        if term is not None and value is not None:
            found.setdefault(terms.shape(term)[0], value)
    return found


def _value(premise: int, weighing: Weighing) -> str | None:
    """What the premise says if it is in, else the position that stands instead of it."""
    graph = weighing.graph
    others = (p for issue in graph.issues_of[premise] for p in graph.issues[issue].positions)
    for statement in (premise, *others):
        if weighing.labels[statement] == IN:
            term = terms.parsed(graph.statements[statement].name)
            return None if term is None else terms.last_argument(term)
    return None
