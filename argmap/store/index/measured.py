"""The measures of the maps of an index, as they were taken when it was made."""

from collections.abc import Iterator
from itertools import chain

from argmap.graph.measure import Balance, Measures
from argmap.graph.total import Totals, total
from argmap.model.relation import AGAINST, KINDS
from argmap.store.index.records import Records
from argmap.store.index.rows import decoded

_LISTS = ("theses", "leaves", "isolated", "unsupported", "unanswered", "balance", "cycles")
_OF_MAPS = "FROM maps JOIN measures USING (map) WHERE claims > 0 AND map BETWEEN ? AND ?"


def totals(records: Records, ends: tuple[int, int]) -> Totals:
    """How much is in the maps between two numbers; linear in the maps and in what is counted."""
    numbers = ("claims", "arguments", *KINDS)
    lists = ("cycles", "theses", "unsupported", "isolated", "unanswered")
    columns = [f"sum({number})" for number in numbers]
    columns += ["max(depth)", "sum(components)"]
    columns += [f"sum(json_array_length({each}))" for each in lists]
    query = f"SELECT count(*), {', '.join(columns)} {_OF_MAPS}"
    ((maps, claims, arguments, *rest),) = records.rows(query, *ends)
    kinds = dict(zip(KINDS, rest, strict=False))
    return Totals(maps, claims, arguments, kinds, *rest[len(KINDS) :])


def measured(records: Records, ends: tuple[int, int]) -> Measures:
    """The measures of the maps between two numbers, as of their files; linear in their ids."""
    return total(_each(records, ends))


def _each(records: Records, ends: tuple[int, int]) -> Iterator[Measures]:
    numbers = ("claims", "relations", "arguments", *KINDS, "depth", "components")
    query = f"SELECT map, first_relation, {', '.join((*numbers, *_LISTS))} {_OF_MAPS} ORDER BY map"
    for map, first, claims, relations, arguments, *rest in records.rows(query, *ends):
        kinds = dict(zip(KINDS, rest, strict=False))
        depth, components, *stored = rest[len(KINDS) :]
        theses, leaves, isolated, unsupported, unanswered, balance, cycles = (
            decoded(each) for each in stored
        )
        names, steps = records.ids_of(map)
        for place in chain(theses, isolated, unsupported):
            records.note("claims", map + 1 + place, names[place])
        for place in unanswered:
            records.note("relations", first + place, steps[place])
        con = sum(number for kind, number in kinds.items() if kind in AGAINST)
        yield Measures(
            claims=claims,
            relations=relations,
            kinds=kinds,
            arguments=arguments,
            depth=depth,
            theses=_named(theses, names),
            leaves=_named(leaves, names),
            isolated=_named(isolated, names),
            unsupported=_named(unsupported, names),
            unanswered=_named(unanswered, steps),
            pro=relations - con,
            con=con,
            balance=tuple(Balance(names[thesis], *ways) for thesis, *ways in balance),
            cycles=tuple(_named(circle, names) for circle in cycles),
            components=components,
        )


def _named(places: list[int], ids: list[str]) -> tuple[str, ...]:
    return tuple(ids[place] for place in places)
