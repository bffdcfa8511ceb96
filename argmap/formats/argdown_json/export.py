"""From the syntax tree of an Argdown document to the data that Argdown's own export consists of.

The order of things is that of Argdown's tools, which take in an element when all that is indented
under it is in.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from argmap.formats.argdown.inline import Inline, read_inline
from argmap.formats.argdown.metadata import merge
from argmap.formats.argdown.scan import without_blanked
from argmap.formats.argdown.syntax import (
    Branch,
    Content,
    Document,
    Heading,
    Inference,
    Node,
    Numbered,
    Reconstruction,
)
from argmap.formats.argdown_json.colors import Colors
from argmap.formats.argdown_json.outline import Outline, group_settings, regroup
from argmap.formats.argdown_json.places import Place, Places
from argmap.formats.argdown_json.relations import End, Relations
from argmap.formats.argdown_json.text import text_record

Record = dict[str, Any]
Role = Literal["top-level-statement", "relation-statement", ""]
_KINDS = {"+": "support", "-": "attack", "_": "undercut", "><": "contradictory"}
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_USED = {
    "top-level-statement": "isUsedAsTopLevelStatement",
    "relation-statement": "isUsedAsRelationStatement",
}


def export(document: Document) -> Record:
    """The data of a document: arguments and statements by title, relations, sections, tags."""
    exporter = _Exporter(document)
    before: Node | None = None
    for block in document.blocks:
        if isinstance(block, Heading):
            exporter.add_heading(block)
        elif isinstance(block, Reconstruction):
            exporter.add_reconstruction(block, before)
        else:
            exporter.add_tree(block, "" if block.listed else "top-level-statement")
        before = block if isinstance(block, Node) and block.argument and not block.listed else None
    return exporter.finish()


class _Mention:
    """A node that has been begun: its record, what it mentions, and the branches still to come."""

    __slots__ = ("branches", "end", "node", "record", "symbol")

    def __init__(self, node: Node, record: Record, end: End, symbol: str) -> None:
        self.node = node
        self.record = record
        self.end = end
        self.symbol = symbol
        self.branches: Iterator[Branch] = iter(node.branches)


class _Exporter:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = Places(document)
        self._outline = Outline(document.front)
        self._relations = Relations()
        self._statements: dict[str, End] = {}
        self._arguments: dict[str, End] = {}
        self._inferences: list[End] = []
        self._tags: dict[str, Record] = {}
        self._titles = _titles(document)
        self._untitled = 0
        model = document.front.get("model")
        self._model: Mapping[str, Any] = model if isinstance(model, Mapping) else {}
        self._keeps_tags = not self._model.get("removeTagsFromText")
        self._last: _Mention | None = None
        self._ended: Place = (1, 1)

    def add_heading(self, heading: Heading) -> None:
        """Take in a heading."""
        self._note_tags(heading.content.tags)
        self._outline.add(heading, self._places.at(heading.extent.start))
        self._ended = self._places.end(heading.extent, in_text=not heading.content.data)

    def add_tree(self, root: Node, role: Role, step: End | None = None) -> _Mention:
        """Take in an element and all that is indented under it.

        ``step`` is the inference that undercuts of the element go to, if it is a conclusion.
        """
        first = self._begin(root, role, "")
        open = [first]
        while open:
            mention = open[-1]
            branch = next(mention.branches, None)
            if branch is not None:
                open.append(self._begin(branch.node, "relation-statement", branch.symbol))
                continue
            self._complete(open.pop())
            if open:
                parent = open[-1]
                target = (
                    step if step and parent is first and mention.symbol in {"_", "<_"} else None
                )
                self._relate(mention.symbol, target or parent.end, mention.end)
        self._last = first
        self._ended = self._places.end_of(root)
        return first

    def add_reconstruction(self, block: Reconstruction, before: Node | None) -> None:
        """Take in a premise–conclusion structure, of the argument before it if there is one."""
        described = self._last if before is not None and self._last else None
        argument = described.end if described else self._end(self._untitled_title(), argument=True)
        if argument.inference is not None:  # it has one already, which has been reported
            described, argument = None, self._end(self._untitled_title(), argument=True)
        record = argument.record
        pcs: list[Record] = record["pcs"]
        if described:
            described.record["pcs"] = pcs
        if self._outline.current:
            record["section"] = self._outline.current
        title = record["title"]
        inference: End | None = None
        for line in block.lines:
            if isinstance(line, Inference):
                inference = self._add_inference(line)
                continue
            mention = self.add_tree(line.node, "", inference)
            mention.record |= {"role": "premise", "argumentTitle": title}
            if inference is None:
                mention.end.record["isUsedAsPremise"] = True
                argument.premises.append(mention.end)
            else:
                inference.record |= {"conclusionIndex": len(pcs), "argumentTitle": title}
                mention.record |= {
                    "role": "intermediary-conclusion", "inference": inference.record
                }  # fmt: skip
                mention.end.record["isUsedAsIntermediaryConclusion"] = True
                argument.conclusion, argument.inference = mention.end, inference
            pcs.append(mention.record)
            inference = None
        self._conclude(argument)
        record["startLine"], record["startColumn"] = self._begins(block)
        record["endLine"], record["endColumn"] = self._ended

    def finish(self) -> Record:
        """The data, once all of the document is in."""
        front = self._document.front
        self._relations.settle(
            transfer=self._model.get("transformArgumentRelations", True) is not False,
            strict=self._model.get("mode") == "strict",
        )
        self._outline.finish(self._ended)
        sections = self._outline.sections
        statements = {title: end.record for title, end in self._statements.items()}
        arguments = {title: end.record for title, end in self._arguments.items()}
        for record in (*statements.values(), *arguments.values()):
            if "section" not in record and record["members"] and "section" in record["members"][0]:
                record["section"] = record["members"][0]["section"]
        groups = group_settings(front).get("regroup")
        if isinstance(groups, list) and groups:
            sections = regroup(groups, statements, arguments)
        Colors(front, self._tags).paint(statements.values(), arguments.values(), sections)
        records = {relation: relation.record() for relation in self._relations}
        for end in (*self._statements.values(), *self._arguments.values(), *self._inferences):
            listed: list[Record] = end.record["relations"]
            for relation in end.relations:  # twice where both ends are the same
                listed += [records[relation]] * (1 + (relation.source is relation.target))
        return {
            "arguments": arguments,
            "statements": statements,
            "relations": list(records.values()),
            "sections": sections,
            "tags": self._tags,
        }

    # ── elements ──────────────────────────────────────────────────────────────────────────

    def _begin(self, node: Node, role: Role, symbol: str) -> _Mention:
        """A node, before what is indented under it."""
        title = node.title or self._untitled_title()
        self._note_tags(node.content.tags)
        end = self._end(title, argument=node.argument)
        record: Record = {"type": "statement", "title": title}
        if node.argument:
            record |= {"role": "argument-description", "text": ""}
            record["isTopLevel"] = role == "top-level-statement"
        elif role:
            record["role"] = role
            if role == "top-level-statement":
                record["isTopLevel"] = True
        if node.form == "reference":
            record["isReference"] = True
        record |= self._said(node)
        if node.content.tags:
            record["tags"] = list(dict.fromkeys(node.content.tags))
        return _Mention(node, record, end, symbol)

    def _complete(self, mention: _Mention) -> None:
        """Add a node to what it mentions, after what is indented under it."""
        node, record, whole = mention.node, mention.record, mention.end.record
        record["startLine"], record["startColumn"] = self._places.at(node.extent.start)
        record["endLine"], record["endColumn"] = self._places.end_of(node)
        if "tags" in record:
            whole["tags"] = list(dict.fromkeys([*whole.get("tags", ()), *record["tags"]]))
        data = node.content.data
        if data:
            record["data"] = dict(data)
            merge(whole.setdefault("data", {}), data)
        if self._outline.current:
            record["section"] = self._outline.current
        whole["members"].append(record)
        grouped = data.get("isInGroup")
        defines = node.form != "reference" and "isInGroup" not in data and "section" not in whole
        if (grouped is True or defines) and "section" in record:
            whole["section"] = record["section"]
        if record.get("role") in _USED:
            whole[_USED[record["role"]]] = True

    def _relate(self, symbol: str, parent: End, child: End) -> None:
        source, target = child, parent
        if symbol in {"+>", "->", "_>", "><"}:
            source, target = parent, child
        self._relations.add(_KINDS[symbol.strip("<>") or symbol], source, target)

    def _add_inference(self, line: Inference) -> End:
        record: Record = {
            "type": "inference",
            "relations": [],
            "inferenceRules": list(line.rules),
        }
        record["startLine"], record["startColumn"] = self._places.at(
            self._document.text.rfind("\n", 0, line.extent.start) + 1
        )
        record["endLine"], record["endColumn"] = self._places.end_of(line)
        if line.data:
            record["data"] = dict(line.data)
        inference = End(record)
        self._inferences.append(inference)
        for branch in line.branches:
            child = self.add_tree(branch.node, "relation-statement")
            self._relate(branch.symbol, inference, child.end)
        return inference

    def _conclude(self, argument: End) -> None:
        """Let the last statement of an argument be its main conclusion."""
        argument.record["pcs"][-1]["role"] = "main-conclusion"
        if argument.conclusion is None:
            return
        whole = argument.conclusion.record
        whole["isUsedAsMainConclusion"] = True
        roles = {member.get("role") for member in whole["members"]}
        whole["isUsedAsIntermediaryConclusion"] = "intermediary-conclusion" in roles

    def _begins(self, block: Reconstruction) -> Place:
        first = block.lines[0]
        start = first.start if isinstance(first, Numbered) else first.extent.start
        return self._places.at(self._document.text.rfind("\n", 0, start) + 1)

    def _said(self, node: Node) -> Record:
        """The text of a node, with the blanks that Argdown's tools make of line breaks."""
        content = node.content
        reference = node.form == "reference"
        breaks = bool(node.branches and (reference or content.data))
        said: Inline | Content = Inline("") if reference else content
        if reference or content.tags:
            raw = self._document.text[slice(*node.said)]
            breaks = breaks or (reference and bool(content.data) and "\n" in raw)
            if content.tags and self._keeps_tags and (reference or "\n" in raw):
                # The text of a reference is no text to us, and the range of a tag takes in a blank
                # after it, but no line break.
                inline = read_inline(without_blanked(raw), line_break="\v")
                said = inline._replace(tail=content.tail)
        record = text_record(said)
        if breaks and not record["text"].endswith(" "):
            record["text"] += " "
        if not record["text"] and not node.argument:
            del record["text"]
        return record

    def _end(self, title: str, *, argument: bool) -> End:
        """The claim or argument of that title."""
        known = self._arguments if argument else self._statements
        if title not in known:
            type = "argument" if argument else "equivalence-class"
            known[title] = End({"type": type, "title": title, "relations": [], "members": []})
            if argument:
                known[title].record["pcs"] = []
        return known[title]

    def _untitled_title(self) -> str:
        """The next title for what has none, passing over those that the author gave."""
        while True:
            self._untitled += 1
            title = f"Untitled {self._untitled}"
            if title not in self._titles:
                return title

    def _note_tags(self, tags: tuple[str, ...]) -> None:
        for tag in tags:
            if tag not in self._tags:
                self._tags[tag] = {
                    "tag": tag,
                    "cssClass": _css_class(f"tag-{tag}"),
                    "occurrenceIndex": len(self._tags),
                }


def _titles(document: Document) -> frozenset[str]:
    """The titles in the document that look like those that are made."""
    waiting: list[Node | Inference] = []
    for block in document.blocks:
        if isinstance(block, Node):
            waiting.append(block)
        elif isinstance(block, Reconstruction):
            waiting += (line if isinstance(line, Inference) else line.node for line in block.lines)
    found = set()
    while waiting:
        element = waiting.pop()
        if isinstance(element, Node) and element.title.startswith("Untitled "):
            found.add(element.title)
        waiting += (branch.node for branch in element.branches)
    return frozenset(found)


def _css_class(words: str) -> str:
    """The words as Argdown's tools call a style: ASCII letters, digits and hyphens."""
    spelt = words.lower().translate(_SPELT)
    return "".join(
        letter for letter in ("-" if c.isspace() else c for c in spelt) if letter in _PLAIN
    )
