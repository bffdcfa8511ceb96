"""A map as a page: one HTML file that needs nothing else, and can be read without its script.

The picture and the outline say the same. A script of the page lets a reader move about, search,
trace and close sections; it takes everything it knows from these two, so no word of a map is ever
anything but text. The policy of the page lets nothing else run, and nothing be loaded.
"""

import os
import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from argmap.render.layout import Direction
from argmap.render.page.board import board
from argmap.render.page.colours import colours
from argmap.render.page.legend import legend
from argmap.render.page.marks import Marks
from argmap.render.page.outline import Facts, outline
from argmap.render.picture.content import Content, Verdict
from argmap.render.picture.scene import VERDICTS, Scene
from argmap.render.picture.svg import described, escaped

Theme = Literal["auto", "light", "dark"]
SCRIPTS = ("graph.js", "view.js", "sections.js", "card.js", "outline.js", "start.js")
"""The parts of the script, in the order in which they need each other."""


class View(NamedTuple):
    """How a page opens: its colours, where reasons lie, the box that is traced at first."""

    theme: Theme = "auto"
    direction: Direction = "right"
    start: str = ""


def page(scene: Scene, facts: Facts, view: View) -> Iterator[str]:
    """The pieces of an HTML document; the same for the same, and linear in the scene."""
    content = scene.content
    marks = Marks(content)
    style = _tight(_lean("".join(colours()) + _file("page.css")))
    script = f"(() => {{\n'use strict';\n{_lean(''.join(map(_file, SCRIPTS)))}}})();\n"
    yield from _head(content, view, style, script)
    yield "<body>\n<header>\n"
    yield f'<div class="about"><h1>{escaped(content.title)}</h1>\n<p>{_note(content)}</p></div>\n'
    yield f'{_file("tools.html")}</header>\n<main>\n<section class="map" aria-label="Map">\n'
    first = next((n for n, e in enumerate(content.entries) if e.id == view.start), "")
    yield f'<div class="pane" data-direction="{view.direction}" data-start="{first}">\n'
    yield f'<p class="vh">{escaped(described(content))}</p>\n'
    yield from board(scene, marks)
    yield f"</div>\n{_file('zoom.html')}"
    if scene.legend:
        yield '<details class="legend" open><summary>Legend</summary>\n<ul>\n'
        yield from legend(scene, marks)
        yield "</ul></details>\n"
    yield '</section>\n<div class="side">\n<section class="card" aria-label="Claim" hidden>'
    yield '</section>\n<div class="rest">\n'
    if scene.frames:
        yield from _sections(content)
    yield '<section class="outline"><h2>Outline</h2>\n<ul>\n'
    yield from outline(content, facts)
    yield f"</ul></section>\n</div>\n</div>\n</main>\n{_file('keys.html')}"
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _head(content: Content, view: View, style: str, script: str) -> Iterator[str]:
    policy = (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    asked = "" if view.theme == "auto" else f' data-theme="{view.theme}"'
    yield f'<!doctype html>\n<html lang="en"{asked}>\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{escaped(content.title) or 'Argument map'}</title>\n"
    yield f"<style>{style}</style>\n</head>\n"


def digest(text: str) -> str:
    """What the policy calls a style or a script that may be used."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _lean(text: str) -> str:
    """A style or script without its indentation and the lines that are only comments."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def _tight(style: str) -> str:
    """A style without the blanks around its braces, and after its colons and semicolons."""
    return re.sub(r" ?([{}]) ?|(?<=[;:]) ", r"\1", style)


def _file(name: str) -> str:
    path = os.path.join(os.path.dirname(__file__), "files", name)
    with open(path, encoding="utf-8") as file:
        return file.read()


def _note(content: Content) -> str:
    """How much there is and from where, and what it comes to."""
    counts = Counter(entry.standing.verdict for entry in content.entries)
    verdicts: tuple[Verdict, ...] = ("in", "out", "undecided")
    told = "".join(
        f' <em class="{each}">{counts[each]} {_some(each, counts[each])}</em>'
        for each in verdicts
        if counts[each]
    )
    return escaped(content.note) + told


def _some(verdict: Verdict, many: int) -> str:
    """What is said of so many claims with a verdict."""
    return VERDICTS[verdict].removesuffix("s" if many > 1 else "")


def _sections(content: Content) -> Iterator[str]:
    """A list of the headings, each inside the one around it by its level."""
    sizes = Counter(entry.group for entry in content.entries)
    parents = {heading.id: heading.parent for heading in content.headings}
    for heading in reversed(content.headings):
        sizes[heading.parent] += sizes[heading.id]
    yield '<details class="sections" hidden><summary>Sections</summary>\n<ul>\n'
    for number, heading in enumerate(content.headings):
        level, around = 1, heading.parent
        while around is not None:
            level, around = level + 1, parents[around]
        yield (
            f'<li class="l{level}"><button data-s="{number}" aria-expanded="true">'
            f"{escaped(heading.title)} <small>{sizes[heading.id]}</small></button></li>\n"
        )
    yield "</ul>\n"
    yield '<p><button type="button" data-do="closeAll">Close all</button> '
    yield '<button type="button" data-do="openAll">Open all</button></p></details>\n'
