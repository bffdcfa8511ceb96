"""The colours of a page: the light and the dark set at once, as the reader's system prefers."""

from collections.abc import Iterator

from argmap.model.relation import KINDS
from argmap.render.layout import Point
from argmap.render.picture.shapes import DASHES, WIDTHS, head
from argmap.render.picture.theme import DARK, LIGHT, Theme

_HEADS = {"full": "var(--kind)", "hollow": "var(--ground)"}


def colours() -> Iterator[str]:
    """The variables that the style of a page uses, and the strokes of each kind of link."""
    yield ":root{"
    dark = dict(_named(DARK))
    for name, light in _named(LIGHT):
        yield f"--{name}:light-dark({light},{dark[name]});"
    yield "}\n"
    for kind in KINDS:
        yield f".{kind}{{--kind:var(--{kind})}}"
        dash = f"stroke-dasharray:{DASHES[kind]};" if kind in DASHES else ""
        wide = f"stroke-width:{WIDTHS[kind]};" if kind in WIDTHS else ""
        fill = _HEADS.get(head(kind, Point(0, 0), Point(1, 0)).fill)
        if fill:
            yield f".links .{kind}>path+path{{fill:{fill}}}"
        if dash or wide:
            yield f".links .{kind}>:first-child{{{dash}{wide}}}"
    yield "\n"


def _named(theme: Theme) -> Iterator[tuple[str, str]]:
    yield "ground", theme.background
    yield "text", theme.text
    yield "muted", theme.muted
    for name, paint in (("frame", theme.frame), *theme.roles.items()):
        yield f"{name}-fill", paint.fill
        yield f"{name}-line", paint.stroke
        yield f"{name}-text", paint.text
    yield from theme.kinds.items()
    yield from theme.verdicts.items()
