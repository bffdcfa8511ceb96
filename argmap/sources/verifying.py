"""Checking the anchors of a map against the text that they point into."""

import unicodedata
from collections.abc import Iterator, Sequence

from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.map import ArgumentMap
from argmap.sources.anchored import Anchored
from argmap.sources.judging import judge
from argmap.sources.locating import Held, in_order
from argmap.sources.nearest import Nearest, likeness
from argmap.sources.passages import Passage, SourceText, parse_place
from argmap.sources.stretches import Stretches

_SHORT = 80
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def verify(map: ArgumentMap, source: SourceText) -> list[Diagnostic]:
    """What does not hold of the anchors of a map, claim by claim in the order written.

    The codes: AN01 the passage was changed; AN02 it was taken out; AN03 it was moved past
    others; AN04 it is unchanged at other offsets (one note for all such, and the last); AN05 the
    quote is not in the text; AN06 it is there more than once; AN07 its place is another than
    stated; AN08 the anchor is malformed. Offsets beyond the end are no flaw of form, for the
    text may have become shorter.

    Linear in map and text if nothing changed; the cost of finding what did is stated at
    :func:`~argmap.sources.locating.locate`.
    """
    return list(_Verification(map, source).diagnostics())


def uncovered(map: ArgumentMap, source: SourceText) -> list[Passage]:
    """The sentences, title excluded, that overlap the passage of no anchored claim.

    Passages count where they are now, and those that are no longer in the text do not. Costs
    what :func:`verify` costs.
    """
    anchored = Anchored(map, source)
    places = map.claims if anchored.held or anchored.quoted else ()
    covered = Stretches(now for claim in places if (now := anchored.now(claim)))
    return [
        part
        for part in source.sentences
        if part.place != "¶0" and not any(covered.inside(part.start, part.end))
    ]


