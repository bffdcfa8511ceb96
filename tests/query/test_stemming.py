"""Stems are those that SQLite finds, which has the same algorithm in C."""

import re
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.query.stemming import stem
from conftest import ROOT

ENDINGS = ["", "s", "es", "ies", "ed", "eed", "ing", "y", "ational", "ization", "fulness", "iviti",
           "ement", "ion", "tion", "sion", "e", "ll", "logi", "logy", "bly", "icate", "al", "ance",
           "ous", "ively", "ator"]  # fmt: skip


def stems_by_sqlite(words: list[str]) -> list[str]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE w USING fts5 (word, tokenize = 'porter ascii')")
    connection.executemany("INSERT INTO w (rowid, word) VALUES (?, ?)", enumerate(words))
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab (w, instance)")
    found = dict(connection.execute("SELECT doc, term FROM v").fetchall())
    return [found[number] for number in range(len(words))]


def test_words_of_a_real_text_have_the_stems_that_sqlite_gives() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8").lower()
    words = sorted({word for word in re.findall("[a-z]+", text) if len(word) < 20})
    assert len(words) > 500
    assert [stem(word) for word in words] == stems_by_sqlite(words)


@given(
    st.tuples(
        st.text("abcdefghilmnoprstuvy", min_size=1, max_size=6), st.sampled_from(ENDINGS)
    ).map("".join)
)
def test_words_that_nobody_wrote_have_them_as_well(word: str) -> None:
    assert [stem(word)] == stems_by_sqlite([word])


@given(st.text("aeioubcdlmnrstyz", min_size=3, max_size=12))
def test_all_words_of_a_stem_begin_alike(word: str) -> None:
    assert word.startswith(stem(word)[:-1])


@pytest.mark.parametrize("word", ["", "é", "naïve", "日本", "x1", "is", "e2e"])
def test_what_is_no_english_word_stays_as_it_is(word: str) -> None:
    assert stem(word) == word
