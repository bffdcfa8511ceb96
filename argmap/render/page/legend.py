"""What the signs on the page mean, each with a sample."""

from collections.abc import Iterator

from argmap.model.relation import KINDS, SYMMETRIC, Kind
from argmap.render.layout import Point
from argmap.render.page.marks import TICKS, Marks
from argmap.render.picture.scene import MEANINGS, VERDICTS, Scene
from argmap.render.picture.shapes import head, rounded

_LONG = 56
_START, _MIDDLE, _END = Point(2, 10), Point(_LONG / 2 - 2, 10), Point(_LONG - 2, 10)


def legend(scene: Scene, marks: Marks) -> Iterator[str]:
    """The items of a list: the kinds of links, joints and verdicts that occur."""
    names = [key.name for key in scene.legend]
    for kind in KINDS:
        if kind in names:
            yield _sample("".join(_line(kind, marks)), MEANINGS[kind])
    if "joint" in names:
        yield _sample(
            '<g class="links"><g class="support"><path d="M2 3L28 10M2 17L28 10L54 10"/></g></g>'
            '<g class="joints"><circle class="support" cx="28" cy="10" r="5"/></g>',
            MEANINGS["joint"],
        )
    found = {entry.standing.verdict for entry in scene.content.entries}
    for verdict in TICKS:
        if verdict in found:
            yield _sample(marks.use(verdict, 10, 10), VERDICTS[verdict], 20)


def _line(kind: Kind, marks: Marks) -> Iterator[str]:
    yield f'<g class="links"><g class="{kind}"><path d="{rounded((_START, _END))}"/>'
    tip = head(kind, _END, _START)
    yield f'<path d="{tip.path}"/>'
    if kind in SYMMETRIC:
        tip = head(kind, _START, _END)
        yield f'<path d="{tip.path}"/>'
    yield f"</g></g>{marks.use(kind, *_MIDDLE)}"


def _sample(drawn: str, words: str, width: int = _LONG) -> str:
    picture = f'<svg width="{width}" height="20" aria-hidden="true">{drawn}</svg>'
    return f"<li>{picture}{words}</li>\n"
