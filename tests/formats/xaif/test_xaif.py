"""xAIF: the graph of AIF, with its text, its participants and whatever programs add."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Source, detect
from argmap.formats.json import read as read_json
from argmap.formats.json import write as write_json
from argmap.formats.xaif import FORMAT, read, write
from argmap.formats.xaif.passages import marked
from argmap.model.anchor import Anchor
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from conftest import SHARED, WITHOUT_DATA
from full_maps import full_maps
from pace import pace

FILES = sorted((SHARED / "data" / "xaif").glob("*.json"))
DEBATE = {
    "AIF": {
        "nodes": [
            {"nodeID": 0, "text": "Ann: Trees give shade.", "type": "L"},
            {"nodeID": 1, "text": "Trees give shade.", "type": "I"},
            {"nodeID": 2, "text": "Asserting", "type": "YA"},
            {"nodeID": 3, "text": "Streets need trees.", "type": "I"},
            {"nodeID": 4, "text": "RA", "type": "RA"},
        ],
        "edges": [
            {"edgeID": 0, "fromID": 0, "toID": 2},
            {"edgeID": 1, "fromID": 2, "toID": 1},
            {"edgeID": 2, "fromID": 1, "toID": 4},
            {"edgeID": 3, "fromID": 4, "toID": 3},
        ],
        "schemefulfillments": [{"nodeID": 4, "schemeID": "4"}],
        "descriptorfulfillments": None,
        "participants": [
            {"participantID": 0, "firstname": "Ann", "surname": "Oak"},
            {"participantID": 1, "firstname": "Bob", "surname": ""},
        ],
        "locutions": [{"nodeID": 0, "personID": 0}, {"nodeID": 3, "personID": 1}],
    },
    "text": {
        "txt": 'Ann &amp; Bob.<br><span id="node0" class="highlighted"> <b>Trees</b> give shade. '
        "</span><span id=3>Streets need trees.</span>"
    },
    "OVA": {
        "firstname": "",
        "nodes": [{"nodeID": 0, "x": 1}, {"nodeID": 3, "x": "2"}, {"nodeID": 99}],
        "edges": [{"fromID": 4, "toID": 3, "visible": True}],
    },
    "dialog": True,
    "Skeptic": {"questions": [{"rank": 1, "nodeID": 4}]},
}


def text_of(document: object) -> str:
    return json.dumps(document, indent=1)


def same(one: object, other: object) -> bool:
    """Whether two values are the same JSON: ``1``, ``1.0`` and ``true`` are not."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def again(map: ArgumentMap) -> ArgumentMap:
    """The map through argmap's own JSON."""
    reading = read_json(Source(write_json(map).text))
    assert not reading.diagnostics
    return reading.map


@pytest.fixture
def debate() -> ArgumentMap:
    reading = read(Source(text_of(DEBATE)))
    assert [each.code for each in reading.diagnostics] == ["AF15"]
    return reading.map


@pytest.mark.skipif(not FILES, reason=WITHOUT_DATA)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_real_file_is_equal_as_data_when_it_is_written_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    reading = read(Source(text, path.name))
    assert detect(text, path.name) is FORMAT
    assert all(each.severity == "note" for each in reading.diagnostics)
    for map in (reading.map, again(reading.map)):
        written = write(map)
        assert not written.losses
        assert same(json.loads(written.text), json.loads(text))


def test_speakers_have_names_and_claims_places_in_the_text(debate: ArgumentMap) -> None:
    shade, streets = debate.claims.values()
    assert shade.data["speaker"] == "Ann Oak"
    assert shade.source == Anchor(start=12, end=29, quote="Trees give shade.")
    assert streets.data["speaker"] == "Bob"
    assert streets.source == Anchor(start=30, end=49, quote="Streets need trees.")


def test_a_scheme_is_known_by_its_number(debate: ArgumentMap) -> None:
    relation = debate.relations["4"]
    assert (relation.premises, relation.target) == (("1",), "3")
    assert relation.scheme == "Cause To Effect"


def test_nothing_of_a_debate_gets_lost(debate: ArgumentMap) -> None:
    for map in (debate, again(debate)):
        assert same(json.loads(write(map).text), DEBATE)


def test_a_debate_goes_through_aif(debate: ArgumentMap) -> None:
    from argmap.formats.aif import read as read_aif
    from argmap.formats.aif import write as write_aif

    text = write_aif(debate).text
    assert detect(text).name == "aif"
    back = read_aif(Source(text)).map
    assert back.claims == debate.claims
    assert back.relations == debate.relations
    assert same(json.loads(write(back).text), DEBATE)


