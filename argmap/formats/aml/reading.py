"""Reading AML: argument units within argument units."""

from collections.abc import Iterator
from typing import NamedTuple

from argmap.formats._findings import Findings
from argmap.formats._format import Reading, Source
from argmap.formats._unread_xml import as_data, rest_of, root_of, words_of
from argmap.formats._xml_text import Element, NotXmlError
from argmap.formats.aml.problems import CODES
from argmap.model.anchor import Anchor
from argmap.model.claim import NO_DATA, Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.model.span import Span

IMPLICIT = "implicit"
_LONGEST_OFFSET = 10
_GROUPS = frozenset({"REFUTATION", "CA", "LA"})
_SAME_SCHEME = tuple[str, str]


class _Step(NamedTuple):
    """Units that bear on a proposition; together if they are linked."""

    kind: Kind
    units: tuple[Element, ...]
    target: Element
    span: Span


def read(source: Source) -> Reading:
    """The map of an analysed text; what cannot be read is reported."""
    findings = Findings(CODES)
    try:
        root, comments = root_of(source, "ARG", "AML")
    except NotXmlError as error:
        findings.add("AM01", error.span, why=str(error))
        return Reading(ArgumentMap((), name=source.name), findings.found)
    return _Reader(source, root, comments, findings).read()


class _Reader:
    def __init__(
        self, source: Source, root: Element, comments: list[str], findings: Findings
    ) -> None:
        self._root = root
        self._findings = findings
        self._text = next((each.text for each in root.named("TEXT")), "")
        riding = rest_of(root, known={"AU", "TEXT"})
        if self._text.strip():
            riding["text"] = self._text
        if comments:
            riding["comments"] = comments
        self._draft = Draft(source.name, {"aml": riding})
        self._claims: dict[Element, str] = {}
        self._schemes: dict[Element, list[_SAME_SCHEME]] = {}
        self._taken: set[str] = set()

    def read(self) -> Reading:
        """All units first, in the order of the file, then the steps between them."""
        steps: list[_Step] = []
        waiting = list(self._root.named("AU"))[::-1]
        while waiting:
            unit = waiting.pop()
            self._read_unit(unit)
            groups = [child for child in unit.children if child.name in _GROUPS]
            for group in groups:
                steps += self._steps(group, unit)
            waiting += [each for group in reversed(groups) for each in _units_of(group)[::-1]]
        for step in steps:
            self._relate(step)
        map, diagnostics = self._draft.build()
        return Reading(map, self._findings.found + diagnostics)

    def _read_unit(self, unit: Element) -> None:
        propositions = list(unit.named("PROP"))
        if propositions:
            self._claims[unit] = self._claim(propositions[0])
            self._schemes[unit] = list(_schemes(propositions[0]))
        else:
            self._findings.add("AM03", unit.span)
        for extra in (*propositions[1:], *unit.children):
            if extra.name not in {"PROP", *_GROUPS}:
                self._findings.add("AM07", extra.span, name=extra.name)
        for extra in propositions[1:]:  # nothing leads to it or from it
            self._claim(extra)

    def _steps(self, group: Element, unit: Element) -> Iterator[_Step]:
        units = tuple(each for each in _units_of(group))
        if not units:
            self._findings.add("AM06", group.span, name=group.name)
        kind: Kind = "rebuttal" if group.name == "REFUTATION" else "support"
        if group.name == "LA" and units:
            yield _Step(kind, units, unit, group.span)
        elif units:
            for each in units:
                yield _Step(kind, (each,), unit, each.span)

    def _relate(self, step: _Step) -> None:
        premises = tuple(self._claims[unit] for unit in step.units if unit in self._claims)
        if not premises or step.target not in self._claims:
            return  # reported where the proposition is missing
        self._draft.relation(
            Relation(
                "",
                step.kind,
                premises,
                self._claims[step.target],
                scheme=self._scheme(step),
                span=step.span,
            )
        )

    def _scheme(self, step: _Step) -> str:
        """The scheme that the premises share with what they lead to."""
        shared = set(self._schemes.get(step.target, ()))
        for unit in step.units:
            shared &= set(self._schemes.get(unit, ()))
        found = [scheme for scheme, _ in self._schemes.get(step.target, ()) if shared]
        names = [name for name, id in self._schemes.get(step.target, ()) if (name, id) in shared]
        return names[0] if found and names else ""

    def _claim(self, proposition: Element) -> str:
        written = proposition.get("identifier")
        id = self._draft.reserve(written) if written else ""
        if written in self._taken:
            self._findings.add("AM02", proposition.span, id=written, new=id)
        self._taken |= {written} - {""}
        texts = list(proposition.named("PROPTEXT"))
        text = words_of(texts)
        if not text:
            self._findings.add("AM04", proposition.span, id=written)
        data = rest_of(proposition, {"identifier", "missing"}, {"PROPTEXT", "OWNER", "INSCHEME"})
        if id != written:
            data["identifier"] = written
        if proposition.get("missing") not in {"", "yes", "no"}:
            data["missing"] = proposition.get("missing")
        owners = [as_data(each) for each in proposition.named("OWNER")]
        names = [each.get("name") or each.text.strip() for each in proposition.named("OWNER")]
        if len(owners) > 1 or (owners and not names[0]):
            data["owners"] = owners
        schemes = [
            as_data(each)["attributes"] for each in proposition.named("INSCHEME") if each.attributes
        ]
        if schemes:
            data["schemes"] = schemes
        anchor = self._anchor(texts[0], written, data) if texts and text else None
        speaker = {"speaker": names[0]} if names and names[0] else {}
        claim = Claim(
            id,
            text=text,
            tags=(IMPLICIT,) if proposition.get("missing") == "yes" else (),
            span=proposition.span,
            source=anchor,
            data={**speaker, **({"aml": data} if data else {})} or NO_DATA,
        )
        return self._draft.claim(claim).id

    def _anchor(self, text: Element, id: str, data: dict[str, object]) -> Anchor | None:
        """Where the text says it, if it is there that the offset says."""
        written = text.get("offset")
        offset = (
            int(written)
            if written.isascii() and written.isdigit() and len(written) < _LONGEST_OFFSET
            else -1
        )
        words = text.text.strip()
        start = offset + len(text.text) - len(text.text.lstrip())
        for at in (start, offset):
            if offset >= 0 and self._text.startswith(words, at):
                return Anchor(start=at, end=at + len(words), quote=words)
        if written not in {"", "-1"}:
            data["offset"] = written
            self._findings.add("AM05", text.span, id=id, offset=written)
        return None


def _units_of(group: Element) -> list[Element]:
    return list(group.named("AU"))


def _schemes(proposition: Element) -> Iterator[_SAME_SCHEME]:
    for each in proposition.named("INSCHEME"):
        if each.get("scheme"):
            yield each.get("scheme"), each.get("schid")
