"""Claims by their words, tag or section."""

from collections.abc import Collection
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.complete import complete_kinds
from argmap.cli.input import ask_map, find_group
from argmap.cli.options import MapChoice, Output
from argmap.model.map import ArgumentMap
from argmap.model.relation import Kind

if TYPE_CHECKING:
    from argmap.query.search import Hit

_ENOUGH = 200
"""So many claims of an index, which may have millions, are more than anybody reads."""

_Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS...", help="Beginnings of words, all of which must occur."),
]
_Limit = Annotated[
    int | None,
    typer.Option(
        "-n",
        "--limit",
        min=1,
        metavar="N",
        help="At most N claims; of an index 200 if left out.",
    ),
]
_Kinds = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KIND",
        help="Only premises of a relation of this kind, or of one of these: support, "
        "rebuttal, undercut, contrary, contradiction, entailment, equivalence.",
        autocompletion=complete_kinds,
    ),
]


def run(
    words: _Words = None,
    limit: _Limit = None,
    kind: _Kinds = None,
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """Claims by their words, by tag, section or use, best first.

    A word is found at the beginning of words, and in other forms: attacks finds
    attack as well, though after all attacks. Words in quotes are found as they
    are. Where no claim has all the words, the nearest ones are named, and the
    exit code is 1.

    \b
    Examples:
      argmap find espionage
      argmap find '"cyber attack" state'
      argmap find --tag challenges
      argmap find trust --kind rebuttal --kind undercut
      argmap find cyber attack --ids | xargs -n1 argmap show
    """
    from argmap.cli.choices import known_kinds
    from argmap.cli.errors import UserError
    from argmap.cli.output import answer, answers
    from argmap.query.search import nearest
    from argmap.render.find import claims_lines

    wanted, kinds = " ".join(words or ()), known_kinds(kind or ())
    if not (wanted or choice.tag or kinds):
        raise UserError("say what to find", "give words, a group with --tag, or a kind with --kind")
    opened = ask_map(choice._replace(tag=None, without=None))
    map = _searched(opened.map, choice, kinds)
    hits = _found(map, wanted, limit)
    if not hits and not map.claims:
        filters = "--tag and --without"
        if kinds:
            grouped = choice.tag or choice.without
            filters = "--tag, --without and --kind" if grouped else "--kind"
        raise UserError(f"no claim is left by {filters}", exit_code=1)
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


def _searched(map: ArgumentMap, choice: MapChoice, kinds: Collection[Kind]) -> ArgumentMap:
    """The part of a map that is searched; raises :class:`UserError` if a group is unknown."""
    from argmap.query.narrowing import narrowed

    kept = [find_group(map, name) for name in choice.tag or ()]
    left_out = [find_group(map, name) for name in choice.without or ()]
    return narrowed(map, kept, left_out, kinds)


def _found(map: ArgumentMap, wanted: str, limit: int | None) -> "list[Hit]":
    """The best claims; it is told if there are more."""
    from argmap.cli.errors import tell
    from argmap.query.search import Hit, Searchable, search

    if limit is None and isinstance(map, Searchable):
        limit = _ENOUGH
    if not wanted:
        most = None if limit is None else limit + 1
        hits = [Hit(claim, 100.0) for claim in islice(map.claims, most)]
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
