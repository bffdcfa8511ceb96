"""From a syntax tree to a map: mentions of one title become one claim, symbols become relations.

How Argdown's things become the records of a map:

* An equivalence class ``[T]`` is a claim; its last wording is its text, unless another is marked
  ``isCanonical``.
* A sketched argument ``<T>`` is an argument and the claim that is its gist, with one id. What it
  supports or attacks has the gist as premise; what bears on it bears on the gist.
* A reconstructed argument is an argument with one relation for each inference.

Metadata can say more, and otherwise, of each of them: see
:mod:`~argmap.formats.argdown.described`. What bears on what is settled when all is in, by
:class:`~argmap.formats.argdown.shape.Shaper`.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Literal

from argmap.formats._format import Reading
from argmap.formats.argdown.inline import title_of
from argmap.formats.argdown.metadata import merge
from argmap.formats.argdown.problems import problem
from argmap.formats.argdown.shape import Shaper, Step, Thing
from argmap.formats.argdown.syntax import (
    Branch,
    Document,
    Heading,
    Inference,
    Node,
    Numbered,
    Reconstruction,
)
from argmap.model.claim import NO_DATA
from argmap.model.diagnostic import Diagnostic
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
    settler.add_all()
    map, diagnostics = Shaper(settler.draft, settler.things, settler.steps).build()
    return Reading(map, diagnostics)


def contradictions(document: Document) -> list[Diagnostic]:
    """What contradicts itself in a document, without the map that it describes."""
    settler = _Settler(document, "")
    settler.add_all()
    return settler.draft.diagnostics


class _Settler:
    def __init__(self, document: Document, name: str) -> None:
        self.draft = Draft(name, document.front)
        if "map" in document.front:
            self._describe_map(document.front)
        model = document.front.get("model")
        self._strict = isinstance(model, Mapping) and model.get("mode") == "strict"
        self._blocks = document.blocks
        self._statements: dict[str, Thing] = {}
        self._arguments: dict[str, Thing] = {}
        self.things: list[Thing] = []
        self.steps: list[Step] = []
        self._sections: list[Section] = []
        self._before: Thing | None = None

    def add_all(self) -> None:
        """Take in the whole document."""
        for block in self._blocks:
            self._add(block)
        if self._strict:
            self._tighten()

    def _add(self, block: Node | Heading | Reconstruction) -> None:
        """Take in a block, in the order written."""
        before, self._before = self._before, None
        if isinstance(block, Heading):
            self._add_heading(block)
        elif isinstance(block, Reconstruction):
            self._add_reconstruction(block, before)
        else:
            thing = self._add_tree(block)
            self._before = thing if block.argument and not block.listed else None

    def _describe_map(self, front: Mapping[str, object]) -> None:
        from argmap.formats.argdown.described import take_fields

        told = take_fields(front, "map")
        self._report_all(told.problems, None)
        data = {
            key: told.data[key] for key in told.data if key not in told.fields.get("without", ())
        }
        merge(data, told.fields.get("data", NO_DATA))
        self.draft.data = data

    def _add_heading(self, heading: Heading) -> None:
        while self._sections and self._sections[-1].level >= heading.level:
            self._sections.pop()
        content = heading.content
        title, marks = title_of(content.text, content.marks)
        section = Section(
            id="",
            title=title,
            level=heading.level,
            parent=self._sections[-1].id if self._sections else None,
            tags=content.tags,
            span=heading.span,
            data=content.data,
            marks=marks,
        )
        if "section" in content.data:
            section = self._described(section)
        self._sections.append(self.draft.section(section))

    def _described(self, section: Section) -> Section:
        """The section with what its metadata says of it."""
        from argmap.formats.argdown.described import take_fields

        told = take_fields(section.data, "section")
        self._report_all(told.problems, section.span)
        data = dict(told.data)
        merge(data, told.fields.get("data", NO_DATA))
        return section._replace(**{**told.fields, "data": data})

    def _thing(self, title: str, *, argument: bool) -> Thing:
        known = self._arguments if argument else self._statements
        thing = known.get(title) if title else None
        if thing is None:
            thing = Thing(title, argument=argument)
            self.things.append(thing)
            if title:
                known[title] = thing
        return thing

    def _mention(self, node: Node, data: Mapping[str, object] | None = None) -> Thing:
        """The thing that a node is about, with what the node adds to it.

        ``data`` is what of the node's metadata is about the thing, if that is not all.
        """
        if data is None and "relation" in node.content.data:
            self._report("AD30", node.span)
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
        merge(thing.data, content.data if data is None else data)
        return thing

    def _add_tree(self, root: Node) -> Thing:
        first = self._mention(root)
        self._add_branches(root.branches, first, None)
        return first

    def _add_branches(
        self, branches: list[Branch], parent: Thing | int, step: int | None = None
    ) -> None:
        """Add relations, and those under them, in the order written.

        The parent is an inference, by its number, or a thing; ``step`` is the inference that
        undercuts go to, where the parent is a conclusion.
        """
        waiting = [(branch, parent, step) for branch in reversed(branches)]
        while waiting:
            branch, parent, step = waiting.pop()
            about: Mapping[str, object] = NO_DATA
            data = branch.node.content.data
            if "relation" in data and isinstance(data["relation"], Mapping):
                about = data["relation"]
                data = _without(data, "relation")
            child = self._mention(branch.node, data if about else None)
            self._relate(branch, parent, child, step, about)
            waiting += ((below, child, None) for below in reversed(branch.node.branches))

    def _relate(
        self,
        branch: Branch,
        parent: Thing | int,
        child: Thing,
        step: int | None,
        about: Mapping[str, object],
    ) -> None:
        kind: Kind = _SYMBOL_KINDS[branch.symbol]
        source, target = child, parent
        if isinstance(parent, Thing):
            if branch.symbol.endswith(">") and kind != "contradiction":
                source, target = parent, child
            if self._strict and not (parent.argument or child.argument):
                kind = _STRICT.get(kind, kind)
            if step is not None and target is parent and kind == "undercut":
                target = step
        self.steps.append(self._as_told(Step(kind, (source,), target, branch.node.span), about))

    def _tighten(self) -> None:
        """Let what an argument says of a claim be a logical relation of its conclusion to it."""
        for number, step in enumerate(self.steps):
            speaker, target = step.premises[0], step.target
            between = speaker.steps and isinstance(target, Thing) and not target.argument
            if between and "kind" not in step.fields:
                self.steps[number] = step._replace(kind=_STRICT.get(step.kind, step.kind))

    def _as_told(self, step: Step, about: Mapping[str, object]) -> Step:
        """The step, with what metadata says of it."""
        if about:
            from argmap.formats.argdown.described import take_relation

            told = take_relation(about)
            self._report_all(told.problems, step.span)
            step = step._replace(
                kind=told.fields.get("kind", step.kind),
                fields={**step.fields, **told.fields},
                data=told.data,
            )
        return step

    def _add_reconstruction(self, block: Reconstruction, before: Thing | None) -> None:
        argument = before or self._bundle(block)
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
        before_it = 0
        for line in block.lines:
            if isinstance(line, Inference):
                if inference is not None:
                    self._report("AD13", inference.span)
                inference = line
                before_it = self._begin_inference(argument, line)
                continue
            if inference is None:
                number, thing = None, self._mention(line.node)
            else:
                number = before_it
                thing = self._conclude(argument, inference, line.node, since, by_number)
                since = []
            argument.statements.append(thing)
            since.append(thing)
            by_number.setdefault(line.number, thing)
            self._add_branches(line.node.branches, thing, number)
            inference = None
        self._compare_numbers([line for line in block.lines if isinstance(line, Numbered)])

    def _compare_numbers(self, lines: list[Numbered]) -> None:
        """Note the first statement whose number does not follow that of the one before."""
        for before, line in pairwise(lines):
            if line.number != before.number + 1:
                expected = before.number + 1
                self._report("AD29", line.node.span, number=line.number, expected=expected)
                return

    def _bundle(self, block: Reconstruction) -> Thing:
        """The argument that a structure without a title is, if it is one."""
        inferences = (line for line in block.lines if isinstance(line, Inference))
        if any(inference.data.get("argument") is False for inference in inferences):
            return Thing("", argument=True)  # one that the map does not hear of
        return self._thing("", argument=True)

    def _begin_inference(self, argument: Thing, inference: Inference) -> int:
        """The number of a step whose premises and conclusion are still to come."""
        number = len(self.steps)
        self.steps.append(Step("support", (argument,), argument, inference.span))
        argument.steps.append(number)
        for branch in inference.branches:
            if branch.symbol not in {"_", "<_"}:
                self._report("AD24", branch.node.span, symbol=branch.symbol)
        self._add_branches(inference.branches, number)
        return number

    def _conclude(
        self,
        argument: Thing,
        inference: Inference,
        conclusion: Node,
        since: list[Thing],
        by_number: dict[int, Thing],
    ) -> Thing:
        """What the last step of an argument leads to."""
        about, premises = self._used(inference.data, by_number, conclusion.span)
        data = conclusion.content.data
        if not premises:
            data, premises = self._used(data, by_number, conclusion.span)
        if about.get("argument") is False and not argument.title:
            about = _without(about, "argument")
        fields: dict[str, object] = {"with": ()} if premises else {}
        if inference.rules:
            fields["scheme"] = ", ".join(inference.rules)
        premises = premises or list(dict.fromkeys(since))
        argument.conclusion = thing = self._mention(
            conclusion, None if data is conclusion.content.data else data
        )
        step = Step("support", tuple(premises), thing, inference.span, fields)
        self.steps[argument.steps[-1]] = self._as_told(step, about)
        return thing

    def _used(
        self, data: Mapping[str, object], by_number: dict[int, Thing], span: Span
    ) -> tuple[Mapping[str, object], list[Thing]]:
        """The statements that ``uses: [1, 2]`` names, and the data without it if it names them.

        None if it says nothing; what it names that is not there is reported, and stays in.
        """
        key = next((key for key in ("uses", "from") if key in data), None)
        if key is None:
            return data, []
        used = data[key]
        found: list[Thing] = []
        numbers = used if isinstance(used, list) else [used]
        for number in numbers:
            if isinstance(number, int) and number in by_number:
                found.append(by_number[number])
            else:
                self._report("AD25", span, number=number)
        if found and len(found) == len(numbers):
            data = _without(data, key)
        return data, found

    def _report_all(self, problems: tuple[str, ...], span: Span | None) -> None:
        for why in problems:
            self._report("AD23", span, why=why)

    def _report(self, code: str, span: Span | None, **words: object) -> None:
        self.draft.diagnostics.append(problem(code, span, **words))


def _without(data: Mapping[str, object], key: str) -> Mapping[str, object]:
    return {other: value for other, value in data.items() if other != key}
