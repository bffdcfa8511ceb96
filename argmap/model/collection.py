"""Several maps as one: whose ids say which map they are of."""

from collections.abc import Callable, Collection, Container, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import SEPARATOR
from argmap.model.relation import Relation
from argmap.model.section import Section

if TYPE_CHECKING:
    from argmap.model.naming import Ids


class Part(NamedTuple):
    """A map of a collection: what it is called there, as it is by itself, and as part of it."""

    name: str
    own: ArgumentMap
    map: ArgumentMap

    def keep(self, claims: Container[str]) -> "Part":
        """What is about these claims alone, which are named as in the collection."""
        own = {id for id in self.own.claims if qualified(self.name, id) in claims}
        return Part(self.name, self.own.keep(own), self.map.keep(claims))


def qualified(name: str, id: str) -> str:
    """An id of a map of that name, as it is where several maps are open."""
    return f"{name}{SEPARATOR}{id}"


def bare(name: str, id: str) -> str | None:
    """The id by itself of a qualified one, if it is of the map of that name."""
    prefix = name + SEPARATOR
    return id.removeprefix(prefix) if id.startswith(prefix) else None


def own_id(map: ArgumentMap, id: str, section: str | None) -> str:
    """What an id of something in this section is in the map that it is of, of several as one.

    In any other map that is the id itself.
    """
    if section is None or SEPARATOR not in id:
        return id
    passed = set()
    while section in map.sections and section not in passed:
        passed.add(section)
        home, section = section, map.sections[section].parent
        if section is None:
            return bare(home, id) or id
    return id


def parts(
    maps: Iterable[tuple[str, ArgumentMap]], unchanged: Collection[str] = frozenset()
) -> list[Part]:
    """The maps with ids qualified, each in a section of its own that is called like the map.

    Ids are left ``unchanged`` that no two of the maps have. What a map says of itself stays data of
    the map. See :class:`argmap.model.naming.Naming` for the names, and the cost.
    """
    from argmap.model.naming import Naming  # single maps do without

    naming = Naming(unchanged)
    found = []
    for wanted, own in maps:
        name = naming.take(wanted, partial(_changed, own, unchanged))
        found.append(Part(name, own, renamed(own, _Renaming(name, unchanged), name)))
    return found


def _changed(map: ArgumentMap, unchanged: Collection[str]) -> "Ids":
    from argmap.model.naming import Ids

    records = {*map.claims, *map.relations, *map.arguments}
    return Ids(records.difference(unchanged), map.sections.keys() - unchanged)


class _Renaming:
    def __init__(self, name: str, unchanged: Collection[str]) -> None:
        self._name = name
        self._unchanged = unchanged

    def __call__(self, id: str) -> str:
        return id if id in self._unchanged else qualified(self._name, id)


def renamed(map: ArgumentMap, rename: Callable[[str], str], home: str) -> ArgumentMap:
    """The map with other ids, and with all of it in a section ``home`` that has its title.

    No two ids may come to one, and none of a section to ``home``.
    """
    around = Section(home, map.title if map.title != map.name else home)
    return ArgumentMap(
        (_claim(claim, rename, home) for claim in map.claims.values()),
        (_relation(relation, rename) for relation in map.relations.values()),
        (_argument(argument, rename, home) for argument in map.arguments.values()),
        [around, *(_section(section, rename, home) for section in map.sections.values())],
        name=map.name,
        data=map.data,
    )


def united(maps: Iterable[ArgumentMap], name: str) -> ArgumentMap:
    """One map of all that is in these, which have no id in common; it says nothing of itself."""
    maps = list(maps)
    return ArgumentMap(
        (claim for map in maps for claim in map.claims.values()),
        (relation for map in maps for relation in map.relations.values()),
        (argument for map in maps for argument in map.arguments.values()),
        (section for map in maps for section in map.sections.values()),
        name=name,
    )


def _claim(claim: Claim, rename: Callable[[str], str], home: str) -> Claim:
    section = home if claim.section is None else rename(claim.section)
    # Where nothing but its id says what it is, that goes on to.
    title = claim.title or ("" if claim.text else claim.id)
    return claim._replace(id=rename(claim.id), title=title, section=section)


def _relation(relation: Relation, rename: Callable[[str], str]) -> Relation:
    return relation._replace(
        id=rename(relation.id),
        premises=tuple(map(rename, relation.premises)),
        target=rename(relation.target),
    )


def _argument(argument: Argument, rename: Callable[[str], str], home: str) -> Argument:
    return argument._replace(
        id=rename(argument.id),
        relations=tuple(map(rename, argument.relations)),
        gist=None if argument.gist is None else rename(argument.gist),
        statements=tuple(map(rename, argument.statements)),
        section=home if argument.section is None else rename(argument.section),
    )


def _section(section: Section, rename: Callable[[str], str], home: str) -> Section:
    return section._replace(
        id=rename(section.id),
        level=section.level + 1,
        parent=home if section.parent is None else rename(section.parent),
    )
