"""Why a claim is held, and what speaks against it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from argmap.cli.complete import complete_claims
from argmap.cli.input import Opened, ask_map, find_claim
from argmap.cli.options import Boxes, MapChoice, Output, Verdicts

if TYPE_CHECKING:
    from argmap.cli.judging import Labels
    from argmap.graph.trace import Step

_Claim = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM",
        help="A claim: its id, its title, or words of it.",
        autocompletion=complete_claims,
    ),
]
_Only = Annotated[
    Literal["support", "rebuttal"] | None,
    typer.Option(help="Follow only relations that speak for, or only those against."),
]
_Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS|local",
        help="With --ids: share the map out among the workers of a Dask cluster.",
    ),
]


def run(
    claim: _Claim,
    up: Annotated[bool, typer.Option("--up", help="Only what the claim bears on.")] = False,
    down: Annotated[bool, typer.Option("--down", help="Only what bears on the claim.")] = False,
    depth: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Follow at most N relations in a row.")
    ] = None,
    only: _Only = None,
    verdicts: Verdicts = False,
    cluster: _Cluster = None,
    boxes: Boxes = False,
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """Why a claim is held, what speaks against it, and what it bears on.

    Each line says whether it speaks for or against the claim asked about.
    Premises that only work together are bracketed; what undercuts a step stands
    under that step. With --boxes the same is drawn.

    \b
    Examples:
      argmap trace here-to-stay
      argmap trace "cyber diplomacy is here to stay" --depth 1
      argmap trace here-to-stay --without mapper --only support
      argmap trace here-to-stay --json | jq -r '.steps[].claim'
    """
    from argmap.cli.judging import labels_if, notes_of, with_verdicts
    from argmap.cli.output import answer, answers
    from argmap.graph.trace import conclusions, kinds_on, reasons
    from argmap.render.trace import trace_lines

    opened = ask_map(choice, whole=verdicts or boxes or bool(cluster))
    root = find_claim(opened.whole, claim)
    opened = opened.about(root)
    map = opened.including(root)
    if cluster:
        from argmap.cli.reaching import Reach, print_reached

        plain = output.ids and depth is None and only is None and not verdicts
        return print_reached(opened, map, Reach(root, up, down, cluster), plain=plain)
    kinds = kinds_on(only)
    above = [] if down and not up else list(conclusions(map, root, depth=depth, kinds=kinds))
    below = [] if up and not down else list(reasons(map, [root], depth=depth, kinds=kinds))
    labels = labels_if(verdicts, opened._replace(map=map))
    if boxes:
        return _show_boxes(opened, root, (*below, *above), labels, output)
    answer(
        output,
        "trace",
        lambda: with_verdicts(answers().trace_record(map, root, above, below), labels),
        lambda layout: trace_lines(map, root, above, below, layout, notes_of(labels)),
        items="steps",
        ids=lambda: dict.fromkeys(s.claim for s in (*above, *below) if s.claim != root),
    )
    return opened.exit_code


def _show_boxes(
    opened: Opened, root: str, steps: "Sequence[Step]", labels: "Labels", output: Output
) -> int:
    from argmap.cli.boxing import show_trace

    show_trace(opened.including(root), root, steps, labels, output)
    return opened.exit_code
