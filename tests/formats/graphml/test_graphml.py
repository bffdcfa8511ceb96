import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Reading, Source, detect, graphml
from argmap.formats import json as own
from argmap.formats._xml_text import can_hold
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from conftest import SHARED, WITHOUT_DATA
from full_maps import full_maps
from small_maps import maps

HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://y.com/xml">'
HEAD += '<key id="k" for="edge" attr.name="kind"/><key id="g" for="node" yfiles.type="drawn"/>'
HEAD += '<key id="w" for="node" attr.name="size" attr.type="int"><default>3</default></key>'
YED = (
    f'{HEAD}<graph edgedefault="directed" id="G"><node id="n0"><data key="g"><y:ShapeNode>'
    '<y:Fill color="#FC0"/><y:NodeLabel>Streets need trees.</y:NodeLabel></y:ShapeNode></data>'
    '</node><node id="n1"><data key="w">7</data><data key="text">Shade.</data></node>'
    '<edge id="e0" source="n1" target="n0"><data key="k">con</data></edge></graph></graphml>'
)
held = st.text(max_size=8).filter(can_hold)


def read(text: str) -> Reading:
    return graphml.read(Source(text, "file"))


@settings(deadline=None)
@given(full_maps(held))
def test_every_field_of_every_record_comes_back(map: ArgumentMap) -> None:
    written = graphml.write(map)
    assert not written.losses
    text = written.text
    reading = read(text)
    assert not reading.diagnostics
    assert reading.map == map
    assert graphml.write(reading.map).text == text


@pytest.mark.parametrize("label", ["PREMISE", "attack", "-", "ra", "for"])
def test_a_label_that_could_mean_a_kind_is_still_a_label(label: str) -> None:
    relation = Relation("r1", "rebuttal", ("a",), "b", label=label)
    map = ArgumentMap([Claim("a"), Claim("b")], [relation], name="file")
    assert read(graphml.write(map).text).map == map


@settings(deadline=None)
@given(full_maps())
def test_what_xml_cannot_hold_is_told(map: ArgumentMap) -> None:
    written = graphml.write(map)
    reading = read(written.text)
    assert not [each for each in reading.diagnostics if each.code == "GM01"]
    assert written.losses or reading.map == map


@given(maps())
def test_networkx_opens_what_is_written_and_its_files_are_read(map: ArgumentMap) -> None:
    import networkx as nx

    graph = nx.read_graphml(io.BytesIO(graphml.write(map).text.encode()))
    assert list(graph) == [*map.claims, *map.relations]
    pairs = {(p, r.id) for r in map.relations.values() for p in r.premises}
    pairs |= {(r.id, r.target) for r in map.relations.values()}
    assert {(edge[0], edge[1]) for edge in graph.edges} == pairs
    text = "\n".join(nx.generate_graphml(graph))
    reading = read(text)
    assert not reading.diagnostics
    assert reading.map.claims == map.claims
    again = nx.parse_graphml(graphml.write(reading.map).text)
    assert "\n".join(nx.generate_graphml(again)) == text


def test_the_label_of_a_drawn_node_is_its_text_and_all_comes_back() -> None:
    map, diagnostics = read(YED)
    assert not diagnostics
    assert [claim.text for claim in map.claims.values()] == ["Streets need trees.", "Shade."]
    assert [r.kind for r in map.relations.values()] == ["rebuttal"]
    through = own.read(Source(own.write(map).text, "file")).map
    text = graphml.write(through).text
    assert '<y:Fill color="#FC0"/>' in text
    assert graphml.write(read(text).map).text == text
    assert '<edge source="n1" target="n0" id="e0">' in text


def test_an_edit_shows() -> None:
    map = read(YED).map
    claims = [claim._replace(text="New.") for claim in map.claims.values()]
    relations = [each._replace(kind="support") for each in map.relations.values()]
    edited = ArgumentMap(claims, relations, name=map.name, data=map.data)
    again = read(graphml.write(edited).text).map
    assert {claim.text for claim in again.claims.values()} == {"New."}
    assert [each.kind for each in again.relations.values()] == ["support"]


def _body(inside: str, direction: str = "directed") -> str:
    return f'{HEAD}<graph edgedefault="{direction}">{inside}</graph></graphml>'


EDGE = '<edge source="a" target="a"/>'
KEY = '<key id="type" attr.name="type"/><key id="weight" attr.name="weight"/>'


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["GM01"]),
        ("<graphml/>", ["GM01"]),
        ("<other/>", ["GM01"]),
        ('<!DOCTYPE g [<!ENTITY a "b">]><graphml/>', ["GM01"]),
        (_body("<node/><edge/><hyperedge/>"), ["GM02"] * 3),
        (_body('<node id="a"/><node id="a"/>'), ["GM03"]),
        (_body(EDGE), ["GM04"]),
        (_body(f'<node id="a"/>{EDGE}{EDGE}'), ["GM05"]),
        (_body("", "undirected"), ["GM07"]),
        (_body('<node id="a"><data key="type">RA</data></node>'), ["GM08"]),
        (_body('<node id="a"><data key="w">x</data></node>'), ["GM10"]),
        (_body('<node id="a"><graph><node id="b"/></graph></node>'), ["GM12"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, codes: list[str]) -> None:
    found = read(text).diagnostics
    assert [each.code for each in found] == codes
    assert all(each.span is not None for each in found)


PIECES = st.sampled_from(
    ["<node id='a'>", "</node>", "<edge source='a' target='b'/>", "<data key='k'>", "</data>",
     "<graph>", "</graph>", "<y:NodeLabel>", "[1]", "attack", "\0", "&x;", "<node id='b'/>",
     "<edge source='b' target='a'><data key='kind'>pro</data></edge>", "<data key='w'>9</data>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8).map("".join))
def test_any_text_is_read_or_reported(inside: str) -> None:
    text = _body(inside)
    map, diagnostics = read(text)
    if not any(each.severity == "error" for each in diagnostics):
        once = graphml.write(map).text
        assert graphml.write(read(once).map).text == once


def test_depth_is_no_limit() -> None:
    deep = 20_000
    drawn = "<y:a>" * deep + "</y:a>" * deep
    text = _body(f'<node id="a"><data key="g">{drawn}</data></node>')
    assert graphml.write(read(text).map).text.count("<y:a") == deep
    nested = '<node id="a"><graph>' * deep + "</graph></node>" * deep
    assert len(read(_body(nested)).map.claims) == deep


ARGUNET = sorted((SHARED / "data" / "argunet").glob("*.graphml"))


@pytest.mark.skipif(not ARGUNET, reason=WITHOUT_DATA)
def test_argunet_keeps_its_own() -> None:
    assert {detect(path.read_text("utf-8"), path.name).name for path in ARGUNET} == {"argunet"}


def test_it_is_known_by_what_it_says() -> None:
    assert detect(YED).name == "graphml"
    assert detect(graphml.write(ArgumentMap([Claim("a")])).text, "m.xml").name == "graphml"
