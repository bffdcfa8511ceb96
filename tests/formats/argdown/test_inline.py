from time import process_time
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats.argdown.inline import Inline, read_inline, title_of
from argmap.formats.argdown.shortcodes import SHORTCODES
from argmap.model.claim import Mark
from pace import pace

PIECES = [
    "*", "**", "_", "__", "***", " ", " ", "\n", "a", "word", "é", "日本", "#tag", "#(two words)",
    "[link](http://x.y)", "@[Claim]", "@<Argument>", "[not a link]", ".->.", ":joy:", "\\*", "\\",
    "#", "(", ")", "[", "]", "<", ">", "@", ".", ":", "2*3*4", "snake_case", "", ",",
]  # fmt: skip
markup = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
unmarked = st.text(st.characters(exclude_characters="\\@[#*_.:", exclude_categories=["Cs"]))


def marked(raw: str) -> list[tuple[str, str, str]]:
    """The kind of each mark, the text that it marks, and what it points to."""
    read = read_inline(raw)
    return [(mark.kind, read.text[mark.start : mark.end], mark.target) for mark in read.marks]


@pytest.mark.parametrize(
    ("raw", "text", "marks"),
    [
        ("an *ant* here", "an ant here", [("italic", "ant", "")]),
        ("an _ant_ here", "an ant here", [("italic", "ant", "")]),
        ("**two words**", "two words", [("bold", "two words", "")]),
        ("__two words__", "two words", [("bold", "two words", "")]),
        ("(*a*), *b*.", "(a), b.", [("italic", "a", ""), ("italic", "b", "")]),
        ("**a *b* c**", "a b c", [("bold", "a b c", ""), ("italic", "b", "")]),
        ("*a **b***", "a b", [("italic", "a b", ""), ("bold", "b", "")]),
        ("**a *b***", "a b", [("bold", "a b", ""), ("italic", "b", "")]),
        ("_a *b* c_", "a b c", [("italic", "a b c", ""), ("italic", "b", "")]),
        ("*[a](b)*", "a", [("italic", "a", ""), ("link", "a", "b")]),
    ],
)
def test_emphasis_is_taken_out_and_marked(
    raw: str, text: str, marks: list[tuple[str, str, str]]
) -> None:
    assert read_inline(raw).text == text
    assert marked(raw) == marks


@pytest.mark.parametrize("raw", ["***both***", "**_both_**", "_**both**_", "___both___"])
def test_words_can_be_bold_and_italic(raw: str) -> None:
    assert read_inline(raw).text == "both"
    assert sorted(marked(raw)) == [("bold", "both", ""), ("italic", "both", "")]


@pytest.mark.parametrize(
    "raw",
    [
        "snake_case and __init__s",
        "2*3*4 = 24",
        "a * b * c",
        "a _ b",
        "*open",
        "close*",
        "**open",
        "*",
        "**",
        "***** rule *****",
        "* a*",
        "5 * 3*",
        "a#b",
        "# heading",
        "[label] (address)",
        "[label]()",
        "[](address)",
        "@[]",
        "@<>",
        "user@example.org",
        "a.b.c",
        "e.g. this: or that:",
        "10:30:20",
        ".nothing.",
        "http://x.y/z",
    ],
)
def test_what_finds_no_partner_is_text(raw: str) -> None:
    assert read_inline(raw) == Inline(raw)


@pytest.mark.parametrize(
    ("raw", "text", "mark"),
    [
        ("see [my site](http://x.y/a_b_c#d)!", "see my site!", ("link", "my site", "http://x.y/a_b_c#d")),
        ("so #good it is", "so #good it is", ("tag", "#good", "good")),
        ("so #(two words) it is", "so #(two words) it is", ("tag", "#(two words)", "two words")),
        ("#première-1", "#première-1", ("tag", "#première-1", "première-1")),
        ("as @[A B] is", "as @[A B] is", ("statement-mention", "@[A B]", "A B")),
        ("as @<Why Not> says", "as @<Why Not> says", ("argument-mention", "@<Why Not>", "Why Not")),
    ],
)  # fmt: skip
def test_links_tags_and_mentions_are_marked(
    raw: str, text: str, mark: tuple[str, str, str]
) -> None:
    assert read_inline(raw).text == text
    assert marked(raw) == [mark]


def test_tags_are_gathered_in_order() -> None:
    assert read_inline("#b and #a, #b #(c d)").tags == ("b", "a", "b", "c d")


def test_tags_can_be_taken_out_of_the_text() -> None:
    read = read_inline("So #good it *is* #(very good)", keep_tags=False)
    assert read.text == "So it is"
    assert read.tags == ("good", "very good")
    assert [read.text[mark.start : mark.end] for mark in read.marks if mark.kind != "tag"] == ["is"]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (r"\*no\* \_no\_", "*no* _no_"),
        (r"\#no \[a](b)", "#no [a](b)"),
        (r"a\\b", r"a\b"),
        (r"\@[no]", "@[no]"),
        ("end\\", "end\\"),
        (r"*a\*", "*a*"),
        (r"\.->.", ".->."),
    ],
)
def test_an_escaped_character_is_text(raw: str, text: str) -> None:
    assert read_inline(raw) == Inline(text)


