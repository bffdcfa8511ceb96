"""Formatting files: nothing is written unless asked for, and nothing is lost."""

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from argmap.cli.formatting import formatted
from argmap.contract.changes import Fmt
from argmap.contract.shipped import schema
from conftest import Run, clean_environment

LOOSE = "[A]:x\n     + y   \n"
NEAT = "[A]: x\n  + y\n"
BROKEN = "[A]: x\n\n+ y\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("loose", LOOSE), ("neat", NEAT), ("broken", BROKEN)):
        (tmp_path / f"{name}.argdown").write_text(text, encoding="utf-8")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "args",
    [
        ("loose.argdown",),
        ("--check", "."),
        ("--diff", "."),
        ("--check", "--diff", "--json", "."),
        ("--ndjson", "."),
        ("-i", "broken.argdown"),
        ("-i", "neat.argdown"),
        ("-i", "--check", "loose.argdown"),
    ],
)
def test_nothing_is_written_unless_asked_for(run: Run, folder: Path, args: tuple[str, ...]) -> None:
    before = contents(folder)
    run("fmt", *args)
    assert contents(folder) == before


def test_a_file_that_is_as_it_should_be_is_not_touched(run: Run, folder: Path) -> None:
    neat = folder / "neat.argdown"
    was = neat.stat()
    assert run("fmt", "-i", "neat.argdown", "loose.argdown").code == 0
    assert (neat.stat().st_mtime_ns, neat.stat().st_ino) == (was.st_mtime_ns, was.st_ino)
    assert (folder / "loose.argdown").read_text() == NEAT


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (LOOSE.replace("\n", "\r\n").encode(), NEAT.replace("\n", "\r\n").encode()),
        (b"\xef\xbb\xbf" + NEAT.encode(), NEAT.encode()),
        (LOOSE.encode("utf-16"), NEAT.encode()),
        (b"[A]: x\r\n  + y\n", NEAT.replace("\n", "\r\n").encode()),
        (NEAT.removesuffix("\n").encode(), NEAT.encode()),
        (b" \n\n", b""),
        (b"", b""),
    ],
)
def test_a_file_keeps_its_line_ends_and_loses_its_byte_order_mark(
    run: Run, folder: Path, raw: bytes, expected: bytes
) -> None:
    file = folder / "file.argdown"
    file.write_bytes(raw)
    changes = int(raw != expected)
    assert run("fmt", "--check", "file.argdown").code == changes
    assert bool(run("fmt", "--diff", "file.argdown").stdout) == bool(changes)
    assert run("fmt", "-", stdin=raw).stdout.encode() == expected
    assert run("fmt", "-i", "file.argdown").code == 0
    assert file.read_bytes() == expected
    assert run("fmt", "--check", "file.argdown").code == 0


def test_standard_input_goes_to_standard_output(run: Run) -> None:
    assert run("fmt", stdin=LOOSE) == (NEAT, "", 0)
    assert run("fmt", "-", "--check", stdin=LOOSE).stdout == "<stdin>\n"
    assert run("fmt", stdin=BROKEN).stderr.startswith("<stdin>:3:1: AD04 ")
    assert run("fmt", stdin=BROKEN)[::2] == ("", 2)


def test_included_files_are_looked_for_beside_the_file(run: Run, folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "part.argdown").write_text("     + [C]\n")
    (folder / "deep" / "whole.argdown").write_text("[A]\n     + [B]\n@include(part.argdown)\n")
    done = run("fmt", "--check", "deep/whole.argdown")
    assert done.stderr.startswith("deep/whole.argdown:1:1: AD34 ")
    assert done.code == 2


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
def test_the_diff_is_one_that_patch_takes(run: Run, folder: Path) -> None:
    text = "".join(f"[C{n}]:text\n\n{'    ' * (n % 7 == 0)}more {n}\n\n" for n in range(50))
    (folder / "long.argdown").write_text(f"{text}// end")
    diff = run("fmt", "--diff", "long.argdown").stdout
    subprocess.run(
        [shutil.which("patch") or "", "-s", "-F0", "long.argdown"],
        input=diff.encode(), cwd=folder, env=clean_environment(), check=True,
    )  # fmt: skip
    assert run("fmt", "--check", "long.argdown").code == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("args", [(), ("--check",), ("--diff",), ("-i",)])
