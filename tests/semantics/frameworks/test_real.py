"""Published frameworks with known answers, and the time that answers take."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from argmap.formats import Source, detect, named, reader_of
from argmap.semantics.frameworks.asking import Mode, accepted, labellings, possible, some
from argmap.semantics.frameworks.deadline import Deadline, OutOfTimeError
from argmap.semantics.frameworks.framework import Framework, from_attacks
from argmap.semantics.frameworks.grounding import grounded_labelling
from argmap.semantics.frameworks.solver import SolverMissing
from argmap.semantics.label import IN, OUT, UNDECIDED
from conftest import SHARED, WITHOUT_DATA, clean_environment
from pace import pace

DUNG = SHARED / "data" / "dung"
GOLD = DUNG / "expected_af.json"
EXPECTED: dict[str, dict[str, Any]] = json.loads(GOLD.read_text()) if GOLD.is_file() else {}
COUNTED = {"complete": "n_complete", "preferred": "n_preferred", "stable": "n_stable",
           "semi-stable": "n_semistable"}  # fmt: skip
SLOW = {"iccma/admbuster_50000.af", "iccma/admbuster_10000.af", "iccma/st_890_86_9_572.af"}
"""More than a second to read as maps or, the last, more than anyone's patience to answer."""
FEW = 3
PATIENCE = 60
"""Far more seconds than a deadline of less than one should take, and far less than an answer."""
needs_data = pytest.mark.skipif(not EXPECTED, reason=WITHOUT_DATA)


def read(name: str) -> tuple[list[str], Framework]:
    """The arguments of a file by number, and the framework."""
    text = (DUNG / name).read_text(encoding="utf-8")
    map, found = reader_of(detect(text, name))(Source(text, name))
    assert not found
    number = {id: n for n, id in enumerate(map.claims)}
    attacks = ((number[r.premises[0]], number[r.target]) for r in map.relations.values())
    return list(map.claims), from_attacks(len(number), attacks)


def named_sets(ids: list[str], found: list[bytes]) -> set[frozenset[str]]:
    return {frozenset(ids[a] for a, label in enumerate(one) if label == IN) for one in found}


@needs_data
@pytest.mark.parametrize("name", sorted(set(EXPECTED) - SLOW))
def test_published_frameworks_have_the_labellings_they_are_known_for(name: str) -> None:
    ids, framework = read(name)
    gold = EXPECTED[name]
    grounded = grounded_labelling(framework)
    assert (len(framework), sum(map(len, framework.attackers))) == (gold["args"], gold["attacks"])
    if isinstance(gold["grounded_in"], list):
        assert named_sets(ids, [grounded]) == {frozenset(gold["grounded_in"])}
    assert grounded.count(OUT) == gold["grounded_out"]
    assert grounded.count(UNDECIDED) == gold["grounded_undec"]
    for semantics, count in COUNTED.items():
        if count in gold:
            found = list(labellings(framework, semantics))
            assert len(found) == gold[count], semantics
            if semantics in gold:
                assert named_sets(ids, found) == set(map(frozenset, gold[semantics]))


@needs_data
@pytest.mark.parametrize("name", sorted(SLOW))
def test_the_grounded_labels_of_large_ones_are_known(name: str) -> None:
    attacks = named("af").attacks
    assert attacks is not None
    graph = attacks(Source((DUNG / name).read_text(encoding="utf-8"), name))
    grounded, gold = grounded_labelling(Framework(graph.attackers)), EXPECTED[name]
    assert (len(graph.names), sum(map(len, graph.attackers))) == (gold["args"], gold["attacks"])
    assert grounded.count(IN) == gold["grounded_in"]["count"]
    assert grounded.count(OUT) == gold["grounded_out"]
    assert grounded.count(UNDECIDED) == gold["grounded_undec"]


