"""Loading a whole map from an index, as it was read from its file."""

from argmap.model.collection import Part, bare
from argmap.model.map import ArgumentMap
from argmap.store.index.records import Records


def load(records: Records, map: int) -> Part:
    """A map of an index, by itself and as a part of all that is in the index."""
    home = records.home(map)
    among = _loaded(records, map)
    return Part(home.name, among if records.alone else _alone(among, home.name), among)


def _loaded(records: Records, map: int) -> ArgumentMap:
    home = records.home(map)
    return ArgumentMap(
        records.claims_between(map + 1, home.last),
        records.relations_between(home.first_relation, home.end_relation),
        records.arguments(map),
        records.sections(map),
        name=home.own_name,
        data=home.data,
    )


def _alone(map: ArgumentMap, name: str) -> ArgumentMap:
    """A map as it is by itself, whose ids begin with its name among others."""

    def own(id: str) -> str:
        return bare(name, id) or ""

    def section(id: str | None) -> str | None:
        return None if id is None or id == name else own(id)

    return ArgumentMap(
        (c._replace(id=own(c.id), section=section(c.section)) for c in map.claims.values()),
        (
            r._replace(
                id=own(r.id), premises=tuple(own(p) for p in r.premises), target=own(r.target)
            )
            for r in map.relations.values()
        ),
        (
            a._replace(
                id=own(a.id),
                relations=tuple(own(r) for r in a.relations),
                gist=None if a.gist is None else own(a.gist),
                statements=tuple(own(s) for s in a.statements),
                section=section(a.section),
            )
            for a in map.arguments.values()
        ),
        (
            s._replace(id=own(s.id), level=s.level - 1, parent=section(s.parent))
            for s in map.sections.values()
            if s.id != name
        ),
        name=map.name,
        data=map.data,
    )
