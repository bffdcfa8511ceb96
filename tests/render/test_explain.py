import re

import pytest

from argmap.diagnostics.explanation import AREAS, Explanation, explanations
from argmap.render.explain import explanation_lines, explanation_list
from argmap.render.lines import Layout, cells, plain

KNOWN = explanations()
CODE = re.compile(r"[A-Z]{2,3}[0-9]{2}\b")
TEXT = """A thing is wrong.

Why it matters is told
in two lines.

And what to do.

Bad::

    [A]: x

      + [B]: y

Good::

    [A]: x
"""
MADE = Explanation("XY01", "wrong-thing", "warning", TEXT)


def test_an_explanation_is_taken_apart() -> None:
    assert MADE.summary == "A thing is wrong"
    assert MADE.paragraphs == ["Why it matters is told in two lines.", "And what to do."]
    assert MADE.bad == "[A]: x\n\n  + [B]: y\n"
    assert MADE.good == "[A]: x\n"


def test_it_is_shown_with_its_examples() -> None:
    assert list(plain(explanation_lines(MADE, Layout()))) == [
        "XY01 wrong-thing (warning)",
        "",
        "A thing is wrong.",
        "",
        "Why it matters is told in two lines.",
        "",
        "And what to do.",
        "",
        "Bad:",
        "",
        "    [A]: x",
        "",
        "      + [B]: y",
        "",
        "Good:",
        "",
        "    [A]: x",
    ]


def test_without_examples_none_are_shown() -> None:
    bare = MADE._replace(text=TEXT.partition("Bad::")[0])
    assert (bare.bad, bare.good) == ("", "")
    assert list(plain(explanation_lines(bare, Layout())))[-1] == "And what to do."


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("each", KNOWN, ids=lambda each: each.code)
def test_every_explanation_can_be_read_on_a_terminal(each: Explanation, width: int) -> None:
    lines = list(plain(explanation_lines(each, Layout(width, drawn=True))))
    told = lines[: lines.index("Bad:") if "Bad:" in lines else len(lines)]
    assert all(cells(line) <= min(width, 90) for line in told)
    assert " ".join(" ".join(told[1:]).split()) == " ".join([f"{each.summary}.", *each.paragraphs])


@pytest.mark.parametrize("width", [40, 80, 140])
def test_the_list_of_all_fits_a_terminal(width: int) -> None:
    lines = list(plain(explanation_list(KNOWN, Layout(width, drawn=True))))
    assert all(cells(line) <= width for line in lines)
    headings = [f"{area}: {AREAS[area]}" for area in dict.fromkeys(each.area for each in KNOWN)]
    assert [line for line in lines if line and not CODE.match(line) and line[0] != " "] == headings
    assert [line.split()[0] for line in lines if CODE.match(line)] == [each.code for each in KNOWN]
    parts = "\n".join(lines).split("\n\n")
    assert [part.split("\n")[0] for part in parts] == headings


def test_no_area_is_named_that_has_no_codes() -> None:
    assert {each.area for each in KNOWN} == AREAS.keys()


def test_the_list_on_a_pipe_is_one_line_for_each_in_columns() -> None:
    lines = list(plain(explanation_list(KNOWN, Layout())))
    rows = [(each.code, each.severity, each.name, each.summary) for each in KNOWN]
    assert [tuple(line.split("\t")) for line in lines] == rows
