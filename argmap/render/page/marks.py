"""The small drawings that a page uses again and again: signs of relations, ticks of verdicts."""

from collections.abc import Iterable, Iterator

from argmap.model.relation import KINDS
from argmap.render.picture.content import Content
from argmap.render.picture.scene import BAR
from argmap.render.picture.shapes import RADIUS, SIGNS

TICKS = {
    "in": "M-4 0L-1 3.5L4-3.5",
    "out": "M-3.5-3.5L3.5 3.5M-3.5 3.5L3.5-3.5",
    "undecided": "M-4 1C-2-3 1 4 4-1",
}
"""For each verdict its sign, as a path about the origin."""

GAUGE = 6
"""The height of what shows a strength; it is as wide as pictures have it."""


class Marks:
    """The drawings by name; their ids begin as no id of a box does, so that neither hides one."""

    def __init__(self, content: Content) -> None:
        ids = [entry.id for entry in content.entries]
        self._prefix = "_"
        while any(id.startswith(self._prefix) for id in ids):
            self._prefix += "_"

    def defined(self, names: Iterable[str]) -> Iterator[str]:
        """The definitions of those that are named, for an SVG element."""
        wanted = set(names)
        yield "<defs>"
        for kind in KINDS:
            if kind in wanted:
                yield f'<g id="{self._prefix}{kind}" class="{kind}">'
                yield f'<circle class="disc" r="{RADIUS}"/>'
                yield f'<path class="glyph" d="{SIGNS[kind]}"/></g>'
        for verdict, path in TICKS.items():
            if verdict in wanted:
                yield f'<path id="{self._prefix}{verdict}" class="tick {verdict}" d="{path}"/>'
        if "gauge" in wanted:
            yield f'<rect id="{self._prefix}gauge" class="gauge" width="{BAR}" height="{GAUGE}"/>'
        yield "</defs>\n"

    def use(self, name: str, x: float, y: float) -> str:
        """One of them at a place."""
        return f'<use href="#{self._prefix}{name}" x="{x:.0f}" y="{y:.0f}"/>'
