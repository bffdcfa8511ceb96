"""Loading whole maps from an index, as they were read from their files."""

from collections.abc import Iterator, Sequence

from argmap.model.map import ArgumentMap
from argmap.store.index.records import Records


def load(path: str, maps: Sequence[int]) -> Iterator[tuple[str, ArgumentMap]]:
    """The maps of an index that have these numbers, each with its name among others."""
    records = Records(path, apart=True)
    for map in maps:
        home = records.home(map)
        yield (
            home.name,
            ArgumentMap(
                records.claims_where(f"claim BETWEEN {map + 1} AND {home.last}"),
                records.relations_between(home.first_relation, home.end_relation),
                records.arguments(map),
                records.sections(map),
                name=home.own_name,
                data=home.data,
            ),
        )
