"""The house stands: imports go down only, and no room is too large."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT

PACKAGE = ROOT / "argmap"
FLOORS = [
    {"model"},
    {"graph"},
    {"semantics"},
    {"formats", "sources", "checks", "query"},
    {"diagnostics"},
    {"store"},
    {"contract"},
    {"render"},
    {"cli"},
]
"""From the ground up; rooms on one floor do not know each other."""
HEAVY = {"networkx", "pydantic", "rich", "yaml", "rapidfuzz", "subprocess", "json", "shutil",
         "dataclasses", "importlib.metadata", "asyncio", "logging", "urllib"}  # fmt: skip
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60

MODULES = sorted(PACKAGE.rglob("*.py"))


def _level(room: str) -> int:
    return next(level for level, rooms in enumerate(FLOORS) if room in rooms)


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _top_level_imports(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imports(node)


def _id(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_imports_go_down_only(path: Path) -> None:
    parts = path.relative_to(PACKAGE).parts
    if len(parts) == 1:
        return
    room = parts[0]
    for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        if not name.startswith("argmap.") or name.count(".") == 0:
            continue
        other = name.split(".")[1]
        if other == room or not (PACKAGE / other).is_dir():
            continue
        lower = _level(other) < _level(room)
        assert lower, f"{room} must not know {name}"


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_heavy_modules_are_imported_where_they_are_used(path: Path) -> None:
    if path.parent.name == "contract" and path.stem in {
        "documents",
        "changes",
        "evaluations",
        "models",
        "__main__",
    }:
        return  # the pydantic models, and the script that writes their schemas
    tree = ast.parse(path.read_text(encoding="utf-8"))
    loaded = {name for name in _top_level_imports(tree) if name.split(".")[0] != "argmap"}
    assert not {name for name in loaded if name in HEAVY or name.split(".")[0] in HEAVY}


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_modules_and_functions_can_be_read_in_one_go(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


def test_every_room_is_on_a_floor() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name[0] != "_"}
    assert rooms - {"corpus"} == set().union(*FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_public_names_are_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the module says what lives in it"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} says what it is"
