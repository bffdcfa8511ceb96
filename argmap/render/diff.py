"""What changes between two layouts of a text, as a unified diff."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from argmap.render.lines import Layout, Line, Segment, Style

_CONTEXT = 3
_STYLES: dict[str, Style] = {"-": "against", "+": "for", "@": "id", "\\": "dim"}
_NO_LINE_END = "\n\\ No newline at end of file"
_SAYS_NOTHING = str.maketrans("", "", " \t\r\ufeff-")


def unified(file: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff between two layouts of the same words; none if they are alike.

    Lines are matched by what they say, so the cost is linear however many of them change.
    """
    marked = list(_marked(_lines(before), _lines(after)))
    changed = [number for number, line in enumerate(marked) if line[0] != " "]
    if not changed:
        return
    yield f"--- {file}"
    yield f"+++ {file}"
    old = new = at = 0
    for first, last in _hunks(changed, len(marked)):
        skipped = first - at
        hunk = marked[first:last]
        lost, gained = (sum(line[0] != mark for line in hunk) for mark in "+-")
        old, new = old + skipped, new + skipped
        yield f"@@ -{_range(old, lost)} +{_range(new, gained)} @@"
        for line in hunk:
            yield from line.split("\n")
        old, new, at = old + lost, new + gained, last


def diff_lines(diff: Iterable[str], layout: Layout) -> Iterator[Line]:
    """A diff for a terminal; blanks that end a line, and would not be seen, are spelt out."""
    blank = "~" if layout.ascii else "·"
    for line in diff:
        head = line[:4] in {"--- ", "+++ "}
        said = line.rstrip(" \t")
        spelt = said + blank * (len(line) - len(said)) if line[:1] in {"-", "+"} else said
        yield [Segment(spelt, "dim" if head else _STYLES.get(line[:1], ""))]


def _lines(text: str) -> list[str]:
    """The lines of a text; a last one that does not end says so."""
    lines = text.split("\n")
    last = lines.pop()
    return [*lines, last + _NO_LINE_END] if last else lines


def _marked(old: list[str], new: list[str]) -> Iterator[str]:
    """All lines, each after a blank, a minus or a plus; of changed ones first those of before."""
    lost: list[str] = []
    gained: list[str] = []
    for before, after in _groups(old, new):
        start, end = _alike(before, after)
        if start:
            yield from _changed(lost, gained)
            yield from (f" {line}" for line in before[:start])
        lost += before[start : len(before) - end]
        gained += after[start : len(after) - end]
        if end:
            yield from _changed(lost, gained)
            yield from (f" {line}" for line in before[len(before) - end :])
    yield from _changed(lost, gained)


def _changed(lost: list[str], gained: list[str]) -> Iterator[str]:
    """The lines lost and gained, which are forgotten with that."""
    yield from (f"-{line}" for line in lost)
    yield from (f"+{line}" for line in gained)
    lost.clear()
    gained.clear()


def _alike(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many lines are the same at the start of both, and at the end of the rest."""
    size = min(len(before), len(after))
    start = next((n for n in range(size) if before[n] != after[n]), size)
    rest = range(size - start)
    end = next((n for n in rest if before[-1 - n] != after[-1 - n]), size - start)
    return start, end


def _groups(old: list[str], new: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The lines in groups, each as small as can be for both to say as much."""
    old_ends, new_ends = _ends(old), _ends(new)
    i = j = 0
    for said, end in old_ends.items():
        if said in new_ends:
            yield old[i:end], new[j : new_ends[said]]
            i, j = end, new_ends[said]
    yield old[i:], new[j:]


def _ends(lines: Iterable[str]) -> dict[int, int]:
    """How many lines say no more than so many characters, for each number that there is."""
    sizes = (len(line.partition("\n")[0].translate(_SAYS_NOTHING)) for line in lines)
    return {said: number for number, said in enumerate(accumulate(sizes), 1)}


def _hunks(changed: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """The stretches of lines around those that change, with a little of what is beside them."""
    first = last = changed[0]
    for number in changed:
        if number - last > 2 * _CONTEXT:
            yield max(0, first - _CONTEXT), last + 1 + _CONTEXT
            first = number
        last = number
    yield max(0, first - _CONTEXT), min(size, last + 1 + _CONTEXT)


def _range(before: int, size: int) -> str:
    """Lines in the way of a unified diff: where they begin, and how many if not one."""
    return f"{before + 1}" if size == 1 else f"{before + bool(size)},{size}"
