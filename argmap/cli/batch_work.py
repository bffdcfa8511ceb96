"""What a process does for a batch: the question asked of one map, and its answer as a line."""

import os
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any, Literal, NamedTuple

from argmap.contract.records import diagnostic_records
from argmap.model.diagnostic import Diagnostic, failures
from argmap.model.map import ArgumentMap
from argmap.store.archives import Held
from argmap.store.batches.lines import hash_of, key_of, line_of
from argmap.store.files import decode, read_bytes
from argmap.store.reading import read_text

_ONE_AT_A_TIME = Lock()
Command = Literal["evaluate", "stats", "check", "convert"]


class Question(NamedTuple):
    """What is asked of each map: a command, and the options that change its answer."""

    command: Command
    version: str
    semantics: str = "grounded"
    ties: str = "undecided"
    loops: str = "out"
    mode: str = "skeptical"
    linked: str = "weakest"
    timeout: float | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    to: str = ""
    strict: bool = False
    from_format: str | None = None
    encoding: str | None = None


class Task(NamedTuple):
    """A map to work on: in a line of a file, whose text ``raw`` is, or in line 0, which is all.

    ``settings`` is what its answer depends on beside; ``number`` is its place among all.
    """

    number: int
    name: str
    file: str
    line: int = 0
    raw: bytes | None = None
    encoding: str | None = None
    settings: str = ""
    output: str = ""

    def key(self, question: Question, raw: bytes) -> str:
        """The key of the result, where this is what the map says."""
        about = (self.settings, self.name, self.file, str(self.line), self.output)
        return key_of(repr(question).encode("utf-8", "surrogatepass"), about, raw)


class _Outcome(NamedTuple):
    """An answer, or why there is none, and the exit code of a command with that answer."""

    answer: Mapping[str, Any] | None
    findings: Sequence[Diagnostic] = ()
    code: int = 2
    final: bool = True


def work(question: Question, tasks: Sequence[Task]) -> list[bytes]:
    """The lines of the results, in order."""
    return [_result(question, task) for task in tasks]


def work_elsewhere(folder: str, question: Question, tasks: Sequence[Task]) -> list[bytes]:
    """The same, on a machine or in a process where names of files are from another folder.

    A process has one folder that it is in, so there is one piece of work at a time in each.
    """
    with _ONE_AT_A_TIME:
        try:
            if os.getcwd() != folder:
                os.chdir(folder)
        except OSError:
            return [lost(question, task, f"a worker does not see {folder}") for task in tasks]
        return work(question, tasks)


def lost(question: Question, task: Task, why: str) -> bytes:
    """The line of a map that could not be worked on."""
    problem = Diagnostic("IN07", "error", f"this map could not be worked on: {why}")
    return _line(task, task.key(question, b""), _Outcome(None, [problem], final=False), {})


def _result(question: Question, task: Task) -> bytes:
    raw = read_bytes(task.file) if task.raw is None else task.raw
    if isinstance(raw, Diagnostic):
        return _line(task, task.key(question, b""), _Outcome(None, [raw], final=False), {})
    one = Held(decode(raw, task.file, task.encoding), task.line)
    sought: dict[str, str | None] = {}
    try:
        outcome = _ASK[question.command](question, task, one, sought)
    except Exception as error:  # noqa: BLE001  # one map must not end the work on all others
        return lost(question, task, f"this is a bug: {type(error).__name__}: {error}")
    return _line(task, task.key(question, raw), outcome, sought)


def _line(task: Task, key: str, outcome: _Outcome, sought: Mapping[str, object]) -> bytes:
    return line_of(
        key,
        outcome.code,
        {path: hash_of(path) for path in sought},
        {
            "map": task.name,
            "file": task.file,
            "line": task.line,
            "findings": diagnostic_records(outcome.findings),
            "answer": outcome.answer,
        },
        final=outcome.final,
    )


