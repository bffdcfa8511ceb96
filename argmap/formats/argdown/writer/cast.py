"""All items of a text: how each record of a map is to be written, decided before any of them is."""

from collections.abc import Iterator

from argmap.formats.argdown.writer.items import Item, longest_run, numbered
from argmap.formats.argdown.writer.markup import Running, tags_in, write_text, written_tag
from argmap.formats.argdown.writer.structure import structures
from argmap.model.argument import Argument
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import Names, slug


class Cast:
    """The items of a map, by their ids, and what holds for the whole text.

    ``owners`` are the arguments that have each relation as a step of their structure,
    ``begun_by`` those whose structure begins with it, ``concluding`` those that it ends in a claim.
    """

    def __init__(self, map: ArgumentMap, *, strict: bool, keep_tags: bool) -> None:
        self.strict = strict
        self.keep_tags = keep_tags
        self._homes = numbered(map.sections.values())
        gists = _gists(map)
        self.claims = [
            self._item(claim, map.arguments.get(id) if id in gists else None, place)
            for place, (id, claim) in enumerate(map.claims.items())
        ]
        self._claims = {item.record.id: item for item in self.claims}
        self.arguments: list[Item] = []
        self.owners: dict[str, Item] = {}
        self.begun_by: dict[str, Item] = {}
        self.concluding: dict[str, Item] = {}
        found = structures(map, gists)
        for rank, (id, argument) in enumerate(map.arguments.items()):
            item = self._claims[id] if id in gists else self._item(argument, argument, -1)
            item.rank = rank
            self.arguments.append(item)
            if id in found:
                item.structure = found[id]
                self.owners |= dict.fromkeys(argument.relations, item)
                self.begun_by[argument.relations[0]] = item
                self.concluding.setdefault(item.structure.claims[-1], item)
        self.given_ids = set(_given_ids(map, self))

    def claim(self, id: str) -> Item:
        """The item of a claim."""
        return self._claims[id]

    def needs_name(self, item: Item, heading: int) -> bool:
        """Whether something has to be said of an argument under that heading."""
        said = item.structure is not None and not item.structure.exact
        return said or item in self.given_ids or item.home != heading

    def _item(self, record: Claim | Argument, argument: Argument | None, place: int) -> Item:
        item = Item(record, argument, place, self._homes.get(record.section, -1))
        behind = () if self.keep_tags else record.tags
        item.running = write_text(record.text, record.marks, behind, keep_tags=self.keep_tags)
        plain = record.title and item.running.raw and item.running.read.text == record.text
        if record.wordings and plain:
            item.wordings = self._wordings(record)
        if self.keep_tags and record.title and item.running.raw:
            there = {tag for each in (item.running, *item.wordings) for tag in each.read.tags}
            tags = (tag for tag in record.tags if tag not in there)
            item.later_tags = tuple(tag for tag in tags if written_tag(tag))
        return item

    def _unmarked(self, text: str, record: Claim | Argument) -> Running:
        """A text of which only the tags in it are known."""
        if not self.keep_tags:
            return write_text(text, keep_tags=False)
        return write_text(text, tags_in(text, record.tags))

    def _wordings(self, record: Claim | Argument) -> tuple[Running, ...]:
        """Further wordings as definitions, if all of them can be."""
        if len({record.text, *record.wordings}) <= len(record.wordings):
            return ()
        runnings = tuple(self._unmarked(wording, record) for wording in record.wordings)
        pairs = zip(runnings, record.wordings, strict=True)
        return runnings if all(r.raw and r.read.text == text for r, text in pairs) else ()


def _gists(map: ArgumentMap) -> set[str]:
    """The claims that are written as the arguments that they are the gists of.

    Claims and arguments cannot each keep their order if these are not in the same one.
    """
    places = {id: place for place, id in enumerate(map.claims)}
    gists = [id for id, argument in map.arguments.items() if argument.gist == id]
    return {gists[n] for n in longest_run([places[id] for id in gists], strict=True)}


def _given_ids(map: ArgumentMap, cast: Cast) -> Iterator[Item]:
    """The items that must be given their ids, because they would be called otherwise."""
    names = PredictedNames()
    for item in cast.claims:
        record = item.record
        wanted = slug(record.title) or slug(record.text) or "claim"
        if not names.give(wanted, record.id):
            yield item
    for id in map.relations:
        names.give(id, id)
    for item in cast.arguments:
        argument = item.argument
        if item.claim is not None or argument is None or argument.gist:
            continue
        wanted = slug(argument.title) or "argument"
        if item.structure is not None and not argument.title:
            wanted = f"argument-for-{item.structure.claims[-1]}"
        if not names.give(wanted, argument.id):
            yield item


class PredictedNames(Names):
    """Names as a reader gives them out."""

    def give(self, wanted: str, right: str) -> bool:
        """Take the right name; whether it is the one that is given if this one is wanted."""
        name, last = wanted, self._last.get(wanted, 0)
        while name in self._last:
            last += 1
            name = f"{wanted}-{last}"
        return self.take(wanted if name == right else right) == right and name == right
