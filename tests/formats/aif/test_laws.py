"""Nothing gets lost: from AIF through a map to AIF, and from a map through AIF to a map."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Source, detect
from argmap.formats.aif import FORMAT, read, write
from argmap.formats.json import read as read_json
from argmap.formats.json import write as write_json
from argmap.formats.xaif import read as read_xaif
from argmap.formats.xaif import write as write_xaif
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from conftest import SHARED, WITHOUT_DATA
from full_maps import full_maps
from losses import kind_of_loss

FILES = sorted(
    path for path in (SHARED / "data" / "aif").rglob("*.json") if path.name != "aif2arggraph.json"
)
TYPES = ["I", "I", "I", "RA", "RA", "CA", "MA", "L", "YA", "TA", "PA", "", "ZZ"]
ids = st.sampled_from(["1", "2", "3", "4", "5_67", "u-8", 9, 10])
texts = st.text(max_size=5)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 80) | texts | st.just("Example"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=3,
)
extras = st.dictionaries(
    st.sampled_from(["timestamp", "scheme", "schemeID", "visible", "text"]),
    values,
    max_size=2,
)


def without_name(map: ArgumentMap) -> tuple[object, ...]:
    """A map but for its name, which AIF has not."""
    return (
        list(map.claims.values()),
        list(map.relations.values()),
        list(map.arguments.values()),
        list(map.sections.values()),
        dict(map.data),
    )


def again(map: ArgumentMap) -> ArgumentMap:
    """The map through argmap's own JSON."""
    reading = read_json(Source(write_json(map).text))
    assert not reading.diagnostics
    return reading.map


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, Any]:
    """Any small AIF document with sound ids: all kinds of nodes, and edges between any of them."""
    keys = draw(st.lists(ids, unique_by=str, max_size=8))
    nodes = [
        {"nodeID": id, "text": f"Text {id}", "type": draw(st.sampled_from(TYPES)), **draw(extras)}
        for id in keys
    ]
    for node in nodes:
        if draw(st.integers(0, 9)) == 0:
            del node["text"]
    count = draw(st.integers(0, 12)) if keys else 0
    numbers = draw(st.sampled_from(["1", 1, "7", "x", None]))
    edges = []
    for number in range(count):
        edge = {"fromID": draw(st.sampled_from(keys)), "toID": draw(st.sampled_from(keys))}
        if isinstance(numbers, int):
            edge["edgeID"] = numbers + number
        elif numbers:
            edge["edgeID"] = str(int(numbers) + number) if numbers.isdigit() else numbers * number
        if draw(st.booleans()):
            edge["formEdgeID"] = draw(values)
        edges.append(edge)
    document: dict[str, Any] = {"nodes": nodes, "edges": edges}
    if draw(st.booleans()):
        document["locutions"] = [
            {"nodeID": draw(ids), "personID": draw(values), **draw(extras)}
            for _ in range(draw(st.integers(0, 3)))
        ]
    if draw(st.booleans()):
        document[draw(st.sampled_from(["participants", "schemefulfillments", "x"]))] = draw(values)
    return document


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
        assert _same(json.loads(written.text), json.loads(text))


