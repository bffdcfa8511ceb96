"""MindMup: ideas in groups, read in the order of their ranks."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Source, named
from argmap.formats.mindmup import read
from conftest import SHARED, WITHOUT_DATA

REAL = sorted((SHARED / "data/mindmup").glob("example.*"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "ideas", "attr", "group", "note", "1", "2"]), inner
        )
    ),
    max_leaves=15,
)


def _idea(id: object, title: str, *inner: Any, **attr: object) -> dict[str, Any]:  # noqa: ANN401
    ideas = {str(rank): each for rank, each in enumerate(inner, 1)}
    return {"id": id, "title": title, "attr": attr, "ideas": ideas}


def _map(*ideas: Any) -> str:  # noqa: ANN401
    return json.dumps({**_idea("root", "Trees", *ideas), "formatVersion": 3, "theme": {"x": 1}})


def test_groups_are_steps_and_a_group_in_a_group_bears_on_the_step() -> None:
    doubt = _idea(6, "group", _idea(7, "Not so"), group="opposing")
    shade = _idea("2", "group", _idea("3", "a "), _idea("4", "b"), doubt, group="supporting")
    pipes = _idea(8, "group", _idea(9, "c"), group="opposing", parentConnector={"label": "but"})
    map, found = read(Source(_map(_idea("1", "Plant\n", shade, pipes))))
    assert not found
    steps = {r.id: (r.premises, r.kind, r.target, r.label) for r in map.relations.values()}
    assert steps == {
        "2": (("3", "4"), "support", "1", ""),
        "6": (("7",), "undercut", "2", ""),
        "8": (("9",), "rebuttal", "1", "but"),
    }
    assert map.claims["1"].text == "Plant"
    assert map.claims["7"].data == {"mindmup": {"id": 7}}
    assert map.name == "Trees"
    assert map.data["mindmup"] == {"attr": {}, "id": "root", "formatVersion": 3, "theme": {"x": 1}}


def test_notes_styles_and_unknown_keys_are_kept() -> None:
    idea = _idea("1", "a", note={"text": "why", "index": 2}, styleNames=["attr_implicit_claim"])
    map, _ = read(Source(_map(idea | {"x": [1]})))
    assert map.claims["1"].tags == ("implicit",)
    assert map.claims["1"].data == {
        "note": "why",
        "mindmup": {"x": [1], "attr": {"note": {"index": 2}}},
    }


def test_a_root_with_groups_is_an_idea_itself() -> None:
    group = _idea(2, "group", _idea(3, "b"), group="supporting")
    map, found = read(Source(json.dumps(_idea(1, "a", group) | {"formatVersion": 2})))
    assert not found
    assert map.relations["2"].target == "1"


def test_an_idea_in_no_group_is_read_and_reported_where_it_is() -> None:
    text = _map(_idea("1", "a", _idea("2", "b")))
    map, found = read(Source(text, "x.mup"))
    assert map.claims["2"].data == {"mindmup": {"under": "1"}}
    column = text.index('"id": "2"') + 1
    assert [str(each) for each in found] == [
        f"x.mup:1:{column}: MM06 the idea '2' is in no group under '1', and so bears on nothing"
    ]


@given(JSON)
def test_any_json_is_read_or_reported(value: object) -> None:
    for document in (value, {"ideas": {"1": value}}, {"ideas": value, "formatVersion": 3}):
        read(Source(json.dumps(document)))


@pytest.mark.skipif(not REAL, reason=WITHOUT_DATA)
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_real_file_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert named("mindmup").looks_like(text)
    map, found = read(Source(text))
    assert not found
    assert {claim.text for claim in map.claims.values()} == {
        "Brunellus is irrational",
        "Brunellus is a donkey.",
        "All donkeys are irrational.",
        "Brunellus studied in Paris.",
        "Most who study in Paris are rational.",
    }
    assert sorted(len(r.premises) for r in map.relations.values()) == [2, 2]
    assert sorted(r.kind for r in map.relations.values()) == ["rebuttal", "support"]
    assert [claim.text[:4] for claim in map.claims.values() if claim.tags] == ["Most"]
