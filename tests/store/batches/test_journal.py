from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.store.batches.journal import BusyError, Journal
from argmap.store.batches.lines import Head, head_of, is_current, is_final, key_of, line_of

KEYS = [key_of(b"question", [str(number)], b"") for number in range(8)]
LINES = [line_of(key, 0, {}, {"answer": {"n": n}}) for n, key in enumerate(KEYS)]


def whole(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def found(path: Path, *earlier: Path) -> list[bytes]:
    """The lines that a new run finds done, by key."""
    with Journal(str(path), map(str, earlier)) as journal:
        places = (journal.finished(key.encode()) for key in KEYS)
        return [journal.read(place) for place in places if place is not None]


@given(cut=st.integers(0, sum(map(len, LINES))))
def test_whatever_is_cut_off_costs_no_whole_line(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "out.journal"
    path.write_bytes(b"".join(LINES)[:cut])
    ends = [sum(map(len, LINES[: n + 1])) for n in range(len(LINES))]
    kept = [line for line, end in zip(LINES, ends, strict=True) if end <= cut]
    with Journal(str(path), []) as journal:
        left = [line for line in LINES if line not in kept]
        journal.add(left)
    assert whole(path) == b"".join(LINES)
    assert found(path) == LINES


def test_a_journal_with_nothing_in_it_is_taken_away(tmp_path: Path) -> None:
    assert found(tmp_path / "out.journal") == []
    assert not (tmp_path / "out.journal").exists()


def test_lines_are_found_in_earlier_results_too(tmp_path: Path) -> None:
    (tmp_path / "out.ndjson").write_bytes(b"".join(LINES[:3]) + b'{"something": "else"}\n{"cut')
    (tmp_path / "out.journal").write_bytes(b"".join(LINES[3:5]))
    paths = (tmp_path / name for name in ("out.journal", "out.ndjson", "nothing.ndjson"))
    assert found(*paths) == LINES[:5]


def test_two_cannot_keep_one_journal(tmp_path: Path) -> None:
    path = str(tmp_path / "out.journal")
    with Journal(path, []) as journal:
        journal.add(LINES[:1])
        with pytest.raises(BusyError):
            Journal(path, [])
    assert found(tmp_path / "out.journal") == LINES[:1]


def test_a_line_that_is_not_final_is_not_found(tmp_path: Path) -> None:
    line = line_of(KEYS[0], 2, {}, {"answer": None}, final=False)
    (tmp_path / "out.journal").write_bytes(line)
    assert head_of(line) == Head(KEYS[0].encode(), 2, answered=False)
    assert not is_final(line)
    assert found(tmp_path / "out.journal") == []


def test_a_line_depends_on_the_files_beside_it(tmp_path: Path) -> None:
    from argmap.store.batches.lines import hash_of

    there, missing = tmp_path / "there.argdown", tmp_path / "missing.argdown"
    there.write_text("[A]: x")
    beside = {str(path): hash_of(str(path)) for path in (there, missing)}
    line = line_of(KEYS[0], 0, beside, {"answer": {}})
    assert is_current(line)
    missing.write_text("[B]: y")
    assert not is_current(line)
    missing.unlink()
    there.write_text("[A]: z")
    assert not is_current(line)


@given(
    st.lists(
        st.tuples(st.sampled_from([b"", b"q", b"p"]), st.text(max_size=2), st.binary(max_size=2))
    )
)
def test_different_questions_have_different_keys(
    asked: list[tuple[bytes, str, bytes]],
) -> None:
    keys = {key_of(question, [about], raw) for question, about, raw in asked}
    assert len(keys) == len(set(asked))


@given(
    st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2),
    st.sampled_from([0, 1, 2]),
)
def test_the_beginning_of_a_line_says_what_it_is(fields: dict[str, str], code: int) -> None:
    line = line_of(KEYS[0], code, {}, {"map": "m", "answer": fields})
    assert head_of(line) == Head(KEYS[0].encode(), code, answered=True)
    assert line.count(b"\n") == 1
    assert head_of(b"x" + line) is None
