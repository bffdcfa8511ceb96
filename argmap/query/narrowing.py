"""The claims that are searched: those of groups, and those that are used in a certain way."""

from collections.abc import Collection, Sequence
from typing import Protocol, runtime_checkable

from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind
from argmap.query.groups import Group, part


@runtime_checkable
class Narrowable(Protocol):
    """A map that can be narrowed without being looked through."""

    def narrowed(
        self, kept: Sequence[Group], left_out: Sequence[Group], kinds: Collection[Kind]
    ) -> ArgumentMap:
        """See :func:`narrowed`."""


def narrowed(
    map: ArgumentMap, kept: Sequence[Group], left_out: Sequence[Group], kinds: Collection[Kind]
) -> ArgumentMap:
    """The part of a map to search: claims of the kept groups, of none left out, and used so.

    That is: a premise of a relation of one of the kinds; all ends of a symmetric relation are
    premises of it. It counts what a claim is used for in the whole map, whatever the groups are.
    No kept groups or kinds leave out nothing. Linear.
    """
    if isinstance(map, Narrowable):
        return map.narrowed(kept, left_out, kinds)
    if not (kept or left_out or kinds):
        return map
    claims = part(map, kept, left_out)
    return map.keep(claims & premises_of(map, kinds) if kinds else claims)


def premises_of(map: ArgumentMap, kinds: Collection[Kind]) -> set[str]:
    """The premises of the relations of these kinds, and all ends of those that are symmetric."""
    found: set[str] = set()
    for relation in map.relations.values():
        if relation.kind in kinds:
            found.update(relation.premises)
            if relation.symmetric:
                found.add(relation.target)
    return found
