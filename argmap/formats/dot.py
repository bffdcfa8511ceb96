"""DOT, the language of Graphviz: conclusions at the left, what bears on them to their right.

Labels are HTML-like ones, in which nothing that a map says means anything but itself.
"""

from collections.abc import Iterator, Mapping

from argmap.formats._diagram import STROKES, UNDRAWN, Box, Diagram, End, Frame, Joint, Line, diagram
from argmap.formats._format import Format, Written
from argmap.formats._losses import Losses
from argmap.formats._shown_text import wrapped
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind

_WIDTH = 40
_LABEL_WIDTH = 24
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_LEFT = '<BR ALIGN="LEFT"/>'
_HEADS: Mapping[Kind, str] = {
    "support": "normal",
    "entailment": "normalnormal",
    "equivalence": "onormal",
    "rebuttal": "vee",
    "undercut": "tee",
    "contrary": "box",
    "contradiction": "diamond",
}
_LOOKS = """\
  graph [rankdir=RL, fontname="Helvetica", fontsize=12, nodesep=0.25, ranksep=0.5]
  node [shape=box, style="rounded,filled", fillcolor="white", color="#5b6770",
    fontname="Helvetica", fontsize=11, margin="0.12,0.08"]
  edge [fontname="Helvetica", fontsize=9, arrowsize=0.7]
"""


def write(map: ArgumentMap) -> Written:
    """The map as a directed graph, to be laid out with ``dot``."""
    losses = Losses("DOT")
    drawn = diagram(map, losses)
    return Written(_pieces(drawn), losses.diagnostics())


def _pieces(drawn: Diagram) -> Iterator[str]:
    yield "digraph {\n"
    yield _LOOKS
    if drawn.title:
        yield f"  label=<{_lines(drawn.title, 2 * _WIDTH)}>\n  labelloc=t\n"
    for item in drawn.items:
        yield from _item(item)
    for line in drawn.lines:
        yield _line(line)
    yield "}\n"


def _item(item: Frame | End | Box | Joint) -> Iterator[str]:
    indent = "  " * (item.depth + 1)
    if isinstance(item, Frame):
        yield f'{indent}subgraph "cluster_{item.key}" {{\n'
        title = f"<B>{_lines(item.title, _WIDTH)}</B>"
        yield f'{indent}  label=<{title}>; labeljust=r; style=rounded; color="#9aa5ad"\n'
    elif isinstance(item, End):
        yield f"{indent}}}\n"
    elif isinstance(item, Joint):
        look = f'color="{STROKES[item.kind].color}", fillcolor="{STROKES[item.kind].color}"'
        yield f'{indent}"{item.key}" [shape=point, width=0.09, {look}]\n'
    else:
        yield f'{indent}"{item.key}" [label=<{_label(item)}>]\n'


def _label(box: Box) -> str:
    parts = [f"<B>{_lines(box.title, _WIDTH)}{_LEFT}</B>"] if box.title.strip() else []
    if box.text.strip() or not parts:
        parts.append(_lines(box.text, _WIDTH, _LEFT) + _LEFT)
    if box.notes:
        notes = _lines(box.notes, _WIDTH, _LEFT)
        parts.append(f'<FONT POINT-SIZE="9" COLOR="#5b6770">{notes}{_LEFT}</FONT>')
    return "".join(parts)


def _line(line: Line) -> str:
    stroke = STROKES[line.kind]
    said = [f'color="{stroke.color}"', f"style={stroke.dash}"]
    if stroke.thick:
        said.append("penwidth=2")
    head = _HEADS[line.kind]
    said.append(f"arrowhead={head if line.head else 'none'}")
    if line.tail:
        said += ["dir=both", f"arrowtail={head}"]
    if line.label:
        label = "<BR/>".join(_lines(each, _LABEL_WIDTH) for each in line.label)
        said.append(f'label=<{label}>, fontcolor="{stroke.color}"')
    return f'  "{line.source}" -> "{line.target}" [{", ".join(said)}]\n'


def _lines(text: str, width: int, end: str = "<BR/>") -> str:
    """The text in lines; a line without words is a blank, for labels are never empty."""
    return end.join(line.translate(_ESCAPES) or " " for line in wrapped(text, width))


FORMAT = Format(
    name="dot",
    title="Graphviz DOT",
    suffixes=(".dot", ".gv"),
    write=write,
    loses=(*UNDRAWN, "sections without claims"),
)
