"""The anchors of a map, looked up in a source text."""

import re

from argmap.model.anchor import Anchor
from argmap.model.map import ArgumentMap
from argmap.sources.anchoring import digest
from argmap.sources.locating import Held, locate
from argmap.sources.passages import SourceText
from argmap.sources.stretches import Stretch

_HASH = re.compile(r"[0-9a-fA-F]{12}")


def flaw(anchor: Anchor) -> str:
    """What keeps an anchor from pointing anywhere, as the end of a sentence; empty if nothing."""
    start, end = anchor.start, anchor.end
    if not (anchor.quote or anchor.hash or start is not None or end is not None):
        return "has neither a quote nor offsets with a hash"
    if (start is None) != (end is None):
        return "has one offset without the other"
    if start is not None and end is not None and start < 0:
        return f"begins before the text, at {start}"
    if start is not None and end is not None and end <= start:
        return f"ends at {end}, where or before it begins ({start})"
    if anchor.hash and not _HASH.fullmatch(anchor.hash):
        return f"has a hash that is not twelve hexadecimal digits: {anchor.hash[:40]!r}"
    if anchor.quote:
        return _flaw_of_quote(anchor)
    if start is None:
        return "has a hash without offsets"
    if not anchor.hash:
        return "has offsets without a hash"
    return "has the hash of no words at all" if anchor.hash.lower() == digest("") else ""


def _flaw_of_quote(anchor: Anchor) -> str:
    if not anchor.quote.strip():
        return "quotes no words at all"
    if anchor.hash and anchor.hash.lower() != digest(anchor.quote):
        return "has a hash that is not that of its quote"
    return ""


class Anchored:
    """Each anchored claim with what its anchor holds on to.

    ``flaws`` says what is wrong with the anchors that are malformed; ``quoted`` is where each
    quote stands, the likeliest place first; ``held`` is the passage of each claim that keeps
    but a hash, and ``passages`` are these in order, claims with the same passage sharing one.
    """

    def __init__(self, map: ArgumentMap, source: SourceText) -> None:
        self.flaws: dict[str, str] = {}
        self.quoted: dict[str, list[Stretch]] = {}
        self.held: dict[str, Held] = {}
        self._alike: dict[tuple[int, int, str], Held] = {}
        for claim in map.claims.values():
            if claim.source:
                self._add(claim.id, claim.source, source)
        self.passages = sorted(self._alike.values(), key=lambda held: (held.start, -held.end))
        locate(self.passages, source)

    def now(self, claim: str) -> Stretch | None:
        """Where the passage of a claim is in the text, if it is there."""
        if claim in self.held:
            return self.held[claim].now
        return next(iter(self.quoted.get(claim, ())), None)

    def _add(self, claim: str, anchor: Anchor, source: SourceText) -> None:
        wrong = flaw(anchor)
        if wrong:
            self.flaws[claim] = wrong
        elif anchor.quote:
            self.quoted[claim] = _occurrences(anchor, source)
        elif anchor.start is not None and anchor.end is not None:
            key = anchor.start, anchor.end, anchor.hash.lower()
            held = self._alike.setdefault(key, Held(*key, anchor.place))
            held.claims.append(claim)
            self.held[claim] = held


def _occurrences(anchor: Anchor, source: SourceText) -> list[Stretch]:
    """Where a quote stands; only the nearest place if the anchor has offsets too."""
    found = source.wording.occurrences(anchor.quote, anchor.prefix, anchor.suffix)
    if anchor.start is not None and found:
        start = anchor.start
        return [min(found, key=lambda stretch: abs(stretch[0] - start))]
    return found
