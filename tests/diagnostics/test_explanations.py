"""Every code that argmap can give is explained, and every explanation is true."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from argmap.checks import all_checks
from argmap.cli.checking import Checked, check_maps
from argmap.cli.options import MapChoice, Rules
from argmap.diagnostics.explanation import Explanation, explanations, names
from argmap.model.diagnostic import Diagnostic, Severity
from conftest import ROOT

PACKAGE = ROOT / "argmap"
TEXTS = PACKAGE / "diagnostics" / "explanations"
CODE = re.compile(r"[A-Z]{2,3}[0-9]{2}")
SOURCE = "article.txt"
KNOWN = explanations()
ALSO = {
    "AF06": {"RE01"},  # a claim without a text is never stated
    "AD10": {"RE01"},  # what is defined by nothing is never stated
    "AD14": {"AD07"},  # there can be no premise only where a number is followed by nothing
    "AD18": {"AD13"},  # the conclusion is taken for rules
    "AD20": {"RE07"},  # the contradiction is read all the same
    "AD24": {"RE11"},  # what bears on the step bears on no statement of it
    "BR06": {"BR08"},  # a claim without a stance
    "BR07": {"BR08"},
    "MT02": {"MT10"},  # an element without an id is in no unit
    "MT03": {"MT08"},  # what is meant by the id is the first of the two
    "AM04": {"RE01"},  # what has no text is never stated
    "AY07": {"RE01"},  # what has no text is never stated
    "CX07": {"RE01"},  # what has no text is never stated
    "LK07": {"RE01"},  # what has no text is never stated
    "AU02": {"RE02"},  # nothing can refer to the second
    "CX02": {"RE02"},  # nothing can refer to the second
    "LK02": {"RE02"},  # nothing can refer to the second
    "AU06": {"RE02"},  # what bears on nothing is connected to nothing
    "MM05": {"RE02"},  # what bears on nothing is connected to nothing
    "MM06": {"RE02"},  # what bears on nothing is connected to nothing
    "CX06": {"RE07"},  # a statement and its denial contradict each other
    "LK06": {"RE07"},  # a statement and its denial contradict each other
    "LK08": {"MAP04"},  # there is nothing else to read claims from
    "AN03": {"AN04"},  # what moves makes others move along
}
"""Findings that may come with a fault, for it cannot be had without them."""
ELSEWHERE = {
    "AD34",
    "AD35",
    "AF16",
    "IN05",
    "IN06",
    "IN07",
    "LS01",
    "LS02",
    "LS03",
    "LS04",
    "AB09",
    "CA07",
    "CA09",
    "SF01",
    "SF11",
}
"""What is told where a map is written, or of files too odd or too large for an example."""
SHOWN = [each for each in KNOWN if each.code not in ELSEWHERE]
FILE = re.compile(r"^# (no )?file (\S+)(?: in (\S+))?\n", re.MULTILINE)


def codes_in(path: Path) -> set[str]:
    """The codes that stand in a module as texts of their own."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    texts = (node.value for node in nodes if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}


def files_of(example: str) -> Iterator[tuple[str, bytes | None]]:
    """The files of an example, the map first; one that is not there has no content."""
    if not FILE.match(example):
        example = f"# file map.argdown\n{example}"
    _, *parts = FILE.split(example)
    for missing, name, encoding, text in zip(*[iter(parts)] * 4, strict=True):
        if missing:
            yield name, None
        elif encoding == "hex":
            yield name, bytes.fromhex(text)
        else:
            yield name, (text.rstrip("\n") + "\n").encode(encoding or "utf-8")


def checked(example: str, folder: Path) -> Checked:
    """What ``argmap check`` finds in an example."""
    files = dict(files_of(example))
    for name, raw in files.items():
        if raw is not None:
            (folder / name).write_bytes(raw)
    source = SOURCE if SOURCE in files else None
    return check_maps([next(iter(files))], MapChoice(), Rules(), source)


def about_files(each: Explanation, found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings, without those about the reasoning where a code is about a foreign format.

    What such a file loses leaves a hole in the reasoning, too.
    """
    if each.code[:2] in {"AD", "RE"}:
        return list(found)
    return [finding for finding in found if finding.code[:2] != "RE"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_code_has_an_explanation_and_every_explanation_a_code() -> None:
    used = set().union(*(codes_in(path) for path in PACKAGE.rglob("*.py")))
    explained = {each.code for each in KNOWN}
    missing = sorted(used - explained)
    assert not missing, f"write {', '.join(f'{TEXTS}/{code}.txt' for code in missing)}"
    assert not explained - used, "no part of argmap gives these codes"


def test_no_code_and_no_name_is_used_twice() -> None:
    codes = [each.code for each in KNOWN]
    assert codes == sorted(set(codes))
    assert len({each.name for each in KNOWN}) == len(KNOWN)
    assert names() == {each.code: each.name for each in KNOWN}


def test_checks_are_explained_by_their_docstrings_alone() -> None:
    checks = {check.code for check in all_checks()}
    assert not checks & {path.stem for path in TEXTS.iterdir()}
    assert checks <= {each.code for each in KNOWN}


@pytest.mark.parametrize("each", KNOWN, ids=lambda each: each.code)
def test_an_explanation_has_all_its_parts(each: Explanation) -> None:
    where = f"{TEXTS}/{each.code}.txt, or the docstring of the check"
    assert CODE.fullmatch(each.code), where
    assert each.severity in get_args(Severity), f"{where}: the first line is severity and name"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", each.name), f"{where}: a name is in kebab case"
    assert 10 < len(each.summary) < 90, f"{where}: one short sentence comes first"
    assert each.text.split("\n")[0].endswith("."), f"{where}: one short sentence comes first"
    assert len(" ".join(each.paragraphs)) > 100, f"{where}: say why it matters, and what to do"
    if each.code in ELSEWHERE:
        return
    assert each.bad, f"{where}: a bad example, indented by four blanks after `Bad::`"
    assert each.good, f"{where}: a good example, indented by four blanks after `Good::`"
    assert each.bad != each.good
    assert all(len(line) <= 110 for line in each.text.split("\n")), f"{where}: long lines"


@pytest.mark.parametrize("each", SHOWN, ids=lambda each: each.code)
def test_the_bad_example_has_the_fault_and_no_other(each: Explanation, here: Path) -> None:
    found = checked(each.bad, here).findings
    others = {finding.code for finding in about_files(each, found)} - ALSO.get(each.code, set())
    assert others == {each.code}, list(map(str, found))
    assert {finding.severity for finding in found if finding.code == each.code} == {each.severity}


@pytest.mark.parametrize("each", SHOWN, ids=lambda each: each.code)
def test_the_good_example_has_no_fault(each: Explanation, here: Path) -> None:
    assert not list(map(str, about_files(each, checked(each.good, here).findings)))
