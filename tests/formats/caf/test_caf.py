"""CAF: statements and arguments, with undercuts told by what a statement says."""

import pytest

from argmap.formats import Source, named
from argmap.formats.caf import read
from conftest import SHARED

REAL = SHARED / "data/caf/CopyrightInTheKnowledgeEconomy.xml"
GRAPH = """<?xml version="1.0"?>
<caf version="1.3">
 <metadata title="Trees" creator="Ann"/>
 <statements>
  <statement id="u1" atom="(undercut a1)" standard="PE"><descriptions/></statement>
  <statement id="s1" atom="plant" main="true"><metadata key="K">
    <descriptions><description lang="en">A note.</description></descriptions></metadata>
   <descriptions><description lang="en"> Plant. </description>
    <description lang="de">Pflanzt.</description></descriptions></statement>
  <statement id="s2" atom="s2"><descriptions>
    <description lang="en">Shade.</description></descriptions></statement>
 </statements>
 <arguments>
  <argument id="a2" pro="true" weight="0.5"><conclusion statement="u1"/>
   <premises><premise statement="s2" positive="true" role="Case" implicit="true"/></premises>
  </argument>
  <argument id="a3" pro="false"><conclusion statement="u1"/>
   <premises><premise statement="s2" positive="false"/></premises></argument>
  <argument id="a1" scheme="Practical" pro="true" strict="false">
   <metadata source="LIBER"><descriptions><description lang="en">Why.</description></descriptions>
   </metadata>
   <conclusion statement="s1"/>
   <premises><premise statement="s2" role="" implicit="false"/></premises>
   <exceptions><exception statement="s1"/></exceptions>
  </argument>
 </arguments>
 <references><metadata key="LIBER" title="Libraries"/></references>
</caf>
"""


def test_an_argument_for_an_undercut_undercuts() -> None:
    map, found = read(Source(GRAPH))
    assert [each.code for each in found] == ["CX06"]
    steps = {r.id: (r.premises, r.kind, r.target) for r in map.relations.values()}
    assert steps == {
        "a1": (("s2",), "support", "s1"),
        "a1-exception-1": (("s1",), "undercut", "a1"),
        "a2": (("s2",), "undercut", "a1"),
        "a3": (("not-s2",), "rebuttal", "u1"),
        "not-s2-s2": (("not-s2",), "contradiction", "s2"),
    }


def test_languages_notes_and_references_are_kept() -> None:
    map, _ = read(Source(GRAPH))
    plant = map.claims["s1"]
    assert (plant.text, plant.wordings) == ("Plant.", ("Pflanzt.",))
    assert plant.data == {
        "note": "A note.",
        "caf": {
            "main": "true",
            "atom": "plant",
            "languages": ["en", "de"],
            "metadata": {"key": "K"},
        },
    }
    argument = map.relations["a1"]
    assert argument.scheme == "Practical"
    assert argument.data == {
        "caf": {"strict": "false", "note": "Why.", "metadata": {"source": "LIBER"}}
    }
    assert map.relations["a2"].data == {
        "caf": {"premises": [{"role": "Case", "implicit": "true"}], "conclusion": "u1"}
    }
    assert map.claims["u1"].title == "(undercut a1)"
    assert map.name == "Trees"
    assert "Libraries" in str(map.data)


def test_undercuts_of_one_another_bear_on_nothing_and_are_reported() -> None:
    ring = (
        "<caf><statements>"
        "<statement id='u1' atom='(undercut a1)'/><statement id='u2' atom='(undercut a2)'/>"
        "</statements><arguments>"
        "<argument id='a1'><conclusion statement='u2'/>"
        "<premises><premise statement='u1'/></premises></argument>"
        "<argument id='a2'><conclusion statement='u1'/>"
        "<premises><premise statement='u2'/></premises></argument></arguments></caf>"
    )
    map, found = read(Source(ring))
    assert len(map.claims) == 2
    assert not map.relations
    assert [each.code for each in found] == ["CX03", "CX03"]


@pytest.mark.skipif(not REAL.exists(), reason="the real CAF file is not at hand")
def test_the_real_file_is_read() -> None:
    text = REAL.read_text(encoding="utf-8")
    assert named("caf").looks_like(text)
    map, found = read(Source(text))
    assert not found
    assert (len(map.claims), len(map.relations)) == (36, 17)
    assert [r.kind for r in map.relations.values()].count("undercut") == 1
    assert sum(len(claim.wordings) for claim in map.claims.values()) == 6
    assert sum(bool(r.scheme) for r in map.relations.values()) == 16
