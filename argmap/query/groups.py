"""Groups: the tags and sections of a map."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, Protocol, runtime_checkable

from argmap.model.collection import own_id
from argmap.model.map import ArgumentMap
from argmap.model.names import fold, slug


class Group(NamedTuple):
    """A tag or a section, and the ids of its claims in the order written."""

    id: str
    title: str
    type: Literal["tag", "section"]
    claims: tuple[str, ...]


@runtime_checkable
class Grouped(Protocol):
    """A map that knows its groups without being looked through."""

    def group(self, name: str) -> Group | None:
        """See :func:`group`."""


def groups(map: ArgumentMap) -> list[Group]:
    """Every section and then every tag, in the order written.

    A section has the claims of the sections in it as well.
    """
    members: dict[str, list[str]] = {section: [] for section in map.sections}
    tagged: dict[str, list[str]] = {}
    for claim in map.claims.values():
        for section in _around(map, claim.section):
            members[section].append(claim.id)
        for tag in dict.fromkeys(claim.tags):
            tagged.setdefault(tag, []).append(claim.id)
    found = [
        Group(section.id, section.title, "section", tuple(members[section.id]))
        for section in map.sections.values()
    ]
    return found + [Group(slug(tag) or tag, tag, "tag", tuple(ids)) for tag, ids in tagged.items()]


def _around(map: ArgumentMap, section: str | None) -> list[str]:
    """A section and those around it; a circle of sections ends where it began."""
    found: dict[str, None] = {}
    while section is not None and section in map.sections and section not in found:
        found[section] = None
        section = map.sections[section].parent
    return list(found)


def group(map: ArgumentMap, name: str) -> Group | None:
    """The group of that name, by id, title, or title without case and punctuation.

    Where a section and a tag share the name, they are one group, and so are sections of several
    maps.
    """
    if isinstance(map, Grouped):
        return map.group(name)
    wanted = fold(name.lstrip("#"))
    if not wanted:
        return None
    meant = [g for g in groups(map) if wanted in {fold(g.id), fold(g.title), fold(_own(map, g))}]
    if not meant:
        return None
    union = {claim for each in meant for claim in each.claims}
    first = meant[0]
    if sum(each.type == "section" for each in meant) > 1:
        first = first._replace(id=slug(first.title) or first.id)
    return first._replace(claims=tuple(claim for claim in map.claims if claim in union))


def _own(map: ArgumentMap, group: Group) -> str:
    """What the id of a group is in the map that it is of."""
    return own_id(map, group.id, group.id) if group.type == "section" else group.id


def with_arguments(map: ArgumentMap, group: Group) -> set[str]:
    """The claims of a group, and the arguments that have its tag or lie in its section."""
    wanted = {fold(group.id), fold(group.title)}
    sections = {s.id for s in map.sections.values() if wanted & {fold(s.id), fold(s.title)}}
    return set(group.claims) | {
        argument.id
        for argument in map.arguments.values()
        if not sections.isdisjoint(_around(map, argument.section))
        or any(fold(tag) in wanted for tag in argument.tags)
    }


def with_linked(map: ArgumentMap, claims: Iterable[str]) -> set[str]:
    """The claims, and those from elsewhere that only work together with some of them.

    These are the other premises of each step to one of the claims from one of the claims: a step
    is shown whole or not at all.
    """
    among = set(claims)
    linked = {
        premise
        for relation in map.relations.values()
        if relation.target in among and not among.isdisjoint(relation.premises)
        for premise in relation.premises
    }
    return among | linked


def part(map: ArgumentMap, kept: Iterable[Group], left_out: Iterable[Group]) -> set[str]:
    """The claims of the kept groups, or all if there are none, without those of the left out."""
    kept = list(kept)
    claims = {claim for each in kept for claim in each.claims} if kept else set(map.claims)
    for each in left_out:
        claims.difference_update(each.claims)
    return claims
