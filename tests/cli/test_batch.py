"""A batch does each map once, and comes to the same bytes whoever does it and however often."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from argmap.contract.documents import Batch
from argmap.contract.shipped import schema
from conftest import ROOT, Ran, Run, clean_environment

MAPS = 24
MANY = 160
"""So many that a batch of them can be killed ten times."""
SIZE = 30


def text_of(number: int) -> str:
    """A map of a size that takes a few milliseconds."""
    lines = [f"===\ntitle: Map {number}\n===\n", "[C0]: Claim 0."]
    lines += [f"  {'+-'[n * number % 2]} [C{n}]: Claim {n} of {number}." for n in range(1, SIZE)]
    return "\n".join(lines) + "\n"


def fill(maps: Path, count: int) -> None:
    (maps / "sub").mkdir(parents=True, exist_ok=True)
    for number in range(count):
        place = maps / "sub" if number % 3 else maps
        (place / f"m{number:03}.argdown").write_text(text_of(number), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    maps = tmp_path / "maps"
    fill(maps, MAPS)
    (maps / "empty.argdown").write_text("// nothing\n", encoding="utf-8")
    (maps / "broken.json").write_text("{", encoding="utf-8")
    (maps / "in-part.argdown").write_text("[A]: One. {x: [}\n", encoding="utf-8")
    return tmp_path


def documents(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def batch(run: Run, *args: str) -> Ran:
    done = run("batch", *args)
    assert "Traceback" not in done.stderr
    return done


def begun(
    folder: Path, *args: str, before: Callable[[], None] | None = None
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "argmap", "batch", *args],
        cwd=folder,
        env=clean_environment(),
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=before,  # noqa: PLW1509  # there are no threads here
    )


def lines_in(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


@pytest.mark.parametrize("command", ["evaluate", "stats", "check"])
def test_results_are_what_the_command_prints(run: Run, folder: Path, command: str) -> None:
    for path in list((folder / "maps").rglob("m*.argdown"))[3:]:
        path.unlink()
    done = batch(run, command, "maps", "-o", "out.ndjson", "-j", "1")
    assert done.code == 2
    lines = documents(folder / "out.ndjson")
    valid = jsonschema.Draft202012Validator(json.loads(schema("batch")))
    assert [line["map"] for line in lines] == sorted(str(line["map"]) for line in lines)
    for line in lines:
        file = str(line["file"])
        single = run(command, *(("-m",) if command != "check" else ()), file, "--json")
        valid.validate(line)
        record = Batch.model_validate(line, strict=True)
        assert record.model_dump(by_alias=True, exclude_unset=True) == line
        assert line["answer"] == json.loads(single.stdout)
        assert line["code"] == single.code
    if command == "check":
        assert not (folder / "out.failures.ndjson").exists()
    else:
        failed = documents(folder / "out.failures.ndjson")
        valid.validate(failed[0])
        assert [line["map"] for line in failed] == ["broken", "empty"]
        assert all(line["findings"] and line["answer"] is None for line in failed)


def test_bytes_do_not_depend_on_the_number_of_processes(run: Run, folder: Path) -> None:
    for jobs in ("1", "2"):
        batch(run, "evaluate", "maps", "-o", f"out{jobs}.ndjson", "-j", jobs)
    assert (folder / "out1.ndjson").read_bytes() == (folder / "out2.ndjson").read_bytes()
    one, two = (folder / f"out{jobs}.failures.ndjson" for jobs in "12")
    assert one.read_bytes() == two.read_bytes()
    assert not list(folder.glob("*.journal"))


def test_a_batch_that_is_killed_again_and_again_loses_nothing(run: Run, folder: Path) -> None:
    fill(folder / "maps", MANY)
    batch(run, "evaluate", "maps", "-o", "whole.ndjson", "-j", "1")
    journal = folder / "out.ndjson.journal"
    chance = random.Random(7)  # noqa: S311  # nobody is to be surprised
    kept = 0
    for jobs in "1212121212":
        process = begun(folder, "evaluate", "maps", "-o", "out.ndjson", "-j", jobs)
        enough = kept + chance.randrange(1, 8)
        while lines_in(journal) < enough and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.random() * 0.01)
        process.kill()
        process.communicate()
        assert lines_in(journal) >= kept
        kept = lines_in(journal)
        assert not (folder / "out.ndjson").exists()
    assert 10 < kept < MANY
    done = batch(run, "evaluate", "maps", "-o", "out.ndjson", "-j", "2")
    assert f"({kept} by an earlier run)" in done.stderr
    assert (folder / "out.ndjson").read_bytes() == (folder / "whole.ndjson").read_bytes()
    assert not journal.exists()


def test_processes_end_when_the_one_that_began_them_is_killed(folder: Path) -> None:
    fill(folder / "maps", MANY)
    process = begun(folder, "evaluate", "maps", "-o", "out.ndjson", "-j", "2")
    while not lines_in(folder / "out.ndjson.journal") and process.poll() is None:
        time.sleep(0.005)
    process.kill()
    process.communicate()
    for _ in range(200):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    pytest.fail("there are processes left")


def test_what_has_not_changed_is_not_done_again(run: Run, folder: Path) -> None:
    args = ("stats", "maps", "-o", "out.ndjson", "-j", "1")
    batch(run, *args)
    first = (folder / "out.ndjson").read_bytes()
    assert f"({MAPS + 3} by an earlier run)" in batch(run, *args).stderr
    assert (folder / "out.ndjson").read_bytes() == first
    (folder / "maps" / "m000.argdown").write_text("[New]: All new.\n", encoding="utf-8")
    (folder / "maps" / "m003.argdown").unlink()
    assert f"({MAPS + 1} by an earlier run)" in batch(run, *args).stderr
    batch(run, "stats", "maps", "-o", "anew.ndjson", "-j", "1")
    assert (folder / "out.ndjson").read_bytes() == (folder / "anew.ndjson").read_bytes() != first
    assert "earlier" not in batch(run, "evaluate", *args[1:]).stderr


def test_a_map_is_done_again_when_what_it_includes_or_is_read_by_changes(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.argdown").write_text("@include(b.txt)\n[A]: One.\n")
    args = ("check", "a.argdown", "-o", "out.ndjson", "-j", "1")
    changes = [
        ("b.txt", "[B]: Two.\n"),
        ("b.txt", "[B]: Other.\n"),
        ("argmap.toml", 'ignore = ["RE02"]\n'),
    ]
    batch(run, *args)
    for name, text in changes:
        assert "earlier" in batch(run, *args).stderr
        (tmp_path / name).write_text(text)
        assert "earlier" not in batch(run, *args).stderr


def test_archives_are_worked_on_line_by_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.argdown").write_text("[A]: One.\n  + [B]: Two.\n")
    document = run("show", "-m", "a.argdown", "--json").stdout.strip()
    (tmp_path / "all.jsonl").write_text(f"{document}\n\n{{\n{document}\r\n")
    done = batch(run, "stats", "all.jsonl", "-o", "out.ndjson", "-j", "2")
    assert done.code == 2
    assert [(d["map"], d["line"]) for d in documents(tmp_path / "out.ndjson")] == [
        ("all-000001", 1),
        ("all-000004", 4),
    ]
    (failed,) = documents(tmp_path / "out.failures.ndjson")
    assert failed["line"] == 3
    assert failed["findings"][0]["span"]["line"] == 3  # type: ignore[index]


@pytest.mark.usefixtures("folder")
def test_results_in_the_folder_itself_are_no_maps(run: Run) -> None:
    args = ("stats", "maps", "-o", "maps/out.ndjson", "-j", "1")
    first = batch(run, *args).stderr.splitlines()[0]
    assert batch(run, *args).stderr.splitlines()[0].startswith(first)


def test_converted_maps_go_into_a_folder(run: Run, folder: Path) -> None:
    args = ("convert", "maps", "--to", "json", "--into", "made", "-o", "out.ndjson", "-j", "2")
    assert batch(run, *args).code == 2
    assert len(list((folder / "made").rglob("m*.json"))) == MAPS
    lines = documents(folder / "out.ndjson")
    assert {line["answer"]["maps"][0]["output"] for line in lines} == {  # type: ignore[index]
        str(path.relative_to(folder)) for path in (folder / "made").rglob("*.json")
    }
    (folder / "made" / "m000.json").unlink()
    batch(run, *args)
    assert (folder / "made" / "m000.json").exists()


def test_a_table_has_the_figures_as_columns(run: Run, folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    batch(run, "stats", "maps", "-o", "out.parquet", "-j", "1")
    batch(run, "stats", "maps", "-o", "out.ndjson", "-j", "1")
    rows = parquet.read_table(folder / "out.parquet").to_pylist()
    lines = documents(folder / "out.ndjson")
    assert [row["map"] for row in rows] == [line["map"] for line in lines]
    assert [json.loads(row["answer"]) for row in rows] == [line["answer"] for line in lines]
    assert all(row["claims"] == json.loads(row["answer"])["claims"] for row in rows)
    first = (folder / "out.parquet").read_bytes()
    batch(run, "stats", "maps", "-o", "out.parquet", "-j", "2")
    assert (folder / "out.parquet").read_bytes() == first


def test_a_full_disk_is_told_and_leaves_what_was_there(run: Run, folder: Path) -> None:
    resource = pytest.importorskip("resource")
    (folder / "out.ndjson").write_bytes(b"as it was\n")
    args = ("stats", "maps", "-o", "out.ndjson", "-j", "1")
    most = 10_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = begun(folder, *args, before=limit)
    _, said = done.communicate()
    assert done.returncode == 2
    assert b"argmap: cannot write out.ndjson.journal: file too large" in said
    assert (folder / "out.ndjson").read_bytes() == b"as it was\n"
    again = batch(run, *args)
    assert "by an earlier run)" in again.stderr
    assert lines_in(folder / "out.ndjson") == MAPS + 1


def test_a_bar_on_a_terminal_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from argmap.cli import progress
    from argmap.cli.batch_work import Question
    from argmap.cli.batching import Wish, run_batch

    monkeypatch.chdir(folder)
    monkeypatch.setattr(progress, "_MANY", 1)
    for terminal in (False, True):
        monkeypatch.setattr(sys.stderr, "isatty", lambda on=terminal: on)
        run_batch(Question("stats", "1"), ["maps"], Wish(f"{terminal}.ndjson", None, 1, None))
    assert lines_in(folder / "True.ndjson") == MAPS + 1
    assert (folder / "True.ndjson").read_bytes() == (folder / "False.ndjson").read_bytes()


CLUSTER = """
import sys
from distributed import LocalCluster, Client
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        with Client(cluster) as client:
            pids = client.run(__import__("os").getpid)
            print(cluster.scheduler_address, *pids.values(), flush=True)
            sys.stdin.read()
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """A cluster of two workers on this machine: its address, and their processes."""
    pytest.importorskip("distributed")
    tmp_path = tmp_path_factory.mktemp("cluster")
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER)
    process = subprocess.Popen(
        [sys.executable, script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=clean_environment(PYTHONPATH=str(ROOT)),
        cwd=tmp_path,
        text=True,
    )
    assert process.stdout is not None
    address, *pids = process.stdout.readline().split()
    yield address, [int(pid) for pid in pids]
    process.communicate("")


def test_a_cluster_that_loses_a_worker_comes_to_the_same(
    run: Run, folder: Path, cluster: tuple[str, list[int]]
) -> None:
    address, workers = cluster
    fill(folder / "maps", 2 * MANY)
    batch(run, "evaluate", "maps", "-o", "whole.ndjson", "-j", "1")
    process = begun(
        folder, "evaluate", "maps", "-o", "out.ndjson", "--cluster", address,
    )  # fmt: skip
    while not lines_in(folder / "out.ndjson.journal") and process.poll() is None:
        time.sleep(0.002)
    os.kill(workers[0], signal.SIGKILL)
    assert process.poll() is None, "the batch was over before a worker could be killed"
    _, said = process.communicate()
    assert process.returncode == 2, said
    assert (folder / "out.ndjson").read_bytes() == (folder / "whole.ndjson").read_bytes()


def test_a_map_that_is_shared_out_among_workers_is_traced_as_it_is_here(
    run: Run, tmp_path: Path, cluster: tuple[str, list[int]]
) -> None:
    address, _ = cluster
    run("convert", "cyber-diplomacy", "map.jsonl")
    order = [each["id"] for each in documents(tmp_path / "map.jsonl") if "text" in each]
    for ways in (["--up"], ["--down"], []):
        here = run("trace", "key-to-peace", "--ids", *ways)
        for map in ("cyber-diplomacy", "map.jsonl"):
            there = run(
                "trace", "key-to-peace", "--ids", *ways, "-m", map, "--cluster", address,
            )  # fmt: skip
            assert sorted(there.stdout.split()) == sorted(here.stdout.split()) != []
            assert there.stdout.split() == sorted(there.stdout.split(), key=order.index)
            assert (there.code, there.stderr) == (0, "")


def test_what_is_wrong_with_lines_that_are_shared_out_is_told(
    run: Run, tmp_path: Path, cluster: tuple[str, list[int]]
) -> None:
    address, _ = cluster
    step = '{"id": "%s", "kind": "support", "premises": ["%s"], "target": %s}\n'
    target = '{"type": "claim", "id": "a"}'
    lines = "".join(f'{{"id": "{id}", "text": "It is {id}."}}\n' for id in "abc")
    lines += step % ("r1", "b", target) + step % ("r2", "gone", target) + '{"id": "d", "te'
    (tmp_path / "map.jsonl").write_text(lines)

    def trace(*args: str) -> Ran:
        return run("trace", *args, "--ids", "-m", "map.jsonl")

    there = trace("a", "--cluster", address)
    assert (there.stdout, there.code) == ("b\n", 2) == trace("a")[::2]
    assert "map.jsonl:6:13: JS03 this is not JSON" in there.stderr
    assert "without 1 relation that leads to no claim of the map" in there.stderr
    there = trace("it is a", "--cluster", address)
    assert (there.stdout, there.code) == ("", 1)
    assert "no claim has the id 'it is a'" in there.stderr
    assert "is named by its id alone" in there.stderr
    with (tmp_path / "map.jsonl").open("a") as file:
        file.write("\n" + lines.partition("\n")[0])
    there = trace("a", "--cluster", address)
    assert (there.stdout, there.code) == ("", 2)
    assert "several records have the ids: 'a'" in there.stderr


@pytest.mark.usefixtures("folder")
def test_a_cluster_that_does_not_answer_is_told(run: Run) -> None:
    pytest.importorskip("distributed")
    done = batch(run, "stats", "maps", "-o", "out.ndjson", "--cluster", "nonsense")
    assert done.code == 2
    assert "argmap: there is no cluster at nonsense" in done.stderr
