"""Argument graphs of short texts: read, written, and read again as they were."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Source, detect, json, named
from argmap.formats._xml_text import parsed
from argmap.formats.microtext import read, write
from argmap.formats.microtext.problems import PROBLEMS
from argmap.model.map import ArgumentMap
from conftest import SHARED, WITHOUT_DATA
from small_maps import LARGE, map_of, maps

REAL = sorted((SHARED / "data/microtexts/v1-en").glob("*.xml"))
TEXT = (
    "Swim! Good weather. Sharks! And jellyfish. Bought spray. So, let us SWIM. HOT DAYS ARE FINE."
)
GRAPH = """<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE arggraph SYSTEM "arggraph.dtd">
<arggraph id="swimming" topic_id="swim" stance="pro" version="2">
  <edu id="e1"><![CDATA[Swim!]]></edu>
  <edu id="e2"><![CDATA[Good weather.]]></edu>
  <edu id="e3"><![CDATA[Sharks!]]></edu>
  <edu id="e4"><![CDATA[And jellyfish.]]></edu>
  <edu id="e5"><![CDATA[Bought spray.]]></edu>
  <edu id="e6"><![CDATA[So, let us SWIM.]]></edu>
  <edu id="e7" implicit="true"><![CDATA[Hot days are fine.]]></edu>
  <joint id="j1"/>
  <adu id="a1" type="pro"/>
  <adu id="a2" type="pro"/>
  <adu id="a3" type="opp"/>
  <adu id="a4" type="pro"/>
  <adu id="a5" type="opp"/>
  <edge id="c10" src="e1" trg="a1" type="seg"/>
  <edge id="c11" src="e2" trg="a2" type="seg"/>
  <edge id="c12" src="e3" trg="j1" type="seg"/>
  <edge id="c13" src="e4" trg="j1" type="seg"/>
  <edge id="c14" src="j1" trg="a3" type="seg"/>
  <edge id="c15" src="e5" trg="a4" type="seg"/>
  <edge id="c16" src="e6" trg="a1" type="seg"/>
  <edge id="c17" src="e7" trg="a5" type="seg"/>
  <edge id="c1" src="a2" trg="a1" type="exa"/>
  <edge id="c2" src="a3" trg="a1" type="reb"/>
  <edge id="c3" src="a4" trg="c4" type="und"/>
  <edge id="c4" src="a5" trg="c2" type="und"/>
  <edge id="c5" src="a2" trg="c3" type="add"/>
