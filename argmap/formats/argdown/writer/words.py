"""The lines of a text in words: titles, running text, tags and metadata."""

import re
from collections.abc import Iterable, Iterator, Mapping

from argmap.formats.argdown.inline import read_inline, title_of
from argmap.formats.argdown.known import take_known
from argmap.formats.argdown.writer.cast import Cast
from argmap.formats.argdown.writer.flow import Flow
from argmap.formats.argdown.writer.items import Item
from argmap.formats.argdown.writer.lines import Gap, Line, Mention, Step, Titled
from argmap.formats.argdown.writer.markup import as_element, write_text, written_tag
from argmap.model.anchor import Anchor
from argmap.model.argument import Argument
from argmap.model.claim import Claim, Mark
from argmap.model.map import ArgumentMap
from argmap.model.section import Section

_TITLE = re.compile(
    r"(?![-+_])(?:(?!//|/\*)"
    r"[^\[\]<>{}\\\s\x00-\x1f\x7f-\x9f\ufeff\ud800-\udfff]|(?<=\S) (?![ /]))+(?<! )"
)
_RULES = re.compile(r"\w(?:[\w'. ()]|,(?= \w)|-(?=\w))*(?<! )")
_WIDEST = 100
_MOST_HASHES = 12
_MEANT = frozenset({"relation", "uses", "from", "claim", "argument"})
"""Keys that mean something in some places, so that as free data they are safe in none."""


