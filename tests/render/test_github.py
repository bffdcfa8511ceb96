import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span
from argmap.render.github import github_lines
from argmap.render.lines import visible

COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """What GitHub reads in a workflow command, its escapes undone."""
    match = COMMAND.fullmatch(line)
    assert match
    pairs = (part.split("=", 1) for part in match[2].split(","))
    properties = {key: unescaped(value) for key, value in pairs}
    return match[1], properties, unescaped(match[3])


def unescaped(text: str) -> str:
    for letter in ":,\n\r":
        text = text.replace(f"%{ord(letter):02X}", letter)
    return text.replace("%25", "%")


def test_a_diagnostic_is_a_command_with_its_place_and_hint() -> None:
    span = Span("maps/a.argdown", 3, 5, 3, 9)
    (line,) = github_lines([Diagnostic("RE01", "warning", "it dangles", span, "add it")])
    assert line == (
        "::warning file=maps/a.argdown,line=3,col=5,endLine=3,endColumn=9,title=RE01"
        "::it dangles%0Ahint: add it"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")]
)
def test_each_severity_has_its_command(severity: str, command: str) -> None:
    found = Diagnostic("X01", severity, "m")  # type: ignore[arg-type]
    assert list(github_lines([found])) == [f"::{command} title=X01::m"]


def test_columns_are_given_only_within_one_line() -> None:
    (line,) = github_lines([Diagnostic("X01", "error", "m", Span("f", 3, 5, 4, 2))])
    assert line == "::error file=f,line=3,endLine=4,title=X01::m"


def test_signs_that_mean_something_to_github_are_escaped() -> None:
    span = Span("C:/a,b%.argdown", 1, 1, 1, 1)
    (line,) = github_lines([Diagnostic("X01", "error", "100% of\r\n::set \x1b[1mx::y", span)])
    assert "file=C%3A/a%2Cb%25.argdown," in line
    assert line.endswith("::100%25 of  ::set \\x1b[1mx::y")


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(texts, texts, texts, st.integers(1, 99), st.integers(1, 99))
def test_what_github_reads_is_what_was_found(
    file: str, message: str, hint: str, line: int, column: int
) -> None:
    span = Span(file, line, column, line, column)
    (said,) = github_lines([Diagnostic("RE01", "error", message, span, hint)])
    assert "\n" not in said
    place = {"file": visible(file), "line": str(line), "col": str(column)}
    place |= {"endLine": str(line), "endColumn": str(column), "title": "RE01"}
    assert read_command(said) == ("error", place, f"{visible(message)}\nhint: {visible(hint)}")
