"""Carneades, SADFace and Arguebuf files come back as they were, also through argmap's JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Format, Reading, Source, detect, named, reader_of
from argmap.formats import json as own
from argmap.model.map import ArgumentMap
from conftest import SHARED, WITHOUT_DATA
from small_maps import maps

NAMES = ("carneades", "sadface", "arguebuf")
META = '"metadata": {"core": {}}'
ATOMS = f'{{"id": "n1", "type": "atom", "text": "Streets need trees.", {META}}}, '
ATOMS += f'{{"id": "n2", "type": "atom", "text": "Trees give shade.", "note": [1], {META}}}'
EXAMPLES = {
    "carneades": """statements:
  trees: Streets need trees.
  shade: {text: Trees give shade., assumed: true}
  roots: Roots break pipes.
  ¬app(a1): {text: Shade is not wanted.}
issues: {i1: {positions: [trees, roots], standard: PE}}
arguments:
  a1: {scheme: linked, premises: [shade], conclusion: trees, undercutter: ¬app(a1)}
assumptions: [roots]
tests: {in: [shade], undecided: [trees]}
more: {kept: [as, it, is]}
""",
    "sadface": (
        '{"metadata": {"core": {"version": "0.5.4"}}, "id": "g", "resources": [], "nodes": ['
        f"{ATOMS}, "
        f'{{"id": "n3", "type": "inference", "name": "support", {META}}}], "edges": ['
        '{"id": "e1", "source_id": "n2", "target_id": "n3"}, '
        '{"id": "e2", "source_id": "n3", "target_id": "n1"}]}'
    ),
    "arguebuf": (
        '{"nodes": {"n1": {"atom": {"text": "Streets need trees."}}, '
        '"n2": {"atom": {"text": "Trees give shade.", "participant": "p"}}, '
        '"n3": {"scheme": {"support": "SUPPORT_EXPERT_OPINION"}}}, '
        '"edges": {"e1": {"source": "n2", "target": "n3"}, '
        '"e2": {"source": "n3", "target": "n1"}}, '
        '"participants": {"p": {"name": "Ann"}}, "majorClaim": "n1", "schemaVersion": 1}'
    ),
}


def plain(format: str, text: str) -> Any:  # noqa: ANN401  # whatever the file says
    if format == "carneades":
        import yaml

        return yaml.safe_load(text)
    return json.loads(text)


def read(format: Format, text: str) -> Reading:
    return reader_of(format)(Source(text, "file"))


def written(format: Format, map: ArgumentMap) -> str:
    assert format.write is not None
    return format.write(map).text


def assert_comes_back(name: str, text: str) -> None:
    format = named(name)
    reading = read(format, text)
    assert not [each for each in reading.diagnostics if each.severity == "error"]
    assert plain(name, written(format, reading.map)) == plain(name, text)
    through = own.read(Source(own.write(reading.map).text, "map.json"))
    assert not through.diagnostics
    assert written(format, through.map) == written(format, reading.map)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_known_by_what_it_says_and_comes_back(name: str) -> None:
    assert detect(EXAMPLES[name]).name == name
    assert_comes_back(name, EXAMPLES[name])


def _files() -> list[Path]:
    folders = ("carneades", "carneades-eval", "sadface")
    found = (path for folder in folders for path in sorted((SHARED / "data" / folder).rglob("*")))
    return [path for path in found if path.suffix in {".yml", ".json"}]


@pytest.mark.skipif(not _files(), reason=WITHOUT_DATA)
@pytest.mark.parametrize("path", _files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_real_files_come_back(path: Path) -> None:
    text = path.read_text("utf-8")
    name = detect(text, path.name).name
    if name in NAMES:  # the answers beside the maps are no maps
        assert_comes_back(name, text)


@pytest.mark.parametrize("name", NAMES)
def test_an_edited_text_is_written(name: str) -> None:
    format = named(name)
    map = read(format, EXAMPLES[name]).map
    claims = (
        claim._replace(text="Trees cool the air.") if "shade" in claim.text else claim
        for claim in map.claims.values()
    )
    edited = ArgumentMap(
        claims, map.relations.values(), map.arguments.values(), name=map.name, data=map.data
    )
    text = written(format, edited)
    assert "Trees cool the air." in text
    assert "Trees give shade." not in text


def test_tests_and_assumptions_of_carneades_are_expectations() -> None:
    map = read(named("carneades"), EXAMPLES["carneades"]).map
    assert map.claims["shade"].data["expect"] == "in"
    assert map.claims["roots"].data["assumed"] is True
    assert [r.kind for r in map.relations.values() if r.target_type == "relation"] == ["undercut"]


@pytest.mark.parametrize("name", NAMES)
@given(map=maps())
def test_any_map_is_written_and_what_is_lost_is_told(name: str, map: ArgumentMap) -> None:
    format = named(name)
    assert format.write is not None
    done = format.write(map)
    again = read(format, done.text)
    assert not [each for each in again.diagnostics if each.severity == "error"]
    texts = sorted(claim.text for claim in map.claims.values())
    told = {id for loss in done.losses for id in loss.claims}
    if not told:
        assert sorted(claim.text for claim in again.map.claims.values()) == texts
        assert len(again.map.relations) == len(map.relations)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_any_damage_is_read_or_reported(name: str, data: st.DataObject) -> None:
    text = EXAMPLES[name]
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, len(text)))
    damaged = text[:at] + data.draw(st.text(max_size=4)) + text[end:]
    reading = read(named(name), damaged)
    assert reading.map.claims or reading.diagnostics or not damaged.strip()
