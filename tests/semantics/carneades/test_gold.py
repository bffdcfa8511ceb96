"""The maps that come with Carneades, and the labels that Carneades 4.3.1 gives them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.formats import Source, named
from argmap.model.map import ArgumentMap
from argmap.semantics.carneades import Carneades, carneades
from argmap.semantics.carneades.building import build
from argmap.semantics.carneades.labelling import evaluate
from argmap.semantics.carneades.terms import normal
from argmap.semantics.label import LABEL_OF
from conftest import SHARED, WITHOUT_DATA

MAPS = sorted((SHARED / "data/carneades").glob("*.yml"))
EVALUATED = SHARED / "data/carneades-eval"
DIFFERENT = {
    # By the rule stopped_if_terminated, lt(1,3), lt(3,4) and a termination at 3 make the first
    # true, which undercuts that the second is not. Carneades does not derive it.
    "basic_event_calculus": {"stoppedIn(1,wfh_required,4)", "notHoldsAt(wfh_required,4)"}
}
"""The statements whose labels differ, by the map."""
UNDERCUT_BY_IT = {"holdsAt(wfh_required,4)"}

pytestmark = pytest.mark.skipif(not MAPS, reason=WITHOUT_DATA)


def _map(path: Path) -> ArgumentMap:
    read = named("carneades").read
    assert read is not None
    return read(Source(path.read_text(encoding="utf-8"), path.name)).map


def _labels(found: Carneades) -> dict[str, str]:
    """The label of each statement, by its name as Carneades spells it."""
    return {**found.derived, **{normal(id): label for id, label in found.claims.items()}}


def _evaluated(name: str) -> dict[str, Any]:
    """What Carneades makes of a map."""
    loaded: dict[str, Any] = yaml.safe_load((EVALUATED / name).read_text(encoding="utf-8"))
    return loaded


def _said(evaluated: dict[str, Any]) -> dict[str, str]:
    """The labels in such a file; a statement without one is undecided."""
    return {
        normal(str(id)): said.get("label", "undecided") if isinstance(said, dict) else "undecided"
        for id, said in evaluated["statements"].items()
    }


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_tests_of_a_map_hold(path: Path) -> None:
    found = carneades(_map(path))
    labels = _labels(found)
    tests = yaml.safe_load(path.read_text(encoding="utf-8")).get("tests") or {}
    for label, ids in tests.items():
        for id in ids:
            assert labels.get(normal(str(id))) == label, id
    assert not found.not_done


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_all_labels_are_those_that_carneades_gives(path: Path) -> None:
    labels = _labels(carneades(_map(path)))
    expected = _said(_evaluated(path.name))
    names = [name for name in expected if not name.startswith("undercut(")]
    assert names
    wrong = {name for name in names if labels.get(name) != expected[name]}
    assert wrong == DIFFERENT.get(path.stem, set())


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_arguments_weigh_and_are_undercut_as_in_carneades(path: Path) -> None:
    """Derived arguments are numbered otherwise, so they are known by what they lead from and to."""
    evaluated = _evaluated(path.name)
    said = _said(evaluated)
    different = DIFFERENT.get(path.stem, set()) | UNDERCUT_BY_IT
    graph = build(_map(path)).graph
    found = evaluate(graph)
    ours: dict[tuple[str, ...], tuple[object, ...]] = {}
    names = [statement.name for statement in graph.statements]
    for number, argument in enumerate(graph.arguments):
        cut = [LABEL_OF[found.labels[u]] for u in argument.undercutters]
        to = names[argument.conclusion]
        if to and not to.startswith("undercut("):
            weight = round(max(0.0, found.weights[number]), 2)
            ours[to, *sorted(names[p] for p in argument.premises)] = weight, *cut
    for argument in evaluated["arguments"].values():
        premises = sorted(normal(str(p)) for p in argument.get("premises") or [])
        to = normal(argument["conclusion"])
        undercutter = argument.get("undercutter")
        expected = [said[normal(undercutter)]] if undercutter else []
        if not to.startswith("undercut(") and to not in different:
            assert ours[to, *premises] == (argument.get("weight", 0.0), *expected), to


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_what_carneades_made_of_a_map_is_evaluated_to_the_same(path: Path) -> None:
    """The derived arguments are in the file now, and their weights where the schemes are not."""
    labels = _labels(carneades(_map(EVALUATED / path.name)))
    said = _said(_evaluated(path.name))
    assert {name: labels[name] for name in said} == said
