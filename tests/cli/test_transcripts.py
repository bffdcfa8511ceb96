"""Sessions on the command line: adding a transcript adds a test.

A transcript is a file of ``transcripts/``: each command on a line with ``$``, then what it prints
on standard output, then on standard error (each line after ``! ``), then its exit code if that is
not 0 (``? 1``). A line ``# file NAME`` begins a file that lasts to the next ``#`` or ``$`` line.
"""

import shlex
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT, Run

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


class Step(NamedTuple):
    command: list[str]
    expected: list[str]


def read_transcript(text: str) -> tuple[dict[str, str], list[Step]]:
    """The files that a transcript needs, and its commands."""
    files: dict[str, str] = {}
    steps: list[Step] = []
    into: list[str] = []
    name = ""
    for line in [*text.splitlines(), "#"]:
        if line.startswith(("#", "$ ")) and name:
            files[name] = "\n".join(into).strip("\n") + "\n"
            name = ""
        if line.startswith("# file "):
            name, into = line.removeprefix("# file "), []
        elif name:
            into.append(line)
        elif line.startswith("$ "):
            steps.append(Step(shlex.split(line)[2:], []))
        elif steps and not line.startswith("#"):
            steps[-1].expected.append(line)
    for step in steps:
        while step.expected and not step.expected[-1]:
            step.expected.pop()
    return files, steps


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_the_session_goes_as_written(run: Run, tmp_path: Path, path: Path) -> None:
    files, steps = read_transcript(path.read_text(encoding="utf-8"))
    assert steps
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for step in steps:
        done = run(*step.command)
        printed = done.stdout.replace(str(ROOT), "ROOT").splitlines()
        printed += [f"! {line}" for line in done.stderr.replace(str(ROOT), "ROOT").splitlines()]
        printed += [f"? {done.code}"] if done.code else []
        assert [line.rstrip() for line in printed] == step.expected, step.command
