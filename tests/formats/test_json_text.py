"""JSON is the same text whatever encodes it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats._json_text import in_pieces

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), values, max_size=4))
def test_a_document_says_what_it_is_made_of(document: dict[str, Any]) -> None:
    assert json.loads("".join(in_pieces(document))) == document


@given(st.dictionaries(st.text(), values, max_size=4))
def test_without_the_encoder_in_c_the_text_is_the_same(document: dict[str, Any]) -> None:
    usual = "".join(in_pieces(document))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json.encoder, "c_make_encoder", None)
        assert "".join(in_pieces(document)) == usual
