"""Argdown JSON is read as the Argdown is that it was made from."""

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argdown_files import DATA, READABLE, source_of
from argmap.formats import Reading, Source, detect
from argmap.formats.argdown import read as read_argdown
from argmap.formats.argdown_json import convert, read
from argmap.model.map import ArgumentMap
from conftest import WITHOUT_DATA

LOST = {
    # What the tool takes for emphasis or text.
    "spec-inline/lexer__001.argdown",
    "spec-inline/lexer__012.argdown",
    "spec-inline/parser__006.argdown",
    "spec-inline/parser__007.argdown",
    "spec-inline/parser__010.argdown",
    "spec-inline/parser__011.argdown",
    "spec-inline/parser__018.argdown",
    "spec-inline/parser__019.argdown",
    # An attack that the tool leaves out.
    "spec-inline/MapPlugin__010.argdown",
    "spec-inline/ModelPlugin__025.argdown",
    # Sections that the tool makes anew.
    "spec-inline/RegroupPlugin__001.argdown",
    "spec-inline/ClosedGroupPlugin__002.argdown",
}
"""The official files whose export is not all that they say."""


def _bare(map: ArgumentMap) -> tuple[object, ...]:
    """What a map says, but for places, front matter, and the order and ids of relations."""

    def told(id: str) -> object:
        relation = map.relations[id]
        on_step = relation.target_type == "relation"
        target = told(relation.target) if on_step else relation.target
        return relation.kind, relation.premises, target, relation.scheme, str(dict(relation.data))

    return (
        [claim._replace(span=None) for claim in map.claims.values()],
        Counter(map_relation for map_relation in map_told(map, told)),
        [
            (
                argument._replace(span=None, relations=()),
                [] if argument.gist else [told(step) for step in argument.relations],
            )
            for argument in map.arguments.values()
        ],
        [section._replace(span=None) for section in map.sections.values()],
    )


def map_told(map: ArgumentMap, told: Any) -> list[object]:  # noqa: ANN401
    return [told(id) for id in map.relations]


@pytest.mark.skipif(not READABLE, reason=WITHOUT_DATA)
@pytest.mark.parametrize("name", READABLE)
def test_the_export_of_the_official_tool_is_read_as_the_file(name: str) -> None:
    exported = (DATA / "expected" / name).with_suffix(".json").read_text("utf-8")
    read_back = read(Source(exported, "export.json"))
    assert not read_back.diagnostics
    same = _bare(read_back.map) == _bare(read_argdown(source_of(name)).map)
    assert same == (name not in LOST)


ARGDOWN = """
# One #tag

[A]: Text, *stressed*, with #a and @[B]. {weight: 0.5}
  + <S>: Sketch.
  >< [B]: Other.

<R>

(1) [A]
(2) 😀 #wide
-- MP {uses: [1]} --
(3) [C]
"""


def _exported() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(convert(Source(ARGDOWN)).written.text)
    return document


def _reading(document: object, indent: int | None = None) -> Reading:
    return read(Source(json.dumps(document, indent=indent), "e.json"))


def test_an_export_of_ours_is_read_as_the_text() -> None:
    assert _bare(_reading(_exported()).map) == _bare(read_argdown(Source(ARGDOWN)).map)


@pytest.mark.parametrize("name", ["e.json", "e.argdown.json", "<stdin>"])
def test_it_is_known_by_what_it_says(name: str) -> None:
    assert detect(json.dumps(_exported(), indent=2), name).name == "argdown-json"
    assert detect('{"arguments": [], "claims": []}', name).name == "json"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "e.json:1:1: AJ01 this is not JSON: expecting value"),
        ("{", "e.json:1:2: AJ01 this is not JSON: expecting property name enclosed in double quot"),
        ("[]", 'e.json:1:1: AJ01 this JSON is no export of Argdown: it has no "statements"'),
        ('{"statements": []}', "e.json:1:1: AJ01 this JSON is no export of Argdown: it has no"),
        ('{"statements": {}, "x": NaN}', "e.json:1:1: AJ01 this JSON has a number that is none"),
        ("[" * 100_000, "e.json:1:1: AJ01 this JSON is nested too deeply to be a map"),
    ],
)
def test_what_is_no_export_is_reported(text: str, message: str) -> None:
    read_back = read(Source(text, "e.json"))
    assert not read_back.map.claims
    assert [str(each)[: len(message)] for each in read_back.diagnostics] == [message]


def _wrong(where: str) -> tuple[dict[str, Any], str]:
    """An export with something wrong in it, and what is said of that."""
    document = _exported()
    statement = document["statements"]["A"]
    if where == "relation":
        document["relations"][0]["from"] = "nobody"
        return document, "AJ02 item 1 of relations refers to 'nobody', which is not there"
    if where == "type":
        document["relations"][1]["relationType"] = "likes"
        return document, "AJ02 item 2 of relations has the type 'likes', which is none of support"
    if where == "inference":
        relation = {"relationType": "undercut", "from": "A", "fromType": "equivalence-class"}
        relation |= {"to": "R", "toType": "inference", "conclusionIndex": "x"}
        document["relations"] = [relation]
        return document, "AJ02 item 1 of relations bears on an inference of 'R' that is not there"
    if where == "text":
        del statement["members"][0]["text"]
        return document, "AJ02 item 1 of statements has no 'text'"
    if where == "range":
        statement["members"][0]["ranges"][0]["stop"] = 1_000
        return document, "AJ02 item 1 of statements has a range that is not in its text"
    if where == "tags":
        statement["tags"] = "a"
        return document, "AJ02 item 1 of statements has 'tags' that are not an array of texts"
    if where == "members":
        statement["members"] = 5
        return document, "AJ02 item 1 of statements is not a record of the right shape"
    if where == "pcs":
        document["arguments"]["R"]["pcs"][0]["title"] = "gone"
        return document, "AJ02 item 2 of arguments refers to 'gone', which is not there"
    document["sections"] = {}
    return document, "AJ02 sections is not an array"


@pytest.mark.parametrize(
    "where",
    ["relation", "type", "inference", "text", "range", "tags", "members", "pcs", "sections"],
)
def test_what_is_wrong_is_reported_and_the_rest_is_read(where: str) -> None:
    document, message = _wrong(where)
    read_back = _reading(document, indent=1)
    found = [f"{each.code} {each.message}" for each in read_back.diagnostics]
    assert [each[: len(message)] for each in found] == [message]
    assert all(each.span and each.span.line > 1 for each in read_back.diagnostics)
    assert {"a", "b", "c"} <= read_back.map.claims.keys()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


@given(st.data())
def test_any_json_is_read_or_reported(data: st.DataObject) -> None:
    """Whatever is put anywhere in an export, reading it raises nothing."""
    document = _exported()
    at: Any = document
    while True:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        if not at[key] or not isinstance(at[key], dict | list) or data.draw(st.booleans()):
            break
        at = at[key]
    at[key] = data.draw(json_values)
    read_back = _reading(document)
    assert read_back.map.claims or read_back.diagnostics
