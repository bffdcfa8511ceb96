"""Claims by their words, tag or section."""

from typing import Annotated

import typer

from argmap.cli.input import ask_map
from argmap.cli.options import MapChoice, Output


def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help="Beginnings of words, all of which must occur."),
    ] = None,
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """Claims by their words, by tag, or by section, best first.

    Where no claim has all the words, the nearest ones are named, and the exit
    code is 1.

    \b
    Examples:
      argmap find espionage
      argmap find --tag challenges
      argmap find cyber attack --ids | xargs -n1 argmap show
    """
    from argmap.cli.errors import UserError, tell
    from argmap.cli.output import answer, answers
    from argmap.query.search import Hit, nearest, search
    from argmap.render.find import claims_lines

    wanted = " ".join(words or ())
    if not wanted and not choice.tag:
        raise UserError("say what to find", "give words, or a group with --tag")
    opened = ask_map(choice)
    map = opened.map
    hits = search(map, wanted) if wanted else [Hit(claim, 100.0) for claim in map.claims]
    near = [] if hits else nearest(map, wanted)
    answer(
        output,
        "find",
        lambda: answers().find_record(map, wanted, hits or near),
        lambda layout: claims_lines([map.claims[hit.claim] for hit in hits], layout),
        items="claims",
        ids=lambda: [hit.claim for hit in hits],
    )
    if not hits:
        tell(f"no claim has {wanted!r}" + ("; the nearest are" if near else ""))
        for hit in near:
            tell(f"  {hit.claim}: {map.claims[hit.claim].words}")
    return opened.exit_code or int(not hits)