def _read(
    question: Question, task: Task, one: Held, sought: dict[str, str | None]
) -> tuple[ArgumentMap, list[Diagnostic]]:
    """The map, and what is wrong with it; a map without claims is wrong."""
    from argmap.cli.checking import empty

    map, found = read_text(one.text, task.file, question.from_format, task.encoding, sought)
    wrong = failures(found)
    if not map.claims and not wrong:
        wrong = [empty(one.text.text, task.file)]
    return map, one.placed(wrong)


def _evaluate(question: Question, task: Task, one: Held, sought: dict[str, str | None]) -> _Outcome:
    from argmap.contract.evaluated import evaluate_record
    from argmap.semantics.frameworks.solver import SolverMissing
    from argmap.semantics.judgement import judge

    map, wrong = _read(question, task, one, sought)
    if not map.claims:
        return _Outcome(None, wrong)
    claims = list(map.claims)
    wanted = wanted_of(question)
    try:
        found = judge(map, wanted, claims)
    except SolverMissing:
        hint = "pip install 'argmap[solve]'"
        problem = Diagnostic("IN07", "error", "this needs the SAT solver python-sat", None, hint)
        return _Outcome(None, [problem], final=False)
    return _answered("evaluate", evaluate_record(map, found, wanted, claims), wrong)


def wanted_of(question: Question) -> Any:  # noqa: ANN401  # `Wanted`, which is light to load late
    """The semantics that is asked for, with a deadline that begins now."""
    from argmap.semantics.evaluation import Policies
    from argmap.semantics.frameworks.deadline import NEVER, Deadline
    from argmap.semantics.judgement import Wanted

    policies = Policies(
        "out" if question.ties == "out" else "undecided",
        "undecided" if question.loops == "undecided" else "out",
    )
    deadline = NEVER if question.timeout is None else Deadline.after(question.timeout)
    return Wanted(question.semantics, policies, question.mode, deadline, question.linked)


def _stats(question: Question, task: Task, one: Held, sought: dict[str, str | None]) -> _Outcome:
    from argmap.contract.answers import stats_record
    from argmap.graph.measure import measure

    map, wrong = _read(question, task, one, sought)
    if not map.claims:
        return _Outcome(None, wrong)
    return _answered("stats", stats_record(map, measure(map)), wrong)


def _check(question: Question, task: Task, one: Held, sought: dict[str, str | None]) -> _Outcome:
    from argmap.cli.checking import check_text
    from argmap.cli.options import MapChoice, Rules
    from argmap.contract.answers import check_record

    choice = MapChoice(None, question.from_format, encoding=question.encoding)
    rules = Rules(_listed(question.select), _listed(question.ignore))
    found, included = check_text(task.file, one, choice, rules)
    sought |= included
    record = check_record(
        found.files, found.findings, found.anchored, found.uncovered, found.ignored
    )
    return _Outcome({"schema": "argmap/check/1", **record}, code=found.exit_code)


def _listed(words: Sequence[str] | None) -> list[str] | None:
    return None if words is None else list(words)


def _convert(question: Question, task: Task, one: Held, sought: dict[str, str | None]) -> _Outcome:
    from argmap.cli.converting import Wish, convert_one
    from argmap.contract.answers import convert_record
    from argmap.formats import named

    read_as = named(question.from_format) if question.from_format else None
    wish = Wish(named(question.to), read_as, task.encoding, question.strict)
    done = convert_one(task.file, one, task.output, wish, sought)
    if not done.written:
        lost = done.losses if done.exit_code == 1 else []
        return _Outcome(None, [*done.findings, *lost], done.exit_code)
    record = convert_record(question.to, [done])
    return _Outcome({"schema": "argmap/convert/1", **record}, code=0)


def _answered(name: str, record: Mapping[str, Any], wrong: Sequence[Diagnostic]) -> _Outcome:
    return _Outcome({"schema": f"argmap/{name}/1", **record}, wrong, 2 if wrong else 0)


_ASK = {"evaluate": _evaluate, "stats": _stats, "check": _check, "convert": _convert}