@needs_data
@pytest.mark.parametrize("name", [n for n in EXPECTED if "preferred_credulous" in EXPECTED[n]])
def test_the_arguments_accepted_are_known(name: str) -> None:
    ids, framework = read(name)
    for mode in ("credulous", "skeptical"):
        expected = set(EXPECTED[name][f"preferred_{mode}"])
        asked = range(0, len(ids), max(1, len(ids) // 20))
        for argument in asked:
            answer = accepted(framework, "preferred", argument, mode)
            assert answer.accepted == (ids[argument] in expected), (mode, ids[argument])


@needs_data
@pytest.mark.parametrize("name", [n for n in EXPECTED if EXPECTED[n].get("queries")])
def test_questions_that_others_answered_have_the_same_answers(name: str) -> None:
    ids, framework = read(name)
    semantics = {"CO": "complete", "PR": "preferred", "ST": "stable"}
    modes: dict[str, Mode] = {"DC": "credulous", "DS": "skeptical"}

    def decided(deadline: Deadline) -> int:
        count = 0
        for query, expected in EXPECTED[name]["queries"].items():
            problem, argument = query.split()
            mode, code = problem.split("-")
            about = ids.index(argument)
            answer = accepted(framework, semantics[code], about, modes[mode], deadline=deadline)
            assert answer.accepted in {None, expected == "YES"}, query
            count += answer.accepted is not None
        return count

    # A busy machine gets more time.
    assert decided(Deadline.after(FEW)) or decided(Deadline.after(PATIENCE))


SIBLINGS = {"complete": "complete", "grounded": "grounded", "preferred": "preferred",
            "semi-stable": "semistable", "stable": "stable"}  # fmt: skip


@needs_data
@pytest.mark.parametrize("name", ["nixon.dl", "triciclo.dl", "input0001.dl"])
def test_argsemsat_gives_the_same_extensions(name: str) -> None:
    ids, framework = read(f"assat/{name}")
    for semantics, sibling in SIBLINGS.items():
        lines = (DUNG / "assat" / f"{name}.{sibling}").read_text().split("\n")
        sets = {
            frozenset(part.strip().removeprefix("in(").removesuffix(")") for part in parts if part)
            for parts in (line.strip("{} ").split(",") for line in lines if line)
        }
        assert named_sets(ids, list(labellings(framework, semantics))) == sets, semantics


@needs_data
@pytest.mark.parametrize("semantics", ["preferred", "stable", "semi-stable", "stage", "ideal"])
def test_what_nobody_can_answer_is_given_up_in_time(semantics: str) -> None:
    _, framework = read("iccma/st_890_86_9_572.af")
    begun = time.monotonic()
    assert some(framework, semantics, deadline=Deadline.after(0.3)).accepted is None
    assert time.monotonic() - begun < PATIENCE
    with pytest.raises(OutOfTimeError):
        list(labellings(framework, semantics, deadline=Deadline.after(0.1)))


def test_a_deadline_that_is_past_decides_nothing_but_what_the_grounded_labelling_does() -> None:
    framework = Framework([[], [0], [3], [2]])
    past = Deadline.after(-1)
    assert accepted(framework, "preferred", 2, "credulous", deadline=past).accepted is None
    assert possible(framework, "preferred", 2, "out", deadline=past).accepted is None
    assert accepted(framework, "preferred", 0, "skeptical", deadline=past).accepted is True
    assert accepted(framework, "preferred", 1, "skeptical", deadline=past).accepted is False


def test_grounded_is_linear_and_goes_as_deep_as_a_chain_is_long() -> None:
    size = 200_000
    framework = Framework([[n - 1] if n else [] for n in range(size)])
    begun = time.process_time()
    labels = grounded_labelling(framework)
    assert time.process_time() - begun < 2 * pace()
    assert labels == bytes((IN, OUT) * (size // 2))


def test_without_a_solver_only_what_needs_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pysat", None)
    monkeypatch.setitem(sys.modules, "pysat.solvers", None)
    framework = Framework([[], [0], [3], [2]])
    assert list(labellings(framework, "grounded")) == [bytes((IN, OUT, UNDECIDED, UNDECIDED))]
    assert accepted(framework, "preferred", 1, "skeptical") == (False, None, False)
    assert accepted(framework, "complete", 2, "skeptical").accepted is False
    with pytest.raises(SolverMissing):
        accepted(framework, "preferred", 2, "skeptical")
    assert some(Framework([[], [0]]), "preferred").witness == bytes((IN, OUT))


def test_grounded_loads_no_solver() -> None:
    script = (
        "import sys\n"
        "from argmap.semantics.frameworks.asking import labellings\n"
        "from argmap.semantics.frameworks.framework import Framework\n"
        "list(labellings(Framework([[1], [0]]), 'grounded'))\n"
        "print(*sys.modules, sep='\\n')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True, text=True, check=True, env=clean_environment(), cwd=Path.cwd(),
    )  # fmt: skip
    assert not [name for name in done.stdout.split() if name.startswith(("pysat", "pysolvers"))]
