"""What ``show`` answers: an outline, a group, a claim, an argument."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from argmap.graph.pairs import Pair, told_with
from argmap.graph.trace import Step, reasons
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.query.groups import Group
from argmap.render.lines import Layout, Line, Segment, origin
from argmap.render.outline import Row, draw, rows_of_conclusions, rows_of_reasons
from argmap.render.parts import NO_NOTES, counted, facts, heading


def map_lines(
    map: ArgumentMap,
    roots: Iterable[str],
    depth: int | None,
    layout: Layout,
    notes: Mapping[str, str] = NO_NOTES,
) -> Iterator[Line]:
    """A whole map as an outline from its theses downwards, with remarks after some claims."""
    yield from heading(f"{map.title} ({counted(len(map.claims), 'claim')})", layout)
    yield []
    rows = rows_of_reasons(map, reasons(map, roots, depth=depth), stances=False, notes=notes)
    yield from spaced(list(rows), layout)


def maps_lines(
    maps: Sequence[ArgumentMap],
    roots: Callable[[ArgumentMap], Iterable[str]],
    depth: int | None,
    layout: Layout,
    notes: Mapping[str, str] = NO_NOTES,
) -> Iterator[Line]:
    """Whole maps as outlines, one after the other."""
    for number, map in enumerate(maps):
        if number:
            yield []
        yield from map_lines(map, roots(map), depth, layout, notes)


def group_lines(
    part: ArgumentMap,
    map: ArgumentMap,
    group: Group,
    roots: Sequence[str],
    pairs: Sequence[Pair],
    depth: int | None,
    layout: Layout,
    notes: Mapping[str, str] = NO_NOTES,
) -> Iterator[Line]:
    """A group: first the pairs in it, then its claims as an outline, with remarks after some.

    Claims of other groups, that work only together with some of this one, are marked as such, and
    it is said how much more bears on a claim from elsewhere in the map.
    """
    yield from heading(f"{group.title} ({counted(len(group.claims), 'claim')})", layout)
    yield []
    if pairs:
        from argmap.render.pairs import draw_pairs

        yield from draw_pairs(part, pairs, layout, notes)
        yield []
    told = {claim for pair in pairs for claim in told_with(part, pair)}
    steps = list(reasons(part, roots, depth=depth, told=told))
    elsewhere = _elsewhere(part, map, group)
    notes = {id: f"{notes.get(id, '')} {elsewhere.get(id, '')}".strip() for id in part.claims}
    rows = rows_of_reasons(part, steps, stances=False, notes=notes)
    yield from spaced(list(rows), layout)


def _elsewhere(part: ArgumentMap, map: ArgumentMap, group: Group) -> dict[str, str]:
    """For each claim a note of where it is from, and of what bears on it from outside the part."""
    notes = {}
    members = set(group.claims)
    for claim in part.claims.values():
        if claim.id not in members:
            section = part.sections.get(claim.section or "")
            notes[claim.id] = origin(section.title) if section else "(from elsewhere)"
            continue
        steps = [relation.id for relation in part.bearing_on(claim.id)]
        bearing = [r for target in (claim.id, *steps) for r in map.bearing_on(target)]
        more = sum(relation.id not in part.relations for relation in bearing)
        if more:
            notes[claim.id] = f"(+{more} from elsewhere)"
    return notes


def spaced(rows: Sequence[Row], layout: Layout) -> Iterator[Line]:
    """The rows with an empty line around each tree that has more than its root."""
    was_tall = False
    starts = [number for number, row in enumerate(rows) if row.level == 0]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        tall = end - start > 1
        if start and (tall or was_tall):
            yield []
        was_tall = tall
        yield from draw(rows[start:end], layout)


def claim_lines(
    map: ArgumentMap,
    claim: Claim,
    above: Sequence[Step],
    below: Sequence[Step],
    layout: Layout,
    notes: Mapping[str, str] = NO_NOTES,
) -> Iterator[Line]:
    """A claim with all that the map says of it, and its nearest neighbours with their notes."""
    yield [Segment(claim.words, "root")]
    section = map.sections.get(claim.section or "")
    said = [
        ("id", claim.id),
        ("verdict", notes.get(claim.id, "").strip("()")),
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
        yield from draw(list(rows_of_reasons(map, below, stances=True, notes=notes))[1:], layout)
    if above:
        yield []
        yield from heading("bears on", layout)
        yield from draw(list(rows_of_conclusions(map, above, notes)), layout)


def argument_lines(
    map: ArgumentMap, argument: Argument, notes: Mapping[str, str] = NO_NOTES
) -> Iterator[Line]:
    """A reconstructed argument as it is written: premises, inference, conclusion, with remarks."""
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
            line = [Segment(f"({number}) "), Segment(words), Segment(f" [{claim}]", "id")]
            yield [*line, Segment(f" {notes.get(claim, '')}".rstrip(), "dim")]
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
