"""Explanations of diagnostics as text."""

from collections.abc import Iterator, Sequence

from argmap.diagnostics.explanation import AREAS, Explanation
from argmap.render.lines import TAB, Layout, Line, Segment, wrap

_WIDEST = 90


def explanation_lines(explanation: Explanation, layout: Layout) -> Iterator[Line]:
    """What one code means, with its examples."""
    yield [
        Segment(explanation.code, explanation.severity),
        Segment(f" {explanation.name}", "root"),
        Segment(f" ({explanation.severity})", "dim"),
    ]
    for paragraph in (f"{explanation.summary}.", *explanation.paragraphs):
        yield []
        width = min(layout.width, _WIDEST) if layout.width else None
        yield from wrap([Segment(paragraph)], width, width) if width else [[Segment(paragraph)]]
    for kind, example in (("Bad", explanation.bad), ("Good", explanation.good)):
        if example:
            yield []
            yield [Segment(f"{kind}:", "against" if kind == "Bad" else "for")]
            yield []
            for line in example.split("\n")[:-1]:
                yield [Segment(f"    {line}" if line else "")]


def explanation_list(explanations: Sequence[Explanation], layout: Layout) -> Iterator[Line]:
    """All codes, one a line: in columns on a terminal under what they are about, else by tabs."""
    area = ""
    for each in explanations:
        if not layout.drawn:
            cells = (each.code, each.severity, each.name, each.summary)
            yield [Segment(part) for cell in cells for part in (cell, TAB)][:-1]
            continue
        if each.area != area:
            if area:
                yield []
            area = each.area
            yield [Segment(f"{area}: {AREAS[area]}", "heading")]
        head = [Segment(f"{each.code:<6}", each.severity), Segment(f"{each.severity:<8} ", "dim")]
        first, *rest = wrap([Segment(each.summary)], _room(layout), _room(layout))
        yield [*head, *first]
        yield from ([Segment(" " * 15), *line] for line in rest)


def _room(layout: Layout) -> int:
    return max(20, (layout.width or 10**6) - 15)
