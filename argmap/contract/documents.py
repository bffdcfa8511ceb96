"""The documents that argmap prints with ``--json``, as pydantic models.

A field is never taken away or given another meaning within a version; the number at the end of
``schema`` rises if that has to happen.
"""

from typing import Annotated, Literal

from pydantic import Field

from argmap.contract.changes import Convert, Diff, Fmt
from argmap.contract.evaluations import (
    Compare,
    Contributions,
    Evaluate,
    Flip,
    Labellings,
    Solve,
    Verdict,
    Weighed,
    Why,
    Witness,
)
from argmap.contract.models import (
    Argument,
    Claim,
    Data,
    Document,
    Finding,
    Kind,
    Part,
    Record,
    Relation,
    Stance,
)


class Map(Part):
    """A whole map."""

    schema_: Literal["argmap/map/1"] = Field(alias="schema")
    name: str
    data: Data


class Lines(Document):
    """The line of a map in JSON lines that tells of the whole; it may be left out.

    Every other line is a claim, relation, argument or section, as in the arrays of a map.
    """

    schema_: Literal["argmap/lines/1"] = Field(alias="schema")
    name: str
    data: Data


class Pair(Record):
    """Two claims set against each other; ``over`` is what one is for and the other against."""

    pro: str
    con: str
    over: str


class Node(Record):
    """A claim, an argument or a closed group, which ``holds`` nodes that it hides."""

    id: str
    type: Literal["statement", "argument", "group"]
    title: str
    text: str
    tags: list[str]
    group: str | None
    holds: list[str]


class Edge(Record):
    """What a node comes to for another; ``derived`` if no relation joins just these two."""

    kind: Kind
    source: str
    target: str
    relations: list[str]
    via: list[str]
    derived: bool


class NodeGroup(Record):
    """A group of nodes, and the group around it."""

    id: str
    title: str
    level: Annotated[int, Field(ge=1)]
    parent: str | None
    tags: list[str]


class Show(Part):
    """A group, a claim, an argument or the whole map.

    ``members`` are the claims of what is shown; ``claims`` holds them, and the other premises
    of steps that are shown. ``onward`` are the relations that lead from here to the rest of the
    map, ``pairs`` the claims here that stand against each other; ``--arguments`` adds
    ``nodes``, ``edges`` and ``groups``, ``--verdicts`` the verdicts.
    """

    schema_: Literal["argmap/show/1"] = Field(alias="schema")
    name: str
    data: Data
    what: Literal["map", "group", "claim", "argument"]
    id: str
    members: list[str]
    onward: list[Relation]
    pairs: list[Pair]
    nodes: list[Node] = Field(default=[])
    edges: list[Edge] = Field(default=[])
    groups: list[NodeGroup] = Field(default=[])
    verdicts: list[Verdict] = Field(default=[])


class Step(Record):
    """One line of a trace, in the order printed.

    ``depth`` counts relations from the root; ``stance`` is for or against the root, and upwards
    the root's own towards the claim. ``premise`` of ``premises`` linked ones. ``repeat`` says
    where a claim is told in full that is only referred to here.
    """

    depth: Annotated[int, Field(ge=1)]
    relation: str
    claim: str
    stance: Stance
    direction: Literal["down", "up"]
    premise: int
    premises: int
    repeat: Literal["above", "below", "cycle"] | None
    hidden: int


class Trace(Part):
    """What bears on a claim, and what it bears on."""

    schema_: Literal["argmap/trace/1"] = Field(alias="schema")
    root: str
    steps: list[Step]
    verdicts: list[Verdict] = Field(default=[])


class Link(Record):
    """One relation of a chain, and the claim that it leads to."""

    relation: str
    claim: str
    stance: Stance


class Chain(Record):
    """A chain of reasoning, from its first claim to its last."""

    stance: Stance
    links: list[Link]


class Path(Part):
    """The chains of reasoning between two claims, shortest first.

    ``truncated`` if there may be more.
    """

    schema_: Literal["argmap/path/1"] = Field(alias="schema")
    start: str = Field(alias="from")
    goal: str = Field(alias="to")
    chains: list[Chain]
    truncated: bool


class Hit(Record):
    """A claim that was found; ``score`` is from 0 to 100, ``near`` if it is only like the words."""

    claim: str
    score: float
    near: bool


class Find(Part):
    """The claims found, best first in ``hits`` and in ``claims``."""

    schema_: Literal["argmap/find/1"] = Field(alias="schema")
    words: str
    hits: list[Hit]


class Group(Record):
    """A tag or a section, with the number of its claims."""

    id: str
    title: str
    type: Literal["tag", "section"]
    claims: int


