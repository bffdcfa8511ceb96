"""From a syntax tree to a map: mentions of one title become one claim, symbols become relations.

How Argdown's things become the records of a map:

* An equivalence class ``[T]`` is a claim; its last wording is its text, unless another is marked
  ``isCanonical``.
* A sketched argument ``<T>`` is an argument and the claim that is its gist, with one id. What it
  supports or attacks has the gist as premise; what bears on it bears on the gist.
* A reconstructed argument is an argument with one relation for each inference. What it supports
  or attacks has its main conclusion as premise; what bears on it bears on its last inference.
* An undercut of a sketched argument bears on the one relation drawn from its gist. If there is
  none or several, it bears on the gist, which comes to the same thing: every step fails with it.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from argmap.formats._format import Reading
from argmap.formats.argdown.known import Known, take_known
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.syntax import (
    Branch,
    Content,
    Document,
    Heading,
    Inference,
    Node,
    Reconstruction,
)
from argmap.model.argument import Argument
from argmap.model.claim import NO_DATA, Claim
from argmap.model.diagnostic import Diagnostic
from argmap.model.draft import Draft
from argmap.model.map import ArgumentMap
from argmap.model.relation import SYMMETRIC, Kind, Relation
from argmap.model.section import Section
from argmap.model.span import Span

_SYMBOL_KINDS: dict[str, Literal["support", "rebuttal", "undercut", "contradiction"]] = {
    "+": "support",
    "<+": "support",
    "+>": "support",
    "-": "rebuttal",
    "<-": "rebuttal",
    "->": "rebuttal",
    "_": "undercut",
    "<_": "undercut",
    "_>": "undercut",
    "><": "contradiction",
}
_STRICT: dict[Kind, Kind] = {"support": "entailment", "rebuttal": "contrary"}


class _Thing:
    """An equivalence class or an argument, as far as it has been mentioned."""

    __slots__ = (
        "argument", "conclusion", "data", "defined", "id", "mentions", "section", "span",
        "steps", "tags", "title",
    )  # fmt: skip

    def __init__(self, title: str, *, argument: bool) -> None:
        self.title = title
        self.argument = argument
        self.mentions: list[Content] = []
        self.tags: dict[str, None] = {}
        self.data: dict[str, object] = {}
        self.section: str | None = None
        self.span: Span | None = None
        self.defined = False
        self.steps: list[int] = []
        self.conclusion: _Thing | None = None
        self.id = ""


class _Step(NamedTuple):
    """A relation before ids are known; the target may be another step, by its number."""

    kind: Kind
    premises: tuple[_Thing, ...]
    target: "_Thing | int"
    span: Span
    scheme: str = ""
    data: Mapping[str, object] = NO_DATA


def settle(document: Document, name: str) -> Reading:
    """The map that a document describes, and what contradicts itself in it."""
    settler = _Settler(document, name)
    for block in document.blocks:
        settler.add(block)
    map, diagnostics = settler.build()
    return Reading(map, diagnostics)


class _Settler:
    def __init__(self, document: Document, name: str) -> None:
        self._draft = Draft(name, document.front)
        model = document.front.get("model")
        self._strict = isinstance(model, Mapping) and model.get("mode") == "strict"
        self._statements: dict[str, _Thing] = {}
        self._arguments: dict[str, _Thing] = {}
        self._things: list[_Thing] = []
        self._steps: list[_Step] = []
        self._sections: list[Section] = []
        self._before: _Thing | None = None

    def add(self, block: Node | Heading | Reconstruction) -> None:
        """Take in a block, in the order written."""
        before, self._before = self._before, None
        if isinstance(block, Heading):
            self._add_heading(block)
        elif isinstance(block, Reconstruction):
            self._add_reconstruction(block, before)
        else:
            thing = self._add_tree(block)
            self._before = thing if block.argument else None

    # ── taking in what was written ────────────────────────────────────────────────────────

    def _add_heading(self, heading: Heading) -> None:
        while self._sections and self._sections[-1].level >= heading.level:
            self._sections.pop()
        content = heading.content
        words = content.text
        for mark in reversed(content.marks):
            if mark.kind == "tag":
                words = words[: mark.start] + words[mark.end :]
        section = Section(
            id="",
            title=" ".join(words.split()) or content.text,
            level=heading.level,
            parent=self._sections[-1].id if self._sections else None,
            tags=content.tags,
            span=heading.span,
            data=content.data,
        )
        self._sections.append(self._draft.section(section))

    def _thing(self, title: str, *, argument: bool) -> _Thing:
        known = self._arguments if argument else self._statements
        thing = known.get(title) if title else None
        if thing is None:
            thing = _Thing(title, argument=argument)
            self._things.append(thing)
            if title:
                known[title] = thing
        return thing

    def _mention(self, node: Node) -> _Thing:
        """The thing that a node is about, with what the node adds to it."""
        thing = self._thing(node.title, argument=node.argument)
        content = node.content
        defines = node.form != "reference"
        if defines:
            thing.mentions.append(content)
        if thing.span is None or (defines and not thing.defined):
            thing.span = node.span
            thing.section = self._sections[-1].id if self._sections else None
            thing.defined = defines
        thing.tags.update(dict.fromkeys(content.tags))
        thing.data.update(content.data)
        return thing

    def _add_tree(self, root: Node) -> _Thing:
        first = self._mention(root)
        self._add_branches(root.branches, first, None)
        return first

    def _add_branches(self, branches: list[Branch], parent: _Thing, step: int | None) -> None:
        """Add relations, and those under them, in the order written.

        ``step`` is the inference that undercuts go to, where the parent is a conclusion.
        """
        waiting = [(branch, parent, step) for branch in reversed(branches)]
        while waiting:
            branch, parent, step = waiting.pop()
            child = self._mention(branch.node)
            self._relate(branch, parent, child, step)
            waiting += ((below, child, None) for below in reversed(branch.node.branches))

    def _relate(self, branch: Branch, parent: _Thing, child: _Thing, step: int | None) -> None:
        kind: Kind = _SYMBOL_KINDS[branch.symbol]
        source, target = child, parent
        if branch.symbol.endswith(">") and kind != "contradiction":
            source, target = parent, child
        if self._strict and not (source.argument or target.argument):
            kind = _STRICT.get(kind, kind)
        to_step = step is not None and target is parent and kind == "undercut"
        self._add_step(_Step(kind, (source,), step if to_step else target, branch.node.span))  # type: ignore[arg-type]

    def _add_step(self, step: _Step) -> int:
        """The number of the step."""
        self._steps.append(step)
        return len(self._steps) - 1

    def _add_reconstruction(self, block: Reconstruction, before: _Thing | None) -> None:
        argument = before if before is not None else self._thing("", argument=True)
        if argument.steps:
            self._report("AD22", block.span, title=argument.title)
            argument = self._thing("", argument=True)
        if argument.span is None:
            argument.span = block.span
            argument.section = self._sections[-1].id if self._sections else None
        since: list[_Thing] = []
        by_number: dict[int, _Thing] = {}
        inference: Inference | None = None
        for line in block.lines:
            if isinstance(line, Inference):
                inference = line
                continue
            thing = self._mention(line.node)
            number = None
            if inference is not None:
                used = inference.data.get("uses", line.node.content.data.get("uses"))
                premises = self._used(used, by_number, line.node.span) or since
                number = self._add_inference(argument, inference, premises, thing)
                since = []
            since.append(thing)
            by_number.setdefault(line.number, thing)
            self._add_branches(line.node.branches, thing, number)
            inference = None

    def _add_inference(
        self, argument: _Thing, inference: Inference, premises: list[_Thing], conclusion: _Thing
    ) -> int:
        scheme = ", ".join(inference.rules)
        linked = tuple(dict.fromkeys(premises))
        step = _Step("support", linked, conclusion, inference.span, scheme, inference.data)
        number = self._add_step(step)
        argument.steps.append(number)
        argument.conclusion = conclusion
        for branch in inference.branches:
            child = self._mention(branch.node)
            kind: Kind = _SYMBOL_KINDS[branch.symbol]
            if branch.symbol not in {"_", "<_"}:
                self._report("AD24", branch.node.span, symbol=branch.symbol)
            self._add_step(_Step(kind, (child,), number, branch.node.span))
            self._add_branches(branch.node.branches, child, None)
        return number

    def _used(self, used: object, by_number: dict[int, _Thing], span: Span) -> list[_Thing]:
        """The statements that ``uses: [1, 2]`` names; none if it says nothing."""
        if not isinstance(used, list):
            used = [] if used is None else [used]
        for number in used:
            if number not in by_number:
                self._report("AD25", span, number=number)
        return [by_number[number] for number in used if number in by_number]

    def _report(self, code: str, span: Span | None, **words: object) -> None:
        self._draft.diagnostics.append(problem(code, span, **words))

    # ── giving it its final shape ─────────────────────────────────────────────────────────

    def build(self) -> tuple[ArgumentMap, list[Diagnostic]]:
        """The map, once all blocks are in."""
        draft = self._draft
        self._merge_repeated()
        for thing in self._things:
            if not thing.steps:
                thing.id = draft.claim(self._claim(thing)).id
        ids = [draft.reserve(f"r{number}") for number in range(1, len(self._steps) + 1)]
        targets = self._targets()
        drawn: dict[_Thing, list[str]] = {}
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
        """Leave of each relation that is stated several times the first, inferences apart."""
        inferences = {number for thing in self._arguments_all() for number in thing.steps}
        merged: list[_Step] = []
        first: dict[object, int] = {}
        numbers: list[int] = []
        for number, step in enumerate(self._steps):
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
        for thing in self._arguments_all():
            thing.steps = [numbers[number] for number in thing.steps]

    def _arguments_all(self) -> list[_Thing]:
        return [thing for thing in self._things if thing.argument]

    def _targets(self) -> list["_Thing | int"]:
        """What each step bears on: a claim, or another step by its number."""
        drawn: dict[_Thing, list[int]] = {}
        for number, step in enumerate(self._steps):
            for premise in step.premises:
                drawn.setdefault(premise, []).append(number)
        targets: list[_Thing | int] = []
        for step in self._steps:
            target = step.target
            if isinstance(target, _Thing) and target.argument:
                if target.steps:
                    target = target.steps[-1]
                elif step.kind == "undercut" and len(drawn.get(target, ())) == 1:
                    target = drawn[target][0]
            targets.append(target)
        self._break_circles(targets)
        return targets

    def _break_circles(self, targets: list["_Thing | int"]) -> None:
        """Where steps bear on each other in a circle, let one bear on the gist instead."""
        settled = bytearray(len(targets))
        for start in range(len(targets)):
            trail: list[int] = []
            at: _Thing | int = start
            while isinstance(at, int) and not settled[at]:
                settled[at] = 1
                trail.append(at)
                at = targets[at]
            if trail and at in trail:
                # Only an undercut of a sketched argument can lead back to itself.
                targets[trail[-1]] = self._steps[trail[-1]].target

    def _claim(self, thing: _Thing) -> Claim:
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

    def _argument(self, thing: _Thing, steps: tuple[str, ...]) -> Argument:
        canonical, wordings = _wordings(thing)
        reconstructed = bool(thing.steps)
        known = take_known(thing.data)
        made = f"argument-for-{_speaker(thing).id}" if reconstructed and not thing.title else ""
        return Argument(
            id=known.id or made,
            title=thing.title,
            text=canonical.text,
            relations=steps,
            gist=None if reconstructed else thing.id,
            tags=tuple(thing.tags),
            section=thing.section,
            span=thing.span,
            wordings=wordings,
            data=thing.data if reconstructed else NO_DATA,
        )

    def _known(self, thing: _Thing) -> Known:
        known = take_known(thing.data)
        for why in known.problems:
            self._report("AD23", thing.span, why=why)
        return known


def _speaker(thing: _Thing) -> _Thing:
    """The claim that speaks for a thing: a reconstructed argument's conclusion, else itself."""
    return thing.conclusion if thing.conclusion is not None else thing


def _wordings(thing: _Thing) -> tuple[Content, tuple[str, ...]]:
    """The text that counts, and the other ones."""
    if not thing.mentions:
        return Content(), ()
    chosen = next((m for m in thing.mentions if m.data.get("isCanonical") is True), None)
    chosen = chosen or thing.mentions[-1]
    others = dict.fromkeys(m.text for m in thing.mentions if m.text and m.text != chosen.text)
    return chosen, tuple(others)
