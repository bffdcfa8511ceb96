"""A picture of a map that is too large for one: its parts as boxes, and what they come to.

The parts are its sections, as deep as there is room for; without sections they are its theses, and
what is so many steps away from each, or all that leads to each. Linear in the map, but for putting
the parts in order.
"""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.graph.ends import Ends
from argmap.graph.order import theses
from argmap.graph.walk import reasons
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind
from argmap.render.lines import shortened
from argmap.render.parts import counted
from argmap.render.picture.content import Around, Content, Entry, Link

MOST_PARTS = 120
"""So many boxes can be looked over; those that have least are one box together."""
MOST_BUNDLES = 300
"""So many lines between them; those that stand for least are only told in the boxes."""
_TOLD = 6
_SHORT = 48
_VERBS: dict[Kind, str] = {
    "support": "supports",
    "rebuttal": "speaks against",
    "undercut": "undercuts steps in",
    "contrary": "cannot be true with",
    "contradiction": "contradicts",
    "entailment": "entails",
    "equivalence": "says the same as",
}


class _Parts(NamedTuple):
    """The part that each claim is in, what the parts are called, and what they are."""

    homes: Mapping[str, str]
    titles: Mapping[str, str]
    noun: str
    note: str = ""


class _Bundle(NamedTuple):
    """All relations of one kind from one part to another."""

    kind: Kind
    source: str
    target: str


def overview(map: ArgumentMap, title: str) -> Content:
    """The parts of a map as boxes, each with what it comes to for the others, and how often."""
    parts = _by_section(map) or _by_thesis(map)
    sizes: dict[str, int] = {}
    for home in parts.homes.values():
        sizes[home] = sizes.get(home, 0) + 1
    counts = _bundles(map, parts.homes)
    out: dict[str, list[_Bundle]] = {}
    for bundle in sorted(counts, key=lambda bundle: -counts[bundle]):
        out.setdefault(bundle.source, []).append(bundle)
    entries = []
    for part, size in sizes.items():
        said = [_said(parts.titles, each, counts[each]) for each in out.get(part, ())[:_TOLD]]
        more = len(out.get(part, ())) - len(said)
        said += [f"and {more} more"] if more > 0 else []
        text = f"{counted(size, 'claim')}{': ' if said else ''}{', '.join(said)}"
        entries.append(Entry(part, "group", parts.titles[part], text))
    drawn = set(sorted(counts, key=lambda bundle: -counts[bundle])[:MOST_BUNDLES])
    links = [
        Link(f"e{number}", bundle.kind, bundle.source, bundle.target, "")
        for number, bundle in enumerate(bundle for bundle in counts if bundle in drawn)
    ]
    note = [f"{counted(len(entries), parts.noun)}, {counted(len(map.claims), 'claim')}", parts.note]
    if len(drawn) < len(counts):
        note.append(f"the {len(drawn)} strongest of {len(counts)} bundles of relations")
    return Content(title, "; ".join(filter(None, note)), tuple(entries), (), tuple(links))


def _said(titles: Mapping[str, str], bundle: _Bundle, count: int) -> str:
    return f"{_VERBS[bundle.kind]} {shortened(titles[bundle.target], _SHORT)} ({count})"


def _bundles(map: ArgumentMap, homes: Mapping[str, str]) -> dict[_Bundle, int]:
    """How many relations of each kind there are from each part to each other one."""
    ends = Ends(map)
    counts: dict[_Bundle, int] = {}
    for relation in map.relations.values():
        target = homes[ends.of(relation)[0]]
        for source in dict.fromkeys(homes[premise] for premise in relation.premises):
            if source != target:
                bundle = _Bundle(relation.kind, source, target)
                counts[bundle] = counts.get(bundle, 0) + 1
    return counts


def _by_section(map: ArgumentMap) -> _Parts | None:
    """The sections of the deepest level at which there are not too many; none if all are one."""
    parents = {section.id: section.parent for section in map.sections.values()}
    around = Around(parents, ())
    used = dict.fromkeys(claim.section for claim in map.claims.values())
    paths = {section: around.path(section) for section in used}
    deepest = max((len(path) for path in paths.values()), default=0)
    level = chosen = 0
    for level in range(1, deepest + 1):
        count = len({path[:level] for path in paths.values()})
        if count > 1 and (count <= MOST_PARTS or not chosen):
            chosen = level
        if count > MOST_PARTS:
            break
    if not chosen:
        return None
    none = "no-section"
    while none in parents:
        none += "-"
    part = {section: (path[:chosen] or (none,))[-1] for section, path in paths.items()}
    homes = {claim.id: part[claim.section] for claim in map.claims.values()}
    titles = {id: map.sections[id].title for id in part.values() if id != none}
    note = "" if chosen == deepest else f"those below level {chosen} are in the ones around them"
    return _bounded(_Parts(homes, {none: "no section", **titles}, "section", note))


def _by_thesis(map: ArgumentMap) -> _Parts:
    """Each thesis, and in bands what is so many steps away from it; or all of that in one."""
    roots = theses(map)
    nearest = {root: (root, 0) for root in roots}
    waiting = list(roots)
    for claim in waiting:  # grows under way
        root, depth = nearest[claim]
        for reason in reasons(map, claim):
            if reason not in nearest:
                nearest[reason] = root, depth + 1
                waiting.append(reason)
    bands = {depth: _band(depth) for depth in {depth for _, depth in nearest.values()}}
    homes, titles = {}, {}
    banded = len(roots) * len(set(bands.values())) <= MOST_PARTS
    for claim in map.claims:
        root, depth = nearest[claim]
        words = map.claims[root].words
        low, high = bands[depth] if banded else (0, 0)
        homes[claim] = f"{root}/{low}" if low else root
        if homes[claim] not in titles:
            steps = f"{low}" if low == high else f"{low} to {high}"
            ending = "" if high == 1 else "s"
            away = f"{steps} step{ending} from “{shortened(words, _SHORT)}”"
            titles[homes[claim]] = away if low else words
    note = "there are no sections, so each thesis is drawn with what leads to it"
    if banded:
        note = "there are no sections, so each thesis is drawn, and what is how far from it"
    return _bounded(_Parts(homes, titles, "part", note))


def _band(depth: int) -> tuple[int, int]:
    """The least and the greatest depth that are taken together: 0, 1, 2 to 3, 4 to 7 and so on."""
    low = 1 << depth.bit_length() >> 1
    return low, max(low, 2 * low - 1)


def _bounded(parts: _Parts) -> _Parts:
    """The same with the smallest parts in one, if there are too many."""
    sizes: dict[str, int] = {}
    for home in parts.homes.values():
        sizes[home] = sizes.get(home, 0) + 1
    if len(sizes) <= MOST_PARTS:
        return parts
    kept = set(sorted(sizes, key=lambda part: -sizes[part])[: MOST_PARTS - 1])
    rest = "smaller-parts"
    while rest in kept:
        rest += "-"
    homes = {claim: home if home in kept else rest for claim, home in parts.homes.items()}
    title = f"{counted(len(sizes) - len(kept), f'smaller {parts.noun}')}"
    note = "; ".join(filter(None, (parts.note, "the smallest are one box together")))
    return _Parts(homes, {**parts.titles, rest: title}, parts.noun, note)
