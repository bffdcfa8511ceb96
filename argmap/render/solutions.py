"""Solutions as the ICCMA competition of 2023 asks for them, to be read by programs."""

import re
from collections.abc import Iterable, Sequence

from argmap.render.lines import visible
from argmap.semantics.frameworks.problems import Problem, Solution

_BLANK = re.compile(r"\s")


def solution_text(names: Sequence[str], problem: Problem, solution: Solution) -> str:
    """The answer, and a line ``w`` for each extension; nothing if there is no solution."""
    if not solution.decided:
        return ""
    if solution.extensions is not None:
        return "".join(_witness(names, extension) for extension in solution.extensions)
    if solution.number is not None:
        return f"{solution.number}\n"
    shown = "" if solution.witness is None else _witness(names, solution.witness)
    if problem.task == "SE":
        return shown or "NO\n"
    return ("YES\n" if solution.answer else "NO\n") + shown


def _witness(names: Sequence[str], extension: Iterable[int]) -> str:
    line = " ".join(["w", *(_word(names[argument]) for argument in extension)])
    return visible(line) + "\n"


def _word(name: str) -> str:
    """A name in quotes, as in the file, if it would be several words without."""
    return f'"{name}"' if not name or _BLANK.search(name) else name
