"""Drawing: which part of a map is meant, in which form, and where the picture goes."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal, NamedTuple

from argmap.cli.errors import UserError, tell
from argmap.cli.input import Opened, format_named
from argmap.cli.options import MapChoice, NodeChoice
from argmap.cli.parts import Part, part_meant, title_of
from argmap.model.map import ArgumentMap
from argmap.render.layout import Direction
from argmap.render.picture.content import Content, Standing

PICTURES = ("svg", "png", "pdf", "html")
"""What is drawn here; every other form is a format that maps are written in."""
Theme = Literal["auto", "light", "dark"]
"""The colours: on a page `auto` is what its reader prefers, in a picture it is light."""
_MOST = 5_000
"""More boxes than this nobody can read, and few programs show."""
_BESIDE = 2
"""More sections than this are put under each other."""


class Wish(NamedTuple):
    """What is asked to be drawn, and how."""

    what: str | None
    trace: str | None
    around: str | None
    depth: int | None
    out: str | None
    form: str
    direction: str
    theme: Theme
    engine: str
    scale: float
    verdicts: bool = False
    strength: bool = False


def form_of(out: str | None, to: str | None) -> str:
    """The form of the picture: the one named, else what the suffix of the file says, else SVG."""
    suffix = os.path.splitext(out or "")[1].lower().lstrip(".")
    if to:
        form = to.lower()
    elif suffix in PICTURES or out is None:
        form = suffix or "svg"
    else:
        from argmap.cli.converting import target_of

        form = target_of(out, None).name
    if form not in PICTURES and format_named(form).write is None:
        raise UserError(f"maps cannot be drawn as {form}", "svg, png, pdf and html can be drawn")
    return form


def draw(opened: Opened, wish: Wish, nodes: NodeChoice, choice: MapChoice) -> str:
    """Draw what is asked, and put it where it goes; raises :class:`UserError` if it cannot be.

    The result is the picture, or the page, as a text; nothing of the formats that maps have.
    """
    _require(wish)
    if wish.form not in PICTURES:
        _put(wish.out, _written(_part(opened, wish).map, wish.form))
        return ""
    text = drawn(opened, wish, nodes, choice)
    if wish.form in {"svg", "html"}:
        _put(wish.out, [text])
    else:
        _put_bytes(wish.out, _converted(text, wish))
    return text


def _require(wish: Wish) -> None:
    """See that what the form and the engine need is installed, before anything is worked out."""
    from importlib import import_module
    from importlib.util import find_spec

    from argmap.render.layout import missing

    needs: tuple[str, ...] = ()
    if wish.form in {"png", "pdf"}:
        needs = import_module(f"argmap.render.picture.{wish.form}").NEEDS
    if any(find_spec(name) is None for name in needs):
        raise UserError(
            f"drawing {wish.form.upper()} needs something that is not installed",
            f"pip install 'argmap[{wish.form}]'",
        )
    if wish.engine and missing(wish.engine):
        raise UserError(
            f"the engine {wish.engine} is not installed", f"pip install 'argmap[{wish.engine}]'"
        )
    if wish.form in {"png", "pdf"} and wish.out is None and sys.stdout.isatty():
        raise UserError(f"{wish.form.upper()} is nothing for a terminal", "name a file with -o")


def drawn(opened: Opened, wish: Wish, nodes: NodeChoice, choice: MapChoice) -> str:
    """The picture as SVG, or the page that it is on; raises :class:`UserError` if it cannot be."""
    from argmap.render.picture.scene import compose

    content, part = _content(opened, wish, nodes, choice)
    source = _source(opened.whole)
    content = content._replace(note=" · ".join(filter(None, (content.note, source))))
    direction = _direction(content, wish.direction)
    scene = compose(content, direction, wish.engine)
    if wish.form == "html":
        from argmap.render.page import View, page
        from argmap.render.page.facts import facts_of

        view = View(wish.theme, direction, part.about if part else "")
        return "".join(page(scene, facts_of(part.map) if part else {}, view))
    from argmap.render.picture.svg import svg
    from argmap.render.picture.theme import LIGHT, THEMES

    return "".join(svg(scene, THEMES.get(wish.theme, LIGHT)))


def _part(opened: Opened, wish: Wish) -> Part:
    return part_meant(opened, wish.what, wish.trace, wish.around, wish.depth)


def _content(
    opened: Opened, wish: Wish, nodes: NodeChoice, choice: MapChoice
) -> tuple[Content, Part | None]:
    """What is to be drawn; with the part of the map it is, if its claims are told one by one."""
    if not any(nodes):
        part = _part(opened, wish)
        content = content_of(part, lambda: _standings(opened, wish))
        return content, part if len(part.map.claims) <= _MOST else None
    from argmap.cli.input import find_group
    from argmap.cli.selecting import select_nodes
    from argmap.render.picture.content import of_nodes

    if wish.trace or wish.around:
        raise UserError("--arguments goes with neither --trace nor --around")
    group = find_group(opened.whole, wish.what) if wish.what is not None else None
    found = select_nodes(opened, group, nodes, choice)
    if len(found.nodes) > _MOST:
        raise UserError(
            f"{len(found.nodes)} nodes are too many for one picture",
            "draw a group of them, or claims without --arguments",
        )
    return of_nodes(found, group.title if group else title_of(opened.whole)), None


def content_of(part: Part, standings: Callable[[], Mapping[str, Standing]]) -> Content:
    """What a picture of a part of a map shows: its claims, or if they are too many its parts."""
    many = len(part.map.claims)
    if many <= _MOST:
        from argmap.render.picture.content import of_claims

        return of_claims(part.map, part.title, standings())
    from argmap.render.picture.overview import overview

    content = overview(part.map, part.title)
    tell(f"{many} claims are too many for one picture; this is an overview: {content.note}")
    return content


def _direction(content: Content, asked: str) -> Direction:
    """To the right, as a text is read; down if sections would make that a very wide picture."""
    if asked == "auto":
        outermost = sum(heading.parent is None for heading in content.headings)
        return "down" if outermost > _BESIDE else "right"
    return "right" if asked == "right" else "down"


def _source(map: ArgumentMap) -> str:
    """What the map says of where it comes from: its source, its author and date."""
    source = map.data.get("source")
    named = (
        [source.get(key) for key in ("title", "author", "date")]
        if isinstance(source, Mapping)
        else [source]
    )
    said = (*named, map.data.get("author"), map.data.get("date"))
    return ", ".join(each for each in said if isinstance(each, str) and each)


def _standings(opened: Opened, wish: Wish) -> Mapping[str, Standing]:
    """What to show of each claim's verdict and strength, of those that are asked for."""
    from argmap.cli.judging import labels_if, strengths_if

    labels = labels_if(wish.verdicts, opened)
    strengths = strengths_if(wish.strength, opened)
    shown = labels or strengths
    return {id: Standing(labels.get(id), strengths.get(id)) for id in shown}


