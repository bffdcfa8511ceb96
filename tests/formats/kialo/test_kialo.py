"""Exports of discussions in both dialects: read, and written in the one they came in."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Source, detect, json
from argmap.formats.kialo import read, write
from argmap.formats.kialo.problems import PROBLEMS
from argmap.model.claim import Claim, Mark
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from conftest import Run
from small_maps import LARGE, map_of, maps

CLASSIC = r"""Discussion Title: Trees in towns

1. Towns should plant [trees](https://en.example.org/wiki/Tree_\(plant\)), \(many of them\).
1.1. Pro: Trees give shade,
and shade cools. What to do:

1. Plant.
2. Water.
1.1.1. Con: -> See 1.2.1.
1.1.2. Pro: See [here \[2\]](http://example.org/a(b)c) and [not a link] (there).
1.2. Con: Roots break pipes [1].
1.2.1. Con: Not all roots do.
1.2.1.1. Pro: -> See 1.1.
1.2.4. Pro: The numbers 1.2.2. and 1.2.3. are gone.
"""
SINCE = """Discussion Name:
How to cool towns?

1. Question:
How to cool towns?

  1.1. Thesis:
  Plant trees.

  Many of them:
    - limes
  1.2. planes

    1.1.1. Con:
    Roots break pipes [1] often [2], and [3] too.
      1.1.1.1. Pro:
      -> See 1.2.1.
    1.1.2. Pro:
    Shade.

  1.2. Thesis:
  Paint roofs.

    1.2.1. Con:
    Glare [1].
      1.2.1.1. Con:
      -> See 1.1.2.

Sources:
[1] https://example.org/roots
"Roots are bad."
[2] https://example.org/more
"""
SINGLE = """Discussion Name:
Trees

1. Thesis:
Plant trees.

  1.1. Pro:
  Shade.
    1.1.1. Con:
    -> See 1.2.
  1.2. Con:
  Roots.
"""
BARE = """Discussion Title: Which?

1. Which is it?
1.1. This.
1.2. That.
1.2.1. Pro: Yes.
"""
ALL = {"classic": CLASSIC, "since": SINCE, "single": SINGLE, "bare": BARE}


def _read(text: str) -> tuple[ArgumentMap, list[str]]:
    map, found = read(Source(text, "k.txt"))
    return map, [str(each) for each in found]


def _steps(map: ArgumentMap) -> list[tuple[str, str, str]]:
    return [(r.premises[0], r.kind, r.target) for r in map.relations.values()]


def _placeless(map: ArgumentMap) -> tuple[object, ...]:
    return (
        [claim._replace(span=None) for claim in map.claims.values()],
        [relation._replace(span=None) for relation in map.relations.values()],
        [section._replace(span=None) for section in map.sections.values()],
        map.data,
    )


def test_the_classic_dialect_is_read() -> None:
    map, found = _read(CLASSIC)
    assert not found
    assert map.title == "Trees in towns"
    assert list(map.claims) == ["1", "1.1", "1.1.2", "1.2", "1.2.1", "1.2.4"]
    assert map.claims["1"].text == "Towns should plant trees, (many of them)."
    link = map.claims["1"].marks[0]
    assert link == Mark("link", 19, 24, "https://en.example.org/wiki/Tree_(plant)")
    text = "Trees give shade,\nand shade cools. What to do:\n\n1. Plant.\n2. Water."
    assert map.claims["1.1"].text == text
    assert map.claims["1.1.2"].text == "See here [2] and [not a link] (there)."
    assert map.claims["1.1.2"].marks == (Mark("link", 4, 12, "http://example.org/a(b)c"),)
    assert _steps(map) == [
        ("1.1", "support", "1"),
        ("1.2.1", "rebuttal", "1.1"),
        ("1.1.2", "support", "1.1"),
        ("1.2", "rebuttal", "1"),
        ("1.2.1", "rebuttal", "1.2"),
        ("1.1", "support", "1.2.1"),
        ("1.2.4", "support", "1.2"),
    ]


def test_the_dialect_since_2025_is_read() -> None:
    map, found = _read(SINCE)
    assert not found
    assert map.title == "How to cool towns?"
    assert [(s.id, s.title) for s in map.sections.values()] == [("1", "How to cool towns?")]
    assert {claim.section for claim in map.claims.values()} == {"1"}
    assert list(map.claims) == ["1.1", "1.1.1", "1.1.2", "1.2", "1.2.1"]
    text = "Plant trees.\n\nMany of them:\n  - limes\n1.2. planes"
    assert map.claims["1.1"].text == text
    assert _steps(map) == [
        ("1.1.1", "rebuttal", "1.1"),
        ("1.2.1", "support", "1.1.1"),
        ("1.1.2", "support", "1.1"),
        ("1.2.1", "rebuttal", "1.2"),
        ("1.1.2", "rebuttal", "1.2.1"),
    ]


def test_footnotes_are_links_to_their_sources() -> None:
    map, _ = _read(SINCE)
    claim = map.claims["1.1.1"]
    assert claim.text == "Roots break pipes [1] often [2], and [3] too."
    assert [(claim.text[m.start : m.end], m.target) for m in claim.marks] == [
        ("[1]", "https://example.org/roots"),
        ("[2]", "https://example.org/more"),
    ]


def test_a_thesis_alone_is_a_claim_and_has_no_question() -> None:
    map, found = _read(SINGLE)
    assert not found
    assert not map.sections
    assert list(map.claims) == ["1", "1.1", "1.2"]


def test_theses_without_labels_stand_under_a_question() -> None:
    map, found = _read(BARE)
    assert not found
    assert map.sections["1"].title == "Which is it?"
    assert [c.text for c in map.claims.values()] == ["This.", "That.", "Yes."]
    assert _steps(map) == [("1.2.1", "support", "1.2")]


@pytest.mark.parametrize("name", ALL)
def test_a_discussion_is_written_as_it_was(name: str) -> None:
    map, _ = _read(ALL[name])
    pieces, losses = write(map)
    text = "".join(pieces)
    assert not losses
    assert text == ALL[name]
    through = json.read(Source(json.write(map).text)).map
    assert write(through).text == text


def test_an_edited_map_is_written_as_edited() -> None:
    map, _ = _read(CLASSIC)
    new = Claim("new", text="Trees cost [money](x).")
    edited = ArgumentMap(
        [
            *(
                c._replace(text="Plant!", marks=()) if c.id == "1" else c
                for c in map.claims.values()
            ),
            new,
        ],
        [*map.relations.values(), Relation("r9", "rebuttal", ("new",), "1.1")],
        data=map.data,
    ).keep(map.claims.keys() - {"1.2"} | {"new"})
    again, found = _read(write(edited).text)
    assert not found
    texts = {c.text for c in again.claims.values()}
    assert texts == {c.text for c in edited.claims.values()}
    ours = {(edited.claims[a].text, k, edited.claims[b].text) for a, k, b in _steps(edited)}
    theirs = {(again.claims[a].text, k, again.claims[b].text) for a, k, b in _steps(again)}
    assert theirs == ours


@pytest.mark.parametrize(
    ("entries", "codes"),
    [
        (["1.2.1. Pro: An orphan."], ["KI02"]),
        (["1.1. Pro: Taken."], ["KI03"]),
        (["1.2. Pro: -> See 7.7."], ["KI04"]),
        (["1.2. Pro: -> See 1.2."], ["KI08"]),
        (["1.2. Pro: -> See 1.3.", "1.3. Con: -> See 1.2."], ["KI08", "KI08"]),
        (["1.2. Pro: -> See 1.3.", "1.3. Con: -> See 1.1."], []),
        (["1.2. Pro:"], ["KI05"]),
        (["1.2. Thesis: Another."], ["KI06"]),
        (["1.2. PRO: Loud.", "1.3. con: Quiet."], []),
    ],
    ids=str,
)
@pytest.mark.parametrize("named", [True, False])
def test_what_is_wrong_is_reported_and_the_rest_is_read(
    entries: list[str], codes: list[str], *, named: bool
) -> None:
    head = "Discussion Title: X\n\n" if named else ""
    text = "\n".join([f"{head}1. Plant trees.", "1.1. Pro: Shade.", *entries, ""])
    map, found = read(Source(text, "k.txt"))
    assert [each.code for each in found] == codes
    assert all(each.code in PROBLEMS for each in found)
    assert all(each.span and each.span.line > 2 * named + 2 for each in found)
    assert {"1", "1.1"} <= map.claims.keys()
    if not codes:
        again, _ = _read(write(map).text)
        assert _steps(again) == _steps(map)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "hello", "Discussion Title: X\n", "Discussion Name:\n\nX\n", "{bad"]
)
def test_what_has_no_entry_is_reported(text: str) -> None:
    map, found = _read(text)
    assert not map.claims
    assert found == ["k.txt:1:1: KI01 this is no discussion: it has no entry"]


def test_text_before_the_first_entry_is_kept() -> None:
    text = "Discussion Title: X\n\nExported today.\n\n1. Thesis.\n"
    map, found = _read(text)
    assert found == ["k.txt:3:1: KI07 this text belongs to no entry"]
    assert write(map).text == text


def test_a_claim_with_several_uses_stands_once_and_is_referred_to() -> None:
    text = write(map_of("b support a", "c rebuttal b", "c support a", "a support c")).text
    assert text.count("This is c.") == 1
    again, found = _read(text)
    assert not found
    assert len(again.relations) == 4


def test_what_it_cannot_express_is_named() -> None:
    map = map_of("b c support a", "d undercut r1", "e contrary b", "f entailment a")
    assert {
        each.message.removesuffix(", as near as Kialo comes") for each in write(map).losses
    } == {
        "dropped: 6 titles (a, b, c, d, e and 1 more), Kialo cannot express them",
        "dropped: 1 undercut (r2), Kialo cannot express undercuts",
        "changed: 2 linked premises (r1) into convergent ones",
        "changed: 1 contrary (r3) into a rebuttal",
        "changed: 1 entailment (r4) into a support",
    }


@pytest.mark.parametrize(
    "words",
    [
        "1.1. Pro: nested",
        "A\n1.1. Con: nested",
        "A\nSources:\n[1] http://b",
        "-> See 1.1.",
        "A [b](c) d",
        "A \\( b",
        "[1]",
        "\\",
        "1. One\n2. Two",
        "A  \nb",
    ],
)
@pytest.mark.parametrize("dialect", [{}, {"kialo": {"dialect": "classic"}}])
def test_texts_that_look_like_something_else_are_read_back_or_named(
    words: str, dialect: dict[str, object]
) -> None:
    claims = [Claim("a", text="Root."), Claim("b", text=words), Claim("c", text="Last.")]
    steps = [Relation("r1", "support", ("b",), "a"), Relation("r2", "support", ("c",), "b")]
    pieces, losses = write(ArgumentMap(claims, steps, data=dialect))
    again, found = _read("".join(pieces))
    assert not found
    assert len(again.claims) == 3
    assert len(again.relations) == 2
    assert losses or again.claims["1.1"].text == words


@given(maps(kinds=("support", "rebuttal")), st.booleans())
def test_what_it_can_express_is_read_as_it_was(map: ArgumentMap, classic: bool) -> None:
    data: dict[str, Any] = {"kialo": {"dialect": "classic"}} if classic else {}
    map = ArgumentMap(map.claims.values(), map.relations.values(), data=data)
    text = write(map).text
    again, found = _read(text)
    assert not found
    told = {c.id: c.text for c in again.claims.values()}
    assert sorted(told.values()) == sorted(c.text for c in map.claims.values())
    theirs = sorted((told[a], k, told[b]) for a, k, b in _steps(again))
    ours = sorted(
        (map.claims[premise].text, r.kind, map.claims[r.target].text)
        for r in map.relations.values()
        if r.target_type == "claim"
        for premise in r.premises
    )
    assert theirs == ours
    assert write(again).text == text


@given(st.sampled_from(sorted(ALL)), st.data())
def test_any_edit_of_a_discussion_is_read_or_reported(name: str, data: st.DataObject) -> None:
    text = ALL[name]
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 30))
    pieces = st.sampled_from(
        ["1.", "\n", "1.1. ", "Pro:", "-> See 1.1.", "Sources:", "[1]", " ", ""]
    )
    map, found = _read(text[:at] + data.draw(pieces) + text[at + cut :])
    assert map.claims or map.sections or found
    again, _ = _read(write(map).text)
    assert len(again.claims) == len(map.claims)
    assert len(again.relations) == len(map.relations)


@given(st.text(alphabet="\\[]()a 1\n", max_size=30))
def test_any_text_of_a_claim_is_spelt_or_named(words: str) -> None:
    map = ArgumentMap([Claim("a", text=words)])
    pieces, losses = write(map)
    again, _ = _read("".join(pieces))
    assert losses or [c.text for c in again.claims.values()] == [words]


@given(st.text(max_size=60))
def test_any_text_is_read_or_reported(text: str) -> None:
    map, found = _read(text)
    assert map.claims or map.sections or found


@pytest.mark.parametrize("value", [None, 3, "x", [3], {"a": 1}, {"1": None}], ids=str)
def test_whatever_rides_along_something_is_written(value: object) -> None:
    riding: dict[str, Any] = {
        "kialo": dict.fromkeys(("text", "dialect", "sources", "preamble"), value)
    }
    map, _ = _read(SINGLE)
    odd = ArgumentMap(
        (claim._replace(data=riding) for claim in map.claims.values()),
        map.relations.values(),
        data=riding,
    )
    again, _ = _read(write(odd).text)
    assert [c.text for c in again.claims.values()] == [c.text for c in map.claims.values()]


@pytest.mark.parametrize("shape", LARGE)
def test_large_and_deep_maps_are_written_and_read(shape: str) -> None:
    map = LARGE[shape](20_000)
    again = read(Source(write(map).text))
    assert not again.diagnostics
    assert len(again.map.claims) == len(map.claims)
    on_claims = [r for r in map.relations.values() if r.target_type == "claim"]
    assert len(again.map.relations) == len(on_claims)


@pytest.mark.parametrize("name", ["k.txt", "<stdin>", "k.kialo.txt", "k"])
def test_it_is_known_by_its_head(name: str) -> None:
    assert all(detect(text, name).name == "kialo" for text in ALL.values())
    if name != "k.kialo.txt":
        assert detect("Discussion Title: X\n\nWe talked.\n", name).name == "argdown"
        assert detect("[Discussion Title]: 1. First.\n", name).name == "argdown"


def test_an_orphan_is_shown_and_reported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "orphan.txt").write_text("Discussion Title: X\n\n1. Thesis\n1.2.1. Pro: orphan\n")
    ran = run("show", "--map", "orphan.txt")
    assert ran.code == 2
    assert "orphan.txt:4:1: KI02 the entry 1.2.1. stands under 1.2., which is not" in ran.stderr
    assert "orphan" in ran.stdout
