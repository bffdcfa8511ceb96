"""Preference: arguments at issue are ranked by what their schemes say of themselves.

Each property is compared by an order: ``ascending`` where more is better, ``descending`` where
less is, or a list of values from the weakest to the strongest. A later property only counts where
all earlier ones are equal. With n ranks, the arguments of the strongest weigh 1, those of the
weakest 1/n. So do lex superior and lex posterior. An argument with a premise out weighs nothing,
one that is not at issue 1.

As in Carneades, a value that the list does not have is stronger than all in it. A scheme that does
not have the property is weaker than all that have it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.semantics.carneades.weighing._function import (
    Argument,
    Function,
    Weighing,
    number,
    stand,
)

_Key = tuple[int, float, str]
"""How a value is compared: first by what sort of thing it is."""
_MISSING: _Key = (0, 0, "")


class _Property(NamedTuple):
    """A property, and the places of its values if they are listed."""

    name: str
    places: dict[str, int]
    descending: bool

    def key(self, argument: Argument) -> _Key:
        value = argument.properties.get(self.name)
        if value is None or isinstance(value, dict | list):
            return _MISSING
        if self.places:
            return 1, self.places.get(str(value).lower(), len(self.places)), ""
        found = number(value)
        return (1, found, "") if found is not None else (2, 0, str(value))


def make(settings: object) -> Function | None:
    """The function that gives each argument the place of its rank."""
    orders = [settings] if isinstance(settings, Mapping) else settings
    if not isinstance(orders, list):
        return None
    properties = [found for found in map(_property, orders) if found is not None]
    if len(properties) < len(orders):
        return None

    def weigh(argument: Argument, weighing: Weighing) -> float:
        if stand(argument, weighing) < len(argument.premises):
            return 0.0
        if not weighing.graph.issues_of[argument.conclusion]:
            return 1.0
        key = "ranks", id(properties), weighing.contest(argument.conclusion)
        if key not in weighing.known:
            weighing.known[key] = _ranks(weighing.rivals(argument.conclusion), properties)
        ranks: dict[tuple[_Key, ...], float] = weighing.known[key]
        return ranks[_keys(argument, properties)]

    return Function(weigh)


def _property(said: object) -> _Property | None:
    """What one item of a preference says; none if it cannot be made out."""
    if not isinstance(said, Mapping) or not isinstance(said.get("property"), str):
        return None
    order = said.get("order", "descending")
    if isinstance(order, list):
        places = {str(value).lower(): place for place, value in reversed([*enumerate(order)])}
        return _Property(said["property"], places, descending=False)
    if str(order).lower() not in {"ascending", "descending"}:
        return None
    return _Property(said["property"], {}, descending=str(order).lower() == "descending")


def _keys(argument: Argument, properties: list[_Property]) -> tuple[_Key, ...]:
    return tuple(property.key(argument) for property in properties)


def _ranks(arguments: list[Argument], properties: list[_Property]) -> dict[tuple[_Key, ...], float]:
    """What arguments weigh, by their keys."""
    places = []
    for property in properties:
        known = {property.key(argument) for argument in arguments} - {_MISSING}
        ordered = [_MISSING, *sorted(known, reverse=property.descending)]
        places.append({key: place for place, key in enumerate(ordered)})
    ranked: dict[tuple[int, ...], tuple[_Key, ...]] = {}
    for argument in arguments:
        keys = _keys(argument, properties)
        ranked[tuple(place[key] for place, key in zip(places, keys, strict=True))] = keys
    return {ranked[rank]: n / len(ranked) for n, rank in enumerate(sorted(ranked), 1)}
