"""Answering ``why`` for each family of semantics."""

from argmap.cli.errors import UserError, tell
from argmap.cli.input import Opened
from argmap.cli.judging import with_solver
from argmap.cli.options import Output
from argmap.cli.output import answer, evaluated
from argmap.semantics.judgement import (
    CARNEADES,
    GROUNDED,
    Wanted,
    assumed_in_vain,
    strength_names,
)


def explain(opened: Opened, claim: str, wanted: Wanted, output: Output, orders: int = 0) -> int:
    """Print why a claim has its label or its strength; with shares from so many orders, if any.

    Raises :class:`UserError` if shares are wanted of what has no strength.
    """
    if orders and wanted.semantics not in strength_names():
        raise UserError("--shapley tells the shares in a strength", "add --strength")
    if wanted.semantics == GROUNDED:
        return _grounded(opened, claim, wanted, output)
    if wanted.semantics == CARNEADES:
        return _carneades(opened, claim, output)
    if wanted.semantics in strength_names():
        return _strength(opened, claim, wanted, output, orders)
    return _witness(opened, claim, wanted, output)


def _grounded(opened: Opened, claim: str, wanted: Wanted, output: Output) -> int:
    from argmap.render.why import open_lines, why_lines
    from argmap.semantics.evaluation import evaluate
    from argmap.semantics.open_questions import open_questions
    from argmap.semantics.why import why

    map = opened.map
    reasoning, labelling, labels = evaluate(map, wanted.policies)
    reasons = list(why(reasoning, labelling, claim))
    undecided = reasons[0].label == "undecided"
    settling = open_questions(map, claim, wanted.policies) if undecided else []
    answer(
        output,
        "why",
        lambda: evaluated().why_record(map, wanted.policies, reasons, settling),
        lambda layout: [*why_lines(map, reasons, layout), *open_lines(map, settling, layout)],
        items="reasons",
        ids=lambda: dict.fromkeys(reason.claim for reason in reasons[1:]),
    )
    for remark in assumed_in_vain(wanted.policies, labels.claims):
        tell(remark)
    return opened.exit_code


def _witness(opened: Opened, claim: str, wanted: Wanted, output: Output) -> int:
    from argmap.render.why import witness_lines
    from argmap.semantics.frameworks.deadline import OutOfTimeError
    from argmap.semantics.labellings import Search
    from argmap.semantics.witnesses import witness

    search = Search(opened.map, wanted.semantics, wanted.policies, wanted.deadline)
    try:
        found = with_solver(lambda: witness(search, claim))
    except OutOfTimeError:
        tell("this was not decided in time")
        return 1
    answer(
        output,
        "witness",
        lambda: evaluated().witness_record(opened.map, wanted, found),
        lambda layout: witness_lines(opened.map, wanted.semantics, found, layout),
        items="claims",
        ids=lambda: found.one,
    )
    return opened.exit_code


def _strength(opened: Opened, claim: str, wanted: Wanted, output: Output, orders: int) -> int:
    from argmap.render.why import making_lines
    from argmap.semantics.strengths.making import making

    what_if = wanted.policies.what_if
    found = making(
        opened.map,
        claim,
        wanted.semantics,
        linked="product" if wanted.linked == "product" else "weakest",
        overrides={**dict.fromkeys(what_if.assumed, 1.0), **wanted.weights},
        withdrawn=frozenset(what_if.withdrawn),
        orders=orders,
    )
    answer(
        output,
        "contributions",
        lambda: evaluated().contributions_record(opened.map, wanted, found),
        lambda layout: making_lines(opened.map, found, layout),
        items="contributions",
        ids=lambda: [id for id, _ in found.contributions],
    )
    return opened.exit_code


def _carneades(opened: Opened, claim: str, output: Output) -> int:
    from argmap.render.why import decided_lines
    from argmap.semantics.carneades import carneades
    from argmap.semantics.carneades.tracing import decided

    told = list(decided(opened.map, carneades(opened.map), claim))
    answer(
        output,
        "weighed",
        lambda: evaluated().weighed_record(opened.map, told),
        lambda layout: decided_lines(opened.map, told, layout),
        items="reasons",
        ids=lambda: dict.fromkeys(each.claim for each in told[1:]),
    )
    return opened.exit_code
