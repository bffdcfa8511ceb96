"""Going through JSON piece by piece takes what `json` takes, with the same values."""

import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.formats import Source
from argmap.formats.json import read
from argmap.formats.json.scanning import Scanner

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False, width=16)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def scanned(text: str) -> dict[str, Any]:
    """The members of an object, those that are arrays taken item by item."""
    scanner = Scanner(text)
    return {
        name: list(scanner.items()) if scanner.is_array() else scanner.value()
        for name in scanner.members()
    }


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.text(), VALUES, max_size=4), st.sampled_from([None, 0, 1]))
def test_what_json_writes_is_scanned(value: dict[str, Any], indent: int | None) -> None:
    assert scanned(json.dumps(value, indent=indent)) == value


@settings(deadline=None, max_examples=500)
@given(st.text(st.sampled_from('{}[]":,ab01.-\\u \n\ttruefalsn'), max_size=25))
@example('{"a": [1,]}')
@example('{"a": [,1]}')
@example('{"a": 1,}')
@example('{"a" 1}')
@example('{"a": [1 2]}')
@example('{"a": 1} 2')
@example('{"a": 1}}')
@example('{"a": [1], "a": [2]}')
@example('\ufeff{"a": 1}')
@example("")
@example(" { } ")
@example(' {"a" :[ ] ,"b":[ 1 , 2 ] } ')
def test_what_json_refuses_is_refused(text: str) -> None:
    for wrapped in (text, '{"a": [' + text + "]}", '{"a": ' + text + "}"):
        try:
            value = json.loads(wrapped)
        except ValueError:
            value = None
        if isinstance(value, dict):
            assert scanned(wrapped) == value
        else:
            with pytest.raises(ValueError):  # noqa: PT011  # of whatever kind
                scanned(wrapped)


def test_an_item_stands_where_the_scanner_is() -> None:
    text = '{"x": 1, "a": [10,  20 ,\n30]}'
    scanner = Scanner(text)
    found = []
    for _ in scanner.members():
        if scanner.is_array():
            found = [text[scanner.at :].startswith(str(item)) for item in scanner.items()]
        else:
            scanner.value()
    assert found == [True, True, True]


def test_reading_takes_little_more_memory_than_the_map() -> None:
    words = "several words that make a sentence of the usual length"
    claims = [{"id": f"c{n}", "title": "", "text": f"{words} {n}", "tags": []} for n in range(5000)]
    relations = [
        {
            "id": f"r{n}",
            "kind": "support",
            "premises": [f"c{n}"],
            "target": {"type": "claim", "id": "c0"},
        }
        for n in range(1, 5000)
    ]
    source = Source(json.dumps({"claims": claims, "relations": relations}))
    del claims, relations
    read(source)  # what is loaded once is loaded
    tracemalloc.start()
    map = read(source).map
    left, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(map.relations) == 4999
    assert most < 1.35 * left
