"""Claims by their words, tag or section."""

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.input import ask_map
from argmap.cli.options import MapChoice, Output
from argmap.model.map import ArgumentMap

if TYPE_CHECKING:
    from argmap.query.search import Hit

_ENOUGH = 200
"""So many claims of an index, which may have millions, are more than anybody reads."""


def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help="Beginnings of words, all of which must occur."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "-n",
            "--limit",
            min=1,
            metavar="N",
            help="At most N claims; of an index 200 if left out.",
        ),
    ] = None,
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """Claims by their words, by tag, or by section, best first.

    A word is found at the beginning of words, and in other forms: attacks finds
    attack as well, though after all attacks. Words in quotes are found as they
    are. Where no claim has all the words, the nearest ones are named, and the
    exit code is 1.

    \b
    Examples:
      argmap find espionage
      argmap find '"cyber attack" state'
      argmap find --tag challenges
      argmap find cyber attack --ids | xargs -n1 argmap show
    """
    from argmap.cli.errors import UserError
    from argmap.cli.output import answer, answers
    from argmap.query.search import nearest
    from argmap.render.find import claims_lines

    wanted = " ".join(words or ())
    if not wanted and not choice.tag:
        raise UserError("say what to find", "give words, or a group with --tag")
    opened = ask_map(choice)
    map = opened.map
    hits = _found(map, wanted, limit)
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
        _tell_nearest(map, wanted, near)
    return opened.exit_code or int(not hits)


def _found(map: ArgumentMap, wanted: str, limit: int | None) -> "list[Hit]":
    """The best claims; it is told if there are more."""
    from argmap.cli.errors import tell
    from argmap.query.search import Hit, Searchable, search

    if limit is None and isinstance(map, Searchable):
        limit = _ENOUGH
    if not wanted:
        hits = [Hit(claim, 100.0) for claim in map.claims]
    else:
        hits = search(map, wanted, None if limit is None else limit + 1)
    if limit is not None and len(hits) > limit:
        tell(f"these are the best {limit} claims; -n N prints more")
    return hits[:limit]


def _tell_nearest(map: ArgumentMap, wanted: str, near: "list[Hit]") -> None:
    from argmap.cli.errors import tell

    tell(f"no claim has {wanted!r}" + ("; the nearest are" if near else ""))
    for hit in near:
        tell(f"  {hit.claim}: {map.claims[hit.claim].words}")
