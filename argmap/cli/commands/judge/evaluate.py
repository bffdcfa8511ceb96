"""Which claims stand, which fall, and which are undecided."""

from collections.abc import Iterable
from typing import Annotated, Literal

import typer

from argmap.cli.complete import complete_shown
from argmap.cli.input import find_claim, open_map
from argmap.cli.options import Judging, MapChoice, Output
from argmap.model.map import ArgumentMap


def run(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT...",
            help="Tags or sections, or claims; everything if left out.",
            autocompletion=complete_shown,
        ),
    ] = None,
    label: Annotated[
        Literal["in", "out", "undecided"] | None,
        typer.Option(help="Only claims that stand, that fall, or that are undecided."),
    ] = None,
    *,
    judging: Judging,
    choice: MapChoice,
    output: Output,
) -> int:
    """Which claims stand, which fall, and which are undecided.

    A claim stands if it needs no reason or has one that stands, and all that
    speaks against it falls. It falls if something against it stands, or no
    reason for it is left. Claims without reasons are taken for granted, unless
    the map says {assumed: false} or {unsure: true}. Premises that are linked
    only count together; an undercut takes away a step.

    The exit code is 1 if a claim that is asked for by name does not stand.

    \b
    Examples:
      argmap evaluate
      argmap evaluate "cyber diplomacy is here to stay"
      argmap evaluate advantages --withdraw useful-in-crises
      argmap evaluate --label out --ids
      argmap evaluate --json | jq -r '.verdicts[] | select(.label == "in").claim'
    """
    from argmap.cli.judging import policies_of
    from argmap.cli.output import answer, evaluated
    from argmap.render.verdicts import verdict_lines
    from argmap.semantics.evaluation import evaluate

    opened = open_map(choice)
    claims, named = _asked(opened.map, what or ())
    policies = policies_of(judging, opened.map)
    evaluation = evaluate(opened.map, policies)
    labels = evaluation.verdicts.claims
    told = [id for id in claims or opened.map.claims if label in {None, labels[id]}]
    answer(
        output,
        "evaluate",
        lambda: evaluated().evaluate_record(opened.map, evaluation, policies, told),
        lambda layout: verdict_lines(opened.map, labels, told, layout),
        items="verdicts",
        ids=lambda: told,
    )
    fallen = any(labels[id] != "in" for id in named)
    return opened.exit_code or int(fallen)


def _asked(map: ArgumentMap, what: Iterable[str]) -> tuple[list[str], list[str]]:
    """The claims that are asked for, and those of them that are asked for by name."""
    from argmap.query.groups import group

    claims: dict[str, None] = {}
    named: list[str] = []
    for words in what:
        found = group(map, words)
        named += [] if found else [find_claim(map, words)]
        claims |= dict.fromkeys(found.claims if found else named[-1:])
    return list(claims), named
