"""What is written for maps from elsewhere, and for maps from AIF that have been changed."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from argmap.formats import Source, detect
from argmap.formats.aif import FORMAT, read, write
from argmap.formats.aif.sniffing import looks_like_aif, looks_like_xaif
from argmap.model.claim import Claim
from argmap.model.map import ArgumentMap
from argmap.model.relation import Relation
from conftest import SHARED, WITHOUT_DATA, Run
from pace import pace
from small_maps import LARGE, map_of

MALFORMED = SHARED / "data" / "malformed-handmade"
DIALOGUE = (Path(__file__).parent / "cases" / "dialogue.txt").read_text(encoding="utf-8")
STEPS = (Path(__file__).parent / "cases" / "steps.txt").read_text(encoding="utf-8")


def written(map: ArgumentMap) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(write(map).text)
    return document


def map_in(case: str) -> ArgumentMap:
    return read(Source(case.partition("\n---\n")[0])).map


def ends(document: dict[str, Any]) -> list[tuple[str, str]]:
    return [(edge["fromID"], edge["toID"]) for edge in document["edges"]]


def test_a_map_from_elsewhere_gets_fresh_ids_and_default_schemes() -> None:
    map = map_of("b c support a", "d rebuttal a", "e undercut r1", "f equivalence a")
    document = written(map)
    assert [(node["nodeID"], node["type"]) for node in document["nodes"]] == [
        ("1", "I"), ("2", "I"), ("3", "I"), ("4", "I"), ("5", "I"), ("6", "I"),
        ("7", "RA"), ("8", "CA"), ("9", "CA"), ("10", "MA"),
    ]  # fmt: skip
    schemes = {(node.get("scheme"), node.get("schemeID")) for node in document["nodes"][6:]}
    assert schemes == {
        ("Default Inference", "72"),
        ("Default Conflict", "71"),
        ("Default Rephrase", "144"),
    }
    assert ends(document) == [
        ("2", "7"), ("3", "7"), ("7", "1"), ("4", "8"), ("8", "1"), ("5", "9"), ("9", "7"),
        ("6", "10"), ("10", "1"),
    ]  # fmt: skip
    assert [edge["edgeID"] for edge in document["edges"]] == [str(n) for n in range(1, 10)]
    assert document["nodes"][0]["argmap"] == {"id": "a", "title": "A"}
    assert document["locutions"] == []


@pytest.mark.parametrize(
    ("scheme", "number"),
    [("Expert Opinion", "15"), ("ExpertOpinion", "15"), ("CauseToEffect", "4"), ("Mine", None)],
)
def test_a_scheme_is_written_with_its_number_where_that_is_known(
    scheme: str, number: str | None
) -> None:
    map = ArgumentMap(
        [Claim("a", text="A."), Claim("b", text="B.")],
        [Relation("r", "support", ("b",), "a", scheme=scheme)],
    )
    node = written(map)["nodes"][2]
    assert (node["text"], node["scheme"], node.get("schemeID")) == (scheme, scheme, number)


def test_a_claim_that_has_only_a_title_is_written_with_it() -> None:
    map = ArgumentMap([Claim("a", title="Shade")])
    assert written(map)["nodes"][0]["text"] == "Shade"
    assert read(Source(write(map).text)).map == ArgumentMap(map.claims.values(), name="<text>")


def test_an_id_that_is_that_of_another_node_is_kept() -> None:
    map = ArgumentMap(
        [Claim("a", text="A.", data={"aif": {"nodeID": "7"}}), Claim("7", text="B.")], name="<text>"
    )
    text = write(map).text
    assert [node["nodeID"] for node in json.loads(text)["nodes"]] == ["7", "8"]
    assert list(read(Source(text)).map.claims) == ["a", "7"]
    assert write(read(Source(text)).map).text == text


def test_an_id_that_two_nodes_want_is_reported() -> None:
    nodes = [{"nodeID": str(n), "text": "A.", "type": "I", "argmap": {"id": "a"}} for n in range(3)]
    map, found = read(Source(json.dumps({"nodes": nodes, "edges": []})))
    assert list(map.claims) == ["a", "a-2", "a-3"]
    assert [each.code for each in found] == ["AF21", "AF21"]


def test_who_says_a_claim_is_written_as_a_locution() -> None:
    map = ArgumentMap([Claim("a", text="A."), Claim("b", text="B.", data={"speaker": "Ann"})])
    document = written(map)
    assert document["locutions"] == [{"nodeID": "2", "personID": "Ann"}]
    assert "data" not in document["nodes"][1]["argmap"]
    assert list(read(Source(json.dumps(document))).map.claims.values()) == [*map.claims.values()]


def test_in_a_dialogue_it_is_known_who_says_what() -> None:
    claims = map_in(DIALOGUE).claims
    assert {id: claim.data["speaker"] for id, claim in claims.items()} == {"1": "Ann", "2": "Ann"}


def test_a_changed_text_is_written() -> None:
    map = map_in(DIALOGUE)
    claims = [claim._replace(text=f"{claim.text}!") for claim in map.claims.values()]
    document = written(ArgumentMap(claims, map.relations.values(), data=map.data))
    before = written(map)
    for node in before["nodes"]:
        if node["type"] == "I":
            node["text"] += "!"
    assert document == before


def test_what_is_left_out_goes_with_what_was_only_about_it() -> None:
    map = map_in(DIALOGUE)
    document = written(map.keep({"1"}))
    assert [node["nodeID"] for node in document["nodes"]] == ["1", "3", "4", "5", "6", "8", "9"]
    left = {node["nodeID"] for node in document["nodes"]}
    assert all(source in left and target in left for source, target in ends(document))
    assert [locution["nodeID"] for locution in document["locutions"]] == ["3", "4"]
    nothing = written(map.keep(()))
    assert [node["nodeID"] for node in nothing["nodes"]] == ["3", "4", "5", "8", "9"]
    assert ends(nothing) == [("3", "8"), ("8", "4"), ("4", "9"), ("9", "5")]


def test_steps_that_are_left_out_are_gone() -> None:
    map = map_in(STEPS)
    document = written(map.keep({"1", "2", "3"}))
    assert [node["nodeID"] for node in document["nodes"]] == ["1", "2", "3", "6", "12"]
    assert ends(document) == [("2", "6"), ("3", "6"), ("6", "1"), ("2", "12"), ("12", "6")]


def test_what_is_new_comes_last_with_ids_that_are_free() -> None:
    map = map_in(DIALOGUE)
    new = Claim("why-not", text="Trees fall over.")
    step = Relation("r", "rebuttal", ("why-not",), "1")
    document = written(
        ArgumentMap([*map.claims.values(), new], [*map.relations.values(), step], data=map.data)
    )
    assert [node["nodeID"] for node in document["nodes"][-2:]] == ["13", "14"]
    assert document["nodes"][-1]["type"] == "CA"
    assert ends(document)[-2:] == [("13", "14"), ("14", "1")]
    edges = [edge["edgeID"] for edge in document["edges"]]
    assert len(set(edges)) == len(edges)
    assert document["nodes"][:-2] == written(map)["nodes"]


def test_a_changed_kind_or_scheme_or_target_is_written() -> None:
    map = map_in(STEPS)
    changed = {
        "6": map.relations["6"]._replace(kind="rebuttal"),
        "7": map.relations["7"]._replace(scheme="Sign"),
        "8": map.relations["8"]._replace(target="2"),
    }
    relations = [changed.get(each.id, each) for each in map.relations.values()]
    text = write(ArgumentMap(map.claims.values(), relations, data=map.data)).text
    nodes = {node["nodeID"]: node for node in json.loads(text)["nodes"]}
    assert (nodes["6"]["type"], nodes["6"]["schemeID"]) == ("CA", "71")
    assert (nodes["7"]["scheme"], nodes["7"]["schemeID"]) == ("Sign", "30")
    again = read(Source(text)).map.relations
    assert again["8"].target == "2"
    assert again["7"].scheme == "Sign"
    assert again["6"].kind == "rebuttal"


@pytest.mark.parametrize(("name", "make"), LARGE.items())
def test_large_maps_are_written_and_read_in_linear_time(name: str, make: Any) -> None:  # noqa: ANN401
    del name
    map = make(20_000)
    begun = process_time()
    reading = read(Source(write(map).text))
    assert process_time() - begun < 6 * pace()
    assert list(reading.map.claims.values()) == list(map.claims.values())
    assert list(reading.map.relations.values()) == list(map.relations.values())


@pytest.mark.parametrize("shape", ["dead", "repeated", "several", "odd", "utterances"])
def test_many_anomalies_are_reported_in_linear_time(shape: str) -> None:
    count = 5_000
    nodes = [{"nodeID": str(n), "text": "A.", "type": "I"} for n in range(3)]
    nodes += [{"nodeID": f"1_{n}", "text": "RA", "type": "RA"} for n in range(count)]
    edges = {
        "dead": [(f"1_{n}", f"1_{n - 1}") for n in range(1, count)],
        "repeated": [("1", "1_1")] * count,
        "several": [(a, b) for n in range(count) for a, b in (
            ("1", f"1_{n}"), (f"1_{n}", "2"), (f"1_{n}", "0"))],
        "odd": [("1", "2")] * count,
        "utterances": [(f"1_{n}", f"1_{n}") for n in range(count)],
    }[shape]  # fmt: skip
    document = {"nodes": nodes, "edges": [{"fromID": a, "toID": b} for a, b in edges]}
    begun = process_time()
    reading = read(Source(json.dumps(document)))
    assert len(reading.diagnostics) >= count - 1
    assert written(reading.map) == document
    assert process_time() - begun < 15 * pace()


@pytest.mark.parametrize(
    ("text", "aif", "xaif"),
    [
        ('{"nodes": [{"nodeID": "1"', True, False),
        ('\ufeff{ "edges": [], "nodes": [{"text": "]{", "nodeID": 3}]}', True, False),
        ('{"nodes":[],"edges":[]}', True, False),
        ('{"nodes": null, "edges": null}', True, False),
        ('{"edges": [{"fromID": 1', True, False),
        ('{"AIF": {"nodes": []}}', False, True),
        ('{"text": "\\"AIF\\"", "OVA": {}, "AIF": {"edges": [], "nodes": []}}', False, True),
        ('{"AIF": {}}', False, False),
        ('{"nodes": []}', False, False),
        ('{"nodes": {"1": {"atom": {}}}, "edges": {}}', False, False),
        ('{"nodes": [{"id": "1", "type": "atom"}], "edges": []}', False, False),
        ('{"edges": [], "metadata": {}, "nodes": [], "resources": []}', False, False),
        ('{"directed": true, "nodes": [], "edges": []}', False, False),
        ('{"schema": "argmap/map/1", "data": {"aif": {"nodes": [{"nodeID": "1"}]}}}', False, False),
        ('{"claims": []}', False, False),
        ('{"x": {"AIF": {"nodes": []}}}', False, False),
        ('["nodes", "edges"]', False, False),
        ('{"nodes', False, False),
        ("", False, False),
        ('[nodes]: "edges"', False, False),
    ],
)  # fmt: skip
def test_aif_is_told_from_other_texts(text: str, aif: bool, xaif: bool) -> None:
    assert looks_like_aif(text) is aif
    assert looks_like_xaif(text) is xaif


def test_a_text_that_only_looks_like_aif_is_passed_over_in_linear_time() -> None:
    begun = process_time()
    looks_like_aif('{"nodes": [{' + '"' * 1_000_000)
    looks_like_aif('{"nodes": [{' + '"a": {' * 200_000)
    looks_like_aif('{"locutions": [],' * 200_000)
    looks_like_xaif('{"text": ' + "[" * 500_000)
    looks_like_xaif('{"text": [],' * 200_000)
    assert process_time() - begun < 5 * pace()


@pytest.mark.skipif(not SHARED.is_dir(), reason=WITHOUT_DATA)
@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("badtype", {"AF05"}),
        ("cyc", set()),
        ("dangling", {"AF03"}),
        ("dupid", {"AF04"}),
        ("missingtext", {"AF06"}),
        ("noloc", {"AF16"}),
    ],
)
def test_broken_files_are_reported(name: str, codes: set[str]) -> None:
    text = (MALFORMED / f"{name}.json").read_text(encoding="utf-8")
    assert detect(text, f"{name}.json") is FORMAT
    found = {each.code for each in read(Source(text)).diagnostics}
    assert found == codes


@pytest.mark.parametrize("text", ["", "[1,2]", "{bad", '{"nodes": [', '{"nodes": {}}', "null", "3"])
def test_what_is_no_aif_is_reported(text: str) -> None:
    map, found = read(Source(text))
    assert not map.claims
    assert [(each.code, each.severity) for each in found] == [("AF01", "error")]


def test_deep_nesting_is_reported() -> None:
    text = '{"nodes": [{"nodeID": "1", "text": "A.", "x": ' + "[" * 100_000 + "]" * 100_000 + "}]}"
    assert [each.code for each in read(Source(text)).diagnostics] == ["AF01"]


def test_a_file_is_converted_and_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "m.argdown").write_text(
        "[Shade]: Trees give shade. #good\n  - [Cost]: Trees cost money.\n", encoding="utf-8"
    )
    assert run("convert", "m.argdown", "m.aif.json", "--strict").code == 0
    again = run("convert", "m.aif.json", "-", "--to", "json")
    assert again.code == 0
    assert [claim["tags"] for claim in json.loads(again.stdout)["claims"]] == [["good"], []]
    (tmp_path / "loop.json").write_text(
        '{"nodes": [{"nodeID": "1", "text": "A.", "type": "I"}], "edges":\n'
        '[{"edgeID": "7", "fromID": "1", "toID": "1"}], "locutions": []}',
        encoding="utf-8",
    )
    checked = run("check", "loop.json")
    assert "loop.json:2:2: AF11 the edge '7' joins the claim '1' to itself" in checked.stdout
    assert checked.code == 1
