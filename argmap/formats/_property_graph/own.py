"""What a graph says of the whole map: its name, title and data, arguments and sections."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from argmap.formats._property_graph import Attributes, Node
from argmap.formats.json.making import MALFORMED, argument_of, section_of
from argmap.formats.json.records import argument_record, section_record
from argmap.model.argument import Argument
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.section import Section

_Make = Callable[[Mapping[str, Any]], Any]


class Own:
    """The attributes of a graph, read; ``riding`` is what no field is for."""

    def __init__(
        self, item: Attributes, draft: Draft, format: str, report: Callable[..., None]
    ) -> None:
        self.riding: Attributes = {}
        self._rest = dict(item)
        self._draft = draft
        self._report = report
        self._name(format)
        self._arguments = self._records("arguments", argument_of, argument_record)
        self._sections = self._records("sections", section_of, section_record)
        self._step_of = {s: each.id for each in self._arguments or () for s in each.relations}
        if self._rest:
            self.riding["rest"] = self._rest

    def _name(self, format: str) -> None:
        data = self._rest.get("data")
        own = data if isinstance(data, dict) and data and format not in data else {}
        if own:
            del self._rest["data"]
        self._draft.data = dict(own)
        name = self._rest.get("name")
        if isinstance(name, str) and name:
            self._draft.name = name
            del self._rest["name"]
        else:
            self.riding["unnamed"] = self._draft.name
        title = self._rest.get("title")
        if isinstance(title, str) and title:
            usual = ArgumentMap((), name=self._draft.name, data=own).title
            if title != usual and not own.get("title"):
                self._draft.data = {**own, "title": title}
                usual = title
                self.riding["titled"] = title
            if title == usual:
                del self._rest["title"]
        else:
            self.riding["untitled"] = True

    def _records(self, name: str, make: _Make, record: Callable[[Any], Any]) -> list[Any] | None:
        """The records in an attribute, if all of it are such; else it is kept as it is."""
        found = self._rest.get(name)
        if not isinstance(found, list) or not found:
            return None
        made = []
        for number, each in enumerate(found):
            try:
                one = make(each)
                fits = each.keys() <= record(one).keys()
            except MALFORMED:
                fits = False
            if not fits:
                self._report("record", None, what=f"{name}[{number}]")
                return None
            made.append(one)
        del self._rest[name]
        return made

    def sections(self, used: Iterable[object]) -> None:
        """Add the sections, and those that are only named by claims."""
        ids = {self._draft.section(each).id for each in self._sections or ()}
        implied = dict.fromkeys(each for each in used if isinstance(each, str) and each)
        missing = [each for each in implied if each not in ids]
        for each in missing:
            self._draft.section(Section(each, each))
        if missing:
            self.riding["sections"] = missing

    def argument_of(self, step: str, item: Attributes) -> str | None:
        """The id of the argument that a step is of."""
        if self._arguments is not None:
            return self._step_of.get(step)
        named = item.get("argument")
        return named if isinstance(named, str) and named else None

    def arguments(self, steps: Mapping[str, Node]) -> None:
        """Add the arguments, or if there are none those that are only named by steps."""
        for each in self._arguments or ():
            self._draft.argument(each)
        if self._arguments is not None:
            return
        implied: dict[str, list[str]] = {}
        for id, node in steps.items():
            if node.attributes.get("type") == "relation":
                named = self.argument_of(id, node.attributes)
                if named:
                    implied.setdefault(named, []).append(id)
        made = [self._draft.argument(Argument(n, relations=tuple(s))) for n, s in implied.items()]
        if made:
            self.riding["arguments"] = [each.id for each in made]


def own_attributes(map: ArgumentMap, riding: Attributes, format: str) -> Attributes:
    """The attributes of the graph of a map."""
    rest = riding.get("rest")
    item: Attributes = dict(rest) if isinstance(rest, dict) else {}
    if riding.get("unnamed") != map.name:
        item["name"] = map.name
    if not riding.get("untitled"):
        item.setdefault("title", map.title)
    data = {k: v for k, v in map.data.items() if k != format or not isinstance(v, dict)}
    if "titled" in riding and data.get("title") == riding["titled"]:
        del data["title"]
    if data:
        item["data"] = data
    for name, records in (
        ("arguments", _arguments(map, riding)),
        ("sections", _sections(map, riding)),
    ):
        if records:
            item[name] = records
    return item


def _arguments(map: ArgumentMap, riding: Attributes) -> list[Any]:
    implied = riding.get("arguments")
    known = set(implied) if isinstance(implied, list) else set()
    if map.arguments.keys() <= known and all(
        each == Argument(each.id, relations=each.relations) for each in map.arguments.values()
    ):
        return []
    return [argument_record(each) for each in map.arguments.values()]


def _sections(map: ArgumentMap, riding: Attributes) -> list[Any]:
    implied = riding.get("sections")
    known = set(implied) if isinstance(implied, list) else set()
    return [
        section_record(each)
        for each in map.sections.values()
        if each.id not in known or each != Section(each.id, each.id)
    ]
