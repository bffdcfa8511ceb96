"""Words that an option does not know, and which of those that it knows was meant."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from argmap.cli.errors import UserError
from argmap.model.relation import KINDS, Kind

_MEANT = {"stand": "in", "stands": "in", "fall": "out", "falls": "out", "open": "undecided"}
"""What labels are called in answers, and on the command line."""


def suggesting(types: Iterable[Any]) -> None:
    """Make those of the types that are choices say which one may have been meant."""
    for type in types:
        if hasattr(type, "get_invalid_choice_message"):
            known = [str(choice) for choice in type.choices]
            said = type.get_invalid_choice_message
            type.get_invalid_choice_message = partial(_message, said, known)


def _message(said: Callable[..., str], known: list[str], value: object, **more: object) -> str:
    from argmap.query.search import nearest_names

    word = str(value)
    near = [_MEANT[word]] if _MEANT.get(word) in known else nearest_names(word, known, 1)
    message = said(value=value, **more)
    return f"{message.rstrip('.')}. Did you mean {near[0]!r}?" if near else message


def known_kinds(names: Iterable[str]) -> list[Kind]:
    """The kinds of relations of these names; raises :class:`UserError` if one is none."""
    return [_kind(name) for name in names]


def _kind(name: str) -> Kind:
    for kind in KINDS:
        if kind == name:
            return kind
    from argmap.query.search import nearest_names

    near = nearest_names(name, KINDS, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(KINDS)}"
    raise UserError(f"there is no kind of relation {name!r}", hint)
