"""Argunet: theses, sketches, reconstructions, and the edges between them."""

import re
from pathlib import Path

import pytest

from argmap.formats import Source, named
from argmap.formats.argunet import read
from conftest import SHARED

REAL = sorted((SHARED / "data/argunet").glob("*.graphml"))
DEBATE = """<graphml xmlns:arg="http://www.argunet.org/xml/argml">
 <data key="d0"><arg:map><arg:mapTitle>Trees</arg:mapTitle></arg:map></data>
 <graph id="G">
  <node id="n0"><data key="d2"><arg:group id="9" color="#c0c0c0">
     <arg:title>Green</arg:title></arg:group></data>
   <graph id="n0:">
    <node id="n0::n1"><data key="d2"><arg:thesis id="1" colorIndex="0">
      <arg:title>Thesis</arg:title><arg:content>Plant trees.</arg:content></arg:thesis>
     </data></node>
    <node id="n0::n2"><data key="d2"><arg:argument id="2"><arg:title>Sketch</arg:title>
      <arg:description>Trees give shade.</arg:description></arg:argument></data></node>
   </graph></node>
  <node id="n3"><data key="d2"><arg:argument id="3"><arg:title>Full</arg:title>
   <arg:proposition id="31" index="1" type="premise"><arg:content>p</arg:content></arg:proposition>
   <arg:proposition id="32" index="2" type="premise"><arg:content>q</arg:content></arg:proposition>
   <arg:proposition id="33" index="3" type="prelimary-conclusion" pattern="From (1)">
     <arg:content>r</arg:content></arg:proposition>
   <arg:proposition id="1" index="4" type="conclusion" pattern="From 2-3">
     <arg:content>Plant trees.</arg:content></arg:proposition>
   </arg:argument></data></node>
  <edge id="e0"><data><arg:edge type="support" sourceNodeId="3" sourcePropositionId="1"
    targetNodeId="1" targetPropositionId="1"/></data></edge>
  <edge id="e1"><data><arg:edge type="sketchedAttack" sourceNodeId="2" sourcePropositionId=""
    targetNodeId="3" targetPropositionId=""/></data></edge>
  <edge id="e2"><data><arg:edge type="sketchedSupport" sourceNodeId="2" targetNodeId="1"/></data>
  </edge>
  <edge id="e3"><data><arg:edge type="attack" sourceNodeId="1" sourcePropositionId="1"
    targetNodeId="3" targetPropositionId="32"/></data></edge>
  <edge id="e4"><data><arg:edge type="attack" sourceNodeId="77" targetNodeId="3"/></data></edge>
 </graph>
</graphml>
"""


def test_edges_and_inferences_are_relations() -> None:
    map, found = read(Source(DEBATE, "x.graphml"))
    steps = {r.id: (r.premises, r.kind, r.target, r.label) for r in map.relations.values()}
    assert steps == {
        "3-3": (("31",), "support", "33", "From (1)"),
        "3-4": (("32", "33"), "support", "1", "From 2-3"),
        "e1": (("2",), "undercut", "3-4", ""),
        "e2": (("2",), "support", "1", ""),
        "e3": (("1",), "rebuttal", "32", ""),
    }
    assert [str(each) for each in found] == [
        "x.graphml:29:3: AU03 the edge 'e4' has '77' at an end, which is not there"
    ]


def test_groups_are_sections_and_an_edge_of_one_proposition_rides_along() -> None:
    map, _ = read(Source(DEBATE))
    assert map.name == "Trees"
    assert [(s.id, s.level) for s in map.sections.values()] == [("green", 1)]
    assert map.claims["1"].section == "green"
    assert (map.claims["1"].title, map.claims["1"].text) == ("Thesis", "Plant trees.")
    sketch, full = map.arguments["2"], map.arguments["3"]
    assert (sketch.gist, sketch.title, sketch.text) == ("2", "Sketch", "Trees give shade.")
    assert full.relations == ("3-3", "3-4")
    assert full.statements == ("31", "32", "33", "1")
    edges = map.data["argunet"]["edges"]  # type: ignore[index]
    assert [edge["id"] for edge in edges] == ["e0"]


@pytest.mark.skipif(not REAL, reason="the real debates are not at hand")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_real_file_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert named("argunet").looks_like(text)
    map, found = read(Source(text))
    assert [each.code for each in found] == ["AU09"]
    edges = set(re.findall(r'<edge id="([^"]*)"', text))
    data = map.data["argunet"]
    assert isinstance(data, dict)
    same = {edge["id"] for edge in data["edges"]}
    written = {str(r.data["argunet"]["edge"]) for r in map.relations.values() if r.data}  # type: ignore[index]
    assert same | written == edges
    assert not same & written
    assert len(map.arguments) == text.count("<arg:argument ")
    assert len(map.sections) == text.count("<arg:group ")
    ids = set(re.findall(r'<arg:(?:proposition|thesis)[^>]* id="(\d+)"', text))
    assert ids <= set(map.claims)