class Words:
    """Puts lines in words; ``flow.lost`` counts what could not be said."""

    def __init__(self, map: ArgumentMap, cast: Cast) -> None:
        self.flow = Flow()
        self._map = map
        self._cast = cast
        self._shown: dict[bool, set[str]] = {True: set(), False: set()}
        self._levels: list[Section] = []
        self._drawn: dict[str, dict[str, None]] = {}
        for relation in map.relations.values():
            for premise in relation.premises:
                self._drawn.setdefault(premise, {})[relation.id] = None
        self._section_ids = _section_ids(map)
        self._name_all()

    def written(self, lines: Iterable[Line]) -> Iterator[str]:
        """The text of the lines, each with its line end."""
        for line in lines:
            if isinstance(line, Gap):
                yield "\n"
            elif isinstance(line, Titled):
                yield f"{self._heading(line.section)}\n"
            elif isinstance(line, Step):
                yield f"{self._inference(line)}\n"
            else:
                yield f"{self._mention(line)}\n"

    # ── titles ────────────────────────────────────────────────────────────────────────────

    def _name_all(self) -> None:
        """Give each item the title that it is written with; none if it needs none."""
        items = [*self._cast.claims, *(a for a in self._cast.arguments if a.claim is None)]
        without: list[Item] = []
        for item in items:
            shown = self._shown[item.angled]
            title = item.record.title
            if _TITLE.fullmatch(title) and title not in shown:
                item.shown = title
                shown.add(title)
            else:
                without.append(item)
        for item in without:
            if (
                item.mentions == 1
                and not item.angled
                and item.running.raw
                and not item.record.title
            ):
                continue
            item.shown = self._made_up(item)
            self._shown[item.angled].add(item.shown)

    def _made_up(self, item: Item) -> str:
        wanted = item.record.id if _TITLE.fullmatch(item.record.id) else "untitled"
        shown = self._shown[item.angled]
        name, number = wanted, 1
        while name in shown:
            number += 1
            name = f"{wanted} {number}"
        return name

    # ── lines ─────────────────────────────────────────────────────────────────────────────

    def _heading(self, section: Section) -> str:
        level = min(section.level, _MOST_HASHES)
        while self._levels and self._levels[-1].level >= level:
            self._levels.pop()
        parent = self._levels[-1].id if self._levels else None
        self._levels.append(section)
        written = [tag for tag in map(written_tag, section.tags) if tag]
        words = " ".join([write_text(section.title, section.marks).raw, *written])
        read = read_inline(words, keep_tags=self._cast.keep_tags)
        title, marks = title_of(read.text, read.marks)
        told: dict[str, object] = {}
        if section.id in self._section_ids:
            told["id"] = section.id
        if title != section.title or not section.title:
            told["title"] = section.title
        if marks != section.marks:
            told["marks"] = _marks(section.marks)
        if level != section.level:
            told["level"] = section.level
        if parent != section.parent:
            told["parent"] = section.parent
        if read.tags != section.tags:
            told["tags"] = list(section.tags)
        data = dict(section.data)
        if "section" in data or "relation" in data:
            told["data"], data = data, {}
        if told:
            data["section"] = told
        return self._with_data("#" * level, words or "\\-", data, 0, section.id)

    def _inference(self, line: Step) -> str:
        about = dict(line.about)
        scheme = line.relation.scheme
        if about.get("scheme") == scheme and _RULES.fullmatch(scheme):
            del about["scheme"]
        else:
            scheme = ""
        if not about and not scheme:
            return "----"
        words = [scheme] if scheme else []
        words += [self.flow.mapping(about, line.relation.id)] if about else []
        return f"-- {' '.join(words)} --"

    def _mention(self, line: Mention) -> str:
        item = line.item
        data: dict[str, object] = {}
        words = self._named(item)
        if line.form == "tags":
            words = " ".join([words, *map(written_tag, item.later_tags)])
        elif line.form == "wording":
            words = f"{words}: {line.wording}"
        elif line.form == "whole":
            data = self._known(item)
            if item.running.raw:
                raw = item.running.raw
                words = f"{words}: {raw}" if item.shown else as_element(raw)
            else:
                words = " ".join([words, *self._tags_behind(item)])
        return self._with_data(line.sign, words, {**data, **line.about}, line.depth, item.record.id)

    def _named(self, item: Item) -> str:
        if not item.shown:
            return ""
        return f"<{item.shown}>" if item.angled else f"[{item.shown}]"

    def _tags_behind(self, item: Item) -> list[str]:
        """The tags behind a title without a text."""
        written = list(map(written_tag, item.record.tags))
        return written if all(written) else []

    def _with_data(
        self, sign: str, words: str, data: Mapping[str, object], depth: int, id: str
    ) -> str:
        """A line with its metadata, which stands in a line of its own if both are long."""
        start = f"{'  ' * depth}{sign} " if sign else ""
        line = f"{start}{words}".rstrip(" ") if not data else f"{start}{words}"
        if not data:
            return line
        metadata = self.flow.mapping(data, id)
        if len(line) + len(metadata) < _WIDEST or sign.startswith("#"):
            return f"{line} {metadata}"
        return f"{line}\n{'  ' * depth}{'  ' if depth else ''}{metadata}"

    # ── metadata ──────────────────────────────────────────────────────────────────────────

    def _known(self, item: Item) -> dict[str, object]:
        """All that has to be said of an item."""
        known: dict[str, object] = {}
        record = item.record
        if item in self._cast.given_ids:
            known["id"] = record.id
        if isinstance(record, Claim):
            if record.weight is not None:
                known["weight"] = record.weight
            if record.source is not None:
                known["source"] = _anchor(record.source)
        told = self._told(item)
        data = {**known, **record.data}
        if record.data and not self._is_read(item, data, known):
            told["data"] = record.data
            data = known
        if told:
            data["claim" if item.claim is not None else "argument"] = told
        if item.claim is not None and item.argument is not None:
            told = self._told_of_argument(item.claim, item.argument)
            if told:
                data["argument"] = told
        return data

    def _is_read(self, item: Item, data: Mapping[str, object], known: Mapping[str, object]) -> bool:
        """Whether metadata is read as it is meant: this data, beside what is known."""
        record = item.record
        if not _MEANT.isdisjoint(record.data):
            return False
        if not isinstance(record, Claim):
            return "id" not in record.data
        read = take_known(data)
        fields = (known.get("id", ""), record.weight, record.source, record.data, ())
        return (read.id, read.weight, read.source, read.data, read.problems) == fields

    def _told(self, item: Item) -> dict[str, object]:
        """The fields of an item that what is written does not say."""
        record, read = item.record, item.running.read
        told: dict[str, object] = {}
        if item.shown != record.title:
            told["title"] = record.title
        if read.text != record.text and (item.running.raw or record.text):
            told["text"] = record.text
        if read.marks != record.marks:
            told["marks"] = _marks(record.marks)
        worded = [tag for wording in item.wordings for tag in wording.read.tags]
        tags = (*worded, *read.tags, *item.later_tags)
        if not item.running.raw:
            tags = record.tags if all(map(written_tag, record.tags)) else ()
        if tuple(dict.fromkeys(tags)) != record.tags:
            told["tags"] = list(record.tags)
        if record.wordings and not item.wordings:
            told["wordings"] = list(record.wordings)
        if item.under != item.home:
            told["section"] = record.section
        if item.claim is None and isinstance(record, Argument):
            if item.structure is None:
                told["gist"] = record.gist
                told["relations"] = list(record.relations)
                if record.statements:
                    told["statements"] = list(record.statements)
            elif not item.structure.exact:
                told["statements"] = list(record.statements)
        return told

    def _told_of_argument(self, gist: Claim, argument: Argument) -> dict[str, object]:
        """The fields in which an argument differs from its gist, or from what is written."""
        told: dict[str, object] = {}
        for field in ("title", "text", "tags", "wordings", "section"):
            value = getattr(argument, field)
            if value != getattr(gist, field):
                told[field] = list(value) if isinstance(value, tuple) else value
        if argument.marks != gist.marks:
            told["marks"] = _marks(argument.marks)
        if argument.relations != tuple(self._drawn.get(gist.id, ())):
            told["relations"] = list(argument.relations)
        if argument.statements:
            told["statements"] = list(argument.statements)
        if argument.data:
            told["data"] = argument.data
        return told


def _section_ids(map: ArgumentMap) -> set[str]:
    """The sections that must be given their ids."""
    from argmap.formats.argdown.writer.cast import PredictedNames
    from argmap.model.names import slug

    names = PredictedNames()
    return {
        section.id
        for section in map.sections.values()
        if not names.give(slug(section.title) or "section", section.id)
    }


def _anchor(anchor: Anchor) -> dict[str, object]:
    """An anchor as metadata."""
    written: dict[str, object] = {}
    if anchor.place:
        written["place"] = anchor.place
    if anchor.start is not None or anchor.end is not None:
        written["span"] = [anchor.start, anchor.end]
    for field in ("hash", "quote", "prefix", "suffix"):
        if value := getattr(anchor, field):
            written[field] = value
    return written or {"place": ""}


def _marks(marks: Iterable[Mark]) -> list[dict[str, object]]:
    return [
        {"kind": kind, "start": start, "end": end, **({"target": target} if target else {})}
        for kind, start, end, target in marks
    ]
