"""The metadata keys that argmap gives a meaning; everything else stays free data.

``id``      the claim's id, instead of one made from its title
``weight``  a number from 0 to 1
``source``  ``{place, span: [start, end], hash, quote, prefix, suffix}``: where the claim is made
            in its source text (see :class:`~argmap.model.anchor.Anchor`)
``quote``   the same as ``source: {quote: …}``
"""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.model.anchor import Anchor

_JUDGED_BY = ("weight", "assumed", "unsure", "expect")
"""The keys that a verdict depends on: it would be another one, unnoticed, if they were misspelt."""
_OTHER_WORDS = frozenset({"expert"})
"""What is nearly such a key, and a word of its own."""
_ANCHOR_KEYS = frozenset({"place", "span", "hash", "quote", "prefix", "suffix"})


class Known(NamedTuple):
    """What the known keys say, the data that is left, and what was wrong with the known ones."""

    id: str
    source: Anchor | None
    weight: float | None
    data: dict[str, object]
    problems: tuple[str, ...]


def take_known(data: Mapping[str, object]) -> Known:
    """Take the known keys out of metadata; one that is not as it should be stays in."""
    rest = dict(data)
    problems: list[str] = []
    id = rest.pop("id", "")
    if not isinstance(id, str):
        id = str(id)
    weight = rest.get("weight")
    if isinstance(weight, int | float) and not isinstance(weight, bool) and 0 <= weight <= 1:
        del rest["weight"]
        weight = float(weight)
    elif weight is not None:
        problems.append(f"a weight is a number from 0 to 1, and this is {weight!r}")
        weight = None
    source = _read_anchor(rest)
    if source is not None:
        rest.pop("source", None)
        rest.pop("quote", None)
    elif isinstance(rest.get("source"), Mapping):
        problems.append("the source is not an anchor: it has place, span and hash, or a quote")
    if rest:
        problems += _misspelt(rest, data)
    return Known(id, source, weight, rest, tuple(problems))


def _misspelt(rest: Mapping[str, object], data: Mapping[str, object]) -> list[str]:
    """What is wrong with keys that are nearly one that a verdict depends on."""
    from argmap.formats.argdown.described import is_misspelt

    return [
        f"{word!r} means nothing of a claim: did you mean {key!r}?"
        for word in rest
        for key in _JUDGED_BY
        if key not in data and word not in _OTHER_WORDS and is_misspelt(word, key)
    ]


def _read_anchor(data: Mapping[str, object]) -> Anchor | None:
    """The anchor that ``source`` and ``quote`` describe, if that is all they say."""
    written = data.get("source", {})
    if not isinstance(written, Mapping) or not _ANCHOR_KEYS.issuperset(written):
        return None
    quote = data.get("quote")
    fields = dict(written) | ({"quote": quote} if isinstance(quote, str) else {})
    if not fields:
        return None
    span = fields.pop("span", None)
    start = end = None
    if span is not None:
        if not (isinstance(span, list) and len(span) == 2):  # noqa: PLR2004
            return None
        start, end = span
        if not (isinstance(start, int | None) and isinstance(end, int | None)):
            return None
    texts = {key: value if isinstance(value, str) else str(value) for key, value in fields.items()}
    return Anchor(start=start, end=end, **texts)
