"""Annotations of essays: read with their places, and written as they were."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Source, detect, json
from argmap.formats.brat import read, write
from argmap.formats.brat.problems import PROBLEMS
from argmap.model.map import ArgumentMap
from argmap.sources.passages import SourceText
from argmap.sources.verifying import verify
from conftest import Run
from small_maps import LARGE, map_of, maps

TEXT = """Should towns plant trees?

I think that towns should plant trees. Trees give shade, and they cool the air. Some say that
their roots break pipes, which costs money. So, planting trees is right for every town.
"""
ESSAY = """T1\tMajorClaim 40 64\ttowns should plant trees
T2\tMajorClaim 169 208\tplanting trees is right for every town\t
T3\tClaim 66 82\tTrees give shade
A1\tStance T3 For
T4\tPremise 88 105\tthey cool the air
T5\tClaim 121 144\ttheir roots break pipes
A2\tStance T5 Against
T6\tPremise 146 163\twhich costs money
R1\tsupports Arg1:T4 Arg2:T3\t
R2\tsupports Arg1:T6 Arg2:T5\t
R3\tattacks Arg1:T3 Arg2:T5\t
"""


def _placed(annotations: str) -> str:
    """The annotations, with the places that their words have in the text."""
    lines = []
    for line in annotations.splitlines():
        if line[0] == "T":
            id, said, words = line.split("\t")[:3]
            start = TEXT.index(words)
            lines.append(f"{id}\t{said.split()[0]} {start} {start + len(words)}\t{words}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


ESSAY = _placed(ESSAY)


def _include(path: str) -> str | None:
    return TEXT if path == "essay.txt" else None


def _read(text: str) -> tuple[ArgumentMap, list[str]]:
    map, found = read(Source(text, "essay.ann", _include))
    return map, [str(each) for each in found]


def _placeless(map: ArgumentMap) -> tuple[object, ...]:
    return (
        [claim._replace(span=None) for claim in map.claims.values()],
        [relation._replace(span=None) for relation in map.relations.values()],
        map.data,
    )


def test_annotations_are_claims_and_stances_bear_on_every_major_claim() -> None:
    map, found = _read(ESSAY)
    assert not found
    assert [(c.id, c.tags[0]) for c in map.claims.values()] == [
        ("T1", "MajorClaim"),
        ("T2", "MajorClaim"),
        ("T3", "Claim"),
        ("T4", "Premise"),
        ("T5", "Claim"),
        ("T6", "Premise"),
    ]
    assert map.claims["T1"].text == "towns should plant trees"
    steps = [(r.id, r.kind, r.premises, r.target) for r in map.relations.values()]
    assert steps == [
        ("A1-T1", "support", ("T3",), "T1"),
        ("A1-T2", "support", ("T3",), "T2"),
        ("A2-T1", "rebuttal", ("T5",), "T1"),
        ("A2-T2", "rebuttal", ("T5",), "T2"),
        ("R1", "support", ("T4",), "T3"),
        ("R2", "support", ("T6",), "T5"),
        ("R3", "rebuttal", ("T3",), "T5"),
    ]


def test_spans_are_anchors_that_hold_in_the_text() -> None:
    map, _ = _read(ESSAY)
    for claim in map.claims.values():
        assert claim.source is not None
        assert TEXT[claim.source.start : claim.source.end] == claim.source.quote == claim.text
    assert not verify(map, SourceText(TEXT))


def test_annotations_are_written_as_they_were() -> None:
    map, _ = _read(ESSAY)
    pieces, losses = write(map)
    text = "".join(pieces)
    assert not losses
    assert text == ESSAY
    through = json.read(Source(json.write(map).text)).map
    assert write(through).text == text


def test_relations_and_claims_keep_their_order_however_they_are_mixed() -> None:
    lines = ESSAY.splitlines()
    for mixed in (lines[::-1], sorted(lines), sorted(lines, key=lambda line: line[1])):
        map, found = _read("\n".join(mixed) + "\n")
        assert not found
        assert _placeless(_read(write(map).text)[0]) == _placeless(map)


def test_an_edited_map_is_written_as_edited() -> None:
    map, _ = _read(ESSAY)
    edited = ArgumentMap(
        (c._replace(text="Shade!") if c.id == "T3" else c for c in map.claims.values()),
        map.relations.values(),
        data=map.data,
    ).keep({"T2", "T3", "T5"})
    written = write(edited)
    assert [each.message for each in written.losses] == [
        "changed: 1 text (T3) into quotes that their passage does not have, as near as brat comes"
    ]
    text = written.text
    assert "\tShade!\n" in text
    assert "A1\tStance T3 For\n" in text
    again, found = _read(text)
    assert [each.split(" ")[1] for each in found] == ["BR05"]
    assert [r.id for r in again.relations.values()] == ["A1-T2", "A2-T2", "R3"]


def test_a_stance_that_no_longer_bears_on_all_major_claims_is_written_as_relations() -> None:
    map, _ = _read(ESSAY)
    kept = [r for r in map.relations.values() if r.id != "A1-T1"]
    again, found = _read(write(ArgumentMap(map.claims.values(), kept)).text)
    assert not found
    steps = {(r.kind, r.premises, r.target) for r in again.relations.values()}
    assert steps == {(r.kind, r.premises, r.target) for r in kept}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["R9\tsupports Arg1:T1 Arg2:T9"], "10:26: BR02 R9 refers to 'T9', which is not there"),
        (["A9\tStance T9 For"], "10:11: BR02 A9 refers to 'T9', which is not there"),
        (
            ["A9\tStance T3 Maybe"],
            "10:4: BR06 the stance of T3 is 'Maybe', neither For nor Against",
        ),
        (["{bad"], "10:1: BR01 this is no annotation: its id is '{bad'"),
        (["T9"], "10:1: BR01 this is no annotation: it says nothing after its id and a tab"),
        (["R9\tsupports Arg1:T1"], "10:1: BR01 this is no annotation: a relation has an Arg1 and"),
        (["T9\tClaim 5 3\ttowns"], "10:10: BR04 the offsets of T9 are no passage: '5 3'"),
        (["T9\tClaim x\ttowns"], "10:10: BR04 the offsets of T9 are no passage: 'x'"),
        (
            [f"T9\tClaim 0 {'9' * 9999}\ttowns"],
            "10:10: BR04 the offsets of T9 are no passage: '0 99",
        ),
        (["T9\tClaim 0 5\ttowns"], "10:1: BR05 T9 quotes 'towns', but the text has 'Shoul' there"),
        (["T9\tClaim 9000 9005\ttowns"], "10:1: BR05 T9 quotes 'towns', but the text has '' there"),
        (["T3\tClaim 0 6\tShould"], "10:1: BR03 the id 'T3' is already taken; this one is called"),
        (
            ["#1\tAnnotatorNotes T3\thm", "E1\tX:T1"],
            "1:1: BR08 2 annotations say nothing of claims",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_is_reported_and_the_rest_is_read(lines: list[str], found: str) -> None:
    text = "\n".join([*[line for line in ESSAY.splitlines() if line[0] != "A"], *lines])
    map, messages = _read(text)
    assert len(messages) >= 1
    assert found in [m.removeprefix("essay.ann:")[: len(found)] for m in messages]
    assert list(map.claims)[:6] == ["T1", "T2", "T3", "T4", "T5", "T6"]
    assert all(m.split(" ")[1] in PROBLEMS for m in messages)


def test_a_stance_without_a_major_claim_is_kept() -> None:
    text = "T1\tClaim 0 6\tShould\nA1\tStance T1 For\n"
    map, found = _read(text)
    assert [each.split(" ")[1] for each in found] == ["BR08", "BR07"]
    assert not map.relations
    assert write(map).text == text


def test_what_is_no_claim_or_relation_rides_along() -> None:
    kept = [
        "E1\tSupport:T1 By:T2",
        "*\tEquiv T1 T2",
        "#1\tAnnotatorNotes T3\tunsure",
        "A7\tNegated T3",
        "R9\tsame-as Arg1:T3 Arg2:T4",
    ]
    map, found = _read(ESSAY + "\n".join(kept) + "\n")
    assert len(found) == 1
    assert "BR08 5 annotations" in found[0]
    assert write(map).text == ESSAY + "\n".join(kept) + "\n"
    rest = write(map.keep(map.claims.keys() - {"T2", "T3"})).text
    assert all(("T2" not in line and "T3" not in line) for line in rest.splitlines())


def test_passages_in_several_parts_and_types_of_other_schemes_are_kept() -> None:
    at = TEXT.index("towns should")
    start, end = TEXT.index("Trees give"), TEXT.index("cool the air")
    text = (
        f"T1\tEvidence {start} {start + 10};{end} {end + 12}\tTrees give cool the air\n"
        f"T2\tClaim {at} {at + 24}\ttowns should plant trees\n"
        "R1\tPartial-Attack Arg1:T1 Arg2:T2\t\n"
    )
    map, found = _read(text)
    assert not found
    anchor = map.claims["T1"].source
    assert anchor is not None
    assert anchor.quote == "Trees give"
    assert map.claims["T1"].tags == ("Evidence",)
    assert map.relations["R1"].kind == "rebuttal"
    assert write(map).text == text


def test_what_it_cannot_express_is_named() -> None:
    map = map_of("b c support a", "d undercut r1", "e contrary b", "f equivalence a")
    written = write(map)
    assert {each.message.removesuffix(", as near as brat comes") for each in written.losses} == {
        "dropped: 6 titles (a, b, c, d, e and 1 more), brat cannot express them",
        "dropped: 1 undercut (r2), brat cannot express undercuts",
        (
            "changed: 6 claims without a passage (a, b, c, d, e and 1 more) "
            "into passages of a text that holds them line by line"
        ),
        "changed: 2 linked premises (r1) into convergent ones",
        "changed: 1 contrary (r3) into a rebuttal",
        "changed: 1 equivalence (r4) into a support",
    }


@given(maps(kinds=("support", "rebuttal")))
def test_what_it_can_express_is_read_as_it_was(map: ArgumentMap) -> None:
    text = write(map).text
    again, found = read(Source(text))
    assert not found
    assert [c.text for c in again.claims.values()] == [c.text for c in map.claims.values()]
    names = dict(zip(again.claims, map.claims, strict=True))
    theirs = {(r.kind, names[r.premises[0]], names[r.target]) for r in again.relations.values()}
    ours = {
        (r.kind, premise, r.target)
        for r in map.relations.values()
        if r.target_type == "claim"
        for premise in r.premises
    }
    assert theirs == ours
    assert write(again).text == text
    filed = "\n".join(c.text for c in map.claims.values())
    placed = [filed[c.source.start : c.source.end] for c in again.claims.values() if c.source]
    assert placed == [c.text for c in map.claims.values()]


@given(st.data())
def test_any_edit_of_annotations_is_read_or_reported(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(ESSAY)))
    cut = data.draw(st.integers(0, 30))
    piece = data.draw(st.text(alphabet="TAR19 \t\n:;x", max_size=6))
    map, found = _read(ESSAY[:at] + piece + ESSAY[at + cut :])
    assert map.claims or found
    again, _ = _read(write(map).text)
    assert [c.text.split() for c in again.claims.values()] == [
        c.text.split() for c in map.claims.values()
    ]
    assert len(again.relations) == len(map.relations)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_or_reported(text: str) -> None:
    map, found = read(Source(text))
    assert map.claims or found or not text.removeprefix("\ufeff").strip()


@pytest.mark.parametrize("value", [None, 3, "x", [3], [[1]], [[True, 2]], {"a": 1}], ids=str)
def test_whatever_rides_along_something_is_written(value: object) -> None:
    riding: dict[str, Any] = {"brat": {"lines": value, "spans": value, "type": value}}
    map, _ = _read(ESSAY)
    odd = ArgumentMap(
        (claim._replace(data=riding) for claim in map.claims.values()),
        (relation._replace(data=riding) for relation in map.relations.values()),
        data=riding,
    )
    again, _ = _read(write(odd).text)
    assert [c.text for c in again.claims.values()] == [c.text for c in map.claims.values()]


@pytest.mark.parametrize("shape", LARGE)
def test_large_maps_are_written_and_read(shape: str) -> None:
    map = LARGE[shape](20_000)
    again = read(Source(write(map).text))
    assert not again.diagnostics
    assert len(again.map.claims) == len(map.claims)


@pytest.mark.parametrize("name", ["e.ann", "e.txt", "<stdin>"])
def test_it_is_known_by_its_lines(name: str) -> None:
    assert detect(ESSAY, name).name == "brat"
    assert detect(ESSAY.replace("\t", " "), "e.txt").name == "argdown"
    assert detect("R1\tsupports Arg1:T1 Arg2:T2\n", "e.txt").name == "argdown"


def test_a_file_that_refers_to_nothing_is_refused(run: Run, tmp_path: Any) -> None:  # noqa: ANN401
    (tmp_path / "bad.ann").write_text("T1\tClaim 0 5\thello\nR1\tsupports Arg1:T1 Arg2:T9\n")
    ran = run("show", "--map", "bad.ann")
    assert ran.code == 2
    assert "bad.ann:2:26: BR02 R1 refers to 'T9', which is not there" in ran.stderr
    assert "hello" in ran.stdout
