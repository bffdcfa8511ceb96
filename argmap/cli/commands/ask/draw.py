"""A picture of a map, or of a part of it."""

from typing import Annotated, Any, Literal

import typer

from argmap.cli.complete import complete_claims, complete_formats, complete_shown
from argmap.cli.input import open_map
from argmap.cli.options import MapChoice, NodeChoice, Verdicts

_What = Annotated[
    str | None,
    typer.Argument(
        metavar="[WHAT]",
        help="A group, an argument or a claim; the whole map if left out.",
        autocompletion=complete_shown,
    ),
]
_Form = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FORM",
        help="svg, png, pdf, html, or a format that maps can be written in.",
        autocompletion=complete_formats,
    ),
]
_Depth = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="With --trace and --around: so many relations."),
]
_Scale = Annotated[
    float, typer.Option(min=0.05, max=20, metavar="N", help="With png: so many times as large.")
]


_Out = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="The file; its suffix says the form."),
]
_Direction = Annotated[
    Literal["auto", "right", "down"],
    typer.Option(help="Where reasons lie, seen from what they bear on."),
]
_Theme = Annotated[
    Literal["auto", "light", "dark"],
    typer.Option(help="The colours; auto is light, on a page what its reader prefers."),
]
_Strength = Annotated[
    bool, typer.Option("--strength", help="Say of each claim how strong it is (see evaluate).")
]
_Engine = Annotated[
    Literal["graphlay", "graphviz", "layers"] | None,
    typer.Option(help="What lays the picture out."),
]

_Watch = Annotated[
    bool, typer.Option("--watch", help="Draw again whenever the map changes, until Ctrl-C.")
]


def _of_claim(help: str) -> Any:  # noqa: ANN401  # Typer keeps its type to itself
    return typer.Option(metavar="CLAIM", help=help, autocompletion=complete_claims)


def run(
    what: _What = None,
    out: _Out = None,
    to: _Form = None,
    trace: Annotated[str | None, _of_claim("What bears on a claim, and what it bears on.")] = None,
    around: Annotated[str | None, _of_claim("A claim and its neighbours.")] = None,
    depth: _Depth = None,
    verdicts: Verdicts = False,
    strength: _Strength = False,
    direction: _Direction = "auto",
    theme: _Theme = "auto",
    engine: _Engine = None,
    scale: _Scale = 1.0,
    watch: _Watch = False,
    *,
    choice: MapChoice,
    nodes: NodeChoice,
) -> int:
    """A picture of a map, or of a part of it.

    Without -o, SVG goes to standard output. HTML is a page to search, trace and
    fold the map on; it needs no network and can be sent as a file. PNG and PDF
    need `argmap[png]` and `argmap[pdf]`. With `right` a thesis is at the left and
    its reasons at the right of it, with `down` they are below; left out, it is
    what fits the map. With --watch it is drawn again whenever the map, or a file
    that it includes, changes; a page is served to this machine too, where it
    shows the new one.

    \b
    Examples:
      argmap draw -o map.svg
      argmap draw advantages -o advantages.png --scale 2
      argmap draw --trace here-to-stay --theme dark -o why.svg
      argmap draw --around here-to-stay --depth 2 -o near.pdf
      argmap draw --arguments -o arguments.svg
      argmap draw --verdicts -o map.html
      argmap draw -m debate.argdown -o debate.svg --watch
    """
    from argmap.cli.drawing import Wish, draw, form_of

    form = form_of(out, to)
    wish = Wish(
        what, trace, around, depth, out, form, direction, theme, engine or "", scale, verdicts,
        strength,
    )  # fmt: skip
    if watch:
        from argmap.cli.watching import watch_map

        watch_map(choice, wish, lambda opened: draw(opened, wish, nodes, choice))
    opened = open_map(choice)
    draw(opened, wish, nodes, choice)
    return opened.exit_code
