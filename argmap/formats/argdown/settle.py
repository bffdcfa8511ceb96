"""From a syntax tree to a map: mentions of one title become one claim, symbols become relations.

How Argdown's things become the records of a map:

* An equivalence class ``[T]`` is a claim; its last wording is its text, unless another is marked
  ``isCanonical``.
* A sketched argument ``<T>`` is an argument and the claim that is its gist, with one id. What it
  supports or attacks has the gist as premise; what bears on it bears on the gist.
* A reconstructed argument is an argument with one relation for each inference.

What bears on what is settled when all is in, by :class:`~argmap.formats.argdown.shape.Shaper`.
"""

from collections.abc import Mapping
from typing import Any, Literal

from argmap.formats._format import Reading
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.shape import Shaper, Step, Thing
from argmap.formats.argdown.syntax import (
    Branch,
    Document,
    Heading,
    Inference,
    Node,
    Reconstruction,
)
from argmap.model.draft import Draft
from argmap.model.relation import Kind
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


def settle(document: Document, name: str) -> Reading:
    """The map that a document describes, and what contradicts itself in it."""
    settler = _Settler(document, name)
    for block in document.blocks:
        settler.add(block)
    map, diagnostics = Shaper(settler.draft, settler.things, settler.steps).build()
    return Reading(map, diagnostics)


class _Settler:
    def __init__(self, document: Document, name: str) -> None:
        self.draft = Draft(name, document.front)
        model = document.front.get("model")
        self._strict = isinstance(model, Mapping) and model.get("mode") == "strict"
        self._statements: dict[str, Thing] = {}
        self._arguments: dict[str, Thing] = {}
        self.things: list[Thing] = []
        self.steps: list[Step] = []
        self._sections: list[Section] = []
        self._before: Thing | None = None

    def add(self, block: Node | Heading | Reconstruction) -> None:
        """Take in a block, in the order written."""
        before, self._before = self._before, None
        if isinstance(block, Heading):
            self._add_heading(block)
        elif isinstance(block, Reconstruction):
            self._add_reconstruction(block, before)
        else:
            thing = self._add_tree(block)
            self._before = thing if block.argument and not block.listed else None

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
        self._sections.append(self.draft.section(section))

    def _thing(self, title: str, *, argument: bool) -> Thing:
        known = self._arguments if argument else self._statements
        thing = known.get(title) if title else None
        if thing is None:
            thing = Thing(title, argument=argument)
            self.things.append(thing)
            if title:
                known[title] = thing
        return thing

    def _mention(self, node: Node) -> Thing:
        """The thing that a node is about, with what the node adds to it."""
        thing = self._thing(node.title, argument=node.argument)
        content = node.content
        defines = node.form != "reference"
        if defines:
            thing.mentions.append(content)
        placing = content.data.get("isInGroup")
        places = placing is True or (defines and placing is not False and not thing.placed)
        if places or thing.span is None:
            thing.section = self._sections[-1].id if self._sections else None
            thing.placed = places and thing.section is not None
        if thing.span is None or (defines and not thing.defined):
            thing.span = node.span
            thing.defined = defines
        thing.tags.update(dict.fromkeys(content.tags))
        merge(thing.data, content.data)
        return thing

    def _add_tree(self, root: Node) -> Thing:
        first = self._mention(root)
        self._add_branches(root.branches, first, None)
        return first

    def _add_branches(self, branches: list[Branch], parent: Thing, step: int | None) -> None:
        """Add relations, and those under them, in the order written.

        ``step`` is the inference that undercuts go to, where the parent is a conclusion.
        """
        waiting = [(branch, parent, step) for branch in reversed(branches)]
        while waiting:
            branch, parent, step = waiting.pop()
            child = self._mention(branch.node)
            self._relate(branch, parent, child, step)
            waiting += ((below, child, None) for below in reversed(branch.node.branches))

    def _relate(self, branch: Branch, parent: Thing, child: Thing, step: int | None) -> None:
        kind: Kind = _SYMBOL_KINDS[branch.symbol]
        source, target = child, parent
        if branch.symbol.endswith(">") and kind != "contradiction":
            source, target = parent, child
        if self._strict and not (source.argument or target.argument):
            kind = _STRICT.get(kind, kind)
        to_step = step is not None and target is parent and kind == "undercut"
        self._add_step(Step(kind, (source,), step if to_step else target, branch.node.span))  # type: ignore[arg-type]

    def _add_step(self, step: Step) -> int:
        """The number of the step."""
        self.steps.append(step)
        return len(self.steps) - 1

    def _add_reconstruction(self, block: Reconstruction, before: Thing | None) -> None:
        argument = before if before is not None else self._thing("", argument=True)
        if argument.steps:
            self._report("AD22", block.span, title=argument.title)
            argument = self._thing("", argument=True)
        argument.span = argument.span or block.span
        if self._sections:
            argument.section = self._sections[-1].id
            argument.placed = True
        since: list[Thing] = []
        by_number: dict[int, Thing] = {}
        inference: Inference | None = None
        for line in block.lines:
            if isinstance(line, Inference):
                inference = line
                continue
            thing = self._mention(line.node)
            argument.statements.append(thing)
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
        self, argument: Thing, inference: Inference, premises: list[Thing], conclusion: Thing
    ) -> int:
        scheme = ", ".join(inference.rules)
        linked = tuple(dict.fromkeys(premises))
        step = Step("support", linked, conclusion, inference.span, scheme, inference.data)
        number = self._add_step(step)
        argument.steps.append(number)
        argument.conclusion = conclusion
        for branch in inference.branches:
            child = self._mention(branch.node)
            kind: Kind = _SYMBOL_KINDS[branch.symbol]
            if branch.symbol not in {"_", "<_"}:
                self._report("AD24", branch.node.span, symbol=branch.symbol)
            self._add_step(Step(kind, (child,), number, branch.node.span))
            self._add_branches(branch.node.branches, child, None)
        return number

    def _used(self, used: object, by_number: dict[int, Thing], span: Span) -> list[Thing]:
        """The statements that ``uses: [1, 2]`` names; none if it says nothing."""
        if not isinstance(used, list):
            used = [] if used is None else [used]
        found: list[Thing] = []
        for number in used:
            if isinstance(number, int) and number in by_number:
                found.append(by_number[number])
            else:
                self._report("AD25", span, number=number)
        return found

    def _report(self, code: str, span: Span | None, **words: object) -> None:
        self.draft.diagnostics.append(problem(code, span, **words))


def merge(into: dict[str, object], new: Mapping[str, object]) -> None:
    """Add data to data: the new wins, but mappings are merged, however deep."""
    waiting: list[tuple[Any, Mapping[str, Any]]] = [(into, new)]
    while waiting:
        old, data = waiting.pop()
        for key, value in data.items():
            if isinstance(value, dict) and isinstance(old.get(key), dict):
                old[key] = dict(old[key])
                waiting.append((old[key], value))
            else:
                old[key] = value
