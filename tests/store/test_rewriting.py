from pathlib import Path

import pytest

from argmap.store.rewriting import original, rewrite


@pytest.mark.parametrize(
    ("raw", "exact", "text"),
    [
        (b"a\nb\n", "a\nb\n", "a\nb\n"),
        (b"a\r\nb\n", "a\r\nb\n", "a\nb\n"),
        (b"a\rb", "a\rb", "a\nb"),
        (b"\xef\xbb\xbfa\n", "\ufeffa\n", "a\n"),
        ("é\r\n".encode("utf-16"), "\ufeffé\r\n", "é\n"),
        ("é\n".encode("utf-32"), "\ufeffé\n", "é\n"),
        (b"", "", ""),
    ],
)
def test_a_file_is_known_to_the_last_character(raw: bytes, exact: str, text: str) -> None:
    assert original(raw, "f") == (exact, text, None, "utf-8")


@pytest.mark.parametrize(
    ("encoding", "kept"),
    [
        ("latin-1", "latin-1"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16", "utf-8"),
        ("utf-8-sig", "utf-8"),
    ],
)
def test_a_file_stays_in_its_encoding_unless_that_begins_with_a_mark(
    tmp_path: Path, encoding: str, kept: str
) -> None:
    raw = "é\r\n".encode("utf-16-le" if encoding == "utf-16" else encoding.removesuffix("-sig"))
    found = original(raw, "f", encoding)
    assert tuple(found) == ("é\r\n", "é\n", None, kept)
    (tmp_path / "file").write_bytes(raw)
    rewrite(str(tmp_path / "file"), found.exact, found.encoding)
    assert (tmp_path / "file").read_bytes() == "é\r\n".encode(kept)


@pytest.mark.parametrize("raw", [b"caf\xe9", b"\0\1\2", b"\xff\xfea"])
def test_what_is_no_text_is_a_problem(raw: bytes) -> None:
    found = original(raw, "f")
    assert found.problem is not None
    assert found.problem.code in {"IN02", "IN03"}


@pytest.mark.parametrize(
    ("like", "expected"),
    [
        (b"x", "a\nb\n"),
        (b"x\ny\r\n", "a\nb\n"),
        (b"x\r\ny\n", "a\r\nb\r\n"),
        (b"x\ry", "a\rb\r"),
        (b"\xef\xbb\xbfx\r\n", "a\r\nb\r\n"),
    ],
)
def test_line_ends_stay_what_they_are(like: bytes, expected: str) -> None:
    assert original(like, "f").like_it("a\nb\n") == expected


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to("file")
    rewrite(str(link), "new\r\n")
    assert link.is_symlink()
    assert file.read_bytes() == b"new\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(tmp_path.iterdir()) == [file, link]


def test_a_protected_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    monkeypatch.setattr("os.access", lambda *_: False)  # for root may write anything
    with pytest.raises(PermissionError):
        rewrite(str(file), "new")
    assert file.read_text() == "old"
