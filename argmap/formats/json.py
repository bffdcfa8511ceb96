"""argmap's own JSON: any of its answers that holds a part of a map can be read as a map."""

from collections.abc import Mapping
from typing import Any

from argmap.formats._format import Format, Reading, Source
from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import Claim, Mark
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Relation
from argmap.model.section import Section
from argmap.model.span import Span

_OWN = "argmap/"


def _looks_like(text: str) -> bool:
    """Whether it begins as JSON does, which no Argdown that can be read does."""
    start = text.lstrip("\ufeff \t\r\n")[:200]
    return start[:1] == "{" and start[1:].lstrip()[:1] in {'"', "}", ""}


def read(source: Source) -> Reading:
    """The map that a JSON document holds.

    A record that is not as it should be is reported and left out; the others are read.
    """
    from json import JSONDecodeError, loads

    try:
        document = loads(source.text)
    except JSONDecodeError as error:
        span = Span(source.name, error.lineno, error.colno, error.lineno, error.colno)
        return _nothing(source, f"this is not JSON: {error.msg.lower()}", span)
    except RecursionError:
        return _nothing(source, "this JSON is nested too deeply to be a map")
    if not isinstance(document, dict) or not isinstance(document.get("claims"), list):
        return _nothing(source, "this JSON holds no map: it has no array of claims")
    return _Reader(source, document).read()


def _nothing(source: Source, message: str, span: Span | None = None) -> Reading:
    span = span or Span(source.name, 1, 1, 1, 1)
    hint = "argmap reads what `argmap show --json` prints; `argmap schema map` describes it"
    return Reading(
        ArgumentMap((), name=source.name), [Diagnostic("JS01", "error", message, span, hint)]
    )


class _Reader:
    def __init__(self, source: Source, document: dict[str, Any]) -> None:
        name = document.get("name")
        data = document.get("data")
        self._source = source
        self._document = document
        self._draft = Draft(
            name if isinstance(name, str) and name else source.name,
            data if isinstance(data, dict) else {},
        )

    def read(self) -> Reading:
        """Each array in turn, record by record."""
        makers = {
            "sections": self._section,
            "claims": self._claim,
            "relations": self._relation,
            "arguments": self._argument,
        }
        for array, make in makers.items():
            records = self._document.get(array, [])
            if not isinstance(records, list):
                self._report(array, "is not an array")
                continue
            for place, record in enumerate(records):
                try:
                    make(record)
                except (KeyError, TypeError, ValueError, AttributeError) as error:
                    self._report(f"{array}[{place}]", _reason(error))
        map, diagnostics = self._draft.build()
        return Reading(map, diagnostics)

    def _report(self, where: str, why: str) -> None:
        span = self._span_of(where)
        self._draft.diagnostics.append(
            Diagnostic(
                "JS02",
                "error",
                f"{where} {why}",
                span,
                "`argmap schema map` prints what a map looks like; the other records are read",
            )
        )

    def _span_of(self, where: str) -> Span:
        from argmap.formats._json_places import place_of

        array, _, number = where.rstrip("]").partition("[")
        line, column = place_of(self._source.text, array, int(number) if number else None)
        return Span(self._source.name, line, column, line, column)

    def _section(self, record: Mapping[str, Any]) -> None:
        self._draft.section(
            Section(
                id=_text(record, "id"),
                title=_text(record, "title"),
                level=_whole(record, "level", 1),
                parent=_text(record, "parent", None),
                tags=_texts(record, "tags"),
                span=_span(record),
                data=_mapping(record, "data"),
            )
        )

    def _claim(self, record: Mapping[str, Any]) -> None:
        weight = record.get("weight")
        if weight is not None and not 0 <= float(weight) <= 1:
            raise ValueError("has a weight that is not from 0 to 1")
        self._draft.claim(
            Claim(
                id=_text(record, "id"),
                title=_text(record, "title", ""),
                text=_text(record, "text", ""),
                tags=_texts(record, "tags"),
                section=_text(record, "section", None),
                span=_span(record),
                source=_anchor(record),
                weight=None if weight is None else float(weight),
                wordings=_texts(record, "wordings"),
                marks=tuple(Mark(**mark) for mark in record.get("marks") or ()),
                data=_mapping(record, "data"),
            )
        )

    def _relation(self, record: Mapping[str, Any]) -> None:
        kind = record["kind"]
        if kind not in KINDS:
            raise ValueError(f"has the kind {kind!r}, which is none of {', '.join(KINDS)}")
        target = record["target"]
        if target["type"] not in {"claim", "relation"}:
            raise ValueError("bears on something that is neither a claim nor a relation")
        weight = record.get("weight")
        self._draft.relation(
            Relation(
                id=_text(record, "id"),
                kind=kind,
                premises=_texts(record, "premises"),
                target=_text(target, "id"),
                target_type=target["type"],
                scheme=_text(record, "scheme", ""),
                weight=None if weight is None else float(weight),
                label=_text(record, "label", ""),
                span=_span(record),
                data=_mapping(record, "data"),
            )
        )

    def _argument(self, record: Mapping[str, Any]) -> None:
        self._draft.argument(
            Argument(
                id=_text(record, "id"),
                title=_text(record, "title", ""),
                text=_text(record, "text", ""),
                relations=_texts(record, "relations"),
                gist=_text(record, "gist", None),
                tags=_texts(record, "tags"),
                section=_text(record, "section", None),
                span=_span(record),
                wordings=_texts(record, "wordings"),
                data=_mapping(record, "data"),
            )
        )


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"has no {error.args[0]!r}"
    return str(error) if isinstance(error, ValueError) else "is not a record of the right shape"


_REQUIRED: Any = object()


def _text(record: Mapping[str, Any], field: str, default: Any = _REQUIRED) -> Any:  # noqa: ANN401
    """A text field; a missing one is the default, if there is one."""
    value = record.get(field, default)
    if value is _REQUIRED:
        raise KeyError(field)
    if not isinstance(value, str) and value is not default:
        raise ValueError(f"has a {field!r} that is not text")
    return value


def _texts(record: Mapping[str, Any], field: str) -> tuple[str, ...]:
    values = record.get(field) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"has a {field!r} that is not an array of texts")
    return tuple(values)


def _whole(record: Mapping[str, Any], field: str, default: int) -> int:
    value = record.get(field, default)
    if not isinstance(value, int):
        raise ValueError(f"has a {field!r} that is not a whole number")
    return value


def _mapping(record: Mapping[str, Any], field: str) -> Mapping[str, object]:
    value = record.get(field) or {}
    if not isinstance(value, dict):
        raise ValueError(f"has a {field!r} that is not an object")
    return value


def _span(record: Mapping[str, Any]) -> Span | None:
    span = record.get("span")
    return None if span is None else Span(**span)


def _anchor(record: Mapping[str, Any]) -> Anchor | None:
    source = record.get("source")
    return None if source is None else Anchor(**source)


FORMAT = Format(
    name="json",
    title="argmap JSON",
    suffixes=(".json",),
    looks_like=_looks_like,
    read=read,
)