@settings(deadline=None)
@given(st.sampled_from(sorted(SHORTCODES)), st.sampled_from(".:"))
def test_a_shortcode_becomes_its_symbol(code: str, edge: str) -> None:
    raw = f"p {edge}{code}{edge} q"
    assert read_inline(raw) == Inline(f"p {SHORTCODES[code]} q")


def test_a_shortcode_needs_the_same_sign_on_both_sides() -> None:
    assert read_inline("p .->: q").text == "p .->: q"


@settings(deadline=None)
@given(unmarked)
def test_text_without_markup_stays_as_it_is_but_for_line_breaks(text: str) -> None:
    read = read_inline(text)
    assert not read.marks
    assert not read.tags
    assert read.text.split() == text.split()
    if "\n" not in text:
        assert read.text == text.strip()


def test_lines_are_joined_by_one_blank() -> None:
    assert read_inline("  one \t\n   two\n\nthree  ").text == "one two three"
    assert read_inline("*one\n  two*") == Inline("one two", (Mark("italic", 0, 7),))


@settings(deadline=None, max_examples=300)
@given(markup, st.booleans())
def test_marks_lie_in_the_text_in_order(raw: str, keep: bool) -> None:
    read = read_inline(raw, keep_tags=keep)
    assert all(0 <= mark.start <= mark.end <= len(read.text) for mark in read.marks)
    assert list(read.marks) == sorted(read.marks, key=lambda mark: (mark.start, -mark.end))


@settings(deadline=None, max_examples=300)
@given(markup)
def test_marks_are_nested_or_apart(raw: str) -> None:
    marks = read_inline(raw).marks
    for place, one in enumerate(marks):
        for other in marks[place + 1 :]:
            assert other.start >= one.end or other.end <= one.end


@settings(deadline=None, max_examples=300)
@given(markup)
def test_no_letter_is_lost_or_made(raw: str) -> None:
    """Only delimiters, addresses, backslashes and blanks go; only symbols come."""
    for code, symbol in SHORTCODES.items():
        raw = raw.replace(f".{code}.", symbol).replace(f":{code}:", symbol)
    kept = read_inline(raw).text
    letters = raw.replace("http://x.y", "")
    assert [c for c in kept.replace("http://x.y", "") if c.isalnum()] == [
        c for c in letters if c.isalnum()
    ]


class Styled(NamedTuple):
    """Markup that is well formed, what it shows, and what it marks."""

    raw: str
    text: str
    marks: tuple[tuple[str, str], ...]


def _around(styled: Styled, delimiter: str) -> Styled:
    kind = "bold" if len(delimiter) == 2 else "italic"
    return Styled(
        f"{delimiter}{styled.raw}{delimiter}", styled.text, ((kind, styled.text), *styled.marks)
    )


def _in_a_row(parts: list[Styled]) -> Styled:
    return Styled(
        " ".join(part.raw for part in parts),
        " ".join(part.text for part in parts),
        tuple(mark for part in parts for mark in part.marks),
    )


plain = st.sampled_from(["a", "two", "snake_case", "2*3*4", "日本"]).map(lambda w: Styled(w, w, ()))
link = st.just(Styled("[a b](http://x)", "a b", (("link", "a b"),)))
inner = st.lists(plain | link, min_size=1, max_size=3).map(_in_a_row)
italics = st.builds(_around, inner, st.sampled_from(["*", "_"]))
bolds = st.lists(plain | link | italics, min_size=1, max_size=3).map(_in_a_row)
bold = st.builds(_around, bolds, st.sampled_from(["**", "__"]))
styled = st.lists(plain | link | italics | bold, min_size=1, max_size=4).map(_in_a_row)


@settings(deadline=None, max_examples=300)
@given(styled)
def test_well_formed_markup_is_read_as_it_was_made(made: Styled) -> None:
    read = read_inline(made.raw)
    assert read.text == made.text
    found = [(mark.kind, read.text[mark.start : mark.end]) for mark in read.marks]
    assert sorted(found) == sorted(made.marks)


@settings(deadline=None, max_examples=100)
@given(st.lists(styled, min_size=1, max_size=3), st.sampled_from([" #t ", "  ", " #t #(u v)  "]))
def test_the_marks_of_a_title_stand_on_the_words_that_they_mark(
    parts: list[Styled], between: str
) -> None:
    made = _in_a_row(parts)
    read = read_inline(between.join(part.raw for part in parts))
    title, marks = title_of(read.text, read.marks)
    assert title == made.text
    assert sorted((m.kind, title[m.start : m.end]) for m in marks) == sorted(made.marks)


@pytest.mark.parametrize("keep", [True, False])
def test_a_tag_within_a_mark_is_no_part_of_the_title(keep: bool) -> None:
    read = read_inline("*all #green of it #now* *#only*", keep_tags=keep)
    expected = ("all of it", (Mark("italic", 0, 9),))
    assert title_of(read.text, read.marks) == expected


@pytest.mark.parametrize(
    "piece",
    ["*", "_", "*a ", "a* ", "**a ", "_a ", "*a* ", "[", "[a](", "[a](b", "@[", "@<", "#(", "#a",
     "\\", ".", ":", ".v_", "a\n"],
)  # fmt: skip
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    begun = process_time()
    assert read_inline(piece * 100_000).text
    assert process_time() - begun < 4 * pace()
