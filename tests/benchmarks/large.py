"""One large map without an index: reading it, tracing, circles, what stands; beside others.

``python tests/benchmarks/large.py [OTHER_PYTHON] [--most N]`` measures whole processes of the
argmap that is installed, and what the libraries that the other Python has take for a part of the
same: to load the same JSON, make a graph of it, and find what bears on a claim and the components.
"""

import argparse
import json
import math
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.index import Took, process

FLOOR = "import json, sys; json.load(open(sys.argv[1]))"
LOADED = """
import json, sys
document = json.load(open(sys.argv[1]))
number = {claim["id"]: place for place, claim in enumerate(document["claims"])}
links = [
    (number[premise], number[relation["target"]["id"]])
    for relation in document["relations"]
    for premise in relation["premises"]
]
"""
PEERS = {
    "networkx": """
import networkx
graph = networkx.DiGraph()
graph.add_nodes_from(range(len(number)))
graph.add_edges_from(links)
found = networkx.strongly_connected_components(graph)
print(len(networkx.ancestors(graph, 0)), sum(1 for _ in found))
""",
    "rustworkx": """
import rustworkx
graph = rustworkx.PyDiGraph()
graph.add_nodes_from(range(len(number)))
graph.extend_from_edge_list(links)
print(len(rustworkx.ancestors(graph, 0)), len(rustworkx.strongly_connected_components(graph)))
""",
    "scipy": """
import numpy
from scipy.sparse import coo_array, csgraph
ends = numpy.array(links).T
graph = coo_array((numpy.ones(len(links), bool), (ends[1], ends[0])), (len(number),) * 2).tocsr()
print(len(csgraph.breadth_first_order(graph, 0, return_predecessors=False)) - 1,
      csgraph.connected_components(graph, connection="strong")[0])
""",
}
COMMANDS = {
    "trace --depth 3": ["trace", "c0", "--depth", "3"],
    "trace --ids": ["trace", "c0", "--ids"],
    "stats": ["stats"],
    "evaluate": ["evaluate", "c0"],
}


def claims(size: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Claims of ten words each."""
    words = [f"word{number}" for number in range(5_000)]
    for number in range(size):
        text = " ".join(chance.choices(words, k=10))
        yield {"id": f"c{number}", "title": "", "text": text, "tags": [f"t{number % 50}"]}


def relations(size: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Each claim bears on one of those before it; every tenth together with one after it."""
    for number in range(1, size):
        premises = [f"c{number}"]
        if number % 10 == 0 and number + 1 < size:
            premises.append(f"c{chance.randrange(number + 1, size)}")
        target = {"type": "claim", "id": f"c{chance.randrange(max(0, number - 2000), number)}"}
        kind = "rebuttal" if number % 7 == 0 else "support"
        yield {"id": f"r{number}", "kind": kind, "premises": premises, "target": target}


def make(folder: Path, size: int) -> tuple[Path, Path]:
    """The same map as JSON and as JSON lines."""
    chance = random.Random(1)  # noqa: S311  # the same map every time
    records = list(claims(size, chance)), list(relations(size, chance))
    whole, lines = folder / f"{size}.json", folder / f"{size}.jsonl"
    with whole.open("w") as file:
        json.dump({"schema": "argmap/map/1", "claims": records[0], "relations": records[1]}, file)
    with lines.open("w") as file:
        file.writelines(json.dumps(record) + "\n" for part in records for record in part)
    return whole, lines


def measured(whole: Path, lines: Path, other: str | None) -> dict[str, Took]:
    """What each command takes on one map."""
    argmap = [sys.executable, "-m", "argmap"]
    commands = {"json.load": [sys.executable, "-c", FLOOR, str(whole)]}
    for file in (whole, lines):
        for name, command in COMMANDS.items():
            commands[f"{name}, {file.suffix[1:]}"] = [*argmap, *command, "-m", str(file)]
    if other:
        for name, script in PEERS.items():
            commands[name] = [other, "-c", LOADED + script, str(whole)]
    return {name: process(command) for name, command in commands.items()}


def main() -> None:
    """Print a table: seconds, ratio to the floor, memory, and how they grow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", nargs="?")
    parser.add_argument("--most", type=int, default=1_000_000)
    wish = parser.parse_args()
    last: dict[str, Took] = {}
    with tempfile.TemporaryDirectory() as folder:
        size = max(wish.most // 100, 1_000)
        while size <= wish.most:
            taken = measured(*make(Path(folder), size), wish.other)
            floor = taken["json.load"].cpu
            print(f"{size:,} claims")
            for name, took in taken.items():
                grows = ""
                if name in last:
                    exponent = math.log10(took.cpu / last[name].cpu)
                    grows = f"  n^{exponent:.2f}"
                print(
                    f"  {name:24} {took.wall:7.2f} s  {took.cpu:7.2f} s CPU  "
                    f"{took.cpu / floor:5.1f} x  {took.peak:6.0f} MiB{grows}"
                )
            last = taken
            size *= 10


if __name__ == "__main__":
    main()
