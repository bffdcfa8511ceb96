"""Reading Argdown JSON: its claims, arguments and relations as the records of a map.

The lines and columns in it are those of the Argdown text that it was made from, which is not at
hand; they only tell the order in which things were written.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from math import inf
from typing import TYPE_CHECKING, Any

from argmap.formats._format import Reading, Source
from argmap.formats._json_text import NotJsonError, loaded
from argmap.formats.argdown.described import take_fields
from argmap.formats.argdown.inline import title_of
from argmap.formats.argdown.shape import Shaper, Step, Thing
from argmap.formats.argdown.syntax import Content
from argmap.formats.argdown_json.text import marks_of
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind
from argmap.model.section import Section
from argmap.model.span import Span

if TYPE_CHECKING:
    from argmap.formats.json.places import Places

Record = Mapping[str, Any]
_KINDS: dict[str, Kind] = {
    "support": "support",
    "attack": "rebuttal",
    "undercut": "undercut",
    "entails": "entailment",
    "contrary": "contrary",
    "contradictory": "contradiction",
}
_UNTITLED = re.compile(r"Untitled \d+")


def read(source: Source) -> Reading:
    """The map that an export describes; what is not as it should be is reported and left out."""
    try:
        document = loaded(source)
    except NotJsonError as error:
        return _nothing(source, str(error), error.span)
    if not isinstance(document, dict) or not isinstance(document.get("statements"), dict):
        return _nothing(source, 'this JSON is no export of Argdown: it has no "statements"')
    return _Reader(source, document).read()


def _nothing(source: Source, message: str, span: Span | None = None) -> Reading:
    span = span or Span(source.name, 1, 1, 1, 1)
    hint = "Argdown JSON is what `argdown json` and `argmap convert --to argdown-json` print"
    empty = ArgumentMap((), name=source.name)
    return Reading(empty, [Diagnostic("AJ01", "error", message, span, hint)])


class _Reader:
    def __init__(self, source: Source, document: dict[str, Any]) -> None:
        self._source = source
        self._document = document
        self._places: Places | None = None
        self._draft = Draft(source.name)
        self._sections: dict[str, str] = {}
        self._claims: dict[str, Thing] = {}
        self._arguments: dict[str, Thing] = {}
        self._steps: list[Step] = []
        self._inferences: dict[tuple[str, int], int] = {}

    def read(self) -> Reading:
        """Sections first, then what is in them, then how that is related."""
        for number, section in enumerate(self._listed("sections")):
            self._try("sections", number, self._read_sections, section)
        places: dict[Thing, tuple[float, float]] = {}
        for key, known in (("statements", self._claims), ("arguments", self._arguments)):
            for number, (title, record) in enumerate(self._named(key).items()):
                thing = Thing(
                    "" if _UNTITLED.fullmatch(title) else title, argument=known is self._arguments
                )
                known[title] = thing
                self._try(key, number, self._read_thing, thing, record)
                places[thing] = _place(record)
        for number, (title, record) in enumerate(self._named("arguments").items()):
            self._try("arguments", number, self._read_inferences, title, record)
        for number, record in enumerate(self._listed("relations")):
            self._try("relations", number, self._read_relation, record)
        things = sorted(places, key=places.__getitem__)
        map, diagnostics = Shaper(self._draft, things, self._steps).build()
        return Reading(map, diagnostics)

    def _named(self, key: str) -> Record:
        records = self._document.get(key, {})
        if isinstance(records, dict):
            return records
        self._report(key, None, "is not an object")
        return {}

    def _listed(self, key: str) -> list[Any]:
        records = self._document.get(key, [])
        if isinstance(records, list):
            return records
        self._report(key, None, "is not an array")
        return []

    def _try(self, key: str, number: int, read: Callable[..., None], *given: object) -> None:
        """Read a record; what is wrong with it is noted, and the others are read."""
        try:
            read(*given)
        except KeyError as error:
            self._report(key, number, f"has no {error.args[0]!r}")
        except ValueError as error:
            self._report(key, number, str(error))
        except (TypeError, AttributeError):
            self._report(key, number, "is not a record of the right shape")

    def _report(self, key: str, number: int | None, why: str) -> None:
        from argmap.formats.json.places import Places

        self._places = self._places or Places(self._source.text, self._source.name)
        where = key if number is None else f"item {number + 1} of {key}"
        span = self._places.span(key, number)
        hint = "the other items are read"
        diagnostic = Diagnostic("AJ02", "error", f"{where} {why}", span, hint)
        self._draft.diagnostics.append(diagnostic)

    def _read_sections(self, root: Record) -> None:
        """A section and those in it."""
        waiting: list[tuple[Record, str | None]] = [(root, None)]
        while waiting:
            record, parent = waiting.pop()
            raw = _text(record, "title")
            title, marks = title_of(raw, marks_of(record.get("ranges") or (), raw))
            section = Section(
                id="",
                title=title,
                level=record["level"],
                parent=parent,
                tags=_texts(record, "tags"),
                data=_data(record),
                marks=marks,
            )
            section = self._draft.section(self._described(section))
            self._sections[_text(record, "id")] = section.id
            waiting += ((child, section.id) for child in reversed(record.get("children") or []))

    def _described(self, section: Section) -> Section:
        """The section with what its data say of it, as a heading does in a text."""
        told = take_fields(section.data, "section")
        for problem in told.problems:
            self._report("sections", None, f"has data in which {problem}")
        data = {**told.data, **told.fields.get("data", {})}
        return section._replace(**{**told.fields, "data": data})

    def _read_thing(self, thing: Thing, record: Record) -> None:
        """What is said of a claim or an argument."""
        thing.tags = dict.fromkeys(_texts(record, "tags"))
        thing.data = dict(_data(record))
        thing.section = self._sections.get(record.get("section") or "")
        for member in record.get("members") or ():
            if not member.get("isReference"):
                text = _text(member, "text").rstrip()
                marks = marks_of(member.get("ranges") or (), _text(member, "text"))
                content = Content(text, marks, _texts(member, "tags"), _data(member))
                thing.mentions.append(content)

    def _read_inferences(self, title: str, record: Record) -> None:
        """The premise–conclusion structure of an argument, if it has one."""
        argument = self._arguments[title]
        since: list[Thing] = []
        listed: list[Thing] = []
        for number, line in enumerate(record.get("pcs") or ()):
            claim = self._known(self._claims, line["title"])
            listed.append(claim)
            inference = line.get("inference")
            if inference is not None:
                data, premises = _used(_data(inference), listed)
                if not premises:
                    own, premises = _used(_data(line), listed)
                    for key in _data(line).keys() - own.keys():
                        claim.data.pop(key, None)
                premises = premises or since
                argument.conclusion = claim
                argument.steps.append(len(self._steps))
                self._inferences[title, number] = len(self._steps)
                fields = {"scheme": ", ".join(_texts(inference, "inferenceRules"))}
                linked = tuple(dict.fromkeys(premises))
                step = Step("support", linked, claim, None, fields, data)
                self._steps.append(step)
                since = []
            since.append(claim)
        argument.statements = listed

    def _read_relation(self, record: Record) -> None:
        kind = record["relationType"]
        if kind not in _KINDS:
            raise ValueError(f"has the type {kind!r}, which is none of {', '.join(_KINDS)}")
        target: Thing | int
        if record["toType"] == "inference":
            place = record["to"], record["conclusionIndex"]
            if place not in self._inferences:
                raise ValueError(f"bears on an inference of {place[0]!r} that is not there")
            target = self._inferences[place]
        else:
            target = self._known(self._of_type(record["toType"]), record["to"])
        source = self._known(self._of_type(record["fromType"]), record["from"])
        if kind == "contradictory" and isinstance(target, Thing):
            source, target = target, source  # as in a text, where it stands under its target
        self._steps.append(Step(_KINDS[kind], (source,), target, None))

    def _of_type(self, type: str) -> dict[str, Thing]:
        return self._arguments if type == "argument" else self._claims

    @staticmethod
    def _known(things: dict[str, Thing], title: str) -> Thing:
        if title not in things:
            raise ValueError(f"refers to {title!r}, which is not there")
        return things[title]


def _place(record: Any) -> tuple[float, float]:  # noqa: ANN401  # whatever the JSON holds
    """Where a thing is mentioned first; after all others if that is not told."""

    def places() -> Iterator[tuple[float, float]]:
        members = record.get("members") if isinstance(record, dict) else ()
        for each in [record, *(members if isinstance(members, list) else ())]:
            if isinstance(each, dict):
                line, column = each.get("startLine"), each.get("startColumn")
                if isinstance(line, int) and isinstance(column, int):
                    yield line, column

    return min(places(), default=(inf, inf))


def _used(data: Record, listed: list[Thing]) -> tuple[Record, list[Thing]]:
    """The statements that ``uses`` counts out, and the data without it if it does; else none."""
    key = next((key for key in ("uses", "from") if key in data), "")
    numbers = data.get(key)
    numbers = numbers if isinstance(numbers, list) else [numbers]
    used = [listed[n - 1] for n in numbers if isinstance(n, int) and 0 < n < len(listed)]
    if not used or len(used) < len(numbers):
        return data, used
    return {other: value for other, value in data.items() if other != key}, used


def _text(record: Record, field: str) -> str:
    value = record[field]
    if not isinstance(value, str):
        raise ValueError(f"has a {field!r} that is not text")
    return value


def _texts(record: Record, field: str) -> tuple[str, ...]:
    values = record.get(field) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"has {field!r} that are not an array of texts")
    return tuple(values)


def _data(record: Record) -> Mapping[str, object]:
    value = record.get("data") or {}
    if not isinstance(value, dict):
        raise ValueError("has data that are not an object")
    return value
