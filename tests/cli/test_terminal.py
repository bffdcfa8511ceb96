"""What a person at a terminal sees, and what a pipe gets."""

import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Ran, Run, clean_environment

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(
    *args: str,
    columns: int = 80,
    lines: int = 500,
    environment: dict[str, str] | None = None,
    **more: str,
) -> Ran:
    """Run argmap on a terminal of its own; what it prints there, and its exit code."""
    primary, replica = pty.openpty()
    settings = {"TERM": "xterm-256color", "COLUMNS": str(columns), "LINES": str(lines)}
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", *args],
        stdin=subprocess.DEVNULL,
        stdout=replica,
        stderr=replica,
        env=clean_environment(**(settings | (environment or {}) | more)),
    )
    os.close(replica)
    printed = b""
    while select.select([primary], [], [], 30)[0]:
        try:
            chunk = os.read(primary, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not chunk:
            break
        printed += chunk
    os.close(primary)
    return Ran(printed.decode().replace("\r\n", "\n"), "", process.wait(30))


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_a_terminal_gets_a_tree_in_colour_that_fits(columns: int) -> None:
    done = on_terminal("trace", "here-to-stay", columns=columns)
    assert done.code == 0
    assert ANSI.search(done.stdout)
    seen = ANSI.sub("", done.stdout)
    assert "├─" in seen
    assert "┏" in seen
    assert all(len(line) <= columns for line in seen.splitlines())


@pytest.mark.parametrize(
    "environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"CLICOLOR": "0"}], ids=str
)
def test_without_colour_nothing_is_lost(environment: dict[str, str]) -> None:
    coloured = on_terminal("trace", "here-to-stay")
    plain = on_terminal("trace", "here-to-stay", environment=environment)
    assert "\x1b" not in plain.stdout
    assert plain.stdout == ANSI.sub("", coloured.stdout)


def test_every_line_says_which_side_it_is_on_without_colour() -> None:
    done = on_terminal("trace", "here-to-stay", "--color", "never", columns=200)
    sides = [line.split(" ")[0] for line in done.stdout.splitlines()[1:]]
    assert set(sides) == {"for", "against"}


def test_a_wide_terminal_shows_pairs_side_by_side() -> None:
    wide = on_terminal("show", "double-edged-sword", columns=140, NO_COLOR="1")
    narrow = on_terminal("show", "double-edged-sword", columns=80, NO_COLOR="1")
    assert sum("⇹" in line for line in wide.stdout.splitlines()) == 3
    assert "⇹" not in narrow.stdout


@pytest.mark.parametrize(
    ("environment", "option", "coloured"),
    [
        ({}, "auto", False),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"CLICOLOR_FORCE": "1"}, "auto", True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": "1"}, "always", True),
    ],
)
def test_colour_on_a_pipe(
    run: Run, environment: dict[str, str], option: str, coloured: bool
) -> None:
    done = run("show", "natanz", "--color", option, **environment)
    assert bool(ANSI.search(done.stdout)) == coloured


def test_lines_on_a_pipe_are_never_wrapped(run: Run) -> None:
    done = run("trace", "here-to-stay", COLUMNS="40")
    assert len(done.stdout.splitlines()) == 23
    assert done.stdout.isascii()


