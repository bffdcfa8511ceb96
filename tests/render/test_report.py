from pathlib import Path

import pytest

from argmap.model.diagnostic import Diagnostic, Severity
from argmap.model.span import Span
from argmap.render.lines import Layout, cells, plain
from argmap.render.report import report, report_lines, summary

DRAWN = Layout(80, drawn=True)


def drawn(path: Path, line: int, column: int, end_line: int, end_column: int) -> list[str]:
    """What is drawn of a diagnostic about a place of a file, without its first line."""
    return excerpt(path.read_text(), Span("m", line, column, end_line, end_column))


def excerpt(text: str, span: Span, layout: Layout = DRAWN) -> list[str]:
    """The line of a text and the carets under it that are drawn of a diagnostic about a place."""
    found = [Diagnostic("AD01", "error", "it is wrong", span)]
    return list(plain(report_lines(found, layout, {"m": text})))[1:]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "m.argdown"
    path.write_text(
        "[A]: one\n  + [B]: two\n\t+ tab\n\n日本 + [C]\n" + "x" * 500 + "\nesc \x1b[31m!\n"
    )
    return path


def test_a_diagnostic_is_a_line_with_its_place_and_one_with_its_hint() -> None:
    span = Span("m.argdown", 3, 5, 3, 9)
    found = [
        Diagnostic("MAP01", "error", "it dangles", span, "add it"),
        Diagnostic("AD08", "warning", "it is odd"),
    ]
    assert list(report(found)) == [
        "m.argdown:3:5: MAP01 it dangles",
        "  hint: add it",
        "AD08 it is odd",
    ]


def test_nothing_in_a_diagnostic_steers_the_terminal() -> None:
    span = Span("m\x1b[31m", 3, 5, 3, 9)
    lines = list(report([Diagnostic("MAP01", "error", "a\u202e\nb", span, "c\x07")]))
    assert lines == ["m\\x1b[31m:3:5: MAP01 a\\u202e b", "  hint: c\\x07"]


def test_what_is_meant_is_underlined(file: Path) -> None:
    assert drawn(file, 2, 5, 2, 7) == ["    2 |   + [B]: two", "            ^^^"]


def test_what_is_missing_at_the_end_of_a_line_is_pointed_at(file: Path) -> None:
    assert drawn(file, 1, 9, 1, 9) == ["    1 | [A]: one", "                ^"]
    assert drawn(file, 1, 10, 1, 10) == ["    1 | [A]: one"]


def test_what_goes_on_over_lines_is_underlined_to_the_end_of_the_first(file: Path) -> None:
    assert drawn(file, 1, 6, 2, 4) == ["    1 | [A]: one", "             ^^^"]


def test_a_tab_is_one_column(file: Path) -> None:
    assert drawn(file, 3, 2, 3, 2) == ["    3 |  + tab", "         ^"]


@pytest.mark.parametrize(("line", "column", "end"), [(5, 4, 4), (7, 10, 10), (5, 1, 2)])
def test_the_carets_stand_under_what_is_meant_however_wide_the_letters(
    file: Path, line: int, column: int, end: int
) -> None:
    meant = file.read_text().split("\n")[line - 1][column - 1 : end]
    excerpt, carets = drawn(file, line, column, line, end)
    before = excerpt[: excerpt.index(meant)]
    assert carets == " " * cells(before) + "^" * cells(meant)


LONG = " ".join(f"word{number}" for number in range(100))


@pytest.mark.parametrize("width", [40, 80, 140, 1000])
@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("first", [0, 3, 30, 200, 450])
@pytest.mark.parametrize("size", [1, 9, 300])
def test_of_a_long_line_the_part_is_shown_that_is_meant(
    width: int, wide: bool, first: int, size: int
) -> None:
    text = LONG.replace("word", "日本") if wide else LONG
    last = min(first + size, len(text))
    line, carets = excerpt(text, Span("m", 1, first + 1, 1, last), Layout(width, drawn=True))
    shown = line[8:]
    assert cells(line) <= max(width, 48)
    assert cells(carets) <= cells(line)
    assert shown.strip("…") in text
    assert shown.startswith("…") or text.startswith(shown.strip("…"))
    assert shown.endswith("…") or text.endswith(shown.strip("…"))
    before = carets.index("^") - 8
    start = next(n for n in range(len(shown)) if cells(shown[:n]) >= before)
    assert text[first:last].startswith(shown[start:].rstrip("…")[: last - first])


