"""An index of many maps: how long it takes to make and to ask, beside plain SQLite and others.

``python tests/benchmarks/index.py [FOLDER] [--most N] [--one] [--arguebuf PYTHON]`` makes maps of
1,000 claims each in FOLDER (kept for the next run), or one large map, and measures with the argmap
that is installed: install it first (not editable), so that it is compiled as users have it. With a
Python that has arguebuf, that loads the same maps, of 100,000 claims at most.
"""

import argparse
import json
import math
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

PER_MAP = 1_000
RUNS = 7
LOADED = 100_000
"""Claims: as many as arguebuf is given to load."""
LETTERS = "etaoinshrdlcumwfgypbvk"


class Took(NamedTuple):
    """The seconds and the memory (MiB) that a process took, with all that it started."""

    wall: float
    cpu: float
    peak: float


def processes(commands: dict[str, list[str]], runs: int = 1) -> dict[str, Took]:
    """The median of each command, in turn, so that a busy machine is busy for all of them."""
    taken: dict[str, list[Took]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(process(command))
    return {name: sorted(each, key=lambda t: t.cpu)[len(each) // 2] for name, each in taken.items()}


def process(command: list[str]) -> Took:
    """What one run of a command takes; it is run by a process of its own, which counts it."""
    script = (
        "import json, resource, subprocess, sys, time\n"
        "begun = time.monotonic()\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "wall = time.monotonic() - begun\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], capture_output=True, text=True, check=True
    )
    return Took(*json.loads(done.stdout))


def make_maps(folder: Path, maps: int, claims: int) -> None:
    """Maps of claims of about eleven words, commoner and rarer ones as in a language."""
    chance = random.Random(7)  # noqa: S311  # the same maps every time
    words = list(
        dict.fromkeys(
            "".join(chance.choices(LETTERS, k=max(2, min(13, int(chance.gauss(7, 2.4))))))
            for _ in range(60_000)
        )
    )
    weights = list(accumulate(1 / (place + 2) for place in range(len(words))))
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(maps):
        path = folder / f"m{number:05}.json"
        if not path.exists():
            text = chance.choices(words, cum_weights=weights, k=claims * 14)
            path.write_text(json.dumps(map_of(f"m{number}", claims, text, chance)))


def map_of(name: str, claims: int, words: list[str], chance: random.Random) -> dict[str, Any]:
    """A map in which each claim bears on an earlier one, and some undercut a step."""
    records: list[dict[str, Any]] = []
    relations: list[dict[str, Any]] = []
    for n in range(claims):
        own = words[n * 14 : n * 14 + chance.randint(8, 14)]
        title = " ".join(own[:3]).capitalize() if n % 3 == 0 else ""
        text = " ".join(own).capitalize() + "."
        tags = ["pro"] if n % 10 == 0 else []
        records.append({"id": f"c{n}", "title": title, "text": text, "tags": tags})
        if n:
            kind = "support" if chance.random() < 0.7 else "rebuttal"
            target = {"type": "claim", "id": f"c{chance.randrange(max(0, n - 40), n)}"}
            relations.append({"id": f"r{n}", "kind": kind, "premises": [f"c{n}"], "target": target})
        if n % 10 == 9:
            target = {"type": "relation", "id": f"r{n - 2}"}
            step = {"id": f"u{n}", "kind": "undercut", "premises": [f"c{n - 5}"], "target": target}
            relations.append(step)
    return {
        "schema": "argmap/map/1", "name": name, "claims": records, "relations": relations,
    }  # fmt: skip


def rows(folder: Path) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """The claims and the relations of maps, as rows."""
    claims: list[tuple[Any, ...]] = []
    relations: list[tuple[Any, ...]] = []
    for path in sorted(folder.iterdir()):
        document = json.loads(path.read_text())
        numbers = {c["id"]: n for n, c in enumerate(document["claims"], len(claims) + 1)}
        claims += ((numbers[c["id"]], c["id"], c["title"], c["text"]) for c in document["claims"])
        steps = {r["id"]: n for n, r in enumerate(document["relations"], len(relations) + 1)}
        for r in document["relations"]:
            target = (numbers if r["target"]["type"] == "claim" else steps)[r["target"]["id"]]
            premise = numbers[r["premises"][0]]
            relations.append((steps[r["id"]], r["id"], r["kind"], premise, target))
    return claims, relations


def insert_plainly(folder: str, file: str) -> None:
    """Put the same rows and texts into plain tables and an FTS5 table; only that is timed."""
    claims, relations = rows(Path(folder))
    begun, used = time.monotonic(), time.process_time()
    connection = sqlite3.connect(file)
    connection.executescript(
        "CREATE TABLE claims (claim INTEGER PRIMARY KEY, id, title, text);"
        "CREATE TABLE relations (relation INTEGER PRIMARY KEY, id, kind, premise, target);"
        "CREATE VIRTUAL TABLE words USING fts5 (title, text, tokenize = 'porter');"
    )
    connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?)", claims)
    connection.executemany("INSERT INTO relations VALUES (?, ?, ?, ?, ?)", relations)
    connection.executemany(
        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
        ((number, title, text) for number, _, title, text in claims),
    )
    connection.commit()
    connection.close()
    print(json.dumps([time.monotonic() - begun, time.process_time() - used, 0]))


def plainly(folder: Path, file: Path) -> Took:
    """What inserting takes, in a process of its own."""
    file.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, __file__, "--plain", str(folder), str(file)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Took(*json.loads(done.stdout))


class Row(NamedTuple):
    """The figures of one size."""

    claims: int
    plain: Took
    built: Took
    size: float
    asked: dict[str, Took]


def measured(argmap: str, folder: Path, claims: int, scratch: Path) -> Row:
    """Everything about maps with so many claims."""
    plain = plainly(folder, scratch / "plain.sqlite")
    index = scratch / "argmap.index"
    index.unlink(missing_ok=True)
    built = process([argmap, "index", str(folder), "-o", str(index)])
    start = "" if len(list(folder.iterdir())) == 1 else "m00000/"
    connection = sqlite3.connect(index)
    middle = "SELECT term FROM terms WHERE claims BETWEEN 3 AND 60 ORDER BY term LIMIT 1 OFFSET 99"
    rare = (connection.execute(middle).fetchone() or ["the"])[0]
    commands = {
        "--version": ["--version"],
        f"find {rare}": ["find", rare],
        f"find {rare[:-1]}x": ["find", f"{rare[:-1]}x"],
        "find (common)": ["find", common(connection)],
        f"show {start}c7": ["show", f"{start}c7"],
        f"trace {start}c7 --depth 3": ["trace", f"{start}c7", "--depth", "3"],
        f"path {start}c90 {start}c1": ["path", f"{start}c90", f"{start}c1"],
        "stats": ["stats"],
    }
    with_index = {
        name: [argmap, *words, *(() if name == "--version" else ("-m", str(index)))]
        for name, words in commands.items()
    }
    asked = processes(with_index, RUNS)
    return Row(claims, plain, built, index.stat().st_size / 1e6, asked)


def common(connection: sqlite3.Connection) -> str:
    """The word that most claims have."""
    return str(connection.execute("SELECT term FROM terms ORDER BY claims DESC").fetchone()[0])


def exponent(figures: list[tuple[int, float]]) -> float:
    """The slope of a straight line through the logarithms."""
    points = [(math.log(size), math.log(figure)) for size, figure in figures]
    x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    steep = sum((a - x) * (b - y) for a, b in points)
    return float(steep / sum((a - x) ** 2 for a, _ in points))


def report(found: list[Row]) -> Iterator[str]:
    """The table, and how the figures grow."""
    yield "claims     plain s  built s  ratio  (cpu: plain built ratio)  peak MiB  index MB"
    for row in found:
        ratio, of_cpu = row.built.wall / row.plain.wall, row.built.cpu / row.plain.cpu
        yield (
            f"{row.claims:9} {row.plain.wall:8.2f} {row.built.wall:8.2f} {ratio:6.2f}"
            f"        {row.plain.cpu:6.2f} {row.built.cpu:6.2f} {of_cpu:6.2f}"
            f" {row.built.peak:9.0f} {row.size:9.1f}"
        )
    if len(found) > 1:
        large = found[1:] if len(found) > 2 else found  # at the smallest, it is all starting
        yield f"building grows as n^{exponent([(r.claims, r.built.cpu) for r in large]):.2f}"
    for place, name in enumerate(found[-1].asked):
        each = [list(row.asked.values())[place] for row in found]
        floor = [row.asked["--version"] for row in found]
        ratios = "  ".join(f"{a.cpu / b.cpu:5.2f}" for a, b in zip(each, floor, strict=True))
        grows = exponent([(r.claims, t.cpu) for r, t in zip(found, each, strict=True)])
        said = f"{each[-1].cpu * 1000:6.0f} ms cpu, {each[-1].peak:4.0f} MiB"
        yield f"{name:28} / --version: {ratios}  n^{grows:.2f}  {said}"


def others(folder: Path, scratch: Path) -> Iterator[str]:
    """The same questions put to grep, to plain FTS5, and to a graph in memory."""
    rare = sqlite3.connect(scratch / "argmap.index").execute(
        "SELECT term FROM terms WHERE claims BETWEEN 3 AND 60 ORDER BY term LIMIT 1 OFFSET 99"
    )
    word = rare.fetchone()[0]
    fts = f"SELECT rowid, text FROM words WHERE words MATCH '{word}*' ORDER BY rank LIMIT 200"  # noqa: S608
    walk = (
        "import json, pathlib, sys, networkx\n"
        "graph = networkx.DiGraph()\n"
        "for path in pathlib.Path(sys.argv[1]).iterdir():\n"
        "    for r in json.loads(path.read_text())['relations']:\n"
        "        graph.add_edge((path.stem, r['premises'][0]), (path.stem, r['target']['id']))\n"
        "node = next(iter(graph))\n"
        "networkx.single_source_shortest_path_length(graph.reverse(copy=False), node, 3)\n"
    )
    commands = {
        f"grep -r {word}": ["grep", "-rhoi", rf"\b{word}[^\"]*", str(folder)],
        "networkx, load and trace": [sys.executable, "-c", walk, str(folder)],
    }
    if shutil.which("sqlite3"):
        commands["sqlite3, plain FTS5"] = ["sqlite3", str(scratch / "plain.sqlite"), fts]
    for name, took in processes(commands).items():
        yield f"{name:28} {took.cpu * 1000:8.0f} ms cpu {took.peak:6.0f} MiB"


def arguebuf(argmap: str, python: str, folder: Path, row: Row) -> Iterator[str]:
    """The same maps loaded by arguebuf, in its own format and in AIF, and by argmap."""
    load = (
        "import pathlib, sys, arguebuf\n"
        "kept = [arguebuf.load.file(str(path)) for path in pathlib.Path(sys.argv[1]).iterdir()]\n"
        "assert sum(len(graph.atom_nodes) for graph in kept) == int(sys.argv[2])\n"
    )
    with tempfile.TemporaryDirectory() as scratch:
        commands = {"argmap": [argmap, "list", "maps", "-m", str(folder)]}
        for name in ("arguebuf", "aif"):
            into, told = Path(scratch) / name, Path(scratch) / f"{name}.ndjson"
            convert = [argmap, "batch", "convert", str(folder), "--to", name]
            subprocess.run(
                [*convert, "--into", str(into), "-o", str(told)], capture_output=True, check=True
            )
            command = [python, "-c", load, str(into), str(row.claims)]
            subprocess.run(command, capture_output=True, check=True)  # that it can
            commands[f"arguebuf, from {name}"] = command
        for name, took in processes(commands).items():
            ratio = took.cpu / row.built.cpu
            yield (
                f"{row.claims} claims loaded by {name:24} {took.cpu:6.2f} s cpu"
                f" {took.peak:6.0f} MiB, {ratio:5.2f} times what their index takes to make"
            )


def main() -> None:
    """Measure each size from a thousand claims on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--one", action="store_true")
    parser.add_argument("--arguebuf", metavar="PYTHON")
    asked = parser.parse_args()
    argmap = shutil.which("argmap", path=str(Path(sys.executable).parent)) or "argmap"
    with tempfile.TemporaryDirectory() as scratch:
        kept = asked.folder or Path(scratch) / "maps"
        found, size, loaded = [], PER_MAP, []
        while size <= asked.most:
            folder = kept / f"{'one' if asked.one else 'many'}-{size}"
            maps = 1 if asked.one else size // PER_MAP
            make_maps(folder, maps, size // maps)
            found.append(measured(argmap, folder, size, Path(scratch)))
            if asked.arguebuf and size <= LOADED:
                loaded = list(arguebuf(argmap, asked.arguebuf, folder, found[-1]))
            print(f"{size} claims measured, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
            size *= 10
        print("\n".join(report(found)))
        print("\n".join([*others(folder, Path(scratch)), *loaded]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--plain"]:
        insert_plainly(*sys.argv[2:4])
    else:
        main()
