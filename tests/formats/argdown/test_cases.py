"""Each feature of Argdown, read: adding a file to ``cases`` with a ``.txt`` beside it adds a test.

The ``.txt`` lists what the map is made of, in the short form of :func:`listed`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from argmap.formats import Reading, Source
from argmap.formats.argdown import read
from argmap.model.claim import Mark

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.argdown") if not path.stem.startswith("_"))


def reading(name: str, text: str | None = None) -> Reading:
    def include(path: str) -> str | None:
        file = CASES / path
        return file.read_text(encoding="utf-8") if file.is_file() else None

    file = f"{name}.argdown"
    return read(Source(text or (CASES / file).read_text(encoding="utf-8"), file, include))


def marked(text: str, marks: Iterable[Mark]) -> list[str]:
    """What each mark is, the words that it marks, and what it points to."""
    return [f"{m.kind} {text[m.start : m.end]!r} {m.target}".rstrip() for m in marks]


def listed(read: Reading) -> Iterator[str]:
    """A line for each record and diagnostic."""
    map = read.map
    if map.data:
        yield f"data {dict(map.data)}"
    for section in map.sections.values():
        about = f"{'#' * section.level} {section.id} ({section.title}) in {section.parent}"
        about = " ".join([about, *section.tags, str(dict(section.data) or "")]).rstrip()
        yield " | ".join([about, *marked(section.title, section.marks)])
    for claim in map.claims.values():
        parts = [f"claim {claim.id}", f"[{claim.title}]" if claim.title else "", claim.text]
        parts += [f"#{tag}" for tag in claim.tags]
        parts += [f"in {claim.section}"] if claim.section else []
        parts += [f"also {wording!r}" for wording in claim.wordings]
        parts += marked(claim.text, claim.marks)
        parts += [f"weight {claim.weight}"] if claim.weight is not None else []
        parts += [f"source {tuple(claim.source)}"] if claim.source else []
        parts += [str(dict(claim.data))] if claim.data else []
        parts += [f"at {claim.span.line}:{claim.span.column}"] if claim.span else []
        yield " | ".join(part.rstrip() for part in parts if part)
    for relation in map.relations.values():
        about = f"{relation.id} {relation.kind} {' & '.join(relation.premises)} > {relation.target}"
        yield " | ".join(filter(None, [about, relation.scheme, str(dict(relation.data) or "")]))
    for argument in map.arguments.values():
        about = f"argument {argument.id} <{argument.title}> {argument.text}".rstrip()
        parts = [about, " ".join(argument.relations), f"gist {argument.gist}"]
        if argument.gist is None:
            parts += marked(argument.text, argument.marks)
        yield " | ".join(parts)
    for diagnostic in read.diagnostics:
        yield f"! {diagnostic}"


@pytest.mark.parametrize("name", NAMES)
def test_the_case_is_read_as_listed(name: str) -> None:
    expected = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert list(listed(reading(name))) == expected


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_the_same(name: str) -> None:
    assert reading(name).map == reading(name).map


@pytest.mark.parametrize("name", NAMES)
def test_blank_lines_and_comments_between_blocks_change_nothing(name: str) -> None:
    text = (CASES / f"{name}.argdown").read_text(encoding="utf-8")
    if text.startswith("===") or "\n\n  - two" in text:
        return  # front matter is first, and an empty line in metadata belongs to it
    padded = "\n\n" + text.replace("\n\n", "\n\n\n// a comment\n\n") + "\n\n"

    def unplaced(read: Reading) -> list[str]:
        return [line.rpartition(" | at ")[0] or line for line in listed(read) if line[0] != "!"]

    assert unplaced(reading(name, padded)) == unplaced(reading(name))
