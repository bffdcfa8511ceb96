"""Each case file is a map and what Carneades makes of it, rule by rule.

A case is a Carneades ``document``, or ``lines`` like ``b support a`` (see `small_maps`), with
``weights`` and ``data`` of claims and relations. ``claims``, ``relations`` and ``derived`` are the
labels expected, ``reasons`` the rule, what decided it and in which issue, ``weigh`` what relations
weigh, ``not_done`` what is said not to be done.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from argmap.formats import Source, named
from argmap.model.map import ArgumentMap
from argmap.semantics.carneades import carneades
from small_maps import map_of

CASES = Path(__file__).parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.yml"))
EXPECTED = {"claims", "relations", "derived", "reasons", "weigh", "not_done"}
GIVEN = {"why", "document", "lines", "weights", "data"}


def read(case: dict[str, Any]) -> ArgumentMap:
    """The map of a case."""
    if "document" in case:
        text = yaml.safe_dump(case["document"], allow_unicode=True, sort_keys=False)
        reading = named("carneades").read
        assert reading is not None
        return reading(Source(text, "case.yml")).map
    map = map_of(*case["lines"])
    weights, data = case.get("weights", {}), case.get("data", {})
    return ArgumentMap(
        (
            claim._replace(weight=weights.get(claim.id), data=data.get(claim.id, {}))
            for claim in map.claims.values()
        ),
        (
            relation._replace(weight=weights.get(relation.id), data=data.get(relation.id, {}))
            for relation in map.relations.values()
        ),
        map.arguments.values(),
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_case_comes_out_as_expected(name: str) -> None:
    case = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    assert set(case) <= EXPECTED | GIVEN
    assert EXPECTED & set(case)
    found = carneades(read(case))
    reasons = {
        id: [r.rule, *r.by, *([r.issue] if r.issue else [])] for id, r in found.reasons.items()
    }
    weigh = {id: round(weight, 6) for id, weight in found.weights.items()}
    not_done = [[each.sort, each.name] for each in found.not_done]
    shown: dict[str, dict[str, Any]] = {
        "claims": dict(found.claims),
        "relations": dict(found.relations),
        "derived": dict(found.derived),
        "reasons": reasons,
        "weigh": weigh,
    }
    for part in ("claims", "relations", "derived", "reasons", "weigh"):
        for id, expected in case.get(part, {}).items():
            assert shown[part].get(id) == expected, f"{part} of {id}"
    assert not_done == case.get("not_done", [])
