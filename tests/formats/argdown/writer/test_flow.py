from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.argdown.metadata import read_metadata, read_yaml
from argmap.formats.argdown.scan import scan
from argmap.formats.argdown.writer.flow import Flow
from full_maps import syntax

texts = (
    syntax | st.text(max_size=8) | st.sampled_from(["no", "Null", "1e3", "2020-01-01", "k" * 999])
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
data = st.dictionaries(texts, values, max_size=3)


@settings(deadline=None, max_examples=300)
@given(data)
def test_what_is_written_is_read_and_nothing_is_lost(data: dict[str, Any]) -> None:
    flow = Flow()
    read = read_metadata(flow.mapping(data, "x"))
    assert not read.problem
    assert repr(read.data) == repr(data)  # told apart: 1, 1.0 and true
    assert not flow.lost


@settings(deadline=None, max_examples=300)
@given(data)
def test_lines_are_read_as_well(data: dict[str, Any]) -> None:
    lines = Flow().lines(data)
    assert repr(dict(read_yaml(lines).data)) == repr(data)
    assert scan(lines).text == lines  # it has no comments


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(texts, texts, max_size=3))
def test_texts_are_yaml_for_others_too(data: dict[str, str]) -> None:
    words = {f"k{key}": f"v{value}" for key, value in data.items()}
    assert yaml.safe_load(Flow().mapping(words, "x")) == words


@pytest.mark.parametrize(
    ("data", "written"),
    [
        ({}, "{}"),
        ({"weight": 0.5, "m": [1, -2]}, "{weight: 0.5, m: [1, -2]}"),
        ({"place": "¶11.1", "a b": "two words"}, "{place: ¶11.1, a b: two words}"),
        ({"x": "true", "null": None, "y": True}, '{x: "true", "null": null, "y": true}'),
        ({"x": 'a "b"\n'}, '{x: "a \\"b\\"\\x0a"}'),
        ({"x": {"y": {}}}, '{x: {"y": {}}}'),
    ],
)
def test_it_is_written_like_this(data: dict[str, object], written: str) -> None:
    assert Flow().mapping(data, "x") == written
