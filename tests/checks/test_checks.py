import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

import argmap.checks
from argmap.checks import all_checks, run
from argmap.checks._check import Check, name_of
from argmap.formats._format import Source
from argmap.formats.argdown import read
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from argmap.model.span import Span
from small_maps import LARGE, map_of, maps

CHECKS = all_checks()


def _example(check: Check, kind: str) -> str:
    """The indented block that follows ``Bad::`` or ``Good::`` in a check's explanation."""
    found = re.search(rf"^{kind}::\n\n((?:    .*\n|\n)+)", check.explanation, re.MULTILINE)
    assert found
    return "\n".join(line[4:] for line in found[1].splitlines()) + "\n"


def _findings(text: str) -> list[str]:
    map, diagnostics = read(Source(text))
    assert diagnostics == []
    return [finding.code for finding in run(map)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_bad_example_has_the_fault_and_no_other(check: Check) -> None:
    assert _findings(_example(check, "Bad")) == [check.code]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_good_example_has_no_fault(check: Check) -> None:
    assert _findings(_example(check, "Good")) == []


def test_each_file_of_the_folder_is_a_check_named_like_it() -> None:
    folder = Path(argmap.checks.__file__).parent
    files = {path.stem for path in folder.glob("[!_]*.py")}
    assert {check.name.replace("-", "_") for check in CHECKS} == files


def test_checks_come_by_code_and_no_code_is_used_twice() -> None:
    codes = [check.code for check in CHECKS]
    assert codes == sorted(set(codes))
    assert codes[:7] == [f"RE0{number}" for number in range(1, 8)]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_summary_is_one_plain_line(check: Check) -> None:
    assert 10 < len(check.summary) < 70
    assert check.summary[0].isupper()
    assert not check.summary.endswith(".")


def _claim(id: str, line: int, file: str = "m") -> Claim:
    return Claim(id, title=id, text=id, span=Span(file, line, 1, line, 2))


def test_findings_come_by_place_and_those_without_one_last() -> None:
    map = ArgumentMap(
        [Claim("x"), _claim("c", 3), _claim("b", 1, "n"), _claim("a", 2)],
        [Relation("r", "support", ("x",), "x")],
    )
    found = [(str(finding.span or "-"), finding.code) for finding in run(map)]
    places = [("m:2:1", "RE02"), ("m:3:1", "RE02"), ("n:1:1", "RE02"), ("-", "RE01"), ("-", "RE03")]
    assert found == places


def test_a_finding_and_its_hint_are_plain_sentences() -> None:
    def texts() -> Iterator[str]:
        for check in CHECKS:
            for finding in run(read(Source(_example(check, "Bad"))).map):
                yield finding.message
                yield finding.hint

    for text in texts():
        assert text
        assert "\n" not in text
        assert not text.endswith(".")


@given(maps())
def test_every_finding_names_claims_of_the_map_and_a_known_code(map: ArgumentMap) -> None:
    codes = {check.code for check in CHECKS}
    for finding in run(map):
        assert finding.code in codes
        assert finding.claims
        assert set(finding.claims) <= map.claims.keys()


def test_a_sound_map_has_no_findings() -> None:
    assert run(map_of("b support a", "c rebuttal a", "d undercut r2")) == []


@pytest.mark.parametrize(
    ("shape", "codes"), [("chain", []), ("ring", ["RE05"]), ("star", ["RE02"]), ("tower", ["RE13"])]
)
def test_size_is_no_limit(shape: str, codes: list[str]) -> None:
    found = run(LARGE[shape]())
    assert [finding.code for finding in found] == codes
    assert all(len(finding.message) < 500 for finding in found)


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        (Claim("a", title="The title", text="The text."), "“The title”"),
        (Claim("a", text="The\n  text."), "“The text.”"),
        (Claim("a"), "“a”"),
        (Claim("a", text="word " * 20), "“" + "word " * 12 + "…”"),
        (Claim("a", text="x" * 99), "“" + "x" * 60 + " …”"),
    ],
)
def test_a_claim_is_called_by_title_or_short_text(claim: Claim, name: str) -> None:
    assert name_of(claim) == name