def test_what_is_left_out_of_a_map_is_in_no_list(debate: ArgumentMap) -> None:
    document = json.loads(write(debate.keep({"3"})).text)
    graph = document["AIF"]
    assert graph["nodes"] == [DEBATE["AIF"]["nodes"][3]]  # type: ignore[index]
    assert graph["edges"] == []
    assert graph["schemefulfillments"] == []
    assert graph["locutions"] == [{"nodeID": 3, "personID": 1}]
    assert document["OVA"]["nodes"] == [{"nodeID": 3, "x": "2"}, {"nodeID": 99}]
    assert document["OVA"]["edges"] == []


def test_a_changed_scheme_is_written_in_both_places(debate: ArgumentMap) -> None:
    relation = debate.relations["4"]._replace(scheme="Expert Opinion")
    changed = ArgumentMap(debate.claims.values(), [relation], data=debate.data)
    document = json.loads(write(changed).text)
    assert document["AIF"]["schemefulfillments"] == [{"nodeID": 4, "schemeID": "15"}]
    assert document["AIF"]["nodes"][4]["text"] == "Expert Opinion"
    assert read(Source(text_of(document))).map.relations["4"].scheme == "Expert Opinion"


def test_a_new_speaker_becomes_a_participant(debate: ArgumentMap) -> None:
    new = Claim("new", text="Trees cost money.", data={"speaker": "Cy"})
    old = Claim("old", text="Trees are old.", data={"speaker": "Bob"})
    changed = ArgumentMap(
        [*debate.claims.values(), new, old],
        [*debate.relations.values(), Relation("r", "rebuttal", ("new",), "3")],
        data=debate.data,
    )
    graph = json.loads(write(changed).text)["AIF"]
    people = graph["participants"]
    assert people[-1] == {"participantID": 2, "firstname": "Cy", "surname": ""}
    assert len(people) == 3
    assert graph["locutions"][-2:] == [{"nodeID": 5, "personID": 2}, {"nodeID": 6, "personID": 1}]
    again = read(Source(text_of({"AIF": graph}))).map
    assert [claim.data.get("speaker") for claim in again.claims.values()] == [
        "Ann Oak", "Bob", "Cy", "Bob",
    ]  # fmt: skip


@settings(max_examples=150)
@given(full_maps(), st.lists(st.sampled_from(["Ann", "Bob", "", None, 3]), min_size=9))
def test_any_map_is_the_same_when_it_is_read_again(map: ArgumentMap, speakers: list[Any]) -> None:
    said = [
        claim._replace(data={"speaker": speaker, **claim.data}) if speaker is not None else claim
        for claim, speaker in zip(map.claims.values(), speakers, strict=False)
    ]
    map = ArgumentMap(
        said, map.relations.values(), map.arguments.values(), map.sections.values(), data=map.data
    )
    back = read(Source(write(map).text, "")).map
    assert back == map


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", "null", "{}", '{"AIF": []}', '{"AIF": {}}', '{"AIF": {"edges": []}}', "3"],
)
def test_what_is_no_xaif_is_reported(text: str) -> None:
    map, found = read(Source(text))
    assert not map.claims
    assert [(each.code, each.severity) for each in found] == [("XA01", "error")]


def test_a_problem_is_reported_where_it_stands_inside() -> None:
    text = '{"text": "",\n "AIF": {"nodes": [],\n  "edges": [{"fromID": 1, "toID": 2}]}}'
    (missing,) = [each for each in read(Source(text)).diagnostics if each.severity == "error"]
    assert missing.code == "AF03"
    assert missing.span is not None
    assert (missing.span.line, missing.span.column) == (3, 13)


@pytest.mark.parametrize(
    ("html", "quotes"),
    [
        ("<span id=a>one</span> two", {"a": "one"}),
        ("<span id='a'>one <span id=\"b\">two</span></span>", {"a": "one two", "b": "two"}),
        ("<SPAN ID=a>one<p>two</SPAN>", {"a": "one\ntwo"}),
        ("<span>one</span><span id=a>&lt;two&gt;</span>", {"a": "<two>"}),
        ("</span><span id=a>one</span><span id=b>two", {"a": "one"}),
        ("<!-- <span id=x>no</span> --><span id=a>one</span>", {"a": "one"}),
        ("1 < 2 <span id=a>one</span> 3 > 2", {"a": "one"}),
        ("<span id=", {}),
        ("<", {}),
    ],
)
def test_passages_are_found_in_any_markup(html: str, quotes: dict[str, str]) -> None:
    assert {id: anchor.quote for id, anchor in marked(html).items()} == quotes


@pytest.mark.parametrize("piece", ["<span id=a>", "</span>", "<", "<!--", "<span ", "&", "id="])
def test_passages_are_found_in_linear_time(piece: str) -> None:
    begun = process_time()
    marked(piece * 100_000)
    marked(f"{piece}a" * 50_000 + "</span>" * 50_000)
    assert process_time() - begun < 5 * pace()


@given(st.text(st.sampled_from("<>/span id=\"'ab&;!-")))
def test_no_text_with_markup_raises(html: str) -> None:
    marked(html)
    read(Source(text_of({"AIF": {"nodes": []}, "text": html})))
