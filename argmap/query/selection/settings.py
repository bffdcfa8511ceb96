"""What a map's front matter says on which nodes to show, in which groups, under which words.

``selection``, ``group`` and ``map`` have Argdown's own keys and meaning. What cannot be as it is
written is reported, and the default taken.
"""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from argmap.model.diagnostic import Diagnostic
from argmap.model.map import ArgumentMap
from argmap.query.selection.regroup import Regrouped, regroup
from argmap.query.selection.written import Written

Mode = Literal[
    "all",
    "with-title",
    "top-level",
    "not-used-in-argument",
    "with-relations",
    "with-more-than-one-relation",
]
"""Which claims are nodes of their own, besides those that the map's metadata names."""
Words = Literal["hide-untitled", "title", "text", "none"]
"""What is said of a node: title and text, the one or the other, or nothing."""

_TAG = re.compile(r"#(?:\([^)]*\)|[\w-]+)")


class Selection(NamedTuple):
    """Which claims and arguments are nodes.

    ``tags`` and ``sections`` are those to select, all if ``None``; ``connected`` leaves out what
    nothing bears on and what bears on nothing; ``marked`` heeds the ``isInMap`` of claims and
    arguments.
    """

    mode: Mode = "with-title"
    tags: frozenset[str] | None = None
    untagged: bool = False
    sections: frozenset[str] | None = None
    unsectioned: bool = False
    included: frozenset[str] = frozenset()
    excluded_claims: frozenset[str] = frozenset()
    excluded_arguments: frozenset[str] = frozenset()
    connected: bool = True
    marked: bool = True


EVERYTHING = Selection(mode="all", connected=False, marked=False)
"""Every claim and every argument."""


class Grouping(NamedTuple):
    """Which sections are groups, and which groups are closed.

    Sections are groups from the deepest one on upwards, ``depth`` levels, unless ``sections`` say
    so by title (and then no others are), or ``marked`` ones do it themselves with ``isGroup``;
    ``closable`` ones close themselves with ``isClosed``. ``regrouped`` are groups that replace the
    sections of the map; ``opened`` if no group is closed.
    """

    depth: int = 2
    sections: Mapping[str, Mapping[str, object]] | None = None
    regrouped: Regrouped | None = None
    marked: bool = True
    closable: bool = True
    opened: bool = False


class View(NamedTuple):
    """Which nodes are shown, in which groups, under which words."""

    selection: Selection = Selection()
    grouping: Grouping = Grouping()
    claim_words: Words = "hide-untitled"
    argument_words: Words = "hide-untitled"
    tags: bool = True


def view_of(map: ArgumentMap) -> tuple[View, list[Diagnostic]]:
    """The view that a map's front matter describes, and what is wrong with that."""
    found: list[Diagnostic] = []
    labels = Written(map.data, "map", found)
    view = View(
        _selection(map, Written(map.data, "selection", found)),
        _grouping(map, Written(map.data, "group", found)),
        labels.choice("statementLabelMode", get_args(Words), "hide-untitled"),
        labels.choice("argumentLabelMode", get_args(Words), "hide-untitled"),
        labels.flag("addTags", default=True),
    )
    return view, found


def _selection(map: ArgumentMap, written: Written) -> Selection:
    arguments = {argument.title for argument in map.arguments.values()}
    claims = {claim.title for claim in map.claims.values() if claim.id not in map.arguments}
    tags = {
        tag for each in (map.claims, map.arguments) for one in each.values() for tag in one.tags
    }
    sections = {untagged(section.title) for section in map.sections.values()}

    def named(key: str, known: set[str]) -> frozenset[str] | None:
        names = written.names(key)
        if names is None:
            return None
        if known is sections:
            names = tuple(untagged(name) for name in names)
        written.absent(key, (name for name in names if name not in known))
        return frozenset(names)

    return Selection(
        written.choice("statementSelectionMode", get_args(Mode), "with-title"),
        named("selectedTags", tags),
        written.flag("selectElementsWithoutTag", default=False),
        named("selectedSections", sections),
        written.flag("selectElementsWithoutSection", default=False),
        named("includeStatements", claims) or frozenset(),
        named("excludeStatements", claims) or frozenset(),
        named("excludeArguments", arguments) or frozenset(),
        connected=written.flag("excludeDisconnected", default=True),
        marked=not written.flag("ignoreIsInMap", default=False),
    )


def _grouping(map: ArgumentMap, written: Written) -> Grouping:
    titles = {untagged(section.title) for section in map.sections.values()}
    sections = written.by_name("sections")
    if sections is not None:
        sections = {untagged(title): about for title, about in sections.items()}
        written.absent("sections", (title for title in sections if title not in titles))
    regrouped = regroup(written.entries("regroup"), map)
    written.absent("regroup", regrouped.unknown)
    return Grouping(
        written.number("groupDepth", 2),
        sections,
        regrouped if regrouped.sections else None,
        marked=not written.flag("ignoreIsGroup", default=False),
        closable=not written.flag("ignoreIsClosed", default=False),
    )


def untagged(title: str) -> str:
    """The title of a section without the tags that it may be written with."""
    return " ".join(_TAG.sub(" ", title).split()) or title
