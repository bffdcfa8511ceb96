"""Why a claim is held, and what speaks against it."""

from typing import Annotated, Literal, NamedTuple

import typer

from argmap.cli.input import Opened, ask_map, find_claim
from argmap.cli.options import Boxes, Claim, MapChoice, Output, Verdicts

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
    claim: Claim,
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
    if cluster:
        from argmap.cli.reaching import Reach, print_reached

        plain = output.ids and depth is None and only is None and not (verdicts or boxes)
        return print_reached(choice, Reach(claim, up, down, cluster), plain=plain)
    opened = ask_map(choice, whole=verdicts or boxes)
    root = find_claim(opened.whole, claim)
    opened = opened.about(root)
    wish = _Wish(root, above=up or not down, below=down or not up, depth=depth, only=only)
    return _traced(opened, wish, output, verdicts=verdicts, boxes=boxes)


class _Wish(NamedTuple):
    """A claim, and what of its trace is asked for."""

    root: str
    above: bool
    below: bool
    depth: int | None
    only: Literal["support", "rebuttal"] | None


def _traced(opened: Opened, wish: _Wish, output: Output, *, verdicts: bool, boxes: bool) -> int:
    """Print the trace; the exit code."""
    from argmap.cli.judging import labels_if, notes_of, with_verdicts
    from argmap.cli.output import answer, answers
    from argmap.graph.trace import conclusions, kinds_on, reasons
    from argmap.render.trace import trace_lines

    root, depth, kinds = wish.root, wish.depth, kinds_on(wish.only)
    map = opened.including(root)
    above = list(conclusions(map, root, depth=depth, kinds=kinds)) if wish.above else []
    below = list(reasons(map, [root], depth=depth, kinds=kinds)) if wish.below else []
    labels = labels_if(verdicts, opened._replace(map=map))
    if boxes:
        from argmap.cli.boxing import show_trace

        show_trace(map, root, (*below, *above), labels, output)
        return opened.exit_code
    answer(
        output,
        "trace",
        lambda: with_verdicts(answers().trace_record(map, root, above, below), labels),
        lambda layout: trace_lines(map, root, above, below, layout, notes_of(labels)),
        items="steps",
        ids=lambda: dict.fromkeys(s.claim for s in (*above, *below) if s.claim != root),
    )
    return opened.exit_code
