"""What tests share: running the real command line, and finding real data."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
WITHOUT_DATA = "needs the folder of real data beside the project, which is not part of it"
"""Why tests of real data are skipped where a user has none."""
# The same examples every time, so that a run says something of the change and not of its luck.
# `--hypothesis-profile=search` looks for new ones.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("repeatable")
_OWN = ("ARGMAP_", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "PAGER", "COLUMNS", "TERM", "LESS")


class Ran(NamedTuple):
    """What a command printed, and its exit code."""

    stdout: str
    stderr: str
    code: int


Run = Callable[..., Ran]


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without anything that would change what argmap prints."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_OWN)}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | more


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs ``argmap`` as a process of its own, in an empty folder unless another is given."""

    def run_argmap(
        *args: str, stdin: str | bytes = "", cwd: Path = tmp_path, **environment: str
    ) -> Ran:
        given = stdin if isinstance(stdin, bytes) else stdin.encode()
        done = subprocess.run(
            [sys.executable, "-m", "argmap", *args],
            input=given,
            capture_output=True,
            cwd=cwd,
            env=clean_environment(**environment),
            timeout=120,
            check=False,
        )
        return Ran(done.stdout.decode(), done.stderr.decode(), done.returncode)

    return run_argmap


@pytest.fixture
def shared() -> Path:
    """The folder of real data; tests that need it are skipped where a user has none."""
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_DATA)
    return SHARED
