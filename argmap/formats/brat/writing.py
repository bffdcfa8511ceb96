"""Writing annotations: a line for each claim, and for each relation after those that it joins."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.formats._format import Written
from argmap.formats._losses import Losses
from argmap.formats._unsaid import (
    NAMES,
    note_step_on_step,
    note_unsaid,
    note_unsaid_of,
    text_of,
)
from argmap.formats.brat.reading import KINDS, MAJOR, STANCES, TYPES
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation

_BOUND = re.compile(r"T\d+")
_RELATION = re.compile(r"R\d+")
_STANCE = re.compile(r"([AM]\d+)-")
_REFERENCE = re.compile(r"\bT\d+\b")
_SAID = frozenset({"tags", "source"})
_NEAREST: Mapping[Kind, Kind] = {
    "contrary": "rebuttal",
    "contradiction": "rebuttal",
    "entailment": "support",
    "equivalence": "support",
}
_TYPES = {"support": "supports", "rebuttal": "attacks"}
_VALUES = {kind: value for value, kind in STANCES.items()}


class _Line(NamedTuple):
    """A line to be written, and the line that it was read from, if any."""

    text: str
    at: int


def write(map: ArgumentMap) -> Written:
    """The map as annotations; what they cannot express is noted."""
    writer = _Writer(map)
    lines = [*writer.lines()]
    return Written((f"{line}\n" for line in lines), writer.losses.diagnostics())


class _Numbers:
    """Ids of one kind: those that are in use, and the next ones."""

    def __init__(self, letter: str, taken: Iterator[str]) -> None:
        self._letter = letter
        self._taken = set(taken)
        self._last = 0

    def next(self) -> str:
        """The first id that is in use nowhere."""
        while True:
            self._last += 1
            id = f"{self._letter}{self._last}"
            if id not in self._taken:
                return id


class _Writer:
    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self.losses = Losses("brat")
        self._ids = self._numbered(map)
        self._types = {claim.id: self._type(claim) for claim in map.claims.values()}
        self._majors = dict.fromkeys(id for id, type in self._types.items() if type == MAJOR)
        self._relation_numbers = _Numbers("R", iter(map.relations))
        stances = (match[1] for id in map.relations if (match := _STANCE.match(id)))
        self._stance_numbers = _Numbers("A", stances)
        self._written: set[str] = set()
        self._stances: dict[str, str | None] = {}
        self._end = max((end for claim in map.claims.values() if (end := _end(claim))), default=-1)

    @staticmethod
    def _numbered(map: ArgumentMap) -> dict[str, str]:
        numbers = _Numbers("T", (id for id in map.claims if _BOUND.fullmatch(id)))
        return {id: id if _BOUND.fullmatch(id) else numbers.next() for id in map.claims}

    def lines(self) -> Iterator[str]:
        """All lines: claims and relations each in their order, merged as they were read."""
        note_unsaid(self._map, self.losses, _SAID)
        claims = [self._bound(claim) for claim in self._map.claims.values()]
        relations = [
            line for relation in self._map.relations.values() for line in self._relation(relation)
        ]
        waiting = iter(relations)
        relation = next(waiting, None)
        for claim in claims:
            while relation and relation.at < claim.at:
                yield relation.text
                relation = next(waiting, None)
            yield claim.text
        while relation:
            yield relation.text
            relation = next(waiting, None)
        riding = _mapping(self._map.data.get("brat")).get("lines")
        for kept in riding if isinstance(riding, list) else ():
            if isinstance(kept, str) and self._refers_well(kept):
                yield kept

    def _refers_well(self, line: str) -> bool:
        said = line.split("\t")[1:2]
        named = _REFERENCE.findall(said[0]) if said else []
        return "\n" not in line and all(id in self._map.claims for id in named)

    def _type(self, claim: Claim) -> str:
        """What a claim is: what its tag says; else a conclusion is a major claim, and so on."""
        given = _mapping(claim.data.get("brat")).get("type")
        found = [tag for tag in claim.tags if tag in TYPES or tag == given]
        if found:
            others = [tag for tag in claim.tags if tag != found[0]]
            if others:
                self.losses.drop("tags", claim.id, len(others))
            return found[0]
        if claim.tags:
            self.losses.drop("tags", claim.id, len(claim.tags))
        targets = [r.target for r in self._map.drawn_from(claim.id)]
        if not targets:
            return MAJOR
        leads = any(
            target in self._map.claims and not self._map.drawn_from(target) for target in targets
        )
        return "Claim" if leads else "Premise"

    def _bound(self, claim: Claim) -> _Line:
        text = text_of(claim)
        words = " ".join(re.split(r"[\t\n]", text))
        if words != text:
            self.losses.change("texts with line breaks", "texts in one line", claim.id)
        said = f"{self._types[claim.id]} {self._offsets(claim, words)}"
        line = claim.span.line if claim.span else 0
        return _Line(f"{self._ids[claim.id]}\t{said}\t{words}", line)

    def _offsets(self, claim: Claim, words: str) -> str:
        anchor = claim.source
        same = anchor is not None and anchor.quote.split() == words.split()
        if anchor is None or anchor.start is None or anchor.end is None:
            if anchor is not None and not same:
                self.losses.drop("anchors", claim.id)
            start = self._end + 1
            self._end = start + max(len(words), 1)
            what = "claims without a passage"
            self.losses.change(what, "passages of a text that holds them line by line", claim.id)
            return f"{start} {self._end}"
        more = _mapping(claim.data.get("brat")).get("spans")
        pairs = [pair for pair in more if _is_pair(pair)] if isinstance(more, list) else []
        if not (same or (pairs and words.startswith(anchor.quote))):
            self.losses.change("texts", "quotes that their passage does not have", claim.id)
        ends = [(anchor.start, anchor.end), *pairs]
        return ";".join(f"{start} {end}" for start, end in ends)

    def _relation(self, relation: Relation) -> Iterator[_Line]:
        line = relation.span.line if relation.span else 0
        if relation.target_type == "relation":
            note_step_on_step(relation, self.losses)
            return
        note_unsaid_of(relation, self.losses)
        kind = self._kind(relation)
        if len(relation.premises) > 1:
            premises = len(relation.premises)
            self.losses.change("linked premises", "convergent ones", relation.id, premises)
        for premise in relation.premises:
            stance = self._stance(relation, premise, kind)
            if stance is None:
                type = self._spelt(relation, kind)
                single = len(relation.premises) == 1 and _RELATION.fullmatch(relation.id)
                id = relation.id if single else self._relation_numbers.next()
                ends = f"Arg1:{self._ids[premise]} Arg2:{self._ids[relation.target]}"
                yield _Line(f"{id}\t{type} {ends}\t", line)
            elif stance not in self._written:
                self._written.add(stance)
                yield _Line(stance, line)

    def _kind(self, relation: Relation) -> Kind:
        kind = _NEAREST.get(relation.kind, relation.kind)
        kind = "rebuttal" if kind == "undercut" else kind
        if kind != relation.kind:
            self.losses.change(NAMES[relation.kind], NAMES[kind], relation.id)
        return kind

    @staticmethod
    def _spelt(relation: Relation, kind: Kind) -> str:
        given = _mapping(relation.data.get("brat")).get("type")
        if isinstance(given, str) and KINDS.get(given.lower()) == kind:
            return given
        return _TYPES[kind]

    def _stance(self, relation: Relation, premise: str, kind: Kind) -> str | None:
        """The line of a stance, if the relation is part of one: on every major claim alike."""
        if relation.target not in self._majors or _RELATION.fullmatch(relation.id):
            return None
        match = _STANCE.match(relation.id)
        key = match[1] if match else f"{premise} {kind}"
        if key not in self._stances:
            self._stances[key] = self._stance_line(premise, kind, match[1] if match else "")
        return self._stances[key]

    def _stance_line(self, premise: str, kind: Kind, id: str) -> str | None:
        if not id and self._types[premise] != "Claim":
            return None
        on = {
            relation.target
            for relation in self._map.drawn_from(premise)
            if relation.kind == kind
            and len(relation.premises) == 1
            and (relation.id.startswith(f"{id}-") if id else not _RELATION.fullmatch(relation.id))
        }
        if not on.issuperset(major for major in self._majors if major != premise):
            return None
        id = id or self._stance_numbers.next()
        return f"{id}\tStance {self._ids[premise]} {_VALUES[kind]}"


def _end(claim: Claim) -> int | None:
    return claim.source.end if claim.source and claim.source.start is not None else None


def _is_pair(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2  # noqa: PLR2004  # a start and an end
        and all(isinstance(number, int) and not isinstance(number, bool) for number in value)
    )


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
