"""Argdown to JSON, beside Argdown's own tool: processor seconds and memory of whole processes.

    python tests/benchmarks/argdown.py [ARGDOWN]

``ARGDOWN`` is the tool (``npm i @argdown/cli``); without it only our own figures are printed. The
two run in turn, and the medians are told. Large files come from the generator beside the project.
"""  # fmt: skip

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT.parent / "shared" / "data" / "argdown" / "generate.py"
SMALL = ROOT / "corpus" / "cyber-diplomacy.argdown"
SHAPES = ("mixed", "pcs", "flat", "tree", "chain")


def cost(command: list[str], folder: str) -> tuple[float, float]:
    """The CPU seconds of a process and the megabytes that it took at most."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=nowhere, cwd=folder)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def compare(name: str, file: Path, rounds: int, theirs: str | None) -> None:
    """Print a line for a file."""
    program = str(Path(sys.executable).with_name("argmap"))
    ours: list[tuple[float, float]] = []
    others: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            out = ["convert", str(file), "ours.argdown.json"]
            ours.append(cost([program, *out], folder))
            if theirs:
                others.append(cost([theirs, "json", str(file), "theirs"], folder))
    line = f"{name:12} argmap  {_median(ours, 0):7.2f} s {_median(ours, 1):6.0f} MB"
    if others:
        line += f"   argdown {_median(others, 0):7.2f} s {_median(others, 1):6.0f} MB"
        line += f"   {_median(others, 0) / _median(ours, 0):5.1f} x the time"
        line += f", {_median(others, 1) / _median(ours, 1):4.1f} x the memory"
    print(line, flush=True)


def _median(costs: list[tuple[float, float]], which: int) -> float:
    return statistics.median(cost[which] for cost in costs)


def main() -> None:
    """Print a table."""
    theirs = shutil.which(sys.argv[1]) if len(sys.argv) > 1 else shutil.which("argdown")
    compare("small", SMALL, 9, theirs)
    if not GENERATOR.is_file():
        print("large files need the folder of real data beside the project")
        return
    with tempfile.TemporaryDirectory() as folder:
        for size, rounds, shapes in ((10_000, 3, SHAPES), (100_000, 1, ("mixed", "pcs"))):
            for shape in shapes:
                made = subprocess.run(
                    [sys.executable, str(GENERATOR), str(size), "--shape", shape],
                    capture_output=True,
                    check=True,
                )
                file = Path(folder) / f"{shape}.argdown"
                file.write_bytes(made.stdout)
                compare(f"{shape} {size // 1000}k", file, rounds, theirs)


if __name__ == "__main__":
    main()
