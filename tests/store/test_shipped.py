from pathlib import Path

import pytest

from argmap.store import shipped as module
from argmap.store.shipped import DEFAULT, Shipped, shipped


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a package with no maps in it or beside it."""
    folder = tmp_path / "argmap"
    folder.mkdir()
    monkeypatch.setattr(module, "_PACKAGE", str(folder))
    return folder


def put(folder: Path, *names: str) -> None:
    folder.mkdir()
    for name in names:
        (folder / name).write_text("[A]: a\n")


def test_maps_beside_the_package_are_listed_by_name(package: Path) -> None:
    folder = package.parent / "corpus"
    put(folder, "b.argdown", "a.argdown", "README.md", "notes.txt")
    assert shipped() == [
        Shipped("a", str(folder / "a.argdown")),
        Shipped("b", str(folder / "b.argdown")),
    ]


def test_maps_in_the_package_come_before_those_beside_it(package: Path) -> None:
    put(package.parent / "corpus", "beside.argdown")
    put(package / "corpus", "inside.argdown")
    assert [each.name for each in shipped()] == ["inside"]


def test_without_a_folder_there_are_no_maps(package: Path) -> None:
    assert package.is_dir()
    assert shipped() == []


def test_the_default_map_is_shipped() -> None:
    assert DEFAULT in {each.name for each in shipped()}


def test_every_shipped_map_is_there_to_be_read() -> None:
    found = shipped()
    assert found
    assert all(Path(each.path).stat().st_size for each in found)
