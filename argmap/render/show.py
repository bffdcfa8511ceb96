"""What ``show`` answers: an outline, a group, a claim, an argument."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.graph.pairs import Pair
from argmap.graph.trace import Step, reasons
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.render.lines import Layout, Line, Segment
from argmap.render.outline import draw, rows_of_conclusions, rows_of_reasons
from argmap.render.parts import counted, facts, heading


def outline_lines(
    map: ArgumentMap, roots: Iterable[str], depth: int | None, layout: Layout
) -> Iterator[Line]:
    """The outline of a map from its theses downwards, an empty line between them."""
    steps = list(reasons(map, roots, depth=depth))
    rows = list(rows_of_reasons(map, steps, stances=False))
    was_tall = False
    starts = [number for number, row in enumerate(rows) if row.level == 0]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        tall = end - start > 1
        if start and (tall or was_tall):
            yield []
        was_tall = tall
        yield from draw(rows[start:end], layout)


def group_lines(
    part: ArgumentMap, title: str, roots: Sequence[str], pairs: Sequence[Pair],
    whole: ArgumentMap, layout: Layout, depth: int | None = None,
) -> Iterator[Line]:  # fmt: skip
    """A group: its claims as an outline, after the pairs in it, and what they lead to outside."""
    yield from heading(f"{title} ({counted(len(part.claims), 'claim')})", layout)
    if pairs:
        from argmap.render.pairs import draw_pairs

        yield []
        yield from draw_pairs(part, whole, pairs, layout)
    yield []
    yield from outline_lines(part, roots, depth, layout)


def claim_lines(
    map: ArgumentMap, claim: Claim, above: Sequence[Step], below: Sequence[Step], layout: Layout
) -> Iterator[Line]:
    """A claim with all that the map says of it, and its nearest neighbours."""
    yield [Segment(claim.words, "root")]
    section = map.sections.get(claim.section or "")
    said = [
        ("id", claim.id),
        ("title", claim.title if claim.title != claim.words else ""),
        ("also", "; ".join(claim.wordings)),
        ("section", section.title if section else ""),
        ("tags", ", ".join(claim.tags)),
        ("weight", "" if claim.weight is None else f"{claim.weight:g}"),
        ("source", _source(claim)),
        ("written", str(claim.span or "")),
        *((key, str(value)) for key, value in claim.data.items()),
    ]
    yield from facts(said)
    if len(below) > 1:
        yield []
        yield from draw(list(rows_of_reasons(map, below, stances=True))[1:], layout)
    if above:
        yield []
        yield from heading("bears on", layout)
        yield from draw(list(rows_of_conclusions(map, above)), layout)


def argument_lines(map: ArgumentMap, argument: Argument) -> Iterator[Line]:
    """A reconstructed argument as it is written: premises, inference, conclusion."""
    yield [Segment(argument.title or argument.id, "root")]
    if argument.text:
        yield [Segment(argument.text)]
    numbers: dict[str, int] = {}
    for id in argument.relations:
        relation = map.relations[id]
        yield []
        for claim in (*relation.premises, relation.target):
            if claim == relation.target:
                yield [Segment(f"---- {relation.scheme}".rstrip(), "dim")]
            number = numbers.setdefault(claim, len(numbers) + 1)
            words = map.claims[claim].words
            yield [Segment(f"({number}) "), Segment(words), Segment(f" [{claim}]", "id")]
        below = [
            step
            for step in reasons(map, [relation.target], depth=2)
            if step.relation and map.relations[step.relation].target == id
        ]
        for step in below:
            words = map.claims[step.claim].words
            yield [
                Segment("  undercut by: ", "undercut"),
                Segment(words),
                Segment(f" [{step.claim}]", "id"),
            ]


def _source(claim: Claim) -> str:
    anchor = claim.source
    if anchor is None:
        return ""
    span = f"characters {anchor.start} to {anchor.end}" if anchor.start is not None else ""
    quote = f"“{anchor.quote}”" if anchor.quote else ""
    return ", ".join(part for part in (anchor.place, span, quote) if part)
