"""Solve a problem of abstract frameworks, as programs in the ICCMA competition do."""

from typing import Annotated, NamedTuple

import typer

from argmap.cli.errors import UserError
from argmap.cli.options import FromFormat


class Asked(NamedTuple):
    """A problem about a framework, and where the framework is."""

    problem: str
    file: str
    argument: str | None
    from_format: str | None
    encoding: str | None
    timeout: float | None


Name = Annotated[
    str | None,
    typer.Option("-p", "--problem", metavar="TASK-SEMANTICS", help="The problem, as DC-CO."),
]
File = Annotated[
    str | None,
    typer.Option("-f", "--file", metavar="FILE|-", help="The framework; - is standard input."),
]
Argument = Annotated[
    str | None,
    typer.Option("-a", "--argument", metavar="ARG", help="The argument that DC and DS ask of."),
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="The encoding of the file; utf-8 if left out.")
]
Timeout = Annotated[
    float | None,
    typer.Option(min=0, metavar="SECONDS", help="Give up what is not decided by then."),
]


def run(
    problem: Name = None,
    file: File = None,
    argument: Argument = None,
    from_format: FromFormat = None,
    encoding: Encoding = None,
    timeout: Timeout = None,
    *,
    problems: Annotated[bool, typer.Option("--problems", help="List the problems.")] = False,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
) -> int:
    """Solve a problem of abstract frameworks, as programs in the ICCMA competition do.

    A problem is a task and a semantics. DC: is the argument in some extension?
    DS: is it in all? SE: some extension. EE: every extension. CE: how many there
    are. The semantics are CO complete, GR grounded, ID ideal, PR preferred,
    SST semi-stable, ST stable, STG stage.

    The answer is YES or NO, or a number; a line `w` has the arguments of an
    extension: an example for DC and SE, a counterexample for DS. Arguments are
    called as in the file. All but GR may need `argmap[solve]`.

    The exit code is 0 for YES and NO alike, and 1 if --timeout ran out: then
    nothing is printed but a remark on standard error (with --json a document that
    says so).

    \b
    Examples:
      argmap solve -p DC-CO -f debate.af -a 3
      argmap solve -p EE-PR -f debate.apx
      argmap convert debate.argdown --to af | argmap solve -p SE-ST -f -
    """
    if problems or formats:
        return _listed(problems=problems)
    if problem is None or file is None:
        raise UserError("a problem and a framework are needed", "argmap solve -p SE-PR -f FILE")
    asked = Asked(problem, file, argument, from_format, encoding, timeout)
    return _answered(asked, json=json)


def _answered(asked: Asked, *, json: bool) -> int:
    """Print the solution; the exit code."""
    from argmap.cli.output import evaluated, print_json, print_text
    from argmap.cli.solving import asked_about, graph_of, problem_named, solved
    from argmap.render.solutions import solution_text
    from argmap.semantics.frameworks.deadline import NEVER, Deadline

    deadline = NEVER if asked.timeout is None else Deadline.after(asked.timeout)
    problem = problem_named(asked.problem)
    graph = graph_of(asked.file, asked.from_format, asked.encoding)
    about = asked_about(graph.names, problem, asked.argument)
    found = solved(graph, problem, about, deadline)
    if json:
        name = None if about is None else graph.names[about]
        record = evaluated().solve_record(graph.names, problem, name, found)
        print_json({"schema": "argmap/solve/1", **record})
    else:
        print_text(solution_text(graph.names, problem, found))
    return int(not found.decided)


def _listed(*, problems: bool) -> int:
    """Print what there is in the way of the competition: in brackets, with commas."""
    from argmap.cli.output import print_text
    from argmap.formats import framework_formats
    from argmap.semantics.frameworks.problems import problems as known

    names = known() if problems else [format.name for format in framework_formats()]
    print_text(f"[{','.join(names)}]\n")
    return 0
