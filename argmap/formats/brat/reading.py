"""Reading annotations line by line; what they refer to may come later."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.formats._beside import text_beside
from argmap.formats._format import Reading, Source
from argmap.formats.brat.problems import Problems
from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.names import Names
from argmap.model.relation import Kind, Relation
from argmap.model.span import Span

MAJOR = "MajorClaim"
TYPES = frozenset({MAJOR, "Claim", "Premise"})
KINDS: dict[str, Kind] = {
    "supports": "support",
    "support": "support",
    "attacks": "rebuttal",
    "attack": "rebuttal",
    "partial-attack": "rebuttal",
}
STANCES: dict[str, Kind] = {"For": "support", "Against": "rebuttal"}
_OFFSETS = re.compile(r"\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*")
_SHOWN = 60


class Line(NamedTuple):
    """An annotation: its id, what it says, the words after it; and where its parts begin."""

    number: int
    id: str
    said: str
    words: str
    raw: str

    def column(self, part: str) -> int:
        """Where a part of what it says begins."""
        return self.raw.find(part, len(self.id)) + 1


class _Bound(NamedTuple):
    """A text-bound annotation by the id of its claim."""

    line: Line
    type: str
    offsets: str


def read(source: Source) -> Reading:
    """The map that annotations make; what is not as it should be is reported and left out."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._problems = Problems(source.name)
        self._names = Names()
        self._bound: dict[str, _Bound] = {}
        self._links: list[Line] = []
        self._kept: list[str] = []
        self._majors: list[str] = []

    def read(self) -> Reading:
        for line in self._lines():
            if line.id[0] == "T":
                self._bind(line)
            elif line.id[0] in "AMR":
                self._links.append(self._named(line))
            else:
                self._kept.append(line.raw)
        self._majors = [id for id, bound in self._bound.items() if bound.type == MAJOR]
        relations = [relation for line in self._links for relation in self._relations(line)]
        text = text_beside(self._source)
        riding = {"lines": self._kept} if self._kept else {}
        if self._kept:
            self._problems.add("BR08", 1, count=len(self._kept))
        draft = Draft(self._source.name, {"brat": riding} if riding else {})
        for id, bound in self._bound.items():
            draft.claim(self._claim(id, bound, text))
        for relation in relations:
            draft.relation(relation)
        map, found = draft.build()
        return Reading(map, sorted([*self._problems.found, *found], key=_place))

    def _lines(self) -> Iterator[Line]:
        text = self._source.text.removeprefix("\ufeff")
        for number, raw in enumerate(text.split("\n"), 1):
            id, tab, rest = raw.partition("\t")
            if not raw.strip():
                continue
            said, _, words = rest.partition("\t")
            if not re.fullmatch(r"[TAMREN]\d+|\*|#\d*", id):
                self._problems.add("BR01", number, why=f"its id is {id[:_SHOWN]!r}")
            elif not tab or not said.strip():
                self._problems.add("BR01", number, why="it says nothing after its id and a tab")
            else:
                yield Line(number, id, said, words, raw)

    def _bind(self, line: Line) -> None:
        type, _, offsets = line.said.strip().partition(" ")
        self._bound[self._named(line).id] = _Bound(line, type, offsets)

    def _named(self, line: Line) -> Line:
        id = self._names.take(line.id)
        if id != line.id:
            self._problems.add("BR03", line.number, id=line.id, new=id)
        return line._replace(id=id)

    def _claim(self, id: str, bound: _Bound, text: str | None) -> Claim:
        line = bound.line
        words = line.words.rstrip("\n")
        data = {} if bound.type in TYPES else {"brat": {"type": bound.type}}
        anchor, more = self._anchor(bound, text)
        if more:
            data.setdefault("brat", {})["spans"] = more  # type: ignore[assignment]
        if not words.strip():
            self._problems.add("BR09", line.number, id=id)
        span = Span(self._source.name, line.number, 1, line.number, len(line.raw))
        return Claim(id, text=words, tags=(bound.type,), span=span, source=anchor, data=data)

    def _anchor(self, bound: _Bound, text: str | None) -> tuple[Anchor | None, list[list[int]]]:
        """Where the annotation is; of several passages the first, and the others."""
        line = bound.line
        ends = _ends(bound.offsets)
        if not ends:
            column = line.column(bound.offsets)
            self._problems.add(
                "BR04", line.number, column, id=line.id, offsets=bound.offsets[:_SHOWN]
            )
            return None, []
        if text is not None:
            self._compare(line, ends, text)
        (start, end), *more = ends
        quote = line.words[: end - start] if more else line.words
        return Anchor(start=start, end=end, quote=quote), [list(pair) for pair in more]

    def _compare(self, line: Line, ends: list[tuple[int, int]], text: str) -> None:
        words = " ".join(text[start:end] for start, end in ends)
        if words.split() != line.words.split():
            self._problems.add(
                "BR05", line.number, id=line.id, quote=_short(line.words), words=_short(words)
            )

    def _relations(self, line: Line) -> Iterator[Relation]:
        """The relations that a relation or a stance makes; any other line is kept as it is."""
        type, *rest = line.said.split()
        if line.id[0] == "R" and type.lower() in KINDS:
            yield from self._relation(line, type, rest)
        elif line.id[0] in "AM" and type == "Stance" and rest:
            yield from self._stance(line, rest)
        else:
            self._kept.append(line.raw)

    def _relation(self, line: Line, type: str, rest: list[str]) -> Iterator[Relation]:
        roles = dict(role.partition(":")[::2] for role in rest)
        premise, target = roles.get("Arg1"), roles.get("Arg2")
        if premise is None or target is None or len(rest) > 2:  # noqa: PLR2004  # two ends
            self._problems.add("BR01", line.number, why="a relation has an Arg1 and an Arg2")
            return
        if self._are_there(line, premise, target):
            data = {} if type in {"supports", "attacks"} else {"brat": {"type": type}}
            kind = KINDS[type.lower()]
            yield Relation(line.id, kind, (premise,), target, span=self._span(line), data=data)

    def _stance(self, line: Line, rest: list[str]) -> Iterator[Relation]:
        claim, value = rest[0], " ".join(rest[1:])
        if not self._are_there(line, claim):
            return
        majors = [id for id in self._majors if id != claim]
        if value not in STANCES:
            self._problems.add(
                "BR06", line.number, line.column("Stance"), id=claim, value=value[:_SHOWN]
            )
        elif not majors:
            self._problems.add("BR07", line.number, id=line.id)
        else:
            for major in majors:
                id = f"{line.id}-{major}"
                yield Relation(id, STANCES[value], (claim,), major, span=self._span(line))
            return
        self._kept.append(line.raw)

    def _are_there(self, line: Line, *ends: str) -> bool:
        gone = [end for end in ends if end not in self._bound]
        for end in gone:
            shown = end[:_SHOWN]
            self._problems.add("BR02", line.number, line.column(end), id=line.id, end=shown)
        return not gone

    def _span(self, line: Line) -> Span:
        return Span(self._source.name, line.number, 1, line.number, len(line.raw))


def _ends(offsets: str) -> list[tuple[int, int]]:
    """The passages that offsets tell; none if they are not in order."""
    if not _OFFSETS.fullmatch(offsets):
        return []
    ends = []
    last = 0
    for part in offsets.split(";"):
        start, end = (int(number) for number in part.split())
        if not last <= start < end:
            return []
        ends.append((start, end))
        last = end
    return ends


def _short(words: str) -> str:
    words = " ".join(words[: 4 * _SHOWN].split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (span.line, span.column) if span else (0, 0)
