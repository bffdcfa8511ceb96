import re
import sys
from pathlib import Path

import pytest

from conftest import ROOT, Run
from scenes import named

CARS = str(ROOT / "examples" / "car-free-centre.argdown")


def claims(svg: str) -> list[str]:
    return named(svg, "data-claim")


def test_a_map_is_drawn_as_svg_on_standard_output(run: Run) -> None:
    done = run("draw", "-m", CARS)
    assert (done.code, done.stderr) == (0, "")
    assert "close-the-centre" in claims(done.stdout)
    assert done.stdout == run("draw", "-m", CARS).stdout


def test_a_group_a_claim_and_a_trace_are_parts(run: Run) -> None:
    whole = set(claims(run("draw").stdout))
    group = set(claims(run("draw", "advantages").stdout))
    near = set(claims(run("draw", "here-to-stay").stdout))
    further = set(claims(run("draw", "--around", "here-to-stay", "--depth", "2").stdout))
    trace = set(claims(run("draw", "--trace", "cyber diplomacy is here to stay").stdout))
    assert group < whole
    assert near < further < whole
    assert {"here-to-stay", "unique-opportunity"} < near < trace < whole


def test_a_trace_of_what_is_aimed_at_a_step_shows_the_step(run: Run) -> None:
    drawn = run("draw", "--trace", "challenges-do-not-decide").stdout
    assert set(claims(drawn)) == {
        "challenges-do-not-decide", "challenges-stand-in-the-way", "here-to-stay",
    }  # fmt: skip
    assert len(named(drawn, "data-from")) == 3


def test_an_argument_is_drawn_with_its_own_steps(run: Run) -> None:
    done = run("draw", "<Streets for people>", "-m", CARS)
    assert set(claims(done.stdout)) == {"cars-take-room", "room-is-scarce", "close-the-centre"}


def test_arguments_are_boxes_where_they_are_asked_for(run: Run) -> None:
    done = run("draw", "--arguments", "-m", CARS)
    assert named(done.stdout, "data-argument") == ["shops-lose-out", "streets-for-people"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["draw", "--trace", "a", "--around", "b"], 2, "exclude each other"),
        (["draw", "--depth", "2"], 2, "--depth goes with"),
        (["draw", "--select", "all"], 2, "go with --arguments"),
        (["draw", "--arguments", "--trace", "here-to-stay"], 2, "--arguments goes with"),
        (["draw", "--to", "jpeg"], 2, "there is no format 'jpeg'"),
        (["draw", "--to", "apxx"], 2, "did you mean"),
        (["draw", "-o", "x.unknown"], 2, "says no format"),
        (["draw", "zzzzqqqq"], 1, "no claim is like"),
        (["draw", "advantages", "--without", "advantages"], 1, "is left"),
        (["draw", "-o", "no/such/folder/x.svg"], 2, "cannot write"),
        (["draw", "--direction", "sideways"], 2, "sideways"),
    ],
)
def test_what_cannot_be_drawn_is_told(run: Run, args: list[str], code: int, words: str) -> None:
    done = run(*args)
    assert done.code == code
    assert words in done.stderr
    assert done.stdout == ""


def test_the_suffix_says_the_form(run: Run, tmp_path: Path) -> None:
    assert run("draw", "-m", CARS, "-o", "x.svg").code == 0
    assert (tmp_path / "x.svg").read_text(encoding="utf-8") == run("draw", "-m", CARS).stdout
    assert run("draw", "-m", CARS, "-o", "x.json").code == 0
    assert (tmp_path / "x.json").read_text(encoding="utf-8").startswith('{\n"schema"')


def test_a_page_is_the_same_part_of_the_map(run: Run, tmp_path: Path) -> None:
    for part in (["advantages"], ["--trace", "here-to-stay"], ["--around", "worth-having"], []):
        done = run("draw", *part, "-o", "x.html")
        assert (done.code, done.stdout) == (0, "")
        page = (tmp_path / "x.html").read_text(encoding="utf-8")
        told = re.findall(r'<li id="([^"]*)" data-n="(\d+)"', page)
        in_order = [claim for claim, _ in sorted(told, key=lambda each: int(each[1]))]
        assert in_order == claims(run("draw", *part).stdout)
        start = re.search(r'data-start="(\d*)"', page)
        assert start
        about = part[-1] if len(part) == 2 else None
        assert (in_order[int(start[1])] if start[1] else None) == about


