"""An answer loads what it needs and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, clean_environment

HEAVY = {"networkx", "pydantic", "rich", "yaml", "rapidfuzz", "numpy", "json", "shutil.which",
         "dataclasses", "importlib.metadata", "click", "tomllib", "glob"}  # fmt: skip


def loaded_by(tmp_path: Path, *args: str) -> set[str]:
    """The modules that are loaded when a command has answered."""
    script = (
        "import sys\n"
        f"sys.argv = ['argmap', *{args!r}]\n"
        "from argmap.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=clean_environment(),
    )
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "args",
    [
        ("show", "advantages"),
        ("show",),
        ("show", "--arguments"),
        ("draw", "advantages", "--engine", "layers"),
        ("draw", "advantages", "--engine", "layers", "--to", "html"),
        ("trace", "cyber diplomacy is here to stay"),
        ("find", "espionage"),
        ("list",),
        ("evaluate", "here-to-stay"),
        ("why", "here-to-stay"),
        ("solve", "--problems"),
        ("path", "unique-opportunity", "here-to-stay"),
        ("--version",),
        ("--help",),
        ("schema",),
    ],
)
def test_a_text_answer_on_a_pipe_loads_nothing_heavy(tmp_path: Path, args: tuple[str, ...]) -> None:
    assert not loaded_by(tmp_path, *args) & HEAVY


def test_a_json_answer_needs_no_pydantic(tmp_path: Path) -> None:
    assert not loaded_by(tmp_path, "show", "advantages", "--json") & (HEAVY - {"json"})


def test_a_command_loads_no_other_command(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "show", "advantages")
    commands = {name for name in loaded if name.startswith("argmap.cli.commands.ask.")}
    assert commands == {"argmap.cli.commands.ask.show"}


def test_an_outline_loads_nothing_of_pictures(tmp_path: Path) -> None:
    rooms = ("argmap.render.boxes", "argmap.render.layout", "argmap.render.picture", "graphlay")
    assert not {name for name in loaded_by(tmp_path, "show") if name.startswith(rooms)}


def test_reading_argdown_loads_no_other_format(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "show", "advantages")
    parts = {name.split(".")[2] for name in loaded if name.startswith("argmap.formats.")}
    assert {part for part in parts if not part.startswith("_")} == {"argdown"}


def test_importing_argmap_loads_nothing_of_it() -> None:
    script = "import sys, argmap; print(*(m for m in sys.modules if m.startswith('argmap')))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.split() == ["argmap"]
