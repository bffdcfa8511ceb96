"""The problems of the competition, against all labellings of each semantics."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.semantics.frameworks import named, names
from argmap.semantics.frameworks.asking import labellings
from argmap.semantics.frameworks.deadline import Deadline
from argmap.semantics.frameworks.framework import Framework
from argmap.semantics.frameworks.problems import MODES, Solution, lacks_witness, problems, solve
from argmap.semantics.label import IN

Attackers = list[list[int]]
TASKS = ("DC", "DS", "SE", "EE", "CE")


@st.composite
def frameworks(draw: st.DrawFn) -> Attackers:
    size = draw(st.integers(0, 5))
    others = st.lists(st.integers(0, max(size - 1, 0)), max_size=3)
    return [draw(others) for _ in range(size)]


def extensions_of(framework: Framework, semantics: str) -> list[list[int]]:
    found = labellings(framework, semantics)
    return sorted([a for a, label in enumerate(one) if label == IN] for one in found)


def test_every_task_is_asked_of_every_semantics() -> None:
    codes = {named(name).code: name for name in names()}
    assert set(problems()) == {f"{task}-{code}" for task in TASKS for code in codes}
    assert {p.semantics for p in problems().values()} == set(names())
    for name, problem in problems().items():
        assert name == problem.name == f"{problem.task}-{named(problem.semantics).code}"


@settings(max_examples=60)
@given(frameworks())
def test_solutions_are_those_of_all_labellings(attackers: Attackers) -> None:
    framework = Framework(attackers)
    sets = {name: extensions_of(framework, name) for name in names()}
    for problem in problems().values():
        extensions = sets[problem.semantics]
        if problem.task == "SE":
            found = solve(framework, problem)
            assert found.answer == bool(extensions)
            assert found.witness in extensions if extensions else found.witness is None
        elif problem.task == "EE":
            found = solve(framework, problem)
            assert sorted(found.extensions or []) == extensions
            assert found.number == len(extensions)
        elif problem.task == "CE":
            found = solve(framework, problem)
            assert (found.number, found.extensions) == (len(extensions), None)
        for argument in range(len(attackers)) if problem.task in MODES else ():
            found = solve(framework, problem, argument)
            fitting = [one for one in extensions if (argument in one) == (problem.task == "DC")]
            assert found.answer == (bool(fitting) == (problem.task == "DC"))
            assert found.witness in fitting if fitting else found.witness is None
            assert not lacks_witness(problem, found)


def test_a_problem_about_an_argument_needs_one() -> None:
    with pytest.raises(ValueError, match="DC-CO"):
        solve(Framework([[]]), problems()["DC-CO"])


@pytest.mark.parametrize("name", ["DC-PR", "DS-PR", "SE-PR", "EE-PR", "CE-PR"])
def test_what_is_not_found_out_in_time_is_not_decided(name: str) -> None:
    problem = problems()[name]
    about = 2 if problem.task in MODES else None
    found = solve(Framework([[], [0], [3], [2]]), problem, about, Deadline.after(-1))
    assert found == Solution(decided=False)
    assert not lacks_witness(problem, found)


@pytest.mark.parametrize(("name", "argument"), [("DC-PR", 0), ("DS-PR", 1)])
def test_an_answer_can_be_known_in_time_without_its_witness(name: str, argument: int) -> None:
    problem = problems()[name]
    found = solve(Framework([[], [0], [3], [2]]), problem, argument, Deadline.after(-1))
    assert (found.decided, found.answer, found.witness) == (True, name == "DC-PR", None)
    assert lacks_witness(problem, found)
