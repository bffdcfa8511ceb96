"""Whether a passage that is not found was changed or taken out, judged by what is around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.sources.locating import Held
from argmap.sources.passages import Passage, SourceText, parse_place
from argmap.sources.stretches import Stretch, Stretches

_SEPARATOR = 2
_MOST_PIECES = 64
_SHORT = 20

Likeness = Callable[[Held, Passage], float]


class Slot(NamedTuple):
    """Passages that are not found and overlap one another: they share one fate."""

    start: int
    end: int
    passages: list[Held]


class Gap(NamedTuple):
    """Where in the new text some slots must have been.

    ``now`` is the stretch between the neighbours that are still there, ``before`` where it began
    and ``length`` how long it was, without passages that have moved; the length is None after
    the last neighbour, for where the text ended is not known.
    """

    now: Stretch
    before: int
    length: int | None
    slots: list[Slot]


def judge(
    passages: Sequence[Held],
    kept: set[int],
    source: SourceText,
    likeness: Likeness,
    quoted: Iterable[Stretch] = (),
) -> dict[int, Passage]:
    """What now stands in place of each passage that is not found, by the index of the passage.

    Those without an entry were taken out. ``kept`` are the indices of the passages that are
    found in their order; ``quoted`` is text that other claims quote, and so is in place of none.

    The neighbours before and after enclose a gap. What is in it belongs to the passages that are
    missing there, as far as the gap is larger than it would be without them. After the last
    neighbour, where that is not known, it must be in the right paragraph and may differ in
    length by a third, or by 20 characters. O(n log n), and at most 64 comparisons for each passage.
    """
    moved = [held for i, held in enumerate(passages) if held.now and i not in kept]
    spine = _Spine([passages[index] for index in sorted(kept)], source, passages)
    accounted = Stretches([*(held.now for held in moved if held.now), *quoted])
    left = Stretches((held.start, held.end) for held in moved)
    index_of = {id(held): index for index, held in enumerate(passages)}
    stands: dict[int, Passage] = {}
    for gap in spine.gaps(_slots(passages), left):
        pieces = list(_pieces(gap.now, source, accounted))
        for slot, piece in _assign(gap, pieces, likeness):
            stands |= {index_of[id(held)]: piece for held in slot.passages}
    return stands


def _slots(passages: Sequence[Held]) -> Iterator[Slot]:
    slot: Slot | None = None
    for held in passages:
        if held.now:
            continue
        if slot and held.start < slot.end:
            slot.passages.append(held)
            slot = slot._replace(end=max(slot.end, held.end))
        else:
            if slot:
                yield slot
            slot = Slot(held.start, held.end, [held])
    if slot:
        yield slot


class _Spine:
    """The passages that are found in their order and are not part of others of these."""

    def __init__(self, kept: Sequence[Held], source: SourceText, passages: Sequence[Held]) -> None:
        self._source = source
        self._held: list[Held] = []
        self._now: list[Stretch] = []
        for held in kept:
            if held.now and (not self._held or held.end > self._held[-1].end):
                self._held.append(held)
                self._now.append(held.now)
        self._starts = [held.start for held in self._held]
        self._ends = [held.end for held in self._held]
        self._paragraph_starts = [part.start for part in source.paragraphs]
        title = source.title
        self._body = title.end if title else 0
        self._body_before = min([self._body, *(held.start for held in passages[:1])])
        first = parse_place(passages[0].place) if passages else None
        if first in {(1, 1), (1, None)}:
            self._body_before = passages[0].start

    def gaps(self, slots: Iterable[Slot], left: Stretches) -> Iterator[Gap]:
        """The gaps that the slots are in; neighbouring slots share theirs."""
        gap: Gap | None = None
        for slot in slots:
            low, low_before, high, high_before = self._around(slot)
            now = low, max(low, high)
            length = None
            if high_before is not None:
                length = high_before - low_before - left.size(low_before, high_before)
            if gap and gap.now == now:
                gap.slots.append(slot)
                continue
            if gap:
                yield gap
            gap = Gap(now, low_before, length, [slot])
        if gap:
            yield gap

    def _around(self, slot: Slot) -> tuple[int, int, int, int | None]:
        """Where the text begins and ends that is between a slot's neighbours: now and before.

        A neighbour that reaches into the slot encloses less of it.
        """
        low, low_before = self._body, self._body_before
        before = bisect_right(self._starts, slot.start) - 1
        if before >= 0:
            low_before = min(self._ends[before], slot.start)
            inner = low_before - self._starts[before]
            start, end = self._now[before]
            low = end if low_before == self._ends[before] else min(start + inner, end)
        after = bisect_left(self._ends, slot.end)
        if after < len(self._ends):
            high_before = max(self._starts[after], slot.end)
            start, end = self._now[after]
            inner = self._ends[after] - high_before
            high = start if high_before == self._starts[after] else max(start, end - inner)
            return low, low_before, high, high_before
        start, end = self._paragraph(slot, before, low, low_before)
        skipped = max(start - low, 0)
        return low + skipped, low_before + skipped, end, None

    def _paragraph(self, slot: Slot, before: int, low: int, low_before: int) -> Stretch:
        """The paragraph that a slot after all neighbours should be in, counted from the last."""
        paragraphs = self._source.paragraphs
        here = bisect_right(self._paragraph_starts, max(low - 1, 0)) - 1
        named = parse_place(slot.passages[0].place)
        last = parse_place(self._held[before].place) if before >= 0 else (0, None)
        if named and last:
            base = here if before >= 0 or self._source.title else -1
            here = base + max(named[0] - last[0], 0)
        elif slot.start - low_before >= _SEPARATOR:
            here += 1
        if not 0 <= here < len(paragraphs):
            return len(self._source.text), len(self._source.text)
        return paragraphs[here].start, paragraphs[here].end


def _pieces(now: Stretch, source: SourceText, accounted: Stretches) -> Iterator[Passage]:
    """The sentences, or parts of such, that stand in a gap and that nothing accounts for."""
    for index in source.sentences_in(*now):
        sentence = source.sentences[index]
        start, end = max(sentence.start, now[0]), min(sentence.end, now[1])
        for stretch in accounted.outside(start, end):
            piece = source.between(*stretch)
            if any(map(str.isalnum, piece.text)):
                yield piece


def _assign(
    gap: Gap, pieces: Sequence[Passage], likeness: Likeness
) -> Iterator[tuple[Slot, Passage]]:
    """Give each slot the piece that suits it best, the best suited first, while there is room."""
    sizes = [slot.end - slot.start for slot in gap.slots]
    total = sum(len(piece.text) for piece in pieces)
    whole = _is_about(total, sum(sizes))
    room, tight = 0, False
    if gap.length is not None:
        spare = gap.length - sum(sizes)
        room = total - max(spare, 0)
        tight = spare <= _SEPARATOR * (len(gap.slots) + 1)
    taken: set[int] = set()
    given: set[int] = set()
    for _, s, p in _suits(gap, pieces, likeness):
        if s in given or p in taken:
            continue
        size = len(pieces[p].text)
        if gap.length is None:
            fits = whole or _is_about(size, sizes[s])
        else:
            fits = tight or 4 * room >= sizes[s]
        if fits:
            room -= size
            given.add(s)
            taken.add(p)
            yield gap.slots[s], pieces[p]


def _is_about(size: int, before: int) -> bool:
    return abs(size - before) <= max(before // 3, _SHORT)


def _suits(gap: Gap, pieces: Sequence[Passage], likeness: Likeness) -> list[tuple[float, int, int]]:
    """How well slots and pieces suit by likeness and position, best first; each tries 64."""
    if len(gap.slots) == len(pieces) == 1:
        return [(0, 0, 0)]
    starts = [piece.start for piece in pieces]
    suits = []
    for s, slot in enumerate(gap.slots):
        expected = gap.now[0] + slot.start - gap.before
        middle = bisect_left(starts, expected)
        first = max(0, min(middle - _MOST_PIECES // 2, len(pieces) - _MOST_PIECES))
        for p in range(first, min(first + _MOST_PIECES, len(pieces))):
            distance = abs(starts[p] - expected) / (slot.end - slot.start)
            like = max(likeness(held, pieces[p]) for held in slot.passages)
            suits.append((-like / 100 - 1 / (1 + distance), s, p))
    return sorted(suits)
