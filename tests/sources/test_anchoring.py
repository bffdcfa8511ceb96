from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.anchoring import anchor, digest
from argmap.sources.passages import SourceText

TEXT = "The fox is red. The hen is red.\n\nThe fox is red. Nobody knows why."


def test_a_digest_is_twelve_digits_of_the_hash_of_the_bare_words() -> None:
    assert digest("Fox  and\nhen ") == sha256(b"Fox and hen").hexdigest()[:12]
    assert digest("cafe\u0301") == digest("café") != digest("cafe")


@given(st.text())
def test_a_digest_has_twelve_digits_whatever_the_text(text: str) -> None:
    assert len(digest(text)) == 12
    assert int(digest(text), 16) >= 0


def test_half_a_surrogate_pair_has_a_digest() -> None:
    assert digest("\ud800") != digest("\ud801")


def test_an_anchor_keeps_place_span_and_hash_and_no_words() -> None:
    source = SourceText(TEXT)
    passage = source.sentences[1]
    made = anchor(source, passage)
    assert (made.place, made.start, made.end) == ("¶1.2", 16, 31)
    assert made.hash == digest("The hen is red.")
    assert made.quote == made.prefix == made.suffix == ""


def test_a_quote_that_stands_alone_needs_no_context() -> None:
    source = SourceText(TEXT)
    made = anchor(source, source.sentences[1], quote=True)
    assert (made.place, made.quote, made.start, made.hash) == ("¶1.2", "The hen is red.", None, "")
    assert made.prefix == made.suffix == ""


def test_a_quote_that_occurs_twice_has_context_that_tells_which() -> None:
    source = SourceText(TEXT)
    for passage in (source.sentences[0], source.sentences[2]):
        made = anchor(source, passage, quote=True)
        found = source.wording.occurrences(made.quote, made.prefix, made.suffix)
        assert found == [(passage.start, passage.end)]
