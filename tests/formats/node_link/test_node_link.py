import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Reading, Source, detect, node_link
from argmap.formats import json as own
from argmap.graph.networkx import to_networkx
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from conftest import SHARED, WITHOUT_DATA
from full_maps import full_maps
from small_maps import maps

FOREIGN: dict[str, Any] = {
    "directed": True,
    "multigraph": True,
    "graph": {},
    "nodes": [
        {"id": 1, "label": "Streets need trees.", "x": 0.5},
        {"id": "1", "text": "Trees give shade.", "name": "Shade"},
        {"id": "s", "type": "RA"},
        {"id": "d", "content": "Shade is cool.", "weight": 0.25},
    ],
    "links": [
        {"source": "1", "target": "s", "key": 0},
        {"source": "s", "target": 1, "key": 0},
        {"source": "d", "target": "1", "type": "attack", "color": "red", "key": 0},
        {"source": "d", "target": "s", "label": "attacks", "key": 1},
    ],
    "more": [1],
}


def read(document: object) -> Reading:
    return node_link.read(Source(json.dumps(document), "file"))


def back(map: ArgumentMap) -> Any:  # noqa: ANN401  # whatever JSON there is
    between = own.read(Source(own.write(map).text, "file"))
    assert not between.diagnostics
    return json.loads(node_link.write(between.map).text)


@settings(deadline=None)
@given(full_maps())
def test_every_field_of_every_record_comes_back(map: ArgumentMap) -> None:
    written = node_link.write(map)
    assert not written.losses
    text = written.text
    reading = node_link.read(Source(text, "file"))
    assert not reading.diagnostics
    assert reading.map == map
    assert back(reading.map) == json.loads(text)


@given(maps())
def test_networkx_and_argmap_write_the_same_graph(map: ArgumentMap) -> None:
    import networkx as nx

    document = json.loads(json.dumps(nx.node_link_data(to_networkx(map), edges="edges")))
    reading = read(document)
    assert not reading.diagnostics
    assert back(reading.map) == document
    ours = json.loads(node_link.write(map).text)
    again = nx.node_link_graph(ours, edges="edges")
    assert list(again) == [node["id"] for node in document["nodes"]]
    assert set(again.edges) == {(edge["source"], edge["target"]) for edge in document["edges"]}


def test_graphs_of_others_are_read_and_come_back() -> None:
    map, diagnostics = read(FOREIGN)
    assert not diagnostics
    assert [claim.text for claim in map.claims.values()] == [
        "Streets need trees.", "Trees give shade.", "Shade is cool.",
    ]  # fmt: skip
    kinds = [(r.kind, r.target, r.target_type) for r in map.relations.values()]
    assert kinds == [
        ("support", "1", "claim"), ("rebuttal", "1-2", "claim"), ("undercut", "s", "relation"),
    ]  # fmt: skip
    assert map.claims["d"].weight == 0.25
    assert back(map) == FOREIGN


def test_an_edit_shows() -> None:
    map = read(FOREIGN).map
    changed = [
        *(c._replace(text="New.") if c.id == "1" else c for c in map.claims.values()),
        Claim("new", text="Added."),
    ]
    relations = [
        *(r._replace(kind="support") if r.kind == "rebuttal" else r
          for r in map.relations.values()),
        Relation("joined", "rebuttal", ("new", "d"), "1"),
    ]  # fmt: skip
    document = back(ArgumentMap(changed, relations, name=map.name, data=map.data))
    again = read(document).map
    assert next(claim.text for claim in again.claims.values()) == "New."
    assert "Streets need trees." not in json.dumps(document)
    assert again.claims["new"].text == "Added."
    assert again.relations["joined"].premises == ("new", "d")
    assert "rebuttal" not in {r.kind for r in again.relations.values() if r.id != "joined"}
    kept = back(map.keep({"1", "1-2"}))
    assert [node["id"] for node in kept["nodes"]] == [1, "1", "s"]
    assert len(kept["links"]) == 2


