"""One map of several."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_formats
from argmap.cli.options import FromFormat, MapsEncoding


def run(
    maps: Annotated[
        list[str], typer.Argument(metavar="MAPS...", help="Maps, folders or patterns; - is stdin.")
    ],
    out: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="OUT", help="The file; its suffix says the format."),
    ] = None,
    to_format: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="The format; argdown on standard output.",
            autocompletion=complete_formats,
        ),
    ] = None,
    equivalent: Annotated[
        bool,
        typer.Option("--equivalent", help="Join claims that say the same in the same words."),
    ] = False,
    qualify: Annotated[
        bool,
        typer.Option("--qualify", help="Put the name of its map before every id."),
    ] = False,
    from_format: FromFormat = None,
    encoding: MapsEncoding = None,
) -> int:
    """One map of several.

    Each map becomes a section that is called like it. An id that several maps
    have gets the name of its map before it; all others stay. With --equivalent,
    claims of different maps that have the same words, but for case and
    punctuation, are joined by equivalences, so that they share their fate.
    Nothing is written if one of the maps has errors.

    \b
    Examples:
      argmap merge mine.argdown yours.argdown -o ours.argdown
      argmap merge maps/ --equivalent -o all.json
      argmap merge a.json b.argdown | argmap check -m -
    """
    from argmap.cli.merging import Wish, merge

    return merge(maps, Wish(out, to_format, equivalent, qualify, from_format, encoding))
