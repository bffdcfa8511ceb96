import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.diagnostics.selecting import ALL, Layer
from argmap.store.configuration import Configuration, read_configuration

PYPROJECT = '[project]\nname = "x"\n\n[tool.argmap]\nignore = ["RE02"]\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "maps" / "old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(text: str, name: str = "argmap.toml") -> Configuration:
    Path(name).write_text(text, encoding="utf-8")
    return read_configuration(name)


def problems(config: Configuration) -> list[str]:
    return [f"{problem} | {problem.hint}".removesuffix(" | ") for problem in config.problems]


def test_all_settings_are_read() -> None:
    config = read(
        'select = ["RE", "ad01"]\n'
        'ignore = ["unsupported-thesis"]\n'
        'encoding = "latin-1"\n'
        'source = "texts/article.txt"\n'
        "[per-file-ignores]\n"
        '"old/*" = ["ALL"]\n'
        '"draft*.argdown" = ["RE01", "AN"]\n'
    )
    assert config == Configuration(
        "argmap.toml",
        Layer(("RE", "AD01"), ("RE02",)),
        (("old/*", (ALL,)), ("draft*.argdown", ("RE01", "AN"))),
        "latin-1",
        os.path.join("texts", "article.txt").removeprefix(os.sep),
    )


def test_settings_of_a_pyproject_stand_in_its_table() -> None:
    config = read(PYPROJECT + '[tool.argmap.per-file-ignores]\n"a" = ["RE"]\n', "pyproject.toml")
    assert config.codes == Layer(None, ("RE02",))
    assert config.per_file == (("a", ("RE",)),)
    assert not config.problems


def test_paths_are_taken_from_the_folder_of_the_file() -> None:
    config = read('source = "a.txt"\n[per-file-ignores]\n"old/*" = ["RE"]\n', "maps/argmap.toml")
    assert config.source == os.path.join("maps", "a.txt")
    assert config.ignored_in("maps/old/x.argdown") == Layer(None, ("RE",))
    assert config.ignored_in(os.path.abspath("maps/old/x.argdown")) == Layer(None, ("RE",))
    assert config.ignored_in("old/x.argdown") == Layer()


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("*.argdown", "maps/old/x.argdown", True),
        ("x.argdown", "maps/old/x.argdown", True),
        ("maps/*", "maps/old/x.argdown", True),
        ("maps/**/x.argdown", "maps/old/x.argdown", True),
        ("old/*", "maps/old/x.argdown", False),
        ("X.argdown", "x.argdown", False),
        ("*", "<stdin>", True),
    ],
)
def test_a_pattern_fits_a_path_or_a_name(glob: str, path: str, fits: bool) -> None:
    config = read(f'[per-file-ignores]\n"{glob}" = ["RE"]\n')
    assert bool(config.ignored_in(path).ignore) == fits


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ingore = ["RE02"]', "1:1: CF02 there is no setting 'ingore' | did you mean ignore?"),
        (
            "\n# ignore\nzzz = 1",
            (
                "3:1: CF02 there is no setting 'zzz' | "
                "there are select, ignore, per-file-ignores, encoding, source"
            ),
        ),
        ('ignore = "RE02"', '1:1: CF03 ignore is a list of codes | such as ["RE02", "AD"]'),
        ("select = [1]", '1:1: CF03 select is a list of codes | such as ["RE02", "AD"]'),
        (
            'ignore = [\n  "RE02",\n  "RE2",\n]',
            "3:4: CF03 there is no diagnostic 'RE2' | did you mean RE02?",
        ),
        ('encoding = "latn-1"', "1:1: CF03 there is no encoding 'latn-1' | did you mean latin-1?"),
        (
            "encoding = 8",
            '1:1: CF03 there is no encoding 8 | such as "utf-8" or "latin-1"',
        ),
        ("source = []", "1:1: CF03 source is the name of a text file"),
        (
            'per-file-ignores = ["a"]',
            "1:1: CF03 per-file-ignores is a table of lists of codes, by names of files",
        ),
        (
            '[per-file-ignores]\n"old/*" = "RE"',
            '2:2: CF03 old/* is a list of codes | such as ["RE02", "AD"]',
        ),
        (
            "ignore = [RE02]",
            (
                "1:11: CF01 the configuration is not TOML: invalid value | "
                "TOML is one `key = value` a line, with text in quotation marks"
            ),
        ),
        (
            'x = "y',
            (
                "1:6: CF01 the configuration is not TOML: unterminated string | "
                "TOML is one `key = value` a line, with text in quotation marks"
            ),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, said: str) -> None:
    assert problems(read(text)) == [f"argmap.toml:{said}"]


def test_what_is_right_holds_beside_what_is_wrong() -> None:
    config = read('ingore = []\nignore = ["RE2", "RE05"]\nencoding = "latin-1"\n')
    assert config.codes == Layer(None, ("RE05",))
    assert config.encoding == "latin-1"
    assert len(config.problems) == 2


def test_places_in_a_pyproject_are_those_of_our_table() -> None:
    text = '[tool.other]\ningore = 1\n\n[tool.argmap]\ningore = ["RE02"]\n'
    (problem,) = read(text, "pyproject.toml").problems
    assert str(problem.span) == "pyproject.toml:5:1"


def test_a_file_that_is_no_text_is_told() -> None:
    Path("argmap.toml").write_bytes(b'source = "caf\xe9"')
    (problem,) = read_configuration("argmap.toml").problems
    assert problem.code == "CF01"
    assert str(problem.span) == "argmap.toml:1:14"


@pytest.mark.parametrize("text", ["[" * 100_000, 'a = {b = "' + "x" * 100_000, "tool = 1"])
def test_hostile_files_are_told_and_no_more(text: str) -> None:
    assert read(text).problems
    assert read("[tool.argmap]\n" + text, "pyproject.toml").problems


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=50), st.sampled_from(["argmap.toml", "pyproject.toml"]))
def test_any_text_gives_settings_or_problems(text: str, name: str) -> None:
    Path(name).write_text(text, encoding="utf-8", errors="surrogatepass")
    assert isinstance(read_configuration(name), Configuration)
