"""Anchors for passages of a source text."""

from typing import Annotated

import typer

from argmap.cli.options import MapChoice, Output


def run(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The source text: a file, or -.")],
    passage: Annotated[
        str | None,
        typer.Argument(help="Words of it, or a place such as 11.1; every sentence if left out."),
    ] = None,
    quote: Annotated[bool, typer.Option("--quote", help="Anchor by the words themselves.")] = False,
    uncovered: Annotated[
        bool, typer.Option("--uncovered", help="Only sentences that no claim of the map is about.")
    ] = False,
    *,
    choice: MapChoice,
    output: Output,
) -> int:
    """Anchors for the passages of a source text, to be put into a map.

    An anchor is metadata, {source: {place: …, span: […], hash: …}}, that ties a
    claim to the passage that it restates, without copying it; `argmap check
    --source` verifies it.

    \b
    Examples:
      argmap anchor article.txt
      argmap anchor article.txt 11.1
      argmap anchor article.txt "is here to stay"
      argmap anchor article.txt --uncovered -m my-map.argdown
    """
    from argmap.cli.anchoring import passages_asked
    from argmap.cli.checking import open_source
    from argmap.cli.input import known_encoding
    from argmap.cli.output import answer, answers
    from argmap.render.anchor import anchor_lines

    source = open_source(text, known_encoding(choice.encoding))
    found = passages_asked(source, passage, choice, uncovered=uncovered)
    answer(
        output,
        "anchor",
        lambda: answers().anchors_record(text, source, found),
        lambda layout: anchor_lines(source, found, layout, quote=quote),
        items="passages",
        ids=lambda: [each.place for each in found],
    )
    return 0