</arggraph>
"""


def _include(path: str) -> str | None:
    return TEXT if path == "swim.txt" else None


def _read(text: str, name: str = "swim.xml") -> tuple[ArgumentMap, list[str]]:
    map, found = read(Source(text, name, _include))
    return map, [str(each) for each in found]


def _graph(*elements: str) -> str:
    return "<arggraph id='g'>\n" + "\n".join(elements) + "\n</arggraph>"


def _unit(id: str) -> str:
    return (
        f"<edu id='e{id}'>Text {id}.</edu><adu id='a{id}' type='pro'/>"
        f"<edge id='s{id}' src='e{id}' trg='a{id}' type='seg'/>"
    )


def _placeless(map: ArgumentMap) -> tuple[object, ...]:
    return (
        [claim._replace(span=None) for claim in map.claims.values()],
        [relation._replace(span=None) for relation in map.relations.values()],
        map.data,
    )


def _elements(text: str) -> list[tuple[str, dict[str, str], str]]:
    root, _ = parsed(Source(text))
    told = [(child.name, child.attributes, child.text) for child in root.children]
    return [("", root.attributes, ""), *told]


def test_every_part_of_a_graph_is_read() -> None:
    map, found = _read(GRAPH)
    assert not found
    texts = {claim.id: claim.text for claim in map.claims.values()}
    assert texts == {
        "a1": "Swim! So, let us SWIM.",
        "a2": "Good weather.",
        "a3": "Sharks! And jellyfish.",
        "a4": "Bought spray.",
        "a5": "Hot days are fine.",
    }
    steps = [
        (r.id, r.kind, r.premises, r.target, r.target_type, r.scheme)
        for r in map.relations.values()
    ]
    assert steps == [
        ("c1", "support", ("a2",), "a1", "claim", "Example"),
        ("c2", "rebuttal", ("a3",), "a1", "claim", ""),
        ("c3", "undercut", ("a4", "a2"), "c4", "relation", ""),
        ("c4", "undercut", ("a5",), "c2", "relation", ""),
    ]
    speakers = [claim.data["speaker"] for claim in map.claims.values()]
    assert speakers == ["proponent", "proponent", "opponent", "proponent", "opponent"]
    assert [claim.id for claim in map.claims.values() if "implicit" in claim.tags] == ["a5"]


def test_units_are_anchored_in_the_text_beside() -> None:
    map, _ = _read(GRAPH)
    anchors = {claim.id: claim.source for claim in map.claims.values()}
    for claim, quote in {
        "a1": "Swim!",
        "a2": "Good weather.",
        "a3": "Sharks! And jellyfish.",
    }.items():
        anchor = anchors[claim]
        assert anchor is not None
        assert anchor.quote == quote
        assert TEXT[anchor.start : anchor.end] == quote
    assert anchors["a5"] is None
    assert not any(claim.source for claim in _read(GRAPH, "other.xml")[0].claims.values())


def test_a_graph_is_written_as_it_was() -> None:
    map, _ = _read(GRAPH)
    written = write(map)
    assert not written.losses
    text = written.text
    assert _elements(text) == _elements(GRAPH)
    assert _placeless(_read(text)[0]) == _placeless(map)
    through = json.read(Source(json.write(map).text)).map
    assert write(through).text == text


def test_an_edited_map_is_written_as_edited() -> None:
    map, _ = _read(GRAPH)
    edited = ArgumentMap(
        (c._replace(text="Do swim!") if c.id == "a1" else c for c in map.claims.values()),
        map.relations.values(),
        data=map.data,
    ).keep({"a1", "a2", "a4"})
    again, found = _read(write(edited).text, "edited.xml")
    assert not found
    assert {c.id: c.text for c in again.claims.values()} == {
        "a1": "Do swim!",
        "a2": "Good weather.",
        "a4": "Bought spray.",
    }
    assert list(again.relations) == ["c1"]


@pytest.mark.parametrize(
    ("elements", "codes"),
    [
        (["<edge id='c1' src='a1' trg='zzz' type='sup'/>"], ["MT04"]),
        (["<edge id='c1' src='a1' trg='a2' type='bogus'/>"], ["MT06"]),
        (["<edge id='c1' src='a1' trg='a2' type='add'/>"], ["MT07"]),
        (["<edge id='c1' src='s1' trg='a2' type='sup'/>"], ["MT07"]),
        (["<edge id='c1' src='a1' trg='s2' type='und'/>"], ["MT07"]),
        (["<edge id='c1' src='a1' trg='c1' type='und'/>"], ["MAP01"]),
        (
            [
                "<edge id='c1' src='a1' trg='c2' type='add'/>",
                "<edge id='c2' src='a1' trg='c1' type='add'/>",
            ],
            ["MT07", "MT07"],
        ),
        (["<edge id='c1' src='a1' trg='e2' type='seg'/>"], ["MT07"]),
        (["<edge id='c1' src='a1' trg='nowhere' type='seg'/>"], ["MT04"]),
        (["<edge id='c1' src='a1' trg='a2' type='und'/>"], ["MT09"]),
        (["<adu id='a1' type='pro'/>"], ["MT03", "MT08"]),
        (["<adu type='pro'/>"], ["MT02", "MT08"]),
        (["<edu id='e9'>Alone.</edu>"], ["MT10"]),
        (["<note>x</note>", "more"], ["MT05", "MT05"]),
        (["<adu id='a9' type='contra'>x<b/></adu>"], ["MT05", "MT05", "MT08", "MT12"]),
    ],
    ids=str,
)
def test_what_is_wrong_is_reported_and_the_rest_is_read(
    elements: list[str], codes: list[str]
) -> None:
    map, found = read(Source(_graph(_unit("1"), _unit("2"), *elements), "g.xml"))
    assert sorted(each.code for each in found) == codes
    assert all(each.span and each.span.file == "g.xml" for each in found)
    assert {"a1", "a2"} <= map.claims.keys()
    assert all(each.code in PROBLEMS or each.code.startswith("MAP") for each in found)
    if not any(each.severity == "error" for each in found):
        assert _placeless(read(Source(write(map).text, "g.xml")).map) == _placeless(map)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "swim.xml:1:1: MT01 this is not XML: no element found"),
        ("{bad", "swim.xml:1:1: MT01 this is not XML: not well-formed (invalid token)"),
        ("<caf/>", "swim.xml:1:1: MT01 this XML is no argument graph but <caf>"),
        ("<arggraph><edu>", "swim.xml:1:16: MT01 this is not XML: no element found"),
    ],
)
def test_what_is_no_graph_is_reported(text: str, message: str) -> None:
    map, found = _read(text)
    assert not map.claims
    assert found == [message]


def test_segments_that_are_not_in_the_text_are_counted() -> None:
    _, found = _read(_graph(_unit("1"), "<edu id='e2'>Swim!</edu>"))
    assert [each.split(" ")[1] for each in found] == ["MT11", "MT10"]


def test_kinds_that_it_does_not_have_are_named_as_losses() -> None:
    map = map_of(
        "b support a", "c d rebuttal a", "e contrary a", "f entailment r1", "g undercut r2", "h"
    )
    written = write(map)
    assert [each.message for each in written.losses] == [
        "dropped: 8 titles (a, b, c, d, e and 3 more), microtext cannot express them",
        "changed: 1 contrary (r3) into a rebuttal, as near as microtext comes",
        "changed: 1 entailment (r4) into a support, as near as microtext comes",
    ]
    again = read(Source(written.text)).map
    steps = [(r.kind, r.premises, r.target) for r in again.relations.values()]
    assert steps == [
        ("support", ("b",), "a"),
        ("rebuttal", ("c", "d"), "a"),
        ("rebuttal", ("e",), "a"),
        ("support", ("f",), "r1"),
        ("undercut", ("g",), "r2"),
    ]


def test_the_speaker_of_a_claim_is_who_it_is_for() -> None:
    text = write(map_of("b support a", "c rebuttal b", "d undercut r2", "e support c")).text
    speakers = {c.id: c.data["speaker"] for c in read(Source(text)).map.claims.values()}
    assert speakers == {
        "a": "proponent",
        "b": "proponent",
        "c": "opponent",
        "d": "proponent",
        "e": "opponent",
    }


@given(maps(kinds=("support", "rebuttal", "undercut")))
def test_what_it_can_express_is_read_as_it_was(map: ArgumentMap) -> None:
    def told(map: ArgumentMap) -> list[object]:
        return [
            (r.id, r.premises, r.target, r.stance, r.target_type) for r in map.relations.values()
        ]

    read_back = read(Source(write(map).text))
    assert not read_back.diagnostics
    assert told(read_back.map) == told(map)
    claims = [(c.id, c.text) for c in read_back.map.claims.values()]
    assert claims == [(c.id, c.text) for c in map.claims.values()]
    assert write(read_back.map).text == write(map).text


@given(st.data())
def test_any_edit_of_a_graph_is_read_or_reported(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(GRAPH)))
    cut = data.draw(st.integers(0, 40))
    pieces = st.sampled_from(
        ['"', "<", "a1", "c1", "j1", "e1", " id='a1'", "<adu/>", "<edge/>", ""]
    )
    text = GRAPH[:at] + data.draw(pieces) + GRAPH[at + cut :]
    read_back = read(Source(text, "swim.xml", _include))
    assert read_back.map.claims or read_back.diagnostics
    written = write(read_back.map)
    again = read(Source(written.text, "swim.xml", _include)).map
    assert [c.text for c in again.claims.values()] == [
        c.text for c in read_back.map.claims.values()
    ]
    assert list(again.relations) == list(read_back.map.relations)


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=3),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
        max_leaves=4,
    ),
    st.sampled_from(["segments", "added", "attributes", "order", "comments", "first_edge", "type"]),
)
def test_whatever_rides_along_something_is_written(value: object, key: str) -> None:
    riding: dict[str, Any] = {"microtext": {key: value}}
    map, _ = _read(GRAPH)
    odd = ArgumentMap(
        (claim._replace(data=riding) for claim in map.claims.values()),
        (relation._replace(data=riding) for relation in map.relations.values()),
        data=riding,
    )
    again = read(Source(write(odd).text)).map
    assert [c.text for c in again.claims.values()] == [c.text for c in map.claims.values()]
    assert [r.premises for r in again.relations.values()] == [
        r.premises for r in map.relations.values()
    ]


@pytest.mark.parametrize("shape", LARGE)
def test_large_maps_are_written_and_read(shape: str) -> None:
    map = LARGE[shape](20_000)
    again = read(Source(write(map).text))
    assert not again.diagnostics
    assert list(again.map.relations) == list(map.relations)


@pytest.mark.parametrize("name", ["g.xml", "g.txt", "<stdin>", "g.json"])
def test_it_is_known_by_its_outermost_element(name: str) -> None:
    assert detect(GRAPH, name).name == "microtext"
    assert detect("<lkif><arggraph/></lkif>", name).name != "microtext" or name == "g.xml"
    assert not named("microtext").looks_like("[A]: See <arggraph>.")


@pytest.mark.skipif(not REAL, reason=WITHOUT_DATA)
def test_all_real_texts_are_read_and_written_as_they_are() -> None:
    counted: Counter[str] = Counter()
    for path in REAL:
        text = path.read_text("utf-8")
        beside = path.with_suffix(".txt").read_text("utf-8")
        source = Source(text, path.name, {path.with_suffix(".txt").name: beside}.get)
        map, found = read(source)
        pieces, losses = write(map)
        again = "".join(pieces)
        assert not found
        assert not losses
        assert _elements(again) == _elements(text)
        assert _placeless(read(source._replace(text=again)).map) == _placeless(map)
        assert detect(text).name == "microtext"
        assert not any("microtext" in claim.data for claim in map.claims.values())
        counted["texts"] += 1
        counted["anchored"] += sum(claim.source is not None for claim in map.claims.values())
        counted["added"] += sum(len(r.premises) - 1 for r in map.relations.values())
        counted.update(relation.kind for relation in map.relations.values())
    assert counted == {
        "texts": 112,
        "anchored": 576,
        "support": 272,
        "rebuttal": 108,
        "undercut": 63,
        "added": 21,
    }
