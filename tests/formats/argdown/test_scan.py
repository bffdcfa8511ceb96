from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.argdown.scan import BLANKED, scan, without_blanked
from pace import pace

PIECES = [
    "/*", "*/", "<!--", "-->", "//", "{", "}", '"', "\\", "\n", "\n", " ", " ", "a", "word", "é",
    "http://x.y", "{a: b}", "/* c */", "<!-- d -->", " // e\n", "\n\n", ": ", "[A]",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def kept(text: str) -> str:
    """The text with a dot for each character of a comment."""
    return scan(text).text.replace(BLANKED, ".")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a /* b */ c", "a ......... c".replace(".........", "." * 7)),
        ("a <!-- b --> c", "a " + "." * 10 + " c"),
        ("a // b", "a ...."),
        ("// b\nc", "....\nc"),
        ("a\n// b\nc", "a\n....\nc"),
        ("a /* b\nc */ d", "a ....\n.... d"),
        ("/* a // b */ c", "............ c"),
        ("/* <!-- */ a -->", ".......... a -->"),
        ("<!-- /* --> a */", "........... a */"),
        ("/**/a", "....a"),
        ("/*/ a */b", "........b"),
        ("/* a */ /* b */", "....... ......."),
        ("a// b", "a// b"),
        ("\t// b", "\t...."),
    ],
)
def test_comments_are_blanked(text: str, left: str) -> None:
    assert kept(text) == left
    assert scan(text).unclosed == ()


@pytest.mark.parametrize(
    "text",
    [
        "see http://example.org/a//b for more",
        "[a](https://example.org)",
        "a/b and c//d",
        "no comment here",
        "a \\/* b */",
        "{a: /* b */}",
        "{a: http://x.y // b}",
        '{a: "} // b"}',
        "*/ -->",
    ],
)
def test_addresses_and_metadata_stay_whole(text: str) -> None:
    assert scan(text).text == text


def test_a_comment_after_an_address_is_a_comment() -> None:
    assert kept("http://x.y // b") == "http://x.y ...."


@pytest.mark.parametrize("opener", ["/*", "<!--"])
def test_a_comment_that_never_ends_is_text_and_noted(opener: str) -> None:
    text = f"a {opener} b\nc // d"
    scanned = scan(text)
    assert scanned.unclosed == (2,)
    assert kept(text) == f"a {opener} b\nc ...."


def test_a_comment_that_never_ends_is_noted_once() -> None:
    assert scan("/* a /* b <!-- c <!-- d").unclosed == (0, 10)
    assert scan("/* a */ /* b").unclosed == (8,)


@pytest.mark.parametrize(
    ("text", "braces"),
    [
        ("a {b} c", {2: 4}),
        ("{a: {b: c}}", {0: 10, 4: 9}),
        ("{a}{b}", {0: 2, 3: 5}),
        ("}{", {}),
        ("{a", {}),
        ("{{a}", {1: 3}),
        ('{a: "}"}', {0: 7}),
        ('{a: "\\"}"}', {0: 9}),
        ('" {a} "', {2: 4}),
        ("\\{a}", {}),
        ("{a\n\nb}", {}),
        ("{\na: b\n\nc: d\n}", {0: 13}),
        ("/* { */ }", {}),
    ],
)
def test_braces_are_paired(text: str, braces: dict[int, int]) -> None:
    assert scan(text).braces == braces


@settings(deadline=None, max_examples=400)
@given(texts)
def test_blanking_keeps_every_place(text: str) -> None:
    scanned = scan(text).text
    assert len(scanned) == len(text)
    for before, after in zip(text, scanned, strict=True):
        assert after == before or (after == BLANKED and before != "\n")


@settings(deadline=None, max_examples=400)
@given(texts)
def test_paired_braces_are_braces_and_nested(text: str) -> None:
    braces = scan(text).braces
    for start, end in braces.items():
        assert (text[start], text[end]) == ("{", "}")
        inside = [b for a, b in braces.items() if start < a < end]
        assert all(start < each < end for each in inside)


@settings(deadline=None, max_examples=400)
@given(texts)
def test_what_is_left_of_a_scanned_text_has_no_more_comments(text: str) -> None:
    once = scan(text)
    again = scan(once.text.replace(BLANKED, "x"))
    assert len(again.unclosed) <= len(once.unclosed)
    assert [end for end in again.braces.items() if end not in once.braces.items()] == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\0\0\0b", "ab"),
        ("a \0\0 b", "a b"),
        ("a\0\0 b", "a b"),
        ("\0\0 b", "b"),
        ("a \0\0", "a "),
        ("a \0\0\n\0\0 b", "a b"),
        ("plain text", "plain text"),
    ],
)
def test_comments_are_taken_out_with_the_blanks_around_them(text: str, left: str) -> None:
    assert without_blanked(text) == left


@pytest.mark.parametrize(
    "piece",
    ["/*", "<!--", "//", " //", "{", "}", "{}", '"', '{"', "\\", "/* */", "\n\n", "{\n\n", "{\n",
     '{"a\n', "{\n\n}", "// {\n", " /*\n"],
)  # fmt: skip
def test_hostile_text_is_scanned_in_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begun = process_time()
    assert len(scan(text).text) == len(text)
    without_blanked(scan(text).text)
    assert process_time() - begun < 2 * pace()
