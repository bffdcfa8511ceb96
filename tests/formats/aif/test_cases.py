"""Each case is a file of AIF, what it is read as, and what is said about it."""

import json
from pathlib import Path

import pytest

from argmap.formats import Source, detect
from argmap.formats.aif import FORMAT, read, write
from argmap.formats.aif.problems import CODES
from argmap.model.map import ArgumentMap

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def parts(path: Path) -> tuple[str, list[str]]:
    """The AIF of a case, and the lines that it comes to."""
    text, _, lines = path.read_text(encoding="utf-8").partition("\n---\n")
    return text, lines.split("\n")[:-1]


def lines_of(map: ArgumentMap) -> list[str]:
    """A map, a claim and a relation a line."""
    return [
        *(f"[{claim.id}] {claim.text}".rstrip() for claim in map.claims.values()),
        *(
            f"<{relation.id}> {' & '.join(relation.premises)} {relation.kind} {relation.target}"
            + (f" by {relation.scheme}" if relation.scheme else "")
            for relation in map.relations.values()
        ),
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_read_as_it_says(path: Path) -> None:
    text, expected = parts(path)
    map, found = read(Source(text, "m"))
    assert detect(text) is FORMAT
    assert lines_of(map) + [f"{each.severity} {each}" for each in found] == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_without_errors_is_equal_as_data_when_it_is_written_again(path: Path) -> None:
    text, expected = parts(path)
    written = json.loads(write(read(Source(text)).map).text)
    broken = any(line.startswith("error ") for line in expected)
    assert (written == json.loads(text)) is not broken


def test_there_is_a_case_for_every_code() -> None:
    shown = {line.split()[2] for path in CASES for line in parts(path)[1] if " m:" in line}
    assert shown == CODES - {"AF01"}
