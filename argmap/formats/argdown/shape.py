"""From things that have been mentioned to the records of a map, once all of a document is in.

Here it is known which arguments have steps of their own, and so what stands for each thing:

* What a reconstructed argument supports or attacks has its main conclusion as premise; what bears
  on it bears on its last inference.
* An undercut of a sketched argument bears on the one relation drawn from its gist. If there is
  none or several, it bears on the gist, which comes to the same thing: every step fails with it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from argmap.formats.argdown.known import Known, take_known
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.syntax import Content
from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import SYMMETRIC, Kind, Relation
from argmap.model.span import Span


class Thing:
    """An equivalence class or an argument, as far as it has been mentioned."""

    __slots__ = (
        "argument", "conclusion", "data", "defined", "id", "mentions", "placed", "section",
        "span", "statements", "steps", "tags", "title",
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


class Step(NamedTuple):
    """A relation before ids are known; the target may be another step, by its number."""

    kind: Kind
    premises: tuple[Thing, ...]
    target: "Thing | int"
    span: Span | None
    scheme: str = ""
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
        draft = self._draft
        self._merge_repeated()
        for thing in self._things:
            if not thing.steps:
                thing.id = draft.claim(self._claim(thing)).id
        ids = [draft.reserve(f"r{number}") for number in range(1, len(self._steps) + 1)]
        targets = self._targets()
        drawn: dict[Thing, list[str]] = {}
        for step, target, id in zip(self._steps, targets, ids, strict=True):
            for premise in step.premises:
                drawn.setdefault(premise, []).append(id)
            on_step = isinstance(target, int)
            draft.relation(
                Relation(
                    id,
                    step.kind,
                    tuple(dict.fromkeys(_speaker(premise).id for premise in step.premises)),
                    ids[target] if isinstance(target, int) else target.id,
                    "relation" if on_step else "claim",
                    scheme=step.scheme,
                    span=step.span,
                    data=step.data,
                )
            )
        for thing in self._things:
            if thing.argument:
                steps = [ids[n] for n in thing.steps] if thing.steps else drawn.get(thing, [])
                draft.argument(self._argument(thing, tuple(steps)))
        return draft.build()

    def _merge_repeated(self) -> None:
        """Leave of each relation that is stated several times the first, inferences apart.

        That an argument supports its own conclusion is what its last inference says.
        """
        inferences = {number for thing in self._arguments for number in thing.steps}
        merged: list[Step] = []
        first: dict[object, int] = {}
        numbers: list[int] = []
        for number, step in enumerate(self._steps):
            if number not in inferences and _says_what_it_concludes(step):
                numbers.append(-1)
                continue
            ends: object = (*map(_speaker, step.premises), step.target)
            if step.kind in SYMMETRIC:
                ends = frozenset((*step.premises, step.target))
            key: object = number if number in inferences else (step.kind, ends)
            numbers.append(first.setdefault(key, len(merged)))
            if numbers[-1] == len(merged):
                merged.append(step)
        self._steps = [
            step._replace(target=numbers[step.target]) if isinstance(step.target, int) else step
            for step in merged
        ]
        for thing in self._arguments:
            thing.steps = [numbers[number] for number in thing.steps]

    def _targets(self) -> list["Thing | int"]:
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
        self._break_circles(targets)
        return targets

    def _break_circles(self, targets: list["Thing | int"]) -> None:
        """Where steps bear on each other in a circle, let one bear on the gist instead."""
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

    def _claim(self, thing: Thing) -> Claim:
        """A statement, or the gist of a sketched argument."""
        known = self._known(thing)
        canonical, wordings = _wordings(thing)
        return Claim(
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

    def _argument(self, thing: Thing, steps: tuple[str, ...]) -> Argument:
        canonical, wordings = _wordings(thing)
        reconstructed = bool(thing.steps)
        known = take_known(thing.data)
        made = f"argument-for-{_speaker(thing).id}" if reconstructed and not thing.title else ""
        return Argument(
            id=known.id or (self._draft.reserve(made) if made else ""),
            title=thing.title,
            text=canonical.text,
            relations=steps,
            gist=None if reconstructed else thing.id,
            tags=tuple(thing.tags),
            section=thing.section,
            span=thing.span,
            wordings=wordings,
            statements=tuple(_speaker(statement).id for statement in thing.statements),
            data=thing.data if reconstructed else NO_DATA,
        )

    def _known(self, thing: Thing) -> Known:
        known = take_known(thing.data)
        for why in known.problems:
            self._draft.diagnostics.append(problem("AD23", thing.span, why=why))
        return known


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
