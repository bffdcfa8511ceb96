"""Lists: one thing a line, its id first."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.formats import Format
from argmap.model.map import ArgumentMap
from argmap.render.lines import TAB, Layout, Line, Segment, cells, wrap
from argmap.render.parts import counted

Item = tuple[str, ...]
_WIDEST_ID = 44


def listed(map: ArgumentMap | None, what: str) -> list[Item]:
    """The items of a list, each an id and what is said of it."""
    if what == "maps":
        from argmap.store.shipped import DEFAULT, shipped

        return [(m.name, "default" if m.name == DEFAULT else "") for m in shipped()]
    if what == "formats":
        from argmap.formats import all_formats

        return [(each.name, _format_words(each)) for each in all_formats()]
    if map is None:
        return []
    if what == "groups":
        from argmap.query.groups import groups

        return [
            (g.id, f"{g.type} {g.title!r}, {counted(len(g.claims), 'claim')}") for g in groups(map)
        ]
    if what == "arguments":
        return [
            (a.id, a.text or a.title or _steps(map, a.relations)) for a in map.arguments.values()
        ]
    if what == "relations":
        return [
            (r.id, f"{r.kind}: {' & '.join(r.premises)} → {r.target}")
            for r in map.relations.values()
        ]
    return [(claim.id, claim.words) for claim in map.claims.values()]


def maps_listed(maps: Iterable[tuple[str, ArgumentMap]]) -> list[Item]:
    """Maps by name, with their titles and sizes."""
    return [
        (
            name,
            f"{map.title!r}, " * (map.title not in {map.name, name})
            + f"{counted(len(map.claims), 'claim')}, {counted(len(map.relations), 'relation')}",
        )
        for name, map in maps
    ]


def _format_words(format: Format) -> str:
    """What a format is called, what can be done with it, and what it cannot express."""
    can = " and ".join(
        verb for verb, does in (("read", format.read), ("written", format.write)) if does
    )
    lost = f", without {', '.join(format.loses)}" if format.loses and format.write else ""
    return f"{format.title} ({', '.join(format.suffixes)}): {can}{lost}"


def _steps(map: ArgumentMap, relations: Sequence[str]) -> str:
    if not relations:
        return ""
    last = map.relations[relations[-1]]
    return f"{' & '.join(last.premises)} → {last.target}"


def listing_lines(items: Sequence[Item], layout: Layout) -> Iterator[Line]:
    """The items: in two columns on a terminal, otherwise with a tab after the id."""
    if not layout.drawn:
        for id, *said in items:
            line = [Segment(id)]
            for words in filter(None, said):
                line += Segment(TAB), Segment(words)
            yield line
        return
    column = min(_WIDEST_ID, max((cells(id) for id, *_ in items), default=0)) + 2
    rest = max(20, (layout.width or 10**6) - column)
    for id, *said in items:
        blank = " " * max(2, column - cells(id))
        lines = wrap(
            [Segment(words) for words in said], rest - max(0, cells(id) + 2 - column), rest
        )
        for number, line in enumerate(lines):
            head = [Segment(id, "id"), Segment(blank)] if number == 0 else [Segment(" " * column)]
            yield [*head, *line]
