"""The nodes and edges of an AIF document, sorted by what they come to in a map."""

from collections.abc import Iterable, Mapping
from itertools import chain, repeat
from operator import itemgetter
from typing import Any

from argmap.formats.aif.problems import Problems, called, described, quoted
from argmap.formats.aif.schemes import STEPS, TYPES, Node
from argmap.model.names import Names

Pair = tuple[str, str]
_BETWEEN = {
    ("L", "YA"), ("L", "TA"), ("TA", "L"), ("TA", "YA"), ("YA", "YA"), ("YA", "L"), ("YA", "I"),
    ("YA", "RA"), ("YA", "CA"), ("YA", "MA"), ("YA", "PA"), ("I", "PA"), ("PA", "I"),
    ("PA", "RA"), ("PA", "CA"), ("PA", "MA"), ("PA", "PA"), ("RA", "PA"), ("CA", "PA"),
    ("MA", "PA"),
}  # fmt: skip
"""What AIF joins besides the premises and conclusions of steps, from type to type."""


class Graph:
    """The sound items of a document; every node has a key of its own, its id as text.

    ``premises`` and ``conclusions`` are those of each step that bears on a claim in the end, or
    on such a step; ``odd`` are the numbers of the edges that are neither. ``plain`` is whether
    every id is a text, and so its own key; ``ids`` are those of the records that are called
    otherwise than their nodes.
    """

    def __init__(self, document: dict[str, Any], problems: Problems) -> None:
        self.problems = problems
        self.plain = True
        self.ids: Mapping[str, str] = {}
        self._lists = {key: _listed(document, key, problems) for key in ("nodes", "edges")}
        self.types: dict[str, object] = {}
        self.nodes, self.keys = self._read_nodes()
        try:
            self.edges = self._lists["edges"]
            self.sources = list(map(itemgetter("fromID"), self.edges))
            self.targets = list(map(itemgetter("toID"), self.edges))
            self._sort_edges()
        except (KeyError, TypeError):  # there is one that is not sound
            self.edges, self.sources, self.targets = self._sound_edges()
            self._sort_edges()
        self._known: dict[str, Node] = {}
        self._leave_out_dead()
        self._clear_up()

    def _read_nodes(self) -> tuple[list[Node], list[str]]:
        nodes = self._lists["nodes"]
        try:
            keys = list(map(itemgetter("nodeID"), nodes))
            self.types = dict(zip(keys, map(dict.get, nodes, repeat("type")), strict=True))
            if set(map(type, keys)) <= {str} and len(self.types) == len(keys):
                return nodes, keys
        except (TypeError, KeyError):
            pass
        self.plain = False
        sound: dict[str, Node] = {}
        names = Names()
        for number, node in enumerate(nodes):
            why = _fault(node, "nodeID")
            if why:
                where = f"item {number + 1} of nodes"
                self.problems.at("nodes", number, "AF02", where=where, why=why)
                continue
            given = str(node["nodeID"])
            key = names.take(given)
            if key != given:
                words = {"id": repr(given), "new": repr(key)}
                self.problems.at("nodes", number, "AF04", **words)
            sound[key] = node
        self.types = {key: node.get("type") for key, node in sound.items()}
        return list(sound.values()), list(sound)

    def _sound_edges(self) -> tuple[list[Node], list[str], list[str]]:
        """The edges that are as they should be, and their ends; the others are reported."""
        edges, types = self._lists["edges"], self.types
        self.plain = False
        sound, sources, targets = [], [], []
        for number, edge in enumerate(edges):
            why = _fault(edge, "fromID", "toID")
            if why:
                where = f"item {number + 1} of edges"
                self.problems.at("edges", number, "AF02", where=where, why=why)
                continue
            ends = str(edge["fromID"]), str(edge["toID"])
            gone = [end for end in ends if end not in types]
            if gone:
                words = {"id": quoted(edge.get("edgeID")), "gone": " and ".join(map(repr, gone))}
                self.problems.at("edges", number, "AF03", **words)
                continue
            sound.append(edge)
            sources.append(ends[0])
            targets.append(ends[1])
        return sound, sources, targets

    def _sort_edges(self) -> None:
        """Edges between claims and steps, and between steps, are their ends; others are odd.

        Raises :class:`KeyError` if there is no node for an end.
        """
        steps = [key for key, type in self.types.items() if type in STEPS]
        premises: dict[str, list[str]] = {key: [] for key in steps}
        conclusions: dict[str, list[str]] = {key: [] for key in steps}
        known: dict[str, bool | list[str]] = {k: t == "I" for k, t in self.types.items()}
        known |= premises
        on_steps: dict[str, list[str]] = {}
        odd = []
        for number, (source, target) in enumerate(zip(self.sources, self.targets, strict=True)):
            one, other = known[source], known[target]
            if one is True and isinstance(other, list):
                other.append(source)
            elif other is True and isinstance(one, list):
                conclusions[source].append(target)
            elif isinstance(one, list) and isinstance(other, list) and one is not other:
                conclusions[source].append(target)
                on_steps.setdefault(target, []).append(source)
            else:
                odd.append(number)
        self.premises, self.conclusions = premises, conclusions
        self.odd, self._on_steps = odd, on_steps

    def _leave_out_dead(self) -> None:
        """The steps that lead to no claim, or from none; they are taken out of the others."""
        premises, conclusions, on_steps = self.premises, self.conclusions, self._on_steps
        dead = {key for key, ends in conclusions.items() if not (ends and premises[key])}
        doubtful = {key for keys in on_steps.values() for key in keys if key not in dead}
        doubtful = {key for key in doubtful if all(end in premises for end in conclusions[key])}
        waiting = [key for key in on_steps if key not in dead and key not in doubtful]
        for key in waiting:  # grows under way
            saved = doubtful.intersection(on_steps.get(key, ()))
            doubtful -= saved
            waiting += saved
        dead |= doubtful
        if not dead:
            return
        self._report_dead(key for key in premises if key in dead)
        for key in dead:
            del premises[key], conclusions[key]
        for key in {key for end in dead for key in on_steps.get(end, ()) if key not in dead}:
            conclusions[key] = [end for end in conclusions[key] if end not in dead]

    def _report_dead(self, dead: Iterable[str]) -> None:
        for key in dead:
            if not self.premises[key]:
                self.report_step(key, "AF07")
            if not self.conclusions[key]:
                self.report_step(key, "AF08")
            elif self.premises[key]:
                self.report_step(key, "AF13")

    def ends(self) -> tuple[list[str], list[str]]:
        """The ends of the edges of steps, step by step, premises before conclusions."""
        before, after = self.premises, self.conclusions
        into = map(repeat, before, map(len, before.values()))
        out = map(repeat, after, map(len, after.values()))
        sources = chain.from_iterable(zip(before.values(), out, strict=True))
        targets = chain.from_iterable(zip(into, after.values(), strict=True))
        return list(chain.from_iterable(sources)), list(chain.from_iterable(targets))

    def by_key(self) -> dict[str, Node]:
        """Each node by its key."""
        self._known = self._known or dict(zip(self.keys, self.nodes, strict=True))
        return self._known

    def report(self, key: str, code: str, **words: object) -> None:
        """Report a problem of a node."""
        node = self.by_key()[key]
        about = (self.ids.get(key, key),) if self.types[key] == "I" else ()
        self.problems.of("nodes", self._lists["nodes"], node, code, *about, id=repr(key), **words)

    def report_step(self, key: str, code: str, **words: object) -> None:
        """Report a problem of a node that is a step of reasoning."""
        self.report(key, code, what=called(self.types[key]), **words)

    def _clear_up(self) -> None:
        """Each end of a step once; and what else there is to say."""
        repeated = False
        for ends in (self.premises, self.conclusions):
            for key in [key for key, each in ends.items() if len(each) > 1]:
                each = list(dict.fromkeys(ends[key]))
                repeated = repeated or len(each) < len(ends[key])
                ends[key] = each
        if repeated:
            self._report_repeated()
        for number in self.odd:
            self._report_odd(number)
        for key in [key for key, each in self.conclusions.items() if len(each) > 1]:
            self.report_step(key, "AF09", count=len(self.conclusions[key]))

    def _report_repeated(self) -> None:
        seen: set[Pair] = set()
        for number, pair in enumerate(zip(self.sources, self.targets, strict=True)):
            if pair in seen:
                self._report_edge(number, "AF12")
            seen.add(pair)

    def _report_odd(self, number: int) -> None:
        source, target = self.sources[number], self.targets[number]
        ends = self.types[source], self.types[target]
        known = all(isinstance(end, str) and end in TYPES for end in ends)
        if source == target:
            self._report_edge(number, "AF11", source=described(ends[0], source))
        elif known and ends not in _BETWEEN:
            words = {"source": described(ends[0], source), "target": described(ends[1], target)}
            self._report_edge(number, "AF10", **words)

    def _report_edge(self, number: int, code: str, **words: object) -> None:
        edge = self.edges[number]
        id = quoted(edge.get("edgeID"))
        self.problems.of("edges", self._lists["edges"], edge, code, id=id, **words)


def _listed(document: dict[str, Any], key: str, problems: Problems) -> list[Any]:
    """The array of that name; none is taken for an empty one."""
    value = document.get(key)
    if isinstance(value, list):
        return value
    if value is not None:
        problems.at(key, None, "AF02", where=key, why="is not an array")
    return []


def _fault(item: object, *ids: str) -> str:
    """What is wrong with an item that has to have these ids, if anything."""
    if not isinstance(item, dict):
        return "is not an object"
    for id in ids:
        if id not in item:
            return f"has no {id!r}"
        if not isinstance(item[id], str | int) or isinstance(item[id], bool):
            return f"has a {id!r} that is neither text nor a whole number"
    return ""
