"""The least that would change a verdict."""

from typing import Annotated, Literal

import typer

from argmap.cli.complete import complete_claims
from argmap.cli.input import find_claim, open_map
from argmap.cli.options import Judging, MapChoice, Output

_Claim = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM",
        help="A claim: its id, its title, or words of it.",
        autocompletion=complete_claims,
    ),
]
_To = Annotated[
    Literal["in", "out", "undecided"] | None,
    typer.Option(help="What the claim should come to, instead of anything else."),
]
_Limit = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Not more than so many at once.")
]


def run(
    claim: _Claim,
    by: Annotated[
        Literal["withdraw", "attack"],
        typer.Option(help="Give up premises and relations, or refute claims."),
    ] = "withdraw",
    to: _To = None,
    only: Annotated[
        Literal["all", "claims", "relations"], typer.Option(help="What may be given up.")
    ] = "all",
    count: Annotated[int, typer.Option(min=1, metavar="N", help="So many ways to do it.")] = 3,
    limit: _Limit = None,
    *,
    judging: Judging,
    choice: MapChoice,
    output: Output,
) -> int:
    """The least that would change a verdict.

    For a claim that stands: the fewest premises or relations that would have to
    be given up for it not to. For one that falls: the fewest that would have to
    be given up for it to stand. Each answer has been tried out. Needs
    `argmap[solve]`. The exit code is 1 if nothing of the kind changes anything.

    \\b
    Examples:
      argmap flip "cyber diplomacy is here to stay"
      argmap flip worth-having --only claims
      argmap flip here-to-stay --by attack --count 5
    """
    from argmap.cli.judging import policies_of, with_solver
    from argmap.cli.output import answer, evaluated
    from argmap.render.flip import flip_lines
    from argmap.semantics.evaluation import evaluate
    from argmap.semantics.flip import Question, flips, wanted_of

    opened = open_map(choice)
    id = find_claim(opened.map, claim)
    opened = opened.about(id)
    map = opened.map
    policies = policies_of(judging, map)
    label = evaluate(map, policies).verdicts.claims[id]
    wanted = frozenset({to}) if to else wanted_of(label)
    question = Question(id, wanted, by, only, ways=count, limit=limit)
    found = with_solver(lambda: flips(map, question, policies))
    answer(
        output,
        "flip",
        lambda: evaluated().flip_record(map, policies, question, label, found),
        lambda layout: flip_lines(map, question, label, found, layout),
        items="sets",
        ids=lambda: dict.fromkeys(id for flip in found.sets for id in flip.elements),
    )
    return opened.exit_code or int(not found.sets)
