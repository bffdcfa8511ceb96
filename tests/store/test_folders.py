from pathlib import Path

import pytest

from argmap.store.folders import expand

SUFFIXES = (".argdown", ".json")
FILES = (
    "b.argdown", "a.argdown", "B.ARGDOWN", "notes.txt", "data.json", ".hidden.argdown",
    "sub/z.argdown", "sub/deep/y.argdown", ".git/config.json", "sub/.venv/x.argdown",
    "[x].argdown", "odd*name.argdown", "empty/readme.txt",
)  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


ALL = [
    "B.ARGDOWN", "[x].argdown", "a.argdown", "b.argdown", "data.json", "odd*name.argdown",
    "sub/z.argdown", "sub/deep/y.argdown",
]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["."], ALL),
        (["sub"], ["sub/z.argdown", "sub/deep/y.argdown"]),
        (["./sub/"], ["sub/z.argdown", "sub/deep/y.argdown"]),
        (["sub/.venv"], ["sub/.venv/x.argdown"]),
        (["empty"], []),
        (["notes.txt"], ["notes.txt"]),
        (["nothing.argdown"], ["nothing.argdown"]),
        (["-"], ["-"]),
        (["b.argdown", "a.argdown"], ["b.argdown", "a.argdown"]),
        (["a.argdown", "a.argdown"], ["a.argdown"]),
        (["*.json"], ["data.json"]),
        (["?.argdown"], ["a.argdown", "b.argdown"]),
        (["[ab].argdown"], ["a.argdown", "b.argdown"]),
        (["[x].argdown"], ["[x].argdown"]),
        (["odd*name.argdown"], ["odd*name.argdown"]),
        (["**/*.argdown"], [
            "[x].argdown", "a.argdown", "b.argdown", "odd*name.argdown", "sub/deep/y.argdown",
            "sub/z.argdown",
        ]),
        (["s*"], ["sub/z.argdown", "sub/deep/y.argdown"]),
        (["*.nothing"], ["*.nothing"]),
        ([], []),
    ],
)  # fmt: skip
def test_names_stand_for_files(names: list[str], found: list[str]) -> None:
    assert expand(names, SUFFIXES) == found


def test_a_file_named_and_in_a_folder_comes_once_where_it_is_named() -> None:
    assert expand(["sub/deep/y.argdown", "sub"], SUFFIXES) == [
        "sub/deep/y.argdown",
        "sub/z.argdown",
    ]


def test_a_link_in_a_circle_is_not_followed(folder: Path) -> None:
    (folder / "sub" / "again").symlink_to(folder / "sub", target_is_directory=True)
    assert expand(["sub"], SUFFIXES) == ["sub/z.argdown", "sub/deep/y.argdown"]


def test_a_link_to_a_file_is_a_file(folder: Path) -> None:
    (folder / "sub" / "link.argdown").symlink_to(folder / "a.argdown")
    assert "sub/link.argdown" in expand(["sub"], SUFFIXES)
