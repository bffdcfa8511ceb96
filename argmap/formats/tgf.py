"""Trivial Graph Format: a line for each argument, ``#``, and a line for each edge.

An edge without a label is an attack; ``+`` and ``support`` label supports. A graph with such labels
is written as it was; since tools that solve frameworks do not know them, a map of another kind is
translated into attacks alone.
"""

import re
from collections.abc import Iterator

from argmap.formats._attacks import GIVEN, Attacks, is_attack, translated
from argmap.formats._format import AttackGraph, Format, Reading, Source, Written
from argmap.formats._framework import Framework, numbered, plain_graph
from argmap.formats._losses import Losses
from argmap.formats._unsaid import UNSAID, note_unsaid, note_unsaid_of
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation

_SEPARATOR = re.compile(r"^[ \t]*#[ \t]*$", re.MULTILINE)
_SUPPORT = frozenset({"+", "s", "sup", "support", "supports"})
_ENDS = 2
_ATTACK = frozenset({"", "-", "a", "att", "attack", "attacks"})
_GRAPH = re.compile(r"((?:[^\s#]\S*+\n)*+)#\n((?:\S++ \S++(?:\n|\Z))*+)")
_PLAIN = re.compile(r"[^\s#]\S*")


def _looks_like(text: str) -> bool:
    """Whether all edges after the sign are between nodes before it; nodes alone have no label."""
    sign = _SEPARATOR.search(text)
    if sign is None:
        return False
    nodes = [line.split(None, 1) for line in text[: sign.start()].split("\n") if line.strip()]
    names = {node[0] for node in nodes}
    seen = False
    for line in text[sign.end() :].split("\n"):
        ends = line.split(None, 2)[:2]
        if ends and (len(ends) < _ENDS or not names.issuperset(ends)):
            return False
        seen = seen or bool(ends)
    return bool(nodes) and (seen or all(len(node) == 1 for node in nodes))


def read(source: Source) -> Reading:
    """The graph: nodes are claims with their labels as texts, edges are rebuttals or supports."""
    return parsed(source).reading({})


def attacks(source: Source) -> AttackGraph:
    """The framework by itself; arguments are called by the words before their labels."""
    return plain(source.text) or parsed(source).graph()


def plain(text: str) -> AttackGraph | None:
    """The framework of a text without labels, and with no blank that is not needed."""
    match = _GRAPH.fullmatch(text)
    return match and plain_graph(match[1].split(), match[2].split())


def parsed(source: Source) -> Framework:
    """What the lines say."""
    framework = Framework(source.name, twice="TG02", missing="TG03")
    after = False
    for number, line in enumerate(source.text.split("\n"), 1):
        where = framework.place(number, line)
        words = line.split(None, 2 if after else 1)
        if line.strip() == "#":
            if after:
                framework.report("TG01", "error", "the line `#` comes twice", where)
            after = True
        elif words and not after:
            framework.argument(words[0], where, words[1].strip() if len(words) > 1 else "")
        elif len(words) == 1:
            framework.report("TG01", "error", "this line has one end of an edge only", where)
        elif words:
            label = words[2].strip() if len(words) > _ENDS else ""
            _edge(framework, (words[0], words[1]), label, number, line)
    if not after:
        message = "no line `#` ends the nodes, so that there are no edges"
        framework.report("TG01", "error", message, framework.place(1, ""))
    return framework


def _edge(framework: Framework, ends: tuple[str, str], label: str, number: int, line: str) -> None:
    where = framework.place(number, line)
    kind = _kind(label)
    if kind is None:
        message = f"the edge label {label!r} says neither support nor attack; read as attack"
        framework.report("TG04", "warning", message, where)
        framework.edge(ends, where, "rebuttal", label)
    else:
        framework.edge(ends, where, kind, data={"tgf": {"label": label}} if label else {})


def _kind(label: str) -> Kind | None:
    if label.lower() in _SUPPORT:
        return "support"
    return "rebuttal" if label.lower() in _ATTACK else None


def write(map: ArgumentMap) -> Written:
    """The map as a graph; a claim's text is its label, and ids that are no words are numbers."""
    losses = Losses("TGF")
    is_labelled = _is_labelled(map)
    note_unsaid(map, losses, {"title"}, GIVEN)
    for relation in map.relations.values():
        note_unsaid_of(relation, losses, {"label"} if is_labelled else ())
    if is_labelled:
        edges = map.relations.values()
        graph = Attacks(list(map.claims), [(edge.premises[0], edge.target) for edge in edges])
        labels = [_label(edge) for edge in edges]
        for edge in edges:
            if edge.label and _label(edge) != edge.label:
                losses.drop("labels", edge.id)
    else:
        graph = translated(map, losses)
        labels = [""] * len(graph.attacks)
    called = numbered(graph.arguments, lambda name: _PLAIN.fullmatch(name) is not None)
    _note_names(map, called, losses)
    return Written(_lines(map, graph, called, labels), losses.diagnostics())


def _is_labelled(map: ArgumentMap) -> bool:
    """Whether a map has attacks alone, and supports by labels of this format, between claims."""
    said = (claim.data for claim in map.claims.values())
    return not any("assumed" in data or "unsure" in data for data in said) and all(
        is_attack(edge)
        or (
            edge.kind == "support"
            and edge.target_type == "claim"
            and len(edge.premises) == 1
            and "tgf" in edge.data
        )
        for edge in map.relations.values()
    )


def _note_names(map: ArgumentMap, called: dict[str, str], losses: Losses) -> None:
    for claim in map.claims.values():
        if called.get(claim.id, claim.id) != claim.id:
            losses.change("ids", "numbers", claim.id)
        if claim.title not in {"", called.get(claim.id)} and claim.text:
            losses.drop("titles", claim.id)
        if claim.text != " ".join(claim.text.split()):
            losses.change("texts with line breaks or wide gaps", "texts in one line", claim.id)


def _lines(
    map: ArgumentMap, graph: Attacks, called: dict[str, str], labels: list[str]
) -> Iterator[str]:
    for id, name in called.items():
        claim = map.claims.get(id, Claim(id))
        title = "" if claim.title == name else claim.title
        words = " ".join((claim.text or title or ("" if id == name else id)).split())
        yield f"{name} {words}".rstrip() + "\n"
    yield "#\n"
    for (attacker, attacked), label in zip(graph.attacks, labels, strict=True):
        yield f"{called[attacker]} {called[attacked]} {label}".rstrip() + "\n"


def _label(edge: Relation) -> str:
    """The label that was read if it still says the kind, else the plainest one that does."""
    riding = edge.data.get("tgf")
    label = riding.get("label") if isinstance(riding, dict) else None
    if isinstance(label, str) and _kind(label) == edge.kind:
        return label
    if edge.kind == "support":
        return "+"
    own = " ".join(edge.label.split())
    return "" if own and _kind(own) is not None else own


FORMAT = Format(
    name="tgf",
    title="Trivial Graph Format",
    suffixes=(".tgf",),
    looks_like=_looks_like,
    read=read,
    write=write,
    attacks=attacks,
    loses=UNSAID,
)
