"""Markdown: a nested outline under the headings of the map's sections, as GitHub shows it.

Every claim is told once in full, where it is nearest to what its section argues for; elsewhere a
link leads there. Lists are nested eight deep: what bears on a claim or step further in is told
further down in its section, after a line that links back to it.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from argmap.formats._diagram import (
    UNDRAWN,
    depths_of,
    keys,
    note_undrawn,
    notes_of,
    remarks_on,
)
from argmap.formats._format import Format, Written
from argmap.formats._losses import Losses
from argmap.formats._shown_text import one_line
from argmap.graph.components import components
from argmap.graph.ends import Ends
from argmap.graph.walk import reasons
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind

_DEEPEST = 8
_DEEPEST_HEADING = 6
_SHORT = 60
_BLANKS = "  "
_MARKS = re.compile(
    r"[\\`*\[\]<>&|~$#!]|(?<![^\W_])_|_(?![^\W_])|\A[-+=:]|(?<![^\W\d_])[.)](?=\s|\Z)"
)
"""What Markdown could take for itself: signs, and what may begin a list or a line below a title."""
_LEADS: Mapping[Kind, str] = {
    "support": "+ supported by",
    "entailment": "+ entailed by",
    "equivalence": "= means the same as",
    "rebuttal": "− rebutted by",
    "undercut": "⊘ step undercut by",
    "contrary": "⇹ contrary to",
    "contradiction": "⇹ contradicted by",
}


def write(map: ArgumentMap) -> Written:
    """The map as an outline."""
    losses = Losses("Markdown")
    note_undrawn(map, losses, quotes=True)
    depths = depths_of(map.sections)
    for id, depth in depths.items():
        if depth + 2 > _DEEPEST_HEADING:
            losses.change("deeply nested sections", "sections side by side", id)
    lines = _Outline(map, depths).lines()
    return Written((f"{line}\n" for line in lines), losses.diagnostics())


class _Claim(NamedTuple):
    """A claim to tell: from the relation that leads to it, with the words before it."""

    id: str
    level: int
    relation: str = ""
    lead: str = ""


class _Relation(NamedTuple):
    """A relation to tell, seen from the claim or relation that it bears on."""

    id: str
    level: int
    onto: str


class _Outline:
    def __init__(self, map: ArgumentMap, depths: Mapping[str, int]) -> None:
        self._map = map
        self._depths = depths
        self._ends = Ends(map)
        self._keys = keys(map.claims, "c")
        self._told_claims: set[str] = set()
        self._told_under: dict[str, str] = {}
        self._home: dict[str, str] = {}
        self._settle()
        self._linked_to = self._mentioned_twice()
        self._knot: dict[str, int] = {}
        graph = {claim: reasons(map, claim) for claim in map.claims}
        for number, knot in enumerate(components(graph, graph.__getitem__)):
            self._knot.update(dict.fromkeys(knot, number))

    def _settle(self) -> None:
        """Where each claim is told in full, nearest to what is told first, and each relation.

        The home of a claim is the relation that it is told for, of its own section; empty for one
        that bears on nothing there, and for the first of a circle.
        """
        first = [id for id in self._map.claims if self._is_final(id)]
        self._home = dict.fromkeys(first, "")
        self._spread(first)
        for id in self._map.claims:
            if id not in self._home:
                self._home[id] = ""
                self._spread([id])

    def _is_final(self, claim: str) -> bool:
        home = self._map.claims[claim].section
        return all(
            relation.symmetric or self._map.claims[self._ends.of(relation)[0]].section != home
            for relation in self._map.drawn_from(claim)
        )

    def _spread(self, claims: Iterable[str]) -> None:
        waiting = deque(claims)
        while waiting:
            claim = waiting.popleft()
            section = self._map.claims[claim].section
            onto = [claim]
            for target in onto:  # grows under way
                for relation in self._map.bearing_on(target):
                    if relation.id in self._told_under:
                        continue
                    self._told_under[relation.id] = target
                    onto.append(relation.id)
                    for premise in self._map.premises_for(relation, target):
                        same = self._map.claims[premise].section == section
                        if same and premise not in self._home:
                            self._home[premise] = relation.id
                            waiting.append(premise)

    def _mentioned_twice(self) -> set[str]:
        seen = {claim for claim, relation in self._home.items() if not relation}
        twice: set[str] = set()
        for id, onto in self._told_under.items():
            for premise in self._map.premises_for(self._map.relations[id], onto):
                (twice if premise in seen else seen).add(premise)
        return twice

    def lines(self) -> Iterator[str]:
        """All lines: first the claims outside all sections, then each section."""
        title = one_line(self._map.title)
        roots: dict[str | None, list[str]] = {}
        for claim, relation in self._home.items():
            if not relation:
                roots.setdefault(self._map.claims[claim].section, []).append(claim)
        if title:
            yield f"# {escaped(title)}"
            yield ""
        for section in (None, *self._depths):
            if section is not None:
                size = min(self._depths[section] + 2, _DEEPEST_HEADING)
                heading = self._map.sections[section]
                yield f"{'#' * size} {escaped(one_line(heading.title or section))}"
                yield ""
            if section in roots:
                yield from self._told(roots[section])
                yield ""

    def _told(self, roots: Iterable[str]) -> Iterator[str]:
        """The outline of what hangs from some claims; what lies too deep begins again below."""
        later: deque[_Claim | _Relation] = deque(_Claim(root, 0) for root in roots)
        while later:
            first = later.popleft()
            waiting: list[_Claim | _Relation] = [first]
            if isinstance(first, _Relation) or first.id in self._told_claims:
                yield self._again(first)
                waiting = self._on(first.id, 1)
            while waiting:
                at = waiting.pop()
                if isinstance(at, _Relation):
                    waiting += self._opened(at, later)
                    yield from self._together(at)
                elif self._home[at.id] != at.relation or at.id in self._told_claims:
                    yield self._called_to_mind(at)
                    waiting += self._on_step(at.relation, at.level + 1, later) if at.lead else []
                else:
                    below = self._on(at.id, at.level + 1)
                    if below and at.level + 2 >= _DEEPEST:
                        self._linked_to.add(at.id)
                        later.append(_Claim(at.id, 0))
                        below = []
                    self._told_claims.add(at.id)
                    yield from self._full(at)
                    waiting += below
                    waiting += self._on_step(at.relation, at.level + 1, later) if at.lead else []

    def _on(self, target: str, level: int) -> "list[_Claim | _Relation]":
        """What is told under a claim or relation, supports first, the last one first."""
        found = [r for r in self._map.bearing_on(target) if self._told_under[r.id] == target]
        found.sort(key=lambda relation: relation.stance == "against")
        return [_Relation(relation.id, level, target) for relation in reversed(found)]

    def _on_step(
        self, relation: str, level: int, later: "deque[_Claim | _Relation]"
    ) -> "list[_Claim | _Relation]":
        """What is told under a step, the last one first; later if that is too deep."""
        found = self._on(relation, level)
        if not found or level + 1 < _DEEPEST:
            return found
        later.append(_Relation(relation, 0, self._told_under[relation]))
        return []

    def _opened(
        self, at: _Relation, later: "deque[_Claim | _Relation]"
    ) -> "list[_Claim | _Relation]":
        """The premises of a relation, the last one first; after linked ones what is on the step."""
        ends = self._map.premises_for(self._map.relations[at.id], at.onto)
        if len(ends) == 1:
            return [_Claim(ends[0], at.level, at.id, self._lead(at))]
        linked: list[_Claim | _Relation] = [
            _Claim(end, at.level + 1, at.id) for end in reversed(ends)
        ]
        return self._on_step(at.id, at.level + 1, later) + linked

    def _together(self, at: _Relation) -> Iterator[str]:
        """The line above linked premises."""
        if len(self._map.premises_for(self._map.relations[at.id], at.onto)) != 1:
            yield f"{_item(at.level)}{self._lead(at)} together:"

    def _lead(self, at: _Relation) -> str:
        relation = self._map.relations[at.id]
        lead = _LEADS[relation.kind]
        if at.onto in self._map.relations and relation.kind != "undercut":
            sign, _, words = lead.partition(" ")
            lead = f"{sign} step {words}"
        remarks = "; ".join(remarks_on(relation, self._map.argument_of(at.id)))
        return f"**{lead}**" + (f" ({escaped(remarks)})" if remarks else "")

    def _full(self, at: _Claim) -> Iterator[str]:
        """A claim with its title, text and notes, and its quote below it."""
        claim = self._map.claims[at.id]
        anchor = f'<a id="{self._keys[at.id]}"></a>' if at.id in self._linked_to else ""
        title = f"**{escaped(one_line(claim.title))}**" if one_line(claim.title) else ""
        text = escaped(one_line(claim.text or ("" if title else at.id)))
        notes = escaped(" · ".join(notes_of(claim)))
        said = anchor + ": ".join(filter(None, (title, text)))
        lead = f"{at.lead}: " if at.lead else ""
        yield f"{_item(at.level)}{lead}{said}" + (f" — {notes}" if notes else "")
        quote = one_line(claim.source.quote) if claim.source else ""
        if quote:
            yield f"{_BLANKS * (at.level + 1)}> “{escaped(quote)}”"

    def _called_to_mind(self, at: _Claim) -> str:
        """The line for a claim that is told elsewhere, or of which it would be a reason itself."""
        relation = self._map.relations[at.relation]
        end = self._ends.of(relation)[0]
        notes = []
        if not relation.symmetric and self._knot[at.id] == self._knot[end]:
            notes.append("↻ in a circle")
        section = self._map.claims[at.id].section
        if section is not None and section != self._map.claims[end].section:
            heading = self._map.sections[section].title or section
            notes.append(f"in {escaped(one_line(heading))}")
        lead = f"{at.lead}: " if at.lead else ""
        tail = f" ({', '.join(notes)})" if notes else ""
        return f"{_item(at.level)}{lead}→ {self._link(at.id)}{tail}"

    def _again(self, at: _Claim | _Relation) -> str:
        """The line above what was too deep to be told in its place."""
        if isinstance(at, _Claim):
            return f"{_item(0)}↳ on {self._link(at.id)}, continued:"
        relation = self._map.relations[at.id]
        premises = ", ".join(map(self._link, relation.premises))
        return f"{_item(0)}↳ on the step from {premises}, continued:"

    def _link(self, id: str) -> str:
        claim = self._map.claims[id]
        words = one_line(claim.title) or one_line(claim.text) or one_line(id)
        if len(words) > _SHORT:
            words = words[:_SHORT].rpartition(" ")[0] or words[:_SHORT]
            words += "…"
        name = escaped(words)
        return f"[{name}](#{self._keys[id]})" if id in self._linked_to else f"*{name}*"


def _item(level: int) -> str:
    return f"{_BLANKS * level}- "


def escaped(text: str) -> str:
    """A line of text that Markdown shows as it is."""
    return _MARKS.sub(r"\\\g<0>", text)


FORMAT = Format(
    name="markdown",
    title="Markdown",
    suffixes=(".md",),
    write=write,
    loses=UNDRAWN,
)
