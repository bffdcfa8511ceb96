import os
from pathlib import Path

import pytest

from argmap.store.projects import encoding_for, find_configuration

PYPROJECT = '[project]\nname = "x"\n\n[tool.argmap]\nignore = ["RE02"]\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "maps" / "old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_first_file_upwards_holds() -> None:
    assert find_configuration("maps/old") is None
    Path("argmap.toml").touch()
    assert find_configuration("maps/old") == "argmap.toml"
    assert find_configuration("") == "argmap.toml"
    Path("maps/argmap.toml").touch()
    assert find_configuration("maps/old") == os.path.join("maps", "argmap.toml")
    assert find_configuration("") == "argmap.toml"


def test_a_pyproject_holds_if_it_says_anything_of_argmap() -> None:
    Path("argmap.toml").touch()
    Path("maps/pyproject.toml").write_text('[project]\nname = "x"\n')
    assert find_configuration("maps") == "argmap.toml"
    Path("maps/pyproject.toml").write_text(PYPROJECT)
    assert find_configuration("maps") == os.path.join("maps", "pyproject.toml")
    Path("maps/argmap.toml").touch()
    assert find_configuration("maps") == os.path.join("maps", "argmap.toml")


def test_nothing_is_looked_for_above_the_folder_with_git() -> None:
    Path("argmap.toml").touch()
    Path("maps/.git").touch()  # a file, as in worktrees
    assert find_configuration("maps/old") is None
    Path("maps/argmap.toml").touch()
    assert find_configuration("maps/old") == os.path.join("maps", "argmap.toml")


def test_an_encoding_is_read_only_where_one_may_be_set() -> None:
    assert encoding_for("maps/x.argdown") == (None, ())
    Path("argmap.toml").write_text("ignore = [")  # not even looked at
    assert encoding_for("maps/x.argdown") == (None, ())
    Path("argmap.toml").write_text('ingore = []\nencoding = "latin-1"')
    assert encoding_for("maps/x.argdown") == ("latin-1", ())
    Path("argmap.toml").write_text('encoding = "latn-1"')
    encoding, wrong = encoding_for("maps/x.argdown")
    assert encoding is None
    assert [problem.code for problem in wrong] == ["CF03"]
