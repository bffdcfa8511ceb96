"""The microtexts in AIF have the steps that they have in XML."""

import json
from collections import Counter
from typing import Any

import pytest

from argmap.formats import Source
from argmap.formats.microtext import read
from argmap.model.map import ArgumentMap
from conftest import SHARED, WITHOUT_DATA

AIF = SHARED / "data/aif"
DIFFERENT = {"micro_b025", "micro_d07", "micro_k011"}
"""The texts whose two annotations cut a segment at another place; their steps are the same."""


def _as_steps(map: ArgumentMap) -> Counter[object]:
    """The steps of a map by their words."""

    def told(id: str) -> object:
        r = map.relations[id]
        premises = frozenset(_words(map.claims[p].text) for p in r.premises)
        on_step = r.target_type == "relation"
        return r.stance, premises, told(r.target) if on_step else _words(map.claims[r.target].text)

    return Counter(told(id) for id in map.relations)


def _aif_steps(graph: dict[str, Any]) -> Counter[object]:
    """The steps of an AIF graph by their words."""
    nodes = {node["nodeID"]: node for node in graph["nodes"]}
    into: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    for edge in graph["edges"]:
        into.setdefault(edge["toID"], []).append(edge["fromID"])
        out.setdefault(edge["fromID"], []).append(edge["toID"])

    def told(id: str) -> object:
        if nodes[id]["type"] == "I":
            return _words(nodes[id]["text"])
        premises = frozenset(_words(nodes[p]["text"]) for p in into[id] if nodes[p]["type"] == "I")
        return "for" if nodes[id]["type"] == "RA" else "against", premises, told(out[id][0])

    return Counter(told(id) for id, node in nodes.items() if node["type"] in {"RA", "CA"})


def _words(text: str) -> str:
    return " ".join(text.split())


def _differing() -> dict[str, str]:
    names = json.loads((AIF / "aif2arggraph.json").read_text("utf-8"))
    differing = {}
    for nodeset, name in names.items():
        path = AIF / "microtexts" / f"{nodeset}.json"
        if path.exists():
            xml = SHARED / "data/microtexts/v1-en" / f"{name}.xml"
            ours = _as_steps(read(Source(xml.read_text("utf-8"))).map)
            theirs = _aif_steps(json.loads(path.read_text("utf-8")))
            assert ours.total() == theirs.total()
            if ours != theirs:
                differing[name] = f"{ours - theirs} {theirs - ours}"
    return differing


@pytest.mark.skipif(not (AIF / "microtexts").is_dir(), reason=WITHOUT_DATA)
def test_the_same_texts_in_aif_have_the_same_steps() -> None:
    assert set(_differing()) == DIFFERENT