def test_a_page_heeds_the_options_of_a_picture(run: Run) -> None:
    plain = run("draw", "-m", CARS, "--to", "html").stdout
    assert plain == run("draw", "-m", CARS, "--to", "HTML").stdout
    assert '<html lang="en">' in plain
    assert '<html lang="en" data-theme="dark">' in run(
        "draw", "-m", CARS, "--to", "html", "--theme", "dark"
    ).stdout  # fmt: skip
    assert 'data-direction="right"' in plain
    down = run("draw", "-m", CARS, "--to", "html", "--direction", "down").stdout
    assert 'data-direction="down"' in down
    assert "stands</em>" not in plain
    judged = run("draw", "-m", CARS, "--to", "html", "--verdicts", "--strength").stdout
    assert '<em class="in">stands</em>' in judged
    assert "<em>strength 0.61</em>" in judged
    arguments = run("draw", "-m", CARS, "--to", "html", "--arguments").stdout
    assert "Shops lose out" in arguments
    assert run("draw", "-m", CARS, "--theme", "auto").stdout == run("draw", "-m", CARS).stdout


def test_strengths_are_in_a_picture_as_evaluate_says_them(run: Run) -> None:
    drawn = run("draw", "-m", CARS, "--strength").stdout
    said = run("evaluate", "--strength", "-m", CARS).stdout.split()
    strengths = [f"{float(word):.2f}" for word in said if re.fullmatch(r"0\.\d{3}", word)]
    assert len(strengths) == len(claims(drawn))
    assert sorted(re.findall(r">(0\.\d\d)</text>", drawn)) == sorted(strengths)


def test_png_and_pdf_go_into_files(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py")
    pytest.importorskip("typst")
    pytest.importorskip("font_roboto")
    for name, begins in (("x.png", b"\x89PNG"), ("x.pdf", b"%PDF")):
        assert run("draw", "-m", CARS, "-o", name).code == 0
        assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("module", "args", "words"),
    [
        ("resvg_py", ["-o", "x.png"], "pip install 'argmap[png]'"),
        ("typst", ["-o", "x.pdf"], "pip install 'argmap[pdf]'"),
        ("font_roboto", ["-o", "x.png"], "pip install 'argmap[png]'"),
        ("pygraphviz", ["--engine", "graphviz"], "pip install 'argmap[graphviz]'"),
    ],
)
def test_what_is_missing_is_named_with_the_command_that_installs_it(
    tmp_path: Path, run: Run, module: str, args: list[str], words: str
) -> None:
    done = run("draw", "-m", CARS, *args, PYTHONPATH=_without(tmp_path, module))
    assert done.code == 2
    assert words in done.stderr
    assert not (tmp_path / args[-1]).exists()


def test_without_graphlay_the_plain_layers_draw(run: Run, tmp_path: Path) -> None:
    done = run("draw", "-m", CARS, PYTHONPATH=_without(tmp_path, "graphlay"))
    assert done.code == 0
    assert done.stdout == run("draw", "-m", CARS, "--engine", "layers").stdout


def _without(folder: Path, module: str) -> str:
    """A search path on which one module seems not to be installed."""
    hooks = folder / "hooks"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(
        "import importlib.util as u\n"
        "found = u.find_spec\n"
        f"u.find_spec = lambda name, *rest: None if name == {module!r} else found(name, *rest)\n"
    )
    return f"{hooks}:{ROOT}"


def test_too_many_claims_are_drawn_as_their_sections(run: Run, tmp_path: Path) -> None:
    lines = []
    for part in range(3):
        lines.append(f"# Part {part}\n")
        lines += (f"[P{part}C{n}]: Claim {n} of {part}.\n" for n in range(1700))
    lines.append("[P0C0]\n  + [P1C0]\n  - [P2C0]\n")
    (tmp_path / "large.argdown").write_text("\n".join(lines), encoding="utf-8")
    done = run("draw", "-m", "large.argdown")
    assert done.code == 0
    assert "5100 claims are too many" in done.stderr
    assert named(done.stdout, "data-group") == ["part-0", "part-1", "part-2"]
    assert "1700 claims: supports Part 0 (1)" in done.stdout


def test_too_many_claims_without_sections_are_drawn_as_theses_and_steps(
    run: Run, tmp_path: Path
) -> None:
    lines = ["[Top]: It is so.", *(f"  + [C{n}]: Claim {n}." for n in range(5000))]
    lines += ["", "[C7]", "  - [Deep]: It is not."]
    (tmp_path / "large.argdown").write_text("\n".join(lines), encoding="utf-8")
    done = run("draw", "-m", "large.argdown")
    assert done.code == 0
    assert "5002 claims are too many" in done.stderr
    assert "there are no sections" in done.stderr
    assert named(done.stdout, "data-group") == ["top", "top/1", "top/2"]


def test_a_binary_picture_is_not_thrown_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resvg_py")
    pytest.importorskip("font_roboto")
    from argmap.cli.drawing import Wish, draw
    from argmap.cli.errors import UserError
    from argmap.cli.input import open_map
    from argmap.cli.options import MapChoice, NodeChoice

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    wish = Wish(None, None, None, None, None, "png", "auto", "light", "", 1.0)
    with pytest.raises(UserError, match="terminal"):
        draw(open_map(MapChoice([CARS])), wish, NodeChoice(), MapChoice([CARS]))
