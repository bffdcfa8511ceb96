"""What a picture shows: boxes with words, joints, links between them, and headings around them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from argmap.graph.derived import Edge
from argmap.graph.ends import Ends
from argmap.graph.order import is_final
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Kind, Relation
from argmap.query.selection.records import NodeMap
from argmap.render.parts import counted

Role = Literal["claim", "thesis", "argument", "group"]
Heads = Literal["none", "end", "start", "both"]
Verdict = Literal["in", "out", "undecided"]
_DEEPEST = 6
"""Headings below this level are not drawn; what stands under them belongs to the last one."""


class Standing(NamedTuple):
    """Whether a claim stands, and how strong it is, in [0, 1]."""

    verdict: Verdict | None = None
    strength: float | None = None


class Entry(NamedTuple):
    """A box: what it says, and the innermost heading it stands under."""

    id: str
    role: Role
    title: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    group: str | None = None
    standing: Standing = Standing()


class Joint(NamedTuple):
    """Where the premises of a relation meet, or where something bears on the relation itself."""

    id: str
    kind: Kind
    group: str | None = None


class Link(NamedTuple):
    """A line of the kind of a relation; one of each relation is ``signed``."""

    id: str
    kind: Kind
    source: str
    target: str
    relation: str
    heads: Heads = "end"
    signed: bool = True


class Heading(NamedTuple):
    """A section that has boxes; ``parent`` is the one around it."""

    id: str
    title: str
    parent: str | None = None


class Content(NamedTuple):
    """All that a picture shows; ``note`` says under the title how much it is, and from where."""

    title: str
    note: str
    entries: tuple[Entry, ...]
    joints: tuple[Joint, ...] = ()
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()


def of_claims(
    map: ArgumentMap, title: str, standings: Mapping[str, Standing] | None = None
) -> Content:
    """Every claim as a box; linear in the map.

    A relation is a link from its premise to its target. It has a joint where it has several
    premises, or where something bears on it: then that bears on the joint.
    """
    parents = {section.id: section.parent for section in map.sections.values()}
    around = Around(parents, (claim.section for claim in map.claims.values()))
    known = standings or {}
    entries = []
    for claim in map.claims.values():
        final = bool(map.bearing_on(claim.id)) and is_final(map, claim.id)
        entries.append(
            Entry(
                claim.id, "thesis" if final else "claim", claim.title, claim.text, claim.tags,
                around.innermost(claim.section), known.get(claim.id, Standing()),
            )
        )  # fmt: skip
    ends = Ends(map)
    joints = []
    links: list[Link] = []
    for relation in map.relations.values():
        premises = list(dict.fromkeys(relation.premises))
        if len(premises) == 1 and not map.bearing_on(relation.id):
            heads: Heads = "both" if relation.symmetric else "end"
            links.append(_link(relation, 0, premises[0], relation.target, heads))
            continue
        home = around.innermost(map.claims[ends.of(relation)[0]].section)
        joints.append(Joint(relation.id, relation.kind, home))
        heads = "start" if relation.symmetric else "none"
        for number, premise in enumerate(premises, 1):
            link = _link(relation, number, premise, relation.id, heads)
            links.append(link._replace(signed=False))
        links.append(_link(relation, 0, relation.id, relation.target, "end"))
    return Content(
        title,
        counted(len(entries), "claim"),
        tuple(entries),
        tuple(joints),
        tuple(links),
        _headings(((s.id, s.title) for s in map.sections.values()), around),
    )


def of_nodes(nodes: NodeMap, title: str) -> Content:
    """Every node as a box, every edge as a link; linear in them."""
    parents = {group.id: group.parent for group in nodes.groups}
    around = Around(parents, (node.group for node in nodes.nodes))
    entries = []
    roles: dict[str, Role] = {"statement": "claim", "argument": "argument", "group": "group"}
    for node in nodes.nodes:
        text = node.text
        if node.type == "group":
            text = counted(len(node.holds), "node")
        home = around.innermost(node.group)
        said = node.title or ("" if text else node.id)
        entries.append(Entry(node.id, roles[node.type], said, text, node.tags, home))
    return Content(
        title,
        ", ".join(_counts(entries)),
        tuple(entries),
        (),
        tuple(_edge_link(edge, number) for number, edge in enumerate(nodes.edges)),
        _headings(((g.id, g.title) for g in nodes.groups), around),
    )


def kinds_of(content: Content) -> list[Kind]:
    """The kinds that occur, in the usual order."""
    found = {link.kind for link in content.links}
    return [kind for kind in KINDS if kind in found]


def _link(relation: Relation, number: int, source: str, target: str, heads: Heads) -> Link:
    return Link(f"{relation.id}/{number}", relation.kind, source, target, relation.id, heads)


def _edge_link(edge: Edge, number: int) -> Link:
    heads: Heads = "both" if edge.symmetric else "end"
    return Link(f"e{number}", edge.kind, edge.source, edge.target, " ".join(edge.relations), heads)


def _counts(entries: Sequence[Entry]) -> Iterator[str]:
    for role, name in (("claim", "statement"), ("argument", "argument"), ("group", "closed group")):
        count = sum(entry.role == role for entry in entries)
        if count:
            yield counted(count, name)


class Around:
    """The headings around each thing, the outermost first; those that are used."""

    def __init__(self, parents: Mapping[str, str | None], homes: Iterable[str | None]) -> None:
        self._parents = parents
        self._paths: dict[str, tuple[str, ...]] = {}
        self.used: dict[str, None] = {}
        for home in homes:
            self.used |= dict.fromkeys(self.path(home))

    def path(self, home: str | None) -> tuple[str, ...]:
        """The headings around a thing, each found once; a circle of them is cut open."""
        trail: dict[str, None] = {}
        at = home
        while at is not None and at not in self._paths and at not in trail:
            trail[at] = None
            at = self._parents.get(at)
        path = () if at is None else self._paths.get(at, ())
        for heading in reversed(trail):
            path = (*path, heading) if len(path) < _DEEPEST else path
            self._paths[heading] = path
        return path

    def innermost(self, home: str | None) -> str | None:
        """The innermost heading that is drawn around a thing."""
        return next(reversed(self.path(home)), None)

    def outer(self, heading: str) -> str | None:
        """The heading around a heading that is used."""
        path = self.path(heading)
        return path[-2] if len(path) > 1 else None


def _headings(titles: Iterable[tuple[str, str]], around: Around) -> tuple[Heading, ...]:
    """The headings that are used, each after the one around it."""
    named = dict(titles)
    return tuple(Heading(id, named[id], around.outer(id)) for id in around.used)
