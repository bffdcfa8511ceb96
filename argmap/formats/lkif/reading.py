"""Reading LKIF: statements, then the arguments about them, graph by graph."""

from argmap.formats._findings import Findings
from argmap.formats._format import Reading, Source
from argmap.formats._inferences import Inference, Inferences, Premise
from argmap.formats._unread_xml import as_data, rest_of, root_of, words_of
from argmap.formats._xml_text import Element, NotXmlError
from argmap.formats.lkif.problems import CODES
from argmap.model.claim import NO_DATA, Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.section import Section

_USED = {"taken": "LK02", "dangling": "LK03", "empty": "LK04", "weight": "LK05", "denied": "LK06"}


def read(source: Source) -> Reading:
    """The map of all argument graphs in the file; what cannot be read is reported and left out."""
    findings = Findings(CODES)
    try:
        root, comments = root_of(source, "lkif", "LKIF")
    except NotXmlError as error:
        findings.add("LK01", error.span, why=str(error))
        return Reading(ArgumentMap((), name=source.name), findings.found)
    return _Reader(source, root, comments, findings).read()


class _Reader:
    def __init__(
        self, source: Source, root: Element, comments: list[str], findings: Findings
    ) -> None:
        self._graphs = [
            graph for all in root.named("argument-graphs") for graph in all.named("argument-graph")
        ]
        self._findings = findings
        self._riding = rest_of(root, known={"argument-graphs"})
        if comments:
            self._riding["comments"] = comments
        title = self._graphs[0].get("title") if self._graphs else ""
        self._draft = Draft(title or source.name, {"lkif": self._riding})
        if not self._graphs:
            findings.add("LK08", root.span)

    def read(self) -> Reading:
        graphs = []
        for graph in self._graphs:
            parts = {"statements", "arguments"}
            section = None
            if len(self._graphs) > 1:
                title = graph.get("title") or graph.get("id")
                section = self._draft.section(Section("", title)).id
            graphs.append(rest_of(graph, known=parts))
            self._read_graph(graph, section)
        self._riding["graphs"] = graphs
        map, diagnostics = self._draft.build()
        return Reading(map, self._findings.found + diagnostics)

    def _read_graph(self, graph: Element, section: str | None) -> None:
        inferences = Inferences(self._draft, self._findings, "lkif", _USED)
        for part in graph.named("statements"):
            for statement in part.named("statement"):
                inferences.claim(self._claim(statement, section))
        inferences.relations(
            [
                self._inference(argument)
                for part in graph.named("arguments")
                for argument in part.named("argument")
            ]
        )

    def _claim(self, statement: Element, section: str | None) -> Claim:
        text = words_of(statement.named("s"))
        if not text:
            self._findings.add("LK07", statement.span, id=statement.get("id"))
        data = rest_of(statement, {"id"}, {"s"})
        sentences = list(statement.named("s"))
        if len(sentences) > 1 or any(s.attributes or s.children for s in sentences):
            data["sentences"] = [as_data(s) for s in sentences]
        return Claim(
            statement.get("id"),
            text=text,
            section=section,
            span=statement.span,
            data={"lkif": data} if data else NO_DATA,
        )

    def _inference(self, argument: Element) -> Inference:
        direction = argument.get("direction", "pro")
        data = rest_of(
            argument, {"id", "direction", "scheme", "weight", "title"}, {"conclusion", "premises"}
        )
        if direction not in {"pro", "con"}:
            data["direction"] = direction
            self._findings.add("LK09", argument.span, id=argument.get("id"), direction=direction)
        return Inference(
            argument.get("id"),
            next((each.get("statement") for each in argument.named("conclusion")), ""),
            [
                self._premise(premise)
                for part in argument.named("premises")
                for premise in part.named("premise")
            ],
            direction != "con",
            argument.get("scheme"),
            argument.get("weight"),
            argument.get("title"),
            argument.span,
            data,
        )

    @staticmethod
    def _premise(premise: Element) -> Premise:
        type = premise.get("type")
        data = rest_of(premise, {"statement", "polarity", "type"})
        if type not in {"ordinary", "exception", ""}:
            data["type"] = type
        denied = premise.get("polarity") == "negative"
        return Premise(
            premise.get("statement"), not denied, type == "exception", premise.span, data
        )
