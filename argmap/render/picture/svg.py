"""A scene as SVG: one file that needs nothing else, runs nothing, and can be read aloud."""

import re
from collections.abc import Iterator

from argmap.model.relation import KINDS, Kind
from argmap.render.layout import Place, Point
from argmap.render.parts import counted
from argmap.render.picture.content import Content
from argmap.render.picture.font import FAMILY, covers
from argmap.render.picture.scene import SAMPLE, DrawnBox, DrawnLink, Frame, Key, Line, Scene
from argmap.render.picture.shapes import DASHES, RADIUS, SIGNS, WIDTHS, head, number, rounded
from argmap.render.picture.text import clean
from argmap.render.picture.theme import Theme

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def svg(scene: Scene, theme: Theme) -> Iterator[str]:
    """The lines of an SVG document; linear in the scene."""
    width, height = number(scene.width), number(scene.height)
    title = escaped(scene.content.title)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="graphics-document document" '
        f'aria-labelledby="argmap-title argmap-desc">\n'
    )
    yield f'<title id="argmap-title">{title}</title>\n'
    yield f'<desc id="argmap-desc">{escaped(described(scene.content))}</desc>\n'
    yield f"<style>{''.join(_style(theme))}</style>\n"
    yield f'<rect class="ground" width="{width}" height="{height}"/>\n'
    yield from (_line(line, "title") for line in scene.title)
    yield from (_line(line, "note") for line in scene.note)
    for frame in scene.frames:
        yield from _frame(frame)
    for link in scene.links:
        yield from _link(link)
    for joint, place in scene.joints:
        yield _joint(joint.kind, place, joint.id)
    for box in scene.boxes:
        yield from _box(box, theme)
    for link in scene.links:
        if link.sign is not None:
            yield _sign(link.link.kind, link.sign)
    if scene.legend:
        yield '<g class="legend" role="list" aria-label="Legend">\n'
        for key in scene.legend:
            yield from _key(key)
        yield "</g>\n"
    yield "</svg>\n"


def escaped(text: str) -> str:
    """The text as it can stand between tags and in quotes."""
    return re.sub("[&<>\"']", lambda match: _ESCAPED[match.group()], clean(text))


def described(content: Content) -> str:
    """What a picture is of, for those who do not see it."""
    theses = [entry.text or entry.title for entry in content.entries if entry.role == "thesis"]
    most = 5
    said = f"An argument map: {content.note}, {counted(len(content.links), 'link')}."
    if theses:
        said += " It argues about: " + "; ".join(theses[:most])
    return said + ("; …" if len(theses) > most else "")


def _style(theme: Theme) -> Iterator[str]:
    yield f"text{{font-family:{FAMILY};fill:{theme.text};white-space:pre}}"
    yield ".bold{font-weight:bold}"
    yield f".ground{{fill:{theme.background}}}.note,.small{{fill:{theme.muted}}}"
    yield f".frame rect{{fill:{theme.frame.fill};stroke:{theme.frame.stroke}}}"
    yield f".frame text{{fill:{theme.frame.text}}}"
    for role, paint in theme.roles.items():
        yield f".{role} .body{{fill:{paint.fill};stroke:{paint.stroke};stroke-width:1.3}}"
        yield f".{role} text{{fill:{paint.text}}}"
    yield ".box .small{fill-opacity:.78}.gauge{fill:none;stroke:currentColor}"
    yield ".line,.stroke,.glyph{fill:none;stroke-width:1.8;stroke-linejoin:round}"
    yield f".disc,.hollow{{fill:{theme.background}}}.hollow{{stroke-width:1.8}}"
    for kind in KINDS:
        colour = theme.kinds[kind]
        yield f".{kind}{{stroke:{colour}}}.{kind} .full{{fill:{colour}}}"
        dash = f"stroke-dasharray:{DASHES[kind]};" if kind in DASHES else ""
        wide = f"stroke-width:{WIDTHS[kind]};" if kind in WIDTHS else ""
        if dash or wide:
            yield f".{kind} .line{{{dash}{wide}}}"


def _line(line: Line, style: str = "") -> str:
    """A line of words, as wide as it was measured even if there is another font.

    Letters that the measured font lacks come from a font that nobody knows, so that their line is
    as wide as it happens to be. Where it runs from right to left it is set about its middle, which
    is the same place for those that heed the direction and those that do not.
    """
    said = {
        "class": " ".join(filter(None, (style, "bold" if line.font.bold else ""))),
        "x": number(line.x + line.width / 2 if line.rtl else line.x),
        "y": number(line.y),
        "font-size": number(line.font.size),
    }
    if line.rtl:
        said |= {"direction": "rtl", "text-anchor": "middle"}
    if covers(line.text):
        said |= {"textLength": number(line.width), "lengthAdjust": "spacingAndGlyphs"}
    attributes = "".join(f' {name}="{value}"' for name, value in said.items() if value)
    return f"<text{attributes}>{escaped(line.text)}</text>\n"


def _rect(place: Place, radius: float, style: str = "") -> str:
    named = f' class="{style}"' if style else ""
    return (
        f'<rect{named} x="{number(place.x)}" y="{number(place.y)}" '
        f'width="{number(place.width)}" height="{number(place.height)}" rx="{number(radius)}"/>'
    )


