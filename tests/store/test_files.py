import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.store.files import Text, decode, read_file

TEXT = "Ça va — 日本\nsecond line\n"
plain = st.text(st.characters(exclude_characters="\r\0\ufeff", exclude_categories=["Cs"]))


def place(text: Text) -> tuple[str, str, int, int]:
    assert text.problem is not None
    assert text.problem.span is not None
    assert text.text == ""
    span = text.problem.span
    assert (span.end_line, span.end_column) == (span.line, span.column)
    return text.problem.code, span.file, span.line, span.column


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
)
def test_a_text_is_utf_8_or_what_its_byte_order_mark_says(raw: bytes) -> None:
    assert decode(raw, "m") == Text(TEXT)


@settings(deadline=None)
@given(plain)
def test_any_text_comes_back_whole(text: str) -> None:
    assert decode(text.encode(), "m") == Text(text)
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le"), "m") == Text(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "\n", "\r", "\r\n"])))
def test_line_ends_of_every_kind_become_one_kind(pieces: list[str]) -> None:
    text = decode("".join(pieces).encode(), "m").text
    assert text == "\n".join("".join(pieces).replace("\r\n", "\n").split("\r"))


def test_only_the_first_byte_order_mark_is_taken_away() -> None:
    assert decode("\ufeff\ufeffa".encode(), "m").text == "\ufeffa"


def test_latin_1_is_reported_where_it_first_differs_from_utf_8() -> None:
    text = decode("one\ntwo über".encode("latin-1"), "m.argdown")
    assert place(text) == ("IN03", "m.argdown", 2, 5)
    assert text.problem is not None
    assert text.problem.severity == "error"
    assert "0xfc" in text.problem.message
    assert "iconv" in text.problem.hint


def test_columns_count_characters_and_not_bytes() -> None:
    assert place(decode("日本 é".encode() + b"\xe9", "m")) == ("IN03", "m", 1, 5)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_are_counted_in_every_kind_of_line_ends(end: bytes) -> None:
    assert place(decode(b"one" + end + b"two" + end + b"x\xe9", "m")) == ("IN03", "m", 3, 2)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1),
        (b"\0", 1),
        (b"text\nand\0more", 2),
        (TEXT.encode("utf-16-le"), 1),
    ],
)
def test_a_binary_file_is_reported(raw: bytes, line: int) -> None:
    assert place(decode(raw, "m"))[:3] == ("IN02", "m", line)


@settings(deadline=None)
@given(st.binary(max_size=40))
def test_any_bytes_give_a_text_or_a_problem(raw: bytes) -> None:
    text, problem = decode(raw, "m")
    assert not (text and problem)
    if problem is None:
        assert "\r" not in text
        assert "\0" not in text
    else:
        assert problem.code in {"IN02", "IN03"}


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"", "m") == Text("")
    assert decode(codecs.BOM_UTF8, "m") == Text("")


def test_a_file_is_read_and_named_in_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "m.argdown"
    path.write_bytes(TEXT.encode())
    assert read_file(str(path)) == Text(TEXT)
    path.write_bytes(b"\xff")
    assert place(read_file(str(path))) == ("IN03", str(path), 1, 1)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    path = str(tmp_path / "none.argdown")
    text, problem = read_file(path)
    assert text == ""
    assert problem is not None
    assert problem.code == "IN01"
    assert problem.message == f"cannot read {path}: no such file or directory"


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    problem = read_file(str(tmp_path)).problem
    assert problem is not None
    assert problem.code == "IN01"
    assert "is a directory" in problem.message
