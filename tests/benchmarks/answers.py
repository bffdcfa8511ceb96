"""The CPU time of whole commands, as ratios to importing Typer, in interleaved pairs."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

PAIRS = 20
FLOOR = [sys.executable, "-c", "import typer"]
BUDGET = 1.35
ANSWERS = [
    ["show", "advantages"],
    ["trace", "cyber diplomacy is here to stay"],
    ["show"],
    ["show", "advantages", "--json"],
    ["--version"],
]


def cpu_seconds(command: list[str]) -> float:
    """What a process and its end cost, in user and system time; its output goes nowhere."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, env=own)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print a line for each answer."""
    program = str(Path(sys.executable).with_name("argmap"))
    for answer in ANSWERS:
        floors, answers = [], []
        for _ in range(PAIRS):
            floors.append(cpu_seconds(FLOOR))
            answers.append(cpu_seconds([program, *answer]))
        floor, ours = statistics.median(floors), statistics.median(answers)
        name = " ".join(["argmap", *answer])
        print(f"{ours / floor:5.2f} x  {1000 * ours:6.1f} ms on {1000 * floor:.1f} ms  {name}")
    print(f"the budget for a text answer on a pipe is {BUDGET} x")


if __name__ == "__main__":
    main()
