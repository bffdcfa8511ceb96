"""A map in another format."""

from typing import Annotated

import typer

from argmap.cli.complete import complete_formats


def run(
    given: Annotated[
        str, typer.Argument(metavar="IN", help="The map: a file, a shipped map, or - (stdin).")
    ],
    out: Annotated[
        str, typer.Argument(metavar="OUT", help="The file to write; - is standard output.")
    ] = "-",
    from_format: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="The format of IN, instead of finding it out.",
            autocompletion=complete_formats,
        ),
    ] = None,
    to_format: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="The format of OUT; else its suffix says it.",
            autocompletion=complete_formats,
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing if anything would be lost.")
    ] = False,
) -> int:
    """A map in another format.

    What the other format cannot express is told on standard error. Nothing is
    written if IN cannot be read without an error, and OUT is only replaced when
    all of it is written.

    \b
    Examples:
      argmap convert debate.argdown --to argdown-json
      argmap convert debate.argdown debate.json
      argmap convert export.json debate.argdown --strict
      curl -s https://example.org/map.json | argmap convert - --to argdown
    """
    from argmap.cli.converting import convert_file

    return convert_file(given, out, from_format, to_format, strict=strict)
