from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.formats.argdown.metadata import (
    Metadata,
    _read_flat,  # the law that ties the quick reader to YAML is about it alone
    _read_lines,
    read_metadata,
    read_yaml,
)
from pace import pace

PIECES = [
    *"abcxyznY", *"{}[],:", *"\"'#-?|>&*!%@`~=<.+_/\\\n\t 0123456789",
    ": ", ", ", "{a: ", "[", "b: ", "key: ", "'it''s'", '"quoted"', '"a: b"', '"x, y"', "''", '""',
    "yes", "no", "null", "true", "True", "TRUE", "false", "on", "Off", "y", "N", "~", "Null",
    "1_000", "0x1", "0o7", "010", "1.5", "1e3", "12-3", "12:30", ".inf", ".nan", "+1", "-1", "1.",
    "2020-01-01", "2020-01-01 10:00:00", "999999999999999999999", "<<", "=", "- a", "? a",
    "a b", "a  b", "a - b", "a: b: c", "a:b", " #c", "#c", "b#c", "¶11.1", "§2", "é", "日本",
    "---", "...", "...\n", "\n ", "\n  - a", "k" * 1100, "\xa0", "\u2003", "\u2028", "\x85", "\x0c",
    "\x07", "\ufeff", "word-with.all/parts", "http://x.y/z", "a\\n", "C:\\x",
]  # fmt: skip
near_flow = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
keys = st.sampled_from(["a", "weight", "two words", '"q"', "yes", "1", "¶", "a.b", "null", "é"])
scalars = st.sampled_from([piece for piece in PIECES if piece not in set("{}[],:")])
gaps = st.sampled_from(["", " ", " ", " ", "  ", "\n", "\t", "\n  "])


def collection(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(keys, gaps, gaps, inner, gaps).map(
        lambda part: f"{part[0]}{part[1]}:{part[2]}{part[3]}{part[4]}"
    )
    return st.lists(pair, max_size=3).map(lambda pairs: f"{{{', '.join(pairs)}}}") | st.lists(
        inner, max_size=3
    ).map(lambda items: f"[{', '.join(items)}]")


flow = collection(st.recursive(scalars, collection, max_leaves=4))
line = st.tuples(keys, gaps, scalars | near_flow | flow).map(lambda p: f"{p[0]}:{p[1]}{p[2]}")
block = st.lists(line, max_size=4).map("\n".join)


def yaml_of(text: str) -> Any:  # noqa: ANN401  # whatever YAML says
    """What the library makes of the text; the error if it cannot read it."""
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        return error


def typed(value: object) -> object:
    """The value such that what Python holds equal is told apart: ``True`` and ``1``."""
    if isinstance(value, dict):
        return [(typed(key), typed(each)) for key, each in value.items()]
    return [typed(each) for each in value] if isinstance(value, list) else (type(value), value)


@settings(deadline=None, max_examples=600)
@given(flow | near_flow.map(lambda inner: f"{{a: {inner}}}") | near_flow)
@example("{a: \xa0b}")
@example("{a: \u2003b, c: d}")
@example('{a: "\x07"}')
@example("{a: b\x0c}")
@example("{a\n: b}")
@example('{"a"\n: b}')
@example("{" + "k" * 1100 + ": b}")
@example('{a: "b\x85c"}')
@example('{a: "b\ufffe"}')
def test_what_is_read_without_yaml_is_what_yaml_reads(text: str) -> None:
    flat = _read_flat(text)
    if flat is not None:
        assert typed(flat) == typed(yaml_of(text))


@settings(deadline=None, max_examples=600)
@given(block | near_flow)
@example("a: b\n\n\nc: d")
@example("a: [b, {c: d}]\ntwo words: 3")
@example("a: b\n---\nc: d")
@example('a: "b"c')
@example("a: b\n...")
def test_lines_read_without_yaml_are_what_yaml_reads(text: str) -> None:
    lines = _read_lines(text)
    if lines is not None:
        assert typed(lines) == typed(yaml_of(text) or {})


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{weight: 3}",
        "{source: {place: ¶11.1, span: [10, 20], hash: a0b1}, tags: [x, two words]}",
        '{"a": "b: c", d: true, e: false}',
        "{a: b\n, c: d}",
    ],
)
def test_ordinary_metadata_is_read_without_yaml(text: str) -> None:
    assert _read_flat(text) is not None
    assert _read_flat(text) == yaml_of(text)


