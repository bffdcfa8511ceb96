import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diagnostics.silencing import NOTHING, silence
from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.model.diagnostic import Diagnostic
from argmap.model.span import Span

FRONT = """===
title: On cars # argmap: ignore RE02
===

[A]: x
"""


def finding(code: str, line: int, end_line: int | None = None) -> Diagnostic:
    return Diagnostic(code, "warning", "m", Span("m", line, 1, end_line or line, 9))


def silenced(text: str, code: str = "RE02", lines: int = 12) -> list[int]:
    """The lines on which a finding of that code is silenced."""
    silent = silence(text, "m")
    return [line for line in range(1, lines + 1) if silent.covers(finding(code, line))]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[A]: x // argmap: ignore RE02\n[B]: y\n", [1]),
        ("[A]: x /* argmap: ignore RE02 */\n", [1]),
        ("[A]: x <!-- argmap: ignore RE02 -->\n", [1]),
        ("[A]: x // argmap: ignore AD01, RE02\n", [1]),
        ("[A]: x // argmap: ignore AD01,re\n", [1]),
        ("[A]: x // argmap: ignore unsupported-thesis\n", [1]),
        ("[A]: x // argmap: ignore\n", [1]),
        ("[A]: x // argmap: ignore RE02 because it is meant to stand alone\n", [1]),
        ("[A]: x // argmap: ignore AD01\n", []),
        ("// argmap: ignore RE02\n[A]: x\n[B]: y\n", [2]),
        ("// argmap: ignore RE02\n\n// and another comment\n\n[A]: x\n[B]: y\n", [5]),
        ("/* argmap: ignore RE02\n   for the time being */\n[A]: x\n", [3]),
        ("/* for the time being\n   argmap: ignore RE02 */ [A]: x\n", [2]),
        ("[A]: x\n  + [B]: y // argmap: ignore RE02\n", [2]),
        ("[A]: x\n  // argmap: ignore RE02\n  + [B]: y\n", [3]),
        ("[A]: x\n// argmap: ignore RE02\n", [4]),  # there is nothing that it is about
    ],
)
def test_a_comment_is_about_its_line_or_the_next_that_says_something(
    text: str, lines: list[int]
) -> None:
    assert silenced(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "// argmap: ignore-file RE02\n[A]: x\n",
        "[A]: x\n// argmap: ignore-file\n",
        "[A]: x // argmap: ignore-file RE\n",
        FRONT,
        "\n" + FRONT.replace("title", "# argmap: ignore\ntitle"),
        FRONT.replace("# argmap: ignore RE02", "// argmap: ignore RE02"),
    ],
)
def test_a_file_is_silenced_as_a_whole_or_in_its_front_matter(text: str) -> None:
    assert silenced(text) == list(range(1, 13))
    assert silence(text, "m").covers(Diagnostic("RE02", "note", "it has no place"))


@pytest.mark.parametrize(
    "text",
    [
        "# argmap: ignore RE02\n\n[A]: x\n",
        "[A]: we say argmap: ignore RE02\n",
        "[A]: https://argmap: ignore RE02\n",
        "[A]: x {note: argmap: ignore RE02}\n",
        '{"claims": [{"id": "a", "text": "// argmap: ignore RE02"}]}\n',
        "// argmap:ignored RE02\n[A]: x\n",
        "// argmap: ignore-line RE02\n[A]: x\n",
        "/* argmap: ignore RE02\n[A]: this comment is never closed\n",
        "===\ntitle: x\n\n[A]: this front matter is never closed # argmap: ignore RE02\n",
    ],
)
def test_what_is_no_such_comment_silences_nothing(text: str) -> None:
    assert silenced(text) == []


def test_a_finding_over_several_lines_is_silenced_by_its_first_or_last() -> None:
    first = silence("[A]: x // argmap: ignore\n  y\n  z\n", "m")
    last = silence("[A]: x\n  y\n  z // argmap: ignore\n", "m")
    middle = silence("[A]: x\n  y // argmap: ignore\n  z\n", "m")
    assert first.covers(finding("RE02", 1, 3))
    assert last.covers(finding("RE02", 1, 3))
    assert not middle.covers(finding("RE02", 1, 3))


def test_comments_about_one_line_add_up() -> None:
    text = "// argmap: ignore RE02\n// argmap: ignore RE05\n[A]: x // argmap: ignore AD01\n"
    for code in ("RE02", "RE05", "AD01"):
        assert silenced(text, code) == [3]
    assert silenced(text, "AD02") == []


def test_an_unknown_code_is_a_note_where_it_stands() -> None:
    (note,) = silence("[A]: x\n\n// argmap: ignore RE02, RE2, AD01\n[B]: y\n", "m").problems
    assert (note.code, note.severity) == ("CO01", "note")
    assert note.span == Span("m", 3, 25, 3, 27)
    assert note.message == "there is no diagnostic 'RE2'"
    assert note.hint == "did you mean RE02?"


def test_words_after_ignore_are_taken_for_a_code_rather_than_for_everything() -> None:
    found = silence("[A]: x // argmap: ignore because we say so\n", "m")
    assert [note.code for note in found.problems] == ["CO01"]
    assert not found.covers(finding("RE02", 1))


def test_without_such_a_comment_nothing_is_looked_at() -> None:
    assert silence("[A]: x // a comment\n" * 3, "m") is NOTHING


@given(st.text('[]<>A:+-/*!# \n{}="\\', max_size=60))
def test_any_text_around_a_comment_is_borne(text: str) -> None:
    silence(f"{text}// argmap: ignore RE02\n{text}", "m")


def test_a_comment_is_no_part_of_the_map() -> None:
    text = "[A]: x // argmap: ignore RE02\n  // argmap: ignore RE05\n  + [B]: y\n"
    map, diagnostics = read(Source(text))
    assert [claim.text for claim in map.claims.values()] == ["x", "y"]
    assert not diagnostics


def test_many_comments_cost_what_their_number_does() -> None:
    text = "[A]: x // argmap: ignore RE02\n\n" * 20_000
    found = silence(text, "m")
    assert len(found.lines) == 20_000
