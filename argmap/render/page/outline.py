"""The outline of a content: every box once in full, under what it bears on, as nested lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.graph.order import theses
from argmap.graph.trace import reasons
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation, TargetType
from argmap.render.outline import Row, rows_of_reasons
from argmap.render.page.facts import Fact
from argmap.render.picture.content import Content, Entry, Standing
from argmap.render.picture.scene import VERDICTS
from argmap.render.picture.svg import escaped

Facts = Mapping[str, Sequence[Fact]]
_DEEPEST = 40
"""Levels of lists in lists; what is deeper is put on the last of them, for browsers have limits."""
_SHORT = 60
"""So many letters of a claim are enough where it is only called to mind."""
_SIDES = {
    "+": ("support", "for"),
    "=": ("equivalence", "same as"),
    "-": ("rebuttal", "against"),
    "_": ("undercut", "undercut by"),
    "><": ("contradiction", "conflicts with"),
    "": ("joint", "and"),
}
"""For each sign its kind, and what is read aloud for it."""


def outline(content: Content, facts: Facts) -> Iterator[str]:
    """The items of a nested list; linear in the content and what is known of it.

    The item that tells a box has its id, and ``data-n``, which is its place among the boxes; one
    that only calls a box to mind is a link to that item, and has the place as ``data-to``. End
    tags that HTML does not need are left out.
    """
    places = {entry.id: number for number, entry in enumerate(content.entries)}
    level = -1
    for row in rows_of(content):
        depth = min(row.level, _DEEPEST)
        if depth > level:
            yield "<ul>\n" * (depth - level if level >= 0 else 0)
        else:
            yield "\n" + "</ul>" * (level - depth)
        level = depth
        number = places.get(row.id, -1)
        yield from _item(row, content.entries[number] if number >= 0 else None, number, facts)
    if level >= 0:
        yield "\n" + "</ul>" * level


def rows_of(content: Content) -> Iterator[Row]:
    """The rows of an outline of the boxes, from what all others lead to downwards."""
    map = as_map(content)
    for row in rows_of_reasons(map, reasons(map, theses(map)), stances=False):
        # Without joints there are no steps, and what is undercut is an argument.
        undercut = row.sign == "_" and not content.joints
        yield row._replace(label="undercuts it:") if undercut else row


def as_map(content: Content) -> ArgumentMap:
    """The boxes as claims, and the links with their joints as the relations they were made of."""
    joints = {joint.id: joint.kind for joint in content.joints}
    premises: dict[str, list[str]] = {joint: [] for joint in joints}
    relations = []
    for link in content.links:
        if not link.signed:
            premises[link.target].append(link.source)
            continue
        own = link.source in joints
        ends = premises[link.source] if own else [link.source]
        to: TargetType = "relation" if link.target in joints else "claim"
        id = link.source if own else f"{link.id} "
        relations.append(Relation(id, link.kind, tuple(ends), link.target, to))
    claims = (Claim(e.id, text=_words(e), tags=e.tags) for e in content.entries)
    return ArgumentMap(claims, relations)


def _words(entry: Entry) -> str:
    """What a box says; of an argument its title as well."""
    if entry.role in {"argument", "group"}:
        return ": ".join(filter(None, (entry.title, entry.text)))
    return entry.text or entry.title


def _item(row: Row, entry: Entry | None, number: int, facts: Facts) -> Iterator[str]:
    told = entry is not None and row.style != "reference"
    if entry is None:
        yield "<li><p>"
    elif told:
        yield f'<li{_id(entry.id)} data-n="{number}"><p>'
    else:
        yield f'<li data-to="{number}"><p>'
    if row.level:
        kind, said = _SIDES[row.sign]
        yield f'<i class="{kind}">{"" if row.label else said}</i> '
    if row.label:
        yield f"<small>{escaped(row.label)}</small> "
    words = escaped(row.words) or escaped(row.id) or "…"
    if entry is None:
        yield f"<small>{words}</small>"
    elif not told:
        yield _reference(entry, row)
    else:
        yield f"<span>{words}</span>"
        shown = {tag for tag in entry.tags if f"#{tag}" in row.words or f"#({tag})" in row.words}
        yield from (f" <small>#{escaped(tag)}</small>" for tag in entry.tags if tag not in shown)
        yield standing(entry.standing)
        yield from _facts(facts.get(entry.id, ()))


def _reference(entry: Entry, row: Row) -> str:
    from urllib.parse import quote

    words = escaped(row.words) or escaped(row.id) or "…"
    if len(row.words) > _SHORT:
        words = f"{escaped(row.words[:_SHORT].rsplit(' ', 1)[0])}…"
    where = f" <small>{escaped(row.note)}</small>" if "circle" in row.note else ""
    if not _id(entry.id):
        return f"{words}{where}"
    return f'<a href="#{quote(entry.id, safe="")}">{words}</a>{where}'


def _id(id: str) -> str:
    """The attribute that makes a box a place to link to, if its id can be one."""
    return f' id="{escaped(id)}"' if id and escaped(id) and not _odd(id) else ""


def _odd(id: str) -> bool:
    """Whether an id has blanks, or letters that a page cannot have."""
    return not id.isprintable() or any(letter.isspace() for letter in id)


def standing(standing: Standing) -> str:
    """Whether a claim stands, and how strong it is, in words."""
    found = ""
    if standing.verdict:
        found += f' <em class="{standing.verdict}">{VERDICTS[standing.verdict]}</em>'
    if standing.strength is not None:
        found += f" <em>strength {standing.strength:.2f}</em>"
    return found


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    said = [f"<dt>{escaped(each.name)}<dd>{_value(each)}" for each in facts]
    if said:
        yield f"<dl>{''.join(said)}</dl>"


def _value(fact: Fact) -> str:
    if not fact.href:
        return escaped(fact.value)
    return f'<a href="{escaped(fact.href)}" rel="noopener noreferrer">{escaped(fact.value)}</a>'
