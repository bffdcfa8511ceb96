"""A ground of cells on which strokes and words are put, and the lines that come of it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from argmap.render.boxes.cells import Cell, Spot
from argmap.render.boxes.glyphs import DOWN, LEFT, RIGHT, UP, Glyphs, Pen
from argmap.render.lines import Line, Segment, Style, cells

UPRIGHT = UP | DOWN
_ALL = UP | DOWN | LEFT | RIGHT


class _Mark(NamedTuple):
    """What is in a cell; ``text`` is empty in the second cell of a wide letter."""

    text: str
    style: Style = ""


class _Stroke(NamedTuple):
    pen: Pen
    sides: int
    style: Style


class Canvas:
    """Cells with strokes of lines, which cross, and marks above them, which hide them."""

    def __init__(self, width: int, height: int, glyphs: Glyphs) -> None:
        self.width = width
        self.height = height
        self.glyphs = glyphs
        self._strokes: list[dict[int, _Stroke]] = [{} for _ in range(height)]
        self._marks: list[dict[int, _Mark]] = [{} for _ in range(height)]

    def is_free(self, x: int, y: int) -> bool:
        """Whether a cell has no mark, and no stroke that crosses another or turns."""
        stroke = self._strokes[y].get(x)
        return x not in self._marks[y] and (
            stroke is None or stroke.sides in {UPRIGHT, LEFT | RIGHT}
        )

    def is_blank(self, x: int, y: int) -> bool:
        """Whether there is nothing in a cell."""
        return x not in self._marks[y] and x not in self._strokes[y]

    def border(self, spot: Spot, pen: Pen, style: Style) -> None:
        """The border of a rectangle; lines that end on it are joined to it later."""
        if spot.left == spot.right or spot.top == spot.bottom:
            self._bar(spot, pen, style)
            return
        for x in range(spot.left + 1, spot.right):
            self._put(x, spot.top, _Stroke(pen, LEFT | RIGHT, style))
            self._put(x, spot.bottom, _Stroke(pen, LEFT | RIGHT, style))
        for y in range(spot.top + 1, spot.bottom):
            self._put(spot.left, y, _Stroke(pen, UPRIGHT, style))
            self._put(spot.right, y, _Stroke(pen, UPRIGHT, style))
        self._put(spot.left, spot.top, _Stroke(pen, DOWN | RIGHT, style))
        self._put(spot.right, spot.top, _Stroke(pen, DOWN | LEFT, style))
        self._put(spot.left, spot.bottom, _Stroke(pen, UP | RIGHT, style))
        self._put(spot.right, spot.bottom, _Stroke(pen, UP | LEFT, style))

    def _bar(self, spot: Spot, pen: Pen, style: Style) -> None:
        """A rectangle without an inside: a heavy bar, or a point."""
        if spot.left == spot.right and spot.top == spot.bottom:
            self.mark(spot.left, spot.top, self.glyphs.point, style)
            return
        sides = UPRIGHT if spot.left == spot.right else LEFT | RIGHT
        for y in range(spot.top, spot.bottom + 1):
            for x in range(spot.left, spot.right + 1):
                self._put(x, y, _Stroke(pen, sides, style))

    def join(self, at: Cell, side: int) -> None:
        """A line leaves the border of a box through a side of this cell of it."""
        stroke = self._strokes[at.y].get(at.x)
        if stroke is None:
            return
        sides = stroke.sides | side
        self._strokes[at.y][at.x] = stroke._replace(sides=sides)
        if sides == _ALL:
            along = UPRIGHT if side & (LEFT | RIGHT) else LEFT | RIGHT
            self.mark(at.x, at.y, self.glyphs.bars[along], stroke.style)

    def line(self, corners: tuple[Cell, ...], pen: Pen, style: Style) -> None:
        """A line along the corners, without the two cells of borders where it ends."""
        path = list(steps(corners))
        for before, at, after in zip(path, path[1:], path[2:], strict=False):
            sides = towards(at, before) | towards(at, after)
            self._put(at.x, at.y, _Stroke(pen, sides, style))

    def _put(self, x: int, y: int, stroke: _Stroke) -> None:
        under = self._strokes[y].get(x)
        if under is not None:
            upright = stroke if stroke.sides == UPRIGHT else under
            stroke = upright._replace(sides=stroke.sides | under.sides)
        self._strokes[y][x] = stroke

    def mark(self, x: int, y: int, text: str, style: Style = "") -> None:
        """One character, with the marks that belong to it, over whatever is there."""
        self._marks[y][x] = _Mark(text, style)

    def write(self, x: int, y: int, line: Line) -> None:
        """Words from a cell to the right."""
        for segment in line:
            for letter in segment.text:
                room = cells(letter)
                if room == 0 and x - 1 in self._marks[y]:
                    self._attach(x - 1, y, letter)
                    continue
                self.mark(x, y, letter, segment.style)
                for more in range(1, room):
                    self.mark(x + more, y, "", segment.style)
                x += room

    def _attach(self, x: int, y: int, letter: str) -> None:
        """Put a mark to the letter that it belongs to, of which this is the last cell."""
        while not self._marks[y][x].text and x - 1 in self._marks[y]:
            x -= 1
        before = self._marks[y][x]
        self._marks[y][x] = before._replace(text=before.text + letter)

    def lines(self) -> Iterator[Line]:
        """The rows from top to bottom, without blanks at their ends."""
        for strokes, marks in zip(self._strokes, self._marks, strict=True):
            line: Line = []
            for x in range(max([*strokes, *marks], default=-1) + 1):
                text, style = self._shown(x, strokes, marks)
                if line and line[-1].style == style:
                    line[-1] = Segment(line[-1].text + text, style)
                else:
                    line.append(Segment(text, style))
            yield line

    def _shown(self, x: int, strokes: dict[int, _Stroke], marks: dict[int, _Mark]) -> _Mark:
        if x in marks:
            return marks[x]
        stroke = strokes.get(x)
        if stroke is None:
            return _Mark(" ")
        if stroke.sides == _ALL:
            return _Mark(self.glyphs.crossing(stroke.pen), stroke.style)
        return _Mark(self.glyphs.stroke(stroke.pen, stroke.sides), stroke.style)


def steps(corners: tuple[Cell, ...]) -> Iterator[Cell]:
    """Every cell along a route, each once."""
    yield corners[0]
    for (x, y), end in pairwise(corners):
        across, down = _sign(end.x - x), _sign(end.y - y)
        for step in range(1, max(abs(end.x - x), abs(end.y - y)) + 1):
            yield Cell(x + across * step, y + down * step)


def towards(at: Cell, other: Cell) -> int:
    """The side by which a cell is left towards another one."""
    if other.x != at.x:
        return LEFT if other.x < at.x else RIGHT
    return UP if other.y < at.y else DOWN


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
