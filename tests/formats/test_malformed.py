"""Broken files, read as a user would have them read: each says what is wrong with it, and where."""

import json
from pathlib import Path

import pytest

from conftest import ROOT, Run

OWN = ROOT / "tests/formats/malformed"
Found = tuple[str, int | None, int | None]
EXPECTED: dict[str, list[Found]] = {
    "bad.ann": [("BR02", 2, 26)],
    "bad.xml": [("MT08", 1, 11), ("MT12", 1, 11), ("RE01", 1, 11), ("MT04", 1, 25)],
    "badtype.json": [("MAP04", 1, 1), ("AF05", 1, 11)],
    "cyc.json": [("RE03", None, None)],
    "dangling.json": [("AF03", 1, 58)],
    "dupid.json": [("AF04", 1, 48), ("RE02", None, None)],
    "list.json": [("JS01", 1, 1)],
    "missingtext.json": [("AF06", 1, 11), ("RE01", None, None)],
    "noloc.json": [("AF16", 1, 1), ("MAP04", 1, 1)],
    "orphan.txt": [("RE02", 3, 1), ("KI02", 4, 1)],
    "sf.json": [("JS01", 1, 2)],
    "trunc.json": [("JS01", 2, 1)],
}
"""For each file the code, line and column of all that is found; nothing is found at no place."""


def findings(run: Run, path: Path) -> list[Found]:
    done = run("check", str(path), "--format", "json")
    assert "Traceback" not in done.stderr
    found = [
        (each["code"], (each["span"] or {}).get("line"), (each["span"] or {}).get("column"))
        for each in json.loads(done.stdout)["findings"]
    ]
    assert done.code in {1, 2}
    return found


def test_every_file_has_its_expectation() -> None:
    assert {path.name for path in OWN.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_of_our_own_says_what_is_wrong(run: Run, name: str) -> None:
    assert findings(run, OWN / name) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_from_elsewhere_says_what_is_wrong(run: Run, shared: Path, name: str) -> None:
    assert findings(run, shared / "data/malformed-handmade" / name) == EXPECTED[name]
