"""The XML formats that are only read: whatever stands in a file, it is read or reported."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Reading, Source, aml, argunet, caf, lkif

READERS: dict[str, Callable[[Source], Reading]] = {
    "lkif": lkif.read,
    "caf": caf.read,
    "aml": aml.read,
    "argunet": argunet.read,
}
ROOTS = {"lkif": "lkif", "caf": "caf", "aml": "ARG", "argunet": "graphml"}
NAMES = [
    "argument-graphs", "argument-graph", "statements", "statement", "s", "arguments", "argument",
    "conclusion", "premises", "premise", "exceptions", "descriptions", "description", "metadata",
    "AU", "PROP", "PROPTEXT", "CA", "LA", "REFUTATION", "OWNER", "INSCHEME", "TEXT",
    "graph", "node", "edge", "data", "arg:map", "arg:group", "arg:thesis", "arg:argument",
    "arg:proposition", "arg:edge", "arg:title", "arg:content",
]  # fmt: skip
KEYS = [
    "id", "statement", "type", "positive", "polarity", "direction", "weight", "atom", "identifier",
    "offset", "missing", "scheme", "pattern", "index", "sourceNodeId", "targetNodeId",
    "sourcePropositionId", "targetPropositionId",
]  # fmt: skip
VALUES = [
    "", "1", "2", "-1", "nan", "1e999", "exception", "negative", "false", "premise", "conclusion",
    "support", "sketchedAttack", "(undercut 1)", "From 1-2", "r1", "a-exception-1", "not-1",
]  # fmt: skip
ATTRIBUTES = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES), max_size=4)


def _tag(name: str, attributes: dict[str, str], inner: list[str]) -> str:
    given = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{given}>{''.join(inner)}</{name}>"


ELEMENTS = st.recursive(
    st.sampled_from(["", "words", "&lt;"]),
    lambda inner: st.builds(_tag, st.sampled_from(NAMES), ATTRIBUTES, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@pytest.mark.parametrize("name", ROOTS)
@given(elements=st.lists(ELEMENTS, max_size=4))
def test_any_elements_are_read_or_reported(name: str, elements: list[str]) -> None:
    text = _tag(ROOTS[name], {}, elements)
    map, found = READERS[name](Source(text))
    for relation in map.relations.values():
        assert relation.premises
        assert relation.weight is None or 0 <= relation.weight <= 1
    assert all(each.span is not None for each in found)


@pytest.mark.parametrize("name", ROOTS)
@given(text=st.text(max_size=30))
def test_any_text_is_reported(name: str, text: str) -> None:
    map, found = READERS[name](Source(text))
    assert not map.claims
    assert [each.severity for each in found] == ["error"]
    assert found[0].span is not None


@pytest.mark.parametrize("name", ROOTS)
@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><{root}>&a;</{root}>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><{root}>&a;</{root}>',
        "<{root}><a></{root}>",
        "<arggraph><adu id='a1'/><edge id='c1' src='a1' trg='zzz' type='sup'/></arggraph>",
    ],
)
def test_hostile_and_other_xml_is_refused(name: str, text: str) -> None:
    map, found = READERS[name](Source(text.replace("{root}", ROOTS[name])))
    assert not map.claims
    assert [each.severity for each in found] == ["error"]


@pytest.mark.parametrize("name", ROOTS)
def test_100000_elements_deep_is_no_trouble(name: str) -> None:
    deep = 100_000
    inner = "<graph><node>" if name == "argunet" else "<x><y>"
    outer = "</node></graph>" if name == "argunet" else "</y></x>"
    text = f"<{ROOTS[name]}>{inner * deep}{outer * deep}</{ROOTS[name]}>"
    map, _ = READERS[name](Source(text))
    assert not map.claims
