"""Reading argmap's own JSON, record by record."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from argmap.formats._format import Reading, Source
from argmap.formats._json_text import NotJsonError, loaded
from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim, Mark
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import KINDS, Relation
from argmap.model.section import Section
from argmap.model.span import Span

if TYPE_CHECKING:
    from argmap.formats.json.places import Places


def read(source: Source) -> Reading:
    """The map that a JSON document holds.

    A record that is not as it should be is reported and left out; the others are read.
    """
    try:
        document = loaded(source)
    except NotJsonError as error:
        return _nothing(source, str(error), error.span)
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
        self._places: Places | None = None
        self._source = source
        self._document = document
        self._draft = Draft(
            name if isinstance(name, str) and name else source.name,
            data if isinstance(data, dict) else {},
        )

    def read(self) -> Reading:
        """Each array in turn, record by record."""
        draft = self._draft
        makers: dict[str, Callable[[Mapping[str, Any]], object]] = {
            "sections": lambda record: draft.section(section_of(record)),
            "claims": lambda record: draft.claim(claim_of(record)),
            "relations": lambda record: draft.relation(relation_of(record)),
            "arguments": lambda record: draft.argument(argument_of(record)),
        }
        for array, make in makers.items():
            records = self._document.get(array, [])
            if not isinstance(records, list):
                self._report(array, None, "is not an array")
                continue
            for place, record in enumerate(records):
                try:
                    make(record)
                except MALFORMED as error:
                    self._report(array, place, reason(error))
        map, diagnostics = self._draft.build()
        return Reading(map, diagnostics)

    def _report(self, array: str, number: int | None, why: str) -> None:
        from argmap.formats.json.places import Places

        self._places = self._places or Places(self._source.text, self._source.name)
        where = array if number is None else f"{array}[{number}]"
        self._draft.diagnostics.append(
            Diagnostic(
                "JS02",
                "error",
                f"{where} {why}",
                self._places.span(array, number),
                "`argmap schema map` prints what a map looks like; the other records are read",
            )
        )


def section_of(record: Mapping[str, Any]) -> Section:
    """The section that a record describes; raises an error that says what is wrong with it."""
    return Section(
        id=_text(record, "id"),
        title=_text(record, "title"),
        level=_whole(record, "level", 1, 1),
        parent=_text(record, "parent", None),
        tags=_texts(record, "tags"),
        span=_span(record),
        data=_mapping(record, "data"),
        marks=_marks(record),
    )


def claim_of(record: Mapping[str, Any]) -> Claim:
    """The claim that a record describes; raises an error that says what is wrong with it."""
    has = record.get  # what most records do not have is not looked at: there may be millions
    return Claim(
        _text(record, "id"),
        _text(record, "title", ""),
        _text(record, "text", ""),
        _texts(record, "tags") if has("tags") else (),
        None if has("section") is None else _text(record, "section"),
        None if has("span") is None else _span(record),
        None if has("source") is None else _anchor(record),
        None if has("weight") is None else _weight(record),
        _texts(record, "wordings") if has("wordings") else (),
        _marks(record) if has("marks") else (),
        _mapping(record, "data") if has("data") else NO_DATA,
    )


def relation_of(record: Mapping[str, Any]) -> Relation:
    """The relation that a record describes; raises an error that says what is wrong with it."""
    kind = record["kind"]
    if kind not in KINDS:
        raise ValueError(f"has the kind {kind!r}, which is none of {', '.join(KINDS)}")
    target = record["target"]
    if target["type"] not in {"claim", "relation"}:
        raise ValueError("bears on something that is neither a claim nor a relation")
    premises = _texts(record, "premises")
    if not premises:
        raise ValueError("has no premises")
    has = record.get
    return Relation(
        _text(record, "id"),
        kind,
        premises,
        _text(target, "id"),
        target["type"],
        _text(record, "scheme", ""),
        None if has("weight") is None else _weight(record),
        _text(record, "label", ""),
        None if has("span") is None else _span(record),
        _mapping(record, "data") if has("data") else NO_DATA,
    )


def argument_of(record: Mapping[str, Any]) -> Argument:
    """The argument that a record describes; raises an error that says what is wrong with it."""
    return Argument(
        id=_text(record, "id"),
        title=_text(record, "title", ""),
        text=_text(record, "text", ""),
        relations=_texts(record, "relations"),
        gist=_text(record, "gist", None),
        tags=_texts(record, "tags"),
        section=_text(record, "section", None),
        span=_span(record),
        wordings=_texts(record, "wordings"),
        statements=_texts(record, "statements"),
        data=_mapping(record, "data"),
        marks=_marks(record),
    )


MALFORMED = (KeyError, TypeError, ValueError, AttributeError)
"""What is raised by records that are not as they should be."""


def reason(error: Exception) -> str:
    """What is wrong with a record that raised an error."""
    if isinstance(error, KeyError):
        return f"has no {error.args[0]!r}"
    return str(error) if isinstance(error, ValueError) else "is not a record of the right shape"


_REQUIRED: Any = object()


def _text(record: Mapping[str, Any], field: str, default: Any = _REQUIRED) -> Any:  # noqa: ANN401
    """A text field; a missing one is the default, if there is one."""
    value = record.get(field, default)
    if isinstance(value, str):
        return value
    if value is _REQUIRED:
        raise KeyError(field)
    if value is not default:
        raise ValueError(f"has a {field!r} that is not text")
    return value


def _texts(record: Mapping[str, Any], field: str) -> tuple[str, ...]:
    values = record.get(field) or []
    if not isinstance(values, list):
        raise ValueError(f"has a {field!r} that is not an array of texts")
    for value in values:
        if not isinstance(value, str):
            raise ValueError(f"has a {field!r} that is not an array of texts")
    return tuple(values)


def _whole(record: Mapping[str, Any], field: str, least: int, default: Any = _REQUIRED) -> Any:  # noqa: ANN401
    """A whole number that is not less than the least; a missing one is the default, if any."""
    value = record.get(field, default)
    if value is _REQUIRED:
        raise KeyError(field)
    if value is default:
        return value
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ValueError(f"has a {field!r} that is not a whole number from {least}")
    return value


def _weight(record: Mapping[str, Any]) -> float | None:
    value = record.get("weight")
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
        raise ValueError("has a weight that is not a number from 0 to 1")
    return float(value)


def _mapping(record: Mapping[str, Any], field: str) -> Mapping[str, object]:
    value = record.get(field) or {}
    if not isinstance(value, dict):
        raise ValueError(f"has a {field!r} that is not an object")
    return value


def _only(record: Mapping[str, Any], what: str, fields: tuple[str, ...]) -> None:
    for field in record:
        if field not in fields:
            raise ValueError(f"has a {what} with {field!r}, which means nothing")


def _span(record: Mapping[str, Any]) -> Span | None:
    span = record.get("span")
    if span is None:
        return None
    _only(span, "span", Span._fields)
    numbers = (_whole(span, field, 1) for field in Span._fields[1:])
    return Span(_text(span, "file"), *numbers)


def _anchor(record: Mapping[str, Any]) -> Anchor | None:
    source = record.get("source")
    if source is None:
        return None
    _only(source, "source", Anchor._fields)
    texts = {
        name: _text(source, name, "") for name in ("place", "hash", "quote", "prefix", "suffix")
    }
    start, end = (_whole(source, field, 0, None) for field in ("start", "end"))
    return Anchor(start=start, end=end, **texts)


def _marks(record: Mapping[str, Any]) -> tuple[Mark, ...]:
    return tuple(_mark(mark) for mark in record.get("marks") or ())


def _mark(mark: Mapping[str, Any]) -> Mark:
    _only(mark, "mark", Mark._fields)
    start, end = (_whole(mark, field, 0) for field in ("start", "end"))
    return Mark(_text(mark, "kind"), start, end, _text(mark, "target", ""))
