"""Where the segments of a graph stand in its text."""

from collections.abc import Iterable

from argmap.model.anchor import Anchor

_PATIENCE = 20
Stretch = tuple[int, int]


def located(segments: Iterable[tuple[str, str]], text: str) -> tuple[dict[str, Stretch], int]:
    """Where each segment, of an id and its words, stands, in order; and how many do not.

    Linear: when twenty have not been found, no more are looked for.
    """
    found: dict[str, Stretch] = {}
    missed = at = 0
    for id, words in segments:
        start = text.find(words, at) if words and missed < _PATIENCE else -1
        if start < 0:
            missed += 1
            continue
        at = start + len(words)
        found[id] = start, at
    return found, missed


def anchor_of(stretches: Iterable[Stretch], text: str) -> Anchor | None:
    """The passage that the stretches make, as far as only white space parts them."""
    start = end = -1
    for first, last in stretches:
        if start < 0:
            start, end = first, last
        elif last > end and not text[end:first].strip():
            end = last
        else:
            break
    return Anchor(start=start, end=end, quote=text[start:end]) if start >= 0 else None
