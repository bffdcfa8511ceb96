"""Reading CAF: statements, then the arguments about them."""

import re
from collections.abc import Iterator

from argmap.formats._findings import Findings
from argmap.formats._format import Reading, Source
from argmap.formats._inferences import Inference, Inferences, Premise
from argmap.formats._unread_xml import as_data, rest_of, root_of
from argmap.formats._xml_text import Element, NotXmlError
from argmap.formats.caf.problems import CODES
from argmap.model.claim import Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap

_UNDERCUT = re.compile(r"\(\s*undercut\s+([^\s()]+)\s*\)")
_USED = {"taken": "CX02", "dangling": "CX03", "empty": "CX04", "weight": "CX05", "denied": "CX06"}


def read(source: Source) -> Reading:
    """The map of an argument graph; what cannot be read is reported and left out."""
    findings = Findings(CODES)
    try:
        root, comments = root_of(source, "caf", "CAF")
    except NotXmlError as error:
        findings.add("CX01", error.span, why=str(error))
        return Reading(ArgumentMap((), name=source.name), findings.found)
    return _Reader(source, root, comments, findings).read()


class _Reader:
    def __init__(
        self, source: Source, root: Element, comments: list[str], findings: Findings
    ) -> None:
        self._root = root
        self._findings = findings
        riding = rest_of(root, known={"metadata", "statements", "arguments"})
        about = list(root.named("metadata"))
        if about:
            riding["metadata"] = [as_data(each) for each in about]
        if comments:
            riding["comments"] = comments
        titles = (each.get("title").strip() for each in about)
        self._draft = Draft(next(filter(None, titles), source.name), {"caf": riding})
        self._undercut: dict[str, str] = {}

    def read(self) -> Reading:
        inferences = Inferences(self._draft, self._findings, "caf", _USED)
        for part in self._root.named("statements"):
            for statement in part.named("statement"):
                inferences.claim(self._claim(statement))
        inferences.relations(
            [
                self._inference(argument)
                for part in self._root.named("arguments")
                for argument in part.named("argument")
            ]
        )
        map, diagnostics = self._draft.build()
        return Reading(map, self._findings.found + diagnostics)

    def _claim(self, statement: Element) -> Claim:
        id, atom = statement.get("id"), statement.get("atom")
        data = rest_of(statement, {"id", "atom"}, {"descriptions", "metadata"})
        if atom and atom != id:
            data["atom"] = atom
        undercut = _UNDERCUT.fullmatch(atom.strip())
        if undercut:
            self._undercut[id] = undercut[1]
        texts = list(_descriptions(statement))
        if not texts and not undercut:
            self._findings.add("CX07", statement.span, id=id)
        languages = [language for language, _ in texts]
        if languages not in ([], ["en"]):
            data["languages"] = languages
        note = _add_metadata(statement, data)
        return Claim(
            id,
            title=atom if undercut and not texts else "",
            text=texts[0][1] if texts else "",
            wordings=tuple(text for _, text in texts[1:]),
            span=statement.span,
            data={**note, "caf": data},
        )

    def _inference(self, argument: Element) -> Inference:
        conclusion = next((each.get("statement") for each in argument.named("conclusion")), "")
        pro = argument.get("pro") != "false"
        data = rest_of(
            argument,
            {"id", "pro", "scheme", "weight"},
            {"conclusion", "premises", "exceptions", "metadata"},
        )
        data |= _add_metadata(argument, data)
        parts = [*argument.named("premises"), *argument.named("exceptions")]
        return Inference(
            argument.get("id"),
            conclusion,
            [
                _premise(premise, exception=part.name == "exceptions")
                for part in parts
                for premise in part.children
            ],
            pro,
            argument.get("scheme"),
            argument.get("weight"),
            "",
            argument.span,
            data,
            self._undercut.get(conclusion, "") if pro else "",
        )


def _premise(premise: Element, *, exception: bool) -> Premise:
    data = rest_of(premise, {"statement", "positive"})
    if data.get("implicit") == "false":
        del data["implicit"]
    denied = premise.get("positive") == "false"
    return Premise(premise.get("statement"), not denied, exception, premise.span, data)


def _descriptions(element: Element) -> Iterator[tuple[str, str]]:
    """The descriptions of an element that say something, each after its language."""
    for part in element.named("descriptions"):
        for each in part.named("description"):
            if each.text.strip():
                yield each.get("lang"), each.text.strip()


def _add_metadata(element: Element, data: dict[str, object]) -> dict[str, object]:
    """The note that the metadata of an element are, and the rest of them added to the data."""
    notes: list[tuple[str, str]] = []
    rest: dict[str, object] = {}
    for metadata in element.named("metadata"):
        notes += _descriptions(metadata)
        rest |= rest_of(metadata, known={"descriptions"})
    if len(notes) > 1:
        rest["descriptions"] = [{"language": language, "text": text} for language, text in notes]
    if rest:
        data["metadata"] = rest
    return {"note": notes[0][1]} if notes else {}
