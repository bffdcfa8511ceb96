"""The README is a promise: every example in it runs, and prints what it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, clean_environment

README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
_SHELL = shutil.which("sh")


def _steps(session: str) -> list[tuple[str, list[str]]]:
    """Each command of a session, with the lines that it is said to print."""
    steps: list[tuple[str, list[str]]] = []
    for line in session.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            steps[-1][1].append(line)
    return steps


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A search path on which ``argmap`` is this checkout, wherever it is run from."""
    program = tmp_path / "bin" / "argmap"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m argmap "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    return f"{program.parent}:{clean_environment()['PATH']}"


@pytest.mark.skipif(_SHELL is None, reason="the examples are for a shell, and there is none")
@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.split("\n")[0][2:])
def test_the_example_prints_what_it_says(session: str, tmp_path: Path, path: str) -> None:
    for command, expected in _steps(session):
        if "jq" in command and shutil.which("jq") is None:
            pytest.skip("the example pipes into jq, which is not installed")
        done = subprocess.run(
            [_SHELL or "sh", "-c", command],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=clean_environment(PATH=path),
            check=False,
        )
        printed = done.stdout.splitlines()
        if expected[-1:] == ["..."]:
            expected.pop()
            printed = printed[: len(expected)]
        assert printed == expected, done.stderr


def test_every_command_is_in_it() -> None:
    commands = [
        path.stem
        for path in (ROOT / "argmap/cli/commands").glob("*/*.py")
        if not path.stem.startswith("_")
    ]
    assert len(commands) >= 9
    for command in commands:
        assert f"argmap {command}" in README


def test_it_has_the_two_commands() -> None:
    assert len(re.findall(r"^python3 -m venv ", README, re.MULTILINE)) == 2
