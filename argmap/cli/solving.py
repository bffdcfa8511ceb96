"""From a file and a problem's name to the solution of a problem of frameworks."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.cli.errors import UserError, tell
from argmap.cli.input import STDIN, file_of, format_named, known_encoding
from argmap.formats import AttackGraph, Format, Source, detect_framework, framework_formats
from argmap.model.diagnostic import Diagnostic, failures
from argmap.store.files import Text, decode, legible, read_bytes

if TYPE_CHECKING:
    from argmap.semantics.frameworks.deadline import Deadline
    from argmap.semantics.frameworks.problems import Problem, Solution


def problem_named(name: str) -> "Problem":
    """The problem of that name; raises :class:`UserError` with the nearest one if there is none."""
    from argmap.semantics.frameworks.problems import problems

    known = problems()
    if name in known:
        return known[name]
    from argmap.query.search import nearest_names

    near = nearest_names(name, {each: each for each in known})
    hint = f"did you mean {near[0]}?" if near else "`argmap solve --problems` lists all"
    raise UserError(f"there is no problem {name!r}", hint)


def graph_of(choice: str, format: str | None, encoding: str | None) -> AttackGraph:
    """The framework of a file, or of standard input.

    Raises :class:`UserError` if anything of it cannot be read, after telling what.
    """
    chosen = _framework_format(format) if format else None
    encoding = known_encoding(encoding)
    file = file_of(choice)
    raw = sys.stdin.buffer.read() if file == STDIN else read_bytes(file)
    text = decode(raw, file, encoding) if isinstance(raw, bytes) else Text("", raw)
    if text.problem is not None:
        raise _unreadable(file, [text.problem], raw, encoding)
    graph = _read(text.text, file, chosen or detect_framework(text.text, file))
    wrong = failures(graph.diagnostics)
    if wrong:
        raise _unreadable(file, wrong, raw, encoding)
    if graph.support is not None:
        raise UserError(
            f"{graph.support}: this is a support, and a framework has attacks only",
            "`argmap convert FILE --to af` writes attacks that come to the same",
        )
    return graph


def _framework_format(name: str) -> Format:
    format = format_named(name, to_read=True)
    if format.attacks is None:
        frameworks = ", ".join(each.name for each in framework_formats())
        raise UserError(f"{name} holds more than frameworks", f"there are {frameworks}")
    return format


def _read(text: str, file: str, format: Format | None) -> AttackGraph:
    if format is None or format.attacks is None:
        frameworks = ", ".join(each.name for each in framework_formats())
        raise UserError(
            f"{file} is in none of the formats {frameworks}",
            "`argmap convert FILE --to af` makes a framework of any map",
        )
    return format.attacks(Source(text, file))


def _unreadable(
    file: str, wrong: list[Diagnostic], raw: bytes | Diagnostic, encoding: str | None
) -> UserError:
    from argmap.cli.output import tell_diagnostics

    texts = {file: legible(raw, encoding)} if isinstance(raw, bytes) and file != STDIN else {}
    tell_diagnostics(wrong, lambda: texts)
    return UserError("there is no whole framework to answer from")


def asked_about(names: Sequence[str], problem: "Problem", argument: str | None) -> int | None:
    """The number of the argument that a problem is about, if it is about any.

    Raises :class:`UserError` if it is missing, unknown, or given where none is asked about.
    """
    from argmap.semantics.frameworks.problems import MODES

    if problem.task not in MODES:
        if argument is not None:
            raise UserError(f"{problem.name} is about no argument", "leave -a out")
        return None
    if argument is None:
        raise UserError(f"{problem.name} is about an argument", "say which: -a ARG")
    for name in (argument, argument.strip('"')):
        if name in names:
            return names.index(name)
    from argmap.query.search import nearest_names

    near = nearest_names(argument, {name: name for name in names})
    hint = f"did you mean {', '.join(near)}?" if near else f"there are {len(names)} arguments"
    raise UserError(f"there is no argument {argument!r}", hint)


def solved(
    graph: AttackGraph, problem: "Problem", argument: int | None, deadline: "Deadline"
) -> "Solution":
    """The solution; tells on stderr what is missing of it."""
    from argmap.cli.judging import with_solver
    from argmap.semantics.frameworks.framework import Framework
    from argmap.semantics.frameworks.problems import lacks_witness, solve

    found = with_solver(lambda: solve(Framework(graph.attackers), problem, argument, deadline))
    if not found.decided:
        tell("not decided in time")
    elif lacks_witness(problem, found):
        tell("the answer is certain, but no witness was found: no time, or no python-sat")
    return found
