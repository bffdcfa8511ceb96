"""Reading and writing large maps in other programs' formats, beside the standard library.

    python tests/benchmarks/interchange.py [FILE.aif.json] [OTHER_PYTHON]

Without a file it makes an AIF graph of 100,000 nodes. The other Python has arguebuf. AIF is held
against ``json.loads`` with plain dicts and lists made of what it gives: of nodes by id, and of the
ends of edges in both directions; or of claims and steps, as a map has them. It is written beside
``json.dumps``; ``json.dump`` into a file is slower and told apart. The other formats get the same
map, and are held against the parser and the writer of the standard library alone: no map is made of
what these give. Rounds are interleaved, and the least CPU time of each counts.
"""  # fmt: skip

import csv
import gc
import io
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).parents[2]))

from argmap.formats import Source, named, reader_of
from argmap.model.map import ArgumentMap

ROUNDS = 3
SIZE = 100_000
OTHERS = ("json", "xaif", "node-link", "sadface", "arguebuf", "graphml", "csv")
ARGUEBUF = """
import sys, time
import arguebuf
times = []
for _ in range(2):
    begun = time.process_time()
    graph = arguebuf.load.file(sys.argv[1])
    read = time.process_time()
    arguebuf.dump.aif(graph)
    times.append((read - begun, time.process_time() - read))
print(*map(min, zip(*times)))
"""


class Floor(NamedTuple):
    """What the standard library makes of a text, and of that a text again."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]


def graph(size: int) -> str:
    """An AIF graph of so many nodes: each claim but the first is a premise of one step."""
    chance = random.Random(1)  # noqa: S311  # nothing secret
    words = ["policy", "risk", "school", "tax", "market", "court", "privacy", "vote", "city"]
    nodes: list[dict[str, str]] = []
    edges: list[dict[str, str | None]] = []
    claims: list[str] = []
    stamp = "2024-01-01 00:00:00"

    def claim() -> str:
        text = " ".join(chance.choices(words, k=chance.randint(6, 18))).capitalize() + "."
        claims.append(str(len(nodes) + 1))
        nodes.append({"nodeID": claims[-1], "text": text, "type": "I", "timestamp": stamp})
        return claims[-1]

    def edge(source: str, target: str) -> None:
        id = str(len(edges) + 1)
        edges.append({"edgeID": id, "fromID": source, "toID": target, "formEdgeID": None})

    claim()
    while len(nodes) < size:
        target = chance.choice(claims[-400:])
        premises = [claim() for _ in range(chance.choice((1, 1, 1, 1, 1, 2, 3)))]
        type, name, number = chance.choice(
            [("RA", "Default Inference", "72")] * 3 + [("CA", "Default Conflict", "71")]
        )
        id = str(len(nodes) + 1)
        step = {"nodeID": id, "text": name, "type": type, "timestamp": stamp}
        nodes.append({**step, "scheme": name, "schemeID": number})
        for premise in premises:
            edge(premise, id)
        edge(id, target)
    nodes.sort(key=lambda node: node["type"] != "I")
    return json.dumps({"nodes": nodes, "edges": edges, "locutions": []})


def plain(text: str) -> Any:  # noqa: ANN401
    """The content of an AIF graph in dicts and lists."""
    document = json.loads(text)
    nodes = {node["nodeID"]: dict(node) for node in document["nodes"]}
    leaving: dict[str, list[str]] = {}
    entering: dict[str, list[str]] = {}
    for each in document["edges"]:
        leaving.setdefault(each["fromID"], []).append(each["toID"])
        entering.setdefault(each["toID"], []).append(each["fromID"])
    return nodes, leaving, entering


def as_records(text: str) -> Any:  # noqa: ANN401
    """The content of an AIF graph as a map has it, in dicts and lists: claims, and steps."""
    document = json.loads(text)
    claims: dict[str, dict[str, Any]] = {}
    steps: dict[str, dict[str, Any]] = {}
    for node in document["nodes"]:
        id = node["nodeID"]
        data = {key: value for key, value in node.items() if key not in {"nodeID", "text", "type"}}
        if node["type"] == "I":
            claims[id] = {"id": id, "text": node["text"], "data": data}
        else:
            ends: dict[str, list[str]] = {"premises": [], "targets": []}
            steps[id] = {"id": id, "kind": node["type"], **ends, "data": data}
    for each in document["edges"]:
        source, target = each["fromID"], each["toID"]
        if source in claims:
            steps[target]["premises"].append(source)
        else:
            steps[source]["targets"].append(target)
    return claims, steps


def spelt_xml(tree: ET.Element) -> str:
    """A tree as XML."""
    return ET.tostring(tree, encoding="unicode")


def cells(text: str) -> list[list[str]]:
    """The rows of tables."""
    return list(csv.reader(io.StringIO(text)))


def spelt_cells(rows: list[list[str]]) -> str:
    """Rows as text."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()


