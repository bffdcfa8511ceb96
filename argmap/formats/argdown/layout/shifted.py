"""Lines inside of comments and metadata, which keep their places towards each other."""

from collections.abc import Sequence

from argmap.formats.argdown.layout.roles import BLANKS
from argmap.formats.argdown.lines import TAB
from argmap.formats.argdown.scan import scan


def comments_over_lines(text: str) -> dict[int, int]:
    """For each comment that goes on over line ends its first line and its last, from 0."""
    found: dict[int, int] = {}
    number = position = 0
    for start, end in scan(text).comments:
        number += text.count("\n", position, start)
        more = text.count("\n", start, end)
        if more:
            found[number] = number + more
        number, position = number + more, end
    return found


def shifted(lines: Sequence[str], by: int, *, tabs: bool) -> list[str]:
    """The lines moved to the right, or to the left if ``by`` is less than 0.

    They are moved together, and only as far as none of them loses anything but blanks. Tabs
    before their words become blanks if ``tabs``; otherwise lines that have some are not moved.
    """
    spread = [_spread(line) if tabs else line for line in lines]
    margins = [margin(line) for line in spread if line.strip(BLANKS)]
    if not margins or any("\t" in each for each in margins):
        return spread
    by = max(by, -min(map(len, margins)))
    return [_moved(line, by) if line.strip(BLANKS) else line for line in spread]


def margin(line: str) -> str:
    """The white space before the words of a line."""
    return line[: len(line) - len(line.lstrip(BLANKS))]


def _moved(line: str, by: int) -> str:
    return " " * by + line if by > 0 else line[-by:]


def _spread(line: str) -> str:
    """The line with tabs before its words made blanks."""
    before = margin(line)
    return (
        before.expandtabs(TAB) + line[len(before) :] if "\t" in before and before != line else line
    )
