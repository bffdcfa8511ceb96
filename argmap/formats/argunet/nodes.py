"""Theses and arguments: claims by the ids of propositions, and the steps of reconstructions."""

import re

from argmap.formats._findings import Findings
from argmap.formats._unread_xml import rest_of
from argmap.formats._xml_text import Element
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.relation import Relation, TargetType

_CONCLUSIONS = frozenset({"conclusion", "prelimary-conclusion", "preliminary-conclusion"})
_NUMBERS = re.compile(r"\(?(\d{1,6})\)?(?:\s*[-–]\s*\(?(\d{1,6})\)?)?")
_COUNTS = frozenset({"incomingAttacks", "incomingSupports", "outgoingAttacks", "outgoingSupports"})


class Nodes:
    """What the nodes of a file are: first all are taken down, then they are settled."""

    def __init__(self, draft: Draft, findings: Findings) -> None:
        self._draft = draft
        self._findings = findings
        self._propositions: dict[str, Claim] = {}
        self._arguments: dict[str, tuple[Element, Argument]] = {}
        self._ids: dict[str, str] = {}
        self._conclusions: dict[str, str] = {}
        self._steps: dict[str, str] = {}

    def thesis(self, thesis: Element, node: str, section: str | None) -> None:
        """Take down a thesis, which is the proposition of its id."""
        id = self._own(thesis, "thesis")
        data = {"node": node, **rest_of(thesis, {"id", *_COUNTS}, {"arg:title", "arg:content"})}
        if id != thesis.get("id"):
            data["id"] = thesis.get("id")
        claim = Claim(
            id,
            within(thesis, "arg:title"),
            within(thesis, "arg:content"),
            section=section,
            span=thesis.span,
            data={"argunet": data},
        )
        self._note(id, claim)

    def argument(self, argument: Element, node: str, section: str | None) -> None:
        """Take down an argument and the propositions in it."""
        id = self._own(argument, "argument")
        known = {"arg:title", "arg:description", "arg:proposition"}
        data = {"node": node, **rest_of(argument, {"id", *_COUNTS}, known)}
        if id != argument.get("id"):
            data["id"] = argument.get("id")
        made = Argument(
            id,
            within(argument, "arg:title"),
            within(argument, "arg:description"),
            section=section,
            span=argument.span,
            data={"argunet": data},
        )
        self._arguments[id] = argument, made
        for each in argument.named("arg:proposition"):
            claim = Claim(
                each.get("id"), "", within(each, "arg:content"), section=section, span=each.span
            )
            self._note(each.get("id"), claim)

    def settle(self) -> None:
        """Make records of all that was taken down."""
        reserved = {id: self._draft.reserve(id) for id in self._arguments}
        for written, claim in self._propositions.items():
            wanted = self._draft.reserve(written) if written else ""
            self._ids[written] = self._draft.claim(claim._replace(id=wanted)).id
        for written, (element, argument) in self._arguments.items():
            self._settle(element, argument._replace(id=reserved[written]), written)

    def claim_of(self, node: str, proposition: str) -> str:
        """The claim that an edge comes from: a proposition, a conclusion or a gist; else empty."""
        if proposition in self._ids:
            return self._ids[proposition]
        return self._conclusions.get(node) or self._ids.get(node, "") if not proposition else ""

    def target_of(self, node: str, proposition: str) -> tuple[str, TargetType] | None:
        """What an edge leads to: a proposition, a thesis, a gist, or an argument's last step."""
        if proposition:
            return (self._ids[proposition], "claim") if proposition in self._ids else None
        if node in self._steps:
            return self._steps[node], "relation"
        found = self.claim_of(node, "")
        return (found, "claim") if found else None

    def _own(self, element: Element, what: str) -> str:
        written = id = element.get("id")
        number = 2
        while id in self._arguments or (what == "thesis" and self._is_thesis(id)):
            id = f"{written}-{number}"
            number += 1
        if id != written:
            self._findings.add("AU02", element.span, what=what, id=written, new=id)
        return id

    def _is_thesis(self, id: str) -> bool:
        return id in self._propositions and bool(self._propositions[id].data)

    def _note(self, id: str, claim: Claim) -> None:
        """Take down a proposition; one that is there before gets what this one says besides."""
        known = self._propositions.get(id)
        if known is None:
            self._propositions[id] = claim
            return
        if claim.data and not known.data:  # the thesis tells more of it
            known, claim = claim, known
        more = (known.text, *known.wordings, claim.text, *claim.wordings)
        texts = [text for text in dict.fromkeys(more) if text]
        self._propositions[id] = known._replace(
            text=texts[0] if texts else "", wordings=tuple(texts[1:])
        )

    def _settle(self, element: Element, argument: Argument, written: str) -> None:
        lines = list(element.named("arg:proposition"))
        steps = self._inferences(lines, argument, written)
        statements = tuple(dict.fromkeys(self._ids[line.get("id")] for line in lines))
        argument = argument._replace(statements=statements, relations=tuple(steps))
        if steps:
            self._steps[written] = steps[-1]
        else:
            if lines:
                self._findings.add("AU06", argument.span, id=written)
            gist = self._draft.claim(
                Claim(
                    argument.id,
                    argument.title,
                    argument.text,
                    section=argument.section,
                    span=argument.span,
                )
            )
            self._conclusions[written] = gist.id
            argument = argument._replace(id=gist.id, gist=gist.id)
        self._draft.argument(argument)

    def _inferences(self, lines: list[Element], argument: Argument, written: str) -> list[str]:
        """The steps to each conclusion, from the lines that its pattern names or else all since."""
        steps: list[str] = []
        since: list[str] = []
        numbered: dict[str, str] = {}
        for number, line in enumerate(lines, 1):
            id, type = self._ids[line.get("id")], line.get("type")
            if type in _CONCLUSIONS:
                pattern = line.get("pattern")
                premises = _named(pattern, numbered) or since
                premises = [each for each in dict.fromkeys(premises) if each != id]
                if premises:
                    steps.append(self._step(argument, premises, id, line))
                    self._conclusions[written] = id
                else:
                    self._findings.add("AU07", line.span, id=argument.id)
                since = []
            elif type != "premise":
                self._findings.add("AU08", line.span, id=argument.id, type=type)
            since.append(id)
            numbered[line.get("index") or str(number)] = id
        return steps

    def _step(self, argument: Argument, premises: list[str], to: str, line: Element) -> str:
        pattern = line.get("pattern")
        id = self._draft.reserve(f"{argument.id}-{line.get('index')}")
        relation = Relation(id, "support", tuple(premises), to, span=line.span)
        if pattern:
            relation = relation._replace(label=pattern)
        return self._draft.relation(relation).id


def within(element: Element, name: str) -> str:
    """The text of the first child of that name."""
    return next((child.text.strip() for child in element.named(name)), "")


def _named(pattern: str, numbered: dict[str, str]) -> list[str]:
    """The propositions that words like ``From 1-4 and (6)`` count out; none if one is not there."""
    found: list[str] = []
    for first, last in _NUMBERS.findall(pattern):
        start, end = int(first), int(last or first)
        if end - start >= len(numbered):
            return []
        for number in range(start, end + 1):
            if str(number) not in numbered:
                return []
            found.append(numbered[str(number)])
    return found
