"""Finding again, in a text that may have changed, passages of which only a hash is kept."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.sources.anchoring import digest, digest_collapsed
from argmap.sources.passages import SourceText
from argmap.sources.stretches import Stretch, Stretches
from argmap.sources.wording import collapse, is_whole

_WORD_START = re.compile(
    r"(?<!\w)\S|[^\w\s]|[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LONGEST_RUN = 6
_MOST_WINDOWS = 1_000_000
_MOST_CHARACTERS = 300_000_000
_NEARBY = 32


class Held:
    """A passage that claims are anchored to: where it was, and where it is ``now`` if found."""

    __slots__ = ("claims", "end", "hash", "now", "place", "start")

    def __init__(self, start: int, end: int, hash: str, place: str = "") -> None:
        self.start = start
        self.end = end
        self.hash = hash
        self.place = place
        self.claims: list[str] = []
        self.now: Stretch | None = None

    def __repr__(self) -> str:
        return f"<Held {self.start}-{self.end}, now {self.now}: {self.claims}>"


Candidates = dict[str, list[Stretch]]


def locate(passages: Sequence[Held], source: SourceText) -> None:
    """Set ``now`` of each passage that the text still has.

    The passages are in order of their old starts, the longer of two with the same start first.
    Looked at are, in turn: the old offsets; every run of one to six sentences; the old offsets
    shifted as a neighbour was; every stretch of the old length that begins with a word. A
    passage that occurs more than once is found between its neighbours or, where that leaves no
    choice, wherever it is.

    Costs, for a text of s sentences and w words: a hash of each passage; if some are not found,
    6 s hashes of runs no more than twice as long as the longest of these, or half the shortest;
    then w hashes for each length of a passage still sought, at most about a million (and of
    300 million characters) in all: past that, only the words around the place where the passage
    should be are tried.
    """
    for held in passages:
        if digest(source.at(held.start, held.end)) == held.hash:
            held.now = held.start, held.end
    search = _Search(passages, source)
    if search.unresolved():
        search.settle(search.runs())
    if search.unresolved():
        search.settle(search.windows())


class _Search:
    def __init__(self, passages: Sequence[Held], source: SourceText) -> None:
        self._passages = passages
        self._source = source
        self._taken = {(held.hash, *held.now) for held in passages if held.now}

    def unresolved(self) -> list[Held]:
        return [held for held in self._passages if held.now is None]

    def settle(self, candidates: Candidates) -> None:
        """Find as many passages as can be found among the candidates, the surest first."""
        candidates = self._unaccounted(candidates)
        self._settle_counted(candidates, fewer=False)
        self._settle_shifted(self._passages)
        self._settle_shifted(self._passages[::-1])
        self._settle_between(candidates)
        self._settle_counted(candidates, fewer=True)
        self._settle_shifted(self._passages)

    def _take(self, held: Held, stretch: Stretch) -> None:
        held.now = stretch
        self._taken.add((held.hash, *stretch))

    def _free(self, hash: str, candidates: Candidates) -> list[Stretch]:
        return [s for s in candidates.get(hash, ()) if (hash, *s) not in self._taken]

    def _unaccounted(self, candidates: Candidates) -> Candidates:
        """The candidates without those that are part of another passage's text.

        A passage that was itself part of another may be anywhere.
        """
        found = [held for held in self._passages if held.now]
        before = Stretches((held.start, held.end) for held in found)
        now = Stretches(held.now for held in found if held.now)
        nested = {
            held.hash for held in self.unresolved() if any(before.inside(held.start, held.end))
        }
        return {
            hash: [s for s in stretches if hash in nested or not now.hold(*s)]
            for hash, stretches in candidates.items()
        }

    def _settle_counted(self, candidates: Candidates, *, fewer: bool) -> None:
        """Passages with as many places left, or fewer, as there are passages with the words."""
        for hash, alike in self._by_hash().items():
            free = self._free(hash, candidates)
            if len(free) == len(alike) or (fewer and len(free) < len(alike)):
                for held, stretch in zip(alike, sorted(free), strict=False):
                    self._take(held, stretch)

    def _settle_shifted(self, passages: Sequence[Held]) -> None:
        """Passages that went where the one before them in this order went."""
        shift: int | None = None
        for held in passages:
            if held.now:
                shift = held.now[0] - held.start
            elif shift is not None:
                start, end = held.start + shift, held.end + shift
                if (
                    start >= 0
                    and (held.hash, start, end) not in self._taken
                    and digest(self._source.at(start, end)) == held.hash
                ):
                    self._take(held, (start, end))

    def _settle_between(self, candidates: Candidates) -> None:
        """Passages with a place between those of their neighbours: the nearest such."""
        for held, expected, low, high in self._expectations():
            stretches = candidates.get(held.hash, [])
            middle = bisect_left(stretches, (expected, expected))
            fitting = [
                stretch
                for stretch in stretches[max(middle - _NEARBY, 0) : middle + _NEARBY]
                if low <= stretch[0] <= high and (held.hash, *stretch) not in self._taken
            ]
            if fitting:
                self._take(held, _closest(fitting, expected))

    def _expectations(self) -> list[tuple[Held, int, int, int]]:
        """For each passage not found: where it should start, and its neighbours' starts."""
        highs = []
        high = len(self._source.text)
        for held in reversed(self._passages):
            high = held.now[0] if held.now else high
            highs.append(high)
        low = shift = 0
        expected = []
        for held, above in zip(self._passages, reversed(highs), strict=True):
            if held.now:
                low, shift = held.now[0], held.now[0] - held.start
            else:
                expected.append((held, held.start + shift, low, above))
        return expected

    def _by_hash(self) -> dict[str, list[Held]]:
        alike: dict[str, list[Held]] = {}
        for held in self.unresolved():
            alike.setdefault(held.hash, []).append(held)
        return alike

    def runs(self) -> Candidates:
        """Where runs of sentences have the hash of a passage that is not found."""
        wanted = self._by_hash()
        # NFC makes some letters two; white space, which is collapsed, only makes a run shorter.
        lengths = [held.end - held.start for held in self.unresolved()]
        shortest, longest = min(lengths) // 2, max(lengths) * 2
        text, parts = self._source.text, self._source.sentences
        words = [collapse(part.text) for part in parts]
        gaps = [" " if text[a.end : b.start] else "" for a, b in pairwise(parts)]
        found: Candidates = {}
        for first in range(len(parts)):
            run = ""
            for last in range(first, min(first + _LONGEST_RUN, len(parts))):
                run += (gaps[last - 1] if run else "") + words[last]
                if len(run) > longest:
                    break
                hash = digest_collapsed(run) if len(run) >= shortest else ""
                if hash in wanted:
                    found.setdefault(hash, []).append((parts[first].start, parts[last].end))
        return found

    def windows(self) -> Candidates:
        """Where stretches of the old length that begin with a word have the hash sought."""
        by_length: dict[int, list[tuple[Held, int]]] = {}
        for held, expected, _, _ in self._expectations():
            by_length.setdefault(held.end - held.start, []).append((held, expected))
        starts = [match.start() for match in _WORD_START.finditer(self._source.text)]
        found: Candidates = {}
        for length, sought in by_length.items():
            most = min(_MOST_WINDOWS, _MOST_CHARACTERS // length) // len(by_length)
            wanted = {held.hash for held, _ in sought}
            for start in _around(starts, [expected for _, expected in sought], most):
                hash = self._hash_of_window(start, start + length)
                if hash in wanted:
                    found.setdefault(hash, []).append((start, start + length))
        return found

    def _hash_of_window(self, start: int, end: int) -> str:
        text = self._source.text
        if end > len(text) or text[end - 1].isspace() or not is_whole(text, start, end):
            return ""
        return digest(text[start:end])


def _closest(stretches: Sequence[Stretch], start: int) -> Stretch:
    return min(stretches, key=lambda stretch: abs(stretch[0] - start))


def _around(starts: Sequence[int], expected: Sequence[int], most: int) -> Iterator[int]:
    """All the starts if they are not too many, else those around the expected ones; in order."""
    if len(starts) <= most:
        yield from starts
        return
    reach = max(most // len(expected) // 2, 1)
    done = 0
    for position in sorted(expected):
        middle = bisect_left(starts, position)
        first = max(done, middle - reach)
        done = max(done, min(len(starts), middle + reach))
        yield from starts[first:done]


def in_order(passages: Sequence[Held]) -> set[int]:
    """The indices of the found passages that kept their order, as many as possible.

    The longest increasing subsequence of where they are now: O(n log n).
    """
    tails: list[tuple[int, int]] = []
    holders: list[int] = []
    before: dict[int, int] = {}
    for index, held in enumerate(passages):
        if held.now is None:
            continue
        key = held.now[0], -held.now[1]
        place = bisect_right(tails, key)
        tails[place : place + 1] = [key]
        holders[place : place + 1] = [index]
        before[index] = holders[place - 1] if place else -1
    kept = set()
    index = holders[-1] if holders else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept
