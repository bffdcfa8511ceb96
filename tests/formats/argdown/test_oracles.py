"""Argdown's own test files are read as Argdown's own tool reads them."""

import json
from collections import Counter
from typing import Any

import pytest

from argdown_files import CASES, DATA, source_of
from argmap.formats import Reading
from argmap.formats.argdown import read
from argmap.model.diagnostic import failures
from argmap.model.map import ArgumentMap
from conftest import WITHOUT_DATA

EXPLAINED = {
    # Stars and underscores that emphasise nothing are text to us, and not lost.
    "spec-inline/lexer__001.argdown": "text",
    "spec-inline/lexer__002.argdown": "read",
    "spec-inline/parser__006.argdown": "text",
    "spec-inline/parser__007.argdown": "text",
    "spec-inline/parser__008.argdown": "read",
    "spec-inline/parser__009.argdown": "read",
    "spec-inline/parser__010.argdown": "text",
    "spec-inline/parser__011.argdown": "text",
    # A comment at the end of the file is a comment.
    "spec-inline/lexer__012.argdown": "text",
    "spec-inline/parser__013.argdown": "read",
    "spec-inline/parser__019.argdown": "text",
    # Angle brackets in running text are text.
    "spec-inline/parser__003.argdown": "read",
    # Front matter needs no empty line after it.
    "spec-inline/lexer__010.argdown": "read",
    # Blanks around a title are not part of it.
    "spec-inline/parser__018.argdown": "text",
    # Each file is included once, so files that include each other can be read.
    "cli-test/_partial1.argdown": "read",
    "cli-test/_partial2.argdown": "read",
    # The tool leaves out an attack on an argument that also attacks its premise. We keep what
    # was written; the export to Argdown's JSON is the place to leave it out.
    "spec-inline/MapPlugin__010.argdown": "relations",
    "spec-inline/ModelPlugin__025.argdown": "relations",
}
KINDS = {
    "support": "support",
    "attack": "rebuttal",
    "undercut": "undercut",
    "entails": "entailment",
    "contrary": "contrary",
    "contradictory": "contradiction",
}


def reading(name: str) -> Reading:
    return read(source_of(name))


def _name(title: str) -> str:
    return "" if title.startswith("Untitled") else title


def their_texts(expected: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """For each of their classes its title and its text."""
    texts = {}
    for title, statement in expected["statements"].items():
        said = [m for m in statement["members"] if not m.get("isReference")]
        canonical = [m for m in said if (m.get("data") or {}).get("isCanonical")] or said[-1:]
        texts[title] = (_name(title), canonical[0]["text"].strip() if canonical else "")
    return texts


def our_texts(map: ArgumentMap) -> Counter[tuple[str, str]]:
    claims = [claim for claim in map.claims.values() if claim.id not in map.arguments]
    return Counter((_name(claim.title), claim.text) for claim in claims)


End = tuple[str, ...]


def their_relations(expected: dict[str, Any]) -> Counter[tuple[str, End, End]]:
    texts = their_texts(expected)

    def end(kind: str, name: str) -> End:
        return texts[name] if kind == "equivalence-class" else (kind, _name(name))

    found: Counter[tuple[str, End, End]] = Counter()
    for r in expected["relations"]:
        ends = end(r["fromType"], r["from"]), end(r["toType"], r["to"])
        found[_ordered(KINDS[r["relationType"]], *ends)] += 1
    return found


def our_relations(map: ArgumentMap) -> Counter[tuple[str, End, End]]:
    inferences = {
        step
        for argument in map.arguments.values()
        if not argument.gist
        for step in argument.relations
    }
    found: Counter[tuple[str, End, End]] = Counter()
    for relation in map.relations.values():
        if relation.id in inferences:
            continue
        if relation.target_type == "claim":
            target = _end(map, relation.target)
        else:
            argument = map.argument_of(relation.target)
            assert argument is not None
            whole = argument.gist or relation.kind != "undercut"
            target = ("argument" if whole else "inference", _name(argument.title))
        found[_ordered(relation.kind, _end(map, relation.premises[0]), target)] += 1
    return found


def _end(map: ArgumentMap, claim: str) -> End:
    if claim in map.arguments:
        return ("argument", _name(map.claims[claim].title))
    return (_name(map.claims[claim].title), map.claims[claim].text)


def _ordered(kind: str, source: End, target: End) -> tuple[str, End, End]:
    if kind in {"contrary", "contradiction"}:
        source, target = sorted((source, target))
    return kind, source, target


@pytest.mark.skipif(not CASES, reason=WITHOUT_DATA)
@pytest.mark.parametrize(("name", "readable"), CASES, ids=[name for name, _ in CASES])
def test_it_is_read_as_by_the_official_tool(name: str, readable: bool) -> None:
    ours = reading(name)
    explained = EXPLAINED.get(name, "")
    assert bool(failures(ours.diagnostics)) == (not readable and explained != "read")
    if not readable:
        return
    path = (DATA / "expected" / name).with_suffix(".json")
    theirs = json.loads(path.read_text(encoding="utf-8"))
    assert (Counter(their_texts(theirs).values()) == our_texts(ours.map)) or explained == "text"
    arguments = Counter(_name(title).strip() for title in theirs["arguments"])
    assert arguments == Counter(_name(a.title) for a in ours.map.arguments.values())
    same = their_relations(theirs) == our_relations(ours.map)
    if explained:
        # A difference that is none any more has to go from the list.
        titles = all(title == title.strip() for title in theirs["arguments"])
        texts = Counter(their_texts(theirs).values()) == our_texts(ours.map)
        assert not (same and titles and texts)
        return
    assert same
    tags = {t for group in ("statements", "arguments") for e in theirs[group].values()
            for t in e.get("tags", ())}  # fmt: skip
    ours_tagged = [claim.tags for claim in ours.map.claims.values()]
    ours_tagged += [argument.tags for argument in ours.map.arguments.values()]
    assert tags == {tag for each in ours_tagged for tag in each}
    if "regroup:" not in (DATA / "source" / name).read_text(encoding="utf-8"):
        assert _titles(theirs["sections"]) == len(ours.map.sections)


def _titles(sections: list[dict[str, Any]]) -> int:
    return sum(1 + _titles(section["children"]) for section in sections)


@pytest.mark.skipif(not CASES, reason=WITHOUT_DATA)
def test_every_difference_is_one() -> None:
    assert set(EXPLAINED) <= {name for name, _ in CASES}