def test_a_short_line_is_shown_whole() -> None:
    assert excerpt("[A]: one", Span("m", 1, 6, 1, 8)) == ["    1 | [A]: one", "             ^^^"]


def test_without_an_ellipsis_three_dots_are_drawn() -> None:
    layout = Layout(60, drawn=True, ascii=True)
    line, _ = excerpt(LONG, Span("m", 1, 200, 1, 201), layout)
    assert line.isascii()
    assert line[8:].startswith("...")
    assert line.endswith("...")


@pytest.mark.parametrize("width", [40, 80, 140])
def test_on_a_terminal_lines_are_broken_between_words(width: int) -> None:
    span = Span("maps/of-the-town.argdown", 3, 5, 3, 9)
    found = [Diagnostic("RE06", "warning", LONG[:150], span, LONG[:201])]
    lines = list(plain(report_lines(found, Layout(width, drawn=True))))
    assert all(cells(line) <= width for line in lines)
    assert (
        " ".join(" ".join(lines).split()) == f"{span}: warning RE06 {LONG[:150]} hint: {LONG[:201]}"
    )
    assert [line[:8] for line in lines if "hint" in line] == ["  hint: "]
    assert all(line.startswith("    ") for line in lines[1:] if "hint" not in line)


@pytest.mark.parametrize(("line", "column"), [(0, 1), (4, 1), (99, 1), (1, 999)])
def test_a_place_that_is_not_in_the_file_has_no_carets(file: Path, line: int, column: int) -> None:
    assert not any("^" in text for text in drawn(file, line, column, line, column))


def test_a_diagnostic_without_a_place_has_no_excerpt() -> None:
    lines = report_lines([Diagnostic("AD01", "note", "so")], DRAWN)
    assert list(plain(lines)) == ["note AD01 so"]


def test_off_a_terminal_there_is_no_excerpt(file: Path) -> None:
    span = Span(str(file), 1, 1, 1, 3)
    assert len(list(report([Diagnostic("AD01", "note", "so", span)]))) == 1


def test_concise_is_one_line_for_each() -> None:
    span = Span("m", 2, 5, 2, 7)
    found = [Diagnostic("AD01", "note", LONG, span, "do this"), Diagnostic("AD02", "error", "no")]
    lines = report_lines(found, DRAWN, {"m": "[A]: one\n  + [B]: two\n"}, concise=True)
    assert list(plain(lines)) == [f"m:2:5: note AD01 {LONG}", "error AD02 no"]
    lines = report_lines(found, Layout(), concise=True)
    assert list(plain(lines)) == [f"m:2:5: AD01 {LONG}", "AD02 no"]


@pytest.mark.parametrize("concise", [True, False])
@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_a_terminal_is_told_how_bad_it_is_in_words_and_in_colour(
    severity: Severity, concise: bool
) -> None:
    found = [Diagnostic("AD01", severity, "so")]
    (line,) = report_lines(found, DRAWN, concise=concise)
    assert any(each.style == severity and severity in each.text for each in line)


def test_a_summary_counts_by_severity() -> None:
    error, warning = Diagnostic("X", "error", "m"), Diagnostic("X", "warning", "m")
    note = Diagnostic("X", "note", "m")
    assert summary([]) == ""
    assert summary([note, error, note]) == "1 error, 2 notes"
    assert summary([warning, error, error]) == "2 errors, 1 warning"


def test_only_files_that_were_checked_are_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("not for the screen")
    span = Span(str(secret), 1, 1, 1, 1)
    texts = {"map.json": "{}"}
    lines = report_lines([Diagnostic("AD01", "error", "it is wrong", span)], DRAWN, texts)
    assert "not for the screen" not in "".join(plain(lines))
