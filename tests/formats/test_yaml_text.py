"""YAML is read with its places, without what makes it explode, and written to be read alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import Source
from argmap.formats._yaml_text import DEEPEST, Inline, NotYamlError, dumped, is_too_deep, loaded

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(
        ["1", "1.0", "no", "012", "1e5", " x", "a\nb\n", "a\n b ", "~", "#x", "- a", "x: y", "0x1f",
         "1:30", "=", "<<", "null", "2020-01-01", ".inf", "\x85", "\u202ex", "😀",
         "\\U0001F600", "'"]
    ),
    lambda inner: st.lists(inner, max_size=4)
    | st.lists(inner, max_size=4).map(Inline)
    | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@given(st.dictionaries(st.text(), VALUES, min_size=1, max_size=4))
def test_what_is_written_is_read_again(document: dict[str, object]) -> None:
    text = "".join(dumped(document))
    assert loaded(Source(text)).value == document
    assert not set(text) & set("\x7f\x85\u2028\u202e\u2066\ufeff")


@given(st.text(st.sampled_from(" \n-:?[]{},&*!|>'\"%@`#ab0~.\\\t\0é"), max_size=30))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        loaded(Source(text, "y.yml"))
    except NotYamlError as error:
        why, span = str(error), error.span
    else:
        return
    assert why
    assert span.file == "y.yml"
    assert 1 <= span.line <= text.count("\n") + 2


@pytest.mark.parametrize(
    ("text", "why", "line", "column"),
    [
        ("a: &x 1\nb: *x", "YAML aliases are not read", 2, 4),
        ("a:\n  - !!python/object:os.system x", "YAML tags are not read", 2, 5),
        ("[a]: b", "a key has to be a word", 1, 1),
        ("a: b\n---\nc: d", "there is more than one document", 2, 1),
        ("a: b: c", "this is not YAML: mapping values are not allowed in this context", 1, 5),
        ("a\nb\0", "this is not YAML: it has a character that is none", 2, 2),
        ("[" * 100_000, f"nested more than {DEEPEST} deep", 1, DEEPEST + 1),
    ],
)
def test_what_no_map_needs_is_refused(text: str, why: str, line: int, column: int) -> None:
    with pytest.raises(NotYamlError) as raised:
        loaded(Source(text))
    assert str(raised.value) == why
    assert raised.value.span[1:3] == (line, column)


def test_plain_words_mean_what_they_mean_in_yaml_1_2() -> None:
    text = (
        "{a: no, b: 1:30, c: 2020-01-01, d: 012, e: 1e3, f: ~, g: TRUE, h: 0x1F, i: .inf, j: '1'}"
    )
    value = {"a": "no", "b": "1:30", "c": "2020-01-01", "d": "012", "e": 1000.0, "f": None}
    value |= {"g": True, "h": 31, "i": ".inf", "j": "1"}
    assert loaded(Source(text)).value == value


def test_keys_and_items_have_places_and_spellings() -> None:
    yaml = loaded(Source("a: 1\nb:\n  - x\n  - 1.10\na: 2\n", "y.yml"))
    assert yaml.value == {"a": 2, "b": ["x", 1.1]}
    assert [(each.key, str(each.span)) for each in yaml.repeated] == [("a", "y.yml:5:1")]
    assert str(yaml.span(yaml.value, "b")) == "y.yml:2:1"
    assert str(yaml.span(yaml.value["b"], 1)) == "y.yml:4:5"
    assert yaml.spelt(yaml.value["b"], 1) == "1.10"


def test_what_is_too_deep_to_be_read_is_known_before() -> None:
    deep: object = "x"
    for _ in range(100_000):
        deep = [deep]
    assert is_too_deep(deep)
    assert not is_too_deep({"a": [1, {"b": 2}]})
