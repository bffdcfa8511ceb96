"""The YAML notation called argmap: claims, reasons, objections, and what is said of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Source, named
from argmap.formats.argmap_yaml import read
from conftest import SHARED

REAL = sorted((SHARED / "data/argmap-yaml").glob("*.yaml"))
TEXT = """Plant trees.:
  r1:
    Trees give shade.:
      r1: {Leaves stop light.: , label: optics, strength: 0.5}
      note: Not all of them.
    -Shade is good.:
    label: for comfort
    strength: 4
    note: Ask Ann.
  o1:
    Roots break pipes.:
  -:
    Leaves fall.:
  note: |
    Two
    lines.
Another claim.:
"""


def test_reasons_and_objections_are_relations() -> None:
    map, found = read(Source(TEXT))
    assert not found
    text = {claim.id: claim.text for claim in map.claims.values()}
    steps = {
        r.id: ([text[id] for id in r.premises], r.kind, text[r.target], r.label, r.weight)
        for r in map.relations.values()
    }
    assert steps == {
        "r1": (
            ["Trees give shade.", "Shade is good."], "support", "Plant trees.", "for comfort", None
        ),
        "o1": (["Roots break pipes."], "rebuttal", "Plant trees.", "", None),
        "r3": (["Leaves fall."], "rebuttal", "Plant trees.", "", None),
        "r1-2": (["Leaves stop light."], "support", "Trees give shade.", "optics", 0.5),
    }  # fmt: skip
    assert "Another claim." in text.values()


def test_notes_strengths_and_keys_are_kept() -> None:
    map, _ = read(Source(TEXT))
    assert map.relations["r1"].data == {"note": "Ask Ann.", "argmap-yaml": {"strength": 4}}
    assert map.relations["r1-2"].data == {"argmap-yaml": {"key": "r1"}}
    assert map.relations["r3"].data == {"argmap-yaml": {"key": "-"}}
    assert map.claims["plant-trees"].data == {"note": "Two\nlines.\n"}
    assert map.claims["trees-give-shade"].data == {"note": "Not all of them."}
    assert map.claims["shade-is-good"].tags == ("implicit",)


def test_each_problem_is_reported_where_it_is() -> None:
    text = "A:\n  r1:\n    B: 3\n  r1:\n    C:\n  r2: word\n  o2:\n  why:\n    D:\n"
    map, found = read(Source(text, "x.yaml"))
    assert [str(each) for each in found] == [
        "x.yaml:4:3: AY02 the key 'r1' is there twice; only its last value is read",
        "x.yaml:6:3: AY04 under 'r2' stands a single value, not a mapping of claims",
        "x.yaml:7:3: AY05 'o2' has no claims under it",
        "x.yaml:8:3: AY06 the key 'why' is no reason or objection, which begin with r, o or -",
    ]
    assert set(map.claims) == {"a", "c", "d"}


@pytest.mark.parametrize(
    "text",
    [
        "statements:\n  r1:\n    x: y\n",
        "[A]: b\n  r1:\n",
        "A:\n  b: 1\n",
        "# A\n\nSome prose.\n  r1:\n",
        "- A:\n    r1:\n",
        "",
    ],
)
def test_other_texts_are_not_claimed(text: str) -> None:
    assert not named("argmap-yaml").looks_like(text)


@given(st.text(alphabet="ab-:{}[]\n &*!|'\"r1o", max_size=40))
def test_any_text_is_read_or_reported(text: str) -> None:
    map, found = read(Source(text))
    assert map.claims or found or not text.strip("-{} \n")
    named("argmap-yaml").looks_like(text)


@pytest.mark.skipif(not REAL, reason="the real maps are not at hand")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_real_file_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert named("argmap-yaml").looks_like(text)
    map, found = read(Source(text))
    assert not found
    assert len(map.relations) == text.count("r1:") + text.count("o1:")
    data = [claim.data for claim in map.claims.values()]
    data += [relation.data for relation in map.relations.values()]
    assert sum("note" in each for each in data) == text.count("note:")
    strengths = [r for r in map.relations.values() if "strength" in str(r.data)]
    assert len(strengths) == text.count("strength:")
    assert [r.label for r in map.relations.values() if r.label] == [
        line.split(": ")[1] for line in text.split("\n") if "label:" in line
    ]
    implicit = [claim for claim in map.claims.values() if claim.tags]
    assert len(implicit) == text.count("-Most")
