"""LKIF: statements and arguments become claims and relations, and nothing of them is lost."""

from pathlib import Path

import pytest

from argmap.formats import Source, named
from argmap.formats.lkif import read
from argmap.model.map import ArgumentMap
from conftest import SHARED, WITHOUT_DATA

REAL = sorted((SHARED / "data/lkif").glob("*.xml"))
GRAPH = """<lkif>
 <argument-graphs>
  <argument-graph id="g1" title="Trees" main-issue="s1">
   <statements>
    <statement id="s1" value="unknown" assumption="false" standard="PE"><s>Plant.</s></statement>
    <statement id="s2" value="true" standard="BA"><s>Trees
       give   shade.</s></statement>
    <statement id="s3"><s>It rains.</s></statement>
    <statement id="s4"><s>Trees die.</s></statement>
    <statement id="a1"><s>Called like an argument.</s></statement>
   </statements>
   <arguments>
    <argument id="a1" title="Shade" direction="pro" scheme="Values" weight="0.25">
     <conclusion statement="s1"/>
     <premises>
      <premise polarity="positive" type="ordinary" role="datum" statement="s2"/>
      <premise polarity="negative" type="assumption" role="" statement="s3"/>
      <premise polarity="positive" type="exception" role="" statement="s4"/>
      <premise polarity="negative" type="exception" role="" statement="a1"/>
     </premises>
    </argument>
    <argument id="a2" direction="con" weight="7">
     <conclusion statement="s1"/>
     <premises><premise statement="s4"/></premises>
    </argument>
   </arguments>
  </argument-graph>
 </argument-graphs>
 <theory id="t"><rule>r</rule></theory>
</lkif>
"""


def _read(text: str) -> tuple[ArgumentMap, list[str]]:
    map, found = read(Source(text, "x.xml"))
    return map, [str(each) for each in found]


def test_premises_are_linked_and_exceptions_undercut_their_argument() -> None:
    map, _ = _read(GRAPH)
    steps = {r.id: (r.premises, r.kind, r.target, r.target_type) for r in map.relations.values()}
    assert steps == {
        "a1-2": (("s2", "not-s3"), "support", "s1", "claim"),
        "a1-2-exception-1": (("s4",), "undercut", "a1-2", "relation"),
        "a1-2-exception-2": (("not-a1",), "undercut", "a1-2", "relation"),
        "a2": (("s4",), "rebuttal", "s1", "claim"),
        "not-s3-s3": (("not-s3",), "contradiction", "s3", "claim"),
        "not-a1-a1": (("not-a1",), "contradiction", "a1", "claim"),
    }


def test_what_has_a_field_is_in_it_and_the_rest_rides_along() -> None:
    map, _ = _read(GRAPH)
    assert map.name == "Trees"
    shade = map.relations["a1-2"]
    assert (shade.scheme, shade.weight, shade.label) == ("Values", 0.25, "Shade")
    assert shade.data == {
        "lkif": {"id": "a1", "premises": [{"role": "datum"}, {"type": "assumption"}]}
    }
    assert map.claims["s2"].text == "Trees\ngive shade."
    assert map.claims["s2"].data == {"lkif": {"value": "true", "standard": "BA"}}
    assert map.claims["s3"].data == {}
    assert map.claims["not-s3"].text == "It is not the case that: It rains."
    assert map.relations["a2"].data == {"lkif": {"weight": "7"}}
    rule = {"name": "rule", "text": "r"}
    theory = {"name": "theory", "attributes": {"id": "t"}, "children": [rule]}
    graph = {"id": "g1", "title": "Trees", "main-issue": "s1"}
    assert map.data == {"lkif": {"elements": [theory], "graphs": [graph]}}


def test_each_problem_is_reported_where_it_is() -> None:
    _, found = _read(GRAPH)
    assert found == [
        "x.xml:17:7: LK06 the statement 's3' is used denied; the claim 'not-s3' stands for that",
        "x.xml:19:7: LK06 the statement 'a1' is used denied; the claim 'not-a1' stands for that",
        "x.xml:22:5: LK05 the argument 'a2' has the weight '7', which is no number from 0 to 1",
    ]


def test_an_argument_for_nothing_is_left_out_with_its_exceptions() -> None:
    map, found = _read(GRAPH.replace('<conclusion statement="s1"/>', "", 1))
    assert "a1-2" not in map.relations
    assert not [id for id in map.relations if "exception" in id]
    assert "x.xml:13:5: LK03 the argument 'a1' refers to '', which is not there" in found


def test_several_graphs_are_sections_and_their_ids_do_not_mix() -> None:
    start, end = GRAPH.index("  <argument-graph "), GRAPH.index(" </argument-graphs>")
    graph = GRAPH[start:end]
    map, _ = _read(GRAPH.replace(graph, graph + graph.replace("Trees", "Cars")))
    assert [section.title for section in map.sections.values()] == ["Trees", "Cars"]
    assert {map.claims["s2"].section, map.claims["s2-2"].section} == {"trees", "cars"}
    assert map.relations["a2-2"].premises == ("s4-2",)


@pytest.mark.skipif(not REAL, reason=WITHOUT_DATA)
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_real_file_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert named("lkif").looks_like(text)
    map, found = read(Source(text))
    assert {each.code for each in found} <= {"LK06"}
    kinds = [r.kind for r in map.relations.values()]
    assert kinds.count("undercut") == text.count('type="exception"')
    assert kinds.count("support") == text.count('direction="pro"')
    assert kinds.count("rebuttal") == text.count('direction="con"')
    assert len(map.claims) - kinds.count("contradiction") == text.count("<statement ")
