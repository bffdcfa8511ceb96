"""An index that is brought up to date is one that is made anew, however it comes about."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.cli.indexed import ask_index, open_index
from argmap.cli.options import MapChoice
from argmap.query.search import search
from argmap.store.index.building import Built, IndexNotWrittenError, build
from argmap.store.index.opening import connect_to_read
from argmap.store.index.survey import Wish
from argmap.store.index.survey import survey as find_out
from conftest import clean_environment

WORDS = ("war", "peace", "cost", "gain", "costs")
Folder = Mapping[str, tuple[int, str]]
"""For each file how many claims its map has, and a word of theirs."""


def write(folder: Path, files: Folder) -> None:
    """Make a folder hold these files and no others; each claim supports the one before."""
    for path in [*folder.rglob("*.json"), *folder.rglob("*.argdown"), *folder.rglob("*.jsonl")]:
        if str(path.relative_to(folder)) not in files:
            path.unlink()
    for name, (number, word) in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        lines = [f"[C{n}]: The {word} of number {n}. #{word}\n" for n in range(number)]
        lines += [f"\n[C{n}]\n  +> [C{n - 1}]\n" for n in range(1, number)]
        text = "\n".join(lines)
        if name.endswith(".json"):
            claims = [
                {"id": f"c{n}", "text": f"The {word} of {n}", "tags": [word]} for n in range(number)
            ]
            text = repr({"claims": claims}).replace("'", '"')
        if name.endswith(".jsonl"):
            text = '{"claims": [{"id": "c", "text": "%s"}]}\n' % word * number  # noqa: UP031
        if not path.exists() or path.read_text() != text:
            path.write_text(text)


def index_of(folder: Path, name: str = "argmap.index") -> tuple[str, Built]:
    index = str(folder / name)
    return index, build(Wish([str(folder)]), index, lambda *_: None, 1)


def content(index: str) -> tuple[object, ...]:
    """All that an index says."""
    opened = open_index(index, MapChoice())
    asked = ask_index(index, MapChoice()).whole
    connection = connect_to_read(index)
    connection.execute("CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, words, row)")
    numbers = "SELECT name, claims, relations, title, folded_title FROM maps ORDER BY map"
    rows = [
        connection.execute(query).fetchall()
        for query in (
            "SELECT term, doc, cnt FROM temp.v WHERE doc > 0 ORDER BY term",
            "SELECT term, claims FROM terms ORDER BY term",
            "SELECT name FROM tags ORDER BY name",
            numbers,
            "SELECT depth, theses, leaves FROM measures JOIN maps USING (map) ORDER BY map",
            "SELECT path, hash FROM files ORDER BY path",
            "SELECT count(*) FROM tagged",
            "SELECT count(*) FROM premises",
        )
    ]
    found = [search(asked, word) for word in WORDS]
    return opened.whole, [part.name for part in opened.parts], list(asked.claims), found, rows


FILES = st.dictionaries(
    st.sampled_from(
        ["a.json", "a.argdown", "b/a.json", "b/c.argdown", "d.jsonl", "e.json", "f.argdown"]
    ),
    st.tuples(st.integers(1, 60), st.sampled_from(WORDS)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=10)
@given(st.lists(FILES, min_size=2, max_size=4))
def test_it_comes_to_the_same_as_an_index_made_anew(states: list[Folder]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for files in states:
            write(folder, files)
            index, _ = index_of(folder)
            anew, _ = index_of(folder, "anew.index")
            assert content(index) == content(anew)
            Path(anew).unlink()


def test_only_what_has_changed_is_read(tmp_path: Path) -> None:
    files = {f"m{n}.argdown": (20, "war") for n in range(12)}
    write(tmp_path, files)
    assert index_of(tmp_path)[1].read == 12
    inode = (tmp_path / "argmap.index").stat().st_ino
    assert index_of(tmp_path)[1].read == 0
    assert (tmp_path / "argmap.index").stat().st_ino == inode
    write(tmp_path, files | {"m3.argdown": (21, "peace")})
    assert index_of(tmp_path)[1].read == 1
    (tmp_path / "m5.argdown").touch()  # the time is another, the content is not
    assert index_of(tmp_path)[1].read == 0
    (tmp_path / "m5.argdown").unlink()
    done = index_of(tmp_path)[1]
    assert (done.read, done.removed, done.maps) == (0, 1, 11)


def test_a_change_within_one_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    write(tmp_path, {"a.argdown": (3, "war"), "b.argdown": (3, "war")})
    path = tmp_path / "a.argdown"
    index, _ = index_of(tmp_path)
    before = path.stat()
    path.write_text(path.read_text().replace("war", "gin"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    index_of(tmp_path)
    assert [hit.claim for hit in search(ask_index(index, MapChoice()).whole, "gin of")][:1] == [
        "a/c0"
    ]


def test_a_file_is_read_again_when_one_that_it_includes_changes(tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("@include(parts/b.txt)\n\n[A]: One.\n")
    index, _ = index_of(tmp_path)
    (tmp_path / "parts").mkdir()
    for words in ("Two", "Three"):
        (tmp_path / "parts" / "b.txt").write_text(f"[B]: {words}.\n")
        assert index_of(tmp_path)[1].read == 1
        claims = ask_index(index, MapChoice()).whole.claims.values()
        assert [claim.text for claim in claims] == [f"{words}.", "One."]


def test_many_maps_that_grow_in_the_middle_stay_in_order(tmp_path: Path) -> None:
    files = {f"m{n}.json": (5, "war") for n in range(9)}
    write(tmp_path, files)
    index_of(tmp_path)
    for size in (30, 60, 400):  # more than there is room for
        files["m4.json"] = (size, "cost")
        write(tmp_path, files)
        index, _ = index_of(tmp_path)
        anew, _ = index_of(tmp_path, "anew.index")
        assert content(index) == content(anew)
        Path(anew).unlink()


SCRIPT = """
import sys
from argmap.store.index import building
from argmap.store.index.survey import Wish
building._MUCH = 0  # so that there are several processes, as there are for a large folder
building.build(Wish([sys.argv[1]]), sys.argv[2], lambda *_: None, 2)
"""


def start(folder: Path, index: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", SCRIPT, str(folder), str(index)]
    return subprocess.Popen(command, env=clean_environment(), start_new_session=True)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="there are no groups of processes to kill")
def test_killed_at_any_moment_the_old_index_answers_and_the_next_run_completes(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    files = {f"m{n}.json": (300, "war") for n in range(4)}
    write(folder, files)
    index = tmp_path / "argmap.index"
    build(Wish([str(folder)]), str(index), lambda *_: None, 1)
    old, before = content(str(index)), index.read_bytes()
    write(folder, dict.fromkeys(files, (400, "peace")))
    begun = time.monotonic()
    assert start(folder, index).wait() == 0
    took = time.monotonic() - begun
    new = content(str(index))
    ended = []
    for moment in range(10):
        index.write_bytes(before)
        process = start(folder, index)
        time.sleep(took * (moment + 0.5) / 10)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        ended.append(content(str(index)))
    assert all(found in (old, new) for found in ended)
    assert old in ended
    assert start(folder, index).wait() == 0
    assert content(str(index)) == new


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": (3, "war")})
    left = tmp_path / ".argmap.index.x1y2z3.new"
    for old in (0, 60):
        left.write_bytes(b"half")
        os.utime(left, (time.time() - old,) * 2)
        (tmp_path / "argmap.index").unlink(missing_ok=True)
        index_of(tmp_path)
        assert left.exists() == (old == 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "argmap.index"]


def test_two_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    write(folder, {f"m{n}.json": (300, "war") for n in range(6)})
    index = tmp_path / "argmap.index"
    processes = [start(folder, index) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    anew = tmp_path / "anew.index"
    build(Wish([str(folder)]), str(anew), lambda *_: None, 1)
    assert content(str(index)) == content(str(anew))
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"maps", "argmap.index", "anew.index"}


def test_an_index_that_somebody_else_wrote_meanwhile_is_what_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argmap.store.index import building

    write(tmp_path, {"a.json": (3, "war"), "b.json": (3, "war")})
    index_of(tmp_path)
    write(tmp_path, {"a.json": (3, "war"), "b.json": (3, "peace")})
    tried: list[int] = []

    def raced(wish: Wish, index: str) -> object:
        found = find_out(wish, index)
        if not tried:
            tried.append(1)
            write(tmp_path, {"a.json": (3, "cost"), "b.json": (3, "peace")})
            build(wish, index, lambda *_: None, 1)
        return found

    monkeypatch.setattr(building, "survey", raced)
    index, _ = index_of(tmp_path)
    monkeypatch.undo()
    anew, _ = index_of(tmp_path, "anew.index")
    assert content(index) == content(anew)


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is one of Unix")
def test_a_full_disk_leaves_the_old_index(tmp_path: Path) -> None:
    import resource

    write(tmp_path, {"a.json": (30, "war"), "b.json": (30, "war")})
    index, _ = index_of(tmp_path)
    old = content(index)
    write(tmp_path, {"a.json": (30, "war"), "b.json": (3000, "peace")})
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        with pytest.raises(IndexNotWrittenError, match=r"full|too large|I/O"):
            index_of(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert content(index) == old
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["a.json", "argmap.index", "b.json"]
    assert index_of(tmp_path)[1].claims == 3030
