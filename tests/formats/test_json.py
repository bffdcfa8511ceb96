import json
import sys
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Reading, Source
from argmap.formats.json import FORMAT, read
from argmap.formats.json.records import map_records
from argmap.model.map import ArgumentMap
from argmap.model.span import Span
from full_maps import full_maps
from pace import pace


def reading(document: object, **written: Any) -> Reading:  # noqa: ANN401  # options of json.dumps
    text = document if isinstance(document, str) else json.dumps(document, **written)
    return read(Source(text, "m.json"))


def reading_with(**records: list[Any]) -> Reading:
    """What is read of two sound claims, a sound relation and a sound section, and these records."""
    document: dict[str, list[Any]] = {
        "claims": [{"id": "a"}, {"id": "b"}],
        "relations": [relation("sound")],
        "sections": [{"id": "s", "title": "S"}],
        "arguments": [],
    }
    for array, more in records.items():
        document[array] = [*more, *document[array]]
    return reading(document)


def relation(id: str, **fields: object) -> dict[str, object]:
    target = {"type": "claim", "id": "a"}
    return {"id": id, "kind": "support", "premises": ["b"], "target": target, **fields}


@settings(deadline=None, max_examples=60)
@given(full_maps(), st.sampled_from([None, 1]), st.booleans())
def test_a_map_that_is_written_and_read_is_the_same(
    map: ArgumentMap, indent: int | None, ascii: bool
) -> None:
    document = {"name": map.name, "data": dict(map.data), **map_records(map)}
    map_again, found = reading(document, indent=indent, ensure_ascii=ascii)
    assert not found
    assert map_again == map


def test_an_answer_that_holds_a_part_of_a_map_is_a_map() -> None:
    answer = {"schema": "argmap/trace/1", "root": "a", "steps": [], "claims": [{"id": "a"}]}
    map, found = reading(answer)
    assert list(map.claims) == ["a"]
    assert map.name == "m.json"
    assert not found


