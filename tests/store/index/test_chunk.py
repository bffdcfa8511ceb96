"""A large map is handed on a few rows at a time, so that it is held only once."""

import json
import tracemalloc
from pathlib import Path

from argmap.store.index.chunk import Header, Task, chunk

CLAIMS = 5_000


def test_the_rows_of_a_large_map_are_never_held_all_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    claims = [{"id": f"c{n}", "text": f"{n} is a number.", "tags": ["n"]} for n in range(CLAIMS)]
    steps = [
        {"id": f"r{n}", "kind": "support", "premises": [f"c{n}"], "target": {"id": f"c{n - 1}"}}
        for n in range(1, CLAIMS)
    ]
    path.write_text(json.dumps({"claims": claims, "relations": steps}))
    tracemalloc.start()
    try:
        rows = chunk([Task(str(path), "large.json", "large", None)], str(tmp_path), None)
        header = next(rows)
        assert isinstance(header, Header)
        read = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        number = sum(len(item[1]) for item in rows if not isinstance(item, Header))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # With the numbers of its records; with all rows it would be more than twice the map.
    assert number > 4 * CLAIMS
    assert most < 2 * read
