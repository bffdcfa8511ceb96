"""The parts of ``check`` that need more than a transcript: streams, files, encodings, machines."""

import json
import re
from pathlib import Path

import pytest

from conftest import Run

LATIN = "[Café]: The café stays.\n  + [B]: A reason.\n"
BAD = "[A]: A claim. {x: [}\n  - [B]: A reason.\n"
GOOD = "[A]: A claim.\n  + [B]: A reason.\n"
COMMANDS = [("show",), ("list",), ("find", "stays"), ("trace", "b"), ("stats",), ("check",)]


@pytest.fixture
def latin(tmp_path: Path) -> Path:
    path = tmp_path / "latin.argdown"
    path.write_bytes(LATIN.encode("latin-1"))
    return path


@pytest.mark.usefixtures("latin")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_reads_a_map_in_the_encoding_that_is_named(
    run: Run, command: tuple[str, ...]
) -> None:
    assert run(*command, "-m", "latin.argdown").code == 2
    done = run(*command, "-m", "latin.argdown", "--encoding", "latin-1")
    assert done.code == 0
    assert not done.stderr
    wrong = run(*command, "-m", "latin.argdown", "--encoding", "latn-1")
    assert wrong.code == 2
    assert (
        wrong.stderr
        == "argmap: there is no encoding 'latn-1'\n  did you mean latin-1, iso-8859-1?\n"
    )


@pytest.mark.usefixtures("latin")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_command_reads_a_map_in_the_encoding_that_is_configured(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "argmap.toml").write_text('encoding = "latin-1"\n')
    assert run(*command, "-m", "latin.argdown").code == 0
    assert run(*command, "-m", "-", stdin=LATIN.encode("latin-1")).code == 0
    (tmp_path / "argmap.toml").write_text('encoding = "latn-1"\n')
    done = run(*command, "-m", "latin.argdown")
    assert done.code == 2
    assert "argmap.toml:1:1: CF03 there is no encoding 'latn-1'" in done.stdout + done.stderr


def test_a_shipped_map_has_no_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text("encoding = 1\nignore = 2\n")
    assert run("show").code == 0
    assert run("check").code in {0, 1}
    assert run("check", "cyber-diplomacy").code in {0, 1}


def test_included_files_are_in_the_encoding_of_the_map(run: Run, tmp_path: Path) -> None:
    (tmp_path / "whole.argdown").write_bytes(b"@include(part.argdown)\n")
    (tmp_path / "part.argdown").write_bytes(LATIN.encode("latin-1"))
    done = run("list", "-m", "whole.argdown", "--encoding", "latin-1")
    assert "The café stays." in done.stdout
    assert "cannot include 'part.argdown'" in run("check", "whole.argdown").stdout


def test_a_source_text_that_is_not_utf_8_is_in_the_encoding_of_the_map(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "article.txt").write_bytes("Cafés\n\nThe café stays.\n".encode("latin-1"))
    assert run("anchor", "article.txt").code == 2
    assert "The café stays." in run("anchor", "article.txt", "--encoding", "latin-1").stdout
    (tmp_path / "m.argdown").write_text("[A]: x {quote: the café stays}\n", encoding="latin-1")
    done = run("check", "m.argdown", "--source", "article.txt", "--encoding", "latin-1")
    assert done.stderr.startswith("1 of 1 anchors hold in the source")
    assert done.code == 0


def test_standard_input_is_checked_and_its_lines_are_known(run: Run) -> None:
    done = run("check", "-", stdin=BAD)
    assert "<stdin>:1:20: AD02" in done.stdout
    assert done.code == 2
    assert run("check", "-", "--ignore", "RE", stdin=GOOD).code == 0


def test_a_comment_on_standard_input_counts(run: Run) -> None:
    text = "[A]: A claim. // argmap: ignore RE02\n  - [B]: A reason.\n"
    assert run("check", "-", stdin=text).stdout == ""