def test_long_answers_go_to_the_pager_and_short_ones_do_not(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    pager = f"tee {seen}"
    assert on_terminal("--version", lines=10, ARGMAP_PAGER=pager).code == 0
    assert on_terminal("show", "--no-pager", lines=10, ARGMAP_PAGER=pager).code == 0
    assert not seen.exists()
    done = on_terminal("show", lines=10, ARGMAP_PAGER=pager)
    assert done.code == 0
    assert "Cyber diplomacy is here to stay." in seen.read_text(encoding="utf-8")


def test_boxes_are_coloured_on_a_terminal_and_fit() -> None:
    done = on_terminal("show", "advantages", "--boxes", columns=140)
    assert done.code == 0
    assert "\x1b[32m" in done.stdout
    seen = ANSI.sub("", done.stdout)
    assert max(map(len, seen.splitlines())) <= 140
    plain = on_terminal("show", "advantages", "--boxes", columns=140, NO_COLOR="1")
    assert plain.stdout == seen


def test_boxes_too_wide_for_the_terminal_are_cut_off_by_the_pager(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    done = on_terminal(
        "show", "advantages", "--boxes", columns=60, NO_COLOR="1",
        ARGMAP_PAGER=f"sh -c 'echo $LESS > {seen}; cat > {seen}.txt'",
    )  # fmt: skip
    assert "columns wide, and the terminal 60" in done.stdout
    assert seen.read_text().split()[1:] == ["-S", "-+F"]
    assert max(map(len, Path(f"{seen}.txt").read_text(encoding="utf-8").splitlines())) > 60


def test_errors_show_the_line_and_where_in_it(tmp_path: Path) -> None:
    (tmp_path / "bad.argdown").write_text("[A]: First.\n  + [B]: Second. {x: [}\n")
    done = on_terminal("check", str(tmp_path / "bad.argdown"), columns=200, NO_COLOR="1")
    assert done.code == 2
    assert "    2 |   + [B]: Second. {x: [}\n" in done.stdout
    assert " " * 30 + "^" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "latin-1"])
def test_every_command_shows_the_line_that_it_could_not_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "bad.argdown"
    path.write_text("[Café]: First.\n  + [B]: Second, é. {x: [}\n", encoding=encoding)
    named = ("--encoding", encoding) if encoding == "latin-1" else ()
    done = on_terminal("list", "-m", str(path), *named, NO_COLOR="1", columns=200)
    assert done.code == 2
    assert "    2 |   + [B]: Second, é. {x: [}\n" in done.stdout
    assert "\n" + " " * 33 + "^\n  hint: " in done.stdout


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    claims = "\n\n".join(f"[C{n}]: Claim number {n} says something." for n in range(5000))
    (tmp_path / "long.argdown").write_text(claims)
    with subprocess.Popen(
        [sys.executable, "-m", "argmap", "list", "-m", "long.argdown"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=clean_environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


def complete(run: Run, words: str) -> list[str]:
    """What a shell offers for the last of the words."""
    done = run(
        _ARGMAP_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split(" ")) - 1),
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        ("argmap tr", ["trace"]),
        ("argmap show adv", ["advantages"]),
        ("argmap trace here", ["here-to-stay"]),
        ("argmap show --without map", ["mapper"]),
        ("argmap show -m cyb", ["cyber-diplomacy"]),
        ("argmap schema tr", ["trace"]),
        ("argmap trace x --on", ["--only"]),
        ("argmap explain RE05", ["RE05"]),
        ("argmap explain circ", ["circular-support"]),
        ("argmap check --ignore MAP04", ["MAP04"]),
    ],
)
def test_the_shell_completes(run: Run, words: str, offers: list[str]) -> None:
    assert complete(run, words) == offers


def test_ctrl_c_is_130(tmp_path: Path) -> None:
    import signal

    with subprocess.Popen(
        [sys.executable, "-m", "argmap", "show", "-m", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=clean_environment(),
    ) as process:
        assert process.stderr is not None
        assert process.stdin is not None
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)  # it waits for its input
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
@pytest.mark.parametrize("args", [("show",), ("show", "--json"), ("schema", "map")])
def test_a_full_disk_is_no_bug(args: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", *args],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=clean_environment(),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "argmap: cannot write the answer: No space left on device\n"


def test_a_diff_has_colours_and_signs_and_shows_blanks_at_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "loose.argdown"
    file.write_text("[A]:\x1b[31mred  \n")
    done = on_terminal("fmt", "--diff", str(file))
    assert done.code == 1
    seen = ANSI.sub("", done.stdout).splitlines()
    assert seen[3:] == [
        "-[A]:\\x1b[31mred··",
        "+[A]: \\x1b[31mred",
        "would format 1 of 1 file",
    ]
    assert "\x1b[31m-[A]" in done.stdout
    assert "\x1b[32m+[A]" in done.stdout
    shown = on_terminal("fmt", str(file)).stdout
    assert shown == "[A]: \\x1b[31mred\n"
