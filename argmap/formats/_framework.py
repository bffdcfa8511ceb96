"""Abstract argumentation frameworks: arguments with nothing but names, and attacks between them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from argmap.formats._format import AttackGraph, Reading
from argmap.model.claim import NO_DATA, Claim
from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.model.span import Span


class Framework:
    """A framework in the making, line by line: each argument a claim, each attack a rebuttal.

    Attacks may come before their ends; one whose ends never come is reported in the end.
    ``twice`` and ``missing`` are the codes for an argument that is declared twice, and for the end
    of an edge that is declared nowhere.
    """

    def __init__(self, file: str, *, twice: str, missing: str) -> None:
        self._file = file
        self._twice = twice
        self._missing = missing
        self._claims: dict[str, Claim] = {}
        self._relations: list[Relation] = []
        self._found: list[Diagnostic] = []

    def __contains__(self, name: str) -> bool:
        return name in self._claims

    def argument(
        self, name: str, where: Span, text: str = "", id: str = "", weight: float | None = None
    ) -> None:
        """Add an argument; the same one again is reported and left out."""
        if name in self._claims:
            self.report(self._twice, "warning", f"the argument {name!r} is declared twice", where)
            return
        self._claims[name] = Claim(id or name, name, text, span=where, weight=weight)

    def edge(
        self,
        ends: tuple[str, str],
        where: Span,
        kind: Kind = "rebuttal",
        label: str = "",
        data: Mapping[str, object] = NO_DATA,
    ) -> None:
        """Add an edge from an argument to another."""
        source, target = ends
        self._relations.append(
            Relation("", kind, (source,), target, label=label, span=where, data=data)
        )

    def report(self, code: str, severity: Severity, message: str, where: Span) -> None:
        """Note what is wrong with a line; the other lines are read."""
        hint = "the other lines are read"
        self._found.append(Diagnostic(code, severity, message, where, hint))

    def place(self, line: int, text: str, column: int = 1) -> Span:
        """The place of a text in a line."""
        return Span(self._file, line, column, line, max(column + len(text) - 1, column))

    def reading(self, ids: Mapping[str, str], data: Mapping[str, object] = NO_DATA) -> Reading:
        """The map; ``ids`` are better names for some arguments, of which none may come twice."""
        draft = Draft(self._file, data)
        names = {name: draft.claim(self._named(name, ids)).id for name in self._claims}
        for relation in self._whole_edges():
            source, target = names[relation.premises[0]], names[relation.target]
            draft.relation(relation._replace(premises=(source,), target=target))
        built, found = draft.build()
        return Reading(built, self._found + found)

    def graph(self) -> AttackGraph:
        """The arguments and attacks alone."""
        number = {name: n for n, name in enumerate(self._claims)}
        attackers: list[list[int]] = [[] for _ in number]
        support = None
        for edge in self._whole_edges():
            if edge.kind == "rebuttal":
                attackers[number[edge.target]].append(number[edge.premises[0]])
            else:
                support = support or edge.span
        return AttackGraph(list(number), attackers, self._found, support)

    def _whole_edges(self) -> Iterator[Relation]:
        """The edges whose ends are there; the others are reported."""
        for relation in self._relations:
            ends = (*relation.premises, relation.target)
            missing = dict.fromkeys(end for end in ends if end not in self._claims)
            if missing:
                lost = ", ".join(map(repr, missing))
                message = f"an edge refers to {lost}, which no line declares"
                self.report(self._missing, "error", message, relation.span or self.place(1, ""))
            else:
                yield relation

    def _named(self, name: str, ids: Mapping[str, str]) -> Claim:
        claim = self._claims[name]
        return claim._replace(id=ids[name], title="") if name in ids else claim


def plain_graph(names: list[str], ends: Iterable[str]) -> AttackGraph | None:
    """The graph of attacks that are listed as attacker, attacked, attacker, attacked and so on.

    ``None`` if anything is to be said about it: a name comes twice, or an end is not named.
    """
    number = {name: n for n, name in enumerate(names)}
    if len(number) < len(names):
        return None
    try:
        numbers = list(map(number.__getitem__, ends))
    except KeyError:
        return None
    attackers: list[list[int]] = [[] for _ in names]
    for attacker, attacked in zip(numbers[::2], numbers[1::2], strict=True):
        attackers[attacked].append(attacker)
    return AttackGraph(names, attackers, [])


def numbered(ids: Iterable[str], can_spell: Callable[[str], bool]) -> dict[str, str]:
    """What each id is called: itself if it can be spelt, else a number that no other has."""
    all_ids = list(ids)
    taken = set(all_ids)
    called = {}
    number = 0
    for id in all_ids:
        called[id] = id
        if not can_spell(id):
            number += 1
            while str(number) in taken:
                number += 1
            called[id] = str(number)
    return called


def named_in(line: str, pattern: re.Pattern[str]) -> tuple[str, str] | None:
    """The number and the id in a line of the table of names, if it is one."""
    from json import loads

    match = pattern.fullmatch(line)
    if match is None:
        return None
    try:
        id = loads(match[2])
    except (ValueError, RecursionError):
        return None
    return (match[1], id) if isinstance(id, str) else None


def comments_of(map: ArgumentMap, format: str, names: re.Pattern[str], sign: str) -> list[str]:
    """The comments that came with a map, without those that would read as names."""
    riding = map.data.get(format)
    comments = riding.get("comments") if isinstance(riding, dict) else None
    if not isinstance(comments, list):
        return []
    texts = (c for c in comments if isinstance(c, str) and "\n" not in c)
    return [text for text in texts if named_in(sign + text, names) is None]
