"""Sections that front matter describes, instead of the headings of the map (``group.regroup``)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.model.names import Names, slug
from argmap.model.section import Section


class Regrouped(NamedTuple):
    """Sections, each after the one around it, and the section of each claim and argument.

    ``unknown`` are the titles that are named there and that nothing in the map has.
    """

    sections: tuple[Section, ...] = ()
    homes: Mapping[str, str] = {}
    unknown: tuple[str, ...] = ()


def regroup(entries: Sequence[object], map: ArgumentMap) -> Regrouped:
    """The sections that the entries describe; of several for a claim, the last one has it."""
    claims = _by_title((c.title, c.id) for c in map.claims.values() if c.id not in map.arguments)
    arguments = _by_title((argument.title, argument.id) for argument in map.arguments.values())
    names = Names()
    sections: list[Section] = []
    homes: dict[str, str] = {}
    unknown: list[str] = []
    waiting: list[tuple[object, Section | None]] = []
    waiting += ((entry, None) for entry in reversed(entries))
    while waiting:
        entry, parent = waiting.pop()
        if not isinstance(entry, Mapping):
            continue
        section = _section(entry, parent, names)
        sections.append(section)
        for key, known in (("statements", claims), ("arguments", arguments)):
            for title in _texts(entry.get(key)):
                homes |= dict.fromkeys(known.get(title, ()), section.id)
                if title not in known:
                    unknown.append(title)
        children = entry.get("children")
        if isinstance(children, list):
            waiting += [(child, section) for child in reversed(children)]
    return Regrouped(tuple(sections), homes, tuple(unknown))


def _section(entry: Mapping[str, object], parent: Section | None, names: Names) -> Section:
    title = str(entry.get("title") or "")
    return Section(
        names.take(slug(title) or "group"),
        title,
        parent.level + 1 if parent else 1,
        parent.id if parent else None,
        _texts(entry.get("tags")),
        data={key: entry[key] for key in ("isClosed",) if key in entry},
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _by_title(titled: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for title, id in titled:
        found.setdefault(title, []).append(id)
    return found