class MapInfo(Record):
    """A map that comes with argmap, or one that is open, with its title, file and size."""

    name: str
    default: bool = Field(default=False)
    title: str | None = None
    file: str | None = None
    claims: int | None = None
    relations: int | None = None


class FormatInfo(Record):
    """A format that argmap knows, and the things, in the plural, that it cannot express."""

    name: str
    title: str
    suffixes: list[str]
    reads: bool = True
    writes: bool = False
    loses: list[str] = Field(default=[])


class List(Document):
    """One kind of thing; only its own array is there."""

    schema_: Literal["argmap/list/1"] = Field(alias="schema")
    what: Literal["claims", "groups", "arguments", "relations", "maps", "formats"]
    claims: list[Claim] = Field(default=[])
    groups: list[Group] = Field(default=[])
    arguments: list[Argument] = Field(default=[])
    relations: list[Relation] = Field(default=[])
    maps: list[MapInfo] = Field(default=[])
    formats: list[FormatInfo] = Field(default=[])


class Balance(Record):
    """How many claims speak for and against a thesis, each by its shortest way to it.

    ``both`` counts those with equally short ways of either kind.
    """

    thesis: str
    pro: int
    con: int
    both: int


class Robustness(Record):
    """So many losses fell a thesis that stands, 0 if none can; what every such set contains."""

    claim: str
    size: int
    load_bearing: list[str]


class Stats(Document):
    """Figures of a map; ``depth`` counts relations, the lists hold ids of claims or relations.

    ``theses`` are what all reasoning leads to, ``leaves`` what nothing bears on, ``isolated`` what
    no relation touches; ``unsupported`` are theses and rebutted claims without support, and
    ``unanswered`` the relations that speak against something while nothing speaks against them.
    ``pro`` and ``con`` count relations.
    """

    schema_: Literal["argmap/stats/1"] = Field(alias="schema")
    name: str
    claims: int
    relations: int
    kinds: dict[Kind, int]
    arguments: int
    depth: int
    theses: list[str]
    leaves: list[str]
    isolated: list[str]
    unsupported: list[str]
    unanswered: list[str]
    pro: int
    con: int
    balance: list[Balance]
    cycles: list[list[str]]
    components: int
    robustness: list[Robustness] = Field(default=[])


class Check(Document):
    """What was found wrong; ``clean`` if nothing but notes.

    ``ignored`` is what options, configuration and comments left out: how many findings by code.
    """

    schema_: Literal["argmap/check/1"] = Field(alias="schema")
    clean: bool
    files: list[str]
    findings: list[Finding]
    anchored: int | None = None
    uncovered: list[str] | None = None
    ignored: dict[str, int] = Field(default={})


class Explanation(Record):
    """What a code means; the examples are maps, perhaps with files beside them."""

    code: str
    name: str
    severity: Literal["error", "warning", "note"]
    summary: str
    text: str
    bad: str
    good: str


class Explain(Document):
    """What the codes of diagnostics mean."""

    schema_: Literal["argmap/explain/1"] = Field(alias="schema")
    explanations: list[Explanation]


class Passage(Record):
    """A passage of a source text, with its anchor."""

    place: str
    start: int
    end: int
    hash: str
    text: str


class Anchors(Document):
    """Passages of a source text."""

    schema_: Literal["argmap/anchor/1"] = Field(alias="schema")
    file: str
    passages: list[Passage]


class Index(Document):
    """An index of many maps, and what was done for it; ``failed`` are files that have errors."""

    schema_: Literal["argmap/index/1"] = Field(alias="schema")
    index: str
    maps: int
    claims: int
    files: int
    read: int
    removed: int
    failed: list[str]
    findings: list[Finding]


class Batch(Document):
    """A line of the results of a batch: a map, and what the command answers about it.

    ``key`` stands for all that the line depends on, but for the files ``beside`` it, of which it
    has the hashes; ``line`` is that of an archive, or 0. ``code`` is the exit code of the command
    by itself, ``findings`` what could not be read. A line that is not ``final`` is made anew by
    the next run.
    """

    schema_: Literal["argmap/batch/1"] = Field(alias="schema")
    key: str
    code: Literal[0, 1, 2]
    final: bool
    beside: dict[str, str | None] = Field(default={})
    map: str
    file: str
    line: Annotated[int, Field(ge=0)]
    findings: list[Finding]
    answer: Evaluate | Stats | Check | Convert | None


DOCUMENTS: tuple[type[Document], ...] = (
    Anchors, Batch, Check, Compare, Contributions, Convert, Diff, Evaluate, Explain, Find, Flip,
    Fmt, Index, Labellings, Lines, List, Map, Path, Show, Solve, Stats, Trace, Weighed, Why,
    Witness,
)  # fmt: skip
"""Every document; its name is the middle of its ``schema``."""
