"""How reading, tracing and drawing grow with the size of a map."""

import gc
import math
import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from argmap.formats import Source
from argmap.formats.argdown import read
from argmap.graph.trace import reasons
from argmap.render.lines import Layout, plain
from argmap.render.outline import draw, rows_of_reasons

SIZES = (10_000, 100_000)


def chain(size: int) -> str:
    """Each claim supports the one before."""
    claims = (f"[C{n}]: Claim number {n}.\n  +> [C{n - 1}]\n" for n in range(1, size))
    return "[C0]: Claim number 0.\n\n" + "\n".join(claims)


def star(size: int) -> str:
    """One claim, and all others rebut it."""
    rebuttals = (f"  - [R{n}]: Rebuttal number {n}.\n" for n in range(1, size))
    return "[C0]: Claim number 0.\n" + "".join(rebuttals)


def seconds(text: str) -> dict[str, float]:
    """The CPU time of each stage."""
    times = {}
    begun = process_time()
    map = read(Source(text, "map")).map
    times["read"] = process_time() - begun
    begun = process_time()
    steps = list(reasons(map, ["c0"]))
    times["trace"] = process_time() - begun
    assert len(steps) == len(map.claims)
    for name, layout in (("plain", Layout()), ("drawn", Layout(100, drawn=True))):
        begun = process_time()
        rows = list(rows_of_reasons(map, steps, stances=True))
        sum(len(line) for line in plain(draw(rows, layout)))
        times[name] = process_time() - begun
    return times


def main() -> None:
    """Print a table of seconds and exponents."""
    gc.disable()  # as the command line does
    small, large = SIZES
    for make in (chain, star):
        one, ten = seconds(make(small)), seconds(make(large))
        for stage, time in ten.items():
            exponent = math.log(time / one[stage], large / small)
            print(
                f"{make.__name__:6} {stage:6} {one[stage]:7.3f} s {time:7.3f} s  n^{exponent:.2f}"
            )


if __name__ == "__main__":
    main()