FLOORS = {
    "csv": Floor(cells, spelt_cells),
    "graphml": Floor(ET.fromstring, spelt_xml),
}
JSON = Floor(json.loads, lambda document: json.dumps(document, ensure_ascii=False))


def least(*tasks: Callable[[], object]) -> list[float]:
    """The least CPU time of each task, in interleaved rounds."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(ROUNDS):
        for task, found in zip(tasks, times, strict=True):
            gc.collect()
            begun = process_time()
            task()
            found.append(process_time() - begun)
    return [min(found) for found in times]


def show(what: str, ours: float, theirs: float) -> None:
    """Print a time beside what it is held against."""
    print(f"{what:44} {ours:6.3f} s {theirs:6.3f} s  x {ours / theirs:.2f}")


def dumped_into_a_file(document: object) -> None:
    """What is usually done with a document."""
    with tempfile.TemporaryFile("w") as file:
        json.dump(document, file)


def compare_aif(text: str, other: str | None) -> ArgumentMap:
    """Print how AIF compares; the map that the text is."""
    format = named("aif")
    read, write = reader_of(format), format.write
    assert write is not None
    map = read(Source(text)).map
    assert json.loads(write(map).text) == json.loads(text), "what was read is not written again"
    document = json.loads(text)
    first = next(iter(map.claims))
    load, indexed, floor, records, dump, spelt, filed = least(
        lambda: read(Source(text)),
        lambda: read(Source(text)).map.bearing_on(first),
        lambda: plain(text),
        lambda: as_records(text),
        lambda: write(map).text,
        lambda: json.dumps(document),
        lambda: dumped_into_a_file(document),
    )
    print(f"AIF: {len(map.claims):,} claims, {len(map.relations):,} relations, {len(text):,} signs")
    show("load / json.loads and dicts and lists", load, floor)
    show("load / json.loads and records as dicts", load, records)
    show("load, and index both ways / the same", indexed, floor)
    show("dump / json.dumps", dump, spelt)
    show("dump / json.dump", dump, filed)
    if other:
        compare_arguebuf(text, other, load, dump)
    return map


def compare_arguebuf(text: str, other: str, load: float, dump: float) -> None:
    """Print how arguebuf compares; it says what it takes without its own start."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(text)
        file.flush()
        command = [other, "-c", ARGUEBUF, file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"arguebuf: {done.stderr.strip().splitlines()[-1]}")
        return
    theirs = [float(word) for word in done.stdout.split()]
    show("arguebuf's load / load", theirs[0], load)
    show("arguebuf's dump / dump", theirs[1], dump)


def compare(name: str, map: ArgumentMap) -> None:
    """Print how reading and writing a map in a format compare."""
    format = named(name)
    read, write = reader_of(format), format.write
    assert write is not None
    text = write(map).text
    floor = FLOORS.get(name, JSON)
    given = floor.read(text)
    load, parsed, dump, spelt = least(
        lambda: read(Source(text)),
        lambda: floor.read(text),
        lambda: write(map).text,
        lambda: floor.write(given),
    )
    show(f"{name}: load / parser", load, parsed)
    show(f"{name}: dump / writer", dump, spelt)


def main() -> None:
    """Print all ratios."""
    given = [Path(each) for each in sys.argv[1:]]
    files = [each for each in given if each.suffix in {".json", ".aif"}]
    others = [str(each) for each in given if each not in files]
    gc.disable()  # as the command line does
    text = files[0].read_text(encoding="utf-8") if files else graph(SIZE)
    map = compare_aif(text, others[0] if others else None)
    for name in OTHERS:
        compare(name, map)


if __name__ == "__main__":
    main()
