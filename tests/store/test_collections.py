from pathlib import Path

import pytest

from argmap.store.collections import Place, numbered, places, stem
from argmap.store.folders import can_be_many

FILES = (
    "maps/a.argdown", "maps/b.json", "maps/b.argdown", "maps/sub/a.argdown", "maps/sub/c.aif.json",
    "maps/notes.md", "maps/picture.dot", "more/a.argdown", "more/b.JSONL", "top.argdown",
)  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (["maps"], ["a", "b.argdown", "b.json", "sub/a", "sub/c"]),
        (["maps/"], ["a", "b.argdown", "b.json", "sub/a", "sub/c"]),
        (["maps/sub"], ["a", "c"]),
        (["maps/**/*.json"], ["b", "sub/c"]),
        (["*/*.argdown"], ["maps/a", "maps/b", "more/a"]),
        (["m*"], ["maps/a", "maps/b.argdown", "maps/b.json", "maps/sub/a", "maps/sub/c", "more/a",
                  "more/b"]),
        (["maps", "more"], ["maps/a", "b.argdown", "b.json", "sub/a", "sub/c", "more/a",
                            "b.JSONL"]),
        (["maps/a.argdown", "more/a.argdown"], ["maps/a", "more/a"]),
        (["top.argdown", "maps/b.json"], ["top", "b"]),
        (["cyber-diplomacy", "top.argdown"], ["cyber-diplomacy", "top"]),
        (["maps/b.argdown", "maps/b.json", "more/a.argdown"], ["b.argdown", "b.json", "a"]),
        (["nothing/*.argdown"], ["*"]),
        (["maps/notes.md"], ["notes"]),
    ],
)  # fmt: skip
def test_a_map_is_called_by_its_path_in_the_folder_that_was_named(
    names: list[str], called: list[str]
) -> None:
    assert [place.name for place in places(names)] == called


def test_only_files_are_meant_that_maps_can_be_read_from() -> None:
    assert places(["more"]) == [Place("more/a.argdown", "a"), Place("more/b.JSONL", "b")]


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("maps", True),
        ("maps/*.json", True),
        ("more/b.JSONL", True),
        ("top.argdown", False),
        ("nothing", False),
        ("-", False),
    ],
)
def test_a_name_can_stand_for_several_maps(name: str, many: bool) -> None:
    assert can_be_many(name) is many


def test_the_stem_is_without_the_longest_suffix_of_a_format() -> None:
    assert stem("a/b.argdown.json") == "a/b"
    assert stem("a/b.AIF.json") == "a/b"
    assert stem("a.b/c.ndjson") == "a.b/c"
    assert stem("a/b.txt") == "a/b.txt"
    assert stem(".json") == ".json"


def test_the_map_in_a_line_of_an_archive_has_its_number() -> None:
    assert numbered("traces", 17) == "traces-000017"
    assert numbered("traces", 0) == "traces"