@pytest.mark.skipif(not FILES, reason=WITHOUT_DATA)
@pytest.mark.parametrize("path", FILES[::7], ids=lambda path: path.stem)
def test_every_real_file_is_the_same_through_xaif(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    through = write_xaif(read(Source(text)).map)
    assert not through.losses
    middle = through.text
    assert detect(middle).name == "xaif"
    back = write(read_xaif(Source(middle)).map)
    assert _same(json.loads(back.text), json.loads(text))


@settings(max_examples=400)
@given(graphs(), st.sampled_from([None, 1]))
def test_any_graph_is_equal_as_data_when_it_is_written_again(
    document: dict[str, Any], indent: int | None
) -> None:
    text = json.dumps(document, indent=indent)
    reading = read(Source(text, "m.json"))
    if any(each.severity == "error" for each in reading.diagnostics):
        return
    for map in (reading.map, again(reading.map)):
        assert _same(json.loads(write(map).text), document)


@settings(max_examples=200)
@given(graphs())
def test_any_graph_is_the_same_through_xaif(document: dict[str, Any]) -> None:
    reading = read(Source(json.dumps(document)))
    if any(each.severity == "error" for each in reading.diagnostics):
        return
    usual = [key for key in ("participants", "schemefulfillments") if document.get(key) == []]
    through = write_xaif(reading.map).text
    back = json.loads(write(read_xaif(Source(through)).map).text)
    for key in usual:  # every xAIF has these, and AIF need not
        del document[key]
        back.pop(key, None)
    assert _same(back, document)


@settings(max_examples=200)
@given(full_maps())
def test_any_map_is_the_same_when_it_is_read_again(map: ArgumentMap) -> None:
    reading = read(Source(write(map).text))
    assert without_name(reading.map) == without_name(map)
    assert all(each.severity != "error" for each in reading.diagnostics)


@settings(max_examples=200)
@given(full_maps())
def test_what_other_programs_do_not_see_is_told(map: ArgumentMap) -> None:
    """Without what stands under ``argmap``, exactly what was told is not there."""
    written = write(map)
    told = {kind_of_loss(each) for each in written.losses}
    assert {each.severity for each in written.losses} <= {"note"}
    document = json.loads(written.text)
    for item in (document, *document["nodes"]):
        item.pop("argmap", None)
    seen = read(Source(json.dumps(document))).map
    claims = list(zip(seen.claims.values(), map.claims.values(), strict=True))
    relations = list(zip(seen.relations.values(), map.relations.values(), strict=True))
    assert [one.text for one, _ in claims] == [claim.text or claim.title for _, claim in claims]
    assert [one.scheme for one, _ in relations] == [each.scheme for _, each in relations]
    assert _ends(seen) == _ends(map)
    fields = {
        "tags": "tags",
        "section": "places in sections",
        "source": "anchors",
        "wordings": "further wordings",
        "marks": "marks in texts",
    }
    lost = {what for field, what in fields.items() if _differ(claims, field)}
    if any(claim.title for _, claim in claims):
        lost.add("titles")
    lost |= {"weights"} if _differ(claims, "weight") or _differ(relations, "weight") else set()
    lost |= {"labels"} if _differ(relations, "label") else set()
    lost |= {"kinds of relations"} if _differ(relations, "kind") else set()
    lost |= {"arguments"} if map.arguments else set()
    lost |= {"sections"} if map.sections else set()
    assert told == lost


def _differ(pairs: Iterable[tuple[Any, Any]], field: str) -> bool:
    return any(getattr(one, field) != getattr(other, field) for one, other in pairs)


def _ends(map: ArgumentMap) -> list[tuple[list[int], str, int]]:
    """The premises and the target of each relation, by their places in the map."""
    claims = {id: number for number, id in enumerate(map.claims)}
    steps = {id: number for number, id in enumerate(map.relations)}

    def target(relation: Relation) -> int:
        return (claims if relation.target_type == "claim" else steps)[relation.target]

    return [
        (
            list(dict.fromkeys(claims[premise] for premise in relation.premises)),
            relation.target_type,
            target(relation),
        )
        for relation in map.relations.values()
    ]


@settings(max_examples=300)
@given(st.text(st.sampled_from('{}[]":,nodesIDtypeRA01\\u "'), max_size=40), values)
def test_no_text_raises(text: str, value: Any) -> None:  # noqa: ANN401  # any JSON
    read(Source(text))
    for key in ("nodes", "edges", "locutions", "argmap"):
        document = {"nodes": [], "edges": [], "locutions": [], key: value}
        write(read(Source(json.dumps(document))).map)
        write(read(Source(json.dumps(document | {key: [value, value]}))).map)


@settings(max_examples=200)
@given(graphs(), st.dictionaries(st.text(max_size=3), values))
def test_data_that_somebody_has_changed_do_not_raise(
    document: dict[str, Any], other: dict[str, Any]
) -> None:
    map = read(Source(json.dumps(document))).map
    for key in ("nodes", "edges", "edge", "first", "locutions", "document", "absent", "missing"):
        others: list[Any] = [other, list(other), list(other.values()), 3]
        for value in (*others, [None, [1], [[1]], [{}], {"nodeID": []}]):
            data = {"aif": {**dict(map.data.get("aif", {})), key: value}}  # type: ignore[call-overload]
            changed = ArgumentMap(map.claims.values(), map.relations.values(), data=data)
            json.loads(write(changed).text)


def _same(one: object, other: object) -> bool:
    """Whether two values are the same JSON: ``1``, ``1.0`` and ``true`` are not."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
