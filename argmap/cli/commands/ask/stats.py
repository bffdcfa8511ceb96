"""Figures of a map, and what it leaves open."""

from collections.abc import Container
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.input import Opened, ask_map
from argmap.cli.options import MapChoice, Output

if TYPE_CHECKING:
    from argmap.graph.total import Totals
    from argmap.semantics.flip import Robustness

_READ = 20_000
"""In so many claims, those that deserve a look are more than anybody looks at."""


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
    from argmap.cli.output import answer, answers
    from argmap.graph.measure import measure
    from argmap.graph.total import Measured, total
    from argmap.render.stats import stats_lines

    opened = ask_map(choice, whole=robustness)
    map = opened.map
    if isinstance(map, Measured):
        if len(map.claims) > _READ and not (output.json or output.ndjson or output.ids):
            return _tell_totals(map.totals(), opened, output)
        measures = map.measures()
    else:
        measures = total(measure(each) for each in opened.each())
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


def _tell_totals(totals: "Totals", opened: Opened, output: Output) -> int:
    """Print how much there is of everything in a large index."""
    from argmap.cli.errors import tell
    from argmap.cli.output import print_lines
    from argmap.render.stats import totals_lines

    print_lines(output, lambda layout: totals_lines(opened.map.title, totals, layout))
    tell("these are figures only; --in MAP names the claims of a single map, --json those of all")
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
