"""JSON lines: one record on a line, in any order, and nothing lost for one bad line."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Source, detect
from argmap.formats.json import write as write_json
from argmap.formats.json_lines import FORMAT, read, write
from argmap.model.map import ArgumentMap
from argmap.model.span import Span
from conftest import ROOT, Run
from full_maps import full_maps
from pace import pace

CLAIMS = '{"id": "a", "text": "A"}\n{"id": "b", "text": "B"}\n'
STEP = {"id": "r", "kind": "support", "premises": ["b"], "target": {"type": "claim", "id": "a"}}


@settings(deadline=None, max_examples=60)
@given(full_maps(), st.randoms())
def test_a_map_that_is_written_and_read_is_the_same(map: ArgumentMap, random: Any) -> None:  # noqa: ANN401
    text = write(map).text
    map_again, found = read(Source(text, "m.jsonl"))
    assert not found
    assert map_again == map
    assert FORMAT.looks_like(text)
    assert detect(text) is FORMAT
    lines = text.splitlines(keepends=True)
    random.shuffle(lines)
    shuffled, found = read(Source("".join(lines), "m.jsonl"))
    assert not found
    assert dict(shuffled.claims) == dict(map.claims)
    assert dict(shuffled.relations) == dict(map.relations)
    assert dict(shuffled.arguments) == dict(map.arguments)


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ('{"id": "c", "text": "C"', "JS03", 24),
        ('{"id": "c", "text": "C"},', "JS03", 25),
        ("C", "JS03", 1),
        ('{"id": "c", "text": "C", "weight": NaN}', "JS03", 1),
        ("[" * 100_000, "JS03", 1),
        ("3", "JS02", 1),
        ("[]", "JS02", 1),
        ('{"id": "c"}', "JS02", 1),
        ('{"id": "c", "map": "other"}', "JS02", 1),
        ('  {"id": 3, "text": "C"}', "JS02", 3),
        ('{"id": "s", "kind": "support"}', "JS02", 1),
        ('{"id": "s", "kind": "likes", "premises": ["a"], "target": {}}', "JS02", 1),
        ('{"id": "s", "relations": 3}', "JS02", 1),
        ('{"id": "s", "title": "S", "level": 0}', "JS02", 1),
    ],
)
def test_a_bad_line_is_reported_and_the_others_are_read(line: str, code: str, column: int) -> None:
    text = f"{CLAIMS}\n{line}\n{json.dumps(STEP)}\n"
    map, found = read(Source(text, "m.jsonl"))
    assert [(each.code, each.span) for each in found] == [
        (code, Span("m.jsonl", 4, column, 4, column))
    ]
    assert set(map.claims) == ({"a", "b", "c"} if line.endswith("},") else {"a", "b"})
    assert list(map.relations) == ["r"]


def test_values_may_share_a_line() -> None:
    text = json.dumps(STEP) + CLAIMS.replace("\n", " ")
    map, found = read(Source(text))
    assert not found
    assert list(map.claims) == ["a", "b"]
    assert list(map.relations) == ["r"]


def test_a_comma_after_each_line_is_told_of_in_linear_time() -> None:
    begun = process_time()
    map, found = read(
        Source(
            '{"id": "a", "text": "A"},\n'
            + "".join(f'{{"id": "c{n}", "text": "C"}},\n' for n in range(20_000))
        )
    )
    assert len(map.claims) == len(found) == 20_001
    assert process_time() - begun < 5 * pace()


@pytest.mark.parametrize("schema", ["argmap/lines/2", "argmap/map/1", 3])
def test_another_schema_is_reported(schema: object) -> None:
    map, found = read(Source(json.dumps({"schema": schema, "claims": []}) + "\n" + CLAIMS))
    assert [each.message for each in found] == [f"this is {schema!r}, and no record of a map"]
    assert len(map.claims) == 2


def test_what_the_map_is_called_is_no_claim() -> None:
    map, found = read(Source('{"schema": "argmap/lines/1", "name": "N", "title": "T"}\n' + CLAIMS))
    assert (map.name, len(map.claims), found) == ("N", 2, [])


def test_the_map_is_called_as_the_line_about_it_says() -> None:
    text = CLAIMS + '{"schema": "argmap/lines/1", "name": "N", "data": {"title": "T"}}'
    map = read(Source(text, "m.jsonl")).map
    assert (map.name, map.title) == ("N", "T")


@settings(deadline=None)
@given(st.text(st.sampled_from('{}[]":,idtexkn01.-\\u \n'), max_size=60))
def test_no_text_raises(text: str) -> None:
    read(Source(text))
    read(Source(CLAIMS + text))
    FORMAT.looks_like(text)
    FORMAT.looks_like('{"id"' + text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (CLAIMS, True),
        ('\ufeff\n  {"text": "A"}', True),
        (json.dumps(STEP), True),
        ('{"schema": "argmap/lines/1"}', True),
        ('{"schema": "argmap/map/1", "claims": []}', False),
        ('{"schema": 3}', False),
        ('{"data": {}, "name": "N", "schema": "argmap/lines/1"}', True),
        ('{"schema":"argmap/lines/1","data":{"x":"' + "x" * 2_000_000 + '"}}', True),
        ('{"schema": "argmap/lines/2"}', True),
        ('{"tags": ["x"], "id": "a", "text": "A"}', True),
        ('{"id": "a", "text": "A", "author": "X"}', True),
        ('{"id": "a", "text": "A"},\n' + CLAIMS, True),
        ('{"id": "a", "text": "A"} {"id": "b", "text": "B"}', True),
        ('{"id": "a", "text": "A\n' + CLAIMS, True),
        ("# a comment\n\n" + CLAIMS, True),
        ("[\n" + CLAIMS, False),
        ('{"nodes": [\n{"id": "a", "text": "A"}\n]}', False),
        ('{\n"claims": [\n{"id": "a", "text": "A"}\n]}', False),
        ('{"id": "a", "title": "T", "author": "X"}', False),
        ('{"text": "A", "nodes": [], "id": "a"}', False),
        ("[Shade]: Trees give shade.\n" + CLAIMS, False),
        ('{"claims": [{"id": "a", "text": "A"}]}', False),
        ('{"id": "root", "title": "T", "formatVersion": 2, "ideas": {}}', False),
        ('{"id": "a",\n"text": "A"}', False),
        ('{"id": "a", "text": "A"', False),
        ('{"id": ' + "[" * 100_000, False),
        ('{"id": "a"}', False),
        ("[Shade]: Trees give shade.", False),
        ("", False),
    ],
)
def test_lines_are_known_by_the_first(text: str, answer: bool) -> None:
    assert FORMAT.looks_like(text) is answer


def test_what_another_program_could_print_is_one_map_in_every_command(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "m.jsonl"
    file.write_text(CLAIMS + json.dumps(STEP) + "\n", encoding="utf-8")
    assert run("trace", "a", "--ids", "-m", str(file)).stdout.split() == ["b"]
    assert run("trace", "a", "--ids", "-m", "-", stdin=file.read_text()).stdout.split() == ["b"]
    assert run("check", str(file)).code == 0
    to_json = run("convert", str(file), str(tmp_path / "m.json"))
    assert (to_json.code, to_json.stderr) == (0, "")
    assert run("diff", str(file), str(tmp_path / "m.json")).code == 0
    out = tmp_path / "out.ndjson"
    assert run("batch", "stats", str(file), "-o", str(out)).code == 0
    (line,) = out.read_text(encoding="utf-8").splitlines()
    assert '"claims": 2' in line


def test_the_format_that_is_named_says_that_it_is_one_map(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "m.jsonl", tmp_path / "m.json"
    file.write_text('{"id": "a", "title": "T", "author": "X"}\n' + CLAIMS[25:], encoding="utf-8")
    named = ("--from", "json-lines")
    assert run("list", "claims", "--ids", "-m", str(file), *named).stdout.split() == ["a", "b"]
    assert run("convert", str(file), str(out), *named).code == 0
    assert run("batch", "stats", str(file), "-o", str(tmp_path / "o.ndjson"), *named).code == 0
    assert len((tmp_path / "o.ndjson").read_text(encoding="utf-8").splitlines()) == 1


def test_an_empty_line_at_the_beginning_changes_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "m.ndjson"
    file.write_text("\n" + CLAIMS, encoding="utf-8")
    assert run("list", "claims", "--ids", "-m", str(file)).stdout.split() == ["a", "b"]
    assert run("convert", str(file), "--to", "json").code == 0
    assert run("convert", str(file), str(tmp_path / "n.ndjson")).code == 0


def test_lines_that_are_each_a_map_stay_maps_of_their_own(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "m.jsonl"
    documents = [{"claims": [{"id": "a", "text": f"A{n}"}]} for n in range(2)]
    file.write_text("".join(json.dumps(each) + "\n" for each in documents), encoding="utf-8")
    assert run("list", "maps", "-m", str(file), "--ids").stdout.split() == ["m-000001", "m-000002"]


def test_the_op_ed_comes_back(run: Run, tmp_path: Path) -> None:
    own, lines = ROOT / "corpus/cyber-diplomacy.argdown", tmp_path / "c.jsonl"
    assert run("convert", str(own), str(lines)).code == 0
    assert run("diff", str(own), str(lines)).code == 0


def test_what_json_holds_lines_hold() -> None:
    map = read(Source(CLAIMS + json.dumps(STEP), "m")).map
    records = json.loads(write_json(map).text)
    lines = [json.loads(line) for line in write(map).text.splitlines()]
    assert lines[1:] == [*records["claims"], *records["relations"]]
