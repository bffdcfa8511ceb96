"""Files that no transcript can hold: what is said of bytes, and of bytes that are missing."""

from pathlib import Path

import pytest

from cli.test_terminal import on_terminal
from conftest import Run

LATIN = "[Café]: The café stays.\n  + [B]: A reason.\n"
REFUSED = {
    "empty": (b"", "1:1: MAP04 this file is empty", "a map has at least one claim"),
    "blank": (
        b"\n  \n\t\n\n",
        "1:1: MAP04 there is nothing in this file but blanks and empty lines",
        "a map has at least one claim",
    ),
    "only-comments": (
        b"// to be written\n",
        "1:1: MAP04 there are no claims in this map",
        "a map has at least one claim",
    ),
    "picture": (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
        "1:1: IN02 this is a binary file, not a text",
        "a map is a plain text file",
    ),
    "archive": (bytes(range(256)), "1:1: IN02 this is a binary file", "save the text"),
    "latin": (
        LATIN.encode("latin-1"),
        "1:5: IN03 this is not UTF-8: there is a byte 0xe9 that does not belong",
        "--encoding latin-1",
    ),
    "unmarked": (
        LATIN.encode("utf-16-le"),
        "1:1: IN02 this looks like UTF-16, but there is no byte-order mark at its beginning",
        "--encoding utf-16-le",
    ),
}
READ = {
    "marked": b"\xef\xbb\xbf" + LATIN.encode(),
    "marked-16": LATIN.encode("utf-16"),
    "no-end-of-line": b"[A]: A claim.\n  + [B]: A reason.\n// a comment",
    "windows": b"[A]: A claim.\r\n  + [B]: A reason.\r\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_map_is_told_with_a_remedy(run: Run, tmp_path: Path, name: str) -> None:
    raw, said, remedy = REFUSED[name]
    (tmp_path / f"{name}.argdown").write_bytes(raw)
    done = run("check", f"{name}.argdown")
    first, second = done.stdout.splitlines()
    assert first.startswith(f"{name}.argdown:{said}")
    assert second.startswith("  hint: ")
    assert remedy in second
    assert done.stderr == "found 1 error\n"
    assert done.code == 2


@pytest.mark.parametrize("name", READ)
def test_a_file_that_argdown_stumbles_over_is_read(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.argdown").write_bytes(READ[name])
    done = run("check", f"{name}.argdown")
    assert (done.stdout, done.stderr, done.code) == ("", "", 0)


def test_on_a_terminal_the_byte_that_does_not_belong_is_pointed_at(tmp_path: Path) -> None:
    path = tmp_path / "latin.argdown"
    path.write_bytes(REFUSED["latin"][0])
    done = on_terminal("check", str(path), NO_COLOR="1", columns=200)
    assert "    1 | [Caf\ufffd]: The caf\ufffd stays.\n            ^\n" in done.stdout


def test_on_a_terminal_nothing_of_a_binary_file_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "picture.argdown"
    path.write_bytes(REFUSED["picture"][0])
    done = on_terminal("check", str(path), NO_COLOR="1", columns=200)
    assert "PNG" not in done.stdout
    assert "    1 |" not in done.stdout


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("colour", [False, True])
def test_a_report_fits_the_terminal(tmp_path: Path, columns: int, colour: bool) -> None:
    long = "Cars should go, for they are noisy and foul the air and need more room than we have. "
    path = tmp_path / "town.argdown"
    path.write_text(f"[Cars]: {long * 3} {{x: [}}\n  - [Trade]: {long * 2}\n  + [Cars]\n")
    environment = {} if colour else {"NO_COLOR": "1"}
    done = on_terminal("check", str(path), columns=columns, environment=environment)
    assert done.code == 2
    assert ("\x1b[" in done.stdout) == colour
    if not colour:
        assert "^" in done.stdout
        for line in done.stdout.splitlines():
            assert len(line) <= columns