@pytest.mark.parametrize(
    ("document", "codes"),
    [
        ([], ["NL01"]),
        ({"nodes": []}, ["NL01"]),
        ({"nodes": [1, {"id": "a"}, {}], "edges": [2, {"source": "a"}]}, ["NL02"] * 4),
        ({"nodes": [{"id": "a"}, {"id": "a"}], "edges": []}, ["NL03"]),
        ({"nodes": [{"id": 1}], "edges": [{"source": 1, "target": "1"}]}, ["NL04"]),
        ({"nodes": [{"id": 1}], "links": [{"source": 1, "target": 1}] * 3}, ["NL05"]),
        ({"nodes": [{"id": 1}], "links": [{"source": 1, "target": 1, "kind": "x"}]}, ["NL06"]),
        ({"directed": False, "nodes": [], "edges": []}, ["NL07"]),
        ({"nodes": [{"id": "r", "type": "RA"}], "edges": []}, ["NL08"]),
        ({"nodes": [{"id": "a", "weight": True}], "edges": []}, ["NL10"]),
        ({"graph": {"arguments": [1]}, "nodes": [], "edges": []}, ["NL11"]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(document: object, codes: list[str]) -> None:
    found = read(document).diagnostics
    assert [each.code for each in found] == codes
    assert all(each.span is not None for each in found)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 2)
    | st.sampled_from(["", "a", "b", "r", "support", "attack", "claim", "relation", "RA"]),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.sampled_from(["a", "node-link", "id", "rest"]), inner, max_size=2),
    max_leaves=4,
)  # fmt: skip
KEYS = ["type", "kind", "text", "label", "name", "title", "weight", "data", "tags", "section",
        "argument", "stance", "role", "span", "x"]  # fmt: skip
ITEMS = st.dictionaries(st.sampled_from(KEYS), JUNK, max_size=4)
ENDS = st.sampled_from(["a", "b", "r", 1, "1", ""])
NODES = st.builds(lambda name, item: {**item, "id": name}, ENDS, ITEMS)
LINKS = st.builds(lambda a, b, item: {**item, "source": a, "target": b}, ENDS, ENDS, ITEMS)
GRAPHS = st.fixed_dictionaries(
    {"nodes": st.lists(NODES | JUNK, max_size=5)},
    optional={
        "edges": st.lists(LINKS | JUNK, max_size=5),
        "links": st.lists(LINKS | JUNK, max_size=5),
        "directed": JUNK,
        "graph": ITEMS | JUNK,
        "more": JUNK,
    },
)


@settings(deadline=None, max_examples=300)
@given(GRAPHS)
def test_what_has_no_errors_comes_back_as_it_was(document: dict[str, object]) -> None:
    map, diagnostics = read(document)
    if not any(each.severity == "error" for each in diagnostics):
        assert back(map) == document


def test_depth_is_no_limit() -> None:
    count = 20_000
    document = {
        "nodes": [{"id": n, "text": str(n)} for n in range(count)],
        "edges": [{"source": n + 1, "target": n, "kind": "pro"} for n in range(count - 1)],
    }
    map, diagnostics = read(document)
    assert not diagnostics
    assert json.loads(node_link.write(map).text) == document
    assert node_link.read(Source('{"nodes": ' + "[" * 100_000, "file")).diagnostics


SAMPLES = sorted((SHARED / "data").rglob("*.json"))


@pytest.mark.skipif(not SAMPLES, reason=WITHOUT_DATA)
def test_no_file_of_another_format_is_taken_for_a_graph() -> None:
    texts = {path.name: path.read_text("utf-8", errors="replace") for path in SAMPLES}
    taken = [name for name, text in texts.items() if node_link.FORMAT.looks_like(text)]
    assert not taken
    for path in SAMPLES:
        if Path(path).parent.name == "malformed-handmade":
            reading = node_link.read(Source(texts[path.name], path.name))
            # As a graph, that one is empty, and nothing is wrong with it.
            assert bool(reading.diagnostics) == (path.name != "noloc.json")


def test_it_is_known_by_what_it_says() -> None:
    assert detect(json.dumps(FOREIGN)).name == "node-link"
    assert detect(node_link.write(ArgumentMap([Claim("a")])).text).name == "node-link"
