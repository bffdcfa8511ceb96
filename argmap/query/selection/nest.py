"""Groups of nodes: which sections are groups, how they lie in each other, which are closed."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from argmap.model.map import ArgumentMap
from argmap.model.section import Section
from argmap.query.selection.settings import Grouping, untagged


class Groups(NamedTuple):
    """The sections that are groups, as written.

    ``around`` is for every section, group or not, the group that it lies in (or is) — ``None`` if
    in none; ``closed`` for a group the outermost closed one that it lies in or is.
    """

    sections: tuple[Section, ...]
    homes: Mapping[str, str | None]
    closed: Mapping[str, str]


def nest(map: ArgumentMap, grouping: Grouping) -> Groups:
    """The groups of a map, each with the group around it as parent; linear in the sections."""
    regrouped = grouping.regrouped
    sections = list(regrouped.sections) if regrouped else list(map.sections.values())
    parents = _without_circles(sections)
    ordered = _outermost_first(sections, parents)
    marks = _Marks(sections, grouping)
    homes: dict[str, str | None] = {}
    levels: dict[str | None, int] = {None: 0}
    closed: dict[str, str] = {}
    groups: dict[str, Section] = {}
    for section in ordered:
        around = homes.get(parents[section.id] or "")
        homes[section.id] = around
        if not marks.is_group(section):
            continue
        homes[section.id] = section.id
        levels[section.id] = levels[around] + 1
        groups[section.id] = section._replace(parent=around, level=levels[section.id])
        if around in closed:
            closed[section.id] = closed[around]
        elif marks.is_closed(section):
            closed[section.id] = section.id
    return Groups(tuple(groups[s.id] for s in sections if s.id in groups), homes, closed)


def _without_circles(sections: Collection[Section]) -> dict[str, str | None]:
    """The section around each section; one of a circle of sections lies in none."""
    ids = {section.id for section in sections}
    parents = {s.id: s.parent if s.parent in ids else None for s in sections}
    settled: set[str | None] = {None}
    for start in parents:
        trail: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in settled and at not in trail:
            trail[at] = None
            at = parents.get(at)
        if at in trail:
            parents[at] = None
        settled.update(trail)
    return parents


def _outermost_first(
    sections: Iterable[Section], parents: Mapping[str, str | None]
) -> list[Section]:
    """The sections, each after the one around it."""
    inside: dict[str | None, list[Section]] = {}
    for section in sections:
        inside.setdefault(parents[section.id], []).append(section)
    ordered = list(inside.get(None, ()))
    for section in ordered:  # grows under way
        ordered += inside.get(section.id, ())
    return ordered


class _Marks:
    """What settings and metadata say of sections."""

    def __init__(self, sections: Iterable[Section], grouping: Grouping) -> None:
        self._grouping = grouping
        self._named = None if grouping.regrouped else grouping.sections
        deepest = max((section.level for section in sections), default=0)
        self._least = 1 if grouping.regrouped else deepest - grouping.depth + 1

    def is_group(self, section: Section) -> bool:
        """What the settings say of its title, else its metadata, else its level."""
        said = section.data.get("isGroup") if self._grouping.marked else None
        if self._named is not None:
            about = self._named.get(untagged(section.title))
            said = said is True if about is None else about.get("isGroup")
        return section.level >= self._least if said is None else said is True

    def is_closed(self, section: Section) -> bool:
        """What the settings say of its title, else its metadata."""
        if self._grouping.opened:
            return False
        about = (self._named or {}).get(untagged(section.title))
        if about is not None:
            return about.get("isClosed") is True
        return self._grouping.closable and section.data.get("isClosed") is True
