"""AML: units within units; linked, convergent and against; where they stand in the text."""

import pytest

from argmap.formats import Source, named
from argmap.formats.aml import read
from conftest import SHARED, WITHOUT_DATA

REAL = SHARED / "data/aml-handmade/sample.aml"
TEXT = "Plant trees. They give shade, shade cools. Roots break pipes."
ANALYSIS = f"""<?xml version="1.0"?>
<!DOCTYPE ARG SYSTEM "argument.dtd">
<ARG>
 <SCHEMESET><SCHEME><NAME>Values</NAME></SCHEME></SCHEMESET>
 <TEXT>{TEXT}</TEXT>
 <EDATA><AUTHOR>Ann</AUTHOR></EDATA>
 <AU>
  <PROP identifier="A" missing="no"><PROPTEXT offset="0">Plant trees.</PROPTEXT>
   <INSCHEME scheme="Values" schid="0"/></PROP>
  <REFUTATION><AU><PROP identifier="F"><PROPTEXT offset="43">Roots break pipes.</PROPTEXT>
   <OWNER name="Bob"/></PROP></AU></REFUTATION>
  <LA>
   <AU><PROP identifier="B"><PROPTEXT offset="13">They give shade</PROPTEXT>
     <INSCHEME scheme="Values" schid="0"/></PROP>
    <CA><AU><PROP identifier="D"><PROPTEXT offset="5">elsewhere</PROPTEXT></PROP></AU>
     <AU><PROP identifier="E" missing="yes"><PROPTEXT offset="-1">unsaid</PROPTEXT></PROP></AU>
    </CA></AU>
   <AU><PROP identifier="C"><PROPTEXT offset="30">shade cools.</PROPTEXT>
     <INSCHEME scheme="Values" schid="0"/><INSCHEME scheme="Rule" schid="1"/></PROP></AU>
  </LA>
 </AU>
</ARG>
"""


def test_linked_convergent_and_against() -> None:
    map, _ = read(Source(ANALYSIS))
    steps = [(r.premises, r.kind, r.target, r.scheme) for r in map.relations.values()]
    assert steps == [
        (("F",), "rebuttal", "A", ""),
        (("B", "C"), "support", "A", "Values"),
        (("D",), "support", "B", ""),
        (("E",), "support", "B", ""),
    ]


def test_claims_have_their_anchor_speaker_and_tag() -> None:
    map, found = read(Source(ANALYSIS, "x.aml"))
    anchors = {id: claim.source for id, claim in map.claims.items() if claim.source}
    assert list(map.claims) == ["A", "F", "B", "D", "E", "C"]
    assert {id: TEXT[a.start : a.end] for id, a in anchors.items()} == {
        id: map.claims[id].text for id in "AFBC"
    }
    assert map.claims["F"].data == {"speaker": "Bob"}
    assert map.claims["E"].tags == ("implicit",)
    assert map.claims["D"].data == {"aml": {"offset": "5"}}
    assert map.claims["C"].data == {
        "aml": {"schemes": [{"scheme": "Values", "schid": "0"}, {"scheme": "Rule", "schid": "1"}]}
    }
    assert [str(each) for each in found] == [
        "x.aml:15:34: AM05 the proposition 'D' does not stand at 5 in the text"
    ]
    assert map.data["aml"]["text"] == TEXT  # type: ignore[index]
    assert "Ann" in str(map.data)


def test_what_stands_under_a_unit_without_a_proposition_is_read() -> None:
    inner = "<AU><PROP identifier='B'><PROPTEXT>b</PROPTEXT></PROP></AU>"
    map, found = read(Source(f"<ARG><AU><CA>{inner}</CA></AU></ARG>"))
    assert list(map.claims) == ["B"]
    assert [each.code for each in found] == ["AM03"]


def test_a_chain_of_100000_units_is_read() -> None:
    deep = 100_000
    unit = "<AU><PROP identifier='p{}'><PROPTEXT>t</PROPTEXT></PROP><CA>"
    text = "".join(unit.format(n) for n in range(deep))
    map, found = read(Source(f"<ARG>{text}{'</CA></AU>' * deep}</ARG>"))
    assert (len(map.claims), len(map.relations)) == (deep, deep - 1)
    assert [each.code for each in found] == ["AM06"]


@pytest.mark.skipif(not REAL.exists(), reason=WITHOUT_DATA)
def test_the_sample_is_read() -> None:
    text = REAL.read_text(encoding="utf-8")
    assert named("aml").looks_like(text)
    map, found = read(Source(text))
    assert not found
    assert list(map.claims) == ["A", "D", "B", "C1", "C2"]
    assert [r.premises for r in map.relations.values()] == [("D",), ("B",), ("C1", "C2")]
