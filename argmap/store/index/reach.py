"""Which claims of an index are asked, said in SQL."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from argmap.model.relation import SYMMETRIC, Kind
from argmap.store.index.records import Records


class Reach(NamedTuple):
    """The claims with numbers between two, of which all hold that is said of ``{claim}``."""

    first: int
    last: int
    conditions: tuple[str, ...] = ()

    @property
    def ends(self) -> tuple[int, int]:
        """The numbers between which the claims lie."""
        return self.first, self.last

    def of(self, claim: str) -> str:
        """What holds of the number of a claim in reach, where the number is called so."""
        between = f"{claim} BETWEEN {self.first} AND {self.last}"
        return " AND ".join([between, *(each.format(claim=claim) for each in self.conditions)])

    def narrowed(
        self,
        records: Records,
        kept: Sequence[Iterable[int]],
        left_out: Sequence[Iterable[int]],
        kinds: Collection[Kind],
    ) -> "Reach":
        """Those that are among the kept, if any are given, and not left out, and so used.

        The numbers are put into tables of this connection: linear in them, and not in the index.
        """
        conditions = list(self.conditions)
        if kept:
            conditions.append(f"{{claim}} IN (SELECT claim FROM {records.noted(kept)})")
        if left_out:
            conditions.append(f"{{claim}} NOT IN (SELECT claim FROM {records.noted(left_out)})")
        if kinds:
            occurring = [kind for kind in kinds if records.has(kind)]
            conditions.append(_used_as(occurring) if occurring else "FALSE")
        return self._replace(conditions=tuple(conditions))


def _used_as(kinds: Collection[Kind]) -> str:
    """That a claim is a premise of a relation of one of the kinds, or an end of a symmetric one."""
    premise = (
        "EXISTS (SELECT 1 FROM premises JOIN relations USING (relation)"
        f" WHERE premises.claim = {{claim}} AND kind IN ({_listed(kinds)}))"
    )
    both = SYMMETRIC.intersection(kinds)
    if not both:
        return premise
    target = f"SELECT 1 FROM relations WHERE target_claim = {{claim}} AND kind IN ({_listed(both)})"
    return f"({premise} OR EXISTS ({target}))"


def _listed(kinds: Collection[Kind]) -> str:
    return ", ".join(f"'{kind}'" for kind in sorted(kinds))
