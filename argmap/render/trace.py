"""What ``trace`` answers."""

from collections.abc import Iterator, Mapping, Sequence

from argmap.graph.trace import Step
from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, Line, Segment
from argmap.render.outline import draw, rows_of_conclusions, rows_of_reasons
from argmap.render.parts import NO_NOTES, heading


def trace_lines(
    map: ArgumentMap,
    root: str,
    above: Sequence[Step],
    below: Sequence[Step],
    layout: Layout,
    notes: Mapping[str, str] = NO_NOTES,
) -> Iterator[Line]:
    """A trace: what the claim bears on, then the claim and all that bears on it.

    ``notes`` are remarks to put after some of the claims.
    """
    if above:
        yield from heading(f'"{map.claims[root].words}" bears on', layout)
        yield from draw(list(rows_of_conclusions(map, above, notes)), layout)
        if below:
            yield []
    if below:
        yield from draw(list(rows_of_reasons(map, below, stances=True, notes=notes)), layout)
        if len(below) == 1 and not below[0].hidden:
            yield [Segment("nothing in the map bears on it", "dim")]
    elif not above:
        yield [Segment("it bears on nothing in the map", "dim")]