def test_the_document_is_what_its_schema_says(run: Run, args: tuple[str, ...]) -> None:
    done = run("fmt", "--json", *args, ".")
    assert done.code == 2
    document = json.loads(done.stdout)
    jsonschema.Draft202012Validator(json.loads(schema("fmt"))).validate(document)
    Fmt.model_validate(document, strict=True)
    broken, loose, neat = document["files"]
    assert [each["file"] for each in document["files"]] == [
        "broken.argdown", "loose.argdown", "neat.argdown",
    ]  # fmt: skip
    assert [each["changed"] for each in document["files"]] == [False, True, False]
    assert loose["written"] == ("-i" in args)
    assert [finding["code"] for finding in broken["findings"]] == ["AD04"]
    assert loose.get("text") == (NEAT if not args else None)
    assert neat.get("diff") == ("" if "--diff" in args else None)
    if "--diff" in args:
        assert loose["diff"] == run("fmt", "--diff", "loose.argdown").stdout


def test_what_is_shown_to_people_cannot_move_the_cursor(run: Run, folder: Path) -> None:
    (folder / "red.argdown").write_text("[A]:\x1b[31mred\x1b[0m\n")
    assert "\x1b" in run("fmt", "red.argdown").stdout  # a file gets what the file had
    for args in (("red.argdown",), ("--diff", "red.argdown")):
        shown = run("fmt", *args, "--color", "always").stdout
        assert "\\x1b[31mred" in shown
        assert "\x1b[31mred" not in shown


def test_a_folder_without_maps_is_said_to_be_one(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    done = run("fmt", "--check", "empty")
    assert done.stderr == "argmap: there are no Argdown files in empty\n"
    assert done.code == 2


def test_a_file_that_cannot_be_written_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, text: str, encoding: str) -> None:
        raise OSError(28, "No space left on device", path, text, encoding)

    monkeypatch.setattr("argmap.store.rewriting.rewrite", full)
    file = str(folder / "loose.argdown")
    done = formatted(file, in_place=True)
    assert [problem.message for problem in done.problems] == [
        f"cannot write {file}: no space left on device"
    ]
    assert (done.changed, done.written) == (False, False)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16-le", "shift-jis"])
def test_a_file_stays_in_the_encoding_that_is_named(run: Run, folder: Path, encoding: str) -> None:
    loose, neat = (
        text.replace("x", "ｶ" if encoding == "shift-jis" else "é") for text in (LOOSE, NEAT)
    )
    file = folder / "file.argdown"
    file.write_bytes(loose.replace("\n", "\r\n").encode(encoding))
    assert run("fmt", "file.argdown").code == 2
    asked = ("file.argdown", "--encoding", encoding)
    assert run("fmt", *asked).stdout.replace("\r\n", "\n") == neat
    assert run("fmt", "-i", *asked).code == 0
    assert file.read_bytes() == neat.replace("\n", "\r\n").encode(encoding)
    assert run("fmt", "--check", *asked) == ("", "would format 0 of 1 file\n", 0)


def test_the_encoding_that_is_configured_holds_and_a_wrong_one_is_told(
    run: Run, folder: Path
) -> None:
    (folder / "file.argdown").write_text(LOOSE.replace("x", "é"), encoding="latin-1")
    (folder / "argmap.toml").write_text('encoding = "latin-1"\n')
    assert run("fmt", "-i", "file.argdown").code == 0
    assert (folder / "file.argdown").read_text(encoding="latin-1") == NEAT.replace("x", "é")
    done = run("fmt", "-i", "file.argdown", "--encoding", "latn-1")
    assert done.stderr.startswith("argmap: there is no encoding 'latn-1'\n")
    assert done.code == 2


def test_included_files_are_in_the_encoding_that_is_named(run: Run, folder: Path) -> None:
    (folder / "part.argdown").write_text("     + [é]: so\n", encoding="latin-1")
    (folder / "whole.argdown").write_text(
        "[é]\n     + [B]\n@include(part.argdown)\n", encoding="latin-1"
    )
    done = run("fmt", "--check", "whole.argdown", "--encoding", "latin-1")
    assert done.stderr.startswith("whole.argdown:1:1: AD34 ")


def test_problems_are_told_from_the_first_line_to_the_last(run: Run) -> None:
    text = "[A]: x {a: [}\n\n+ y\n\n[B]: x {b: [}\n\n+ z\n\n/* never closed\n\n(1) p\n"
    done = run("fmt", stdin=text)
    lines = [line for line in done.stderr.splitlines() if line.startswith("<stdin>:")]
    assert [int(line.split(":")[1]) for line in lines] == [1, 3, 5, 7, 11]
