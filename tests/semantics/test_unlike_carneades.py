"""Where the grounded evaluation of a map of Carneades differs from Carneades, and why."""

from pathlib import Path

import pytest

from argmap.formats import Source, named
from argmap.model.map import ArgumentMap
from argmap.semantics.evaluation import Policies, evaluate
from conftest import SHARED, WITHOUT_DATA
from small_maps import map_of

FILES = sorted((SHARED / "data/carneades").glob("*.yml"))
RULES = "its schemes derive the arguments for it, and here nothing is derived"
LOOP = "it is held up by itself alone, which falls here and is undecided there"
WEIGHTS = "its weights, by a preference among laws, break a tie that is undecided here"
ASSUMED = "positions that are assumed win their issue there, even two of them; here they tie"
DIFFERENCES = {
    "basic_event_calculus": {
        "holdsAt(wfh_required,3)": RULES,
        "notHoldsAt(wfh_required,5)": RULES,
    },
    "even-loop": {"p": LOOP, "q": LOOP},
    "lex": {
        "forbidden(cannabis)": WEIGHTS,
        "permitted(cannabis)": WEIGHTS,
        "crime": WEIGHTS,
    },
    "mcda-porsche": {"buy(volvo)": RULES, "safety(volvo,medium)": RULES},
    "paraconsistency": {"p": ASSUMED, "¬p": ASSUMED, "q": ASSUMED, "¬q": ASSUMED},
    "reinstatement": {"p": ASSUMED, "np": ASSUMED},
    "self-defeat": {"p": LOOP, "¬p": LOOP},
    "unsupported2": {"p": LOOP, "¬p": LOOP},
}


def read(path: Path) -> ArgumentMap:
    reader = named("carneades").read
    assert reader is not None
    return reader(Source(path.read_text(encoding="utf-8"), path.name)).map


def unlike(map: ArgumentMap, policies: Policies) -> set[str]:
    labels = evaluate(map, policies).verdicts.claims
    claims = map.claims.values()
    return {c.id for c in claims if c.data.get("expect", labels[c.id]) != labels[c.id]}


@pytest.mark.skipif(not FILES, reason=WITHOUT_DATA)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_differences_are_those_listed(path: Path) -> None:
    map = read(path)
    differences = DIFFERENCES.get(path.stem, {})
    assert unlike(map, Policies()) == set(differences)
    if set(differences.values()) == {LOOP}:
        assert not unlike(map, Policies(loops="undecided"))


def test_a_map_can_grant_nothing_but_what_it_says() -> None:
    map = map_of("a support b", "c support d")
    claims = [
        c._replace(data={"assumed": True} if c.id == "a" else {}) for c in map.claims.values()
    ]
    closed = ArgumentMap(claims, map.relations.values(), data={"assumed": False})
    labels = evaluate(closed).verdicts.claims
    assert labels == {"b": "in", "a": "in", "d": "out", "c": "out"}
