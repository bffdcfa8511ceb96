"""The tags and sections of an index, and the claims in them."""

from collections.abc import Iterator

from argmap.model.names import fold, slug
from argmap.query.groups import Group
from argmap.store.index.records import Records
from argmap.store.index.rows import exact, storable


class Groups:
    """The tags and sections of claims between two numbers."""

    def __init__(self, records: Records, reach: tuple[int, int]) -> None:
        self._records = records
        self._reach = reach

    def named(self, name: str) -> Group | None:
        """The group of that name, of all sections and tags that are called so."""
        wanted = fold(name.lstrip("#"))
        if not wanted:
            return None
        meant: list[Group] = []
        numbers: set[int] = set()
        for group, members in (*self._sections(wanted), *self._tags(wanted)):
            meant.append(group)
            numbers.update(members)
        if not meant:
            return None
        first = meant[0]
        if sum(each.type == "section" for each in meant) > 1:
            first = first._replace(id=slug(first.title) or first.id)
        claims = tuple(self._records.claim_ids(sorted(numbers)))
        return first._replace(claims=claims)

    def _sections(self, wanted: str) -> Iterator[tuple[Group, list[int]]]:
        """The sections that are called so, in the order written."""
        found = [*self._homes(wanted), *self._own_sections(wanted)]
        for _, _, group, members in sorted(found, key=lambda each: each[:2]):
            yield group, members

    def _homes(self, wanted: str) -> Iterator[tuple[int, int, Group, list[int]]]:
        """The maps that are called so, whose claims are in a section each, if there are several."""
        if self._records.alone:
            return
        query = (
            "SELECT map, claims FROM maps WHERE claims > 0 AND map BETWEEN ? AND ?"
            " AND (folded_name = ? OR folded_title = ?)"
        )
        for map, claims in self._records.rows(query, *self._reach, wanted, wanted):
            home = self._records.home(map)
            members = self._in_home(map, map + claims)
            yield map, 0, Group(home.name, home.title, "section", ()), members

    def _in_home(self, map: int, last: int) -> list[int]:
        """The numbers of the claims of a map, but for those in sections that are in each other."""
        query = (
            "WITH RECURSIVE inside (section) AS ("
            " SELECT section FROM sections WHERE map = ?1 AND parent IS NULL UNION"
            " SELECT sections.section FROM sections JOIN inside ON parent = inside.section)"
            " SELECT claim FROM claims WHERE claim > ?1 AND claim <= ?2"
            " AND (section IS NULL OR section IN inside)"
        )
        return [number for (number,) in self._records.rows(query, map, last)]

    def _own_sections(self, wanted: str) -> Iterator[tuple[int, int, Group, list[int]]]:
        query = (
            "SELECT section, map, id, sections.title, sections.rest FROM sections"
            " JOIN maps USING (map) WHERE maps.claims > 0 AND map BETWEEN ? AND ?"
            " AND (sections.folded_title = ? OR sections.folded_id = ?"
            " OR trim(folded_name || ' ' || folded_id) = ?)"
        )
        values = (wanted, wanted, wanted)
        for section, map, own, stored, rest in self._records.rows(query, *self._reach, *values):
            id, title = self._records.named(map, own, rest), exact("title", stored, rest)
            if wanted in {fold(id), fold(title), fold(own)}:
                yield map, section, Group(id, title, "section", ()), self._in_section(section)

    def _in_section(self, section: int) -> list[int]:
        """The numbers of the claims in a section, and in those in it."""
        query = (
            "WITH RECURSIVE inside (section) AS (VALUES (?) UNION"
            " SELECT sections.section FROM sections JOIN inside ON parent = inside.section)"
            " SELECT claim FROM claims JOIN inside USING (section)"
        )
        return [number for (number,) in self._records.rows(query, section)]

    def _tags(self, wanted: str) -> Iterator[tuple[Group, list[int]]]:
        """The tags that are called so, in the order in which claims have them."""
        query = "SELECT tag, name FROM tags WHERE folded_id = ?1 OR folded_title = ?1"
        found = []
        for tag, name in self._records.rows(query, wanted):
            members = self._records.rows(
                "SELECT claim FROM tagged WHERE tag = ? AND claim BETWEEN ? AND ? ORDER BY claim",
                tag,
                *self._reach,
            )
            if members:
                found.append(([claim for (claim,) in members], name))
        for numbers, stored in sorted(found):
            tags = self._records.claim(numbers[0]).tags
            name = next(tag for tag in tags if storable(tag) == stored)
            yield Group(slug(name) or name, name, "tag", ()), numbers
