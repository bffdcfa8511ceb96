"""Reading the YAML notation: claims with reasons under them, with claims under them."""

from typing import Any, NamedTuple

from argmap.formats._findings import Findings
from argmap.formats._format import Reading, Source
from argmap.formats._yaml_text import NotYamlError, Yaml, loaded
from argmap.formats.argmap_yaml.problems import CODES
from argmap.model.claim import NO_DATA, Claim
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind, Relation
from argmap.model.span import Span

IMPLICIT = "implicit"
_SAID = ("label", "strength", "note")
Mapping = dict[str, Any]


class _Waiting(NamedTuple):
    """A claim that is there, and what stands under it."""

    id: str
    words: str
    under: Mapping


def read(source: Source) -> Reading:
    """The map of such a text; what cannot be read is reported and left out."""
    findings = Findings(CODES)
    try:
        yaml = _mapping(source)
    except NotYamlError as error:
        findings.add("AY01", error.span, why=str(error))
        return Reading(ArgumentMap((), name=source.name), findings.found)
    return _Reader(source, yaml, findings).read()


def _mapping(source: Source) -> Yaml:
    yaml = loaded(source)
    if not isinstance(yaml.value, dict):
        raise NotYamlError("this YAML holds no claims", Span(source.name, 1, 1, 1, 1))
    return yaml


class _Reader:
    def __init__(self, source: Source, yaml: Yaml, findings: Findings) -> None:
        self._yaml = yaml
        self._findings = findings
        self._draft = Draft(source.name)
        for key, span in yaml.repeated:
            findings.add("AY02", span, key=key)

    def read(self) -> Reading:
        waiting = [found for _, found in self._claims(self._yaml.value)][::-1]
        while waiting:
            claim = waiting.pop()
            inner: list[_Waiting] = []
            for key, value in claim.under.items():
                if key != "note":
                    inner += self._step(claim, key, value)
            waiting += reversed(inner)
        map, diagnostics = self._draft.build()
        return Reading(map, self._findings.found + diagnostics)

    def _claims(self, mapping: Mapping, skip: tuple[str, ...] = ()) -> list[tuple[str, _Waiting]]:
        """The claims that are the keys of a mapping, each with its id."""
        found = []
        for key, value in mapping.items():
            if key not in skip:
                made = self._claim(mapping, key, value)
                found.append((made.id, made))
        return found

    def _claim(self, mapping: Mapping, key: str, value: object) -> _Waiting:
        span = self._yaml.span(mapping, key)
        implicit = key.startswith("-")
        words = key.removeprefix("-").strip()
        under = value if isinstance(value, dict) else {}
        if not words:
            self._findings.add("AY07", span)
        if value is not None and not isinstance(value, dict):
            self._findings.add("AY03", span, claim=words, value=_kind(value))
        data: dict[str, object] = {}
        if "note" in under:
            data["note"] = under["note"]
        claim = self._draft.claim(
            Claim(
                "",
                text=words,
                tags=(IMPLICIT,) if implicit else (),
                span=span,
                data=data or NO_DATA,
            )
        )
        return _Waiting(claim.id, words, under)

    def _step(self, claim: _Waiting, key: str, value: object) -> list[_Waiting]:
        """A reason or an objection, and the claims that it is made of."""
        span = self._yaml.span(claim.under, key)
        if value is None:
            self._findings.add("AY05", span, key=key)
            return []
        if not isinstance(value, dict):
            self._findings.add("AY04", span, key=key, value=_kind(value))
            return []
        claims = self._claims(value, _SAID)
        if key[:1] not in {"r", "o", "-"}:
            self._findings.add("AY06", span, key=key)
        if not claims:
            self._findings.add("AY05", span, key=key)
            return []
        kind: Kind = "rebuttal" if key[:1] in {"o", "-"} else "support"
        id = self._draft.reserve(key) if key.strip("-") else ""
        data: dict[str, object] = {"note": value["note"]} if "note" in value else {}
        riding = {} if id == key else {"key": key}
        strength = value.get("strength")
        weight = _weight(strength)
        if weight is None and strength is not None:
            riding["strength"] = strength
        label = value.get("label")
        self._draft.relation(
            Relation(
                id,
                kind,
                tuple(id for id, _ in claims),
                claim.id,
                weight=weight,
                label=label if isinstance(label, str) else self._spelt(value, "label"),
                span=span,
                data={**data, **({"argmap-yaml": riding} if riding else {})} or NO_DATA,
            )
        )
        return [waiting for _, waiting in claims]

    def _spelt(self, mapping: Mapping, key: str) -> str:
        return self._yaml.spelt(mapping, key) if key in mapping else ""


def _weight(strength: object) -> float | None:
    if isinstance(strength, bool) or not isinstance(strength, int | float):
        return None
    return float(strength) if 0 <= strength <= 1 else None


def _kind(value: object) -> str:
    return "a list" if isinstance(value, list) else "a single value"
