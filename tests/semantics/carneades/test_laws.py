"""What holds of the evaluation of any map."""

import random
from collections.abc import Sequence
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Source, named
from argmap.model.map import ArgumentMap
from argmap.semantics.carneades import carneades
from argmap.semantics.carneades.building import build
from argmap.semantics.carneades.graph import Argument, Graph, Weighing
from argmap.semantics.carneades.labelling import evaluate
from argmap.semantics.label import IN, OUT, UNDECIDED
from small_maps import MANY, chain, maps, ring

STATEMENTS = [f"p({letter})" for letter in "abcdef"]
SCHEMES = ["", "linked", "convergent", "cumulative", "factorized", "some", "lex", "old", "worth"]
THEORY: dict[str, Any] = {
    "weighing_functions": {"rank": {"preference": {"property": "age", "order": "ascending"}}},
    "argument_schemes": [
        {"id": "some", "weight": {"constant": 0.4}},
        {"id": "lex", "weight": "rank", "meta": {"age": 1}},
        {"id": "old", "weight": "rank", "meta": {"age": 2}},
        {
            "id": "worth",
            "weight": {"criteria": {"soft": {"p": {"factor": 1, "values": {"a": 0.9}}}}},
        },
    ],
}


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A small Carneades file in which any statement leads to and undercuts any other."""
    any_statement = st.sampled_from(STATEMENTS)
    arguments = {}
    for number in range(draw(st.integers(0, 9))):
        argument: dict[str, Any] = {"conclusion": draw(any_statement)}
        argument["premises"] = draw(st.lists(any_statement, max_size=3, unique=True))
        argument |= {"scheme": s} if (s := draw(st.sampled_from(SCHEMES))) else {}
        argument |= {"undercutter": draw(any_statement)} if draw(st.integers(0, 3)) == 0 else {}
        arguments[f"x{number}"] = argument
    order = draw(st.permutations(STATEMENTS))
    cut = draw(st.integers(0, 4))
    issues = {}
    for name, positions in (("i", order[:cut]), ("j", order[cut : cut + 2])):
        standard = draw(st.sampled_from(["PE", "CCE", "BRD"]))
        issues[name] = {"positions": positions, "standard": standard}
    return {
        **THEORY,
        "statements": {name: name for name in STATEMENTS},
        "issues": issues,
        "arguments": arguments,
        "assumptions": draw(st.lists(any_statement, max_size=3, unique=True)),
    }


def read(document: dict[str, Any]) -> ArgumentMap:
    reader = named("carneades").read
    assert reader is not None
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    return reader(Source(text, "drawn.yml")).map


def weight_of(graph: Graph, argument: Argument, labels: Sequence[int]) -> float | None:
    """What an argument weighs by these labels; none if it cannot be said."""
    cut = [labels[number] for number in argument.undercutters]
    if IN in cut:
        return 0.0
    warranted = [labels[number] for number in argument.warrants]
    ends = [labels[number] for number in (*argument.premises, *argument.awaits)]
    if UNDECIDED in (*cut, *warranted, *ends):
        return None
    if OUT in warranted:
        return 0.0
    return argument.function.weigh(argument, Weighing(graph, labels, {}))


def label_of(graph: Graph, number: int, labels: Sequence[int]) -> int:
    """The label that a statement has to have if all labels are these."""
    if graph.statements[number].assumed:
        return IN
    strengths: dict[int, float | None] = {}
    issues = [graph.issues[issue] for issue in graph.issues_of[number]]
    for position in {number, *(p for issue in issues for p in issue.positions)}:
        weights = [
            weight_of(graph, graph.arguments[a], labels) for a in graph.arguments_for[position]
        ]
        known = [weight for weight in weights if weight is not None]
        strengths[position] = max(known, default=0.0) if len(known) == len(weights) else None
        if position == number and not issues and any(known):
            return IN
    if strengths[number] == 0:
        return OUT
    won = []
    for issue in issues:
        if any(graph.statements[p].assumed for p in issue.positions):
            return OUT
        own, *others = [strengths[p] for p in (number, *(set(issue.positions) - {number}))]
        if own is None or None in others:
            won.append(False)
        elif all(other is not None and issue.standard(own, other) for other in others):
            won.append(True)
        else:
            return OUT
    return IN if won and all(won) else UNDECIDED


def naive(graph: Graph) -> list[int]:
    """The grounded labelling, by asking all statements again and again, the last ones first."""
    labels = [UNDECIDED] * len(graph.statements)
    changed = True
    while changed:
        changed = False
        for number in reversed(range(len(labels))):
            if labels[number] == UNDECIDED:
                labels[number] = label_of(graph, number, labels)
                changed |= labels[number] != UNDECIDED
    return labels


def check(graph: Graph) -> None:
    """The labels obey all rules, are the least that do, and each is told from earlier ones."""
    found = evaluate(graph)
    assert list(found.labels) == naive(graph)
    for number, label in enumerate(found.labels):
        assert label_of(graph, number, found.labels) == label
        step = found.reasons[number].step
        assert (step >= 0) == (label != UNDECIDED)
        earlier = [
            label if found.reasons[other].step < step else UNDECIDED
            for other, label in enumerate(found.labels)
        ]
        assert label == UNDECIDED or label_of(graph, number, earlier) == label


@settings(max_examples=150)
@given(documents())
def test_the_labels_of_a_file_are_the_least_that_obey_the_rules(document: dict[str, Any]) -> None:
    check(build(read(document)).graph)


@settings(max_examples=150)
@given(maps())
def test_the_labels_of_a_map_are_the_least_that_obey_the_rules(map: ArgumentMap) -> None:
    check(build(map).graph)


@settings(max_examples=60)
@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_a_file_does_not_matter(document: dict[str, Any], pick: random.Random) -> None:
    before = carneades(read(document))
    mixed = {}
    for section, records in document.items():
        mixed[section] = records
        if isinstance(records, dict):
            names = pick.sample(sorted(records), len(records))
            mixed[section] = {name: records[name] for name in names}
    after = carneades(read(mixed))
    assert after.claims == before.claims
    assert after.relations == before.relations
    assert after.weights == before.weights


@settings(max_examples=60)
@given(maps(), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(map: ArgumentMap, pick: random.Random) -> None:
    before = carneades(map)
    ids = [*map.claims, *map.relations]
    new = dict(zip(ids, (f"n{n}" for n in pick.sample(range(99), len(ids))), strict=True))
    claims = [claim._replace(id=new[claim.id]) for claim in map.claims.values()]
    relations = [
        relation._replace(
            id=new[relation.id],
            premises=tuple(
                pick.sample([new[p] for p in relation.premises], len(relation.premises))
            ),
            target=new[relation.target],
        )
        for relation in map.relations.values()
    ]
    pick.shuffle(claims)
    pick.shuffle(relations)
    after = carneades(ArgumentMap(claims, relations))
    assert after.claims == {new[id]: label for id, label in before.claims.items()}
    assert after.relations == {new[id]: label for id, label in before.relations.items()}


@settings(max_examples=60)
@given(maps(acyclic=True, kinds=("support", "rebuttal", "undercut", "entailment")))
def test_nothing_is_undecided_without_a_cycle(map: ArgumentMap) -> None:
    found = carneades(map)
    assert "undecided" not in {*found.claims.values(), *found.relations.values()}


@settings(max_examples=60)
@given(maps())
def test_everything_has_a_label_and_a_reason(map: ArgumentMap) -> None:
    found = carneades(map)
    assert list(found.claims) == list(map.claims)
    assert list(found.relations) == list(map.relations)
    labels = {**found.claims, **found.relations}
    assert found.reasons.keys() == labels.keys()
    for id, reason in found.reasons.items():
        assert bool(reason.rule) == (labels[id] != "undecided")
        assert all(found.reasons[by].step <= reason.step for by in reason.by)
        assert {*reason.by, *filter(None, [reason.issue])} <= map.relations.keys()


SCALARS = st.sampled_from(
    [None, True, 0, -1, 10**400, float("nan"), "", "p(a)", "X", "¬", "...", "linked", "high", "p(X"]
)
KEYS = st.sampled_from(
    ["id", "weight", "constant", "criteria", "soft", "hard", "factor", "values", "preference",
     "property", "order", "premises", "conclusions", "guards", "variables", "deletions", "meta",
     "positions", "standard", "parameters", "X"]
)  # fmt: skip
NONSENSE = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | SCALARS, inner, max_size=3),
    max_leaves=12,
)
SECTIONS = ["issues", "issue_schemes", "argument_schemes", "weighing_functions"]


@settings(max_examples=150)
@given(maps(), st.dictionaries(st.sampled_from(SECTIONS), NONSENSE), NONSENSE, NONSENSE)
def test_nonsense_in_the_data_does_no_harm(
    map: ArgumentMap, sections: dict[str, object], assumed: object, said: object
) -> None:
    claims = [claim._replace(data={"assumed": assumed}) for claim in map.claims.values()]
    data = {"carneades": {"argument": said, "issue": said, "id": said}}
    relations = [relation._replace(data=data, scheme="p(a)") for relation in map.relations.values()]
    schemes = [{"id": "p(a)", "weight": said}, said]
    theory = {"carneades": {"argument_schemes": schemes, **sections}}
    found = carneades(ArgumentMap(claims, relations, data=theory))
    assert found.claims.keys() == map.claims.keys()


def test_a_very_deep_map_is_evaluated() -> None:
    found = carneades(chain())
    assert set(found.claims.values()) == {"in"}
    assert found.reasons["c0"].step == MANY - 1


def test_a_long_line_of_rebuttals_lets_in_every_other() -> None:
    found = carneades(chain(5001, "rebuttal"))
    assert [label == "in" for label in found.claims.values()] == [n % 2 == 0 for n in range(5001)]


def test_a_long_circle_is_undecided() -> None:
    assert set(carneades(ring(5000)).claims.values()) == {"undecided"}
