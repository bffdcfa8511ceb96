"""The problems of the ICCMA competition: what can be asked of a framework, by the codes it uses."""

from typing import Literal, NamedTuple, get_args

from argmap.semantics.frameworks import named, names
from argmap.semantics.frameworks.asking import Mode, accepted, labellings, some
from argmap.semantics.frameworks.deadline import NEVER, Deadline, OutOfTimeError
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.label import IN

Task = Literal["DC", "DS", "SE", "EE", "CE"]
"""Credulous and skeptical acceptance; some extension, every extension, and how many there are."""
MODES: dict[str, Mode] = {"DC": "credulous", "DS": "skeptical"}
"""The tasks that ask about an argument."""


class Problem(NamedTuple):
    """A task and the name of a semantics."""

    name: str
    task: Task
    semantics: str


class Solution(NamedTuple):
    """What a problem comes to; extensions are the arguments that are in, in their order.

    ``decided`` is false if it was not found out in time. ``answer`` is for DC, DS and SE, and
    ``witness`` an extension that shows it: an example, for DS a counterexample, and ``None`` where
    none is needed or none was found. ``extensions`` is for EE, ``number`` for EE and CE.
    """

    decided: bool
    answer: bool | None = None
    witness: list[int] | None = None
    extensions: list[list[int]] | None = None
    number: int | None = None


def problems() -> dict[str, Problem]:
    """All problems, by their names such as ``DC-CO``."""
    codes = {named(name).code: name for name in names()}
    return {
        f"{task}-{code}": Problem(f"{task}-{code}", task, codes[code])
        for task in get_args(Task)
        for code in sorted(codes)
    }


def solve(
    framework: Framework, problem: Problem, argument: int | None = None, deadline: Deadline = NEVER
) -> Solution:
    """The solution of a problem; ``argument`` is the one that DC and DS ask about.

    Raises :class:`SolverMissing` if it needs a solver and there is none.
    """
    if problem.task in MODES:
        if argument is None:
            raise ValueError(problem.name)
        mode = MODES[problem.task]
        found = accepted(framework, problem.semantics, argument, mode, deadline=deadline)
    elif problem.task == "SE":
        found = some(framework, problem.semantics, deadline=deadline)
    else:
        return _counted(framework, problem, deadline)
    shown = None if found.witness is None else _extension(found.witness)
    return Solution(found.accepted is not None, found.accepted, shown)


def _counted(framework: Framework, problem: Problem, deadline: Deadline) -> Solution:
    every = labellings(framework, problem.semantics, deadline=deadline)
    try:
        if problem.task == "CE":
            return Solution(decided=True, number=sum(1 for _ in every))
        extensions = [_extension(labelling) for labelling in every]
    except OutOfTimeError:
        return Solution(decided=False)
    return Solution(decided=True, extensions=extensions, number=len(extensions))


def _extension(labelling: bytes) -> list[int]:
    return [argument for argument, label in enumerate(labelling) if label == IN]


def lacks_witness(problem: Problem, solution: Solution) -> bool:
    """Whether the answer is of a kind that a witness shows, and none was found."""
    return solution.witness is None and solution.answer == (problem.task != "DS")