MALFORMED: dict[str, list[object]] = {
    "claims": [
        3,
        None,
        "text",
        [],
        {},
        {"text": "no id"},
        {"id": 3},
        {"id": None},
        {"id": "x", "text": 3},
        {"id": "x", "title": ["T"]},
        {"id": "x", "tags": "good"},
        {"id": "x", "tags": [3]},
        {"id": "x", "section": 3},
        {"id": "x", "weight": 2},
        {"id": "x", "weight": -0.1},
        {"id": "x", "weight": "heavy"},
        {"id": "x", "weight": "0.5"},
        {"id": "x", "weight": []},
        {"id": "x", "data": ["a"]},
        {"id": "x", "marks": [3]},
        {"id": "x", "marks": 3},
        {"id": "x", "marks": [{"kind": "bold", "start": "0", "end": 1}]},
        {"id": "x", "marks": [{"kind": "bold", "start": 0, "end": 1, "colour": "red"}]},
        {"id": "x", "span": {"file": "m"}},
        {"id": "x", "span": 3},
        {"id": "x", "span": {"file": 1, "line": 1, "column": 1, "end_line": 1, "end_column": 1}},
        {"id": "", "span": {"file": "", "line": "1", "column": 1, "end_line": 1, "end_column": 1}},
        {"id": "x", "source": "¶1"},
        {"id": "x", "source": {"place": "¶1", "begin": 3}},
        {"id": "x", "source": {"place": "¶1", "start": "3", "end": "4"}},
    ],
    "relations": [
        3,
        {},
        {**relation("x"), "id": 3},
        relation("x", kind="likes"),
        relation("x", kind=None),
        relation("x", kind=["support"]),
        relation("x", premises="b"),
        relation("x", premises=[3]),
        relation("x", premises=[]),
        relation("x", target="a"),
        relation("x", target={"type": "map", "id": "a"}),
        relation("x", target={"type": [], "id": "a"}),
        relation("x", target={"type": "claim"}),
        relation("x", target={"type": "claim", "id": 3}),
        relation("x", weight="heavy"),
        relation("x", weight={}),
        relation("x", label=3),
        {"id": "x", "premises": ["b"], "target": {"type": "claim", "id": "a"}},
    ],
    "sections": [
        3,
        {},
        {"id": "x"},
        {"id": "x", "title": 3},
        {"id": "x", "title": "X", "level": "1"},
        {"id": "x", "title": "X", "level": 0},
        {"id": "x", "title": "X", "level": 1 << 63},
        {"id": "x", "title": "X", "parent": 3},
    ],
    "arguments": [
        3,
        {},
        {"id": 3},
        {"id": "x", "relations": "sound"},
        {"id": "x", "relations": [3]},
        {"id": "x", "gist": 3},
        {"id": "x", "wordings": [None]},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("array", "record"),
    [(array, record) for array, records in MALFORMED.items() for record in records],
    ids=str,
)
def test_a_malformed_record_is_reported_and_the_others_are_read(array: str, record: object) -> None:
    map, found = reading_with(**{array: [record]})
    assert [each.code for each in found] == ["JS02"]
    assert f"{array}[0] " in found[0].message
    assert list(map.claims) == ["a", "b"]
    assert list(map.relations) == ["sound"]
    assert list(map.sections) == ["s"]
    assert not map.arguments


@pytest.mark.parametrize("array", ["relations", "sections", "arguments"])
@pytest.mark.parametrize("value", [3, "a", {"a": 1}, None])
def test_an_array_that_is_none_is_reported(array: str, value: object) -> None:
    map, found = reading({"claims": [{"id": "a"}], array: value})
    assert [each.code for each in found] == ["JS02"]
    assert found[0].message == f"{array} is not an array"
    assert found[0].span is not None
    assert found[0].span.column == len(f'{{"claims": [{{"id": "a"}}], "{array}": ') + 1
    assert list(map.claims) == ["a"]


def test_a_malformed_record_is_reported_at_its_line_and_column() -> None:
    text = """{
  "claims": [
    {"id": "a", "text": "]},[{"},
    {"id": 3}, 4
  ], "relations":
  [ {"id": "r"} ]
}"""
    spans = [each.span for each in reading(text).diagnostics]
    assert spans == [
        Span("m.json", 4, 5, 4, 5),
        Span("m.json", 4, 16, 4, 16),
        Span("m.json", 6, 5, 6, 5),
    ]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["good", "bad"]), max_size=5), st.sampled_from([None, 0, 3]))
def test_each_malformed_record_is_reported_where_it_stands(
    kinds: list[str], indent: int | None
) -> None:
    records = [{"id": f"é\n{n}"} if kind == "good" else n for n, kind in enumerate(kinds)]
    text = json.dumps({"x": [1], "claims": records, "y": 2}, indent=indent, ensure_ascii=False)
    lines = text.split("\n")
    bad = [n for n, kind in enumerate(kinds) if kind == "bad"]
    found = read(Source(text)).diagnostics
    for number, each in zip(bad, found, strict=True):
        assert each.span is not None
        place = lines[each.span.line - 1][each.span.column - 1 :]
        assert place.startswith(str(number))


def test_of_a_member_that_is_given_twice_the_last_is_read_and_pointed_at() -> None:
    map, found = reading('{"claims": [3, 4], "claims": [{"id": "a"}, 5]}')
    assert list(map.claims) == ["a"]
    assert [each.span for each in found] == [Span("m.json", 1, 44, 1, 44)]


@pytest.mark.parametrize("end", range(0, 60, 3))
def test_truncated_json_is_reported_where_it_ends(end: int) -> None:
    text = '{"claims": [{"id": "a"},\n {"id": "b", "weight": 0.5, "data": {}}]}'[:end]
    map, found = reading(text)
    assert not map.claims
    assert [each.code for each in found] == ["JS01"]
    assert found[0].span is not None
    assert found[0].span.line <= text.count("\n") + 1


