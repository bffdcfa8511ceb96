"""Boxes as a real command prints them."""

from argmap.render.boxes.drawing import _TRIES
from conftest import Run

MANY = "\n\n".join(f"[C{n}]: Claim {n}." for n in range(400))


def test_more_boxes_than_anybody_reads_are_refused_with_a_remedy(run: Run) -> None:
    done = run("show", "-m", "-", "--boxes", stdin=MANY)
    assert done.code == 2
    assert done.stdout == ""
    assert "400 boxes are too many for a terminal" in done.stderr
    assert "argmap draw -o map.svg" in done.stderr
    part = run("show", "c7", "-m", "-", "--boxes", stdin=MANY)
    assert (part.code, "Claim 7." in part.stdout) == (0, True)


def test_where_box_characters_cannot_be_printed_there_are_others(run: Run) -> None:
    done = run("show", "natanz", "--boxes", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.code == 0
    assert done.stdout.isascii()
    assert "\\u" not in done.stdout
    assert "*./" in done.stdout


def test_nothing_in_a_map_steers_the_terminal(run: Run) -> None:
    text = (
        "# T\x1b[2J\n\n[A]: \x1b[31mred\x1b[0m \u202e and 日本語。\n"
        "  + [B]: [bold]x[/bold] \x1b]0;x\x07\n"
    )
    done = run("show", "-m", "-", "--boxes", "--color", "always", stdin=text)
    assert done.code == 0
    assert "[bold]x[/bold]" in done.stdout
    seen = done.stdout
    for allowed in ("\x1b[0m", "\x1b[32m", "\x1b[36m", "\x1b[2m", "\x1b[1m", "\x1b[1;4m"):
        seen = seen.replace(allowed, "")
    assert "\x1b" not in seen
    assert "\u202e" not in seen


def test_the_widest_boxes_come_first() -> None:
    rooms = [room for _, room in _TRIES]
    assert rooms == sorted(rooms, reverse=True)
