"""Reading Carneades' YAML."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from argmap.formats._format import Reading, Source
from argmap.formats._yaml_text import NotYamlError, Yaml, loaded
from argmap.formats.carneades.problems import PROBLEMS, Problems
from argmap.formats.carneades.riding import KEY, LABELS, OWN, SPOKEN_FOR, Data, contraries, spelt
from argmap.formats.carneades.steps import Step, add_step
from argmap.model.claim import NO_DATA, Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.span import Span

_SCHEMATIC = ("language", "argument_schemes")
"""Sections with which a file can have statements that it does not list."""


def read(source: Source) -> Reading:
    """The map of a file; all that is wrong with it is reported."""
    try:
        yaml = loaded(source)
    except NotYamlError as error:
        return _nothing(source, str(error), error.span)
    if yaml.value is not None and not isinstance(yaml.value, dict):
        return _nothing(source, "this is not a mapping of sections", Span(source.name, 1, 1, 1, 1))
    return _Reader(source, yaml).read()


def _nothing(source: Source, why: str, span: Span) -> Reading:
    severity, message, hint = PROBLEMS["CA01"]
    diagnostic = Diagnostic("CA01", severity, message.format(why=why), span, hint)
    return Reading(ArgumentMap((), name=source.name), [diagnostic])


class _Statement(NamedTuple):
    """A claim in the making; its data can grow until all of the file is in."""

    text: str
    title: str
    span: Span | None
    data: Data


class _Reader:
    def __init__(self, source: Source, yaml: Yaml) -> None:
        from argmap.formats import names

        self._yaml = yaml
        self._document: Data = yaml.value or {}
        self._problems = Problems(yaml)
        self._draft = Draft(source.name)
        self._statements: dict[str, _Statement] = {}
        self._reserved = SPOKEN_FOR | frozenset(names())
        self._schematic = any(self._document.get(key) for key in _SCHEMATIC)
        self._made = 0
        self._sections: Data = {}
        self._order: Data = {}

    def read(self) -> Reading:
        """Section by section; what only schemes make is counted."""
        for key, span in self._yaml.repeated:
            severity, message, hint = PROBLEMS["CA04"]
            repeated = Diagnostic("CA04", severity, message.format(key=key), span, hint)
            self._problems.found.append(repeated)
        for key, value in self._document.items():
            if key == OWN:
                self._report_shape(self._document, key, f"the section {key!r}", "means nothing")
            elif key not in {"meta", "statements", "arguments", "assumptions", "tests"}:
                self._sections[key] = dict(value) if isinstance(value, dict) else value
        self._read_statements()
        self._read_assumptions()
        steps = list(self._read_arguments())
        self._read_tests()
        for id in self._statements:
            self._draft.reserve(id)
        for id, (text, title, place, data) in self._statements.items():
            self._draft.claim(Claim(id, title, text, span=place, data=data))
        for step in steps:
            span = self._yaml.span(self._document["arguments"], step.key)
            add_step(self._draft, step, span)
        self._read_issues()
        if self._made:
            self._problems.at(self._document, None, "CA07", count=self._made)
        rest: Data = {}
        data = self._meta(self._document, rest)
        own = {OWN: self._order} if self._order else {}
        self._draft.data = {**data, KEY: {**rest, **self._sections, **own}}
        map, diagnostics = self._draft.build()
        return Reading(map, self._problems.found + diagnostics)

    def _section(self, key: str) -> Data:
        """A section that is a mapping; any other, and an empty one, is kept as it is."""
        value = self._document.get(key)
        if isinstance(value, dict) and value:
            return value
        if key in self._document:
            self._sections[key] = value
            if value is not None and value != {}:
                self._report_shape(self._document, key, f"the section {key!r}", "is no mapping")
        return {}

    def _named(self, key: str) -> Iterator[tuple[str, Any]]:
        """The items of a section by their names; one without a name is reported."""
        section = self._section(key)
        for name, value in section.items():
            if name:
                yield name, value
            else:
                self._report_shape(section, name, f"an item of {key!r}", "has no name")

    def _report_shape(self, container: object, key: str | int, where: str, why: str) -> None:
        self._problems.at(container, key, "CA02", where=where, why=why)

    def _meta(self, record: Data, rest: Data) -> Data:
        """What ``meta`` says, for the data of a record; the rest gets what cannot go there."""
        meta = record.get("meta", NO_DATA)
        if meta is NO_DATA:
            return {}
        if not isinstance(meta, dict) or not meta:
            rest["meta"] = meta
            return {}
        kept = {key: value for key, value in meta.items() if key in self._reserved}
        if kept:
            rest["meta"] = kept
        return {key: value for key, value in meta.items() if key not in kept}

    def _read_statements(self) -> None:
        section = self._document.get("statements", {})
        for id, value in self._named("statements"):
            where = f"the statement {id!r}"
            data: Data = {}
            text, title = value, ""
            if isinstance(value, dict):
                rest = _without(value, "text", "meta")
                data = self._meta(value, rest)
                text, title = value.get("text"), self._take_title(data, rest)
                if "text" in value and (not isinstance(text, str) or not text):
                    rest["text"] = text
                    text = self._spelt(value, "text", where)
                if isinstance(value.get("assumed"), bool):
                    data["assumed"] = value["assumed"]
                elif value.get("assumed") is not None:
                    why = "has an 'assumed' that is neither true nor false"
                    self._report_shape(value, "assumed", where, why)
                data[KEY] = {"statement": rest}
            elif not isinstance(value, str):
                text = self._spelt(section, id, where)
                data[KEY] = {"statement": value}
            span = self._yaml.span(section, id)
            self._statements[id] = _Statement(text or "", title, span, data)

    @staticmethod
    def _take_title(data: Data, rest: Data) -> str:
        """The title among what ``meta`` says, if it is one that a claim can have."""
        title = data.get("title")
        if isinstance(title, str) and title:
            return str(data.pop("title"))
        if "title" in data:
            rest["meta"] = {**rest.get("meta", {}), "title": data.pop("title")}
        return ""

    def _spelt(self, container: Any, key: str | int, where: str) -> str:  # noqa: ANN401
        """The word under a key; none if what stands there is no word."""
        if isinstance(container[key], dict | list):
            self._report_shape(container, key, where, "is no text")
            return ""
        return "" if container[key] is None else self._yaml.spelt(container, key)

    def _is_known(self, id: str) -> bool:
        """Whether there is such a statement; a file with schemes may name any."""
        if id in self._statements:
            return True
        if self._schematic and id:
            self._made += 1
            self._declare(id)
            return True
        return False

    def _declare(self, id: str) -> None:
        self._statements[id] = _Statement("", "", None, {KEY: {"undeclared": True}})

    def _read_assumptions(self) -> None:
        said: Any = self._document.get("assumptions")
        if "assumptions" in self._document and not isinstance(said, list):
            self._sections["assumptions"] = said
            if said is not None:
                self._report_shape(self._document, "assumptions", "'assumptions'", "is no list")
        order: list[object] = []
        for number, id in self._words(said, "an assumption"):
            order.append(_as_spelt(said[number], id))
            if not self._is_known(id):
                self._report_unknown(said, number, "'assumptions'", id)
                self._declare(id)
            statement = self._statements[id]
            if statement.data.get("assumed") is False:
                self._problems.at(said, number, "CA10", id, id=id)
            statement.data["assumed"] = True
        if isinstance(said, list):
            mine = [id for id, each in self._statements.items() if _is_listed(each.data)]
            if not said:
                self._sections["assumptions"] = said
            elif mine != order:
                self._order["assumptions"] = order

    def _words(self, items: object, what: str) -> Iterator[tuple[int, str]]:
        """The words of a list, with their places; what is no word is reported."""
        for number, item in enumerate(items if isinstance(items, list) else ()):
            word = self._spelt(items, number, what)
            if word:
                yield number, word
            elif not isinstance(item, dict | list):
                self._report_shape(items, number, what, "has no name")

    def _report_unknown(self, container: object, key: str | int, where: str, id: str) -> None:
        self._problems.at(container, key, "CA05", where=where, gone=repr(id))

    def _read_tests(self) -> None:
        tests = self._section("tests")
        order: Data = dict(tests)
        unresolved: Data = {}
        for label, items in tests.items():
            if label not in LABELS or not isinstance(items, list):
                if label not in LABELS or items is not None:
                    self._report_shape(tests, label, f"the test {label!r}", "is none")
                continue
            order[label] = []
            for number, id in self._words(items, "a test"):
                order[label].append(_as_spelt(items[number], id))
                if id not in self._statements:
                    self._made += self._schematic
                    if not self._schematic:
                        self._report_unknown(items, number, f"the test {label!r}", id)
                    unresolved.setdefault(label, []).append(id)
                    continue
                data = self._statements[id].data
                if data.setdefault("expect", label) != label:
                    words = {"id": id, "label": data["expect"], "other": label}
                    self._problems.at(items, number, "CA06", id, **words)
                    unresolved.setdefault(label, []).append(id)
        mine: dict[str, list[str]] = {}
        for id, statement in self._statements.items():
            if "expect" in statement.data:
                mine.setdefault(statement.data["expect"], []).append(id)
        if mine != order:
            self._order["tests"] = order
        if unresolved:
            self._order["unresolved"] = unresolved

    def _read_arguments(self) -> Iterator[Step]:
        section = self._document.get("arguments", {})
        for key, value in self._named("arguments"):
            where = f"the argument {key!r}"
            if not isinstance(value, dict):
                self._report_shape(section, key, where, "is no mapping")
                continue
            step = self._step(section, key, where)
            if step is None:
                continue
            gone = [id for id in (step.conclusion, *step.premises) if not self._is_known(id)]
            if gone:
                names = ", ".join(map(repr, dict.fromkeys(gone)))
                self._problems.at(section, key, "CA03", where=where, gone=names)
                continue
            if step.undercutter and not self._is_known(step.undercutter):
                where = f"the undercutter of {key!r}"
                gone_id = repr(step.undercutter)
                self._problems.at(value, "undercutter", "CA03", where=where, gone=gone_id)
                step = step._replace(undercutter="")
            yield step

    def _step(self, section: Data, key: str, where: str) -> Step | None:
        """An argument, if it has a conclusion."""
        value = section[key]
        rest = _without(value, "conclusion", "scheme", "undercutter", "weight", "premises", "meta")
        data = self._meta(value, rest)
        for field in ("conclusion", "scheme", "undercutter"):
            if field in value and (not isinstance(value[field], str) or not value[field]):
                rest[field] = value[field]
        if "conclusion" not in value or not self._spelt(value, "conclusion", where):
            self._report_shape(section, key, where, "has no conclusion")
            return None
        words = {
            field: self._spelt(value, field, where) if field in value else ""
            for field in ("conclusion", "scheme", "undercutter")
        }
        weight = value.get("weight")
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight <= 1:
            weight = None
            if "weight" in value:
                rest["weight"] = value["weight"]
        premises = self._premises(value, where, data, rest)
        fields = words["conclusion"], words["scheme"], weight, words["undercutter"]
        return Step(key, premises, *fields, data, rest)

    def _premises(self, value: Data, where: str, data: Data, rest: Data) -> list[str]:
        given = value.get("premises")
        if given is None or given in ({}, [], ""):
            if "premises" in value:
                rest["premises"] = given
            return []
        if isinstance(given, dict):
            roles = {role: self._spelt(given, role, where) for role in given}
            data["roles"] = roles
            if roles != given:
                rest["premises"] = {role: _as_spelt(given[role], roles[role]) for role in given}
            return list(roles.values())
        if isinstance(given, list):
            words = [self._spelt(given, number, where) for number in range(len(given))]
            if words != given:
                rest["premises"] = list(map(_as_spelt, given, words))
            return words
        self._problems.at(value, "premises", "CA08", where=where)
        return [self._yaml.spelt(value, "premises")]

    def _read_issues(self) -> None:
        issues = self._document.get("issues", {})
        undeclared: dict[str, None] = {}
        for key, value in self._named("issues"):
            given = value.get("positions") if isinstance(value, dict) else None
            if not isinstance(given, list):
                self._report_shape(issues, key, f"the issue {key!r}", "has no list of positions")
                continue
            positions, spelt_so = [], []
            for number, id in self._words(given, f"the issue {key!r}"):
                positions.append(id)
                spelt_so.append(_as_spelt(given[number], id))
                if id not in self._statements:
                    self._report_unknown(given, number, f"the issue {key!r}", id)
                    undeclared[id] = None
            pairs = contraries(positions, self._statements.__contains__)
            self._sections["issues"][key] = value | {"positions": spelt_so}
            count = len(set(positions) & self._statements.keys())
            if count > 1 and not pairs:
                self._problems.at(issues, key, "CA09", id=key, count=count)
            for number, (one, other) in enumerate(pairs, 1):
                wanted = key if len(pairs) == 1 else f"{key}.{number}"
                self._draft.relation(
                    Relation(
                        self._draft.reserve(wanted),
                        "contrary",
                        (one,),
                        other,
                        span=self._yaml.span(issues, key),
                        data={KEY: {"issue": key}},
                    )
                )
        if undeclared:
            self._order["undeclared"] = list(undeclared)


def _without(record: Mapping[str, Any], *keys: str) -> Data:
    return {key: value for key, value in record.items() if key not in keys}


def _is_listed(data: Data) -> bool:
    """Whether a claim is assumed, and not because its own statement says so."""
    rest = data.get(KEY, {}).get("statement")
    return data.get("assumed") is True and not (isinstance(rest, dict) and "assumed" in rest)


def _as_spelt(value: object, word: str) -> object:
    """A value, or the word itself where writing the value would spell it otherwise."""
    return value if spelt(value) == word else word
