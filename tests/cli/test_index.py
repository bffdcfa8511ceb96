"""Questions to an index are answered as they are of the files."""

import sqlite3
from pathlib import Path

import pytest

from argmap.cli import indexed
from argmap.cli.errors import UserError
from argmap.cli.options import MapChoice
from argmap.contract.documents import Index
from argmap.store.index.building import build
from argmap.store.index.schema import schema
from argmap.store.index.survey import Wish
from conftest import SHARED, WITHOUT_DATA, Run

DEBATE = """===
title: Free tea
===

# Costs

[Tea is free]: Tea should be free for all. #tea
  + [Wars]: Free tea ends wars at once. #peace
    - <Doubt>: No war was ever ended by tea. #doubt
  - [Cost]: It costs too much.
    - [Rich]: We are rich enough.

## Details

<Reckoning>

(1) [Cup]: A cup costs a penny.
(2) [All]: All of us drink a cup.
----
(3) [Cost]
"""
JSON = """{"claims": [{"id": "a", "text": "Peace is good.", "tags": ["peace"]}, {"id": "b",
"text": "Tea warms."}], "relations": [{"id": "r", "kind": "support", "premises": ["b"],
"target": {"type": "claim", "id": "a"}}]}"""
ABOUT_THE_FOLDER = [
    ["find", "tea"],
    ["find", "ending", "war"],
    ["find", '"free tea"', "--json"],
    ["find", "tea", "-n", "2", "--ids"],
    ["find", "tea", "--kind", "rebuttal"],
    ["find", "--kind", "support", "--kind", "entailment", "--json"],
    ["find", "--kind", "support", "-n", "2"],
    ["find", "tea", "--without", "tea", "--tag", "costs", "--kind", "rebuttal", "--ids"],
    ["find", "tea", "--without", "doubt"],
    ["find", "tea", "--kind", "contrary"],
    ["find", "ta", "--kind", "rebuttal"],
    ["find", "tea", "--tag", "doutb"],
    ["show", "peace"],
    ["show", "costs", "--json"],
    ["show", "reckoning"],
    ["show"],
    ["show", "tea is free", "--verdicts"],
    ["trace", "wars", "--depth", "1", "--json"],
    ["path", "tea/doubt", "tea/tea-is-free"],
    ["list", "groups"],
    ["list", "relations", "--json"],
    ["stats"],
    ["stats", "--json"],
    ["stats", "--without", "doubt"],
    ["evaluate"],
    ["why", "tea/cost"],
    ["show", "--in", "tea"],
    ["trace", "cost", "--in", "tea"],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two maps in two formats."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "tea.argdown").write_text(DEBATE)
    (tmp_path / "maps" / "peace.json").write_text(JSON)
    return tmp_path


def test_answers_are_those_of_the_folder(run: Run, folder: Path) -> None:
    assert run("index", "maps", cwd=folder).code == 0
    for question in ABOUT_THE_FOLDER:
        of_files = run(*question, "-m", "maps", cwd=folder)
        of_index = run(*question, "-m", "maps/argmap.index", cwd=folder)
        assert of_index.stdout == of_files.stdout, question
        assert (of_index.code, of_index.stderr) == (of_files.code, of_files.stderr), question


def test_an_index_of_one_map_answers_as_its_file(run: Run, folder: Path) -> None:
    run("index", "maps/tea.argdown", "-o", "tea.index", cwd=folder)
    for question in (["show"], ["show", "cost"], ["trace", "wars", "--json"], ["flip", "wars"]):
        of_file = run(*question, "-m", "maps/tea.argdown", cwd=folder)
        assert run(*question, "-m", "tea.index", cwd=folder) == of_file


def test_what_was_done_is_told(run: Run, folder: Path) -> None:
    assert run("index", "maps", cwd=folder).stderr == (
        "maps/argmap.index has 2 maps with 9 claims: 2 of 2 files read\n"
    )
    assert run("index", "maps", cwd=folder).stderr == (
        "maps/argmap.index has 2 maps with 9 claims: nothing is new\n"
    )
    (folder / "maps" / "peace.json").unlink()
    (folder / "maps" / "bad.json").write_text('{"claims": 3}')
    done = run("index", "maps", "--json", cwd=folder)
    assert done.code == 2
    assert done.stderr.startswith("maps/bad.json:1:1: JS01 ")
    assert done.stderr.endswith(": 1 of 2 files read, 1 removed, 1 with errors\n")
    document = Index.model_validate_json(done.stdout)
    assert (document.failed, document.removed, document.claims) == (["bad.json"], 1, 7)
    asked = run("find", "penny", "-m", "maps/argmap.index", cwd=folder)
    assert (asked.code, len(asked.stdout.splitlines())) == (2, 1)
    assert "1 of 2 files" in asked.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["index", "nowhere"], "there is no folder or file 'nowhere'"),
        (["index", "maps/tea.argdown"], "name it with -o"),
        (["index", "maps", "-o", "maps"], "is a folder"),
        (["index", "maps", "-o", "maps/peace.json"], "is no index, and is not replaced"),
        (["index", "maps", "-o", "gone/argmap.index"], "cannot write the index"),
        (["index", "maps", "--from", "argdwn"], "did you mean argdown?"),
        (["show", "--in", "ta", "-m", "maps"], "did you mean tea?"),
        (["show", "--in", "tea"], "--in goes with a folder or an index"),
    ],
)
def test_mistakes_are_told(run: Run, folder: Path, args: list[str], said: str) -> None:
    done = run(*args, cwd=folder)
    assert done.code == 2
    assert said in done.stderr
    assert not done.stdout


