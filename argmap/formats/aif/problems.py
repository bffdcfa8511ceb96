"""What is wrong or noteworthy with an AIF graph: the codes, in words, and where it stands."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from argmap.formats._format import Source
from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.span import Span

if TYPE_CHECKING:
    from argmap.formats.json.places import Places

_KEPT = "it is kept and will be written again, but is no part of the map"
_PROBLEMS: dict[str, tuple[Severity, str, str]] = {
    "AF02": ("error", "{where} {why}", "it is left out; the other items are read"),
    "AF03": (
        "error",
        "the edge {id} has {gone} at an end, which no node is called",
        "add the node, or take the edge out; the rest of the graph is read",
    ),
    "AF04": (
        "error",
        "the id {id} is that of an earlier node; this one is called {new}",
        "give each node an id of its own; edges are taken to mean the earlier node",
    ),
    "AF05": ("warning", "the node {id} has the type {type}, which AIF does not have", _KEPT),
    "AF06": ("warning", "the claim {id} has no text", ""),
    "AF07": ("warning", "the {what} {id} has no claim as a premise", _KEPT),
    "AF08": ("warning", "the {what} {id} has no conclusion", _KEPT),
    "AF09": (
        "warning",
        "the {what} {id} has {count} conclusions",
        "it is read as one step to each of them",
    ),
    "AF10": ("warning", "the edge {id} joins {source} to {target}, which AIF does not", _KEPT),
    "AF11": ("warning", "the edge {id} joins {source} to itself", _KEPT),
    "AF12": ("warning", "the edge {id} joins what an earlier edge joins already", _KEPT),
    "AF13": ("warning", "the {what} {id} bears only on what leads to no claim", _KEPT),
    "AF14": ("note", "locutions of nodes that are not in this file: {count}", ""),
    "AF15": (
        "note",
        "locutions of claims or schemes, without an utterance between: {count}",
        "the person of such a claim is taken to be the one who says it",
    ),
    "AF16": ("note", "there are no nodes", ""),
    "AF17": ("warning", "{where} names no node", "it is kept and will be written again"),
    "AF18": (
        "note",
        "rephrases that lead round in a circle: {count}",
        "all of it says the same thing",
    ),
    "AF19": (
        "note",
        "conflicts with several premises: {count}",
        "these are read as linked: they conflict with it only together",
    ),
    "AF20": (
        "note",
        "preferences, which are no part of the map: {count}",
        "they are kept and will be written again",
    ),
    "AF21": (
        "warning",
        'what {where} has under "argmap" is not as argmap writes it',
        "it is kept, but not understood",
    ),
}
"""Notes are given once a file, with a count."""
CODES = frozenset({"AF01", *_PROBLEMS})
"""All codes; AF01 is what is no AIF at all."""


class Problems:
    """The diagnostics of a file as they turn up; ``inside`` is the member that holds the graph."""

    def __init__(self, source: Source, inside: str = "") -> None:
        self.found: list[Diagnostic] = []
        self._source = source
        self._inside = inside
        self._places: Places | None = None
        self._numbers: dict[int, int] = {}
        self._numbered: set[str] = set()

    def at(
        self, array: str, number: int | None, code: str, /, *about: str, **words: object
    ) -> None:
        """Report a problem of an item of an array."""
        severity, message, hint = _PROBLEMS[code]
        # To find the place of an item takes as long as to read the file: a note is not worth it.
        start = Span(self._source.name, 1, 1, 1, 1)
        span = start if severity == "note" else self._place(array, number)
        self.found.append(Diagnostic(code, severity, message.format(**words), span, hint, about))

    def of(
        self,
        array: str,
        items: Sequence[Any],
        item: object,
        code: str,
        /,
        *about: str,
        **words: object,
    ) -> None:
        """Report a problem of an item that is one of those in an array."""
        if array not in self._numbered:
            self._numbered.add(array)
            self._numbers |= {id(each): number for number, each in enumerate(items)}
        self.at(array, self._numbers.get(id(item)), code, *about, **words)

    def nothing(self, message: str, hint: str, code: str, span: Span | None = None) -> None:
        """Report that there is nothing to read."""
        span = span or Span(self._source.name, 1, 1, 1, 1)
        self.found.append(Diagnostic(code, "error", message, span, hint))

    def _place(self, array: str, number: int | None) -> Span:
        from argmap.formats.json.places import Places

        if self._places is None:
            self._places = Places(self._source.text, self._source.name, self._inside)
        return self._places.span(array, number)


def quoted(id: object) -> str:
    """An id as it is named in a message."""
    return repr(id) if isinstance(id, str | int) else "that has none"


def described(type: object, key: str) -> str:
    """A node as it is named in a message."""
    return f"the {called(type)} {key!r}"


_CALLED: Mapping[object, str] = {
    "I": "claim",
    "L": "locution",
    "RA": "inference",
    "CA": "conflict",
    "MA": "rephrase",
    "PA": "preference",
    "TA": "transition",
    "YA": "illocution",
}


def called(type: object) -> str:
    """What nodes of a type are called."""
    return _CALLED.get(type, "node") if isinstance(type, str) else "node"
