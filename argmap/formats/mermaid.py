"""Mermaid, as a flow chart: conclusions at the left, what bears on them to their right.

All that a map says stands in quotes, with everything but letters, digits and plain signs as
codes, so that it is neither syntax nor Markdown nor HTML there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from argmap.formats._diagram import STROKES, UNDRAWN, Box, Diagram, End, Frame, Joint, Line, diagram
from argmap.formats._format import Format, Written
from argmap.formats._losses import Losses
from argmap.formats._shown_text import wrapped
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind

_WIDTH = 40
_LABEL_WIDTH = 24
_SPECIAL = re.compile(r'["#$%&*+/;<=>@\[\\\]^_`{|}~]|:(?=\S)|(?<![^\W\d_])[-.)](?=\s|\Z)')
"""What could be more than itself; a full stop, say, where it may end the number of a list."""
_LINES: Mapping[Kind, tuple[str, str, str]] = {
    "support": ("---", "-->", "<-->"),
    "entailment": ("===", "==>", "<==>"),
    "equivalence": ("===", "==>", "<==>"),
    "rebuttal": ("-.-", "-.->", "<-.->"),
    "undercut": ("-.-", "-.-x", "x-.-x"),
    "contrary": ("-.-", "-.->", "<-.->"),
    "contradiction": ("===", "==x", "x==x"),
}
"""For each kind, a line without arrows, with one at its end, and with one at both ends."""


def write(map: ArgumentMap) -> Written:
    """The map as a flow chart."""
    losses = Losses("Mermaid")
    drawn = diagram(map, losses)
    return Written(_pieces(drawn), losses.diagnostics())


def _pieces(drawn: Diagram) -> Iterator[str]:
    if drawn.title:
        title = drawn.title.replace("\\", "\\\\").replace('"', '\\"')
        yield f'---\ntitle: "{title}"\n---\n'
    yield "flowchart RL\n"
    for item in drawn.items:
        yield _item(item)
    numbers: dict[Kind, list[int]] = {}
    for number, line in enumerate(drawn.lines):
        numbers.setdefault(line.kind, []).append(number)
        yield _line(line)
    for kind, which in numbers.items():
        color = STROKES[kind].color
        yield f"  linkStyle {','.join(map(str, which))} stroke:{color},color:{color}\n"


def _item(item: Frame | End | Box | Joint) -> str:
    indent = "  " * (item.depth + 1)
    if isinstance(item, Frame):
        return f'{indent}subgraph {item.key}["{_quoted([item.title], _WIDTH) or " "}"]\n'
    if isinstance(item, End):
        return f"{indent}end\n"
    if isinstance(item, Joint):
        return f'{indent}{item.key}(("{"#38;" if item.linked else "#8226;"}"))\n'
    return f'{indent}{item.key}["{_label(item)}"]\n'


def _label(box: Box) -> str:
    title = f"<b>{_quoted([box.title], _WIDTH)}</b>" if box.title.strip() else ""
    said = _quoted([part for part in (box.text, box.notes) if part.strip()], _WIDTH)
    return "<br/>".join(filter(None, (title, said))) or " "


def _line(line: Line) -> str:
    plain, to, both = _LINES[line.kind]
    if line.head:
        drawn = both if line.tail else to
        label = _quoted(line.label, _LABEL_WIDTH)
        return f'  {line.source} {drawn}|"{label}"| {line.target}\n'
    if line.tail:  # the arrow of a premise that is a conclusion as well
        return f"  {line.target} {to} {line.source}\n"
    return f"  {line.source} {plain} {line.target}\n"


def _quoted(texts: Iterable[str], width: int) -> str:
    lines = (line for text in texts for line in wrapped(text, width))
    return "<br/>".join(_SPECIAL.sub(_code, line) for line in lines)


def _code(match: re.Match[str]) -> str:
    return f"#{ord(match.group())};"


FORMAT = Format(
    name="mermaid",
    title="Mermaid",
    suffixes=(".mmd", ".mermaid"),
    write=write,
    loses=(*UNDRAWN, "sections without claims"),
)