def _converted(text: str, wish: Wish) -> bytes:
    from argmap.render.picture.font import covers
    from argmap.render.picture.pdf import pdf
    from argmap.render.picture.png import png

    # The fonts of this machine only come in where the one that is the same everywhere ends.
    other_fonts = not covers(text.replace("\n", ""))
    try:
        if wish.form == "pdf":
            return pdf(text, other_fonts=other_fonts)
        return png(text, wish.scale, other_fonts=other_fonts)
    except (ValueError, RuntimeError) as error:
        hint = "a smaller --scale may help" if wish.form == "png" else ""
        raise UserError(f"the picture cannot be made into {wish.form}: {error}", hint) from None


def _written(map: ArgumentMap, form: str) -> Iterable[str]:
    """The map in another format, with what is lost told on stderr."""
    from argmap.cli.output import tell_diagnostics

    write = format_named(form).write
    assert write is not None  # noqa: S101  # `form_of` has seen to it
    written = write(map)
    if written.losses:
        tell_diagnostics(written.losses, dict)
    return written.pieces


def _put(out: str | None, pieces: Iterable[str]) -> None:
    if out is None:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
        return
    from argmap.store.writing import write_file

    with _told(out):
        write_file(out, pieces)


def _put_bytes(out: str | None, picture: bytes) -> None:
    if out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(picture)
        sys.stdout.buffer.flush()
        return
    from argmap.store.writing import write_bytes

    with _told(out):
        write_bytes(out, [picture])


@contextmanager
def _told(out: str) -> Iterator[None]:
    """What keeps a file from being written is told to the user."""
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UserError(f"cannot write {out}: {why}") from None
