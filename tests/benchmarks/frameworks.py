"""``argmap solve`` beside pygarg and clingo: whole processes, by hand.

    python tests/benchmarks/frameworks.py OTHER_PYTHON FILE.af...

The other Python has pygarg, python-sat and clingo; the files are in the format of ICCMA'23. Rounds
are interleaved, and ratios are of medians. Clingo gets the framework as facts that were written
beforehand; it enumerates preferred extensions as the models with most ``in``, and stops at the
first or, for skeptical acceptance, at the first without the argument. DS-PR asks about the first
argument that the grounded labelling leaves undecided. Different answers are told.
"""  # fmt: skip

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from argmap.formats import Source
from argmap.formats.af import attacks
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.grounding import grounded_labelling
from argmap.semantics.label import UNDECIDED

ROUNDS = 3
PATIENCE = 60
GROUNDED = """
in(X) :- arg(X); out(Y) : att(Y,X).
out(X) :- att(Y,X), in(Y).
#show in/1.
"""
PREFERRED = """
{ in(X) } :- arg(X).
out(X) :- att(Y,X), in(Y).
open(X) :- att(Y,X), not out(Y).
:- in(X), out(X).
:- in(X), open(X).
:- arg(X), not in(X), not open(X).
#show in/1.
"""
CLINGO = """
import sys, clingo
program, facts, without = sys.argv[1:]
options = ["0", "--heuristic=Domain", "--dom-mod=3,16", "--enum-mode=domRec"]
control = clingo.Control(options)
control.load(facts)
control.add("base", [], program)
control.ground([("base", [])])
with control.solve(yield_=True) as models:
    for model in models:
        found = [str(atom.arguments[0]) for atom in model.symbols(shown=True)]
        if without not in found:
            print("NO w" if without else "w", *found)
            break
    else:
        print("YES")
"""


class Question(NamedTuple):
    """A problem, the file, the same as facts, and the argument asked about."""

    problem: str
    file: Path
    facts: Path
    argument: str

    def commands(self, other: str) -> dict[str, list[str]]:
        """What each program is called with."""
        asked = ["-p", self.problem, "-f", str(self.file)]
        asked += ["-a", self.argument] if self.argument else []
        program = GROUNDED if self.problem == "SE-GR" else PREFERRED
        return {
            "argmap": [sys.executable, "-m", "argmap", "solve", *asked],
            "pygarg": [other, "-m", "pygarg", *asked],
            "clingo": [other, "-c", CLINGO, program, str(self.facts), self.argument],
        }


def questions(file: Path, folder: Path) -> list[Question]:
    """What is asked about a file."""
    graph = attacks(Source(file.read_text(encoding="utf-8"), file.name))
    facts = folder / f"{file.name}.lp"
    with facts.open("w", encoding="utf-8") as lines:
        lines.writelines(f"arg({name}).\n" for name in graph.names)
        for target, attackers in enumerate(graph.attackers, 1):
            lines.writelines(f"att({attacker + 1},{target}).\n" for attacker in attackers)
    labels = grounded_labelling(Framework(graph.attackers))
    argument = graph.names[max(0, labels.find(UNDECIDED))]
    return [
        Question("SE-GR", file, facts, ""),
        Question("SE-PR", file, facts, ""),
        Question("DS-PR", file, facts, argument),
    ]


def timed(command: list[str]) -> tuple[float | None, str]:
    """The seconds that a process takes, ``None`` if it is given up or fails, and what it says."""
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return None, f"> {PATIENCE} s"
    taken = time.perf_counter() - begun
    return (None, "fails") if done.returncode else (taken, done.stdout)


def measured(question: Question, other: str) -> tuple[dict[str, list[float]], dict[str, str]]:
    """The times of each program that answers, and what each says; one that fails has one try."""
    commands = question.commands(other)
    times: dict[str, list[float]] = {name: [] for name in commands}
    said: dict[str, str] = {}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            if name not in said or times[name]:
                taken, said[name] = timed(command)
                if taken is None:
                    times[name] = []
                else:
                    times[name].append(taken)
    return times, said


def answer_of(problem: str, text: str) -> object:
    """As much of an answer as has to be the same for all programs."""
    words = text.split()
    return frozenset(words) if problem == "SE-GR" else words[0] if problem == "DS-PR" else None


def report(question: Question, other: str) -> None:
    """Print a line for a question."""
    times, said = measured(question, other)
    medians = {name: statistics.median(taken) for name, taken in times.items() if taken}
    ours = medians.get("argmap")
    cells = []
    for name in times:
        if name not in medians:
            cells.append(f"{name} {said[name]:>8}         ")
        else:
            ratio = f"{medians[name] / ours:6.1f} x" if ours else ""
            cells.append(f"{name} {medians[name]:6.2f} s {ratio}")
    answers = {answer_of(question.problem, said[name]) for name in medians}
    agree = "" if len(answers) < 2 else "  ANSWERS DIFFER"
    print(f"{question.problem} {question.file.name[:22]:22} {'  '.join(cells)}{agree}", flush=True)


def main() -> None:
    """Print a line for each question about each file."""
    other, *files = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            for question in questions(Path(file), Path(folder)):
                report(question, other)


if __name__ == "__main__":
    main()
