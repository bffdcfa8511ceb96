"""Figures of a map, and what it leaves open."""

from argmap.cli.input import open_map
from argmap.cli.options import MapChoice, Output


def run(*, choice: MapChoice, output: Output) -> int:
    """Figures of a map: size, depth, balance, theses, and what is left open.

    \b
    Examples:
      argmap stats
      argmap stats --without mapper
      argmap stats --json | jq .unanswered
    """
    from argmap.cli.output import answer, answers
    from argmap.graph.measure import measure
    from argmap.render.stats import stats_lines

    opened = open_map(choice)
    map = opened.map
    measures = measure(map)
    answer(
        output,
        "stats",
        lambda: answers().stats_record(map, measures),
        lambda layout: stats_lines(map, measures, layout),
        items="balance",
        ids=lambda: measures.theses,
    )
    return opened.exit_code
