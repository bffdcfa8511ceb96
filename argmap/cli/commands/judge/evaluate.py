"""Which claims stand, which fall, and which are undecided."""

from collections.abc import Iterable
from typing import Annotated, Literal

import typer

from argmap.cli.complete import complete_shown
from argmap.cli.input import Opened, find_claim, open_map
from argmap.cli.options import Judging, MapChoice, Output, Semantics
from argmap.model.map import ArgumentMap
from argmap.semantics.judgement import Judgement, Wanted


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
    all_labellings: Annotated[
        bool, typer.Option("--all", help="Every labelling of the semantics by itself.")
    ] = False,
    limit: Annotated[
        int, typer.Option(min=1, metavar="N", help="With --all: so many labellings at most.")
    ] = 10,
    compare: Annotated[
        bool, typer.Option("--compare", help="Where the semantics disagree, and why.")
    ] = False,
    *,
    judging: Judging,
    semantics: Semantics,
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
      argmap evaluate --semantics preferred --mode credulous
      argmap evaluate --strength --weight new-security-risks=0.2
      argmap evaluate --label out --ids
    """
    from argmap.cli.judging import judged, wanted_of

    opened = open_map(choice)
    claims, named = _asked(opened.map, what or ())
    wanted = wanted_of(judging, semantics, opened.map)
    if compare:
        return _compare(opened, claims, wanted, output)
    if all_labellings:
        return _all(opened, claims, wanted, limit, output)
    judgement = judged(opened, wanted, claims)
    told = [id for id in claims if label in {None, judgement.claims.get(id)}]
    _print(opened, judgement, wanted, told, output)
    return opened.exit_code or int(any(not _stands(judgement, id) for id in named))


def _stands(judgement: Judgement, claim: str) -> bool:
    """Whether a claim is in, or rather held than not."""
    from argmap.semantics.judgement import HALF

    if claim in judgement.strengths:
        return (judgement.strengths[claim] or 0.0) > HALF
    return judgement.claims[claim] == "in"


def _print(
    opened: Opened, judgement: Judgement, wanted: Wanted, told: list[str], output: Output
) -> None:
    from argmap.cli.output import answer, evaluated
    from argmap.render.verdicts import judgement_lines

    answer(
        output,
        "evaluate",
        lambda: evaluated().evaluate_record(opened.map, judgement, wanted, told),
        lambda layout: judgement_lines(opened.map, judgement, told, layout),
        items="verdicts",
        ids=lambda: told,
    )


def _all(opened: Opened, claims: list[str], wanted: Wanted, limit: int, output: Output) -> int:
    """Print every labelling, or the first so many; the exit code is 1 if there is none."""
    from argmap.cli.errors import tell
    from argmap.cli.judging import all_labellings
    from argmap.cli.output import answer, evaluated
    from argmap.render.verdicts import labelling_lines

    found, remark = all_labellings(opened, wanted, limit)
    answer(
        output,
        "labellings",
        lambda: evaluated().labellings_record(opened.map, found, wanted, claims),
        lambda layout: labelling_lines(opened.map, found, claims, layout),
        items="labellings",
        ids=lambda: [id for id in claims if all(labels[id] == "in" for labels in found)],
    )
    if remark:
        tell(remark)
    return opened.exit_code or int(not found)


def _compare(opened: Opened, claims: list[str], wanted: Wanted, output: Output) -> int:
    from argmap.cli.judging import compared
    from argmap.cli.output import answer, evaluated
    from argmap.render.verdicts import comparison_lines

    found = compared(opened, wanted, claims)
    answer(
        output,
        "compare",
        lambda: evaluated().compare_record(opened.map, found),
        lambda layout: comparison_lines(opened.map, found, layout),
        items="disagreements",
        ids=lambda: [each.claim for each in found.disagreements],
    )
    return opened.exit_code


def _asked(map: ArgumentMap, what: Iterable[str]) -> tuple[list[str], list[str]]:
    """The claims that are asked for, all if none are, and those that are asked for by name."""
    from argmap.query.groups import group

    claims: dict[str, None] = {}
    named: list[str] = []
    for words in what:
        found = group(map, words)
        named += [] if found else [find_claim(map, words)]
        claims |= dict.fromkeys(found.claims if found else named[-1:])
    return list(claims or map.claims), named
