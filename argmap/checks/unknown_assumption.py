"""A claim is said to be granted or left open in words that say neither.

Of a claim without reasons a map can say {assumed: true}, that it is granted, {assumed: false},
that it is not, or {unsure: true}, that it is left open; its front matter can say assumed: false of
all of them. Any other value says nothing: the claim is judged as if it were not there.

Bad::

    [Honest]: The witness is honest.
      + [Record]: She has never been caught in a lie. {unsure: perhaps}

Good::

    [Honest]: The witness is honest.
      + [Record]: She has never been caught in a lie. {unsure: true}
"""

from collections.abc import Iterator

from argmap.checks._check import Check, name_of, quoted
from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.model.span import Span

_KEYS = ("assumed", "unsure")


def run(map: ArgumentMap) -> Iterator[Diagnostic]:
    """Yield a warning for each value of these keys that is neither true nor false. Linear."""
    if not isinstance(map.data.get("assumed", True), bool):
        value = quoted(str(map.data["assumed"]))
        written = next((claim.span for claim in map.claims.values() if claim.span), None)
        finding = _finding(f"the map says assumed: {value}, which is neither true nor false")
        yield finding._replace(span=written and Span(written.file, 1, 1, 1, 1))
    for claim in map.claims.values():
        for key in _KEYS:
            if key in claim.data and not isinstance(claim.data[key], bool):
                value = quoted(str(claim.data[key]))
                said = f"{name_of(claim)} has {key}: {value}, which is neither true nor false"
                yield _finding(said, key)._replace(span=claim.span, claims=(claim.id,))


def _finding(message: str, key: str = "assumed") -> Diagnostic:
    hint = f"write {key}: true or {key}: false; as it is, it has no effect"
    return Diagnostic(CHECK.code, "warning", message, hint=hint)


CHECK = Check("RE17", "unknown-assumption", run)