def test_an_index_of_another_version_is_made_anew(run: Run, folder: Path) -> None:
    run("index", "maps", cwd=folder)
    connection = sqlite3.connect(folder / "maps" / "argmap.index")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    asked = run("find", "tea", "-m", "maps/argmap.index", cwd=folder)
    assert (asked.code, "another version" in asked.stderr) == (2, True)
    assert "2 of 2 files read" in run("index", "maps", cwd=folder).stderr
    assert run("find", "tea", "-m", "maps/argmap.index", cwd=folder).code == 0


def test_the_tables_are_told_and_can_be_asked(run: Run, folder: Path) -> None:
    run("index", "maps", cwd=folder)
    told = run("index", "maps", "--schema", cwd=folder).stdout
    assert told == schema()
    sqlite3.connect(":memory:").executescript(told)
    examples = [line[2:].strip() for line in told.splitlines() if line.startswith("--   ")]
    queries = " ".join(examples).split(";")[:-1]
    connection = sqlite3.connect(folder / "maps" / "argmap.index")
    assert len(queries) >= 2
    for query in queries:
        assert connection.execute(query.replace("espionage", "tea")).fetchall()
    called = "SELECT count(*) FROM words WHERE words MATCH 'title : ^\"cost ~\"'"
    assert connection.execute(called).fetchone() == (1,)


def test_a_vast_index_is_not_shown_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = str(folder / "i")
    build(Wish([str(folder / "maps")]), index, lambda *_: None, 1)
    monkeypatch.setattr(indexed, "_VAST", 5)
    with pytest.raises(UserError, match="9 claims in 2 maps, too many to show"):
        indexed.refuse_if_vast(index, MapChoice())
    indexed.refuse_if_vast(index, MapChoice(within="tea"))


def test_of_a_large_index_how_much_there_is_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from argmap.cli.commands.ask import stats
    from argmap.cli.options import Output

    index = str(folder / "i")
    build(Wish([str(folder / "maps")]), index, lambda *_: None, 1)
    for read in (3, 1000):
        monkeypatch.setattr(stats, "_READ", read)
        assert stats.run(choice=MapChoice([index]), output=Output(color="never")) == 0
    printed = capsys.readouterr()
    _, figures, named = (part.splitlines() for part in printed.out.split("/maps\n"))
    figures.pop()  # where the next begins
    told = {line.split()[0]: line.split()[1] for line in figures}
    assert told.pop("maps") == "2"
    for line in named[:7]:
        assert line in figures
    for what in ("thesis", "isolated", "unsupported", "unanswered"):
        number = sum(line.startswith(what) for line in named)
        assert told["theses" if what == "thesis" else what] == str(number)
    assert "--in MAP names the claims of a single map" in printed.err


@pytest.mark.skipif(not SHARED.is_dir(), reason=WITHOUT_DATA)
def test_real_maps_of_many_formats_answer_alike(run: Run, tmp_path: Path) -> None:
    data = str((SHARED / "data" / "carneades").resolve())  # as an index names its folder
    index = str(tmp_path / "i")
    indexed_, of_files = run("index", data, "-o", index), run("list", "-m", data)
    assert indexed_.code == of_files.code
    of_index = run("list", "-m", index)
    assert (of_index.stdout, of_index.code) == (of_files.stdout, of_files.code)
    claim = of_files.stdout.splitlines()[10].split("\t")[0]
    for question in (["trace", claim, "--json"], ["find", "good", "--json"], ["stats", "--json"]):
        assert run(*question, "-m", index).stdout == run(*question, "-m", data).stdout
