"""Held to what SARIF 2.1.0 (OASIS standard, 27 March 2020) demands; sections are given as §."""

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

import argmap
from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span
from argmap.render.sarif import sarif_document

TEXTS = {"maps/a.argdown": "[A]: one\n  + [B]: two\n\n[C]: three\n"}
FOUND = [
    Diagnostic("AD01", "warning", "it is not closed", Span("maps/a.argdown", 1, 6, 2, 4), "do"),
    Diagnostic("RE02", "note", "it is alone", Span("maps/a.argdown", 4, 1, 4, 3), "", ("c",)),
    Diagnostic(
        "RE05", "warning", "round and round", Span("maps/a.argdown", 2, 5, 2, 7), "", ("b",)
    ),
    Diagnostic("RE02", "note", "it is alone", Span("maps/a.argdown", 4, 1, 4, 3), "", ("c",)),
    Diagnostic("IN01", "error", "cannot read x", None, "see"),
    Diagnostic("AN01", "error", "it changed", Span("an odd:näme#1.argdown", 1, 1, 1, 1)),
]


def run_of(found: list[Diagnostic], texts: dict[str, str] = TEXTS) -> dict[str, Any]:
    document = json.loads(json.dumps(sarif_document(found, texts, 1)))
    assert set(document) == {"$schema", "version", "runs"}
    assert document["version"] == "2.1.0"  # §3.13.2
    assert document["$schema"].endswith("sarif-2.1.0.json")
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def is_message(message: object) -> bool:
    """§3.11: a message has a text."""
    return isinstance(message, dict) and isinstance(message["text"], str) and bool(message["text"])


def test_the_tool_names_itself_and_its_version() -> None:  # §3.18, §3.19
    driver = run_of(FOUND)["tool"]["driver"]
    assert driver["name"] == "argmap"
    assert driver["version"] == driver["semanticVersion"] == argmap.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", driver["semanticVersion"])


def test_each_code_that_was_found_is_a_rule_once_with_its_texts() -> None:  # §3.49
    rules = run_of(FOUND)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["AD01", "AN01", "IN01", "RE02", "RE05"]
    for rule in rules:
        assert re.fullmatch(r"[a-z-]+", rule["name"])
        assert is_message(rule["shortDescription"])
        assert is_message(rule["fullDescription"])
        assert is_message(rule["help"])
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert "```" in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}


def test_each_finding_is_a_result_of_its_rule() -> None:  # §3.27
    run = run_of(FOUND)
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(FOUND)
    for result, diagnostic in zip(run["results"], FOUND, strict=True):
        assert result["ruleId"] == diagnostic.code
        assert rules[result["ruleIndex"]]["id"] == diagnostic.code
        assert result["level"] == diagnostic.severity
        assert is_message(result["message"])
        assert diagnostic.message in result["message"]["text"]
        assert diagnostic.hint in result["message"]["text"]
        assert ("locations" in result) == (diagnostic.span is not None)


def test_a_region_ends_after_its_last_character() -> None:  # §3.30
    results = run_of(FOUND)["results"]
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in results if "locations" in r]
    assert regions[0] == {"startLine": 1, "startColumn": 6, "endLine": 2, "endColumn": 5}
    assert regions[1] == {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 4}
    assert run_of(FOUND)["columnKind"] == "unicodeCodePoints"  # §3.14.17


def test_files_are_relative_uris_from_a_base_that_is_described() -> None:  # §3.4
    run = run_of(FOUND)
    for result, file in zip(run["results"], [each.span for each in FOUND], strict=True):
        if file is None:
            continue
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]  # §3.14.14
        uri = urlsplit(artifact["uri"])
        assert not (uri.scheme)
        assert not (uri.netloc)
        assert not (uri.query)
        assert not (uri.fragment)
        assert unquote(uri.path) == file.file
        assert artifact["uri"].isascii()


@pytest.mark.parametrize("relative", [True, False])
def test_a_file_elsewhere_has_a_uri_of_its_own(
    relative: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    name = os.path.join("..", "a b.argdown") if relative else str(tmp_path / "a b.argdown")
    run = run_of([Diagnostic("AD01", "error", "m", Span(name, 1, 1, 1, 1))])
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": f"file://{tmp_path.as_posix()}/a%20b.argdown"}


def test_an_absolute_path_below_here_is_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = run_of([Diagnostic("AD01", "error", "m", Span(str(tmp_path / "a"), 1, 1, 1, 1))])
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "a", "uriBaseId": "%SRCROOT%"}


def prints(found: list[Diagnostic], texts: dict[str, str]) -> list[str]:
    results = run_of(found, texts)["results"]
    return [result["partialFingerprints"]["argmap/v1"] for result in results]  # §3.27.17


def test_a_fingerprint_stays_when_lines_are_put_in_before() -> None:
    moved = [
        each._replace(
            span=each.span
            and each.span._replace(line=each.span.line + 2, end_line=each.span.end_line + 2)
        )
        for each in FOUND[:4]
    ]
    texts = {"maps/a.argdown": "// one\n\n" + TEXTS["maps/a.argdown"]}
    assert prints(moved, texts) == prints(FOUND[:4], TEXTS)


def test_a_fingerprint_is_that_of_one_finding() -> None:
    found = prints(FOUND, TEXTS)
    assert len(set(found)) == len(FOUND)
    other = {"maps/a.argdown": TEXTS["maps/a.argdown"].replace("three", "four")}
    changed = prints(FOUND, other)
    assert [a == b for a, b in zip(found, changed, strict=True)] == [
        True, False, True, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(("code", "succeeded"), [(0, True), (1, True), (2, False)])
def test_a_run_that_could_not_read_everything_did_not_succeed(code: int, succeeded: bool) -> None:
    (invocation,) = sarif_document([], {}, code)["runs"][0]["invocations"]  # §3.20
    assert invocation == {"executionSuccessful": succeeded, "exitCode": code}


def test_without_findings_there_is_an_empty_array_of_results() -> None:  # §3.14.23
    run = run_of([])
    assert run["results"] == []
    assert run["tool"]["driver"]["rules"] == []