def test_errors_in_one_file_do_not_keep_others_from_being_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_bytes(b"\xff")
    (tmp_path / "b.argdown").write_bytes(b"")
    (tmp_path / "c.argdown").write_text(BAD)
    (tmp_path / "d.argdown").write_text("[A]: A claim.\n  - [B]: A reason.\n")
    done = run("check", "a.argdown", "nothing", ".")
    codes = re.findall(r"^(?:\S+: )?([A-Z]+\d\d) ", done.stdout, re.MULTILINE)
    assert codes == ["IN03", "IN01", "MAP04", "RE02", "AD02", "RE02"]
    assert done.stderr == "checked 5 files: found 4 errors, 2 warnings\n"
    assert done.code == 2


@pytest.mark.parametrize("format", ["text", "concise", "json", "github", "sarif"])
def test_a_report_goes_to_a_file_as_it_would_to_the_screen(
    run: Run, tmp_path: Path, format: str
) -> None:
    (tmp_path / "a.argdown").write_text(BAD)
    printed = run("check", "a.argdown", "--format", format)
    done = run("check", "a.argdown", "--format", format, "-o", "findings")
    assert done.stdout == ""
    assert (done.stderr, done.code) == (printed.stderr, printed.code)
    assert (tmp_path / "findings").read_text(encoding="utf-8") == printed.stdout
    assert "AD02" in printed.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"a.argdown", "findings"}


def test_a_report_that_cannot_be_made_leaves_the_file_as_it_was(run: Run, tmp_path: Path) -> None:
    (tmp_path / "findings").write_text("as it was")
    assert run("check", "--select", "nothing", "-o", "findings").code == 2
    assert run("check", "--json", "--ids", "-o", "findings").code == 2
    assert (tmp_path / "findings").read_text() == "as it was"


def test_machines_get_documents_that_they_can_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text(BAD + "\n// argmap: ignore\n[C]: \x1b[31m alone\n")
    document = json.loads(run("check", "a.argdown", "--format", "json").stdout)
    assert document["ignored"] == {"RE02": 1}
    log = json.loads(run("check", "a.argdown", "--format", "sarif").stdout)
    assert [each["ruleId"] for each in log["runs"][0]["results"]] == ["RE02", "AD02"]
    lines = run("check", "a.argdown", "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::error"]


def test_no_report_carries_escapes_of_a_map(run: Run, tmp_path: Path) -> None:
    hostile = "[A\x1b[31m]: \u202ex\n  - [\x9bB]: y\n\n[A\x1b[31m: %0A::set-output name=x::y\n"
    (tmp_path / "a.argdown").write_text(hostile, encoding="utf-8")
    for format in ("text", "concise", "json", "github", "sarif"):
        done = run("check", "a.argdown", "--format", format)
        assert done.stdout
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.stdout), format
        assert not re.search("^::set", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 2),
        (("--ignore", "AD"), 2),
        (("--select", "RE"), 2),
        (("--ignore", "ALL"), 2),
    ],
)
def test_what_cannot_be_read_is_exit_code_2_however_little_is_shown(
    run: Run, options: tuple[str, ...], code: int
) -> None:
    done = run("check", "-", *options, stdin=BAD)
    assert done.code == code
    assert done.stderr


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 1), (("--ignore", "RE02"), 0), (("--select", "AD"), 0), (("--ignore", "RE01"), 1)],
)
def test_what_is_ignored_is_no_finding(run: Run, options: tuple[str, ...], code: int) -> None:
    assert run("check", "-", *options, stdin=BAD.replace("{x: [}", "")).code == code


def test_a_group_that_one_map_has_may_be_missing_from_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("[A]: A claim. #cars\n  - [B]: A reason.\n")
    (tmp_path / "b.argdown").write_text("[A]: A claim.\n  - [B]: A reason.\n")
    done = run("check", ".", "--tag", "cars")
    assert [line.split(":")[0] for line in done.stdout.splitlines()[::2]] == ["a.argdown"]
    assert done.code == 1
    done = run("check", ".", "--tag", "cats")
    assert done.stderr == "argmap: there is no tag or section 'cats'\n  did you mean cars?\n"
    assert done.code == 1
