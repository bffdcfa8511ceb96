"""What a Python program may use: little, documented, and loaded when it is used."""

from pathlib import Path

import pytest

import argmap
from conftest import ROOT

EXAMPLE = ROOT / "examples" / "car-free-centre.argdown"


def test_the_public_names_are_there_and_documented() -> None:
    assert dir(argmap) == argmap.__all__
    for name in set(argmap.__all__) - {"__version__"}:
        assert getattr(argmap, name).__doc__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = argmap.nothing_like_it


def test_a_file_is_read_into_a_map_and_diagnostics() -> None:
    map, diagnostics = argmap.read(str(EXAMPLE))
    assert isinstance(map, argmap.ArgumentMap)
    assert "close-the-centre" in map.claims
    assert not diagnostics


def test_a_missing_file_is_a_diagnostic(tmp_path: Path) -> None:
    map, diagnostics = argmap.read(str(tmp_path / "nothing.argdown"))
    assert not map.claims
    assert [each.code for each in diagnostics] == ["IN01"]


def test_a_map_becomes_a_graph_of_claims_and_relations() -> None:
    map, _ = argmap.read(str(EXAMPLE))
    graph = argmap.to_networkx(map)
    assert set(graph) == {*map.claims, *map.relations}
    assert graph.number_of_edges() == sum(len(r.premises) + 1 for r in map.relations.values())