@pytest.mark.parametrize(
    "text",
    ["", " ", "[]", "3", "null", '"a"', "{}", '{"claims": {}}', '{"claims": null}', "[[[", "nul"],
)
def test_what_is_no_map_is_reported(text: str) -> None:
    map, found = reading(text)
    assert not map.claims
    assert [(each.code, each.severity) for each in found] == [("JS01", "error")]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"claims": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"claims": [{"id": "a", "data": {"x": ' + "[" * 100_000 + "]" * 100_000 + "}}]}",
    ],
)
def test_deep_nesting_is_reported(text: str) -> None:
    map, found = reading(text)
    assert not map.claims
    assert [each.code for each in found] == ["JS01"]


def test_nesting_that_can_just_be_read_can_be_pointed_into() -> None:
    limit = sys.getrecursionlimit()
    for depth in range(limit - 120, limit):
        nested = "[" * depth + "]" * depth
        found = reading('{"claims": [{"id": "a", "data": {"x": ' + nested + "}}, 3]}").diagnostics
        assert found


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1" + "0" * 400])
@pytest.mark.parametrize(
    "text",
    [
        '{"claims": [{"id": "a", "weight": N}]}',
        """{"claims": [{"id": "a"}], "relations": [{"id": "r", "kind": "support",
        "premises": ["a"], "target": {"type": "claim", "id": "a"}, "weight": N}]}""",
    ],
    ids=["claim", "relation"],
)
def test_a_weight_that_is_no_number_is_reported(text: str, number: str) -> None:
    map, found = reading(text.replace("N", number))
    assert found
    json.dumps(map_records(map), allow_nan=False)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_no_data_is_read_that_json_cannot_write(number: str) -> None:
    map, found = reading('{"claims": [{"id": "a", "data": {"x": [N]}}]}'.replace("N", number))
    assert found
    json.dumps(map_records(map), allow_nan=False)


def test_a_number_of_many_digits_is_reported_or_read() -> None:
    _, found = reading('{"claims": [{"id": "a", "weight": 1' + "0" * 5_000 + "}]}")
    assert found


@settings(deadline=None)
@given(st.text(st.sampled_from('{}[]":,claimsrtoe01.-\\u \n"'), max_size=40))
def test_no_text_raises(text: str) -> None:
    reading(text)
    reading('{"claims": [' + text + "]}")


def test_ids_that_are_numbers_do_not_become_texts() -> None:
    map, found = reading({"claims": [{"id": 1}, {"id": "1"}]})
    assert list(map.claims) == ["1"]
    assert found[0].message == "claims[0] has a 'id' that is not text"


def test_names_of_python_are_only_names() -> None:
    names = ["__proto__", "constructor", "__class__", "toString"]
    map, found = reading({"claims": [{"id": name, "data": {name: 1}} for name in names]})
    assert list(map.claims) == names
    assert not found


def test_duplicate_and_dangling_ids_are_reported_by_the_model() -> None:
    found = reading(
        {
            "claims": [{"id": "a"}, {"id": "a"}, {"id": "b"}],
            "relations": [relation("r", premises=["z"])],
        }
    ).diagnostics
    assert [each.code for each in found] == ["MAP02", "MAP01"]


def test_a_kind_that_is_no_text_is_reported_as_it_is() -> None:
    (found,) = reading_with(relations=[relation("x", kind=["support"])]).diagnostics
    assert found.message.startswith("relations[0] has the kind ['support'], which is none of ")


def test_places_on_one_long_line_are_found_in_linear_time() -> None:
    begun = process_time()
    found = reading({"claims": [{"text": "x" * 200}] * 90_000}).diagnostics
    assert len(found) == 90_000
    assert process_time() - begun < 5 * pace()


def test_many_malformed_records_are_reported_in_linear_time() -> None:
    begun = process_time()
    found = reading({"claims": [3] * 10_000}).diagnostics
    assert len(found) == 10_000
    assert process_time() - begun < 5 * pace()


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ('{"schema": 1}', True),
        ('\ufeff\n {"a": 1}', True),
        ("{", True),
        ("{}", True),
        ("{weight: 1}", False),
        ("[Shade]: Trees give shade.", False),
        ("[1, 2]", False),
        ("", False),
    ],
)
def test_a_text_looks_like_json_if_it_begins_like_an_object(text: str, answer: bool) -> None:
    assert FORMAT.looks_like(text) is answer
