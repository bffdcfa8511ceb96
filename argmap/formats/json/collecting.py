"""Collecting the records of a map as they are read, and what is wrong with some of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

from argmap.formats._format import Reading, Source
from argmap.formats.json.making import (
    MALFORMED,
    argument_of,
    claim_of,
    reason,
    relation_of,
    section_of,
)
from argmap.formats.json.places import Lines
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft

_HINT = "`argmap schema map` prints what a map looks like; the other records are read"

MAKERS: Mapping[str, Callable[[Mapping[str, Any]], object]] = MappingProxyType(
    {
        "sections": section_of,
        "claims": claim_of,
        "relations": relation_of,
        "arguments": argument_of,
    }
)
"""What makes the records of each array of a map; each raises an error of `MALFORMED`."""


class Collected:
    """The records that were made, by the array that they are of, in the order read."""

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._lines = Lines(source.text, source.name)
        self._made: dict[str, list[Any]] = {}
        self._problems: dict[str, list[Diagnostic]] = {}

    def begin(self, array: str) -> None:
        """Begin an array; forget what was in one of the same name."""
        self._made[array] = []
        self._problems.pop(array, None)

    def forget(self, array: str) -> None:
        """Forget an array and all that is wrong with it."""
        self._made.pop(array, None)
        self._problems.pop(array, None)

    def __contains__(self, array: str) -> bool:
        return array in self._made

    def take(self, array: str, record: Any, offset: int, number: int | None = None) -> None:  # noqa: ANN401  # plain data
        """Make a record, or report that the one that stands there cannot be made."""
        try:
            self._made[array].append(MAKERS[array](record))
        except MALFORMED as error:
            what = "this record" if number is None else f"{array}[{number}]"
            self.report(array, f"{what} {reason(error)}", offset)

    def report(
        self, array: str, message: str, offset: int, hint: str = _HINT, code: str = "JS02"
    ) -> None:
        """Report that something about an array is not as it should be."""
        diagnostic = Diagnostic(code, "error", message, self._lines.span(offset), hint)
        self._problems.setdefault(array, []).append(diagnostic)

    def records(self, arrays: Iterable[str]) -> Iterator[Any]:
        """The records of these arrays, of one after the other."""
        return chain.from_iterable(self._made.get(array, ()) for array in arrays)

    def problems(self) -> list[Diagnostic]:
        """All that is wrong, array by array."""
        return list(chain.from_iterable(self._problems.values()))

    def reading(self, members: Mapping[str, Any]) -> Reading:
        """The map of all records, which has its name and data from these members."""
        name, data = members.get("name"), members.get("data")
        draft = Draft(
            name if isinstance(name, str) and name else self._name,
            data if isinstance(data, dict) else {},
        )
        draft.diagnostics += self.problems()
        add: dict[str, Callable[[Any], object]] = {
            "sections": draft.section,
            "claims": draft.claim,
            "relations": draft.relation,
            "arguments": draft.argument,
        }
        for array, take in add.items():
            for record in self._made.pop(array, ()):
                take(record)
        return Reading(*draft.build())