@settings(deadline=None, max_examples=300)
@given(flow | near_flow | block)
def test_no_text_raises(text: str) -> None:
    for read in (read_metadata(f"{{{text}}}"), read_yaml(text)):
        assert not (read.data and read.problem)
        assert all(isinstance(key, str) for key in read.data)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("{a: it's, b: 'it''s'}", {"a": "it's", "b": "it's"}),
        ("{weight: 0.5}", {"weight": 0.5}),
        ("{weight: -1, big: 1e3}", {"weight": -1, "big": 1000.0}),
        ('{a: "x\\ny"}', {"a": "x\ny"}),
        ("{assumed: no, expect: yes, x: ~}", {"assumed": "no", "expect": "yes", "x": None}),
        ("{a: see http://x.y/z}", {"a": "see http://x.y/z"}),
        ("{\na: b\nc:\n  - d\n  - e\n}", {"a": "b", "c": ["d", "e"]}),
        ("{  \n  a: b\n}", {"a": "b"}),
        ("{a:[1, 2], b:{c: d}}", {"a": [1, 2], "b": {"c": "d"}}),
        ("{}", {}),
        ("{\n}", {}),
        ("{a}", {"a": None}),
    ],
)
def test_flow_and_block_yaml_are_read(text: str, data: object) -> None:
    read = read_metadata(text)
    assert read == Metadata(data)  # type: ignore[arg-type]  # a mapping of texts


def test_dates_stay_text() -> None:
    assert read_metadata("{a: 2020-01-01, b: [2020-01-01 10:00:00]}").data == {
        "a": "2020-01-01",
        "b": ["2020-01-01 10:00:00"],
    }


def test_keys_that_are_no_texts_become_texts() -> None:
    text = "{3: a, true: b, null: c, 1.5: d, e: [{2: f}, {false: {~: g}}]}"
    assert read_metadata(text).data == {
        "3": "a",
        "true": "b",
        "null": "c",
        "1.5": "d",
        "e": [{"2": "f"}, {"false": {"null": "g"}}],
    }


@pytest.mark.parametrize(
    "text", ["{1: a, true: b}", "{1: a, 1.0: b}", "{a: b, a: c}", "{\na: b\na: c\n}"]
)
def test_keys_that_cannot_be_told_apart_are_a_problem_or_both_kept(text: str) -> None:
    read = read_metadata(text)
    assert read.problem or len(read.data) == 2


def test_blanks_after_the_brace_of_a_block_do_no_harm() -> None:
    assert read_metadata("{ \t\n  a: b\n}") == Metadata({"a": "b"})


def test_a_missing_blank_is_put_in_only_where_it_was_missed() -> None:
    assert read_metadata('{a:[1], note: "see x:[y"}').data == {"a": [1], "note": "see x:[y"}


def test_a_key_that_is_a_collection_is_a_problem() -> None:
    assert read_metadata("{[a, b]: c}").problem
    assert read_metadata("{? {a: b} : c}").problem


@pytest.mark.parametrize("text", ["[a, b]", "- a\n- b", "just words", "3", "true"])
def test_what_is_no_mapping_is_a_problem(text: str) -> None:
    read = read_yaml(text)
    assert not read.data
    assert "mapping" in read.problem


def test_a_problem_says_where_it_is() -> None:
    assert read_metadata("{a: b, c: ]}")[2:] == (0, 10)
    assert read_metadata("{\na: b\nc: {\n}").line > 0
    assert read_yaml("a: b\nc: d: e")[2:] == (1, 4)


BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "a: &x b\nc: *x",
        "a: &x {b: c}\nd: {<<: *x}",
        "{a: &x [*x]}",
        "a: !!python/object/apply:os.system ['true']",
        "a: !!binary aGk=",
        "{a: !thing b}",
        "!!map {a: b}",
        "a: b\n---\nc: d",
    ],
)
def test_what_makes_yaml_explode_is_refused(text: str) -> None:
    begun = process_time()
    read = read_yaml(text)
    assert read.problem
    assert not read.data
    assert process_time() - begun < 1 * pace()


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " + "[" * 100_000 + "]" * 100_000 + "}",
        "{a: " * 100_000 + "b" + "}" * 100_000,
        "a: " + "- " * 100_000 + "b",
        "- " * 100_000,
        "".join(" " * depth + "a:\n" for depth in range(1_000)),
        "? " * 20_000,
    ],
    ids=["open", "list", "mapping", "block in a pair", "block list", "block mapping", "keys"],
)
def test_deep_nesting_is_refused_quickly(text: str) -> None:
    begun = process_time()
    for read in (read_metadata(text), read_metadata(f"{{\n{text}\n}}"), read_yaml(text)):
        assert read.problem
        assert not read.data
    assert process_time() - begun < 5 * pace()


def test_nesting_that_a_map_could_need_is_read() -> None:
    text = "{a: " * 50 + "0.5" + "}" * 50
    data: Any = read_metadata(text).data
    for _ in range(50):
        data = data["a"]
    assert data == 0.5


def test_long_metadata_is_read_in_linear_time() -> None:
    begun = process_time()
    many = ", ".join(f"key{number}: [{number}, value]" for number in range(20_000))
    assert len(read_metadata(f"{{{many}}}").data) == 20_000
    lines = "".join(f"key{number}: value\n" for number in range(20_000))
    assert len(read_yaml(lines).data) == 20_000
    assert process_time() - begun < 5 * pace()
