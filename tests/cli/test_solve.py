"""`argmap solve` as a program: published answers, standard input, and life without a solver."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, SHARED, Ran, Run

DUNG = SHARED / "data" / "dung"
GOLD = DUNG / "expected_af.json"
EXPECTED: dict[str, dict[str, Any]] = json.loads(GOLD.read_text()) if GOLD.is_file() else {}
SMALL = ["tweety/dung_ex2.apx", "tweety/dung_ex3.tgf", "assat/nixon.dl", "afbenchgen/n100p5q2.apx"]
CODES = {"n_complete": "CO", "n_preferred": "PR", "n_stable": "ST", "n_semistable": "SST"}
HARD = "p af 4\n1 2\n3 4\n4 3\n"
needs_data = pytest.mark.skipif(not EXPECTED, reason="needs the real frameworks, not at hand")


def extensions(text: str) -> set[frozenset[str]]:
    lines = text.splitlines()
    assert all(line.split()[0] == "w" for line in lines)
    return {frozenset(line.split()[1:]) for line in lines}


@needs_data
@pytest.mark.parametrize("name", [name for name in SMALL if name in EXPECTED])
def test_published_frameworks_have_their_known_extensions(run: Run, name: str) -> None:
    gold, file = EXPECTED[name], str(DUNG / name)
    for key in CODES.keys() & gold.keys():
        assert run("solve", "-p", f"CE-{CODES[key]}", "-f", file).stdout == f"{gold[key]}\n"
    if "preferred" in gold:
        found = extensions(run("solve", "-p", "EE-PR", "-f", file).stdout)
        assert found == set(map(frozenset, gold["preferred"]))
    if isinstance(gold.get("grounded_in"), list):
        found = extensions(run("solve", "-p", "SE-GR", "-f", file).stdout)
        assert found == {frozenset(gold["grounded_in"])}


@needs_data
def test_some_file_has_each_kind_of_known_answer() -> None:
    known = [EXPECTED[name] for name in SMALL if name in EXPECTED]
    assert len(known) > 1
    assert any("preferred" in gold for gold in known)


@needs_data
@pytest.mark.parametrize("argument", ["a1", "a17", "a98"])
def test_acceptance_is_as_published_and_the_witness_shows_it(run: Run, argument: str) -> None:
    gold = EXPECTED["afbenchgen/n100p5q2.apx"]
    file = str(DUNG / "afbenchgen/n100p5q2.apx")
    answer, *shown = run("solve", "-p", "DC-PR", "-f", file, "-a", argument).stdout.splitlines()
    assert answer == ("YES" if argument in gold["preferred_credulous"] else "NO")
    preferred = set(map(frozenset, gold["preferred"]))
    examples = {one for one in preferred if argument in one}
    assert extensions("\n".join(shown)) <= examples
    assert len(shown) == (answer == "YES")
    answer, *shown = run("solve", "-p", "DS-PR", "-f", file, "-a", argument).stdout.splitlines()
    assert answer == ("YES" if argument in gold["preferred_skeptical"] else "NO")
    assert extensions("\n".join(shown)) <= preferred - examples
    assert len(shown) == (answer == "NO")


def test_a_framework_can_come_from_standard_input(run: Run) -> None:
    assert run("solve", "-p", "EE-ST", "-f", "-", stdin="a\nb\n#\na b\n").stdout == "w a\n"
    done = run("solve", "-p", "SE-GR", "-f", "-", stdin=b"\xff\xfe\xfa")
    assert (done.stdout, done.code) == ("", 2)
    assert "<stdin>" in done.stderr


def test_names_cannot_upset_a_terminal(run: Run) -> None:
    text = 'arg("\x1b[2J").\n'
    assert "\x1b" not in run("solve", "-p", "SE-GR", "-f", "-", stdin=text).stdout


def test_help_names_every_semantics_and_says_what_the_exit_codes_are(run: Run) -> None:
    told = " ".join(run("solve", "--help").stdout.split())
    problems = run("solve", "--problems").stdout.strip("[]\n").split(",")
    for problem in problems:
        task, code = problem.split("-")
        assert f"{task}:" in told
        assert f" {code} " in told
    assert "exit code is 0 for YES and NO alike" in told


def test_without_python_sat_only_what_needs_it_is_missing(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked" / "pysat"
    blocked.mkdir(parents=True)
    (blocked / "__init__.py").write_text("raise ImportError('blocked')\n", encoding="utf-8")
    (tmp_path / "hard.af").write_text(HARD, encoding="utf-8")

    def solve(problem: str, *more: str) -> Ran:
        path = f"{blocked.parent}{os.pathsep}{ROOT}"
        return run("solve", "-p", problem, "-f", "hard.af", *more, PYTHONPATH=path)

    for problem in ("SE-PR", "EE-CO", "CE-ST"):
        done = solve(problem)
        assert (done.stdout, done.code) == ("", 2)
        assert "python-sat" in done.stderr
        assert "pip install 'argmap[solve]'" in done.stderr
    assert solve("SE-GR") == ("w 1\n", "", 0)
    assert solve("DC-CO", "-a", "1") == ("YES\nw 1\n", "", 0)
    answer, remark, code = solve("DC-PR", "-a", "1")
    assert (answer, code) == ("YES\n", 0)
    assert "no witness was found" in remark