class _Verification:
    def __init__(self, map: ArgumentMap, source: SourceText) -> None:
        self._map = map
        self._source = source
        self._anchored = Anchored(map, source)
        passages = self._anchored.passages
        kept = in_order(passages)
        quoted = [found[0] for found in self._anchored.quoted.values() if found]
        stands = judge(passages, kept, source, self._likeness, quoted)
        self._moved = {id(passages[i]) for i in range(len(passages)) if i not in kept}
        self._stands = {id(passages[i]): piece for i, piece in stands.items()}
        self._nearest: Nearest | None = None
        self._unchanged = _unchanged(passages, source)

    def diagnostics(self) -> Iterator[Diagnostic]:
        shifted = []
        for claim in self._map.claims.values():
            if claim.source is None:
                continue
            found = self._check(claim, claim.source)
            if found:
                yield found
            elif self._is_shifted(claim.id, claim.source):
                shifted.append(claim.id)
        if shifted:
            yield _shifted(shifted)

    def _check(self, claim: Claim, anchor: Anchor) -> Diagnostic | None:
        wrong = self._anchored.flaws.get(claim.id)
        if wrong:
            return _finding(
                "AN08",
                "error",
                claim,
                f"the anchor of {claim.id!r} {wrong}",
                "give a quote, or two offsets and a hash; `argmap anchor` works them out",
            )
        held = self._anchored.held.get(claim.id)
        found = self._check_held(claim, anchor, held) if held else self._check_quote(claim, anchor)
        if found or self._is_shifted(claim.id, anchor):
            return found
        return self._check_place(claim, anchor)

    def _check_held(self, claim: Claim, anchor: Anchor, held: Held) -> Diagnostic | None:
        if held.now is None:
            return self._lost(claim, anchor, self._stands.get(id(held)))
        if id(held) not in self._moved:
            return None
        place = self._source.place_of(held.now[0])
        return _finding(
            "AN03",
            "warning",
            claim,
            f"the passage of {claim.id!r} has moved{_words_of(' from ', anchor.place)}"
            f"{_words_of(' to ', place)}",
            f"its offsets are now {held.now[0]} to {held.now[1]}; "
            "see whether the claim still holds there, and run `argmap anchor`",
        )

    def _lost(self, claim: Claim, anchor: Anchor, piece: Passage | None) -> Diagnostic:
        which = f"the passage of {claim.id!r}{_words_of(' at ', anchor.place)}"
        if piece:
            return _finding(
                "AN01",
                "error",
                claim,
                f"{which} no longer says what it said",
                f"where it stood, {_described(piece)}",
            )
        return _finding(
            "AN02",
            "error",
            claim,
            f"{which} is no longer in the text",
            self._hint_at_nearest(claim.words),
        )

    def _check_quote(self, claim: Claim, anchor: Anchor) -> Diagnostic | None:
        found = self._anchored.quoted[claim.id]
        if not found:
            return _finding(
                "AN05",
                "error",
                claim,
                f"the quote of {claim.id!r} is not in the text",
                self._hint_at_nearest(anchor.quote),
            )
        if len(found) == 1:
            return None
        places = ", ".join(self._source.place_of(start) for start, _ in found[:5])
        return _finding(
            "AN06",
            "warning",
            claim,
            f"the quote of {claim.id!r} is in the text {len(found)} times",
            f"tell which is meant by a prefix or suffix; the first are in {places}",
        )

    def _check_place(self, claim: Claim, anchor: Anchor) -> Diagnostic | None:
        now = self._anchored.now(claim.id)
        stated = parse_place(anchor.place)
        if now is None or stated is None or now[0] > self._unchanged:
            return None
        place = self._source.place_of(now[0])
        actual = parse_place(place)
        if stated == actual or (actual and stated == (actual[0], None)):
            return None
        return _finding(
            "AN07",
            "warning",
            claim,
            f"the passage of {claim.id!r} is not at {shown(anchor.place)}"
            f"{_words_of(' but at ', place)}",
            f"write {place}" if place else "",
        )

    def _is_shifted(self, claim: str, anchor: Anchor) -> bool:
        now = self._anchored.now(claim)
        return now is not None and anchor.start is not None and now != (anchor.start, anchor.end)

    def _hint_at_nearest(self, words: str) -> str:
        if self._nearest is None:
            self._nearest = Nearest(self._source)
        piece = self._nearest.passage(words)
        return f"nearest to it, {_described(piece)}" if piece else "nothing in the text is like it"

    def _likeness(self, held: Held, piece: Passage) -> float:
        return max(likeness(self._map.claims[id].words, piece.text) for id in held.claims)


def _unchanged(passages: Sequence[Held], source: SourceText) -> int:
    """Up to where the text is as it was, as far as the passages tell: places hold so far."""
    ends = [len(source.text)]
    for held in passages:
        if held.now != (held.start, held.end):
            ends += (held.start, held.now[0] if held.now else held.start)
    return min(ends)


def _finding(code: str, severity: Severity, claim: Claim, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, severity, message, claim.span, hint, (claim.id,))


def _shifted(claims: list[str]) -> Diagnostic:
    what = "1 passage is" if len(claims) == 1 else f"{len(claims)} passages are"
    return Diagnostic(
        "AN04",
        "note",
        f"{what} unchanged but at other offsets than stated",
        None,
        "the text before grew or shrank; `argmap anchor` gives the new offsets",
        tuple(claims),
    )


def _words_of(preposition: str, place: str) -> str:
    return preposition + shown(place) if place else ""


def _described(piece: Passage) -> str:
    where = f"at {piece.place} (offsets {piece.start} to {piece.end})"
    return f"{where}, is: “{shown(piece.text)}”"


def shown(text: str) -> str:
    """The beginning of a text on one line, safe to print: no control or invisible characters."""
    words = " ".join(text[: 4 * _SHORT].split())
    words = "".join(c for c in words if unicodedata.category(c) not in _UNSEEN)
    return words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"
