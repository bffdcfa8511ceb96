"""Writing a discussion: each claim once, under what it bears on, and references to it."""

from collections.abc import Iterator, Mapping

from argmap.formats._format import Written
from argmap.formats._losses import Losses
from argmap.formats._unsaid import (
    NAMES,
    note_step_on_step,
    note_unsaid,
    note_unsaid_of,
    text_of,
)
from argmap.formats.kialo.lines import CLASSIC, HEADER, is_bare, is_labelled
from argmap.formats.kialo.reading import QUESTION, SEE
from argmap.formats.kialo.text import read_text, spell
from argmap.formats.kialo.tree import Place, Step, Tree
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import AGAINST, Kind
from argmap.model.section import Section

_SAID = frozenset({"tags", "marks"})
_LABELS: Mapping[Kind, str] = {"support": "Pro", "rebuttal": "Con"}
_INDENT = "  "


def write(map: ArgumentMap) -> Written:
    """The map as a discussion; what it cannot express is noted."""
    writer = _Writer(map)
    lines = [*_parted(writer.lines())]
    return Written((f"{line}\n" for line in lines), writer.losses.diagnostics())


def _parted(lines: Iterator[str | None]) -> Iterator[str]:
    """Lines; where there is none, and it is asked for, an empty one."""
    last = ""
    for line in lines:
        if line is not None:
            yield line
            last = line
        elif last:
            yield ""
            last = ""


class _Writer:
    def __init__(self, map: ArgumentMap) -> None:
        self._map = map
        self._riding = _mapping(map.data.get("kialo"))
        self._classic = self._riding.get("dialect") == CLASSIC
        self._bare = self._classic
        sources = _mapping(self._riding.get("sources"))
        self._sources = {n: text for n, text in sources.items() if isinstance(text, str)}
        self.losses = Losses("Kialo")

    def lines(self) -> Iterator[str | None]:
        """All lines of the discussion."""
        question = self._question()
        note_unsaid(self._map, self.losses, _SAID | ({"section"} if question else set()), {"title"})
        asked = question is not None
        tree = Tree(self._map, self._steps(), asked=asked, ascending=self._classic)
        yield from self._head()
        if tree.is_asked:
            text = self._asked(question)
            yield from self._entry("1", 0, "" if self._classic else "Question", text)
        for place in tree.places():
            yield from self._place(place, tree)
        if self._sources:
            yield from (None, "Sources:")
            yield from (f"[{number}] {text}".rstrip() for number, text in self._sources.items())

    def _head(self) -> Iterator[str | None]:
        data = self._map.data
        title = data.get("title", self._map.name)
        name = title if isinstance(title, str) else ""
        if self._classic:
            yield f"Discussion Title: {name}".rstrip()
        else:
            yield "Discussion Name:"
            if name:
                yield name
        yield None
        preamble = self._riding.get("preamble")
        for line in preamble if isinstance(preamble, list) else ():
            if isinstance(line, str) and not HEADER.match(line):
                yield from (line, None)

    def _question(self) -> Section | None:
        """The only section of a map, if all its claims are in it."""
        sections = [*self._map.sections.values()]
        claims = self._map.claims.values()
        if len(sections) == 1 and all(claim.section == sections[0].id for claim in claims):
            return sections[0]
        return None

    def _asked(self, question: Section | None) -> str:
        if question is None:
            return self._safe(" ".join(self._map.title.split()), "Question")
        spelt = _mapping(question.data.get("kialo")).get("text")
        if isinstance(spelt, str) and " ".join(read_text(spelt, {})[0].split()) == question.title:
            return self._safe(spelt, "Question")
        return self._safe(spell(question.title, (), {}), "Question")

    def _steps(self) -> Iterator[Step]:
        """The relations that a discussion has, each from one premise to a claim."""
        for relation in self._map.relations.values():
            if relation.target_type == "relation":
                note_step_on_step(relation, self.losses)
                continue
            note_unsaid_of(relation, self.losses)
            kind: Kind = "rebuttal" if relation.kind in AGAINST else "support"
            if kind != relation.kind:
                self.losses.change(NAMES[relation.kind], NAMES[kind], relation.id)
            if len(relation.premises) > 1:
                self.losses.change(
                    "linked premises", "convergent ones", relation.id, len(relation.premises)
                )
            id = relation.id if len(relation.premises) == 1 else ""
            for premise in relation.premises:
                yield Step(id, kind, premise, relation.target)

    def _place(self, place: Place, tree: Tree) -> Iterator[str | None]:
        label = _LABELS[place.kind] if place.kind else self._top_label(place)
        if place.is_reference:
            text = f"-> See {tree.number_of(place.claim)}."
        else:
            text = self._text(self._map.claims[place.claim], label)
        yield from self._entry(place.number, place.depth, label, text)

    def _top_label(self, place: Place) -> str:
        if self._classic:
            return ""
        tags = self._map.claims[place.claim].tags
        return "Question" if QUESTION in tags and not place.depth else "Thesis"

    def _text(self, claim: Claim, label: str) -> str:
        """The text of a claim as it is spelt: as it was read, while it says the same."""
        lost = [tag for tag in claim.tags if tag != QUESTION or label != "Question"]
        if lost:
            self.losses.drop("tags", claim.id, len(lost))
        marks = [mark for mark in claim.marks if mark.kind != "link"]
        if marks:
            self.losses.drop("marks in texts", claim.id, len(marks))
        text = text_of(claim)
        links = tuple(mark for mark in claim.marks if mark.kind == "link" and claim.text)
        spelt = _mapping(claim.data.get("kialo")).get("text")
        if not isinstance(spelt, str) or read_text(spelt, self._sources) != (text, links):
            spelt = spell(text, links, self._sources)
        spelt = self._safe(spelt, label)
        if read_text(spelt, self._sources) != (text, links):
            self.losses.change("texts", "what can be spelt", claim.id)
        return spelt

    def _safe(self, text: str, label: str) -> str:
        """The text without lines that would be taken for something else."""
        lines = [line.rstrip() for line in text.strip().split("\n")]
        safe = lines[:1]
        for line in lines[1:]:
            if self._is_risky(line):
                safe[-1] = f"{safe[-1]} {line.strip()}".strip()
            else:
                safe.append(line)
        joined = "\n".join(safe).strip()
        if label in _LABELS.values() and SEE.fullmatch(joined):
            joined = joined.replace("->", "→", 1)
        return joined

    def _is_risky(self, line: str) -> bool:
        """Whether a line of a text would be taken for an entry, or for the sources."""
        header = HEADER.match(line)
        if header is None:
            return line.strip() == "Sources:"
        return is_labelled(header) or (self._bare and is_bare(header))

    def _entry(self, number: str, depth: int, label: str, text: str) -> Iterator[str | None]:
        """The lines of an entry; theses stand apart."""
        first, *rest = text.split("\n")
        named = f"{number}. {label}:" if label else f"{number}."
        if self._classic:
            self._bare = self._bare and not (label and number.count(".") == 1)
            yield f"{named} {first}".rstrip()
            yield from rest
            return
        apart = label in {"Question", "Thesis"}
        indent = _INDENT * depth
        if apart:
            yield None
        inline = self._is_risky(first)
        yield f"{indent}{named} {first}" if inline else f"{indent}{named}"
        for line in rest if inline else (first, *rest):
            yield f"{indent}{line}" if line else ""
        if apart:
            yield None


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
