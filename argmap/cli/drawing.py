"""Drawing: which part of a map is meant, in which form, and where the picture goes."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from argmap.cli.errors import UserError, tell
from argmap.cli.input import Opened, find_argument, find_claim, format_named
from argmap.cli.options import MapChoice, NodeChoice
from argmap.model.map import ArgumentMap
from argmap.render.layout import Direction
from argmap.render.picture.content import Content, Standing

PICTURES = ("svg", "png", "pdf")
"""What is drawn here; every other form is a format that maps are written in."""
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
    theme: str
    engine: str
    scale: float
    verdicts: bool = False


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
        raise UserError(f"maps cannot be drawn as {form}", "svg, png and pdf can be drawn")
    return form


def part_meant(opened: Opened, wish: Wish) -> tuple[ArgumentMap, str]:
    """The part of the map that is asked, and what it is called.

    Raises :class:`UserError` if there is no such part, or if more than one is named.
    """
    asked = [each for each in (wish.what, wish.trace, wish.around) if each is not None]
    if len(asked) > 1:
        raise UserError("a part of the map, --trace and --around exclude each other")
    if wish.depth is not None and not (wish.trace or wish.around):
        raise UserError("--depth goes with --trace or --around")
    if wish.trace is not None:
        return _traced(opened, find_claim(opened.whole, wish.trace), wish.depth)
    if wish.around is not None:
        return _near(opened, find_claim(opened.whole, wish.around), wish.depth or 1)
    if wish.what is None:
        return opened.map, title_of(opened.whole)
    return _named(opened, wish.what)


def title_of(map: ArgumentMap) -> str:
    """The title that a map gives itself, else the name of its file."""
    if map.title != map.name:
        return map.title
    return os.path.splitext(os.path.basename(map.name))[0] or map.name


def _named(opened: Opened, what: str) -> tuple[ArgumentMap, str]:
    """A group, an argument, or a claim with its nearest neighbours."""
    from argmap.query.groups import group, with_linked

    found = group(opened.whole, what)
    if found is not None:
        members = [claim for claim in found.claims if claim in opened.map.claims]
        if not members:
            raise UserError(f"no claim of {found.id} is left by --tag and --without", exit_code=1)
        return opened.map.keep(with_linked(opened.map, members)), found.title
    argument = find_argument(opened.whole, what)
    if argument is not None and argument.relations:
        steps = [opened.whole.relations[step] for step in argument.relations]
        ends = {end for step in steps for end in (*step.premises, step.target)}
        return opened.whole.keep(ends, set(argument.relations)), argument.title or argument.id
    return _near(opened, find_claim(opened.whole, what), 1)


def _near(opened: Opened, claim: str, depth: int) -> tuple[ArgumentMap, str]:
    from argmap.graph.around import around

    map = opened.including(claim)
    return map.keep(around(map, claim, depth)), f"Around: {map.claims[claim].words}"


def _traced(opened: Opened, claim: str, depth: int | None) -> tuple[ArgumentMap, str]:
    """All that bears on a claim, and all that it bears on, by the relations that lead there."""
    from argmap.graph.trace import conclusions, reasons

    map = opened.including(claim)
    steps = [*reasons(map, [claim], depth=depth), *conclusions(map, claim, depth=depth)]
    relations = {step.relation for step in steps if step.relation}
    claims = {step.claim for step in steps} | {claim}
    for relation in relations:
        claims.update(map.relations[relation].premises)
    return map.keep(claims, relations), f"Trace: {map.claims[claim].words}"


def draw(opened: Opened, wish: Wish, nodes: NodeChoice, choice: MapChoice) -> None:
    """Draw what is asked, and put it where it goes; raises :class:`UserError` if it cannot be."""
    _require(wish)
    if wish.form not in PICTURES:
        _put(wish.out, _written(part_meant(opened, wish)[0], wish.form))
        return
    text = "".join(_svg(opened, wish, nodes, choice))
    if wish.form == "svg":
        _put(wish.out, [text])
    else:
        _put_bytes(wish.out, _converted(text, wish))


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


def _svg(opened: Opened, wish: Wish, nodes: NodeChoice, choice: MapChoice) -> Iterator[str]:
    from argmap.render.picture.content import of_claims, of_nodes, of_sections
    from argmap.render.picture.scene import compose
    from argmap.render.picture.svg import svg
    from argmap.render.picture.theme import THEMES

    if any(nodes):
        from argmap.cli.input import find_group
        from argmap.cli.selecting import select_nodes

        if wish.trace or wish.around:
            raise UserError("--arguments goes with neither --trace nor --around")
        group = find_group(opened.whole, wish.what) if wish.what is not None else None
        found = select_nodes(opened, group, nodes, choice)
        content = of_nodes(found, group.title if group else title_of(opened.whole))
    else:
        map, title = part_meant(opened, wish)
        content = of_claims(map, title, _standings(opened, wish))
        if len(content.entries) > _MOST:
            content = of_sections(map, title)
            if len(content.entries) in {1, len(map.claims)}:
                raise UserError(
                    f"{len(map.claims)} claims are too many for one picture, and in no sections",
                    "draw a part of them: a tag, --trace CLAIM or --around CLAIM",
                )
            tell(f"{len(map.claims)} claims are too many for one picture: these are their sections")
    source = _source(opened.whole)
    content = content._replace(note=" · ".join(filter(None, (content.note, source))))
    scene = compose(content, _direction(content, wish.direction), wish.engine)
    yield from svg(scene, THEMES[wish.theme])


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
    """What to show of each claim's verdict, if verdicts are asked for."""
    from argmap.cli.judging import labels_if

    labels = labels_if(wish.verdicts, opened)
    return {id: Standing(label) for id, label in labels.items()}


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
