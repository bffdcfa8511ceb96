"""From the records of a map to the rows of an index, and back again."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim, Mark
from argmap.model.collection import qualified
from argmap.model.names import fold
from argmap.model.relation import Relation
from argmap.model.section import Section
from argmap.model.span import Span
from argmap.store.index.schema import END

Row = tuple[Any, ...]
_REPLACED = "\ufffd"
_NO_SPAN = (None, None, None, None)
_LONE = re.compile("[\ud800-\udfff]")
_CLAIM_REST = ("tags", "source", "wordings", "marks", "data")
_ARGUMENT_REST = ("relations", "statements", "tags", "span", "wordings", "marks", "data")
_SECTION_REST = ("tags", "span", "marks", "data")


def claim_row(number: int, map: int, claim: Claim, section: int | None, file: str) -> Row:
    """The row of a claim in a map that is written in a file."""
    _, title, text, tags, _, span, source, weight, wordings, marks, data = claim
    rest = None
    if tags or source or wordings or marks or data:
        from argmap.formats.json.records import claim_record

        record = claim_record(claim)
        rest = {key: record[key] for key in _CLAIM_REST if record.get(key)}
    if span is not None and span.file != file:
        rest = {**(rest or {}), "file": span.file}
    id, title, text, rest = _storable(claim.id, title, text, rest)
    place = span[1:] if span is not None else _NO_SPAN
    return (number, map, id, title, text, encoded(rest), section, weight, *place)


def claim_from(row: Row, section: str | None, file: str) -> Claim:
    """The claim of a row, but for its number and those of its map and section."""
    id, title, text, weight, line, column, end_line, end_column, stored = row
    span = None if line is None else Span(file, line, column, end_line, end_column)
    if stored is None:
        return Claim(id, title, text, (), section, span, None, weight)
    rest: dict[str, Any] = decoded(stored)
    if span is not None and "file" in rest:
        span = span._replace(file=rest["file"])
    return Claim(
        str(rest.get("id", id)),
        str(rest.get("title", title)),
        str(rest.get("text", text)),
        tuple(rest.get("tags", ())),
        section,
        span,
        Anchor(**rest["source"]) if "source" in rest else None,
        weight,
        tuple(rest.get("wordings", ())),
        tuple(Mark(**mark) for mark in rest.get("marks", ())),
        rest.get("data", NO_DATA),
    )


def words_row(number: int, claim: Claim, map: str) -> Row:
    """What is found of a claim of a map of that name: title, texts, and the rest."""
    tags, wordings = claim.tags, claim.wordings
    id = qualified(map, claim.id)
    return (
        number,
        _ended(claim.title or ("" if claim.text else claim.id)),
        " ".join([_ended(text) for text in (claim.text, *wordings)]),
        " ".join([_ended(text) for text in (id, *tags)]) if tags else _ended(id),
    )


def _ended(text: str) -> str:
    """A text as its words are found; SQLite itself folds what is ASCII."""
    if not text:
        return ""
    plain = text.isascii() and END not in text
    return f"{text if plain else fold(text)} {END}"


def relation_row(number: int, map: int, relation: Relation, target: int, file: str) -> Row:
    """The row of a relation in a map that is written in a file."""
    id, kind, _, _, target_type, scheme, weight, label, span, data = relation
    rest: dict[str, object] | None = {"data": dict(data)} if data else None
    if span is not None and span.file != file:
        rest = {**(rest or {}), "file": span.file}
    id, scheme, label, rest = _storable(id, scheme, label, rest, ("id", "scheme", "label"))
    ends = (target, None) if target_type == "claim" else (None, target)
    place = span[1:] if span is not None else _NO_SPAN
    return (number, map, id, kind, *ends, scheme, label, encoded(rest), weight, *place)


def relation_from(row: Row, premises: tuple[str, ...], target: str, file: str) -> Relation:
    """The relation of a row, but for its number and those of its map and ends."""
    id, kind, on_claim, scheme, weight, label, line, column, end_line, end_column, stored = row
    rest: dict[str, Any] = decoded(stored) if stored is not None else {}
    span = None
    if line is not None:
        span = Span(rest.get("file", file), line, column, end_line, end_column)
    return Relation(
        str(rest.get("id", id)),
        kind,
        premises,
        target,
        "claim" if on_claim else "relation",
        str(rest.get("scheme", scheme)),
        weight,
        str(rest.get("label", label)),
        span,
        rest.get("data", NO_DATA),
    )


def section_row(number: int, map: int, section: Section, parent: int | None) -> Row:
    """The row of a section."""
    from argmap.formats.json.records import section_record

    record = section_record(section)
    rest = {key: record[key] for key in _SECTION_REST if record.get(key)}
    id, title, _, kept = _storable(section.id, section.title, "", rest or None)
    folded = fold(id), fold(title)
    return (number, map, id, title, section.level, parent, *folded, encoded(kept))


def section_from(row: Row, parent: str | None) -> Section:
    """The section of a row, but for its number and those of its map and parent."""
    from argmap.formats.json.making import section_of

    id, title, level, stored = row
    record = {"id": id, "title": title, "level": level, "parent": parent}
    return section_of(record | (decoded(stored) if stored is not None else {}))


def argument_row(
    number: int, map: int, argument: Argument, gist: int | None, section: int | None
) -> Row:
    """The row of an argument."""
    from argmap.formats.json.records import argument_record

    record = argument_record(argument)
    rest = {key: record[key] for key in _ARGUMENT_REST if record.get(key)}
    id, title, text, kept = _storable(argument.id, argument.title, argument.text, rest or None)
    return (number, map, id, title, text, gist, section, fold(title), encoded(kept))


def argument_from(row: Row, gist: str | None, section: str | None) -> Argument:
    """The argument of a row, but for its number and those of its map, gist and section."""
    from argmap.formats.json.making import argument_of

    id, title, text, stored = row
    record = {"id": id, "title": title, "text": text}
    rest = decoded(stored) if stored is not None else {}
    return argument_of(record | rest | {"gist": gist, "section": section})


def _storable(
    first: str,
    second: str,
    third: str,
    rest: dict[str, object] | None,
    names: tuple[str, str, str] = ("id", "title", "text"),
) -> tuple[str, str, str, dict[str, object] | None]:
    """The texts as SQLite can hold them; one with half a sign in it stays as it is in the rest."""
    if first.isascii() and second.isascii() and third.isascii():
        return first, second, third, rest
    stored = []
    for name, text in zip(names, (first, second, third), strict=True):
        if _LONE.search(text):
            rest = {**(rest or {}), name: text}
        stored.append(storable(text))
    return stored[0], stored[1], stored[2], rest


def storable(text: str) -> str:
    """A text with other signs for halves of signs, which no encoding has."""
    return text if text.isascii() else _LONE.sub(_REPLACED, text)


def exact(name: str, text: str, rest: str | None) -> str:
    """A text as it was written, which is in the rest of its row if SQLite could not hold it."""
    if _REPLACED not in text or rest is None:
        return text
    return str(decoded(rest).get(name, text))


def encoded(value: Mapping[str, object] | Iterable[object] | None) -> str | None:
    """A value as JSON that is all ASCII; what JSON has no type for becomes text."""
    if not value:
        return None
    from json import dumps

    return dumps(value, default=str)


def decoded(stored: str) -> Any:  # noqa: ANN401  # whatever the map holds
    """What was encoded."""
    from json import loads

    return loads(stored)


def span_rest(span: Span | None, claims: tuple[str, ...]) -> str | None:
    """The part of a diagnostic that has no columns."""
    from argmap.formats.json.records import span_record

    rest: dict[str, object] = {"span": span_record(span)} if span else {}
    return encoded(rest | ({"claims": list(claims)} if claims else {}))
