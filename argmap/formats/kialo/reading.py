"""Reading a discussion: its entries are claims, or steps from claims that stand elsewhere."""

import re
from collections.abc import Iterator

from argmap.formats._format import Reading, Source
from argmap.formats.kialo.lines import CLASSIC, Discussion, Entry, discussion_of
from argmap.formats.kialo.problems import Problems
from argmap.formats.kialo.text import read_text, spell
from argmap.model.claim import Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.names import Names
from argmap.model.relation import Kind, Relation
from argmap.model.section import Section
from argmap.model.span import Span

SEE = re.compile(r"->\s*See\s+((?:\d+\.)*\d+)\.?", re.IGNORECASE)
KINDS: dict[str, Kind] = {"Pro": "support", "Con": "rebuttal"}
QUESTION = "question"


def read(source: Source) -> Reading:
    """The map of a discussion; what is not as it should be is reported and left out."""
    problems = Problems(source.name)
    discussion = discussion_of(source.text.removeprefix("\ufeff"))
    if not discussion.entries:
        problems.add("KI01", 1)
        return Reading(ArgumentMap((), name=source.name), problems.found)
    return _Reader(source, discussion, problems).read()


def step(number: str) -> str:
    """The id of the relation from an entry to the one over it."""
    return f"r{number}"


class _Reader:
    def __init__(self, source: Source, discussion: Discussion, problems: Problems) -> None:
        self._file = source.name
        self._discussion = discussion
        self._problems = problems
        self._entries: dict[str, Entry] = {}
        self._claims: dict[str, str] = {}

    def read(self) -> Reading:
        self._number()
        question = self._question()
        see = self._see()
        draft = Draft(self._file, self._data())
        section = draft.section(self._section(question)).id if question else None
        for id, entry in self._entries.items():
            if entry is not question and id not in see:
                draft.claim(self._claim(id, entry)._replace(section=section))
        for id, entry in self._entries.items():
            if entry is not question:
                for relation in self._relation(id, entry, question, see):
                    draft.relation(relation)
        map, found = draft.build()
        return Reading(map, sorted([*self._problems.found, *found], key=_place))

    def _number(self) -> None:
        """Give each entry a number that no other has."""
        names = Names()
        for entry in self._discussion.entries:
            id = names.take(entry.number)
            if id != entry.number:
                self._report("KI03", entry, new=id)
            self._entries[id] = entry
        for line, _ in self._discussion.loose:
            self._problems.add("KI07", line)

    def _question(self) -> Entry | None:
        """The first entry if it is a question: all that stands under it are theses."""
        first = self._discussion.entries[0]
        under = [each for each in self._discussion.entries[1:] if each.parent == first.number]
        theses = all(each.label in {"", "Thesis"} for each in under)
        asks = first.label == "Question" or (not first.label and bool(under))
        return first if asks and theses else None

    def _section(self, entry: Entry) -> Section:
        text, _ = read_text(entry.text, {})
        data = {"kialo": {"text": entry.text}} if text != entry.text else {}
        title = " ".join(text.split())
        if title != text:
            data = {"kialo": {"text": entry.text}}
        return Section(entry.number, title, span=self._span(entry), data=data)

    def _see(self) -> dict[str, str]:
        """The entries that refer to others, and the claims that they mean in the end.

        A reference may lead to another one; if round in a circle, it means nothing.
        """
        links = {
            id: match[1]
            for id, entry in self._entries.items()
            if (match := SEE.fullmatch(entry.text)) and entry.label in {"Pro", "Con"}
        }
        ends: dict[str, str] = {}
        for first in links:
            way = []
            at = first
            while at in links and at not in ends:
                way.append(at)
                ends[at] = ""
                at = links[at]
            ends |= dict.fromkeys(way, ends.get(at, at))
        return ends

    def _claim(self, id: str, entry: Entry) -> Claim:
        sources = self._discussion.sources
        text, marks = read_text(entry.text, sources)
        if not text:
            self._report("KI05", entry)
        riding: dict[str, object] = {}
        if spell(text, marks, sources) != entry.text:
            riding["text"] = entry.text
        tags: tuple[str, ...] = (QUESTION,) if entry.label == "Question" else ()
        data = {"kialo": riding} if riding else {}
        return Claim(id, text=text, tags=tags, span=self._span(entry), marks=marks, data=data)

    def _relation(
        self, id: str, entry: Entry, question: Entry | None, see: dict[str, str]
    ) -> Iterator[Relation]:
        """The step from an entry to the one over it, if there is one."""
        premise = see.get(id, id)
        if not self._is_claim(premise, question, see):
            circle = premise in see or not premise
            self._report("KI08" if circle else "KI04", entry, gone=f"{premise}.")
            return
        if not entry.parent:
            return
        target = see.get(entry.parent, entry.parent)
        if not self._is_claim(target, question, see):
            if question is None or entry.parent != question.number:
                self._report("KI02", entry, gone=f"{entry.parent}.")
        elif entry.label not in KINDS:
            self._report("KI06", entry)
        else:
            kind = KINDS[entry.label]
            yield Relation(step(id), kind, (premise,), target, span=self._span(entry))

    def _is_claim(self, id: str, question: Entry | None, see: dict[str, str]) -> bool:
        return id in self._entries and id not in see and self._entries[id] is not question

    def _data(self) -> dict[str, object]:
        discussion = self._discussion
        riding: dict[str, object] = {}
        if discussion.dialect == CLASSIC:
            riding["dialect"] = CLASSIC
        if discussion.sources:
            riding["sources"] = discussion.sources
        if discussion.loose:
            riding["preamble"] = [line for _, line in discussion.loose]
        return {"title": discussion.title, **({"kialo": riding} if riding else {})}

    def _report(self, code: str, entry: Entry, **words: object) -> None:
        number = f"{entry.number}."
        shown = {key: str(value)[:60] for key, value in words.items()}
        self._problems.add(code, entry.line, entry.column, number=number[:60], **shown)

    def _span(self, entry: Entry) -> Span:
        return Span(self._file, entry.line, entry.column, entry.end_line, entry.end_column)


def _place(diagnostic: Diagnostic) -> tuple[int, int]:
    span = diagnostic.span
    return (span.line, span.column) if span else (0, 0)
