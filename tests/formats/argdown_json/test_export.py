"""The export is what Argdown's own tool exports, apart from differences that are listed.

Adding an ``.argdown`` file to ``cases`` with the tool's ``.json`` beside it adds a test.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from argdown_files import DATA, READABLE, source_of
from argmap.formats import Source
from argmap.formats.argdown_json import convert
from argmap.model.diagnostic import failures
from conftest import ROOT, WITHOUT_DATA

CASES = Path(__file__).parent / "cases"
STARS = "Stars and underscores that emphasise nothing are text."
COMMENT = "A comment at the end of a file is a comment."
TITLE = "Blanks around a title are not part of it."
DIFFERENT = {
    "spec-inline/lexer__001.argdown": STARS,
    "spec-inline/lexer__012.argdown": COMMENT,
    "spec-inline/parser__006.argdown": STARS,
    "spec-inline/parser__007.argdown": STARS,
    "spec-inline/parser__010.argdown": STARS,
    "spec-inline/parser__011.argdown": STARS,
    "spec-inline/parser__018.argdown": TITLE,
    "spec-inline/parser__019.argdown": COMMENT,
}
"""The official files whose export is meant to be another one, and why."""


def exported(source: Source) -> dict[str, Any]:
    converted = convert(source)
    assert not failures(converted.diagnostics)
    document: dict[str, Any] = json.loads(converted.written.text)
    return document


def exported_text(text: str) -> dict[str, Any]:
    return exported(Source(text, "text.argdown"))


@pytest.mark.skipif(not READABLE, reason=WITHOUT_DATA)
@pytest.mark.parametrize("name", READABLE)
def test_official_files_are_exported_as_by_the_official_tool(name: str) -> None:
    expected = json.loads((DATA / "expected" / name).with_suffix(".json").read_text("utf-8"))
    # A difference that is none any more has to go from the list.
    assert (exported(source_of(name)) == expected) == (name not in DIFFERENT)


@pytest.mark.skipif(not READABLE, reason=WITHOUT_DATA)
def test_every_listed_difference_is_of_an_official_file() -> None:
    assert set(DIFFERENT) <= set(READABLE)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.argdown")), ids=lambda path: path.stem)
def test_cases_are_exported_as_by_the_official_tool(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert exported_text(path.read_text("utf-8")) == expected


def texts(document: dict[str, Any]) -> list[str]:
    return [m["text"] for s in document["statements"].values() for m in s["members"]]


@pytest.mark.parametrize(
    ("reason", "text", "expected"),
    [
        (STARS, "2*3*4 and snake_case ** here", ["2*3*4 and snake_case ** here"]),
        (COMMENT, "A text. // comment", ["A text. "]),
        ("A comment parts two words as a blank does.", "one/* comment */ two", ["one two"]),
        (
            "An address is not cut at its two slashes.",
            "see https://example.org/x for more",
            ["see https://example.org/x for more"],
        ),
    ],
)
def test_texts_that_are_exported_whole(reason: str, text: str, expected: list[str]) -> None:
    assert texts(exported_text(text)) == expected
    assert_is_documented(reason)


def test_blanks_around_titles_go() -> None:
    assert list(exported_text("< A >: x\n\n[ B  C ]: y")["arguments"]) == ["A"]
    assert_is_documented(TITLE)


def test_an_undercut_bears_on_what_it_stands_under() -> None:
    document = exported_text("(1) a\n----\n(2) b\n\n[C]: c\n  _ [D]: d\n")
    assert [(r["from"], r["to"]) for r in document["relations"]] == [("D", "C")]
    assert_is_documented("An undercut bears on what it stands under, also after an inference.")


def test_an_inference_keeps_all_that_undercuts_it() -> None:
    text = "<A>\n  _ <X>\n  _ <Y>\n\n<A>\n\n(1) a\n----\n(2) b\n"
    inference = exported_text(text)["arguments"]["A"]["pcs"][1]["inference"]
    assert [r["from"] for r in inference["relations"]] == ["X", "Y"]
    assert_is_documented("An inference lists every undercut of it.")


def test_a_claim_may_be_related_to_itself() -> None:
    document = exported_text("[A]\n  - [B]\n  - [A]\n")
    assert [(r["from"], r["to"]) for r in document["relations"]] == [("B", "A"), ("A", "A")]
    assert_is_documented("A relation of a claim with itself is kept.")


def test_titles_that_are_made_differ_from_those_that_are_given() -> None:
    document = exported_text("no title\n\n[Untitled 1]: a title\n")
    assert {t: s["members"][0]["text"] for t, s in document["statements"].items()} == {
        "Untitled 2": "no title",
        "Untitled 1": "a title",
    }
    assert_is_documented("`Untitled 1` is passed over where an author uses it as a title.")


@pytest.mark.parametrize("title", ["constructor", "__proto__", "toString", "hasOwnProperty"])
def test_prototype_like_titles_are_titles(title: str) -> None:
    assert list(exported_text(f"[{title}]: x\n  + <{title}>\n")["statements"]) == [title]


def assert_is_documented(reason: str) -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert reason.removesuffix(".") in readme


@pytest.mark.parametrize("reason", sorted(set(DIFFERENT.values())))
def test_differences_are_documented(reason: str) -> None:
    assert_is_documented(reason)


def test_depth_is_no_limit() -> None:
    depth = 3_000
    lines = ["[C0]: c", *(f"{' ' * n}+ [C{n}]: c" for n in range(1, depth))]
    document = exported_text("\n".join(lines))
    assert len(document["relations"]) == depth - 1
    assert document["statements"]["C0"]["members"][0]["endLine"] == depth
