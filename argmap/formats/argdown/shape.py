"""From things that have been mentioned to the records of a map, once all of a document is in.

Here it is known which arguments have steps of their own, and so what stands for each thing:

* What a reconstructed argument supports or attacks has its main conclusion as premise; what bears
  on it bears on its last inference.
* An undercut of a sketched argument bears on the one relation drawn from its gist. If there is
  none or several, it bears on the gist, which comes to the same thing: every step fails with it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from argmap.formats.argdown.known import take_known
from argmap.formats.argdown.metadata import merge
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.syntax import Content
from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import SYMMETRIC, Kind, Relation
from argmap.model.span import Span

Record = TypeVar("Record", Claim, Argument)


class Thing:
    """An equivalence class or an argument, as far as it has been mentioned."""

    __slots__ = (
        "argument", "conclusion", "data", "defined", "id", "mentions", "placed", "section",
        "span", "statements", "steps", "tags", "title", "told",
    )  # fmt: skip

    def __init__(self, title: str, *, argument: bool) -> None:
        self.title = title
        self.argument = argument
        self.mentions: list[Content] = []
        self.tags: dict[str, None] = {}
        self.data: dict[str, object] = {}
        self.section: str | None = None
        self.placed = False  # whether the section is more than that of the first mention
        self.span: Span | None = None
        self.defined = False
        self.steps: list[int] = []
        self.statements: list[Thing] = []
        self.conclusion: Thing | None = None
        self.id = ""
        self.told: Mapping[str, Any] = NO_DATA  # what metadata says of the argument that it is

    @property
    def claim(self) -> bool:
        """Whether a claim stands for it: a statement, or the gist of a sketched argument."""
        return not self.steps and "gist" not in self.told


class Step(NamedTuple):
    """A relation before ids are known; the target may be another step, by its number.

    ``fields`` are fields of the relation; ``with`` are names of further premises, and ``target``
    of what it bears on. With ``with`` the premises stay as they are even if one is there twice.
    """

    kind: Kind
    premises: tuple[Thing, ...]
    target: "Thing | int"
    span: Span | None
    fields: Mapping[str, Any] = NO_DATA
    data: Mapping[str, object] = NO_DATA


class Shaper:
    """Makes the map of things and of the steps between them."""

    def __init__(self, draft: Draft, things: list[Thing], steps: list[Step]) -> None:
        self._draft = draft
        self._things = things
        self._steps = steps
        self._arguments = [thing for thing in things if thing.argument]

    def build(self) -> tuple[ArgumentMap, list[Diagnostic]]:
        """The map, once all blocks are in."""
        self._hear_of_arguments()
        claims = {thing: self._add_claim(thing) for thing in self._things if thing.claim}
        if any("with" in step.fields or "target" in step.fields for step in self._steps):
            self._find_named()
        self._merge_repeated()
        ids = self._relation_ids()
        self._add_relations(ids)
        drawn: dict[Thing, dict[str, None]] = {}
        for step, id in zip(self._steps, ids, strict=True):
            for premise in step.premises:
                drawn.setdefault(premise, {})[id] = None
        for thing in self._arguments:
            steps = [ids[n] for n in thing.steps] if thing.steps else drawn.get(thing, ())
            self._add_argument(thing, claims.get(thing), tuple(steps))
        return self._draft.build()

    # ── claims ────────────────────────────────────────────────────────────────────────────

    def _hear_of_arguments(self) -> None:
        """Take from the metadata of arguments what it says of them and not of their gists."""
        for thing in self._arguments:
            if "argument" in thing.data:
                thing.told, thing.data = self._taken(thing.data, "argument", thing.span)
        bare = {thing for thing in self._arguments if not thing.claim and not thing.steps}
        if not bare:
            return
        ends = {end for step in self._steps for end in (*step.premises, step.target)}
        for thing in self._arguments:
            if thing in bare and thing in ends:
                self._report("AD33", thing.span, title=thing.title)
                thing.told = {key: thing.told[key] for key in thing.told if key != "gist"}

    def _add_claim(self, thing: Thing) -> Claim:
        """A statement, or the gist of a sketched argument."""
        known = take_known(thing.data)
        for why in known.problems:
            self._report("AD23", thing.span, why=why)
        canonical, wordings = _wordings(thing)
        claim = Claim(
            id=known.id,
            title=thing.title,
            text=canonical.text,
            tags=tuple(thing.tags),
            section=thing.section,
            span=thing.span,
            source=known.source,
            weight=known.weight,
            wordings=wordings,
            marks=canonical.marks,
            data=known.data,
        )
        if "claim" in known.data:
            fields, data = self._taken(known.data, "claim", thing.span)
            claim = _told(claim._replace(data=data), fields)
        claim = self._draft.claim(claim)
        thing.id = claim.id
        return claim

    # ── relations ─────────────────────────────────────────────────────────────────────────

    def _find_named(self) -> None:
        """Put in the premises that metadata names, and take out of it what is not there."""
        by_name = _names(self._things)
        for number, step in enumerate(self._steps):
            names = step.fields.get("with", ())
            if not names:
                continue
            lost = [name for name in names if name not in by_name]
            found = [by_name[name] for name in names if name in by_name]
            data = {**step.data, "with": lost} if lost else step.data
            self._steps[number] = step._replace(premises=(*step.premises, *found), data=data)
            for name in lost:
                self._report("AD31", step.span, key="with", name=name, what="claim")

    def _merge_repeated(self) -> None:
        """Leave of each relation that is stated several times the first.

        Inferences, and relations with an id of their own, are not repeated.
        That an argument supports its own conclusion is what its last inference says.
        """
        inferences = {number for thing in self._arguments for number in thing.steps}
        merged: list[Step] = []
        first: dict[object, int] = {}
        numbers: list[int] = []
        for number, step in enumerate(self._steps):
            if number not in inferences and not step.fields and _says_what_it_concludes(step):
                numbers.append(-1)
                continue
            target = step.fields.get("target", step.target)
            ends: object = (*map(_speaker, step.premises), target)
            if step.kind in SYMMETRIC:
                ends = frozenset((*step.premises, target))
            key: object = number
            if number not in inferences and "id" not in step.fields:
                key = (step.kind, ends)
            numbers.append(first.setdefault(key, len(merged)))
            if numbers[-1] == len(merged):
                merged.append(step)
            elif step.fields or step.data:
                before = merged[numbers[-1]]
                both = {**before.fields, **step.fields}, {**before.data, **step.data}
                merged[numbers[-1]] = before._replace(fields=both[0], data=both[1])
        self._steps = [
            step._replace(target=numbers[step.target]) if isinstance(step.target, int) else step
            for step in merged
        ]
        for thing in self._arguments:
            thing.steps = [numbers[number] for number in thing.steps]

    def _relation_ids(self) -> list[str]:
        """The id of each step: the one it was given, else one after its number."""
        given: dict[int, str] = {}
        for number, step in enumerate(self._steps):
            if "id" in step.fields:
                wanted = step.fields["id"]
                given[number] = self._draft.reserve(wanted)
                if given[number] != wanted:
                    self._report("AD32", step.span, wanted=wanted, got=given[number])
        return [
            given[number] if number in given else self._draft.reserve(f"r{number + 1}")
            for number in range(len(self._steps))
        ]

    def _add_relations(self, ids: list[str]) -> None:
        targets = self._targets(ids)
        for step, target, id in zip(self._steps, targets, ids, strict=True):
            premises = tuple(_speaker(premise).id for premise in step.premises)
            self._draft.relation(
                Relation(
                    id,
                    step.kind,
                    premises if "with" in step.fields else tuple(dict.fromkeys(premises)),
                    ids[target] if isinstance(target, int) else target.id,
                    "relation" if isinstance(target, int) else "claim",
                    scheme=step.fields.get("scheme", ""),
                    weight=step.fields.get("weight"),
                    label=step.fields.get("label", ""),
                    span=step.span,
                    data=step.data,
                )
            )

    def _targets(self, ids: list[str]) -> list["Thing | int"]:
        """What each step bears on: a claim, or another step by its number."""
        drawn: dict[Thing, list[int]] = {}
        for number, step in enumerate(self._steps):
            for premise in step.premises:
                drawn.setdefault(premise, []).append(number)
        targets: list[Thing | int] = []
        for step in self._steps:
            target = step.target
            if isinstance(target, Thing) and target.argument:
                if target.steps:
                    target = target.steps[-1]
                elif step.kind == "undercut" and len(drawn.get(target, ())) == 1:
                    target = drawn[target][0]
            targets.append(target)
        self._find_named_targets(ids, targets)
        self._break_circles(targets)
        return targets

    def _find_named_targets(self, ids: list[str], targets: list["Thing | int"]) -> None:
        named = [number for number, step in enumerate(self._steps) if "target" in step.fields]
        if not named:
            return
        by_name: dict[str, Thing | int] = dict(_names(self._things))
        by_name |= {id: number for number, id in enumerate(ids)}
        for number in named:
            step = self._steps[number]
            name = step.fields["target"]
            if name in by_name:
                targets[number] = by_name[name]
                continue
            self._steps[number] = step._replace(data={**step.data, "target": name})
            self._report("AD31", step.span, key="target", name=name, what="relation or claim")

    def _break_circles(self, targets: list["Thing | int"]) -> None:
        """Where steps bear on each other in a circle, let one bear on what it stands under."""
        settled = bytearray(len(targets))
        for start in range(len(targets)):
            trail: list[int] = []
            at: Thing | int = start
            while isinstance(at, int) and not settled[at]:
                settled[at] = 1
                trail.append(at)
                at = targets[at]
            if trail and at in trail:
                # Only an undercut of a sketched argument can lead back to itself.
                targets[trail[-1]] = self._steps[trail[-1]].target

    # ── arguments ─────────────────────────────────────────────────────────────────────────

    def _add_argument(self, thing: Thing, gist: Claim | None, steps: tuple[str, ...]) -> None:
        statements = tuple(_speaker(statement).id for statement in thing.statements)
        if gist is not None:
            argument = Argument(
                gist.id, gist.title, gist.text, steps, gist.id, gist.tags, gist.section,
                gist.span, gist.wordings, statements, marks=gist.marks,
            )  # fmt: skip
            data: Mapping[str, object] = NO_DATA
        else:
            canonical, wordings = _wordings(thing)
            data = {key: value for key, value in thing.data.items() if key != "id"}
            argument = Argument(
                self._argument_id(thing), thing.title, canonical.text, steps, None,
                tuple(thing.tags), thing.section, thing.span, wordings, statements,
                marks=canonical.marks,
            )  # fmt: skip
        self._draft.argument(_told(argument._replace(data=data), thing.told))

    def _argument_id(self, thing: Thing) -> str:
        if "id" in thing.data:
            return str(thing.data["id"])
        if thing.told.get("title", thing.title) or not thing.steps:
            return ""
        return self._draft.reserve(f"argument-for-{_speaker(thing).id}")

    # ── what metadata says ────────────────────────────────────────────────────────────────

    def _taken(
        self, data: Mapping[str, object], record: str, span: Span | None
    ) -> tuple[Mapping[str, Any], dict[str, object]]:
        """What metadata says of a record, and the metadata without it; the rest is reported."""
        from argmap.formats.argdown.described import take_fields

        told = take_fields(data, record)
        for why in told.problems:
            self._report("AD23", span, why=why)
        return told.fields, dict(told.data)

    def _report(self, code: str, span: Span | None, **words: object) -> None:
        self._draft.diagnostics.append(problem(code, span, **words))


def _told(record: Record, fields: Mapping[str, Any]) -> Record:
    """The record with these fields; data is added to its data."""
    if "data" in fields:
        data = dict(record.data)
        merge(data, fields["data"])
        fields = {**fields, "data": data}
    return record._replace(**fields)


def _names(things: Sequence[Thing]) -> dict[str, Thing]:
    """The things that claims stand for, by id, else by title: statements before arguments."""
    found: dict[str, Thing] = {}
    for argument in (True, False):
        found |= {t.title: _speaker(t) for t in things if t.argument == argument and t.title}
    found |= {_speaker(thing).id: _speaker(thing) for thing in things}
    return {name: thing for name, thing in found.items() if thing.claim}


def _speaker(thing: Thing) -> Thing:
    """The claim that speaks for a thing: a reconstructed argument's conclusion, else itself."""
    return thing.conclusion if thing.conclusion is not None else thing


def _says_what_it_concludes(step: Step) -> bool:
    """Whether a step only has an argument support its own conclusion."""
    return step.kind == "support" and all(p.conclusion is step.target for p in step.premises)


def _wordings(thing: Thing) -> tuple[Content, tuple[str, ...]]:
    """The text that counts, and the other ones."""
    if not thing.mentions:
        return Content(), ()
    chosen = next((m for m in thing.mentions if m.data.get("isCanonical") is True), None)
    chosen = chosen or thing.mentions[-1]
    others = dict.fromkeys(m.text for m in thing.mentions if m.text and m.text != chosen.text)
    return chosen, tuple(others)
