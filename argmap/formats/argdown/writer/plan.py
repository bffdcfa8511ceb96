"""In which order a map is written: the walk over its relations, which keeps every order it has.

Claims are first mentioned in the order of the map, relations stand in it, and so do headings and
arguments. A relation is written under the claim that it bears on if that is in the tree being
written, else under its premise if that is, else in a new block. A claim that belongs under another
heading is only named until that one is written.
"""

from collections.abc import Iterable, Mapping

from argmap.formats.argdown.writer.about import Relating
from argmap.formats.argdown.writer.cast import Cast
from argmap.formats.argdown.writer.items import Item, headings
from argmap.formats.argdown.writer.lines import Gap, Line, Mention, Step, Titled
from argmap.formats.argdown.writer.structure import Drawn, Structure, single
from argmap.formats.argdown.writer.trail import Trail
from argmap.model.claim import NO_DATA
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation

_LINKED = frozenset({"support", "entailment"})


class Planner:
    """Puts a map in lines; linear in the map."""

    def __init__(self, map: ArgumentMap, cast: Cast, relating: Relating) -> None:
        self.lines: list[Line] = []
        self._map = map
        self._cast = cast
        self._relating = relating
        self._sections = list(map.sections.values())
        self._headings = headings([item.home for item in cast.claims])
        self._heading = -1
        self._pending: dict[int, list[Item]] = {}
        self._later: list[Item] = []  # what has more to be said of it when its block is done
        self._next_claim = 0
        self._next_argument = 0
        self._trail = Trail()
        self._before: Item | None = None  # the root of the tree before, which structures attach to

    def plan(self) -> list[Line]:
        """All lines."""
        bundled = {
            step
            for item in self._cast.arguments
            if item.structure is not None and item.argument is not None
            for step in item.argument.relations[1:]
        }
        woven: set[str] = set()
        for relation in self._map.relations.values():
            if relation.id in bundled or relation.id in woven:
                continue
            item = self._cast.begun_by.get(relation.id)
            if item is not None and item.structure is not None:
                self._add_argument(item, item.structure)
                woven.update(
                    under.relation.id
                    for line in item.structure.lines
                    if not isinstance(line, Drawn)
                    for under in line.under
                )
            elif not self._add_linked(relation):
                self._add_relation(relation)
        self._mention_claims(len(self._cast.claims))
        self._mention_arguments(len(self._cast.arguments))
        self._go_to(len(self._sections) - 1)
        self._define_pending()
        self._end_block()
        return self.lines

    # ── relations ─────────────────────────────────────────────────────────────────────────

    def _add_relation(self, relation: Relation) -> None:
        premise, target = self._ends(relation)
        reversible = relation.kind != "contradiction"
        place = self._trail.find(premise, target, reversible=reversible)
        if place is not None:
            depth, incoming = place
            parent, item = (premise, target) if incoming else (target, premise)
            if self._fits([item]):
                self._hang(depth, relation, parent, item, incoming=incoming)
                return
        self._move_on(target)
        self._make_room(sorted({premise, target}, key=lambda item: item.place))
        incoming = not self._mentioned(premise) and not self._mentioned(target)
        incoming = incoming and premise.place < target.place
        if incoming and not reversible:
            self._mention_claims(target.place)
            incoming = False
        parent, item = (premise, target) if incoming else (target, premise)
        self._begin(parent)
        self._hang(1, relation, parent, item, incoming=incoming)

    def _ends(self, relation: Relation) -> tuple[Item, Item]:
        """What a relation is written between."""
        premise = self._relating.premise(relation)
        if not self._mentioned(premise):
            premise = self._cast.claim(relation.premises[0])
        target, root = self._relating.parent(relation), self._trail.root
        on_step = relation.target_type == "relation" and relation.target == self._trail.step
        if on_step and relation.kind == "undercut" and isinstance(root, Item):
            target = root
        return premise, target

    def _hang(
        self, depth: int, relation: Relation, parent: Item, item: Item, *, incoming: bool
    ) -> None:
        step = self._trail.step if depth == 1 and not incoming else ""
        sign, about = self._relating.told(relation, parent, item, step, incoming=incoming)
        self._mention(depth, sign, item, about)
        self._trail.grow(depth, item)

    def _add_linked(self, relation: Relation) -> bool:
        """Write linked premises as a structure, if they can be one."""
        if len(relation.premises) < 2 or relation.kind not in _LINKED:  # noqa: PLR2004
            return False
        if relation.target_type != "claim" or len(set(relation.premises)) < len(relation.premises):
            return False
        ends = [self._cast.claim(id) for id in (*relation.premises, relation.target)]
        if any(item.angled for item in ends):
            return False
        self._make_room(ends)
        self._end_block()
        if self._before is not None and self._before.angled:
            return False
        self._add_structure(single(relation), loose=True)
        return True

    def _add_argument(self, item: Item, structure: Structure) -> None:
        self._move_on(item)
        self._make_room([item, *(self._cast.claim(claim) for claim in structure.mentioned)])
        self._end_block()
        named = item.mentions or not item.nameless or self._cast.needs_name(item, self._heading)
        if named or (self._before is not None and self._before.angled):
            item.defined = False
            self._begin(item, whole=True)
            self._end_block()
        else:
            self._next_argument = max(self._next_argument, item.rank + 1)
        self._add_structure(structure, loose=False)

    def _add_structure(self, structure: Structure, *, loose: bool) -> None:
        self._end_block()
        number = 0
        step = ""
        for line in structure.lines:
            if isinstance(line, Drawn):
                step = line.relation.id
                about = self._relating.inferred(line.relation, line.uses, loose=loose)
                self.lines.append(Step(line.relation, about))
                continue
            number += 1
            item = self._cast.claim(line.claim)
            self._mention(0, f"({number})", item)
            self._trail.begin(item, step)
            step = ""
            for depth, relation, incoming in line.under:
                premise = self._cast.claim(relation.premises[0])
                target = item
                if relation.target_type == "claim":
                    target = self._cast.claim(relation.target)
                parent, child = (premise, target) if incoming else (target, premise)
                self._hang(depth, relation, parent, child, incoming=incoming)
        self._before = None

    # ── blocks ────────────────────────────────────────────────────────────────────────────

    def _begin(self, item: Item, *, whole: bool = False) -> None:
        """Begin a tree."""
        self._end_block()
        self._mention(0, "", item, whole=whole)
        self._trail.begin(item)
        self._before = item

    def _end_block(self) -> None:
        """End the block that is being written, and say what was left out in it."""
        self._trail.end()
        later, self._later = self._later, []
        for item in later:
            self._gap()
            forms = [("wording", wording.raw) for wording in item.wordings[1:]]
            forms += [("whole", "")] if item.wordings else []
            forms += [("tags", "")] if item.later_tags else []
            for form, wording in forms:
                self._gap()
                self.lines.append(Mention(0, "", item, form, wording=wording))
            self._before = item
        self._gap()

    def _gap(self) -> None:
        if self.lines and not isinstance(self.lines[-1], Gap):
            self.lines.append(Gap())

    def _mention(
        self,
        depth: int,
        sign: str,
        item: Item,
        about: Mapping[str, object] = NO_DATA,
        *,
        whole: bool = False,
    ) -> None:
        """Write an item, with all that is known of it if this is the place for that."""
        if not self._mentioned(item) and item.claim is not None:
            self._next_claim += 1
        self._next_argument = max(self._next_argument, item.rank + 1)
        form, wording = "name", ""
        if not item.running.raw and not item.mentions:
            item.under = self._heading
        if whole or self._is_place_for(item):
            form = "whole"
            if item.running.raw:
                item.under = self._heading
            if item.wordings:
                form, wording = "wording", item.wordings[0].raw
            if item.wordings or item.later_tags:
                self._later.append(item)
            item.defined = True
        elif not item.defined and item.structure is None and not item.mentions:
            self._pending.setdefault(item.home, []).append(item)
        item.mentions += 1
        self.lines.append(Mention(depth, sign, item, form, about, wording))

    def _is_place_for(self, item: Item) -> bool:
        """Whether what is known of an item is to be said here.

        It is under its heading, or where that can be no more. Of an argument with a structure it
        is said above that, and nothing can wait of what has no text.
        """
        if item.defined or item.structure is not None:
            return False
        return not item.running.raw or item.home <= self._heading

    # ── order ─────────────────────────────────────────────────────────────────────────────

    def _mentioned(self, item: Item) -> bool:
        if item.claim is not None:
            return item.place < self._next_claim
        return item.rank < self._next_argument

    def _fits(self, items: Iterable[Item]) -> bool:
        """Whether these can be mentioned next, one after the other, without breaking any order."""
        claim, argument = self._next_claim, self._next_argument
        for item in items:
            if item.claim is not None:
                if item.place < claim:
                    continue
                if item.place > claim or self._headings[claim] > self._heading:
                    return False
                claim += 1
            if item.rank >= argument:
                if item.rank > argument:
                    return False
                argument += 1
        return True

    def _make_room(self, items: list[Item]) -> None:
        """Mention what has to come before these, in blocks of its own."""
        if self._fits(items):
            return
        self._end_block()
        fresh = [item for item in items if not self._mentioned(item)]
        places = [item.place for item in fresh if item.claim is not None]
        if places:
            heading = self._headings[max(places)]
            first = min(place for place in places if self._headings[place] == heading)
            self._mention_claims(first)
            self._go_to(heading)
        ranks = [item.rank for item in fresh if item.rank >= 0]
        if ranks and not self._fits(items):
            self._mention_arguments(min(ranks))
        if places and not self._fits(items):
            self._mention_claims(max(places) + 1)
        if ranks and not self._fits(items):
            self._mention_arguments(max(ranks))

    def _mention_claims(self, until: int) -> None:
        """Mention the claims before a place that are not mentioned yet, each alone."""
        while self._next_claim < until:
            item = self._cast.claims[self._next_claim]
            self._go_to(self._headings[item.place])
            self._mention_arguments(item.rank)
            self._begin(item)

    def _mention_arguments(self, until: int) -> None:
        """Mention the arguments before a rank that are not mentioned yet, each alone."""
        while self._next_argument < until:
            item = self._cast.arguments[self._next_argument]
            if item.claim is not None:
                self._mention_claims(item.place + 1)
            else:
                self._begin(item, whole=item.structure is None)

    # ── headings ──────────────────────────────────────────────────────────────────────────

    def _move_on(self, item: Item) -> None:
        """Go on to the heading of an item, if nothing that comes later belongs before it."""
        if item.defined or item.home <= self._heading:
            return
        waits = self._next_claim < len(self._headings)
        if not waits or item.home <= self._headings[self._next_claim]:
            self._go_to(item.home)

    def _go_to(self, heading: int) -> None:
        """Write the headings up to this one, and what had to wait for each of them."""
        while self._heading < heading:
            self._define_pending()
            self._end_block()
            self._heading += 1
            self.lines += (Titled(self._sections[self._heading]), Gap())
            self._before = None

    def _define_pending(self) -> None:
        """Say what had to wait for this heading, as far as it was not said under it yet."""
        for item in self._pending.pop(self._heading, ()):
            if not item.defined:
                self._begin(item)
