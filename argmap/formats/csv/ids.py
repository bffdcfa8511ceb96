"""Ids that a table need not write, since they are made again when it is read."""

from argmap.formats.csv.records import UNFIT, Record
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import Names, slug
from argmap.model.relation import Relation


class Ids:
    """The ids of a map's records, asked for in the order in which they will be read."""

    def __init__(self) -> None:
        self._names = Names()
        self._sections = Names()
        self._certain = True
        self._relations = 0

    def omits(self, record: Record, id: str, *, wanted: bool) -> bool:
        """Whether a row without its id gets that very id, and may go without.

        After one that would get another id, nothing is left out any more.
        """
        self._relations += isinstance(record, Relation)
        shares = isinstance(record, Argument) and record.gist == record.id
        names = self._names if isinstance(record, Claim | Relation | Argument) else self._sections
        if shares:
            return wanted
        made = self._made(record)
        if wanted and self._certain:
            self._certain = id.startswith(made) and names.take(made) == id
            return self._certain
        if id not in names:
            names.take(id)
        return False

    def _made(self, record: Record) -> str:
        if isinstance(record, Relation):
            return f"r{self._relations}"
        if isinstance(record, Claim):
            return slug(record.title) or slug(record.text) or "claim"
        return slug(record.title) or ("argument" if isinstance(record, Argument) else "section")


def fitting(map: ArgumentMap) -> dict[str, str]:
    """What those are called whose ids no cell can hold."""
    ids = [*map.claims, *map.relations, *map.arguments, *map.sections]
    odd = dict.fromkeys(id for id in ids if UNFIT.search(id))
    if not odd:
        return {}
    names = Names()
    for id in dict.fromkeys(ids):
        if id not in odd:
            names.take(id)
    return {id: names.take(UNFIT.sub("\ufffd", id)) for id in odd}
