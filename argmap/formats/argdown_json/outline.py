"""Sections as Argdown's JSON has them: a tree of headings, or the groups of ``group.regroup``."""

from collections.abc import Mapping
from typing import Any

from argmap.formats.argdown.syntax import Heading
from argmap.formats.argdown_json.places import Place
from argmap.formats.argdown_json.text import text_record

Record = dict[str, Any]
_SWITCHES = {"isGroup": "ignoreIsGroup", "isClosed": "ignoreIsClosed"}


def group_settings(front: Mapping[str, object]) -> Mapping[str, Any]:
    """The ``group`` of the front matter."""
    settings = front.get("group")
    return settings if isinstance(settings, Mapping) else {}


class Outline:
    """The sections of a document, as its headings come in."""

    def __init__(self, front: Mapping[str, object]) -> None:
        self._settings = group_settings(front)
        self._open: list[Record] = []
        self._count = 0
        self.sections: list[Record] = []

    @property
    def current(self) -> str | None:
        """The id of the section that is being written."""
        return self._open[-1]["id"] if self._open else None

    def add(self, heading: Heading, start: Place) -> None:
        """Begin a section, and end those that it does not belong to."""
        while self._open and self._open[-1]["level"] >= heading.level:
            # Argdown's tools know no offset of the end, and say so.
            self._open.pop().update(endOffset=None, endLine=start[0] - 1, endColumn=0)
        self._count += 1
        said = text_record(heading.content)
        section: Record = {
            "type": "section",
            "id": f"s{self._count}",
            "level": heading.level,
            "title": said["text"].strip(),
            "children": [],
            "ranges": said.get("ranges", []),
            "startLine": start[0],
            "startColumn": start[1],
        }
        if heading.content.tags:
            section["tags"] = list(dict.fromkeys(heading.content.tags))
        if heading.content.data:
            section["data"] = dict(heading.content.data)
        self._switch(section)
        if self._open:
            section["parent"] = self._open[-1]["id"]
            self._open[-1]["children"].append(section)
        else:
            self.sections.append(section)
        self._open.append(section)

    def finish(self, end: Place) -> None:
        """End the sections that are still open, where the document ends."""
        for section in self._open:
            section.update(endLine=end[0], endColumn=end[1])

    def _switch(self, section: Record) -> None:
        """Say whether the section is drawn as a group, and a closed one, if the author does."""
        for switch, ignored in _SWITCHES.items():
            if switch in section.get("data", {}) and not self._settings.get(ignored):
                section[switch] = section["data"][switch]
        named = self._settings.get("sections")
        if isinstance(named, Mapping):
            chosen = named.get(section["title"])
            if isinstance(chosen, Mapping):
                for switch in _SWITCHES:
                    section.pop(switch, None)
                    if switch in chosen:
                        section[switch] = chosen[switch]
            else:
                section.setdefault("isGroup", False)


def regroup(
    groups: list[Any], statements: Mapping[str, Record], arguments: Mapping[str, Record]
) -> list[Record]:
    """The sections of ``group.regroup``, into which claims and arguments are put anew."""
    for record in (*statements.values(), *arguments.values()):
        record["section"] = None
    made: list[Record] = []
    waiting: list[tuple[Any, int, int, Record | None]]
    waiting = []
    waiting += ((group, 1, place, None) for place, group in list(enumerate(groups))[::-1])
    while waiting:
        group, level, number, parent = waiting.pop()
        if not isinstance(group, Mapping):
            continue
        section: Record = {"type": "section", "id": f"s{number}", "level": level, "children": []}
        section |= {key: group[key] for key in ("title", "tags", "isClosed") if key in group}
        if parent is None:
            made.append(section)
        else:
            section["parent"] = parent["id"]
            parent["children"].append(section)
        for key, known in (("statements", statements), ("arguments", arguments)):
            for title in group.get(key) or ():
                if title in known:
                    known[title]["section"] = section["id"]
        below = list(enumerate(group.get("children") or ()))
        waiting += [(each, level + 1, number + 1 + place, section) for place, each in below[::-1]]
    return made
