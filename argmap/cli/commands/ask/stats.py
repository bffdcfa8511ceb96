"""Figures of a map, and what it leaves open."""

from collections.abc import Container
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.input import Opened, index_asked, open_map
from argmap.cli.options import MapChoice, Output

if TYPE_CHECKING:
    from argmap.semantics.flip import Robustness


def run(
    robustness: Annotated[
        bool,
        typer.Option(
            "--robustness", help="How much each thesis that stands can lose; needs argmap[solve]."
        ),
    ] = False,
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """Figures of a map: size, depth, balance, theses, and what is left open.

    With --robustness, the number of premises and relations that have to be given
    up before a thesis no longer stands, and those that every such set contains.

    \b
    Examples:
      argmap stats
      argmap stats --without mapper
      argmap stats --robustness
      argmap stats --json | jq .unanswered
    """
    from argmap.cli.errors import tell
    from argmap.cli.output import answer, answers, print_lines
    from argmap.graph.measure import measure
    from argmap.render.stats import stats_lines, totals_lines

    index = index_asked(choice)
    if index is not None and not (robustness or output.json or output.ndjson or output.ids):
        from argmap.cli.indexed import totals

        found = totals(index, choice)
        if found is not None:
            print_lines(output, lambda layout: totals_lines(*found, layout))
            tell("these are sums; --in MAP measures a single map, --json all of them")
            return 0
    opened = open_map(choice)
    map = opened.map
    measures = measure(map)
    robust = _robustness(opened, set(measures.theses)) if robustness else []
    answer(
        output,
        "stats",
        lambda: answers().stats_record(map, measures, robust),
        lambda layout: stats_lines(map, measures, layout, robust),
        items="balance",
        ids=lambda: measures.theses,
    )
    return opened.exit_code


def _robustness(opened: Opened, theses: Container[str]) -> "list[Robustness]":
    """How robust the theses are that stand."""
    from argmap.cli.judging import with_solver
    from argmap.semantics.evaluation import evaluate
    from argmap.semantics.flip import robustness

    found: list[Robustness] = []
    for map in opened.each():
        labels = evaluate(map).verdicts.claims
        standing = [claim for claim in map.claims if claim in theses and labels[claim] == "in"]
        found += with_solver(lambda: [robustness(map, thesis) for thesis in standing])  # noqa: B023  # asked at once
    return found