def _frame(frame: Frame) -> Iterator[str]:
    yield f'<g class="frame" data-section="{escaped(frame.id)}">'
    yield f"<title>{escaped(frame.title)}</title>{_rect(frame.place, 12)}"
    if frame.line is not None:
        yield _line(frame.line)
    yield "</g>\n"


def _box(box: DrawnBox, theme: Theme) -> Iterator[str]:
    entry = box.entry
    what = {"argument": "argument", "group": "group"}.get(entry.role, "claim")
    said = escaped(": ".join(filter(None, (entry.title, entry.text))) or entry.id)
    yield (
        f'<g class="box {entry.role}" role="graphics-symbol" data-{what}="{escaped(entry.id)}" '
        f'aria-label="{said}"><title>{said}</title>'
    )
    place = box.place
    if entry.role == "group":  # a pile: there is more in it
        yield _rect(place._replace(x=place.x + 4, y=place.y + 4), 8, "body")
    yield _rect(place, 2 if entry.role == "argument" else 8, "body")
    if entry.role == "argument":
        yield _rect(_inner(place, 3), 0, "body")
    yield "\n"
    yield from (_line(line) for line in box.lines)
    yield from (_line(line, "small") for line in box.tags)
    if box.verdict is not None:
        yield from _standing(box, box.verdict, theme)
    yield "</g>\n"


def _standing(box: DrawnBox, line: Line, theme: Theme) -> Iterator[str]:
    standing = box.entry.standing
    paint = theme.roles[box.entry.role]
    if standing.verdict:
        # On a dark thesis the colour of the words is the only one that is sure to be seen.
        colour = paint.text if box.entry.role == "thesis" else theme.verdicts[standing.verdict]
        path = {"in": "M-4 0L-1 3.5L4-3.5", "out": "M-3.5-3.5L3.5 3.5M-3.5 3.5L3.5-3.5",
                "undecided": "M-4 1C-2-3 1 4 4-1"}[standing.verdict]  # fmt: skip
        at = f"{number(line.x - 9)} {number(line.y - 3.5)}"
        yield (
            f'<path d="{path}" transform="translate({at})" fill="none" stroke="{colour}" '
            f'stroke-width="2.2"/>'
        )
    yield _line(line, "small")
    if box.bar is not None and standing.strength is not None:
        share = min(1.0, max(0.0, standing.strength))
        filled = box.bar._replace(width=box.bar.width * share)
        yield f'<g color="{paint.text}" fill="{paint.text}">{_rect(filled, 2)}'
        yield f"{_rect(box.bar, 2, 'gauge')}</g>\n"


def _inner(place: Place, by: float) -> Place:
    return Place(place.x + by, place.y + by, place.width - 2 * by, place.height - 2 * by)


def _joint(kind: Kind, place: Place, id: str) -> str:
    x, y = number(place.x + place.width / 2), number(place.y + place.height / 2)
    return (
        f'<g class="joint {kind}" data-relation="{escaped(id)}">'
        f'<circle class="full" cx="{x}" cy="{y}" r="{number(place.width / 2 - 1)}"/></g>\n'
    )


def _link(drawn: DrawnLink) -> Iterator[str]:
    link = drawn.link
    yield (
        f'<g class="link {link.kind}" data-relation="{escaped(link.relation)}" '
        f'data-from="{escaped(link.source)}" data-to="{escaped(link.target)}">'
    )
    yield from _stroke(link.kind, drawn.points, link.heads)
    yield "</g>\n"


def _stroke(kind: Kind, points: tuple[Point, ...], heads: str) -> Iterator[str]:
    yield f'<path class="line" d="{rounded(points)}"/>'
    if heads in {"end", "both"}:
        end = head(kind, points[-1], points[-2])
        yield f'<path class="{end.fill}" d="{end.path}"/>'
    if heads in {"start", "both"}:
        end = head(kind, points[0], points[1])
        yield f'<path class="{end.fill}" d="{end.path}"/>'


def _sign(kind: Kind, at: Point) -> str:
    place = f"translate({number(at.x)} {number(at.y)})"
    return (
        f'<g class="sign {kind}" transform="{place}" aria-hidden="true">'
        f'<circle class="disc" r="{RADIUS}" stroke-width="1.2"/>'
        f'<path class="glyph" d="{SIGNS[kind]}"/></g>\n'
    )


def _key(key: Key) -> Iterator[str]:
    yield '<g role="listitem">'
    kind = next((kind for kind in KINDS if kind == key.name), None)
    x, y = key.at
    if kind is None:
        dot = Place(x + SAMPLE / 2 - 6, y - 6, 12, 12)
        for aside in (-6, 6):
            points = Point(x + SAMPLE, y + aside), Point(x + SAMPLE / 2, y)
            yield f'<g class="support"><path class="line" d="{rounded(points)}"/></g>'
        yield _joint("support", dot, "")
    else:
        points = Point(x + SAMPLE, y), Point(x, y)
        heads = "both" if kind in {"contrary", "contradiction", "equivalence"} else "end"
        yield f'<g class="link {kind}">'
        yield from _stroke(kind, points, heads)
        yield f"</g>{_sign(kind, Point(x + SAMPLE / 2 + 3, y))}"
    yield f"{_line(key.line, 'note')}</g>\n"
