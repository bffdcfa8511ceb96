"""D2: conclusions at the left, what bears on them to their right.

Keys and texts stand in quotes. Keys are in lower case only, for D2 takes ``A`` and ``a`` for one.
"""

import re
from collections.abc import Iterator, Mapping

from argmap.formats._diagram import STROKES, UNDRAWN, Box, Diagram, End, Frame, Joint, Line, diagram
from argmap.formats._format import Format, Written
from argmap.formats._losses import Losses
from argmap.formats._shown_text import wrapped
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Kind

_SPELLABLE = re.compile(r"[a-z0-9_]+(?:-[a-z0-9_]+)*")
_WIDTH = 40
_LABEL_WIDTH = 24
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "$": "\\$"})
_HEADS: Mapping[Kind, str] = {
    "support": "triangle",
    "entailment": "triangle",
    "equivalence": "triangle",
    "rebuttal": "arrow",
    "undercut": "diamond",
    "contrary": "arrow",
    "contradiction": "circle",
}
_DASHES = {"solid": "", "dashed": "; stroke-dash: 5", "dotted": "; stroke-dash: 2"}


def write(map: ArgumentMap) -> Written:
    """The map as a diagram of D2."""
    losses = Losses("D2")
    drawn = diagram(map, losses, _SPELLABLE)
    return Written(_pieces(drawn), losses.diagnostics())


def _pieces(drawn: Diagram) -> Iterator[str]:
    yield "direction: left\nclasses: {\n"
    yield "  claim: { style: { bold: false; border-radius: 6; fill: white } }\n"
    yield "  section: { style: { fill: transparent; border-radius: 8 } }\n"
    for kind in KINDS:
        yield from _classes(kind)
    yield "}\n"
    if drawn.title:
        yield f"title: {_quoted(drawn.title, 2 * _WIDTH)} {{ shape: text; near: top-center }}\n"
    paths: dict[str, str] = {}
    around: list[str] = []
    for item in drawn.items:
        indent = "  " * item.depth
        if isinstance(item, End):
            around.pop()
            yield f"{indent}}}\n"
            continue
        paths[item.key] = ".".join([*around, f'"{item.key}"'])
        if isinstance(item, Frame):
            around.append(f'"{item.key}"')
        yield f'{indent}"{item.key}": {_shape(item)}\n'
    for line in drawn.lines:
        yield _line(line, paths)


def _classes(kind: Kind) -> Iterator[str]:
    """How lines and joints of a kind look."""
    color, dash, thick = STROKES[kind]
    width = 3 if thick else 2
    look = f'stroke: "{color}"; font-color: "{color}"; stroke-width: {width}{_DASHES[dash]}'
    yield f"  {kind}: {{ style: {{ {look} }} }}\n"
    look = f'fill: "{color}"; stroke: "{color}"'
    yield f"  {kind}-joint: {{ shape: circle; width: 12; height: 12; style: {{ {look} }} }}\n"


def _shape(item: Frame | Box | Joint) -> str:
    if isinstance(item, Frame):
        return f"{_quoted(item.title, _WIDTH)} {{\n{'  ' * item.depth}  class: section"
    if isinstance(item, Joint):
        return f'"" {{ class: {item.kind}-joint }}'
    said = "\n".join(part for part in (item.title, item.text, item.notes) if part.strip())
    return f"{_quoted(said, _WIDTH)} {{ class: claim }}"


def _line(line: Line, paths: Mapping[str, str]) -> str:
    sign = {(False, False): "--", (True, False): "->", (False, True): "<-", (True, True): "<->"}
    head = _HEADS[line.kind]
    look = [f"class: {line.kind}"]
    look += [f"target-arrowhead: {{ shape: {head} }}"] if line.head else []
    look += [f"source-arrowhead: {{ shape: {head} }}"] if line.tail else []
    label = _quoted("\n".join(line.label), _LABEL_WIDTH) if line.label else ""
    ends = f"{paths[line.source]} {sign[line.head, line.tail]} {paths[line.target]}"
    return f"{ends}: {label}{' ' if label else ''}{{ {'; '.join(look)} }}\n"


def _quoted(text: str, width: int) -> str:
    lines = (line.translate(_ESCAPES) for line in wrapped(text, width))
    return '"' + "\\n".join(lines) + '"'


FORMAT = Format(
    name="d2",
    title="D2",
    suffixes=(".d2",),
    write=write,
    loses=(*UNDRAWN, "sections without claims"),
)
