from encodings.aliases import aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.store.encodings import is_encoding, nearest_encodings
from argmap.store.files import decode, legible

TEXT = "Ça va, naïve café\n"


@pytest.mark.parametrize(
    "name", ["utf-8", "UTF8", "latin-1", "Latin1", "iso-8859-15", "windows-1252", "utf-16", "cp437"]
)
def test_a_text_can_be_in_it(name: str) -> None:
    assert is_encoding(name)
    assert decode(TEXT.encode(name), "m", name).text == TEXT


@pytest.mark.parametrize(
    "name",
    [
        "utf-9",
        "rot13",
        "base64",
        "zlib",
        "hex",
        "undefined",
        "",
        "a\0b",
        "../x",
        "x" * 999,
    ],
)
def test_a_text_cannot_be_in_it(name: str) -> None:
    assert not is_encoding(name)


@pytest.mark.parametrize(
    ("name", "near"), [("latn-1", "latin-1"), ("utf_8x", "utf-8"), ("win-1252", "windows-1252")]
)
def test_the_nearest_usual_one_is_offered(name: str, near: str) -> None:
    assert nearest_encodings(name)[0] == near


def test_a_byte_order_mark_decides_over_a_name() -> None:
    assert decode(b"\xef\xbb\xbf" + TEXT.encode(), "m", "latin-1").text == TEXT
    assert decode(TEXT.encode("utf-16"), "m", "latin-1").text == TEXT


def test_bytes_that_the_encoding_does_not_have_are_told_with_its_name() -> None:
    problem = decode(b"one\ntw\xe9", "m", "ascii").problem
    assert problem is not None
    assert problem.code == "IN03"
    assert problem.message == "this is not ascii: there is a byte 0xe9 that does not belong"
    assert str(problem.span) == "m:2:3"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_guessed_but_not_read(name: str) -> None:
    problem = decode(TEXT.encode(name), "m").problem
    assert problem is not None
    assert problem.code == "IN02"
    assert "UTF-16" in problem.message
    assert f"--encoding {name}" in problem.hint
    assert decode(TEXT.encode(name), "m", name).text == TEXT


def test_half_a_letter_of_utf_16_is_a_problem_and_no_binary_file() -> None:
    problem = decode(TEXT.encode("utf-16-le")[:-1], "m", "utf-16-le").problem
    assert problem is not None
    assert problem.code == "IN03"


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0" * 50, b"a\0\0b" * 9])
def test_a_binary_file_is_not_taken_for_utf_16(raw: bytes) -> None:
    problem = decode(raw, "m").problem
    assert problem is not None
    assert problem.message == "this is a binary file, not a text"


def test_what_is_legible_of_an_undecodable_text_can_be_shown() -> None:
    assert legible(b"caf\xe9\r\nau lait") == "caf\ufffd\nau lait"
    assert legible(b"\x89PNG\0\0") == ""


ALL = sorted(name for name in {*aliases.values()} if is_encoding(name))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of escapes that mean nothing
@given(st.sampled_from(ALL), st.binary(max_size=40))
def test_any_bytes_in_any_encoding_give_a_text_or_a_problem(name: str, raw: bytes) -> None:
    text, problem = decode(raw, "m", name)
    assert not (text and problem)
    assert isinstance(legible(raw, name), str)
    if problem is not None:
        assert problem.code in {"IN02", "IN03"}


def test_every_encoding_of_the_world_that_python_knows_is_one() -> None:
    assert {"utf_8", "latin_1", "cp1252", "shift_jis", "gb18030", "koi8_r", "utf_16"} <= {*ALL}
    assert not {"rot_13", "base64_codec", "punycode", "idna"} & {*ALL}
